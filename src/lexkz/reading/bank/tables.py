"""Tables of an edition: rows and cells are nodes of their own, in the order in which they are read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lexkz.reading.bank.edition import Node
from lexkz.reading.blocks import Paragraph, Place
from lexkz.reading.marked.tables import WIDEST, MarkedCell, MarkedRow

_ROW = re.compile(r"row|tr$", re.IGNORECASE)
_CELL = re.compile(r"cell|td$|th$|col", re.IGNORECASE)
_GROUP = re.compile(r"head|body|foot", re.IGNORECASE)


@dataclass(slots=True)
class BankCell:
    """A cell while a table is gathered: its node, and the nodes that stand in it."""

    node: Node
    inner: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class GatheredRows:
    """A table's cells by rows, and nodes of it that are in no cell."""

    rows: list[list[BankCell]] = field(default_factory=list)
    heads: set[int] = field(default_factory=set)
    loose: list[Node] = field(default_factory=list)
    guessed: bool = False
    """True where neither rows nor properties part the cells."""


def is_table(node: Node) -> bool:
    """Tell whether a node begins or belongs to a table."""
    return node.type.lower().startswith("table")


def end(nodes: Sequence[Node], place: int) -> int:
    """Return the index after the last node of the table that begins at ``place``.

    All nodes below its level belong to it; where it has no level, all nodes of tables up to the next ``table``.
    """
    level = nodes[place].level
    after = place + 1
    while after < len(nodes):
        node = nodes[after]
        below = level is not None and node.level is not None and node.level > level
        part = is_table(node) and node.type.lower() != "table" and (level is None or node.level in (None, level))
        if not below and not part:
            break
        after += 1
    return after


def gather(nodes: Sequence[Node]) -> GatheredRows:
    """Return the cells of a table's nodes; the first is the table's own unless it is a cell or a row."""
    made = GatheredRows()
    cell: BankCell | None = None
    by_nodes = any(_ROW.search(node.type) and is_table(node) for node in nodes)
    row_key: object = None
    head = False
    for node in nodes:
        kind = node.type.lower()
        if (cell is not None and not is_table(node)) or (kind == "table" and cell is not None):
            cell.inner.append(node)
            # The rows of a table in a cell cannot be told from those of the table around it.
            made.guessed = made.guessed or kind == "table"
        elif is_table(node) and _CELL.search(kind):
            key = _property(node, "row", "rowindex", "rownumber", "r", "y")
            if not made.rows or (not by_nodes and key is not None and key != row_key):
                made.rows.append([])
                if head:
                    made.heads.add(len(made.rows) - 1)
            made.guessed = made.guessed or (not by_nodes and key is None)
            row_key = key
            cell = BankCell(node)
            made.rows[-1].append(cell)
        elif is_table(node) and _ROW.search(kind):
            made.rows.append([])
            if head or "head" in kind:
                made.heads.add(len(made.rows) - 1)
            cell = None
            if node.text.strip():
                made.rows[-1].append(BankCell(node))
        else:
            if _GROUP.search(kind) and not node.text.strip():
                head = "head" in kind
            elif node.text.strip():
                made.loose.append(node)
            cell = None
    return made


def marked(gathered: GatheredRows, texts: dict[int, tuple[Paragraph, ...]], place: Place) -> list[MarkedRow]:
    """Return the rows of a table; ``texts`` are the paragraphs of each cell, by the identity of the cell."""
    return [
        MarkedRow(
            tuple(
                MarkedCell(
                    texts[id(cell)],
                    _span(_property(cell.node, "colspan", "gridspan")),
                    _span(_property(cell.node, "rowspan")),
                )
                for cell in row
            ),
            place,
            number in gathered.heads
            or all("head" in cell.node.type.lower() or cell.node.type.lower().endswith("th") for cell in row),
        )
        for number, row in enumerate(gathered.rows)
        if row
    ]


def _property(node: Node, *names: str) -> Any:
    for name, value in node.properties.items():
        if name.lower().replace("_", "").replace("-", "") in names and isinstance(value, str | int):
            return value
    return None


def _span(value: object) -> int:
    text = str(value)
    return max(1, min(int(text[:6]), WIDEST)) if text.isascii() and text.isdigit() else 1
