"""Furniture of pages: running heads and feet, page numbers, the site's footer, told from the act by how they recur."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, takewhile
from math import inf

from lexkz.languages.folding import fold
from lexkz.languages.references import References
from lexkz.reading.blocks import Furniture
from lexkz.reading.pdf.edges import Kind, PageEdges, Side, small
from lexkz.reading.pdf.electronic import electronic
from lexkz.reading.pdf.footnotes import begins_note
from lexkz.reading.pdf.lines import Printed
from lexkz.reading.pdf.tables import box
from lexkz.reading.site import SITE

_ZONE = 14
"""Lines at most of a running head or foot."""
_USUAL = 3
"""Lines of an ordinary one; a longer one must be set small, or stand on more pages than two."""
_DEEP = 0.3
"""Of the page's height: so far from its edge a longer one stands."""
_APART = 1.6
"""Of the usual leading: so far a running head stands from the text."""
_OFTEN = 0.7
"""Of the pages: what recurs on so many is furniture."""
_MARGIN = 0.12
"""Of the page's height: furniture stands at most so far from its edge."""
_GOING = 0.25
"""Of the pages that have it: a sentence goes on over so many heads of the size of the text whose numbers change."""
_MANY = 4
"""Pages on which a line that counts with them shows that it is none of the text, without white over it."""
_LITTLE = "\0"
"""Stands for any small line."""
_SIDES: tuple[Side, ...] = ("header", "footer")
_DIGITS = re.compile(r"\d+")
_NUMBERS = 4
"""Numbers of a line of which each may be the page's."""
_BETWEEN = re.compile(r"[-–—]\s*\d{1,4}\s*[-–—]")
_NUMBER = re.compile(r"\W*(?:\w{3,9}\.?\s)?(\d{1,4})(?:\s?(?:/|из|of|бет)\s?(\d{1,4}))?\W*(?:бет|стр)?\W*")


@dataclass(slots=True)
class _SeenLines:
    """On how many pages something stands at one place."""

    even: int = 0
    odd: int = 0
    going: int = 0
    """On how many of them a sentence of the text goes on over it from page to page."""


def set_aside(
    pages: Mapping[int, PageEdges], leading: float, body: float, words: References
) -> tuple[frozenset[Printed], tuple[Furniture, ...], tuple[Printed, ...]]:
    """Return the lines that are furniture, their record, and lines of which it cannot be told: they stay in the text.

    ``leading``: from baseline to baseline, in type sizes; ``body``: type size of the text, that of tables with it. A
    head or foot stands apart from the text, beyond all text of any page, and recurs at its place on each page (or each
    second), its numbers counting with the pages where they change; where it is set small, or sentences go on over it,
    its numbers may change as they will. Small type at the head of all pages is furniture, whatever it says. What names
    an annex or a form is none, wherever it stands.
    """
    return _Edges(pages, leading, body, words).told()


