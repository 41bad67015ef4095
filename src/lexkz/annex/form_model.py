"""Forms as data: the wording in order, and in it the fields to be filled in."""

from dataclasses import dataclass
from typing import Literal

from lexkz.akn.control import Control
from lexkz.languages.detect import Lang
from lexkz.languages.fields import Role

Kind = Literal["text", "long_text", "person", "date", "signature", "organisation", "number", "table", "choice", "check"]
"""What a field holds; ``table``: the rows of a journal, each with the columns of its head; ``choice``: one of the
values that the file lists; ``check``: whether a box is ticked."""
Style = Literal["corner", "mark", "addressee", "title", "heading", "text", "note"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a form, as printed."""

    text: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to write at."""

    id: str
    """eId of the ``fillIn``, or of an empty cell its row's eId and column (``…row_1__c2``)."""
    text: str
    """What is printed there: underscores, or a box, a value in a field that the file marks."""
    control: Control | None = None
    """The field that the file marks there."""

    @property
    def value(self) -> str | None:
        """What is written there already, in a field that the file marks; None where nothing is."""
        text = self.text.strip()
        return text if self.control is not None and text.strip("_ ") else None


@dataclass(frozen=True, slots=True)
class FormLine:
    """One paragraph of a form."""

    pieces: tuple[Words | Blank, ...]
    style: Style = "text"
    eid: str | None = None
    number: str | None = None
    """Number of the clause that begins here, as printed; the line's words begin with it."""
    depth: int = 0
    """How deep the line stands in numbered clauses."""

    @property
    def text(self) -> str:
        """The words and blanks as printed."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class FormCell:
    """One cell of a table in a form."""

    lines: tuple[FormLine, ...]
    column: int
    """The column that it begins in, from 0."""
    rows: int
    columns: int
    header: bool

    @property
    def text(self) -> str:
        """The lines of the cell as printed."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column of a table in a form."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table in a form; a merged cell stands once, where it begins."""

    id: str
    rows: tuple[tuple[FormCell, ...], ...]
    ids: tuple[str, ...]
    """eIds of the rows."""
    columns: tuple[FormColumn, ...]
    heads: int
    """How many rows are the head."""
    filled: bool = False
    """True where the rows under the head are one field, named by the table's id."""


Block = FormLine | FormTable


@dataclass(frozen=True, slots=True)
class BlankPart:
    """A blank that a field is written at; a field runs over several blanks, and a blank can hold several fields."""

    blank: str
    role: Role | None = None
    """Which part of a date; None for the value itself."""
    option: str | None = None
    """Of boxes of which one is ticked: the value that ticks this one."""


@dataclass(frozen=True, slots=True)
class Field:
    """Something to be filled in."""

    name: str
    """Made of the label; the same for every version in which the label is the same."""
    label: str
    kind: Kind
    required: bool
    parts: tuple[BlankPart, ...]
    context: str
    """The line that it stands in, blanks as printed; lines of one field are parted by a newline."""
    section: tuple[str, ...] = ()
    """The numbered clauses that it stands under, outermost first."""
    pattern: str | None = None
    """Regular expression of the value, where the label says which digits it has."""
    columns: tuple[FormColumn, ...] = ()
    values: tuple[str, ...] = ()
    """What can be chosen, of a ``choice``."""
    other: bool = False
    """True where a value that is none of ``values`` can be given, too."""
    value: str | bool | None = None
    """What the file has there already."""
    marked: bool = False
    """True for a field that the file itself marks: each of its blanks holds the whole value."""

    @property
    def eid(self) -> str:
        """Id of the first blank."""
        return self.parts[0].blank


@dataclass(frozen=True, slots=True)
class Form:
    """A form, with all its words."""

    id: str
    """eId of the attachment, or ``main`` for an act that is itself a form."""
    title: str | None
    lang: Lang
    blocks: tuple[Block, ...]
    fields: tuple[Field, ...]
