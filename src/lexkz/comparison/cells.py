"""Tables of two versions held against each other, cell by cell: by table, by row number, by column key."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from lexkz.akn.namespace import E
from lexkz.annex import tables
from lexkz.annex.table_model import AnnexRow, AnnexTable
from lexkz.comparison.align import align
from lexkz.comparison.units import UnitText
from lexkz.languages.folding import fold_spaces
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

    Rows are the same row where they have the same number, or, without one, the same first words; else
    those that are most alike. An unknown row of an outline is no row.
    """
    before, after = {table.id: table for table in tables(old)}, {table.id: table for table in tables(new)}
    found: list[CellChange] = []
    for identity in (*after, *(identity for identity in before if identity not in after)):
        found.extend(_in_table(identity, before.get(identity), after.get(identity)))
    return tuple(found)


def _in_table(identity: str, old: AnnexTable | None, new: AnnexTable | None) -> Iterator[CellChange]:
    heads = {column.key: column.path for table in (old, new) if table is not None for column in table.columns}
    for name, before, after in _paired(identity, old, new):
        for key, head in heads.items():
            if before.get(key) != after.get(key):
                yield CellChange(identity, name, key, head, before.get(key), after.get(key))


_Cells = dict[str, str]


def _paired(identity: str, old: AnnexTable | None, new: AnnexTable | None) -> Iterator[tuple[str, _Cells, _Cells]]:
    """Rows of one key are one; those that no key tells apart, by their words and place, as paragraphs are."""
    left, right = _rows(old), _rows(new)
    both = {row.key for row in left if row.key} & {row.key for row in right if row.key}
    known = {row.key: row for row in left if row.key in both}
    pairs = align(_units(identity, left, both), _units(identity, right, both))
    partner = {pair.new.eid: pair.old.eid for pair in pairs if pair.new is not None and pair.old is not None}
    rest = {row.eid(identity): row for row in left if row.key not in both}
    for row in right:
        if row.key in both:
            yield row.name, known[row.key].cells, row.cells
            continue
        there = rest.get(partner.get(row.eid(identity), ""))
        if there is not None and row.number != there.number:
            # A row with another number is another row.
            there = None
        if there is not None:
            del rest[there.eid(identity)]
        yield row.name, there.cells if there is not None else {}, row.cells
    for row in rest.values():
        yield row.name, row.cells, {}


@dataclass(frozen=True, slots=True)
class _ComparedRow:
    place: int
    number: str | None
    """Its number, where no other row of the table has it."""
    key: str
    """What tells it from all other rows of the table: its number, else its first words; empty where nothing does."""
    cells: _Cells

    @property
    def name(self) -> str:
        return self.number if self.number is not None else f"row {self.place}"

    def eid(self, identity: str) -> str:
        return f"{identity}__tr_{self.place}"


def _units(identity: str, rows: Sequence[_ComparedRow], known: Set[str]) -> list[UnitText]:
    """Rows as units that have no eId; those that are known by their key stay out."""
    return [
        UnitText(row.eid(identity), "tr", "\t".join(row.cells.values()), E.tr(), placed=True)
        for row in rows
        if row.key not in known
    ]


def _rows(table: AnnexTable | None) -> list[_ComparedRow]:
    if table is None:
        return []
    keys = [column.key for column in table.columns]
    numbers = Counter(row.number for row in table.rows)
    firsts = Counter(_first(row) for row in table.rows)
    made = []
    for place, row in enumerate(table.rows, start=1):
        number = row.number if numbers[row.number] == 1 else None
        first = _first(row)
        words = f"words {first}" if number is None and first and firsts[first] == 1 else ""
        made.append(_ComparedRow(place, number, words if number is None else f"number {number}", _cells(row, keys)))
    return made


def _first(row: AnnexRow) -> str:
    """The first words of a row, in letters: what it is about."""
    said = (fold_spaces(cell.text) for cell in row.cells)
    return next((words for words in said if any(map(str.isalpha, words))), "")


def _cells(row: AnnexRow, keys: Sequence[str]) -> _Cells:
    return {key: cell.text for key, cell in zip(keys, row.cells, strict=False)}
