"""Furniture of pages: running heads and feet, page numbers, the site's footer, told from the act by how they recur."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import inf
from typing import Literal

from lexkz.languages.folding import fold
from lexkz.languages.references import References
from lexkz.read.blocks import Furniture
from lexkz.read.pdf.lines import Printed
from lexkz.read.pdf.tables import box
from lexkz.read.site import SITE

_ZONE = 3
"""Lines at most of a running head or foot."""
_APART = 1.6
"""Of the usual leading: so far a running head stands from the text."""
_OFTEN = 0.7
"""Of the pages: what recurs on so many is furniture."""
_MARGIN = 0.12
"""Of the page's height: furniture stands at most so far from its edge."""
_SIDES: tuple[Literal["header", "footer"], ...] = ("header", "footer")
_DIGITS = re.compile(r"\d+")
_NUMBERS = 4
"""Numbers of a line of which each may be the page's."""
_NUMBER = re.compile(r"\W*(?:\w{3,9}\.?\s)?(\d{1,4})(?:\s?(?:/|из|of|бет)\s?(\d{1,4}))?\W*(?:бет|стр)?\W*")

Side = Literal["header", "footer"]
Kind = Literal["footer", "header", "page_number"]


@dataclass(frozen=True, slots=True)
class Page:
    """What one page shows, as far as furniture is looked for."""

    height: float
    lines: tuple[Printed, ...]
    """Outside tables, from top to bottom."""
    tables: tuple[tuple[float, float], ...] = ()
    """Top and bottom of each table."""


def set_aside(
    pages: Mapping[int, Page], leading: float, words: References
) -> tuple[frozenset[Printed], tuple[Furniture, ...]]:
    """Return the lines that are furniture, and their record.

    ``leading``: from baseline to baseline, in type sizes. A head or foot stands apart from the text, beyond all text of
    any page, and recurs at its place on each page (or each second), its numbers counting with the pages where they
    change; what names an annex or a form is none, wherever it stands.
    """
    zones = {
        (number, side): zone
        for number, page in pages.items()
        for side in _SIDES
        if (zone := _zone(page.lines, leading, at_top=side == "header"))
    }
    seen = _seen(zones, pages)
    found: dict[Printed, Kind] = {}
    for (number, side), zone in zones.items():
        kinds: dict[Printed, Kind] = {}
        for line in zone:
            numbered = _NUMBER.fullmatch(line.text)
            alone = len(pages) < 3 and side == "footer" and len(zone) == 1
            own = alone and numbered is not None and int(numbered[1]) == number
            place = round(_depth(line, side, pages[number]) / 8)
            margin = _depth(line, side, pages[number]) < _MARGIN * pages[number].height
            act = not margin or words.annex.search(line.text) or words.form.fullmatch(line.text.strip())
            if not act and (own or any(_recurs(seen.get((side, key, place)), pages) for key in _keys(line, number))):
                kinds[line] = "page_number" if numbered else side
        # Lines that stand together are furniture together: a corner mark begins alike on many pages.
        if len(kinds) == len(zone):
            found.update(kinds)
    taken = _beyond_text(found, pages, zones)
    for page in pages.values():
        _site(page.lines, taken)
    ordered = sorted(taken.items(), key=lambda item: (item[0].page, item[0].y))
    return frozenset(taken), tuple(Furniture(line.text, kind, box([line])) for line, kind in ordered)


def _seen(
    zones: Mapping[tuple[int, Side], Sequence[Printed]], pages: Mapping[int, Page]
) -> dict[tuple[str, str, int], list[int]]:
    """Return on how many even pages, and how many odd ones, each text stands at each place, if on more than one."""
    # Where no page has a head, the first line of each would be kept: their hashes are, until one comes again.
    once: set[int] = set()
    again: set[int] = set()
    for (number, side), zone in zones.items():
        for own in {hash((side, key)) for line in zone for key in _keys(line, number)}:
            (again if own in once else once).add(own)
    seen: dict[tuple[str, str, int], list[int]] = {}
    for (number, side), zone in zones.items():
        standing = {
            (side, key, round(_depth(line, side, pages[number]) / 8) + step)
            for line in zone
            for key in _keys(line, number)
            if hash((side, key)) in again
            for step in (-1, 0, 1)
        }
        for where in standing:
            seen.setdefault(where, [0, 0])[number % 2] += 1
    return seen


def _recurs(counts: Sequence[int] | None, pages: Mapping[int, Page]) -> bool:
    """Tell whether something stands on most pages, the first aside, or on most odd or even ones."""
    if counts is None or sum(counts) < 2:
        return False
    if sum(counts) >= _OFTEN * (len(pages) - 1):
        return True
    if all(counts):
        return False
    parity = 1 if counts[1] else 0
    sides = sum(number % 2 == parity for number in pages)
    return counts[parity] > 2 and counts[parity] >= _OFTEN * (sides - 1)


def _beyond_text(
    found: Mapping[Printed, Kind], pages: Mapping[int, Page], zones: Mapping[tuple[int, Side], Sequence[Printed]]
) -> dict[Printed, Kind]:
    """Return what stands above (below) all text of all pages: where some page has text, no head recurs."""
    taken: dict[Printed, Kind] = {}
    for side in _SIDES:
        lines = (_depth(line, side, page) for page in pages.values() for line in page.lines if line not in found)
        tables = (
            top if side == "header" else page.height - bottom for page in pages.values() for top, bottom in page.tables
        )
        first = min(chain(lines, tables), default=inf)
        for (number, own), zone in zones.items():
            if own == side:
                taken.update(
                    (line, found[line]) for line in zone if line in found and _depth(line, side, pages[number]) < first
                )
    return taken


def _depth(line: Printed, side: Side, page: Page) -> float:
    """Return how far a line stands from the top (bottom) of its page, in points."""
    return line.y if side == "header" else page.height - line.y


def _zone(found: Sequence[Printed], leading: float, *, at_top: bool) -> list[Printed]:
    """Return the lines at the top (or bottom) of a page that stand apart from the rest."""
    ordered = list(found) if at_top else list(reversed(found))
    for count in range(1, min(_ZONE, len(ordered) - 1) + 1):
        inner, outer = ordered[count], ordered[count - 1]
        if abs(inner.y - outer.y) > _APART * leading * min(inner.size, outer.size):
            return ordered[:count]
    return ordered if len(ordered) <= 1 else []


def _keys(line: Printed, number: int) -> set[str]:
    """Return what must recur: the line as it is, with its numbers counted from the page's own, or with one of them:
    in «1 / 16» the other stays."""
    text = line.text
    made = {fold(text), fold(_DIGITS.sub(lambda match: _offset(match.group(), number), text))}
    for found in list(_DIGITS.finditer(text))[:_NUMBERS]:
        made.add(fold(text[: found.start()] + _offset(found.group(), number) + text[found.end() :]))
    return made


def _offset(digits: str, page: int) -> str:
    value = int(digits) if len(digits) < 6 else -1
    return f"#{value - page}" if 0 <= value - page <= 400 else digits


def _site(found: Sequence[Printed], taken: dict[Printed, Kind]) -> None:
    """Take the site's footer: from its sign on to the end of the page, small lines under it included."""
    start = next((index for index, line in enumerate(found) if SITE.match(line.text)), None)
    if start is not None and len(found) - start <= 4:
        for line in found[start:]:
            taken.setdefault(line, "footer")
