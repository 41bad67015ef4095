"""Tables of two versions held against each other, cell by cell: by table, by row number, by column key."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lexkz.annex import tables
from lexkz.annex.table_model import Row, Table
from lexkz.structure import Act


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell that is not the same in both versions."""

    table: str
    """Id of the table."""
    row: str
    """The row's number, or "row N" by its place where rows have none."""
    column: str
    """The column's key."""
    head: tuple[str, ...]
    """The heads above the column, outermost first."""
    old: str | None
    """Its text before; None where row, column or table are new."""
    new: str | None
    """Its text after; None where they fell away."""


def cell_changes(old: Act, new: Act) -> tuple[CellChange, ...]:
    """Return the cells that differ, table by table in the order of ``new``, those of tables that fell away last.

    Rows are the same row where they have the same number, else the same place; an unknown row of an outline is no row.
    """
    before, after = {table.id: table for table in tables(old)}, {table.id: table for table in tables(new)}
    found: list[CellChange] = []
    for identity in (*after, *(identity for identity in before if identity not in after)):
        found.extend(_in_table(identity, before.get(identity), after.get(identity)))
    return tuple(found)


def _in_table(identity: str, old: Table | None, new: Table | None) -> Iterator[CellChange]:
    left, right = _rows(old), _rows(new)
    heads = {column.key: column.path for table in (old, new) if table is not None for column in table.columns}
    for number in (*right, *(number for number in left if number not in right)):
        one, other = left.get(number, {}), right.get(number, {})
        for key, head in heads.items():
            if one.get(key) != other.get(key):
                yield CellChange(identity, number, key, head, one.get(key), other.get(key))


def _rows(table: Table | None) -> dict[str, dict[str, str]]:
    if table is None:
        return {}
    keys = [column.key for column in table.columns]
    return {name: _cells(row, keys) for name, row in zip(_names(table.rows), table.rows, strict=True)}


def _names(rows: Sequence[Row]) -> list[str]:
    """A name for each row: its number; by place where it has none or another row has the same."""
    counts = Counter(row.number for row in rows)
    return [
        row.number if row.number is not None and counts[row.number] == 1 else f"row {place}"
        for place, row in enumerate(rows, start=1)
    ]


def _cells(row: Row, keys: Sequence[str]) -> dict[str, str]:
    return {key: cell.text for key, cell in zip(keys, row.cells, strict=False)}
