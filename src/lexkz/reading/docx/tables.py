"""Tables of a document: cells by the columns of the grid, merged ones once, where they begin."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from lxml import etree

from lexkz.reading.blocks import Block, Paragraph, SourceError, Table
from lexkz.reading.docx.names import below, child, local, on, val, whole
from lexkz.reading.docx.state import DocxState
from lexkz.reading.marked.tables import WIDEST, MarkedCell, MarkedRow, flat, table

Inner = Callable[[Iterable[etree._Element]], list[Block]]
"""Reads what stands in a cell: tables and paragraphs, of which the body knows more than a table."""


class UnacceptableChangeError(SourceError):
    """A tracked change that cannot be taken as accepted."""


@dataclass(slots=True)
class _Cell:
    blocks: list[Block]
    colspan: int
    rowspan: int = 1


def take(element: etree._Element, state: DocxState, inner: Inner) -> tuple[Block, ...]:
    """Return what a table is in the act; see :func:`lexkz.reading.marked.tables.table`. ``inner`` reads its cells.

    A table that holds tables and has no more than one filled cell in a row only lays out the page. Raises
    UnacceptableChangeError where a tracked change deletes or merges cells, for Word alone knows how to go on.
    """
    place = state.place()
    rows: list[tuple[list[_Cell], bool]] = []
    open_cells: dict[int, _Cell] = {}
    for row in below(element):
        if local(row) != "tr":
            continue
        if child(row, "trPr", "del") is not None:
            state.deleted(row)
            continue
        if child(row, "trPr", "ins") is not None:
            state.inserted += 1
        rows.append((_row(row, state, open_cells, inner), bool(on(child(row, "trPr", "tblHeader")))))
    filled = [[cell.blocks for cell in cells if cell.blocks] for cells, _ in rows]
    holds_tables = any(isinstance(block, Table) for row in filled for blocks in row for block in blocks)
    if holds_tables and all(len(row) <= 1 for row in filled):
        return tuple(chain.from_iterable(blocks for row in filled for blocks in row))
    marked = [
        MarkedRow(
            tuple(MarkedCell(_paragraphs(cell.blocks, state), cell.colspan, cell.rowspan) for cell in cells),
            place,
            header,
        )
        for cells, header in rows
    ]
    return table(marked, borders=state.styles.borders(element), place=place, lang=state.lang)


def _row(row: etree._Element, state: DocxState, open_cells: dict[int, _Cell], inner: Inner) -> list[_Cell]:
    cells: list[_Cell] = []
    column = _span(val(child(row, "trPr", "gridBefore")), 0)
    if column:
        cells.append(_Cell([], column))
    for element in below(row):
        if local(element) != "tc":
            continue
        properties = child(element, "tcPr")
        if child(properties, "cellMerge") is not None:
            raise UnacceptableChangeError("tracked changes of cells")
        if child(properties, "cellDel") is not None:
            state.deleted(element)
            continue  # accepted, its column is gone from every row
        span = _span(val(child(properties, "gridSpan")), 1)
        merged, along = child(properties, "vMerge"), child(properties, "hMerge")
        above = open_cells.get(column)
        blocks = inner(below(element))
        if along is not None and val(along) != "restart" and cells:
            cells[-1].colspan += span
            _hidden(blocks, state)
        elif merged is not None and val(merged) != "restart" and above is not None and above.colspan == span:
            above.rowspan += 1
            _hidden(blocks, state)
        else:
            made = _Cell(blocks, span)
            cells.append(made)
            for covered in range(column, column + span):
                open_cells.pop(covered, None)
            if merged is not None:
                open_cells[column] = made
        column += span
    for beyond in [place for place in open_cells if place >= column]:
        del open_cells[beyond]
    return cells


def _hidden(blocks: list[Block], state: DocxState) -> None:
    """Note the text of a cell that a merged one covers: Word does not show it."""
    state.hidden.extend(part.text for part in _paragraphs(blocks, state))


def _paragraphs(blocks: list[Block], state: DocxState) -> tuple[Paragraph, ...]:
    made: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            made.append(block)
        else:
            lines = flat(block)
            state.nested.append(" ".join(part.text for part in lines))
            made.extend(lines)
    return tuple(made)


def _span(said: str | None, otherwise: int) -> int:
    number = whole(said)
    return otherwise if number is None else max(otherwise, min(number, WIDEST))
