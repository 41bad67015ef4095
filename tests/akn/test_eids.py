"""eIds hold the numbers that are printed."""

import pytest

from lexkz.akn.eids import distinct, eid, number_part


@pytest.mark.parametrize(
    ("num", "number"),
    [("29.", "29"), ("3-1)", "3-1"), ("§ 1", "1"), ("а)", "а"), ("2.1.", "2-1"), ("(5)", "5"), ("", "")],
)
def test_a_printed_number_is_made_bare(num: str, number: str) -> None:
    assert number_part(num) == number


def test_an_eid_is_its_parents_with_a_part_of_its_own() -> None:
    assert eid("paragraph", "29") == "para_29"
    assert eid("subparagraph", "3-1", "att_1__para_29") == "att_1__para_29__subpara_3-1"
    assert eid("quotedStructure", "1", "mod_1") == "mod_1__qstr_1"
    assert eid("preamble", None) == "preamble"


def test_units_that_a_source_numbers_alike_are_told_apart() -> None:
    assert distinct("para_5", set()) == "para_5"
    assert distinct("para_5", {"para_5"}) == "para_5_2"
    assert distinct("para_5", {"para_5", "para_5_2"}) == "para_5_3"


@pytest.mark.parametrize(
    "printed", ["5\u20101", "5\u20111", "5\u20121", "5–1", "5—1", "5\u22121", "5-\u00ad1", "5\u200b-1", "5-1\u2060"]
)
def test_whatever_looks_like_a_hyphen_is_one_and_what_nobody_sees_is_nothing(printed: str) -> None:
    assert number_part(printed) == "5-1"
