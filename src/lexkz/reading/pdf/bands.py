"""Rows of a table that no line draws: bands of print with white between them."""

import re
from collections.abc import Sequence

from lexkz.reading.pdf.lines import ASCENT, DESCENT, Printed
from lexkz.reading.pdf.parts import PartCell, TablePart

_SLIGHT = 0.04
"""Of the type size: distances that differ by less are one."""
_LEVEL = 0.3
"""Of the type size: words of a row stand as its number does within this."""
_ROW = re.compile(r"\d{1,4}[.)]?")

Stretch = tuple[int, int, Printed]
"""A stretch of a line, with the first column it stands in and the last."""

_TIGHT = 1.5
"""Of the type size: lines of one cell stand at most so far apart, baseline from baseline."""
_LOOSER = 0.22
"""By so much more than within a cell, in the type size, lines of two rows stand apart."""


def table_fields(pieces: Sequence[Stretch], columns: int) -> tuple[tuple[float, ...], tuple[PartCell, ...]]:
    """Return where rows begin and the last ends, and the cells: stretches gathered into bands.

    A band parts from the next where the white between them is wider than between lines of one cell; where all white is
    alike, a row begins with each line of the first column.
    """
    ordered = sorted(pieces, key=lambda piece: (piece[2].y, piece[2].x0))
    rows: list[float] = []
    fields: list[PartCell] = []
    for band in _bands(ordered):
        top = min(piece.top for _, _, piece in band)
        levels = _levels(band)
        fields.extend(_fields(band, levels, columns, len(rows)))
        rows.append(top)
        if levels is not None:
            rows.append((top + max(piece.bottom for _, _, piece in band)) / 2)
    rows.append(max(piece.bottom for _, _, piece in ordered))
    return tuple(rows), tuple(fields)


def _bands(ordered: Sequence[Stretch]) -> list[list[Stretch]]:
    size = max(piece.size for _, _, piece in ordered)
    pitches = _pitches(ordered)
    closest = min(pitches, default=2.0)
    inside = closest if closest <= _TIGHT else 0.0
    looser = max(inside - ASCENT - DESCENT + _LOOSER, _LOOSER)
    # Rows set nearly solid: where their lines stand at two distances only, the lesser is that within a cell.
    others = [pitch for pitch in pitches if pitch > closest + _SLIGHT]
    if inside and others and (step := min(others) - closest) >= 2 * _SLIGHT and len(pitches) > len(others) + 1:
        looser = min(looser, closest + step / 2 - ASCENT - DESCENT)
    limit = looser * size
    bands: list[list[Stretch]] = []
    low = 0.0
    for stretch in ordered:
        if not bands or stretch[2].top - low > limit:
            bands.append([])
        bands[-1].append(stretch)
        low = max(low, stretch[2].bottom)
    if len(bands) == 1:
        return _by_first_column(bands[0])
    bands = [cut for band in bands for cut in (_by_first_column(band) if _is_numbered(band) else [band])]
    # A head that begins with a merged cell alone: what stands in the columns beside it is centred lower.
    top = bands[0]
    if len({(first, last) for first, last, _ in top}) == 1 and 0 < top[0][0] < top[0][1]:
        for count in (2, 3):
            head = [stretch for band in bands[:count] for stretch in band]
            if len(bands) >= count and _levels(head):
                return [head, *bands[count:]]
    return bands


def _pitches(ordered: Sequence[Stretch]) -> list[float]:
    """Return how far lines of one column stand apart, in type sizes."""
    last: dict[int, Printed] = {}
    made: list[float] = []
    for first, end, piece in ordered:
        if first == end:
            if first in last:
                made.append((piece.y - last[first].y) / piece.size)
            last[first] = piece
    return made


