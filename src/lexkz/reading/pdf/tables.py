"""From the parts of a table to a table: spans, head, texts of cells."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lexkz.findings import Finding, FindingPlace, finding
from lexkz.languages.references import References
from lexkz.reading.blocks import Cell, Place, Repair, Row, Table
from lexkz.reading.findings import on_page
from lexkz.reading.pdf.cells import CellText, Column, cell_text
from lexkz.reading.pdf.lines import Printed
from lexkz.reading.pdf.merging import Whole
from lexkz.reading.pdf.parts import PartCell

_BARE = 1.5
"""Of the type size: a column so narrow in which nothing stands is white between two lines."""
_COUNT = re.compile(r"\d{1,2}\.?")
_FIRST = re.compile(r"1[.)]?")


@dataclass(frozen=True, slots=True)
class Made:
    """A table, and what could not be decided in it."""

    table: Table
    findings: tuple[Finding, ...] = ()


def table(source: Whole, words: References, known: frozenset[str], *, quoted: bool, spaces: bool) -> Made:
    """Return ``source`` as a block.

    ``known``: words of the document, which tell a cut word from two. ``quoted``: the table stands between quotes and
    holds rows only, unless its first cell is the head of row numbers. ``spaces``: the document prints the space at a
    line's end.
    """
    fields, columns, dropped = _without_bare(source)
    shifts = {part.page: source.columns[0] - part.columns[0] for part in source.parts}
    inner = _inner(fields, columns, source, shifts)
    edged = source.parts[0].borders
    texts = {
        field: cell_text(
            _moved(field.lines, shifts),
            Column(inner[field.column_end], edged, spaces),
            known,
        )
        for field in fields
    }
    head = max(_head(fields, texts, source.rows, words, quoted=quoted), min(source.head, source.rows - 1))
    rows: list[Row] = []
    findings: list[Finding] = []
    place = _first_place(source)
    for row in range(source.rows):
        own = [field for field in fields if field.row == row]
        if not own:
            continue
        place = _place([line for field in own for line in field.lines]) or place
        cells = tuple(
            Cell(texts[field].text, field.column_end - field.column, field.row_end - field.row) for field in own
        )
        rows.append(Row(cells, place, header=row < head))
        findings.extend(_doubt(place, cells, texts[field].doubts) for field in own if texts[field].doubts)
        page = place.page or 1
        findings.extend(on_page("read.hyphen_kept", page, word) for field in own for word in texts[field].kept)
        if row in source.uncertain:
            findings.append(
                on_page("read.table_uncertain", page, " ".join(cell.text for cell in cells if cell.text), case="row")
            )
    if dropped:
        findings.append(_bare_columns(_first_place(source), dropped))
    repairs = tuple(repair for field in fields for repair in texts[field].repairs) + tuple(
        Repair("row_over_page", next((texts[field].text for field in fields if field.row == row), ""))
        for row in source.over_page
    )
    return Made(Table(tuple(rows), _first_place(source), repairs, source.parts[0].borders), tuple(findings))


def _without_bare(source: Whole) -> tuple[list[PartCell], tuple[float, ...], int]:
    """Leave out columns that are too narrow for a letter and hold none: what is left of cells without text."""
    sizes = [line.size for field in source.fields for line in field.lines]
    limit = _BARE * max(sizes, default=10.0)
    wide = len(source.columns) - 1
    bare = [
        column
        for column in range(wide)
        if source.columns[column + 1] - source.columns[column] < limit
        and not any(field.lines for field in source.fields if field.column == column)
        and any(field.column == column for field in source.fields)
        and all(field.column_end == column + 1 for field in source.fields if field.column == column)
    ]
    if not bare:
        return list(source.fields), source.columns, 0
    left = [sum(other < column for other in bare) for column in range(wide + 1)]
    kept = [
        PartCell(
            field.row,
            field.row_end,
            field.column - left[field.column],
            field.column_end - left[field.column_end],
            field.lines,
        )
        for field in source.fields
        if field.column not in bare
    ]
    # The white of a dropped column goes to the one before it.
    edges = tuple(mark for index, mark in enumerate(source.columns) if index == wide or index not in bare)
    return kept, edges, len(bare)


def _moved(lines: Sequence[Printed], shifts: Mapping[int, float]) -> list[Printed]:
    """Return lines as they would stand on the page that the table begins on."""
    return [line.moved(shift) if (shift := shifts.get(line.page, 0.0)) else line for line in lines]


def _inner(
    fields: Sequence[PartCell], columns: Sequence[float], source: Whole, shifts: Mapping[int, float]
) -> list[float]:
    """Return how far the lines of cells can reach that end where each column begins (and the last ends), in points."""
    reached = [0.0] * len(columns)
    paddings = [10.0]
    for field in fields:
        for line in _moved(field.lines, shifts):
            if not line.letter:
                # Turned words fill their cell as they are kept.
                continue
            reached[field.column_end] = max(reached[field.column_end], line.x1)
            paddings.append(max(line.x0 - columns[field.column], 0.0))
    if not source.parts[0].borders:
        return reached
    padding = min(paddings)
    return [max(edge - padding, reach) for edge, reach in zip(columns, reached, strict=True)]


def _head(
    fields: Sequence[PartCell], texts: dict[PartCell, CellText], rows: int, words: References, *, quoted: bool
) -> int:
    """Return how many rows the head has.

    It is told by the word over the row numbers, by bold type over rows that are not bold, or by a row 1 below it; a row
    that counts the columns belongs to it.
    """
    if rows < 2 or not fields:
        return 0
    opening = [field for field in fields if field.row == 0]
    depth = max(field.row_end for field in opening)
    corner = texts[opening[0]].text
    numbered = bool(words.row_number.match(corner)) and not any(letter.isdigit() for letter in corner)
    if not numbered and (quoted or not _looks_like_head(fields, texts, depth)):
        return 0
    if depth >= rows:
        return 0
    counted = [texts[field].text for field in fields if field.row == depth]
    counts = len(counted) > 1 and all(_COUNT.fullmatch(text) for text in counted)
    if counts and [int(text.rstrip(".")) for text in counted] == list(range(1, len(counted) + 1)):
        below = next((texts[field].text for field in fields if field.row == depth + 1), "")
        # "1 | 2 | 3" counts columns where row 1 is still to come.
        depth += 1 if _FIRST.fullmatch(below) or not below[:1].isdigit() else 0
    return depth if depth < rows else 0


def _looks_like_head(fields: Sequence[PartCell], texts: dict[PartCell, CellText], depth: int) -> bool:
    opening = [field for field in fields if field.row < depth and field.lines]
    rest = [line for field in fields if field.row >= depth for line in field.lines]
    if not opening or not rest or len([field for field in fields if field.row == 0]) < 2:
        return False
    if any(texts[field].text[:1].isdigit() for field in opening if field.column == 0):
        return False
    lines = [line for field in opening for line in field.lines]
    if all(line.bold for line in lines) and not all(line.bold for line in rest):
        return True
    following = [field for field in fields if field.row == depth]
    return bool(following) and bool(_FIRST.fullmatch(texts[following[0]].text))


def _first_place(source: Whole) -> Place:
    part = source.parts[0]
    return Place(part.page, None, box=part.box)


def _place(lines: Sequence[Printed]) -> Place | None:
    if not lines:
        return None
    page = min(line.page for line in lines)
    return box([line for line in lines if line.page == page])


def box(lines: Sequence[Printed]) -> Place:
    """Return the place of lines of one page: the box around them."""
    return Place(
        lines[0].page,
        None,
        box=(
            min(line.x0 for line in lines),
            min(line.top for line in lines),
            max(line.x1 for line in lines),
            max(line.bottom for line in lines),
        ),
    )


def _doubt(place: Place, cells: Sequence[Cell], doubts: tuple[str, ...]) -> Finding:
    return finding(
        "read.cells_uncertain",
        FindingPlace(page=place.page),
        case="word",
        text=" ".join(cell.text for cell in cells),
        candidates=doubts,
    )


def _bare_columns(place: Place, count: int) -> Finding:
    return finding("read.empty_columns", FindingPlace(page=place.page), count=count)
