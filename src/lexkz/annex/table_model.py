"""Tables as data: columns with their heads, rows with their numbers and groups, cells with what they say."""

from dataclasses import dataclass
from typing import Literal

Number = int | float
CellKind = Literal["text", "number", "none", "reference"]
"""``number``: the whole cell says one number; ``none``: a dash; ``reference``: it refers to another norm; else text."""


@dataclass(frozen=True, slots=True)
class Value:
    """What the text of a cell says beyond doubt."""

    kind: CellKind = "text"
    value: Number | None = None
    unit: str | None = None
    """Name of what is counted, in the nominative: «бірлік», «ставка», «%»."""
    per: str | None = None
    """What the number is for, in the nominative: «мекеме», «50 төсек»."""
    reference: str | None = None
    """The norm that a reference names, as printed."""


@dataclass(frozen=True, slots=True)
class AnnexCell:
    """What one column says in one row; the text of a merged cell stands in each column and row that it spans."""

    text: str
    """As printed; paragraphs of the cell are parted by a newline."""
    value: Value = Value()
    merged: bool = False
    """True where the cell spans several columns or rows."""


@dataclass(frozen=True, slots=True)
class AnnexColumn:
    """One column of a table."""

    key: str
    """``c1``, ``c2`` … from left to right, the same for every version and language of a table."""
    path: tuple[str, ...]
    """The heads above the column, outermost first; empty where the table has no head."""
    min: Number | None = None
    """Lower bound as printed, where the innermost head is a range."""
    max: Number | None = None
    """Upper bound as printed, where the innermost head is a range."""
    number: str | None = None
    """The column's own number, where a row under the head numbers the columns."""


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """One row of a table; rows of heads and of groups are not among them."""

    eid: str | None
    number: str | None
    """Printed number without its full stop (``6-1``); None where rows are not numbered."""
    group: str | None
    """The line over all columns that stands above the row."""
    cells: tuple[AnnexCell, ...]
    """One for each column, in the order of the columns."""


@dataclass(frozen=True, slots=True)
class Span:
    """A merged cell of the printed grid; rows and columns are counted from 0."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class AnnexTable:
    """A table of an act."""

    id: str
    """eId of the table, or ``table_N`` by its place in the act where it has none."""
    title: str | None
    label: str | None
    """Number of the table as printed above its title: «1-кесте»."""
    columns: tuple[AnnexColumn, ...]
    rows: tuple[AnnexRow, ...]
    notes: tuple[str, ...]
    """Notes under the table and footnotes of its cells, one paragraph a string, as printed."""
    number_column: str | None
    """Key of the column that holds the numbers of rows."""
    printed: tuple[tuple[str, ...], ...]
    """The whole grid as printed, heads and groups included; a merged cell's text stands where it begins."""
    heads: int
    """How many rows of the printed grid are its head."""
    places: tuple[int, ...]
    """The row of the printed grid that each of ``rows`` is."""
    spans: tuple[Span, ...]
    partial: bool = False
    """True where the act is an outline and rows of the table are not known."""
