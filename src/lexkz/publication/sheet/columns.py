"""Where the cells of a table stand once merged cells take their room, and how wide its columns are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lexkz.publication.sheet.model import SheetCell, SheetRow, SheetTable

_LEAST, _MOST = 2.5, 34.0
"""Characters for which a column makes room at least, and at most."""
_WORD = 18.0
"""The same for its longest word: longer ones are cut."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in its place."""

    column: int
    span: int
    cell: SheetCell | None
    """None where a row has no cell."""
    continues: bool = False
    """A cell of a row above goes on here."""


def place(grid: SheetTable) -> tuple[tuple[Placed, ...], ...]:
    """Return the cells of each row with the columns that they take; every row fills the whole width.

    Cells that would stand on one another move right, spans end where the table does: what a browser does as well.
    """
    width = _width(grid)
    made: list[tuple[Placed, ...]] = []
    held: dict[int, tuple[int, Placed]] = {}
    for row in grid.rows:
        placed: list[Placed] = []
        column, waiting = 0, list(row.cells)
        held = {at: (left - 1, cell) for at, (left, cell) in held.items() if left > 1}
        while column < width:
            if column in held:
                above = held[column][1]
                placed.append(Placed(column, above.span, above.cell, continues=True))
                column += above.span
                continue
            room = next((at for at in range(column, width) if at in held), width) - column
            if not waiting:
                placed.append(Placed(column, room, None))
                column += room
                continue
            cell = waiting.pop(0)
            # What stands for unknown rows stands for all their columns.
            span = room if row.gap and len(row.cells) == 1 else min(cell.colspan, room)
            made_here = Placed(column, span, cell, continues=cell.merge == "on")
            placed.append(made_here)
            if cell.rowspan > 1:
                held[column] = (cell.rowspan, made_here)
            column += made_here.span
        made.append(tuple(placed))
    return tuple(made)


def rows_alone(grid: SheetTable) -> SheetTable:
    """Return the table with rows that stand for themselves: a merged cell is said in each row that it goes through."""
    rows = tuple(
        replace(row, cells=tuple(_alone(cell) for cell in cells))
        for row, cells in zip(grid.rows, place(grid), strict=True)
    )
    return replace(grid, rows=rows)


def _alone(placed: Placed) -> SheetCell:
    cell = placed.cell
    if cell is None:
        return SheetCell((), placed.span, merge="filler")
    if placed.continues:
        return SheetCell((), placed.span, head=cell.head, merge="on")
    return replace(cell, colspan=placed.span, rowspan=1, merge="start" if cell.rowspan > 1 else "")


@dataclass(frozen=True, slots=True)
class Laid:
    """A table as a browser takes it."""

    shares: tuple[float, ...]
    """Of each column its share of the width; empty where the text decides."""
    heads: tuple[SheetRow, ...]
    rest: tuple[SheetRow, ...]


def laid(grid: SheetTable) -> Laid:
    """Return ``grid`` with its head apart; a row that stands for unknown ones goes over all columns."""
    placed = place(grid)
    rows = tuple(
        _whole(row, cells[0].span) if row.gap and len(cells) == 1 else row
        for row, cells in zip(grid.rows, placed, strict=True)
    )
    heads = _head_rows(grid)
    return Laid(shares(grid, placed) if grid.widths else (), rows[:heads], rows[heads:])


def _whole(row: SheetRow, width: int) -> SheetRow:
    return replace(row, cells=tuple(replace(cell, colspan=width) for cell in row.cells))


def _head_rows(grid: SheetTable) -> int:
    """How many rows are the head; none where a cell of theirs goes on below them, which a browser would cut."""
    heads = 0
    while heads < len(grid.rows) and grid.rows[heads].cells and all(cell.head for cell in grid.rows[heads].cells):
        heads += 1
    deepest = max((at + cell.rowspan for at, row in enumerate(grid.rows[:heads]) for cell in row.cells), default=0)
    return heads if deepest <= heads else 0


def _width(grid: SheetTable) -> int:
    held: dict[int, int] = {}
    widest = 1
    for row in grid.rows:
        held = {at: left - 1 for at, left in held.items() if left > 1}
        column = 0
        for cell in row.cells:
            while column in held:
                column += 1
            for at in range(column, column + cell.colspan):
                if cell.rowspan > 1:
                    held[at] = cell.rowspan
            column += cell.colspan
        widest = max(widest, column, *(at + 1 for at in held), 1)
    return widest


def shares(
    grid: SheetTable, placed: tuple[tuple[Placed, ...], ...], room: float = 0.0, edge: float = 1.5
) -> tuple[float, ...]:
    """Return the share of the width that each column takes: by its longest word and its usual length of text.

    ``room``: for how many characters the whole table has room, where that is known; ``edge``: how many of them the
    white at the sides of a cell takes. What is left when each column can hold its longest word goes to those that have
    more text; where there is too little for that, the widest give way, so that «18» and «0,5» are not cut.
    """
    count = max((cell.column + cell.span for row in placed for cell in row), default=1)
    if len(grid.widths) == count:
        wanted = [float(width) for width in grid.widths]
    else:
        columns = [_wanted(placed, column, edge) for column in range(count)]
        least = [needed for needed, _ in columns]
        more = [usual - needed for needed, usual in columns]
        left = min(1.0, max(0.0, room - sum(least)) / (sum(more) or 1.0)) if room else 1.0
        wanted = [needed + each * left for needed, each in zip(least, more, strict=True)]
        if 0.0 < room < sum(least):
            most = _most(least, room)
            wanted = [min(needed, most) for needed in least]
    total = sum(wanted)
    return tuple(width / total for width in wanted)


def _most(least: Sequence[float], room: float) -> float:
    """To what columns are cut that need more, so that all of them have ``room``."""
    waiting = sorted(least)
    while waiting and waiting[0] * len(waiting) < room:
        room -= waiting.pop(0)
    return room / max(1, len(waiting))


def _wanted(placed: tuple[tuple[Placed, ...], ...], column: int, edge: float) -> tuple[float, float]:
    """Characters for which a column needs room, by its longest word, and for which it would have it."""
    texts = [
        cell.cell.text
        for row in placed
        for cell in row
        if cell.column == column and cell.span == 1 and cell.cell is not None and not cell.continues
    ]
    # A line can end after a hyphen.
    words = max((len(word) for text in texts for word in re.split(r"(?<=-)|\s+", text)), default=0)
    usual = sum(map(len, texts)) / max(1, len(texts))
    needed = max(_LEAST, min(words + edge, _WORD))
    return needed, max(needed, min(usual, _MOST))
