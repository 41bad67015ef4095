"""Slips that drafters make, planted one by one into a clean order with its base at hand: each is found."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from lexkz.checks import check
from lexkz.findings import Finding
from lexkz.reading.blocks import Lang
from lexkz.structure import Act, build
from tests.structure.acts import source

FOLDER = Path(__file__).parent / "slips"
LANGS: tuple[Lang, ...] = ("kaz", "rus")


class Slip(NamedTuple):
    """One planted slip."""

    lang: Lang
    what: str
    codes: frozenset[str]
    everywhere: bool
    old: str
    new: str


def _text(name: str, lang: Lang) -> str:
    return (FOLDER / f"{name}.{lang}.txt").read_text(encoding="utf-8")


def _slips(lang: Lang) -> Iterator[Slip]:
    for block in re.split(r"\n\n+", _text("slips", lang).strip())[1:]:
        head, _, rest = block.partition("\n> ")
        old, _, new = rest.partition("\n< ")
        what, codes = head.split("\n")
        words = codes.split()
        yield Slip(lang, what, frozenset(words) - {"all"}, "all" in words, old, new.rstrip("\n"))


SLIPS = [slip for lang in LANGS for slip in _slips(lang)]


@cache
def _base(lang: Lang) -> Act:
    return build(source(_text("base", lang), lang))


def _found(text: str, lang: Lang) -> tuple[Finding, ...]:
    return check(build(source(text, lang)), bases=(_base(lang),))


@pytest.mark.parametrize("lang", LANGS)
def test_the_clean_order_has_no_defect_beside_its_base(lang: Lang) -> None:
    assert [(found.code, found.text) for found in _found(_text("order", lang), lang)] == []


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.lang}: {slip.what}")
def test_a_planted_slip_is_found(slip: Slip) -> None:
    order = _text("order", slip.lang)
    assert slip.old in order
    spoiled = order.replace(slip.old, slip.new, -1 if slip.everywhere else 1)
    codes = {found.code for found in _found(spoiled, slip.lang)}
    assert codes & slip.codes, codes


ONCE = ("check.title_differs", "check.quote_unclosed")


@pytest.mark.parametrize(
    "slip", [slip for slip in SLIPS if slip.codes & set(ONCE)], ids=lambda slip: f"{slip.lang}: {slip.what}"
)
def test_one_slip_of_the_title_or_of_a_quote_is_told_once(slip: Slip) -> None:
    spoiled = _text("order", slip.lang).replace(slip.old, slip.new, -1 if slip.everywhere else 1)
    codes = [found.code for found in _found(spoiled, slip.lang)]
    assert all(codes.count(code) <= 1 for code in ONCE), codes


@pytest.mark.parametrize("lang", LANGS)
def test_a_slip_in_the_citation_hides_no_other_one(lang: Lang) -> None:
    """One wrong figure in the citation is a slip; where the day differs as well, another act is meant."""
    own = [slip for slip in SLIPS if slip.lang == lang]
    unit = next(slip for slip in own if slip.codes == {"check.base_unit"})
    day, number, register = (slip for slip in own if slip.codes == {"check.base_named"})
    text = _text("order", lang).replace(unit.old, unit.new, 1)
    assert text != _text("order", lang)
    for slip in (day, number, register):
        spoiled = text.replace(slip.old, slip.new)
        assert {found.code for found in _found(spoiled, lang)} >= {"check.base_named", "check.base_unit"}, slip.what
    other = text.replace(number.old, number.new).replace(day.old, day.new)
    assert "check.base_unit" not in {found.code for found in _found(other, lang)}
