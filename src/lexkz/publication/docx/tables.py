"""Tables of a sheet as Word tables: merged cells, repeated heads, whole rows that came or went."""

from dataclasses import dataclass

from lxml import etree

from lexkz.languages.language import words_of
from lexkz.publication.docx.lines import TrackedIds, paragraph
from lexkz.publication.docx.names import make, qw
from lexkz.publication.sheet.columns import Placed, place, shares
from lexkz.publication.sheet.model import SheetLine, SheetRow, SheetTable

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class _Size:
    """Of what size a table is, in twentieths of a point."""

    margin: int
    """Between the line of a cell and its text."""
    letter: int
    """Width of a usual letter, bold."""
    text: str
    """Style of its text."""
    head: str


_PAGE = _Size(85, 115, "Table Text", "Table Head")
_INNER = _Size(40, 92, "Inner Table Text", "Inner Table Head")
"""Of a table within a cell, which has a third of a page: columns of a page stand there."""
_TALL = 700
"""Characters in a cell from which its row may run over the end of a page."""


def table(grid: SheetTable, ids: TrackedIds, *, width: int, size: _Size = _PAGE) -> etree._Element:
    """Return a table as ``w:tbl``, ``width`` wide (twentieths of a point)."""
    placed = place(grid)
    columns = [
        round(width * share) for share in shares(grid, placed, width / size.letter, 2 * size.margin / size.letter)
    ]
    made = make("tbl", _properties(grid, size), make("tblGrid", *(make("gridCol", w=column) for column in columns)))
    heads = _heads(grid)
    for number, (row, cells) in enumerate(zip(grid.rows, placed, strict=True)):
        properties = make("trPr")
        if max((len(cell.text) for cell in row.cells), default=0) < _TALL:
            properties.append(make("cantSplit"))
        if number < heads:
            properties.append(make("tblHeader"))
        if row.revision is not None:
            properties.append(ids.change(row.revision))
        made_row = make("tr", properties, *(_cell(cell, row, columns, ids, size) for cell in cells))
        if len(cells) == 1 < len(columns) and not row.gap and number + 1 < len(grid.rows):
            _keep_with_next(made_row)
        made.append(made_row)
    return made


def _keep_with_next(row: etree._Element) -> None:
    """A row across names what the rows below it are of: it does not stand alone at the end of a page."""
    for style in row.iter(qw("pStyle")):
        style.addnext(make("keepNext"))


def _properties(grid: SheetTable, size: _Size) -> etree._Element:
    line = {"val": "single", "sz": "4", "space": "0", "color": "000000"} if grid.borders else {"val": "nil"}
    margins = make("tblCellMar", make("left", w=size.margin, type="dxa"), make("right", w=size.margin, type="dxa"))
    return make(
        "tblPr",
        *([make("tblStyle", val="TableGrid")] if grid.borders else []),
        make("tblW", w=5000, type="pct"),
        make("tblBorders", *(make(side, **line) for side in _SIDES)),
        make("tblLayout", type="fixed"),
        margins,
    )


def _heads(grid: SheetTable) -> int:
    """How many rows at the top are heads; a table that is all heads has none to repeat."""
    count = 0
    for row in grid.rows:
        if not row.cells or not all(cell.head for cell in row.cells):
            break
        count += 1
    return count if count < len(grid.rows) else 0


def _cell(placed: Placed, row: SheetRow, columns: list[int], ids: TrackedIds, size: _Size) -> etree._Element:
    width = sum(columns[placed.column : placed.column + placed.span])
    properties = make("tcPr", make("tcW", w=width, type="dxa"))
    if placed.span > 1:
        properties.append(make("gridSpan", val=placed.span))
    cell = placed.cell
    if placed.continues:
        properties.append(make("vMerge"))
    elif cell is not None and (cell.rowspan > 1 or cell.merge == "start"):
        properties.append(make("vMerge", val="restart"))
    if cell is not None and cell.head:
        properties.append(make("vAlign", val="center"))
    if cell is not None and cell.revision is not None:
        properties.append(ids.named("cellIns" if cell.revision.mark == "+" else "cellDel", cell.revision))
    revision = cell.revision if cell is not None and cell.revision is not None else row.revision
    blocks = (cell.blocks or cell.lines) if cell is not None and not placed.continues else ()
    head = cell is not None and cell.head
    locale = words_of(cell.lang).layout.locale if cell is not None and cell.lang else ""
    made = make("tc", properties)
    if blocks and isinstance(blocks[-1], SheetTable):
        blocks = (*blocks, SheetLine("cell", ()))  # Word has no cell that ends with a table
    for line in blocks or (SheetLine("cell", (), revision=revision),):
        if isinstance(line, SheetTable):
            made.append(table(line, ids, width=width - 2 * size.margin, size=_INNER))
            continue
        plain = line.role in ("cell", "center", "right")
        made.append(paragraph(line, ids, style=(size.head if head else size.text) if plain else None, locale=locale))
    return made
