"""Performing steps on the columns of a table; a row of one cell across it grows and shrinks with it."""

from lxml import etree

from lexkz.akn.cells import span
from lexkz.akn.namespace import q
from lexkz.akn.text import paragraphs
from lexkz.consolidation.actions.steps import AddColumns, DropColumns
from lexkz.consolidation.tree.change import Change, Region, region_of
from lexkz.consolidation.tree.columns import is_across, rows_of
from lexkz.consolidation.tree.table_rows import column_cells, grid


def add_columns(step: AddColumns) -> tuple[Change, ...]:
    """Put new cells into each row, at one place of the table."""
    table, removed = step.table, paragraphs(step.table)
    lines = dict(zip(rows_of(table), grid(table), strict=True))
    across = [row for row in rows_of(table) if is_across(row, table)]
    for row, cells in step.new:
        # The cell of this row before which the new ones stand; cells of rows above may reach into it.
        following = next(
            (lines[row][at] for at in sorted(lines[row]) if at >= step.at and lines[row][at].getparent() is row), None
        )
        for cell in cells:
            if following is None:
                row.append(cell)
            else:
                following.addprevious(cell)
    for row in across:
        _widen(row, step.count)
    return (_change(table, removed),)


def drop_columns(step: DropColumns) -> tuple[Change, ...]:
    """Take the cells of a column out of all rows."""
    table, removed = step.table, paragraphs(step.table)
    across = [row for row in rows_of(table) if is_across(row, table)]
    for cell in column_cells(table, step.at):
        row = cell.getparent()
        if row is not None and row not in across:
            row.remove(cell)
    for row in across:
        _widen(row, -1)
    return (_change(table, removed),)


def _widen(row: etree._Element, by: int) -> None:
    """A cell that says how many columns it spans says so again; one that does not is left as it is."""
    for cell in row.iterchildren(q("td"), q("th")):
        if span(cell, "colspan") > 1:
            cell.set("colspan", str(span(cell, "colspan") + by))


def _change(table: etree._Element, removed: tuple[str, ...]) -> Change:
    eid = table.get("eId", "")
    region = Region(eid) if eid else region_of(table)
    # The table stays: its text is another one.
    return Change("substitution", table, eid or region.eid, region, removed, paragraphs(table))
