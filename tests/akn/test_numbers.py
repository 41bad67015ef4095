"""Numbers of units are read in one way by all packages: Roman ones in either script, letters of both languages."""

import pytest

from lexkz.akn.numbers import (
    UnreadableRangeError,
    as_arabic,
    as_roman,
    before,
    consecutive,
    follows,
    is_doubled,
    order_key,
    roman,
    spread,
)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("IV", 4), ("ІV", 4), ("ІХ", 9), ("IX", 9), ("ХС", 90), ("XС", 90), ("ХІІ", 12), ("XL", 40), ("СХХ", 120),
        ("IIII", 4), ("VX", None), ("IIX", None), ("", None), ("МС", 1100), ("С", None), ("М", None), ("D", None),
        ("Х", 10), ("12", None), ("а", None), ("VI", 6), ("XII", 12),
    ],
)  # fmt: skip
def test_a_roman_number_has_its_value_in_letters_of_either_script(printed: str, value: int | None) -> None:
    assert roman(printed) == value
    assert as_arabic(printed) == (printed if value is None else str(value))


def test_the_order_is_that_of_print() -> None:
    row = [
        "1",
        "2",
        "2-1",
        "2-2",
        "2-10",
        "3",
        "10",
        "1000",
        "1000-1",
        "1001",
        "а",
        "ә",
        "б",
        "е",
        "ё",
        "ж",
        "и",
        "й",
        "к",
        "ы",
        "я",
    ]
    assert sorted({*row}, key=order_key) == row
    assert sorted(["X", "IX", "ІІ", "I", "ХС", "XL"], key=order_key) == ["I", "ІІ", "IX", "X", "XL", "ХС"]
    # A line put in later stands behind the letter that it doubles; small Roman numbers are numbers.
    assert sorted(["в", "бб", "б", "ббб"], key=order_key) == ["б", "бб", "ббб", "в"]
    assert sorted(["х", "сс", "с", "ф", "хх", "ц"], key=order_key) == ["с", "сс", "ф", "х", "хх", "ц"]
    assert sorted(["iii", "iv", "ii", "v", "i"], key=order_key) == ["i", "ii", "iii", "iv", "v"]
    assert sorted(["іі", "і", "ііі"], key=order_key) == ["і", "іі", "ііі"]
    assert sorted(["№", "а", "я", "вг", "3"], key=order_key) == ["3", "а", "я", "вг", "№"]


@pytest.mark.parametrize(
    ("one", "two", "strict", "loose"),
    [
        ("3", "4", True, True), ("3", "3-1", True, True), ("3-1", "3-2", True, True), ("3-9", "4", True, True),
        ("3", "5", False, False), ("999", "1000", True, True), ("а", "б", True, True), ("а", "ә", True, True),
        ("и", "к", True, True), ("з", "й", False, True), ("е", "ё", True, True), ("ё", "ж", True, True),
        ("а", "г", False, True), ("а", "е", False, False), ("IX", "X", True, True), ("ІХ", "X", True, True),
        ("ХСІХ", "С", False, False), ("3", "3-2", False, False), ("к", "қ", True, True), ("i", "а", False, False),
        ("б", "бб", True, True), ("бб", "ббб", True, True), ("бб", "в", True, True), ("б", "ббб", False, False),
        ("бб", "вв", False, False), ("а", "бб", False, False), ("бб", "б", False, False), ("б", "б", False, False),
        ("бб", "д", False, True), ("бб", "ё", False, False), ("б", "ж", False, False), ("б", "ББ", True, False),
        ("а", "1", False, False), ("1", "а", False, False), ("№", "№", False, False), ("№", "§", False, False),
        ("I", "2", True, False), ("1", "II", True, False), ("1-1-1", "1-1-2", True, True), ("1", "2-1", False, False),
        ("1-1-2", "1-2", True, True), ("1-1-2", "2", True, True), ("1-1-2", "3", False, False),
        ("3", "3-1-1", False, False), ("3-1", "4-1", False, False), ("3", "4-1", False, False), ("", "1", False, False),
        ("1", "", False, False), ("", "", False, False), ("д", "ег", False, False),
    ],
)  # fmt: skip
def test_what_comes_next(one: str, two: str, strict: bool, loose: bool) -> None:
    assert consecutive(one, two) is strict
    assert follows(one, two) is loose


