"""Tables that run over pages: their parts put on one grid, rows cut by a page end made whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lexkz.reading.pdf.lines import Printed
from lexkz.reading.pdf.parts import PartCell, TablePart

_SAME = 6.0
"""Points: columns of two parts that lie so near are one."""
_TERMINAL = (".", ";", ":", "!", "?")
_SHOWN = 3
"""So many rows show what every row of a table has."""
_MOST = 0.7
"""Of the rows: a column that so many fill is one that every row has."""
_ITEM = re.compile(r"(\d{1,4})[.)]")
_NUMBER = re.compile(r"(\d{1,4})[.)]?")
_GOING = re.compile(r"[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]|\d{1,4}[-\u2011 ][^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")
"""How the rest of a sentence begins: in small letters, or with a number and such («9-тармақ», «5 дней»)."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A table of one or more parts, on one grid."""

    columns: tuple[float, ...]
    fields: tuple[PartCell, ...]
    """Row by row."""
    rows: int
    parts: tuple[TablePart, ...]
    over_page: tuple[int, ...] = ()
    """Rows that a page end had cut."""
    repeated: tuple[Printed, ...] = ()
    """Lines of heads that were printed again on later pages."""
    head: int = 0
    """Rows that stand on top of each of its pages: its head."""
    uncertain: tuple[int, ...] = ()
    """Rows that begin a page and may go on the row before."""


def goes_on(above: TablePart, below: TablePart) -> bool:
    """Tell whether the table at the end of one page goes on with the one that opens the next: by its columns."""
    if above.borders != below.borders or below.page != above.page + 1:
        return False
    if above.open_bottom or below.open_top:
        return True
    shift = below.columns[0] - above.columns[0]
    if abs((below.columns[-1] - below.columns[0]) - (above.columns[-1] - above.columns[0])) > _SAME and above.borders:
        return False
    if not above.borders:
        return len(above.columns) == len(below.columns)
    few, many = sorted((above.columns, below.columns), key=len)
    offset = shift if few is above.columns else -shift
    return all(any(abs(mark + offset - other) <= _SAME for other in many) for mark in few)


def whole(parts: Sequence[TablePart]) -> Whole:
    """Return the parts of a table, in order, as one."""
    columns = _columns(parts)
    fields: list[PartCell] = []
    over: list[int] = []
    repeated: list[Printed] = []
    uncertain: list[int] = []
    heads: list[int] = []
    rows = 0
    for index, part in enumerate(parts):
        own = _placed(part, columns, rows)
        height = len(part.rows) - 1
        own, over_cut = _without_inner_head(fields or own, own, rows, height, part)
        repeated.extend(over_cut)
        height -= bool(over_cut)
        if index:
            head = _repeated(fields, own, rows)
            heads.append(head)
            repeated.extend(line for field in own if field.row < rows + head for line in field.lines)
            own = [_up(field, head) for field in own if field.row >= rows + head]
            height -= head
            own, within = _without_head(fields, own, rows)
            repeated.extend(within)
            cut: bool | None = bool(own) and _cut(fields, own, rows, parts[index - 1], part)
            if cut and not part.open_top and not within and _is_next(fields, own, rows):
                # The row above ends with its page, where its border was not drawn.
                cut = False
            elif cut and head and not within and _are_filled(fields, own, rows):
                cut = None
            elif own and cut is not True:
                goes = False if _numbered_later(parts[index:]) else _lacks(fields, own, rows, max(heads))
                cut = goes if goes is not False else cut
            if cut:
                fields, own = _sewn(fields, own, rows)
                over.append(rows - 1)
                height -= 1
            elif cut is None:
                uncertain.append(rows)
        fields.extend(own)
        rows += height
    ordered = sorted(fields, key=lambda field: (field.row, field.column))
    head = min(heads, default=0)
    return Whole(columns, tuple(ordered), rows, tuple(parts), tuple(over), tuple(repeated), head, tuple(uncertain))


def _up(field: PartCell, rows: int) -> PartCell:
    return replace(field, row=field.row - rows, row_end=field.row_end - rows)


def _columns(parts: Sequence[TablePart]) -> tuple[float, ...]:
    """Return the columns of all parts, measured from the left edge of each."""
    first = parts[0]
    if not first.borders:
        return first.columns
    marks: list[float] = list(first.columns)
    for part in parts[1:]:
        shift = first.columns[0] - part.columns[0]
        marks.extend(mark + shift for mark in part.columns if all(abs(mark + shift - other) > _SAME for other in marks))
    return tuple(sorted(marks))


