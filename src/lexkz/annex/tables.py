"""The tables of an act as data."""

from lxml import etree

from lexkz.akn.eids import number_part
from lexkz.akn.meta import read_identity
from lexkz.akn.namespace import local, q
from lexkz.annex.columns import ROW_NUMBER, columns, head_rows, number_column
from lexkz.annex.grid import Grid, GridCell, grid
from lexkz.annex.surroundings import Surroundings
from lexkz.annex.table_model import AnnexCell, AnnexColumn, AnnexRow, AnnexTable, Span, Value
from lexkz.annex.values import read_value
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.structure import Act

_ELSEWHERE = frozenset({"meta", "preface", "preamble", "conclusions", "toc", "table"})
"""Tables in these are layout (signatures, corner marks), or part of the cell of another."""


def language(act: Act) -> Lang:
    """Return the language of an act, by its metadata."""
    return "rus" if read_identity(act.root).lang == "rus" else "kaz"


def tables(act: Act) -> tuple[AnnexTable, ...]:
    """Return every table of an act, its annexes and its quoted content, in the order of the text."""
    lang = language(act)
    found = [
        element
        for element in act.root.iter(q("table"))
        if not any(local(above) in _ELSEWHERE for above in element.iterancestors())
    ]
    around = Surroundings(lang)
    return tuple(_table(element, f"table_{place}", lang, around) for place, element in enumerate(found, start=1))


def _table(element: etree._Element, place: str, lang: Lang, around: Surroundings) -> AnnexTable:
    made = grid(element)
    title, label = around.title(element)
    heads = head_rows(made, lang)
    parts = _rows_by_kind(made, heads, lang)
    over = columns(made, heads, lang)
    numbers = number_column(made, over, parts.rows, lang)
    return AnnexTable(
        id=element.get("eId") or place,
        title=title,
        label=label,
        columns=over,
        rows=tuple(_row(made, row, parts.groups.get(row), over, numbers, lang) for row in parts.rows),
        notes=(*_footnotes(made), *parts.notes, *around.notes(element)),
        number_column=numbers,
        printed=tuple(
            tuple(cell.text if (cell.row, cell.column) == (row, column) else "" for column, cell in enumerate(cells))
            for row, cells in enumerate(made.slots)
        ),
        heads=heads,
        places=parts.rows,
        spans=tuple(
            Span(cell.row, cell.column, cell.rows, cell.columns)
            for cell in dict.fromkeys(cell for cells in made.slots for cell in cells)
            if cell.rows > 1 or cell.columns > 1
        ),
        partial=made.partial,
    )


class _Parts:
    """The rows below the head, told apart."""

    def __init__(self) -> None:
        self.rows: tuple[int, ...] = ()
        self.groups: dict[int, str] = {}
        self.notes: tuple[str, ...] = ()


def _rows_by_kind(made: Grid, heads: int, lang: Lang) -> _Parts:
    """Tell rows from the lines over all columns: groups of the rows under them, notes at the end.

    Lines that stand right under each other are one group. A line with no row under it is a row of its own.
    """
    parts = _Parts()
    end = len(made.slots)
    starts = [
        row
        for row in range(heads, end)
        if made.is_line(row) and words_of(lang).structure.note.match(fold(made.slots[row][0].text.strip()))
    ]
    if starts and all(made.is_line(row) for row in range(starts[0], end)):
        parts.notes = tuple(made.slots[row][0].text for row in range(starts[0], end))
        end = starts[0]
    rows = [row for row in range(heads, end) if not made.is_line(row)]
    last = rows[-1] if rows else heads - 1
    group: list[str] = []
    fresh = True
    for row in range(heads, last + 1):
        if made.is_line(row):
            group = [*([] if fresh else group), " ".join(made.slots[row][0].text.split())]
            fresh = False
            continue
        fresh = True
        if group:
            parts.groups[row] = " / ".join(group)
    parts.rows = (*rows, *range(last + 1, end))
    return parts


def _row(
    made: Grid, row: int, group: str | None, over: tuple[AnnexColumn, ...], numbers: str | None, lang: Lang
) -> AnnexRow:
    cells = made.slots[row]
    number = None
    if numbers is not None:
        text = cells[0].text.strip().replace("–", "-")
        number = number_part(text.rstrip(".) ")) if ROW_NUMBER.fullmatch(text) else None
    return AnnexRow(
        eid=made.elements[row].get("eId"),
        number=number,
        group=group,
        cells=tuple(_cell(cell, column.key == numbers, lang) for cell, column in zip(cells, over, strict=True)),
    )


def _cell(cell: GridCell, numbers: bool, lang: Lang) -> AnnexCell:
    # The number of a row is a name, "6-1" as well as "6".
    value = Value() if numbers else read_value(cell.text, lang)
    return AnnexCell(cell.text, value, cell.rows > 1 or cell.columns > 1)


def _footnotes(made: Grid) -> tuple[str, ...]:
    return tuple(note for cell in dict.fromkeys(c for cells in made.slots for c in cells) for note in cell.notes)
