"""Points from 1000 on are points where the sequence leads there; years at the head of a line are text."""

import pytest

from lexkz.structure.labels import label
from lexkz.structure.large_numbers import by_sequence


def _kept(*lines: str, begins: bool = False) -> list[str]:
    found = by_sequence([label(line, "rus", large=True) for line in lines], begins=begins)
    return [one.number for one in found if one is not None]


def test_a_point_follows_the_one_before_it() -> None:
    assert _kept("998. а", "999. б", "1000. в", "1000-1. г", "1001. д") == ["998", "999", "1000", "1000-1", "1001"]
    assert _kept("9999. а", "10000. б", "12345. в", begins=True) == ["9999", "10000"]


@pytest.mark.parametrize("year", ["2024. год", "2024. Год", "1999. Итоги"])
def test_a_year_to_which_no_points_lead_is_no_point(year: str) -> None:
    assert _kept("1. а", year, "2. б") == ["1", "2"]
    assert _kept(year, "1. а") == ["1"]


def test_a_gap_is_jumped_over_if_it_is_small() -> None:
    assert _kept("999. а", "1005. б", "1006. в") == ["999", "1005", "1006"]
    assert _kept("999. а", "1500. б", "1000. в") == ["999", "1000"]


def test_a_fragment_may_begin_anywhere_if_it_goes_on() -> None:
    assert _kept("1003. а", "1004. б", "1005. в") == ["1003", "1004", "1005"]
    assert _kept("2024. а", "2025. б") == []


def test_who_does_not_ask_for_large_numbers_gets_none() -> None:
    assert label("1003. Норма.", "rus") is None
    assert label("1003. Норма.", "rus", large=True) is not None
    assert label("01.01.2019 норма", "rus", large=True) is None


def test_a_subpoint_follows_the_one_before_it_and_a_year_in_a_bracket_follows_none() -> None:
    assert _kept("998) а;", "999) б;", "1000) в;", "1001) г.") == ["998", "999", "1000", "1001"]
    assert _kept("1) а;", "2024) б;", "2) в.") == ["1", "2"]
    assert _kept("999. а", "1000) б;") == ["999"]
