"""The order of printed numbers as the proof of the content has it, by its own reading of them."""

from itertools import pairwise

import pytest

from lexkz.consolidation.content_proof.order import sort_key
from lexkz.consolidation.content_proof.text_tree import PrintedUnit, Unjudged, number_key

ORDERED = (
    ("1", "2", "2-1", "2-2", "2-10", "3", "9", "10", "11", "100"),
    ("i", "ii", "iii", "iv", "v", "vi", "viii", "ix", "x", "xi", "xiv", "xix", "xl", "xc", "cx"),
    ("а", "ә", "б", "в", "г", "ғ", "д", "е", "ж", "з", "и", "й", "к", "қ", "л", "я"),
    ("5", "а"),
    ("2-1", "2-1-1", "2-1-2", "2-2"),
)
VALUES = {"i": 1, "iv": 4, "ix": 9, "xiv": 14, "xl": 40, "xc": 90, "cx": 110, "lx": 60, "vi": 6}


@pytest.mark.parametrize("row", ORDERED, ids=" ".join)
def test_numbers_stand_in_the_order_of_print(row: tuple[str, ...]) -> None:
    keys = [sort_key(number_key(number)) for number in row]
    assert all(one < two for one, two in pairwise(keys)), list(zip(row, keys, strict=True))


@pytest.mark.parametrize("number", VALUES)
def test_a_roman_number_stands_where_its_value_stands(number: str) -> None:
    assert sort_key(number_key(number)) == sort_key(str(VALUES[number]))


def test_one_c_is_a_letter_and_a_word_is_no_number() -> None:
    assert sort_key("с") > sort_key("р")
    assert sort_key("с") != sort_key("100")
    for word in ("слово", "1а", "", "1-"):
        with pytest.raises(Unjudged):
            sort_key(word)


@pytest.mark.parametrize(
    ("printed", "number"),
    [("5.", "5"), ("5)", "5"), ("Глава 2.", "2"), ("2-тарау.", "2"), ("Статья 2-1.", "2-1"), ("а)", "а"), ("", None)],
)
def test_the_number_of_a_unit_is_read_from_what_is_printed(printed: str, number: str | None) -> None:
    assert PrintedUnit("paragraph", printed=printed).number == number
