"""Furniture of pages: running heads and feet, page numbers, the site's footer, told from the act by how they recur."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import inf
from typing import Literal

from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.paper import paper
from lexkz.languages.references import References
from lexkz.read.blocks import Furniture
from lexkz.read.pdf.lines import Printed
from lexkz.read.pdf.tables import box
from lexkz.read.site import SITE

_ZONE = 14
"""Lines at most of a running head or foot."""
_USUAL = 3
"""Lines of an ordinary one; a longer one must be set small, or stand on more pages than two."""
_DEEP = 0.3
"""Of the page's height: so far from its edge a longer one stands."""
_SMALL = 0.92
"""Of the type size of the text: type up to so large is small."""
_FOOT, _HEAD = 0.75, 0.15
"""Of the page's height: where feet begin and heads end."""
_SENTENCE = 8
"""Lines at most of the sentence of an electronic document."""
_APART = 1.6
"""Of the usual leading: so far a running head stands from the text."""
_OFTEN = 0.7
"""Of the pages: what recurs on so many is furniture."""
_MARGIN = 0.12
"""Of the page's height: furniture stands at most so far from its edge."""
_SIDES: tuple[Literal["header", "footer"], ...] = ("header", "footer")
_LANGS: tuple[Lang, ...] = ("kaz", "rus")
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
    body = _body_size(pages)
    zones: dict[tuple[int, Side], list[Printed]] = {}
    cuts: dict[tuple[int, Side], list[int]] = {}
    for number, page in pages.items():
        for side in _SIDES:
            found_cuts = _cuts(page, side, leading)
            if found_cuts:
                inwards = page.lines if side == "header" else page.lines[::-1]
                # The line beyond is looked at too: where it recurs as well, pages are alike and have no long head.
                zones[number, side] = list(inwards[: found_cuts[-1] + 1])
                cuts[number, side] = found_cuts
    seen = _seen(zones, pages)
    found: dict[Printed, Kind] = {}
    for (number, side), zone in zones.items():
        for count in reversed(cuts[number, side]):
            kinds = _kinds(zone[:count], number, side, pages, seen, words, body)
            beyond = zone[count : count + 1] if count > _USUAL else []
            if kinds is not None and not any(_stands(line, number, side, pages, seen) for line in beyond):
                found.update(kinds)
                break
    taken = _beyond_text(found, pages, zones)
    for page in pages.values():
        _site(page.lines, taken)
        _electronic(page, taken, body)
    ordered = sorted(taken.items(), key=lambda item: (item[0].page, item[0].y))
    return frozenset(taken), tuple(Furniture(line.text, kind, box([line])) for line, kind in ordered)


def _kinds(
    zone: Sequence[Printed],
    number: int,
    side: Side,
    pages: Mapping[int, Page],
    seen: Mapping[tuple[str, str, int], Sequence[int]],
    words: References,
    body: float,
) -> dict[Printed, Kind] | None:
    """Return what each line of a head or foot is; None where one of them is none: lines that stand together are
    furniture together, since a corner mark begins alike on many pages."""
    kinds: dict[Printed, Kind] = {}
    long = len(zone) > _USUAL
    height = pages[number].height
    for line in zone:
        numbered = _NUMBER.fullmatch(line.text)
        alone = len(pages) < 3 and side == "footer" and len(zone) == 1
        own = alone and numbered is not None and int(numbered[1]) == number
        if _depth(line, side, pages[number]) >= (_DEEP if long else _MARGIN) * height:
            return None
        if words.annex.search(line.text) or words.form.fullmatch(line.text.strip()):
            return None
        if long and line.size > _SMALL * body and len(pages) < 3:
            return None
        if not own and not _stands(line, number, side, pages, seen):
            return None
        kinds[line] = "page_number" if numbered else side
    return kinds


def _stands(
    line: Printed,
    number: int,
    side: Side,
    pages: Mapping[int, Page],
    seen: Mapping[tuple[str, str, int], Sequence[int]],
) -> bool:
    """Tell whether a line stands on most pages at its place."""
    place = round(_depth(line, side, pages[number]) / 8)
    return any(_recurs(seen.get((side, key, place)), pages) for key in _keys(line, number))


def _body_size(pages: Mapping[int, Page]) -> float:
    """Return the type size of most of the text."""
    sizes: Counter[float] = Counter()
    for page in pages.values():
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _electronic(page: Page, taken: dict[Printed, Kind], body: float) -> None:
    """Take the sentence that an electronic document equals one on paper, in either language, and what its system
    prints beside it: small, or at the edge of the page, and known by its words, on a single page as well."""
    found = [line for line in page.lines if line not in taken]
    at = 0
    while at < len(found):
        end = _sentence(found, at, page.height, body)
        for line in found[at:end]:
            taken[line] = "header" if line.y < page.height / 2 else "footer"
        at = max(end, at + 1)


def _sentence(found: Sequence[Printed], at: int, height: float, body: float) -> int:
    """Return the index after the last line of the sentence that begins with line ``at``, or ``at`` where none does."""
    first = found[at]
    small = first.size <= _SMALL * body
    if not small and _HEAD * height < first.y < _FOOT * height:
        return at
    text = ""
    for end in range(at, min(at + _SENTENCE, len(found))):
        line = found[end]
        if abs(line.size - first.size) > 0.08 * first.size:
            break
        text = fold_spaces(f"{text} {line.text}")
        for lang in _LANGS:
            words = paper(lang)
            if small and words.alone.match(text):
                return end + 1
            if not words.opening.match(text):
                continue
            closed = words.closing.search(text)
            if closed and words.inside.search(text):
                # The system goes on in small type: where the document was made, how it is checked.
                while small and end + 1 < len(found) and _same_block(found[end], found[end + 1]):
                    end += 1
                return end + 1 if small or closed.end() >= len(text) - 2 else at
    return at


def _same_block(line: Printed, below: Printed) -> bool:
    return abs(line.size - below.size) <= 0.08 * line.size and below.y - line.y < 2 * line.size


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


def _cuts(page: Page, side: Side, leading: float) -> list[int]:
    """Return after how many lines, from the top (or bottom) of a page, white parts them from the rest."""
    ordered = page.lines if side == "header" else page.lines[::-1]
    if len(ordered) == 1:
        return [1]
    made: list[int] = []
    for count in range(1, min(_ZONE, len(ordered) - 1) + 1):
        inner, outer = ordered[count], ordered[count - 1]
        if _depth(outer, side, page) >= _DEEP * page.height:
            break
        if abs(inner.y - outer.y) > _APART * leading * min(inner.size, outer.size):
            made.append(count)
    return made


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
