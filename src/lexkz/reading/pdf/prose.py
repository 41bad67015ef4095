"""Pages set in two columns: text that runs down the left one and goes on at the top of the right one."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from lexkz.reading.pdf.gutters import Columns
from lexkz.reading.pdf.lines import PdfLine, Printed, printed
from lexkz.reading.pdf.parts import PartCell, TablePart

_LINES = 4
"""So many lines at least show words on both sides."""
_GUTTER = 0.9
"""Of the type size: so wide the white between the columns is at least."""
_FULL = 0.7
"""Of its column's width: so far most lines of running text reach."""
_LABEL = re.compile(r"[\"«“]?(?:\d{1,5}(?:[-.]\d{1,3})*[.)]|[а-яәғқңөұүһі]\))\s")
_TERMINAL = (".", ";", ":", "!", "?", '"', "»")


def in_columns(found: Sequence[PdfLine], page: int) -> list[PdfLine | Columns]:
    """Return the lines of a page with those that run in two columns gathered into one block."""
    made: list[PdfLine | Columns] = []
    at = 0
    while at < len(found):
        end, x = _run(found, at)
        block = _block(found[at:end], x, page) if end - at >= _LINES else None
        if block is not None:
            made.append(block)
            at = end
            continue
        # A table without borders leaves white too; a hostile page of thousands of lines is not tried at each.
        step = max((end - at) // 8, 1)
        made.extend(found[at : at + step])
        at += step
    return made


def _run(found: Sequence[PdfLine], at: int) -> tuple[int, float]:
    """Return the index after the last line, from ``at`` on, that leaves the same place white, and that place."""
    gaps = [
        (one.x1, other.x0) for one, other in pairwise(found[at].words) if other.x0 - one.x1 >= _GUTTER * found[at].size
    ]
    best = (at + 1, 0.0)
    for gap in gaps:
        left, right, end = *gap, at
        for line in found[at:]:
            low = max([left, *(word.x1 for word in line.words if (word.x0 + word.x1) / 2 < (left + right) / 2)])
            high = min([right, *(word.x0 for word in line.words if (word.x0 + word.x1) / 2 >= (left + right) / 2)])
            if high - low < _GUTTER * line.size:
                break
            left, right, end = low, high, end + 1
        best = max(best, (end, (left + right) / 2))
    return best


def _block(found: Sequence[PdfLine], x: float, page: int) -> Columns | None:
    sides: tuple[list[Printed], list[Printed]] = ([], [])
    counts: tuple[list[int], list[int]] = ([], [])
    both = 0
    for line in found:
        parted = [word for word in line.words if word.x1 < x], [word for word in line.words if word.x1 >= x]
        both += all(parted)
        for words, side, count in zip(parted, sides, counts, strict=True):
            if words:
                side.append(printed(words, line))
                count.append(len(words))
    if both < _LINES or not all(_running(side, count) for side, count in zip(sides, counts, strict=True)):
        return None
    whole = tuple(printed(line.words, line) for line in found)
    edges = (min(line.x0 for line in found), x, max(line.x1 for line in found))
    fields = tuple(PartCell(0, 1, place, place + 1, tuple(side)) for place, side in enumerate(sides))
    row = TablePart(page, edges, (whole[0].top, whole[-1].bottom), fields, False)
    return Columns(page, (tuple(sides[0]), tuple(sides[1])), whole, row, prose=True)


def _running(side: Sequence[Printed], counts: Sequence[int]) -> bool:
    """Tell whether one side is running text: most of its lines are of several words and fill the column."""
    left, right = min(line.x0 for line in side), max(line.x1 for line in side)
    full = sum(line.x1 - left > _FULL * (right - left) for line in side)
    return median(counts) >= 3 and full > 0.6 * len(side)


def paragraphs_of(block: Columns) -> list[list[Printed]]:
    """Return the lines of each paragraph of a block in two columns: one begins with an indent, with a number after
    the end of a sentence, or after a line that ends short; at the top of the second column the last one goes on."""
    made: list[list[Printed]] = []
    for column in block.columns:
        left, right = min(line.x0 for line in column), max(line.x1 for line in column)
        for line in column:
            above = made[-1][-1] if made else None
            begins = above is None or line.x0 - left > 0.7 * line.size
            if above is not None and not begins:
                ended = above.text.endswith(_TERMINAL)
                short = above in column and right - above.x1 > line.first + line.size
                begins = (ended and bool(_LABEL.match(line.text))) or short
            if begins:
                made.append([])
            made[-1].append(line)
    return made
