"""Parts of tables: what one page shows of a table, drawn or not, as cells with their lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lexkz.reading.pdf.grid import RuledBox, RuledGrid
from lexkz.reading.pdf.lines import Printed, lines, printed
from lexkz.reading.pdf.sheet import Glyph

_LEVEL = 0.05
"""Of the type size: characters of one word stand on one height."""
_NEAR = 0.12
"""Of the type size: so near to each other stand characters of one word."""
_INTO = 0.15
"""Of its width: so far into a character a line goes through it."""


@dataclass(frozen=True, slots=True)
class PartCell:
    """One cell of a part; row and column numbers count from 0, ends are not included."""

    row: int
    row_end: int
    column: int
    column_end: int
    lines: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class TablePart:
    """What one page shows of a table."""

    page: int
    columns: tuple[float, ...]
    """Where its columns begin and the last ends, in points."""
    rows: tuple[float, ...]
    """Where its rows begin and the last ends."""
    fields: tuple[PartCell, ...]
    borders: bool
    open_top: bool = False
    open_bottom: bool = False

    @property
    def y(self) -> float:
        """Where it begins on its page."""
        return self.rows[0]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of it."""
        return (self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])


def within(box: RuledBox, glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the characters whose middle lies in ``box``."""
    return [
        glyph
        for glyph in glyphs
        if box.x0 <= (glyph.x0 + glyph.x1) / 2 <= box.x1 and box.top <= glyph.y - 0.3 * glyph.size <= box.bottom
    ]


def drawn(
    grid: RuledGrid, glyphs: Sequence[Glyph], page: int, turned: Mapping[int, tuple[Printed, ...]]
) -> tuple[TablePart | None, tuple[Glyph, ...]]:
    """Return a drawn table with the characters that stand in it, and the characters that do not.

    ``turned``: lines of its cells that do not stand upright, by their place in ``grid.boxes``. None for a grid
    without a character: a picture, not a table.
    """
    left, top, right, bottom = grid.columns[0], grid.rows[0], grid.columns[-1], grid.rows[-1]
    owned: list[list[Glyph]] = [[] for _ in grid.boxes]
    rest: list[Glyph] = []
    before: tuple[Glyph, int] | None = None
    """The last character in a cell, and which that is."""
    spilt = False
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.y - 0.3 * glyph.size
        owner = None
        if left <= x <= right and top <= y <= bottom:
            owner = next(
                (index for index, box in enumerate(grid.boxes) if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom),
                None,
            )
        if before is not None and owner != before[1] and _touches(before[0], glyph):
            # A word that its cell has no room for runs over the line: it is that cell's still, with what follows it.
            if spilt or _crosses(grid.boxes[before[1]].x1, before[0], glyph) or (owner is None and x > right):
                owner, spilt = before[1], True
        elif before is None or not _touches(before[0], glyph):
            spilt = False
        if owner is None:
            before = None
            rest.append(glyph)
            continue
        owned[owner].append(glyph)
        before = (glyph, owner)
    if not turned and not any(glyph.text != " " for own in owned for glyph in own):
        return None, tuple(glyphs)
    fields = tuple(
        PartCell(
            grid.rows.index(box.top),
            grid.rows.index(box.bottom),
            grid.columns.index(box.x0),
            grid.columns.index(box.x1),
            tuple(printed(line.words, line) for line in lines(own, page, cell=True)) + turned.get(index, ()),
        )
        for index, (box, own) in enumerate(zip(grid.boxes, owned, strict=True))
    )
    return TablePart(page, grid.columns, grid.rows, fields, True, grid.open_top, grid.open_bottom), tuple(rest)


def _touches(one: Glyph, other: Glyph) -> bool:
    """Tell whether a character goes on the word of the one drawn before it."""
    level = abs(one.y - other.y) < _LEVEL * one.size and abs(one.size - other.size) < _LEVEL * one.size
    return level and -_NEAR * one.size <= other.x0 - one.x1 <= _NEAR * one.size


def _crosses(edge: float, one: Glyph, other: Glyph) -> bool:
    """Tell whether a line goes through one of two characters, not between them."""
    return any(
        glyph.x0 + _INTO * (glyph.x1 - glyph.x0) < edge < glyph.x1 - _INTO * (glyph.x1 - glyph.x0)
        for glyph in (one, other)
        if glyph.text != " "
    )
