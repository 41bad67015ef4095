"""Tables of marked-up formats: those that hold data, and those that only set text side by side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.structure import Structure
from lexkz.reading.blocks import Block, Cell, Lang, Paragraph, Place, Row, Run, Table
from lexkz.reading.marked.head import with_head
from lexkz.reading.marked.inline import joined

WIDEST = 1000
"""Most columns or rows that one cell may span, as browsers have it."""

_NAME = re.compile(
    r"(?:[^\W\d_]\.\s?){1,3}[^\W\d_][\w-]+|[^\W\d_][\w-]+\s(?:[^\W\d_]\.\s?){1,2}|(?:[^\W\d_][\w-]+\s){1,2}[^\W\d_]\w+"
)


@dataclass(frozen=True, slots=True)
class MarkedCell:
    """A cell as a format gives it."""

    paragraphs: tuple[Paragraph, ...]
    colspan: int = 1
    rowspan: int = 1

    @property
    def empty(self) -> bool:
        """True where nothing can be seen in it."""
        return not self.paragraphs


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """A row as a format gives it."""

    cells: tuple[MarkedCell, ...]
    place: Place
    header: bool = False


def table(rows: Sequence[MarkedRow], *, borders: bool | None, place: Place, lang: Lang) -> tuple[Block, ...]:
    """Return what a table of the format is in the act.

    A corner mark (all that is seen stands in the last column) becomes right-aligned paragraphs, a signature its post
    and its name, approvals side by side one after the other, a frame without a border what stands in it; all else is a
    table. ``borders`` is None where the format does not say; an empty table is nothing unless it is drawn.
    """
    seen = [row for row in rows if any(not cell.empty for cell in row.cells)]
    if not seen and not borders:
        return ()
    if seen and not any(row.header for row in rows):
        words = words_of(lang).structure
        for layout in (_corner_mark, _signature, _approvals):
            made = layout(seen, words, borders)
            if made is not None:
                return made
        if len(rows) == 1 and len(rows[0].cells) == 1 and not borders:
            # One cell that is not drawn only lays out the page; where the format does not say, several lines show it.
            inside = rows[0].cells[0].paragraphs
            if borders is False or len(inside) > 1:
                return inside
    if not rows:
        return ()
    made_rows = with_head([_row(row, len(rows) - index) for index, row in enumerate(rows)])
    return (Table(made_rows, place, borders=borders is not False),)


def is_name(text: str) -> bool:
    """Tell whether ``text`` could be a signatory's name: «С. Жакупова», «Жакупова С.», «Светлана Жакупова»."""
    text = text.strip()
    return bool(_NAME.fullmatch(text)) and text[:1].isupper()


def _corner_mark(rows: Sequence[MarkedRow], words: Structure, borders: bool | None) -> tuple[Block, ...] | None:
    if borders or len(rows) > 4:
        return None
    for row in rows:
        *before, last = row.cells
        if not before or len(before) > 2 or last.empty or not all(cell.empty for cell in before):
            return None
    lines = [fold_spaces(part.text) for row in rows for part in row.cells[-1].paragraphs]
    named = any(pattern.fullmatch(line) for line in lines for pattern in (words.annex, words.approved, words.form))
    whole = fold_spaces(" ".join(lines))
    # Where the format says that there are no borders, the empty column is layout in any case.
    if borders is None and not named and not words.annex.fullmatch(whole) and not words.mark_start.match(whole):
        return None
    return tuple(replace(part, align="right") for row in rows for part in row.cells[-1].paragraphs)


def _signature(rows: Sequence[MarkedRow], words: Structure, borders: bool | None) -> tuple[Block, ...] | None:
    if borders or len(rows) > 4:
        return None
    made: list[Paragraph] = []
    for row in rows:
        filled = [cell for cell in row.cells if not cell.empty]
        if not 2 <= len(row.cells) <= 4 or len(filled) > 2:
            return None
        *post, name = filled
        if not post:
            # A post of several rows, with its name beside one of them.
            made.append(joined(name.paragraphs, "left" if is_name(_text(name)) else "body"))
            continue
        if not is_name(_text(name)) or _text(post[0])[0].isdigit():
            return None
        made.append(joined(post[0].paragraphs, "body"))
        made.append(joined(name.paragraphs, "left"))
    whole = fold_spaces(" ".join(part.text for part in made))
    named = any(is_name(part.text) for part in made)
    return tuple(made) if named and words.post.search(whole) else None


def _approvals(rows: Sequence[MarkedRow], words: Structure, borders: bool | None) -> tuple[Block, ...] | None:
    if borders or len(rows) > 4:
        return None
    filled = [cell for row in rows for cell in row.cells if not cell.empty]
    first = [fold_spaces(cell.paragraphs[0].text) for cell in filled]
    if not any(words.approval.fullmatch(text) for text in first):
        return None
    return tuple(part for cell in filled for part in cell.paragraphs)


def _text(cell: MarkedCell) -> str:
    return " ".join(part.text for part in cell.paragraphs)


def _row(row: MarkedRow, below: int) -> Row:
    cells = tuple(
        Cell(
            "\n".join(part.text for part in cell.paragraphs),
            max(1, min(cell.colspan, WIDEST)),
            max(1, min(cell.rowspan, below)),
        )
        for cell in row.cells
    )
    return Row(cells, row.place, row.header)


def flat(made: Table) -> list[Paragraph]:
    """Return the rows of a table that stands in a cell of another as paragraphs, cells parted by spaces."""
    texts = [" ".join(cell.text.replace("\n", " ") for cell in row.cells if cell.text) for row in made.rows]
    return [Paragraph((Run(text),), made.place) for text in texts if text]
