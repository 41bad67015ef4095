"""A document as it stands on paper: lines and tables in reading order, before any file format."""

import re
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Look = Literal["", "bold", "italic", "underline", "sup", "sub", "fill", "gap", "marker"]
"""``fill``: a blank of a form; ``gap``: stands for unknown text; ``marker``: a footnote's mark, no text of the act."""

Role = Literal[
    "title",
    "requisites",
    "formula",
    "heading",
    "article",
    "text",
    "form_line",
    "corner",
    "form",
    "addressee",
    "center",
    "right",
    "note",
    "footnote",
    "gap",
    "post",
    "signature",
    "approval",
    "cell",
    "editors_note",
    "state",
    "caption",
    "identified",
]
"""What a line is on the page. Not the act's are ``editors_note``, ``state``, ``caption`` (of a document of ours) and
``identified`` (which act an outline is of)."""

HYPHEN_OF_NUMBER = re.compile(r"(?<=\d)-(?=[^\W\d_])")
"""The hyphen of «2-қосымша», at which a line does not end."""
WIDE_BLANK = re.compile(r"_{8,}")
"""A blank too wide for a line to be spread evenly around it."""
NOT_THE_ACTS = frozenset({"editors_note", "state", "caption", "identified"})


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change."""

    mark: Literal["-", "+"]
    author: str
    date: str | None = None
    """ISO date of the act that makes the change."""
    move: str = ""
    """Name of the move that it is a side of: what goes in one place comes in another; ``""`` for no move."""


@dataclass(frozen=True, slots=True)
class SheetRun:
    """Words of one look."""

    text: str
    look: Look = ""
    revision: Revision | None = None
    strong: bool = False
    """Bold beside its look: words that changed, in comparisons."""
    href: str = ""
    """What a reference points at, as the act's XML has it; empty unless references were asked for."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One paragraph."""

    role: Role
    runs: tuple[SheetRun, ...]
    level: int = 0
    """Of a heading: 1 for the outermost."""
    eid: str = ""
    """eId of the unit that it is a line of."""
    revision: Revision | None = None
    """The line as a whole came or went."""
    starts: bool = False
    """It begins a page, as an annex does."""

    @property
    def text(self) -> str:
        """Its words as plain text; marks of footnotes are none."""
        return "".join(run.text for run in self.runs if run.look != "marker")


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell of a table."""

    lines: tuple[SheetLine, ...]
    colspan: int = 1
    rowspan: int = 1
    head: bool = False
    lang: str = ""
    """Language of its text where that is not the document's."""
    blocks: tuple["SheetLine | SheetTable", ...] = ()
    """What stands in it where there are tables among its lines: all of it, in order; ``lines`` are the lines alone."""
    merge: Literal["", "start", "on", "filler"] = ""
    """In rows that stand for themselves, without ``rowspan``: a merged cell begins or goes on; no cell at all."""
    revision: Revision | None = None
    """The cell came or went, its row stays: a column that was added or taken out."""
    spans: tuple[int, int] = (0, 0)
    """Columns that it takes in the old and in the new text, where the table shows the columns of both."""

    @property
    def text(self) -> str:
        """Its lines, parted by a space."""
        return " ".join(line.text for line in self.lines if line.text)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of a table."""

    cells: tuple[SheetCell, ...]
    eid: str = ""
    revision: Revision | None = None
    gap: bool = False
    """It stands for rows that are not known."""

    @property
    def text(self) -> str:
        """Its cells, parted by tabs."""
        return "\t".join(cell.text for cell in self.cells if cell.merge not in ("on", "filler"))


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table."""

    rows: tuple[SheetRow, ...]
    eid: str = ""
    borders: bool = True
    widths: tuple[int, ...] = ()
    """Relative widths of its columns; empty where they follow from the text."""

    @property
    def text(self) -> str:
        """Its rows, a line each."""
        return "\n".join(row.text for row in self.rows)


Block: TypeAlias = SheetLine | SheetTable


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the margin."""

    eid: str
    """eId of the unit that it stands at; ``""`` for the document as a whole."""
    words: str
    """The unit's words that it is about; ``""`` where it is about the unit."""
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document to be written."""

    lang: str
    """``kaz`` or ``rus``."""
    title: str
    """Its name in the file's properties and in the title of a page."""
    flow: tuple[Block, ...]
    running: str = ""
    """What stands at the head of every page."""
    landscape: bool = False
    date: str | None = None
    """ISO date of the act; the only date that a file may carry."""
    remarks: tuple[Remark, ...] = ()
    """Comments in the margin, where the format has one."""


def own_text(flow: tuple[Block, ...]) -> tuple[str, ...]:
    """Return the act's own words in ``flow``, one paragraph a string, a table row one string with cells by tabs."""
    found: list[str] = []
    for block in flow:
        if isinstance(block, SheetTable):
            found.extend(row.text for row in block.rows if row.text)
        elif block.role not in NOT_THE_ACTS:
            found.append(block.text)
    return tuple(found)


def marked(block: SheetLine, revision: Revision) -> SheetLine:
    """Return a line that came or went as a whole."""
    runs = tuple(replace(run, revision=revision) for run in block.runs)
    return replace(block, runs=runs, revision=revision)


def marked_row(row: SheetRow, revision: Revision) -> SheetRow:
    """Return a row that came or went as a whole."""
    cells = tuple(replace(cell, lines=tuple(marked(line, revision) for line in cell.lines)) for cell in row.cells)
    return replace(row, cells=cells, revision=revision)


def marked_grid(grid: SheetTable, revision: Revision) -> SheetTable:
    """Return a table that came or went as a whole."""
    return replace(grid, rows=tuple(marked_row(row, revision) for row in grid.rows))
