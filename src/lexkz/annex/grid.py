"""The grid of a table: which cell stands in each column of each row, merged cells resolved."""

from dataclasses import dataclass

from lxml import etree

from lexkz.akn.cells import span
from lexkz.akn.namespace import local, q
from lexkz.akn.text import paragraphs

WIDEST = 512
"""Most columns that are believed; wider spans are a slip of the source."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One printed cell with the place where it begins."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    notes: tuple[str, ...]
    header: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose every row has a cell in every column."""

    slots: tuple[tuple[GridCell, ...], ...]
    elements: tuple[etree._Element, ...]
    """The ``tr`` of each row."""
    partial: bool = False
    """True where rows are left out because their text is not known (an outline)."""

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.slots[0]) if self.slots else 0

    def is_line(self, row: int) -> bool:
        """Tell whether one cell stands over all columns of a row, and of that row alone."""
        first = self.slots[row][0]
        return self.width > 1 and first.columns == self.width and first.rows == 1


def grid(table: etree._Element) -> Grid:
    """Return the grid of an Akoma Ntoso ``table``. What a ragged row lacks is an empty cell."""
    printed = tuple(table.iterchildren(q("tr")))
    elements = tuple(row for row in printed if not _is_unknown(row))
    taken: dict[tuple[int, int], GridCell] = {}
    for row, element in enumerate(elements):
        column = 0
        for made in element:
            if local(made) not in ("td", "th"):
                continue
            while (row, column) in taken:
                column += 1
            cell = _cell(made, row, column, len(elements) - row)
            for below in range(row, row + cell.rows):
                for beside in range(column, column + cell.columns):
                    taken.setdefault((below, beside), cell)
            column += cell.columns
    width = max((column + 1 for _row, column in taken), default=0)
    slots = tuple(
        tuple(taken.get((row, column)) or GridCell(row, column, 1, 1, "", (), False) for column in range(width))
        for row in range(len(elements))
    )
    return Grid(slots, elements, len(elements) < len(printed))


def _is_unknown(row: etree._Element) -> bool:
    """Tell whether a row stands for text that is not known, and holds none itself."""
    return row.find(f".//{q('omissis')}") is not None and not paragraphs(row)


def _cell(element: etree._Element, row: int, column: int, below: int) -> GridCell:
    texts: list[str] = []
    notes: list[str] = []
    for block in element:
        lines = paragraphs(block)
        # A footnote's text follows the line that bears its mark.
        own = len(lines) if block.find(f".//{q('authorialNote')}") is None else 1
        texts.extend(lines[:own])
        notes.extend(lines[own:])
    rows = min(span(element, "rowspan"), below)
    columns = min(span(element, "colspan"), max(WIDEST - column, 1))
    return GridCell(row, column, rows, columns, "\n".join(texts), tuple(notes), local(element) == "th")