def _placed(part: TablePart, columns: Sequence[float], rows: int) -> list[PartCell]:
    """Return the cells of a part on the grid of the whole table, its rows after the ``rows`` above."""
    shift = columns[0] - part.columns[0]
    if len(part.columns) == len(columns):
        at = list(range(len(columns)))
    else:
        at = [min(range(len(columns)), key=lambda index: abs(columns[index] - mark - shift)) for mark in part.columns]
    return [
        PartCell(field.row + rows, field.row_end + rows, at[field.column], at[field.column_end], field.lines)
        for field in part.fields
    ]


def _repeated(fields: Sequence[PartCell], own: Sequence[PartCell], rows: int) -> int:
    """Return how many rows of ``own`` print the table's head again."""
    count = 0
    for row in range(max((field.row_end for field in own), default=rows) - rows):
        above = [(field.column, _text(field)) for field in fields if field.row == row]
        again = [(field.column, _text(field)) for field in own if field.row == rows + row]
        letters = "".join(text for _, text in above)
        if above != again or not letters:
            break
        count = row + 1
    # A first row that is the same as the last one printed is no head but a row of its own.
    head = [field for field in fields if field.row < count]
    return count if any(letter.isalpha() for field in head for letter in _text(field)) else 0


def _without_head(
    fields: Sequence[PartCell], own: Sequence[PartCell], rows: int
) -> tuple[list[PartCell], list[Printed]]:
    """Return the cells of a part without the table's head where it is printed again within the first row, no line
    below it: so programs set a row that they cut; and the lines of that head."""
    head = {field.column: field for field in fields if field.row == 0 and field.row_end == 1}
    first = {field.column: field for field in own if field.row == rows}
    if not rows or set(head) != set(first) or not any(map(str.isalpha, "".join(map(_text, head.values())))):
        return list(own), []
    found: list[Printed] = []
    bare: dict[int, PartCell] = {}
    for column, field in first.items():
        lines = head[column].lines
        again = field.lines[: len(lines)]
        if [line.text for line in again] != [line.text for line in lines]:
            return list(own), []
        found.extend(again)
        bare[column] = replace(field, lines=field.lines[len(lines) :])
    if not any(field.lines for field in bare.values()):
        # A head and nothing else is a row of its own.
        return list(own), []
    return [bare[field.column] if field.row == rows else field for field in own], found


def _without_inner_head(
    fields: Sequence[PartCell], own: Sequence[PartCell], rows: int, height: int, part: TablePart
) -> tuple[list[PartCell], list[Printed]]:
    """Return the cells of a part without the table's head where it is printed again above its last row, which the page
    end cuts: so some programs set both parts of such a row; and the lines of that head."""
    at = rows + height - 2
    head = {field.column: _text(field) for field in fields if field.row == 0 and field.row_end == 1}
    again = {field.column: field for field in own if field.row == at and field.row_end == at + 1}
    said = {column: _text(field) for column, field in again.items()}
    worded = sum(any(map(str.isalpha, text)) for text in head.values())
    if not part.open_bottom or at <= 0 or head != said or worded < 2:
        return list(own), []
    kept = [_up(field, 1) if field.row > at else field for field in own if field.row != at]
    return kept, [line for field in again.values() for line in field.lines]


def _is_next(fields: Sequence[PartCell], own: Sequence[PartCell], rows: int) -> bool:
    """Tell whether the first row of a part bears the number after that of the last row above."""
    last = [field for field in fields if field.row_end == rows]
    first = [field for field in own if field.row == rows]
    ends = [min(cells, key=lambda field: field.column) for cells in (last, first) if cells]
    numbers = [int(found[1]) for field in ends if (found := _NUMBER.fullmatch(_text(field)))]
    return len(numbers) == 2 and numbers[1] == numbers[0] + 1


def _are_filled(fields: Sequence[PartCell], own: Sequence[PartCell], rows: int) -> bool:
    """Tell whether neither the last row above nor the first row of a part leaves a column empty."""
    return all(field.lines for field in fields if field.row_end == rows) and all(
        field.lines for field in own if field.row == rows
    )


def _text(field: PartCell) -> str:
    return " ".join(line.text for line in field.lines)


