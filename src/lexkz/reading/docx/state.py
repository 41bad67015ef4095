"""The state of one reading of a Word document: what all its parts share, and what was left out of the text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from lexkz.reading.blocks import Block, Lang, Place
from lexkz.reading.controls import Controls
from lexkz.reading.docx.archive import Relation
from lexkz.reading.docx.names import W, local
from lexkz.reading.docx.numbering import Numbering
from lexkz.reading.docx.styles import Styles
from lexkz.reading.marked.counting import decimal, latin, roman
from lexkz.reading.marked.inline import Piece

_MARKS: dict[str, Callable[[int], str]] = {
    "decimal": decimal,
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "lowerLetter": latin,
    "upperLetter": lambda number: latin(number).upper(),
    "chicago": lambda number: "*†‡§"[(number - 1) % 4] * ((number - 1) // 4 + 1),
}


@dataclass(slots=True)
class OpenField:
    """A field that has begun and not ended: its instruction is not printed, its result is."""

    instruction: str = ""
    result: bool = False
    href: str | None = None
    blank: bool = False
    """True for a text field of a form into which nothing has been written so far."""
    printed: bool = True
    """False where what the field shows was taken from its settings."""
    signs: tuple[str, str] = ("", "")
    """What is put before and behind the text of a field of a form."""


@dataclass(frozen=True, slots=True)
class PrintedParagraph:
    """A paragraph of the file's XML as it was read."""

    element: etree._Element
    number: str
    """What Word prints before its text and does not keep in it, with its space; ``""`` for a paragraph without."""
    pieces: tuple[Piece, ...]
    """Its text, each piece with the element that holds it."""
    paragraph: int
    """Its number among the paragraphs of the file, as places of units have it (``p12``)."""


@dataclass(slots=True)
class DocxState:
    """One reading."""

    lang: Lang
    styles: Styles
    numbering: Numbering
    relations: Mapping[str, Relation]
    """Of the part that is read."""
    notes: Mapping[tuple[str, str], etree._Element] = field(default_factory=dict)
    """``footnote`` or ``endnote`` and id, to the text of the note."""
    note_formats: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    """Codes of the old font that sets the document, each with the letter that it prints; empty for other fonts."""
    note_mark: str = ""
    """Mark of the note that is read."""
    tables: int = 0
    """How many tables the text that is read stands in."""
    cell_notes: list[Block] = field(default_factory=list)
    """Footnotes of cells, which wait for the end of the outermost table."""
    marks: dict[str, int] = field(default_factory=dict)
    fields: list[OpenField] = field(default_factory=list)
    paragraphs: int = 0
    hidden: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    """Text that a tracked change deletes or moves away."""
    inserted: int = 0
    """Tracked insertions."""
    nested: list[str] = field(default_factory=list)
    boxed: list[str] = field(default_factory=list)
    """Text of boxes that hang in the midst of a paragraph."""
    embedded: list[str] = field(default_factory=list)
    """Kind of each thing that is no text."""
    controls: Controls = field(default_factory=Controls)
    """Fields of forms that were come to so far."""
    content_controls: dict[etree._Element, tuple[str, str, etree._Element, etree._Element] | None] = field(
        default_factory=dict
    )
    """Content controls: the signs around each, its first and its last run; None for one that is no field."""
    placeholders: set[etree._Element] = field(default_factory=set)
    """Content controls that nobody filled in and for which a blank was put."""
    taken: set[etree._Element] = field(default_factory=set)
    """Elements of text that were put down, or named as left out."""
    set_aside: list[str] = field(default_factory=list)
    """What a document of ours says of its text: no words of the act."""
    page_numbers: list[str] = field(default_factory=list)
    """Page numbers of a table of contents."""
    printed: list[PrintedParagraph] = field(default_factory=list)
    """Each paragraph of the file's XML that was put down, in the order in which its number was counted."""

    def place(self) -> Place:
        """Return the place of the paragraph that is read."""
        return Place(None, None, anchor=f"p{self.paragraphs}")

    def begin_field(self, *, blank: bool = False, printed: bool = True, signs: tuple[str, str] = ("", "")) -> None:
        """A field begins."""
        self.fields.append(OpenField(blank=blank, printed=printed, signs=signs))

    def fill(self, text: str) -> bool:
        """Tell whether ``text`` is printed where it stands: not the spaces of an empty field, nor what was taken from
        a field's settings; a text field that it fills is no blank any more."""
        if any(not one.printed for one in self.fields):
            return False
        for one in self.fields:
            if one.blank and not text.strip():
                return False
            one.blank = False
        return True

    def shown(self) -> bool:
        """Tell whether text stands in the results of all fields around it."""
        return all(one.result for one in self.fields)

    def href(self) -> str | None:
        """Return the target of the innermost field that is a link."""
        return next((one.href for one in reversed(self.fields) if one.href), None)

    def next_mark(self, kind: str) -> str:
        """Return the mark of the next ``footnote`` or ``endnote``."""
        self.marks[kind] = self.marks.get(kind, 0) + 1
        return _MARKS.get(self.note_formats.get(kind, "decimal"), decimal)(self.marks[kind])

    def deleted(self, element: etree._Element) -> None:
        """Note what a tracked change takes out."""
        words = "".join(text.text or "" for text in element.iter(f"{W}delText", f"{W}t"))
        self.taken.update(element.iter(f"{W}t"))
        self.removed.append(words)

    def change(self, element: etree._Element) -> None:
        """Note that an element stands in a tracked insertion."""
        holder = element.getparent()
        if holder is not None and local(holder) in ("ins", "moveTo"):
            self.inserted += 1