class _Edges:
    """The edges of all pages together."""

    def __init__(self, pages: Mapping[int, PageEdges], leading: float, body: float, words: References) -> None:
        self.pages = pages
        self.words = words
        self.body = body
        self.zones: dict[tuple[int, Side], list[Printed]] = {}
        self.cuts: dict[tuple[int, Side], list[int]] = {}
        self.tight: set[tuple[int, Side]] = set()
        """Edges where no white parts a line from the text: what recurs there must be sure without it."""
        for number, page in pages.items():
            for side in _SIDES:
                found = _cuts(page, side, leading)
                if not found and page.lines:
                    self.tight.add((number, side))
                    found = [1]
                if found:
                    inwards = page.lines if side == "header" else page.lines[::-1]
                    # The line beyond is looked at too: where it recurs as well, pages are alike and have no long head.
                    deep = found[-1] + 1
                    if (number, side) in self.tight:
                        # A foot can stand right below a table that fills the page: all its small lines are looked at.
                        deep = max(deep, sum(1 for _ in takewhile(self._is_little, inwards[:_ZONE])))
                    self.zones[number, side] = list(inwards[:deep])
                    self.cuts[number, side] = found
        self.seen = self._seen()

    def told(self) -> tuple[frozenset[Printed], tuple[Furniture, ...], tuple[Printed, ...]]:
        found: dict[Printed, Kind] = {}
        for (number, side), zone in self.zones.items():
            for count in reversed(self.cuts[number, side]):
                if (number, side) in self.tight and not self._is_sure(zone[0], number, side):
                    continue
                kinds = self._kinds(zone[:count], number, side)
                beyond = zone[count : count + 1] if count > _USUAL else []
                if kinds is not None and not any(self._stands(line, number, side, bare=False) for line in beyond):
                    found.update(kinds)
                    if (number, side) in self.tight:
                        found.update(dict.fromkeys(self._sure_lines(zone[count:], number, side), side))
                    break
            else:
                # Of small lines at the edge those that are sure can stand by one that is the act's.
                found.update(dict.fromkeys(self._sure_lines(zone, number, side), side))
        taken = self._beyond_text(found)
        for page in self.pages.values():
            _site(page.lines, taken)
            taken.update(electronic(page, frozenset(taken), self.body))
        ordered = sorted(taken.items(), key=lambda item: (item[0].page, item[0].y))
        record = tuple(Furniture(line.text, kind, box([line])) for line, kind in ordered)
        return frozenset(taken), record, tuple(self._doubts(frozenset(taken)))

    def _beyond_text(self, found: Mapping[Printed, Kind]) -> dict[Printed, Kind]:
        """Return what stands above (below) all text of all pages: where some page has text, no head recurs. Numbers
        of pages and small lines that say the same on most pages are sure without it: a first page can begin higher."""
        taken: dict[Printed, Kind] = {}
        for side in _SIDES:
            lines = (
                _depth(line, side, page) for page in self.pages.values() for line in page.lines if line not in found
            )
            tables = (
                top if side == "header" else page.height - bottom
                for page in self.pages.values()
                for top, bottom in page.tables
            )
            first = min(chain(lines, tables), default=inf)
            for (number, own), zone in self.zones.items():
                taken.update(
                    (line, found[line])
                    for line in zone
                    if own == side
                    and line in found
                    and (_depth(line, side, self.pages[number]) < first or self._is_sure(line, number, side))
                )
        return taken

    def _is_little(self, line: Printed) -> bool:
        return small(line, self.body)

    def _sure_lines(self, zone: Sequence[Printed], number: int, side: Side) -> Iterator[Printed]:
        return takewhile(partial(self._is_sure, number=number, side=side), zone)

    def _is_sure(self, line: Printed, number: int, side: Side) -> bool:
        place = round(_depth(line, side, self.pages[number]) / 8)
        recurs = any(self._recurs(self.seen.get((side, key, place))) for key in _keys(line, number))
        if not recurs or len(self.pages) < 3 or self._names_an_annex(line):
            return False
        if small(line, self.body) or _NUMBER.fullmatch(line.text):
            return True
        # What is of the text's size counts with the pages and says nothing else: no text does so page after page.
        counted = fold(_DIGITS.sub(lambda match: _offset(match.group(), number), line.text))
        keys = {counted, *_keys(line, number)} - {fold(line.text)}
        return len(self.pages) >= _MANY and any(
            "#0" in key and self._recurs(self.seen.get((side, key, place))) for key in keys
        )

    def _kinds(self, zone: Sequence[Printed], number: int, side: Side) -> dict[Printed, Kind] | None:
        """Return what each line of a head or foot is; None where one of them is none: lines that stand together are
        furniture together, since a corner mark begins alike on many pages."""
        kinds: dict[Printed, Kind] = {}
        pages = self.pages
        long = len(zone) > _USUAL
        height = pages[number].height
        for line in zone:
            numbered = _NUMBER.fullmatch(line.text)
            # «- 2 -» is the number of its page on top as well; a bare figure there can be a point's.
            alone = len(pages) < 3 and len(zone) == 1 and (side == "footer" or bool(_BETWEEN.fullmatch(line.text)))
            own = alone and numbered is not None and int(numbered[1]) == number
            if _depth(line, side, pages[number]) >= (_DEEP if long else _MARGIN) * height:
                return None
            if self._names_an_annex(line):
                return None
            if long and not small(line, self.body) and len(pages) < 3:
                return None
            if not own and not self._stands(line, number, side, bare=not long):
                return None
            kinds[line] = "page_number" if numbered else side
        return kinds

    def _names_an_annex(self, line: Printed) -> bool:
        return bool(self.words.annex.search(line.text) or self.words.form.fullmatch(line.text.strip()))

    def _stands(self, line: Printed, number: int, side: Side, *, bare: bool) -> bool:
        """Tell whether a line stands on most pages at its place; ``bare``: it, or other small type in its stead."""
        place = round(_depth(line, side, self.pages[number]) / 8)
        if any(self._recurs(self.seen.get((side, key, place))) for key in _keys(line, number)):
            return True
        changing = self.seen.get((side, _changing(line), place))
        little = small(line, self.body)
        if self._recurs(changing) and changing is not None:
            return little or changing.going >= _GOING * (changing.even + changing.odd)
        return bare and little and side == "header" and self._recurs(self.seen.get((side, _LITTLE, place)))

    def _recurs(self, seen: _SeenLines | None) -> bool:
        """Tell whether something stands on most pages, the first aside, or on most odd or even ones."""
        if seen is None or seen.even + seen.odd < 2:
            return False
        if seen.even + seen.odd >= _OFTEN * (len(self.pages) - 1):
            return True
        if seen.even and seen.odd:
            return False
        count = seen.even or seen.odd
        parity = 1 if seen.odd else 0
        sides = sum(number % 2 == parity for number in self.pages)
        return count > 2 and count >= _OFTEN * (sides - 1)

    def _seen(self) -> dict[tuple[Side, str, int], _SeenLines]:
        """Return on how many pages each text stands at each place, if on more than one."""
        # Where no page has a head, the first line of each would be kept: their hashes are, until one comes again.
        once: set[int] = set()
        again: set[int] = set()
        for (number, side), zone in self.zones.items():
            for own in {hash((side, key)) for line in zone for key in self._all_keys(line, number)}:
                (again if own in once else once).add(own)
        seen: dict[tuple[Side, str, int], _SeenLines] = {}
        for (number, side), zone in self.zones.items():
            going = self._goes_on(number, side)
            standing = {
                (side, key, round(_depth(line, side, self.pages[number]) / 8) + step)
                for line in zone
                for key in (_keys(line, number) if (number, side) in self.tight else self._all_keys(line, number))
                if hash((side, key)) in again
                for step in (-1, 0, 1)
            }
            for where in standing:
                one = seen.setdefault(where, _SeenLines())
                one.odd += number % 2
                one.even += 1 - number % 2
                one.going += going
        return seen

    def _all_keys(self, line: Printed, number: int) -> set[str]:
        made = _keys(line, number)
        made.add(_changing(line))
        if small(line, self.body):
            made.add(_LITTLE)
        return made

    def _goes_on(self, number: int, side: Side) -> bool:
        """Tell whether the text beyond the head (or foot) of a page goes on a sentence from page to page."""
        count, zone = self.cuts[number, side][0], self.zones[number, side]
        inner = zone[count].text if count < len(zone) else "."
        if side == "header":
            return number > min(self.pages) and inner[:1].islower()
        return number < max(self.pages) and not inner.rstrip().endswith((".", ";", ":", "»", '"'))

    def _doubts(self, taken: frozenset[Printed]) -> Iterator[Printed]:
        """Yield small lines at the edge of a page, apart from its text, which recur on no other page and are known by
        no words: they may be its head or foot. Footnotes are none of them."""
        for (number, side), zone in self.zones.items():
            if (number, side) in self.tight:
                continue
            page = self.pages[number]
            for count in reversed(self.cuts[number, side]):
                left = [line for line in zone[:count] if line not in taken]
                edge = _depth(zone[0], side, page) < _MARGIN * page.height
                plain = not any(self._names_an_annex(line) or begins_note(line) for line in left)
                if left and edge and plain and all(small(line, self.body) for line in left):
                    yield from left
                    break


def _depth(line: Printed, side: Side, page: PageEdges) -> float:
    """Return how far a line stands from the top (bottom) of its page, in points."""
    return line.y if side == "header" else page.height - line.y


def _cuts(page: PageEdges, side: Side, leading: float) -> list[int]:
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


def _changing(line: Printed) -> str:
    """Return what recurs of a line whose numbers change."""
    return fold(_DIGITS.sub("#", line.text))


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
