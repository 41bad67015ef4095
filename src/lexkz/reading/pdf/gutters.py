"""Tables and blocks in columns that no line draws: what lines of print leave white one under the other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lexkz.reading.leaders import DOTS
from lexkz.reading.pdf.bands import table_fields
from lexkz.reading.pdf.lines import PdfLine, Printed, printed
from lexkz.reading.pdf.parts import TablePart
from lexkz.reading.pdf.words import Word

_GUTTER = 1.6
"""Of the type size: so wide a gap in a line can part two columns."""
_KEPT = 0.8
"""So much of it must stay white through all rows."""
_FAR = 3.4
"""Of the type size: lines further apart do not belong to one table."""
_CLOSE = 1.6
"""Lines of one cell stand at most so far apart, where the page is not set wider."""
_LONG = 6.0
"""From a line with one gap to the next with more it is less than this, in type sizes, within one table."""
_BREAK = 2.4
"""Somewhere between those two there is so much white, if they are not one table."""
_SIZE = 0.04
"""Lines whose type size differs by more are not of one table."""
_LEVEL = 2.3
"""Levels of a head stand at most so far apart."""
_REST = 6
"""Lines at most that a row leaves on the page before the one with its other cells."""
_ROWS = 3
"""So many lines show the edge of a column."""
_EDGE = 0.7
"""Points: words that begin at one place differ by less."""
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
    row: TablePart
    """The same as the one row of a table, which it is where a table of the same columns stands before or after."""
    prose: bool = False
    """True for running text in two columns."""

    @property
    def y(self) -> float:
        """Where it begins on its page."""
        return self.whole[0].top


@dataclass(frozen=True, slots=True)
class Gap:
    """White between two words, in points."""

    x0: float
    x1: float


def regions(found: Sequence[PdfLine], page: int, edges: tuple[float, float]) -> list[PdfLine | TablePart | Columns]:
    """Return lines of a page, whose text stands between ``edges``, with those in columns gathered into tables and
    blocks."""
    left, right = edges
    parted = _parted_lines(found, left, right)
    close = _close(found)
    made: list[PdfLine | TablePart | Columns] = []
    at = 0
    while at < len(found):
        if not parted[at]:
            made.append(found[at])
            at += 1
            continue
        end = _end(found, parted, at, right, close)
        gutters = _gutters(found[at:end], parted[at:end])
        while (
            end < len(found) and not parted[end] and _joins(found[end], found[end - 1], found[at:end], gutters, close)
        ):
            end += 1
        if _cut_row(found[end:], found[end - 1], found[at:end], gutters):
            end = len(found)
        begin = at
        while (
            made
            and isinstance(above := made[-1], PdfLine)
            and _joins(above, found[begin], found[begin:end], gutters, close)
        ):
            made.pop()
            begin -= 1
        if begin == len(made) and _cut_row(found[:begin][::-1], found[begin], found[begin:end], gutters):
            made.clear()
            begin = 0
        gutters = _narrowed(gutters, found[begin:end])
        made.append(_built(found[begin:end], gutters, page) if gutters else found[at])
        at = end if gutters else at + 1
    return made


def _parted_lines(found: Sequence[PdfLine], left: float, right: float) -> list[list[Gap]]:
    """Return the gaps of each line that can part columns: none where the line goes on a stretched one above it."""
    made: list[list[Gap]] = []
    for line in found:
        own = gaps_of(line, left, right)
        above = found[len(made) - 1] if made and not made[-1] else None
        made.append([] if own and above is not None and _goes_on(above, line, left, right) else own)
    for at, (one, other) in enumerate(pairwise(found)):
        if (made[at] or made[at + 1]) and _are_stretched(one, other):
            made[at] = made[at + 1] = []
    return made


def _are_stretched(one: PdfLine, other: PdfLine) -> bool:
    """Tell whether two lines are stretched to the same edges, as those of a corner mark in a narrow frame: in each the
    gaps are alike, and the sentence goes on or the words do not stand one under the other, as those of columns do."""
    if other.y - one.y > _CLOSE * other.size or abs(one.x0 - other.x0) > 2 or abs(one.x1 - other.x1) > 2:
        return False
    both = [[right.x0 - left.x1 for left, right in pairwise(line.words)] for line in (one, other)]
    if not all(both) or max(map(len, both)) < 2 or any(max(gaps) > _EVEN * min(gaps) + 1 for gaps in both):
        return False
    if other.words[0].text[:1].islower() and not one.words[-1].text.endswith(_TERMINAL):
        return True
    inner = (one.words[1:-1], other.words[1:-1])
    return len(inner[0]) != len(inner[1]) or any(
        min(abs(above.x0 - below.x0), abs(above.x1 - below.x1), abs(above.x0 + above.x1 - below.x0 - below.x1) / 2)
        > _EDGE
        for above, below in zip(*inner, strict=True)
    )


def _goes_on(above: PdfLine, line: PdfLine, left: float, right: float) -> bool:
    """Tell whether a line of two words is stretched over its width as the line above it, whose sentence it goes on:
    its one gap is as wide as a narrow column makes it."""
    if len(line.words) != 2 or line.y - above.y > _CLOSE * line.size:
        return False
    whole = all(abs(one.x0 - left) <= 2 and abs(one.x1 - right) <= 2 for one in (above, line))
    return whole and line.words[0].text[:1].islower() and not above.words[-1].text.endswith(_TERMINAL)


def in_cells(line: PdfLine) -> bool:
    """Tell whether a line read as text looks like a row of a table: white between four stretches of it, other than
    that of a justified line."""
    return len(gaps_of(line, line.x0, line.x1)) >= 3


def _close(found: Sequence[PdfLine]) -> float:
    """Return how far lines of one cell stand apart at most, in type sizes: as far as most lines of the page do."""
    steps = Counter(round((below.y - above.y) / below.size, 1) for above, below in pairwise(found))
    usual = max((count, -step) for step, count in steps.items()) if steps else (0, -_CLOSE)
    return min(max(_CLOSE, -usual[1] + 0.1), _LEVEL)


def gaps_of(line: PdfLine, left: float, right: float) -> list[Gap]:
    """Return the gaps of a line that can part columns; a justified line has none, its gaps are all alike."""
    # Dots lead the eye from a heading to its page: the number behind them belongs to the line.
    gaps = [Gap(one.x1, other.x0) for one, other in pairwise(line.words) if not one.text.endswith(DOTS)]
    wide = [gap for gap in gaps if gap.x1 - gap.x0 >= _GUTTER * line.size]
    if not wide:
        return []
    widths = [gap.x1 - gap.x0 for gap in gaps]
    full = line.x1 >= right - 2 and line.x0 <= left + 6 * line.size
    if full and len(gaps) > 1 and max(widths) <= _EVEN * min(widths) + 1:
        return []
    return wide


def _end(found: Sequence[PdfLine], parted: Sequence[list[Gap]], at: int, right: float, close: float) -> int:
    """Return the index after the last line with gaps that belongs with line ``at``: those between have no gaps, but
    are no lines of the body either."""
    end = at + 1
    for index in range(at + 1, len(found)):
        line, above = found[index], found[index - 1]
        if line.y - above.y > _FAR * line.size:
            break
        if not parted[index]:
            if line.words[-1].text.endswith(_TERMINAL) or line.x1 >= right - 2:
                break
            apart = line.y - above.y > close * line.size
            if apart and len(parted[end - 1]) == 1 and _within(parted[end - 1], line):
                break
        elif (
            line.y - found[end - 1].y > _LONG * line.size
            and len(parted[end - 1]) == 1 < len(parted[index])
            and max(below.y - one.y for one, below in pairwise(found[end - 1 : index + 1])) > _BREAK * line.size
        ):
            # A signature and, lines below, the head of a table.
            break
        elif _shared(parted[at:end], parted[index], line) or _beside(parted[end - 1], line, above):
            end = index + 1
        else:
            break
    return end


def _shared(above: Sequence[list[Gap]], gaps: Sequence[Gap], line: PdfLine) -> bool:
    """Tell whether white of a line lies under white of one of the lines above it."""
    return any(
        min(gap.x1, other.x1) - max(gap.x0, other.x0) >= _KEPT * line.size
        for gap in gaps
        for others in above
        for other in others
    )


def _within(gaps: Sequence[Gap], line: PdfLine) -> bool:
    """Tell whether a line stands in the white of one above it, apart from it: a corner mark under a signature."""
    return any(gap.x0 + line.size < line.x0 and line.x1 < gap.x1 + 2 * line.size for gap in gaps)


def _beside(gaps: Sequence[Gap], line: PdfLine, above: PdfLine) -> bool:
    """Tell whether a line close to one with gaps stands in its last column: the parted head of several columns."""
    return bool(gaps) and line.y - above.y < _CLOSE * line.size and line.x0 >= gaps[-1].x1


def _gutters(found: Sequence[PdfLine], parted: Sequence[list[Gap]]) -> list[Gap]:
    """Return the white that parts the columns of ``found``.

    As many columns are looked for as two lines show. Lines that cross them, rows of groups and merged cells, are left
    out, the longest stretch first, until so many come to light.
    """
    counts = sorted((len(gaps) for gaps in parted), reverse=True)
    wanted = counts[min(1, len(counts) - 1)]
    size = max(line.size for line in found)
    stretches = sorted(
        (stretch for line, gaps in zip(found, parted, strict=True) for stretch in _stretches(line, gaps)),
        key=lambda stretch: stretch[-1].x1 - stretch[0].x0,
    )
    while stretches:
        every = _white([word for stretch in stretches for word in stretch], size)
        white = [
            gap
            for gap in every
            if gap.x1 - gap.x0 >= _GUTTER * size
            or any(min(gap.x1, other.x1) - max(gap.x0, other.x0) > 0 for gaps in parted for other in gaps)
        ]
        if len(white) >= wanted:
            return [gap for gap in every if gap in white or _is_edge(gap, found)]
        stretches.pop()
    return []


def _is_edge(gap: Gap, found: Sequence[PdfLine]) -> bool:
    """Tell whether narrow white parts columns all the same: behind it a word begins at one place in each line that
    stands on both of its sides, and several do."""
    both = [line for line in found if line.x1 > gap.x1 and line.x0 < gap.x0]
    return len(both) >= _ROWS and all(any(abs(word.x0 - gap.x1) < _EDGE for word in line.words) for line in both)


def _stretches(line: PdfLine, gaps: Sequence[Gap]) -> list[list[Word]]:
    """Return the words of a line, parted at its gaps."""
    made: list[list[Word]] = [[]]
    for word in line.words:
        if made[-1] and any(gap.x0 == made[-1][-1].x1 for gap in gaps):
            made.append([])
        made[-1].append(word)
    return made


def _white(words: Sequence[Word], size: float) -> list[Gap]:
    """Return where no word stands, between the first and the last."""
    made: list[Gap] = []
    reach = 0.0
    for word in sorted(words, key=lambda word: word.x0):
        if reach and word.x0 - reach >= _KEPT * size:
            made.append(Gap(reach, word.x0))
        reach = max(reach, word.x1)
    return made


def _joins(line: PdfLine, neighbour: PdfLine, found: Sequence[PdfLine], gutters: Sequence[Gap], close: float) -> bool:
    """Tell whether a line right above or below lines in columns belongs to them: all of it is set as the lines of a
    column are, or begins with a column and goes on over the next ones, as the head of several does."""
    head = line.y < neighbour.y and line.bold and neighbour.bold
    if abs(line.y - neighbour.y) > (_LEVEL if head else close) * line.size:
        return False
    if line.words[-1].text.endswith(_TERMINAL) or abs(line.size - neighbour.size) > _SIZE * line.size:
        return False
    # The line may reach further into the white than those known so far.
    white = _narrowed(gutters, [line])
    known = [piece for other in found for piece in segments(other, white)]
    near = 0.6 * line.size

    def fits(first: int, last: int, piece: Printed) -> bool:
        if first != last:
            return first > 0 and any(begun == first and abs(one.x0 - piece.x0) < near for begun, _, one in known)
        level = 0 < abs(line.y - neighbour.y) < line.size
        if level and len(white) > len(gutters) and not any(begun <= first <= ended for begun, ended, _ in known):
            # The first words of a column that the other lines leave empty.
            return True
        return any(
            begun == first and (abs(one.x0 - piece.x0) < near or abs(one.x0 + one.x1 - piece.x0 - piece.x1) < 2 * near)
            for begun, _, one in known
        )

    return bool(white) and all(fits(*piece) for piece in segments(line, white))


def _cut_row(rest: Sequence[PdfLine], neighbour: PdfLine, above: Sequence[PdfLine], gutters: Sequence[Gap]) -> bool:
    """Tell whether the last lines of a page (or the first, in reverse) are part of a row whose other cells stand on the
    next page (on the one before): few lines, all but the row of a group set as lines of a column other than the
    first."""
    if not 0 < len(rest) <= _REST or len(gutters) < 2:
        return False
    group = rest[0].x0 < gutters[0].x0 and len(rest) > 1
    if abs(rest[0].size - neighbour.size) > _SIZE * neighbour.size:
        return False
    for line in rest:
        if abs(line.y - neighbour.y) > _FAR * line.size or line.words[-1].text.endswith(_TERMINAL):
            return False
        if not (group and line is rest[0]):
            pieces = segments(line, _narrowed(gutters, [line]))
            if pieces[0][0] == 0 or not _joins(line, line, above, gutters, _CLOSE):
                return False
        neighbour = line
    return True


def _narrowed(gutters: Sequence[Gap], found: Sequence[PdfLine]) -> list[Gap]:
    """Return the white that is left between columns by the words of more lines.

    Where too little would be left, a line crosses it; words in the midst of the white are a column of their own.
    """
    made = list(gutters)
    for line in found:
        made = [left for gutter in made for left in _beside_words(gutter, line)]
    return made


def _beside_words(gutter: Gap, line: PdfLine) -> tuple[Gap, ...]:
    least = _KEPT * line.size
    left, right = gutter.x0, gutter.x1
    inside = [word for word in line.words if gutter.x0 <= word.x0 and word.x1 <= gutter.x1]
    for word in line.words:
        if word.x0 < gutter.x0 < word.x1:
            left = word.x1
        elif word.x0 < gutter.x1 < word.x1:
            right = min(right, word.x0)
    if inside:
        first, last = inside[0].x0, inside[-1].x1
        if first - left >= least and right - last >= least:
            return (Gap(left, first), Gap(last, right))
        # Words that touch one side of the white stand in the column there.
        left, right = (max(left, last), right) if first - left < right - last else (left, min(right, first))
    return (Gap(left, right),) if right - left >= least else (gutter,)


def segments(line: PdfLine, gutters: Sequence[Gap]) -> list[tuple[int, int, Printed]]:
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


def _built(found: Sequence[PdfLine], gutters: Sequence[Gap], page: int) -> PdfLine | TablePart | Columns:
    pieces = [piece for line in found for piece in segments(line, gutters)]
    rows, fields = table_fields(pieces, len(gutters) + 1)
    whole = tuple(printed(line.words, line) for line in found)
    left, right = min(line.x0 for line in found), max(line.x1 for line in found)
    part = TablePart(page, (left, *((gutter.x0 + gutter.x1) / 2 for gutter in gutters), right), rows, fields, False)
    if len(rows) > 2:
        return part
    if any(first != last for first, last, _ in pieces) and len(found) == 1:
        return found[0]
    columns_made: list[list[Printed]] = [[] for _ in range(len(gutters) + 1)]
    for first, _, piece in pieces:
        columns_made[first].append(piece)
    return Columns(page, tuple(tuple(column) for column in columns_made if column), whole, part)