@pytest.mark.parametrize(
    ("one", "two", "loose"),
    [
        # 1 → 1а → 1б → 2, as older acts number what is put in between.
        ("1", "1а", True), ("1", "1a", True), ("1", "1б", False), ("1", "2а", False), ("1а", "1б", True),
        ("1а", "2б", False), ("1б", "1а", False), ("1б", "2", True), ("1б", "3", False), ("1а", "а", False),
        ("10", "10а", True), ("10б", "10в", True), ("10б", "11", True), ("а", "1а", False),
    ],
)  # fmt: skip
def test_what_comes_next_where_letters_stand_behind_numbers(one: str, two: str, loose: bool) -> None:
    assert follows(one, two) is loose


@pytest.mark.parametrize(
    ("first", "last", "between"),
    [
        ("3", "5", "3 4 5"),
        ("998", "1001", "998 999 1000 1001"), ("5-1", "5-3", "5-1 5-2 5-3"), ("а", "д", "а б в г д"),
        ("з", "л", "з и к л"), ("з", "й", "з и й"), ("й", "м", "й к л м"), ("е", "ё", "е ё"), ("ё", "з", "ё ж з"),
        ("ш", "э", "ш щ э"), ("ы", "я", "ы э ю я"), ("II", "IV", "II III IV"), ("ІІ", "ІV", "ІІ ІІІ ІV"),
    ],
)  # fmt: skip
def test_a_range_is_spelled_out(first: str, last: str, between: str) -> None:
    assert " ".join(spread(first, last)) == between


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("5-1", "7"), ("5", "3"), ("ә", "г"), ("а", "5"), ("IV", "II"), ("1", "2000"), ("1", "1001"), ("3", "3"),
        ("II", "II"), ("в", "в"), ("5-3", "5-1"), ("5-2", "5-2"), ("5-1", "6-3"),
    ],
)  # fmt: skip
def test_a_range_that_its_ends_do_not_tell_is_refused(first: str, last: str) -> None:
    with pytest.raises(UnreadableRangeError):
        spread(first, last)


def test_what_stands_before_a_number() -> None:
    assert [before(one) for one in ("9", "8-3", "8-1", "1", "а")] == ["8", "8-2", "8", None, None]
    assert [before(one) for one in ("2", "8-2", "5-1-1", "5-1-2")] == ["1", "8-1", "5-1", "5-1-1"]


def test_a_letter_put_in_later_is_told_from_words() -> None:
    assert [one for one in ("б", "бб", "ббб", "Бб", "бв", "11", "") if is_doubled(one)] == ["бб", "ббб", "Бб"]


def test_figures_are_written_as_roman_numbers_in_the_script_of_the_others() -> None:
    assert [as_roman(one, like="IX") for one in ("4", "4-1", "12")] == ["IV", "IV-1", "XII"]
    assert as_roman("11", like="ІХ") == "ХІ"
    assert as_roman("а", like="IX") == "а"
    assert len(spread("1", "1000")) == 1000


@pytest.mark.parametrize("last", ["MMMCMXCIX", "CD", "XLIX"])
def test_roman_numbers_between_two_are_counted_one_by_one(last: str) -> None:
    value = roman(last)
    assert value is not None
    between = spread("I", last)
    # «D» and «M» alone are letters of a list.
    assert [roman(one) or {"D": 500, "M": 1000}[one] for one in between] == list(range(1, value + 1))
    assert between[-1] == last
