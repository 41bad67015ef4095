"""Tables and blocks in columns that no line draws: what lines of print leave white one under the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lexkz.read.pdf.bands import table_fields
from lexkz.read.pdf.lines import Line, Printed, printed
from lexkz.read.pdf.parts import Part
from lexkz.read.pdf.words import Word

_GUTTER = 1.6
"""Of the type size: so wide a gap in a line can part two columns."""
_KEPT = 0.8
"""So much of it must stay white through all rows."""
_FAR = 3.4
"""Of the type size: lines further apart do not belong to one table."""
_CLOSE = 1.5
"""Lines of one cell stand at most so far apart."""
_EVEN = 1.3
"""Gaps of a justified line differ by less."""
_TERMINAL = (".", ";", ":", "!", "?")


@dataclass(frozen=True, slots=True)
class Columns:
    """Lines in columns side by side, of one row only: a signature, approvals."""

    page: int
    columns: tuple[tuple[Printed, ...], ...]
    whole: tuple[Printed, ...]
    """The same as lines over the whole width."""

    @property
    def y(self) -> float:
        """Where it begins on its page."""
        return self.whole[0].top


@dataclass(frozen=True, slots=True)
class Gap:
    """White between two words, in points."""

    x0: float
    x1: float


def regions(found: Sequence[Line], page: int) -> list[Line | Part | Columns]:
    """Return the lines of a page with those that stand in columns gathered into tables and blocks."""
    if not found:
        return []
    left, right = min(line.x0 for line in found), max(line.x1 for line in found)
    parted = [_gaps(line, left, right) for line in found]
    made: list[Line | Part | Columns] = []
    at = 0
    while at < len(found):
        if not parted[at]:
            made.append(found[at])
            at += 1
            continue
        end, gutters = _region(found, parted, at)
        begin = at
        while made and isinstance(above := made[-1], Line) and _leads(above, found[begin], gutters):
            made.pop()
            begin -= 1
        made.append(_built(found[begin:end], gutters, page))
        at = end
    return made


def _gaps(line: Line, left: float, right: float) -> list[Gap]:
    """Return the gaps of a line that can part columns; a justified line has none, its gaps are all alike."""
    gaps = [Gap(one.x1, other.x0) for one, other in pairwise(line.words)]
    wide = [gap for gap in gaps if gap.x1 - gap.x0 >= _GUTTER * line.size]
    if not wide:
        return []
    widths = [gap.x1 - gap.x0 for gap in gaps]
    full = line.x1 >= right - 2 and line.x0 <= left + 6 * line.size
    if full and len(gaps) > 1 and max(widths) <= _EVEN * min(widths) + 1:
        return []
    return wide


def _region(found: Sequence[Line], parted: Sequence[list[Gap]], at: int) -> tuple[int, list[Gap]]:
    """Return where the columns that begin at line ``at`` end, and the white between them."""
    gutters = list(parted[at])
    end, last = at + 1, at + 1
    while end < len(found) and found[end].y - found[end - 1].y <= _FAR * found[end].size:
        line = found[end]
        if parted[end]:
            common = _common(gutters, parted[end], line)
            if common is None:
                break
            gutters = common
            last = end + 1
        elif _column(line.x0, line.x1, gutters) is None and not _resumes(found, parted, end, gutters):
            break
        end += 1
    # Lines below the last that has columns stay where they go on in a cell above them.
    while last < end and _follows(found[last - 1], found[last], gutters):
        last += 1
    return last, gutters


def _common(gutters: Sequence[Gap], gaps: Sequence[Gap], line: Line) -> list[Gap] | None:
    """Return the white that ``gutters`` and the gaps of one more line share; None where they share none."""
    made: list[Gap] = []
    shared = 0
    for gutter in gutters:
        best = max(
            (Gap(max(gap.x0, gutter.x0), min(gap.x1, gutter.x1)) for gap in gaps), key=lambda gap: gap.x1 - gap.x0
        )
        if best.x1 - best.x0 >= _KEPT * line.size:
            made.append(best)
            shared += 1
        else:
            # Crossed by a merged cell, or white because the cells beside it are empty.
            made.append(gutter)
    if not shared:
        return None
    for gap in gaps:
        if all(min(gap.x1, gutter.x1) - max(gap.x0, gutter.x0) < _KEPT * line.size for gutter in gutters):
            made.append(gap)
    return sorted(made, key=lambda gap: gap.x0)


def _resumes(found: Sequence[Line], parted: Sequence[list[Gap]], at: int, gutters: Sequence[Gap]) -> bool:
    """Tell whether a line over the whole width is the row of a group: the columns go on as before right under it."""
    below = at + 1
    if below >= len(found) or not parted[below] or found[at].words[-1].text.endswith(_TERMINAL):
        return False
    if found[below].y - found[at].y > _FAR * found[at].size:
        return False
    common = _common(gutters, parted[below], found[below])
    return common is not None and len(common) == len(gutters) and len(parted[below]) >= min(len(gutters), 2)


def _column(x0: float, x1: float, gutters: Sequence[Gap]) -> int | None:
    """Return the number of the one column that ``x0`` to ``x1`` lies in, None where it crosses a gutter."""
    for index, gutter in enumerate(gutters):
        if x1 <= gutter.x1 + 0.1:
            return index
        if x0 < gutter.x0 - 0.1:
            return None
    return len(gutters)


def _leads(above: Line, first: Line, gutters: Sequence[Gap]) -> bool:
    """Tell whether a line above the first that has columns stands in one of them: a name over several lines."""
    if first.y - above.y > _CLOSE * first.size or above.page != first.page:
        return False
    return _column(above.x0, above.x1, gutters) is not None and not above.words[-1].text.endswith(_TERMINAL)


def _follows(above: Line, line: Line, gutters: Sequence[Gap]) -> bool:
    return line.y - above.y <= _CLOSE * line.size and _column(line.x0, line.x1, gutters) is not None


def segments(line: Line, gutters: Sequence[Gap]) -> list[tuple[int, int, Printed]]:
    """Return the stretches of a line that gutters part, each with the first column it stands in and the last."""
    made: list[tuple[int, int, list[Word]]] = []
    for word in line.words:
        first = sum(word.x0 >= gutter.x1 - 0.1 for gutter in gutters)
        last = sum(word.x1 > gutter.x0 + 0.1 for gutter in gutters)
        first = min(first, last)
        if made:
            begun, ended, held = made[-1]
            near = word.x0 - held[-1].x1 < _GUTTER * line.size
            if first <= ended or (near and not _parted(held[-1], word, gutters)):
                made[-1] = (begun, max(last, ended), [*held, word])
                continue
        made.append((first, last, [word]))
    return [(first, last, printed(words, line)) for first, last, words in made]


def _parted(left: Word, right: Word, gutters: Sequence[Gap]) -> bool:
    """Tell whether all of a gutter's white lies between two words."""
    return any(left.x1 <= gutter.x0 + 0.1 and right.x0 >= gutter.x1 - 0.1 for gutter in gutters)


def _built(found: Sequence[Line], gutters: Sequence[Gap], page: int) -> Line | Part | Columns:
    pieces = [piece for line in found for piece in segments(line, gutters)]
    rows, fields = table_fields(pieces, len(gutters) + 1)
    whole = tuple(printed(line.words, line) for line in found)
    if len(rows) > 2:
        left = min(line.x0 for line in found)
        right = max(line.x1 for line in found)
        columns = (left, *((gutter.x0 + gutter.x1) / 2 for gutter in gutters), right)
        return Part(page, columns, rows, fields, False)
    if any(first != last for first, last, _ in pieces) and len(found) == 1:
        return found[0]
    columns_made: list[list[Printed]] = [[] for _ in range(len(gutters) + 1)]
    for first, _, piece in pieces:
        columns_made[first].append(piece)
    return Columns(page, tuple(tuple(column) for column in columns_made if column), whole)
