"""Drawn tables: the lines of a page as grids, and each grid as cells, merged ones whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lexkz.reading.pdf.sheet import Rule

_NEAR = 3.0
"""Points: lines that lie nearer to each other are one line, or meet."""
_HIGH = 150.0
"""Points: lines by themselves that are lower are no columns of a table over a whole page."""


@dataclass(frozen=True, slots=True)
class RuledBox:
    """One cell of a grid, in points."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class RuledGrid:
    """One drawn table on one page."""

    boxes: tuple[RuledBox, ...]
    """Its cells, row by row."""
    columns: tuple[float, ...]
    """Where its columns begin and the last ends."""
    rows: tuple[float, ...]
    """Where its rows begin and the last ends."""
    open_top: bool = False
    """True where no line is drawn above its first row: the row goes on from the page before."""
    open_bottom: bool = False

    @property
    def whole(self) -> RuledBox:
        """All of it, as one box."""
        return RuledBox(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    def nests(self, other: "RuledGrid") -> bool:
        """Tell whether ``other`` stands within one cell of this table."""
        inner = other.whole
        return any(
            box.x0 < inner.x0 and inner.x1 < box.x1 and box.top < inner.top and inner.bottom < box.bottom
            for box in self.boxes
        )


def grids(rules: Sequence[Rule]) -> tuple[RuledGrid, ...]:
    """Return the tables that ``rules`` draw, from top to bottom.

    Lines that touch belong together; two columns or two rows make a table. A frame around text is none, nor are
    underlines.
    """
    groups = _touching(_merged(rules))
    made = [grid for group in groups if (grid := _grid(group)) is not None]
    made.extend(_whole_pages([group[0] for group in groups if len(group) == 1]))
    return tuple(sorted(made, key=lambda grid: (grid.rows[0], grid.columns[0])))


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Join the pieces of one drawn line."""
    made: list[Rule] = []
    level = sorted((rule for rule in rules if rule.level), key=lambda rule: (round(rule.top / _NEAR), rule.x0))
    upright = sorted((rule for rule in rules if not rule.level), key=lambda rule: (round(rule.x0 / _NEAR), rule.top))
    for rule in level:
        last = made[-1] if made else None
        if last is not None and abs(last.top - rule.top) <= 1 and rule.x0 <= last.x1 + _NEAR:
            made[-1] = last._replace(x1=max(last.x1, rule.x1))
        else:
            made.append(rule)
    first = len(made)
    for rule in upright:
        last = made[-1] if len(made) > first else None
        if last is not None and abs(last.x0 - rule.x0) <= 1 and rule.top <= last.bottom + _NEAR:
            made[-1] = last._replace(bottom=max(last.bottom, rule.bottom))
        else:
            made.append(rule)
    return made


def _touching(rules: list[Rule]) -> list[list[Rule]]:
    """Gather lines that cross or meet; only a horizontal and a vertical line can."""
    parent = list(range(len(rules)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    level = sorted((index for index, rule in enumerate(rules) if rule.level), key=lambda index: rules[index].top)
    for index, rule in enumerate(rules):
        if rule.level:
            continue
        for other in level:
            line = rules[other]
            if line.top > rule.bottom + _NEAR:
                break
            if line.bottom >= rule.top - _NEAR and line.x0 - _NEAR <= rule.x1 and rule.x0 <= line.x1 + _NEAR:
                parent[root(index)] = root(other)
    groups: dict[int, list[Rule]] = {}
    for index, rule in enumerate(rules):
        groups.setdefault(root(index), []).append(rule)
    return list(groups.values())


def _grid(rules: Sequence[Rule]) -> RuledGrid | None:
    level = [rule for rule in rules if rule.level]
    upright = [rule for rule in rules if not rule.level]
    if len(upright) < 2 or not level:
        return None
    columns = _marks((rule.x0 + rule.x1) / 2 for rule in upright)
    rows = _marks((rule.top + rule.bottom) / 2 for rule in level)
    highest, lowest = min(rule.top for rule in upright), max(rule.bottom for rule in upright)
    # A line across that no upright meets below (above) belongs to what stands there, not to the table.
    open_top, open_bottom = highest < rows[0] - _NEAR, lowest > rows[-1] + _NEAR
    rows = [highest] * open_top + rows + [lowest] * open_bottom
    if len(columns) < 2 or len(rows) < 2 or len(columns) + len(rows) < 5:
        return None
    return RuledGrid(tuple(_boxes(columns, rows, level, upright)), tuple(columns), tuple(rows), open_top, open_bottom)


def _whole_pages(rules: Sequence[Rule]) -> list[RuledGrid]:
    """Return the tables of which a page shows one row that neither begins nor ends on it: lines that stand side by
    side, as high as each other, and no line across."""
    extents: dict[tuple[int, int], list[Rule]] = {}
    for rule in rules:
        if not rule.level and rule.bottom - rule.top > _HIGH:
            extents.setdefault((round(rule.top / _NEAR), round(rule.bottom / _NEAR)), []).append(rule)
    made: list[RuledGrid] = []
    for own in extents.values():
        columns = _marks((rule.x0 + rule.x1) / 2 for rule in own)
        if len(columns) < 3:
            continue
        top, bottom = min(rule.top for rule in own), max(rule.bottom for rule in own)
        boxes = tuple(RuledBox(left, top, right, bottom) for left, right in pairwise(columns))
        made.append(RuledGrid(boxes, tuple(columns), (top, bottom), open_top=True, open_bottom=True))
    return made


def _marks(values: Iterable[float]) -> list[float]:
    """Return the places of lines, those that lie near each other as one."""
    marks: list[list[float]] = []
    for value in sorted(values):
        if marks and value - marks[-1][0] <= _NEAR:
            marks[-1].append(value)
        else:
            marks.append([value])
    return [sum(mark) / len(mark) for mark in marks]


def _boxes(
    columns: Sequence[float], rows: Sequence[float], level: Sequence[Rule], upright: Sequence[Rule]
) -> list[RuledBox]:
    """Return the cells: fields of the grid that no line parts are one cell, as far as they make a rectangle."""
    wide, high = len(columns) - 1, len(rows) - 1
    right = [[False] * wide for _ in range(high)]
    below = [[False] * wide for _ in range(high)]
    for rule in upright:
        place = _nearest(columns, (rule.x0 + rule.x1) / 2)
        for row in range(high):
            middle = (rows[row] + rows[row + 1]) / 2
            if place and rule.top - 1 <= middle <= rule.bottom + 1:
                right[row][min(place, wide) - 1] = True
    for rule in level:
        place = _nearest(rows, (rule.top + rule.bottom) / 2)
        for column in range(wide):
            middle = (columns[column] + columns[column + 1]) / 2
            if place and rule.x0 - 1 <= middle <= rule.x1 + 1:
                below[min(place, high) - 1][column] = True
    taken = [[False] * wide for _ in range(high)]
    made: list[RuledBox] = []
    for row in range(high):
        for column in range(wide):
            if taken[row][column]:
                continue
            last = column
            while last + 1 < wide and not right[row][last] and not taken[row][last + 1]:
                last += 1
            end = row
            while (
                end + 1 < high
                and not any(below[end][field] or taken[end + 1][field] for field in range(column, last + 1))
                and not any(right[end + 1][field] for field in range(column, last))
            ):
                end += 1
            for covered in range(row, end + 1):
                taken[covered][column : last + 1] = [True] * (last - column + 1)
            made.append(RuledBox(columns[column], rows[row], columns[last + 1], rows[end + 1]))
    return made


def _nearest(marks: Sequence[float], value: float) -> int:
    return min(range(len(marks)), key=lambda index: abs(marks[index] - value))
