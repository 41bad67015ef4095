"""Furniture of pages: running heads and feet, page numbers, the site's footer, told from the act by how they recur."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
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
_OFTEN = 0.4
"""Of the pages: what recurs on so many is furniture."""
_NUMBER = re.compile(r"\W*(?:\w{3,9}\.?\s)?(\d{1,4})(?:\s?(?:/|из|of|бет)\s?(\d{1,4}))?\W*(?:бет|стр)?\W*")

Kind = Literal["footer", "header", "page_number"]


def set_aside(
    pages: Mapping[int, Sequence[Printed]], leading: float, words: References
) -> tuple[frozenset[Printed], tuple[Furniture, ...]]:
    """Return the lines that are furniture, and their record.

    ``pages``: all lines outside tables of each page, from top to bottom; ``leading``: from baseline to baseline, in
    type sizes. A head or foot stands apart from the text and recurs at its place on many pages, its numbers counting
    with the pages where they change; what names an annex or a form is none, wherever it stands.
    """
    zones = {
        (number, side): zone
        for number, found in pages.items()
        for side in ("header", "footer")
        if (zone := _zone(found, leading, at_top=side == "header"))
    }
    seen = Counter(
        (side, key, round(line.y / 8) + step)
        for (number, side), zone in zones.items()
        for line in zone
        for key in _keys(line, number)
        for step in (-1, 0, 1)
    )
    enough = max(2, _OFTEN * len(pages))
    taken: dict[Printed, Kind] = {}
    for (number, side), zone in zones.items():
        for line in zone:
            if words.annex.search(line.text) or words.form.fullmatch(line.text.strip()):
                continue
            numbered = _NUMBER.fullmatch(line.text)
            alone = len(pages) < 3 and side == "footer" and len(zone) == 1
            own = alone and numbered is not None and int(numbered[1]) == number
            if own or any(seen[side, key, round(line.y / 8)] >= enough for key in _keys(line, number)):
                taken[line] = "page_number" if numbered else "header" if side == "header" else "footer"
    for found in pages.values():
        _site(found, taken)
    record = tuple(
        Furniture(line.text, kind, box([line]))
        for line, kind in sorted(taken.items(), key=lambda item: (item[0].page, item[0].y))
    )
    return frozenset(taken), record


def _zone(found: Sequence[Printed], leading: float, *, at_top: bool) -> list[Printed]:
    """Return the lines at the top (or bottom) of a page that stand apart from the rest."""
    ordered = list(found) if at_top else list(reversed(found))
    for count in range(1, min(_ZONE, len(ordered) - 1) + 1):
        inner, outer = ordered[count], ordered[count - 1]
        if abs(inner.y - outer.y) > _APART * leading * min(inner.size, outer.size):
            return ordered[:count]
    return ordered if len(ordered) <= 1 else []


def _keys(line: Printed, number: int) -> set[str]:
    """Return what must recur: the line as it is, or with its numbers counted from the page's own."""
    return {fold(line.text), fold(re.sub(r"\d+", lambda match: _offset(match.group(), number), line.text))}


def _offset(digits: str, page: int) -> str:
    value = int(digits) if len(digits) < 6 else -1
    return f"#{value - page}" if 0 <= value - page <= 400 else digits


def _site(found: Sequence[Printed], taken: dict[Printed, Kind]) -> None:
    """Take the site's footer: from its sign on to the end of the page, small lines under it included."""
    start = next((index for index, line in enumerate(found) if SITE.match(line.text)), None)
    if start is not None and len(found) - start <= 4:
        for line in found[start:]:
            taken.setdefault(line, "footer")
