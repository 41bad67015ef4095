"""The columns of a table: which cell heads each, and what stands in the way of putting one in or taking one out."""

from lxml import etree

from lexkz.akn.cells import span
from lexkz.akn.namespace import q
from lexkz.akn.text import paragraphs
from lexkz.consolidation.tree.table_rows import columns, grid, width
from lexkz.consolidation.tree.unit_index import row_number

_CELLS = (q("td"), q("th"))


def rows_of(table: etree._Element) -> list[etree._Element]:
    """Return the rows of ``table`` from the top."""
    return list(table.iterchildren(q("tr")))


def numbering(table: etree._Element) -> etree._Element | None:
    """Return the row that numbers the columns ("1 | 2 | 3"), if the table has one among its first rows."""
    for row in rows_of(table)[:5]:
        printed = [" ".join(paragraphs(cell)) for cell in row.iterchildren(*_CELLS)]
        if len(printed) > 1 and printed == [str(number) for number in range(1, len(printed) + 1)]:
            return row
    return None


def head_rows(table: etree._Element) -> list[etree._Element]:
    """Return the rows that head the columns: those above the row of numbers, else above the first numbered row."""
    rows, numbers = rows_of(table), numbering(table)
    first = next((place for place, row in enumerate(rows) if row_number(row) is not None), 1)
    above = rows[:first] if numbers is None else rows[: rows.index(numbers)]
    return [row for row in above if not is_across(row, table)]


def heading(table: etree._Element, column: int) -> etree._Element | None:
    """Return the cell that heads ``column`` (from 0) alone; None where none does, or several.

    A cell over several columns heads a group of them, not one.
    """
    heads, lines = head_rows(table), grid(table)
    cells = dict.fromkeys(lines[place][column] for place in range(len(heads)) if column in lines[place])
    own = [cell for cell in cells if span(cell, "colspan") == 1]
    return own[0] if len(own) == 1 else None


def is_across(row: etree._Element, table: etree._Element) -> bool:
    """True for a row of one cell over the whole table: the heading of a section of it."""
    return len(list(row.iterchildren(*_CELLS))) == 1 and columns(table) > 1


def own_rows(table: etree._Element) -> list[etree._Element]:
    """Return the rows that have a cell in each column, without those of one cell across the table."""
    return [row for row in rows_of(table) if not is_across(row, table)]


def irregular(table: etree._Element) -> bool:
    """True where a row neither fills the columns of its table nor is one cell across, so that columns are not sure."""
    wide, lines = columns(table), grid(table)
    return any(
        len(line) != wide and not is_across(row, table) for row, line in zip(rows_of(table), lines, strict=True)
    ) or any(width(row) not in (1, wide) for row in rows_of(table) if is_across(row, table))


def parted(table: etree._Element, column: int) -> tuple[etree._Element, ...]:
    """Return the cells that reach over the left border of ``column`` (from 0), rows of one cell across aside."""
    found = [
        line[column]
        for row, line in zip(rows_of(table), grid(table), strict=True)
        if column > 0 and column in line and line.get(column - 1) is line[column] and not is_across(row, table)
    ]
    return tuple(dict.fromkeys(found))


def shared(table: etree._Element, column: int) -> tuple[etree._Element, ...]:
    """Return the cells that stand in ``column`` and in others as well, rows of one cell across aside."""
    found = [
        line[column]
        for row, line in zip(rows_of(table), grid(table), strict=True)
        if column in line and span(line[column], "colspan") > 1 and not is_across(row, table)
    ]
    return tuple(dict.fromkeys(found))
