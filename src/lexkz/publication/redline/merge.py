"""Two texts as one with tracked changes: accepted, it is the new text, rejected, the old one, to the letter."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lexkz.comparison.words import word_diff
from lexkz.publication.redline.columns_changed import PlacedCell, SharedColumns, beside, gaps, shared_columns
from lexkz.publication.redline.ends import run_on
from lexkz.publication.redline.mark_lines import in_the_lines_of
from lexkz.publication.redline.moves import with_moves
from lexkz.publication.redline.pairing import Item, pair
from lexkz.publication.sheet.columns import rows_alone
from lexkz.publication.sheet.model import (
    Block,
    Look,
    Revision,
    SheetCell,
    SheetLine,
    SheetRow,
    SheetRun,
    SheetTable,
    marked,
    marked_grid,
    marked_row,
)

Reviser = Callable[[str, bool], Revision]
"""From the eId of a unit, and whether its text came or went, to who changed it."""


def merge(old: Sequence[Block], new: Sequence[Block], revision: Reviser, *, ends: bool = True) -> tuple[Block, ...]:
    """Return the blocks of both texts in one flow: words, lines, rows and tables that went or came carry a revision.

    ``ends``: the ends of lines are changed as Word writes it, so that a line whose end is new carries a revision while
    words of it stay. Without, each line with a revision came or went as a whole.
    """
    before = tuple(map(_prepared, old))
    merged = tuple(_merged(before, in_the_lines_of(before, tuple(map(_prepared, new))), revision))
    flow = with_moves(merged)
    return run_on(tuple(map(_cells_run_on, flow))) if ends else flow


def _cells_run_on(block: Block) -> Block:
    if not isinstance(block, SheetTable):
        return block
    rows = (replace(row, cells=tuple(map(_cell_runs_on, row.cells))) for row in block.rows)
    return replace(block, rows=tuple(rows))


def _cell_runs_on(cell: SheetCell) -> SheetCell:
    return replace(cell, lines=tuple(line for line in run_on(cell.lines) if isinstance(line, SheetLine)))


def _prepared(block: Block) -> Block:
    if isinstance(block, SheetTable):
        return rows_alone(block)
    return replace(block, runs=tuple(run for run in block.runs if run.look != "marker"))


def _merged(old: Sequence[Block], new: Sequence[Block], revision: Reviser) -> Iterator[Block]:
    for here, there in pair([_item(block) for block in old], [_item(block) for block in new]):
        before = old[here] if here is not None else None
        after = new[there] if there is not None else None
        if isinstance(before, SheetLine) and isinstance(after, SheetLine) and before.role == after.role:
            yield _line(before, after, revision)
        elif isinstance(before, SheetTable) and isinstance(after, SheetTable) and _width(before) == _width(after):
            yield replace(after, rows=tuple(_rows(before.rows, after.rows, revision)))
        elif (
            isinstance(before, SheetTable)
            and isinstance(after, SheetTable)
            and (shared := shared_columns(before, after)) is not None
        ):
            yield replace(after, rows=tuple(_rows_of_both(before, after, shared, revision)))
        else:
            if before is not None:
                yield _whole(before, revision(before.eid, False))
            if after is not None:
                yield _whole(after, revision(after.eid, True))


def _item(block: Block) -> Item:
    return Item("table" if isinstance(block, SheetTable) else "line", block.eid, block.text)


def _whole(block: Block, revision: Revision) -> Block:
    return marked_grid(block, revision) if isinstance(block, SheetTable) else marked(block, revision)


def _line(before: SheetLine, after: SheetLine, revision: Reviser) -> SheetLine:
    if before.text == after.text:
        return after
    eid = after.eid or before.eid
    gone, came = revision(eid, False), revision(eid, True)
    old_looks, new_looks = _looks(before), _looks(after)
    runs: list[SheetRun] = []
    here = there = 0
    for mark, text in word_diff(before.text, after.text):
        size = len(text)
        looks = old_looks[here : here + size] if mark == "-" else new_looks[there : there + size]
        runs.extend(_looked(text, looks, {"-": gone, "+": came}.get(mark)))
        here += size if mark != "+" else 0
        there += size if mark != "-" else 0
    return replace(after, runs=tuple(runs))


def _looks(line: SheetLine) -> list[Look]:
    return [run.look for run in line.runs for _ in run.text]


def _looked(text: str, looks: Sequence[Look], revision: Revision | None) -> Iterator[SheetRun]:
    for look, letters in groupby(zip(text, looks, strict=True), key=lambda pair: pair[1]):
        yield SheetRun("".join(letter for letter, _ in letters), look, revision)


def _width(grid: SheetTable) -> int:
    return max((sum(cell.colspan for cell in row.cells) for row in grid.rows), default=0)


def _rows(old: Sequence[SheetRow], new: Sequence[SheetRow], revision: Reviser) -> Iterator[SheetRow]:
    items = [Item("row", row.eid, row.text) for row in old], [Item("row", row.eid, row.text) for row in new]
    for here, there in pair(*items):
        before = old[here] if here is not None else None
        after = new[there] if there is not None else None
        if before is not None and after is not None and _shape(before) == _shape(after):
            cells = zip(before.cells, after.cells, strict=True)
            yield replace(after, cells=tuple(_cell(left, right, after.eid, revision) for left, right in cells))
            continue
        if before is not None:
            yield marked_row(before, revision(before.eid, False))
        if after is not None:
            yield marked_row(after, revision(after.eid, True))


def _rows_of_both(old: SheetTable, new: SheetTable, shared: SharedColumns, revision: Reviser) -> Iterator[SheetRow]:
    """The rows of a table that lost or got columns, each with the cells of all columns of both texts."""
    for here, there in shared.rows:
        before = shared.placed(old.rows[here], 0) if here is not None else ()
        after = shared.placed(new.rows[there], 1) if there is not None else ()
        eid = new.rows[there].eid if there is not None else ""
        found = beside(before, after) if before and after else None
        if found is not None and there is not None:
            cells = tuple(_cell_of_both(left, right, eid, revision) for left, right in found)
            yield replace(new.rows[there], cells=cells)
            continue
        if here is not None:
            eid = old.rows[here].eid
            yield _row_of_one(old.rows[here], before, shared.only(1), revision(eid, False), revision(eid, True))
        if there is not None:
            eid = new.rows[there].eid
            yield _row_of_one(new.rows[there], after, shared.only(0), revision(eid, True), revision(eid, False))


def _cell_of_both(before: PlacedCell | None, after: PlacedCell | None, eid: str, revision: Reviser) -> SheetCell:
    if before is not None and after is not None:
        begin, end = min(before.begin, after.begin), max(before.end, after.end)
        made = _cell(before.cell, after.cell, eid, revision)
        return replace(made, colspan=end - begin, spans=(before.cell.colspan, after.cell.colspan))
    own = before or after
    assert own is not None
    return _cell_of_one(own, revision(eid, after is not None))


def _cell_of_one(own: PlacedCell, revision: Revision) -> SheetCell:
    lines = tuple(marked(line, revision) for line in own.cell.lines)
    spans = (own.cell.colspan, own.cell.colspan)
    return replace(own.cell, lines=lines, colspan=own.end - own.begin, spans=spans, revision=revision)


def _row_of_one(
    row: SheetRow, cells: Sequence[PlacedCell], others: Sequence[int], own: Revision, other: Revision
) -> SheetRow:
    """A row that went or came, with an empty cell of the other text in each column that it has not."""
    made = tuple(
        replace(_cell_of_one(cell, own), revision=None) if cell is not None else SheetCell((), revision=other)
        for cell, _ in gaps(cells, others)
    )
    return replace(row, cells=made, revision=own)


def _shape(row: SheetRow) -> tuple[tuple[int, str], ...]:
    return tuple((cell.colspan, cell.merge) for cell in row.cells)


def _cell(before: SheetCell, after: SheetCell, eid: str, revision: Reviser) -> SheetCell:
    """The last paragraph of a cell cannot come or go, so the last ones are always one."""
    if before.lines == after.lines:
        return after
    *old, old_last = before.lines or (SheetLine("cell", ()),)
    *new, new_last = after.lines or (SheetLine("cell", ()),)
    made: list[SheetLine] = []
    items = [Item("line", "", line.text) for line in old], [Item("line", "", line.text) for line in new]
    for here, there in pair(*items):
        if here is not None and there is not None:
            made.append(_line(replace(old[here], eid=eid), replace(new[there], eid=eid), revision))
        elif here is not None:
            made.append(marked(old[here], revision(eid, False)))
        elif there is not None:
            made.append(marked(new[there], revision(eid, True)))
    made.append(_line(replace(old_last, eid=eid), replace(new_last, eid=eid), revision))
    return replace(after, lines=tuple(made))
