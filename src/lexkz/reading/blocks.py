"""The block model: what every reader gives, whatever the format: paragraphs and tables, each with its place and
origin."""

from dataclasses import dataclass
from typing import Literal

from lexkz.akn.control import Control
from lexkz.findings import Finding, Message

Lang = Literal["kaz", "rus"]
Align = Literal["body", "left", "right", "center"]
"""``body``: a justified paragraph with the text's first-line indent; the others as they look on the page."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands in its source."""

    page: int | None
    """Page the block begins on, from 1; None where the source has no pages."""
    line: int | None
    """First line in a text source, from 1; None for other sources."""
    end_line: int | None = None
    """Last line in a text source."""
    box: tuple[float, float, float, float] | None = None
    """Left, top, right and bottom on its page, in points from the page's top left corner; None outside PDF."""
    anchor: str | None = None
    """Where it stands in a source without lines: nearest id of an HTML page and the paragraphs since (``z34``,
    ``z34+2``), paragraph of a Word file (``p12``), id of a node of JSON; else None."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What a reader changed in the order or spacing of characters, so that it can be shown and undone."""

    rule: str
    """Name of the rule: ``displaced``, ``joined_word``, ``letter_spaced``, ``row_over_page``."""
    text: str
    """The words that were moved or joined, as they now stand."""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph's text with one appearance and one link."""

    text: str
    href: str | None = None
    bold: bool = False
    control: Control | None = None
    """The field that the stretch is printed in, where the file marks one."""


@dataclass(frozen=True, slots=True)
class StandingControl:
    """A field of a file in the text that it stands in."""

    control: Control
    text: str
    """What is printed there: underscores, a box, a value."""
    behind: int
    """How often the same is printed after it in the same text: what is cut off before it changes nothing of that."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph (абзац) of a source."""

    runs: tuple[Run, ...]
    place: Place
    align: Align = "body"
    repairs: tuple[Repair, ...] = ()
    heading: int | None = None
    """Level of a heading where the format marks one (Markdown, HTML, Word), else None."""
    note: bool = False
    """True where the format itself marks the paragraph as editors' words, which are no text of the act."""
    footnote: str | None = None
    """Mark of the footnote whose text this paragraph is, as printed at the word it belongs to; else None."""

    @property
    def text(self) -> str:
        """The paragraph's text, spaces collapsed at its ends only."""
        return "".join(run.text for run in self.runs).strip()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a merged cell stands once, where it begins."""

    text: str
    """Lines of the cell joined by spaces; paragraphs of the cell by a newline."""
    colspan: int = 1
    rowspan: int = 1
    controls: tuple[StandingControl, ...] = ()
    """Fields that the file marks in it, in order."""
    footnotes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Footnotes whose marks stand in it, once they are tied: the mark, and the paragraphs of the note."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]
    place: Place
    header: bool = False
    """True for rows of the table's head."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a grid with spans."""

    rows: tuple[Row, ...]
    place: Place
    repairs: tuple[Repair, ...] = ()
    borders: bool = True


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text of the page, not of the act: running heads, page numbers, the site's footer. Set aside and counted."""

    text: str
    kind: Literal["footer", "header", "page_number"]
    place: Place


@dataclass(frozen=True, slots=True)
class Source:
    """All that a reader took from one file. Holds no path: no path may enter an output."""

    format: Literal["text", "extracted_text", "pdf", "html", "docx", "json", "markdown"]
    lang: Lang
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...] = ()
    findings: tuple[Finding, ...] = ()
    pages: int | None = None


class SourceError(Exception):
    """A source that cannot be read; its text is one sentence for the user, with what to do. The command line exits
    with 2."""

    message: Message | None = None
    """The same sentence in three languages, where it is said in them."""

    @classmethod
    def said(cls, message: Message) -> "SourceError":
        """Return the error that says ``message``; its text is the English sentence."""
        error = cls(message.eng)
        error.message = message
        return error
