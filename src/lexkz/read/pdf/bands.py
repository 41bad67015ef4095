"""Rows of a table that no line draws: bands of print with white between them."""

from collections.abc import Sequence

from lexkz.read.pdf.lines import ASCENT, DESCENT, Printed
from lexkz.read.pdf.parts import Field

Stretch = tuple[int, int, Printed]
"""A stretch of a line, with the first column it stands in and the last."""

_TIGHT = 1.5
"""Of the type size: lines of one cell stand at most so far apart, baseline from baseline."""
_LOOSER = 0.22
"""By so much more than within a cell, in the type size, lines of two rows stand apart."""


def table_fields(pieces: Sequence[Stretch], columns: int) -> tuple[tuple[float, ...], tuple[Field, ...]]:
    """Return where rows begin and the last ends, and the cells: stretches gathered into bands.

    A band parts from the next where the white between them is wider than between lines of one cell; where all white is
    alike, a row begins with each line of the first column.
    """
    ordered = sorted(pieces, key=lambda piece: (piece[2].y, piece[2].x0))
    bands = _bands(ordered)
    rows: list[float] = []
    fields: list[Field] = []
    for band in bands:
        rows.append(min(piece.top for _, _, piece in band))
        for cells in _levels(band):
            if cells is not band and len(rows) and cells[0] is not band[0]:
                pass
        fields.extend(_fields(band, columns, len(rows) - 1))
        depth = max(field.row_end for field in fields) - len(rows)
        rows.extend(rows[-1] + 0.5 * step for step in range(1, depth + 1))
    rows.append(max(piece.bottom for _, _, piece in ordered))
    return tuple(rows), tuple(fields)
