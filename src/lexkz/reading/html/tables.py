"""Tables of a page: rows and cells with their spans, and what stands in a table outside its cells."""

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from lexkz.reading.blocks import Block, Paragraph, Table
from lexkz.reading.html.tags import NO_TEXT, borders, is_hidden, tag
from lexkz.reading.marked.tables import WIDEST, MarkedCell, MarkedRow, flat, table

if TYPE_CHECKING:
    from lexkz.reading.html.walk import InheritedStyle, Walk

_GROUPS = ("thead", "tbody", "tfoot")


def take(walk: "Walk", element: etree._Element, style: "InheritedStyle") -> None:
    """Take a table into ``walk``: its caption and stray text before it, then what it is in the act.

    A table that holds tables and has no more than one filled cell in a row only lays out the page: its cells follow
    one after the other. In any other, a table in a cell becomes lines of the cell.
    """
    # Alignment around a table is not that of its cells; what stands bold in it says so itself.
    style = replace(style, align=None, heading=None)
    place = walk.place()
    rows = _rows(walk, element, style)
    filled = [[blocks for _, blocks, _ in cells if blocks] for cells, _ in rows]
    holds_tables = any(isinstance(block, Table) for row in filled for blocks in row for block in blocks)
    if holds_tables and all(len(row) <= 1 for row in filled):
        for row in filled:
            for blocks in row:
                walk.blocks.extend(blocks)
        return
    marked = [
        MarkedRow(
            tuple(
                MarkedCell(_paragraphs(walk, blocks), _span(cell, "colspan"), _span(cell, "rowspan"))
                for cell, blocks, _ in cells
            ),
            place,
            header,
        )
        for cells, header in rows
    ]
    walk.blocks.extend(table(marked, borders=borders(element), place=place, lang=walk.context.lang))


_Cell = tuple[etree._Element, list[Block], bool]


def _rows(walk: "Walk", element: etree._Element, style: "InheritedStyle") -> list[tuple[list[_Cell], bool]]:
    rows: list[tuple[list[_Cell], bool]] = []
    walk.piece(element.text, style)
    # The foot of a table is printed below its body, wherever it stands.
    for child in sorted(element, key=lambda child: tag(child) == "tfoot"):
        name = tag(child)
        if name in _GROUPS and not is_hidden(child, walk.context.sheets.unseen):
            walk.piece(child.text, style)
            for inner in child:
                _row(walk, inner, style, rows, head=name == "thead")
                walk.piece(inner.tail, style)
        else:
            _row(walk, child, style, rows, head=False)
        walk.piece(child.tail, style)
    walk.flush(style)
    return rows


def _row(
    walk: "Walk", element: etree._Element, style: "InheritedStyle", rows: list[tuple[list[_Cell], bool]], *, head: bool
) -> None:
    if tag(element) in NO_TEXT or tag(element) in ("col", "colgroup"):
        return
    if tag(element) != "tr" or is_hidden(element, walk.context.sheets.unseen) or element in walk.context.set_apart:
        walk.element(element, style)
        return
    cells: list[_Cell] = []
    walk.note_anchor(element, "tr")
    walk.piece(element.text, style)
    for child in element:
        if tag(child) in ("td", "th") and not is_hidden(child, walk.context.sheets.unseen):
            cells.append((child, _cell(walk, child, style), tag(child) == "th"))
        else:
            walk.element(child, style)
        walk.piece(child.tail, style)
    if cells:
        rows.append((cells, head or all(header for _, _, header in cells)))


def _cell(walk: "Walk", element: etree._Element, style: "InheritedStyle") -> list[Block]:
    from lexkz.reading.html.walk import Walk

    inner = Walk(walk.context)
    inner.anchor, inner.since = walk.anchor, walk.since
    for made in inner.through(element, style).met:
        # What is set apart keeps its place in the walk around it.
        walk.met.append((made[0], len(walk.blocks)))
    return inner.blocks


def _paragraphs(walk: "Walk", blocks: list[Block]) -> tuple[Paragraph, ...]:
    made: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            made.append(block)
        else:
            lines = flat(block)
            walk.context.nested.append(" ".join(line.text for line in lines))
            made.extend(lines)
    return tuple(made)


def _span(cell: etree._Element, name: str) -> int:
    said = (cell.get(name) or "1").strip()
    if not said.isascii() or not said.isdigit():
        return 1
    # A rowspan of 0 reaches to the last row.
    return WIDEST if said == "0" and name == "rowspan" else max(1, min(int(said[:6]), WIDEST))