def is_doubtful(part: TablePart) -> bool:
    """Tell whether rows that no line draws may be others than those made: row numbers that share a cell, or words of a
    row that stand neither as its number does nor around it."""
    numbers = {
        field.row: field.lines[0]
        for field in part.fields
        if field.column == 0 and field.lines and _ROW.fullmatch(field.lines[0].text)
    }
    for field in part.fields:
        if field.column == 0:
            if sum(bool(_ROW.fullmatch(line.text)) for line in field.lines) > 1:
                return True
            continue
        number = numbers.get(field.row)
        if number is None or not field.lines or field.row_end - field.row > 1:
            continue
        places = (field.lines[0].y, field.lines[-1].y, (field.lines[0].y + field.lines[-1].y) / 2)
        if all(abs(place - number.y) > _LEVEL * number.size for place in places):
            return True
    return False


def _is_numbered(band: Sequence[Stretch]) -> bool:
    """Tell whether all that stands in the first column of a band is numbers, of more than one row."""
    first = [piece.text for begun, _, piece in band if begun == 0]
    return len(first) > 1 and all(_ROW.fullmatch(text) for text in first)


def _by_first_column(band: list[Stretch]) -> list[list[Stretch]]:
    """Cut one band of rows set solid: each begins with a line of the first column, if the columns beside it have a
    line on that height too."""
    starts = [piece.y for first, _, piece in band if first == 0]
    level = [y for y in starts if any(first > 0 and abs(piece.y - y) < 0.2 * piece.size for first, _, piece in band)]
    if len(starts) < (2 if _is_numbered(band) else 3) or len(level) < len(starts):
        return [band]
    cut: list[list[Stretch]] = [[] for _ in starts]
    for stretch in band:
        row = sum(y <= stretch[2].y + 0.2 * stretch[2].size for y in starts) - 1
        cut[max(row, 0)].append(stretch)
    return cut


def _levels(band: Sequence[Stretch]) -> tuple[int, int, float] | None:
    """Return the merged cell of a head of two levels (its columns, where it ends) that has cells of its own below."""
    for first, last, piece in band:
        if first == last:
            continue
        low = max(other.bottom for begun, ended, other in band if (begun, ended) == (first, last))
        below = {begun for begun, _, other in band if first <= begun <= last and other.top >= low - 0.3 * piece.size}
        if len(below) > 1:
            return first, _reach(band, last, low - 0.3 * piece.size), low - 0.3 * piece.size
    return None


def _reach(band: Sequence[Stretch], last: int, low: float) -> int:
    """Return the last column under a merged cell: columns whose lines all stand on the lower level are under it too."""
    while any(begun == last + 1 for begun, _, _ in band) and all(
        other.top >= low for begun, _, other in band if begun == last + 1
    ):
        last += 1
    return last


def _fields(band: Sequence[Stretch], levels: tuple[int, int, float] | None, columns: int, row: int) -> list[PartCell]:
    if levels is None:
        return _row(band, 0, columns, row, row + 1)
    first, last, low = levels
    under = [piece for piece in band if first <= piece[0] <= last]
    made = _row([piece for piece in band if piece[0] < first], 0, first, row, row + 2)
    made += [PartCell(row, row + 1, first, last + 1, tuple(piece for _, _, piece in under if piece.top < low))]
    made += _row([piece for piece in band if piece[0] > last], last + 1, columns, row, row + 2)
    made += _row([piece for piece in under if piece[2].top >= low], first, last + 1, row + 1, row + 2)
    return made


def _row(pieces: Sequence[Stretch], begin: int, end: int, row: int, row_end: int) -> list[PartCell]:
    """Return the cells of one row; columns that a stretch crosses are one merged cell."""
    made: list[PartCell] = []
    if len({(first, last) for first, last, _ in pieces}) == 1 and pieces[0][1] > pieces[0][0]:
        # One stretch over columns and nothing beside it: the row of a group.
        return [PartCell(row, row_end, begin, end, tuple(piece for _, _, piece in pieces))]
    column = begin
    while column < end:
        last, grown = column, True
        while grown:
            # A stretch can reach over the end: where the merged cell of a head stands beside it.
            reach = min(max((stop for start, stop, _ in pieces if column <= start <= last), default=last), end - 1)
            grown, last = reach > last, max(reach, last)
        own = tuple(piece for start, _, piece in pieces if column <= start <= last)
        made.append(PartCell(row, row_end, column, last + 1, own))
        column = last + 1
    return made
