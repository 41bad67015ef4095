"""Corner marks on a page with undrawn tables: the mark of the next annex ends the table above it, however near."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.reading.pdf.bands import is_doubtful
from lexkz.reading.pdf.gutters import Columns, gaps_of, regions
from lexkz.reading.pdf.lines import PdfLine
from lexkz.reading.pdf.parts import TablePart

_RIGHT = 0.4
"""Of the width of the text: a corner mark stands further to the right."""
_LINES = 8
"""Lines at most of a mark."""
_STEP = 1.9
"""Of the type size: lines of a mark stand at most so far apart."""
_EDGE = 1.0
"""Points: stretched lines of one frame end, and the white of one line differs, by less."""
_EVEN = 1.1
"""A mark that stands from the line above as its own lines do, within this, can be that line's next one."""


@dataclass(frozen=True, slots=True)
class Regions:
    """Lines of a page, gathered where they stand in columns, and texts of those whose place cannot be told."""

    items: tuple[PdfLine | TablePart | Columns, ...]
    doubts: tuple[str, ...]


def parted_by_marks(found: Sequence[PdfLine], page: int) -> Regions:
    """Return the lines of a page with undrawn tables and blocks gathered, none across a corner mark."""
    if not found:
        return Regions((), ())
    edges = min(line.x0 for line in found), max(line.x1 for line in found)
    items: list[PdfLine | TablePart | Columns] = []
    doubts: list[str] = []
    begun = 0
    for first, end, doubt in _marks(found, *edges):
        items.extend(regions(found[begun:first], page, edges))
        if doubt and items and isinstance(items[-1], TablePart):
            doubts.append(" ".join(_text(line) for line in found[first:end]))
        items.extend(found[first:end])
        begun = end
    items.extend(regions(found[begun:], page, edges))
    doubts.extend(
        " ".join(line.text for field in item.fields for line in field.lines)
        for item in items
        if isinstance(item, TablePart) and is_doubtful(item)
    )
    return Regions(tuple(items), tuple(doubts))


def _marks(found: Sequence[PdfLine], left: float, right: float) -> list[tuple[int, int, bool]]:
    """Return the first line of each corner mark, the one after its last, and whether its first may be a cell's last.

    The language of the file is not known yet: the words of both are looked for.
    """
    alone = [
        line.x0 > left + _RIGHT * (right - left)
        and (not gaps_of(line, left, right) or _is_stretched(found, at))
        and not _has_beside(found, at)
        for at, line in enumerate(found)
    ]
    made: list[tuple[int, int, bool]] = []
    for at, line in enumerate(found):
        if not alone[at] or (made and at < made[-1][1]):
            continue
        for words in (words_of("kaz").structure, words_of("rus").structure):
            if not words.annex.fullmatch(fold_spaces(_text(line))):
                continue
            first, end = at, at + 1
            if words.annex_ends_mark:
                least = made[-1][1] if made else 0
                while first > least and at - first < _LINES and alone[first - 1] and _goes_on(found[first - 1 : end]):
                    first -= 1
            else:
                while end < len(found) and end - at < _LINES and alone[end] and _goes_on(found[first : end + 1]):
                    end += 1
            if not _is_row(found, first, end, left, right):
                made.append((first, end, _is_near(found, first, end)))
            break
    return made


def _is_stretched(found: Sequence[PdfLine], at: int) -> bool:
    """Tell whether a line was spread over a narrow frame: its white is even, and a line above or below it has both of
    its edges."""
    line = found[at]
    white = [other.x0 - one.x1 for one, other in pairwise(line.words)]
    near = [*found[max(at - 1, 0) : at], *found[at + 1 : at + 2]]
    even = bool(white) and max(white) - min(white) < _EDGE
    return even and any(abs(other.x0 - line.x0) < _EDGE and abs(other.x1 - line.x1) < _EDGE for other in near)


def _has_beside(found: Sequence[PdfLine], at: int) -> bool:
    """Tell whether the next line above or below stands rather beside a line than over or under it."""
    near = [*found[max(at - 1, 0) : at], *found[at + 1 : at + 2]]
    return any(abs(other.y - found[at].y) < 0.7 * found[at].size for other in near)


def _text(line: PdfLine) -> str:
    return " ".join(word.text for word in line.words)


def _goes_on(lines: Sequence[PdfLine]) -> bool:
    """Tell whether lines are set as one mark: evenly, and on one left edge, right edge or middle."""
    steps = [below.y - above.y for above, below in pairwise(lines)]
    one, other = lines[0], lines[-1]
    off = min(abs(one.x0 - other.x0), abs(one.x1 - other.x1), abs(one.x0 + one.x1 - other.x0 - other.x1) / 2)
    return (
        max(steps) < min(_STEP * one.size, _EVEN * min(steps))
        and off < one.size
        and abs(one.size - other.size) < 0.1 * one.size
    )


def _is_row(found: Sequence[PdfLine], first: int, end: int, left: float, right: float) -> bool:
    """Tell whether rows of one table stand right above and below: then these lines are of its last column."""
    if not first or end >= len(found):
        return False
    above, below = gaps_of(found[first - 1], left, right), gaps_of(found[end], left, right)
    near = found[end].y - found[end - 1].y < 2 * _STEP * found[end].size
    return near and any(
        min(one.x1, other.x1) - max(one.x0, other.x0) > found[end].size for one in above for other in below
    )


def _is_near(found: Sequence[PdfLine], first: int, end: int) -> bool:
    """Tell whether no more white stands over a mark than between its lines."""
    if not first:
        return False
    step = found[first + 1].y - found[first].y if end - first > 1 else 1.2 * found[first].size
    return found[first].y - found[first - 1].y <= _EVEN * step
