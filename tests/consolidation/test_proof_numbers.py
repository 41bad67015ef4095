"""The order of printed numbers as the proof of the content has it, by its own reading of them."""

from itertools import pairwise
from random import Random

import pytest

from lexkz.consolidation.content_proof.order import NumberedUnits, near, put_in_order, put_in_place, sort_key, within
from lexkz.consolidation.content_proof.text_tree import PrintedUnit, Unjudged, all_units, number_key

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


_KINDS = ("chapter", "article", "paragraph", "subparagraph")


def _tree(drawn: Random) -> PrintedUnit:
    root, body = PrintedUnit("act"), PrintedUnit("body")
    root.add(body)
    for chapter in range(1, 4):
        holder = PrintedUnit("chapter", printed=f"{chapter}")
        body.add(holder)
        for number in range(3 * chapter, 3 * chapter + 3):
            point = PrintedUnit("paragraph", printed=f"{number}." if drawn.random() < 0.95 else "")
            holder.add(point)
            for letter in "аб":
                point.add(PrintedUnit("subparagraph", printed=f"{letter})"))
    return root


def _change(drawn: Random, root: PrintedUnit) -> None:
    units = [unit for unit in all_units(root) if unit.tag in _KINDS]
    unit, scope = drawn.choice(units), drawn.choice([root, *units])
    number = f"{drawn.randint(1, 14)}" + drawn.choice(("", "-1"))
    holder = unit.parent
    assert holder is not None
    match drawn.randrange(7):
        case 0 | 1:
            put_in_order(scope, PrintedUnit(drawn.choice(_KINDS), printed=f"{number}."), number)
        case 2 | 3:
            put_in_place(unit, PrintedUnit(unit.tag, printed=drawn.choice((unit.printed, f"{number}."))))
        case 4:
            unit.print_number(f"{number}.")
        case 5:
            holder.items.remove(unit)
        case 6:
            holder.items[0], holder.items[-1] = holder.items[-1], holder.items[0]


def test_what_is_entered_is_what_stands_there() -> None:
    """Units entered by their numbers, after any change, are those that a walk through the text finds."""
    done = 0
    for seed in range(20):
        drawn = Random(seed)
        root = _tree(drawn)
        for _ in range(12):
            try:
                _change(drawn, root)
                done += 1
            except Unjudged:
                pass
            for scope in (root, *all_units(root)):
                for kind in _KINDS:
                    known, walked = near(scope, kind), NumberedUnits.of(within(scope, kind))
                    assert known.with_number == walked.with_number, seed
                    assert (known.any, bool(known.why)) == (walked.any, bool(walked.why)), seed
                    assert known.why or (known.keys, known.units) == (walked.keys, walked.units), seed
    assert done > 100