def _cut(fields: Sequence[PartCell], own: Sequence[PartCell], rows: int, above: TablePart, below: TablePart) -> bool:
    """Tell whether the first row of a part goes on the last row of the part before it.

    An undrawn border says so. Where borders are drawn at the page end, the row number says it, which stands on one of
    the two pages only, or a sentence that goes on in small letters.
    """
    if above.open_bottom or below.open_top:
        return True
    last = {field.column: field for field in fields if field.row_end == rows}
    first = {field.column: field for field in own if field.row == rows}
    if set(last) != set(first):
        return False
    pairs = [(last[column], first[column]) for column in sorted(last) if last[column].lines and first[column].lines]
    going = [
        (one, other)
        for one, other in pairs
        if not one.lines[-1].text.endswith(_TERMINAL) and _GOING.match(other.lines[0].text)
    ]
    number = min(last)
    one_number = _is_number(last[number]) != _is_number(first[number]) and not (
        last[number].lines and first[number].lines
    )
    neither = not last[number].lines and not first[number].lines
    if neither and any(_counts_on(one, other) for one, other in pairs):
        # The row's number stands on a page after both.
        return True
    if one_number and not last[number].lines:
        # The number stands on the second page: the first holds the beginning of its row.
        return bool(pairs)
    return (bool(going) and len(going) == len(pairs) and not first[number].lines) or (bool(going) and one_number)


def _lacks(fields: Sequence[PartCell], own: Sequence[PartCell], rows: int, head: int) -> bool | None:
    """Tell whether the first row of a part lacks what every row has, and so goes on the row before; None where it lacks
    it, but too few rows show what every row has.

    What goes on stands below words of that row; a row with a number of its own, or one over several columns, is none.
    """
    last = {field.column: field for field in fields if field.row_end == rows}
    first = {field.column: field for field in own if field.row == rows and field.row_end == rows + 1}
    if set(last) != set(first) or any(field.column_end - field.column > 1 for field in first.values()):
        return False
    filled = [column for column in sorted(first) if first[column].lines]
    empty = [column for column in sorted(first) if not first[column].lines]
    if not filled or not empty or not all(last[column].lines for column in filled):
        return False
    body: dict[int, dict[int, bool]] = {}
    for field in (*fields, *(field for field in own if field.row > rows)):
        if field.row >= head and field.column_end - field.column == 1:
            body.setdefault(field.row, {})[field.column] = bool(field.lines)
    whole_rows = [row for row in body.values() if set(row) >= set(first)]
    # A row that a page end cuts can have its number on the other page, and lacks it as well.
    keys = [column for column in empty if sum(row[column] for row in whole_rows) >= _MOST * len(whole_rows)]
    if not keys or not last[keys[0]].lines:
        return False
    item = any(_counts_on(last[column], first[column]) for column in filled)
    lower = any(first[column].lines[0].text[:1].islower() for column in filled)
    number = keys[0] == min(first) and _is_number(last[keys[0]])
    sure = len(whole_rows) >= _SHOWN and all(row[keys[0]] for row in whole_rows)
    if sure or item or (number and lower):
        return True
    return None


def _numbered_later(parts: Sequence[TablePart]) -> bool:
    """Tell whether the row that fills the first of these parts, and goes over its end, has its number on a page after
    it: the number of a tall row stands in its middle."""
    for part, below in pairwise(parts):
        if len(part.rows) != 2 or not part.open_bottom or not below.open_top:
            return False
        first = [field for field in below.fields if field.row == 0]
        number = min(first, key=lambda field: field.column, default=None)
        if number is not None and number.lines:
            return _is_number(number)
    return False


def _counts_on(above: PartCell, below: PartCell) -> bool:
    """Tell whether the list of a cell goes on: its next number begins the cell below."""
    found = _ITEM.match(below.lines[0].text)
    numbers = [int(match[1]) for line in above.lines if (match := _ITEM.match(line.text))]
    return found is not None and bool(numbers) and int(found[1]) == numbers[-1] + 1


def _is_number(field: PartCell) -> bool:
    return bool(field.lines) and _text(field).strip(".) ")[:1].isdigit()


def _sewn(fields: Sequence[PartCell], own: Sequence[PartCell], rows: int) -> tuple[list[PartCell], list[PartCell]]:
    """Put the cells of the first row below to those of the last row above; what follows moves up by a row."""
    rest: list[PartCell] = []
    made = list(fields)
    for field in own:
        moved = _up(field, 1)
        if field.row != rows:
            rest.append(moved)
            continue
        index = next(
            (
                index
                for index, other in enumerate(made)
                if other.row_end == rows and other.column <= field.column < other.column_end
            ),
            None,
        )
        if index is None:
            rest.append(moved)
            continue
        other = made[index]
        made[index] = replace(other, lines=other.lines + field.lines, row_end=max(other.row_end, moved.row_end))
    return made, rest
