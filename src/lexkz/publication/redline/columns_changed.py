"""Tables whose columns changed: cells that went or came stand in their rows, and what stays is not written anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lexkz.publication.redline.pairing import Item, Pair, pair
from lexkz.publication.sheet.model import SheetCell, SheetRow, SheetTable


@dataclass(frozen=True, slots=True)
class SharedColumns:
    """The columns of both texts in one order, and which row is which."""

    columns: tuple[Pair, ...]
    """Places of each column in the old and in the new text; None where it has it not."""
    rows: tuple[Pair, ...]

    def only(self, side: int) -> tuple[int, ...]:
        """Places, among all columns, of those that only the old (0) or only the new text (1) has."""
        return tuple(place for place, each in enumerate(self.columns) if each[1 - side] is None)

    def placed(self, row: SheetRow, side: int) -> tuple["PlacedCell", ...]:
        """Return the cells of a row of one side with their places among all columns."""
        places = [place for place, each in enumerate(self.columns) if each[side] is not None]
        made: list[PlacedCell] = []
        column = 0
        for cell in row.cells:
            own = places[column : column + cell.colspan]
            kept = frozenset(place for place in own if None not in self.columns[place])
            made.append(PlacedCell(cell, own[0], own[-1] + 1, kept))
            column += cell.colspan
        return tuple(made)


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell among the columns of both texts."""

    cell: SheetCell
    begin: int
    end: int
    kept: frozenset[int]
    """Those of its columns that both texts have."""


Beside = tuple[PlacedCell | None, PlacedCell | None]


def shared_columns(old: SheetTable, new: SheetTable) -> SharedColumns | None:
    """Return how the columns of two tables, whose rows stand for themselves, go together.

    None where fewer than half of the narrower table's stay: then it is another table. A row is known by its words;
    where they have too little in common, as where they are not known, by its first cell.
    """
    width, other = _width(old), _width(new)
    if not (width and other and _full(old, width) and _full(new, other)):
        return None
    for whole in (True, False):
        rows = pair(_items(old, whole=whole), _items(new, whole=whole))
        both = [(here, there) for here, there in rows if here is not None and there is not None]
        left = [_column(old, [here for here, _ in both], at) for at in range(width)]
        right = [_column(new, [there for _, there in both], at) for at in range(other)]
        columns = pair(left, right)
        kept = sum(None not in each for each in columns)
        if both and kept * 2 >= min(width, other):
            return SharedColumns(columns, rows)
    return None


def beside(old: Sequence[PlacedCell], new: Sequence[PlacedCell]) -> tuple[Beside, ...] | None:
    """Return the cells of a row of both texts in one order; None where the row is parted otherwise: it is another."""
    made: list[Beside] = []
    here = there = 0
    while here < len(old) or there < len(new):
        left = old[here] if here < len(old) else None
        right = new[there] if there < len(new) else None
        if left is not None and not left.kept and (right is None or left.begin < right.begin):
            made.append((left, None))
            here += 1
        elif right is not None and not right.kept:
            made.append((None, right))
            there += 1
        elif left is not None and right is not None and _one(left, right):
            made.append((left, right))
            here, there = here + 1, there + 1
        else:
            return None
    return tuple(made)


def gaps(cells: Sequence[PlacedCell], others: Sequence[int]) -> Iterator[tuple[PlacedCell | None, int]]:
    """Yield the cells of a row, and None for each of the ``others`` (columns of the other text) that none covers."""
    free = [place for place in others if not any(cell.begin <= place < cell.end for cell in cells)]
    for cell in cells:
        while free and free[0] < cell.begin:
            yield None, free.pop(0)
        yield cell, cell.begin
    yield from ((None, place) for place in free)


def _one(left: PlacedCell, right: PlacedCell) -> bool:
    return left.kept == right.kept and left.cell.merge == right.cell.merge


def _items(grid: SheetTable, *, whole: bool) -> list[Item]:
    return [Item("row", row.eid, row.text if whole else row.cells[0].text) for row in grid.rows]


def _width(grid: SheetTable) -> int:
    return max((sum(cell.colspan for cell in row.cells) for row in grid.rows), default=0)


def _full(grid: SheetTable, width: int) -> bool:
    return all(sum(cell.colspan for cell in row.cells) == width for row in grid.rows)


def _column(grid: SheetTable, rows: Sequence[int], at: int) -> Item:
    """The words of a column in some of the rows; of cells that go over several columns nothing."""
    said = []
    for place in rows:
        column = 0
        for cell in grid.rows[place].cells:
            if column == at and cell.colspan == 1:
                said.append(cell.text)
            column += cell.colspan
    return Item("column", "", " ".join(said))
