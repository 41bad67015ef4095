"""The steps of which every command is made: each says what changes in one place of the tree."""

from dataclasses import dataclass
from typing import Literal

from lxml import etree

from lexkz.consolidation.tree.block_words import Edit
from lexkz.consolidation.tree.counted_lines import Line


@dataclass(frozen=True, slots=True, eq=False)
class SetUnit:
    """A unit, row, table or attachment gets a new wording as a whole."""

    old: etree._Element
    new: etree._Element


@dataclass(frozen=True, slots=True, eq=False)
class SetAct:
    """The whole act gets a new wording; its identification stays, and each part that is not named."""

    act: etree._Element
    title: etree._Element
    """The new ``longTitle``."""
    parts: tuple[tuple[str, etree._Element | None], ...]
    """Local names of children of the act with the new ones; None where there is none any more."""


@dataclass(frozen=True, slots=True, eq=False)
class SetLines:
    """Lines of a unit get a new wording: ``text`` in the first of them, ``rest`` (alineas, units) after it."""

    lines: tuple[Line, ...]
    text: etree._Element
    """The new ``p``."""
    rest: tuple[etree._Element, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class SetBlocks:
    """A heading, title, preamble, corner mark or caption gets new content."""

    holder: etree._Element
    new: tuple[etree._Element, ...]
    """Children for a holder of blocks; for a holder of text one element whose text and inlines are taken over."""


@dataclass(frozen=True, slots=True, eq=False)
class RepealUnit:
    """A unit keeps its number, and the official words stand for its text."""

    old: etree._Element
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class RepealLines:
    """Lines give way to the official words."""

    lines: tuple[Line, ...]
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class AddUnit:
    """A new unit or row among its neighbours, by its number."""

    scope: etree._Element
    kind: str
    number: str
    new: etree._Element


@dataclass(frozen=True, slots=True, eq=False)
class AddLines:
    """New lines in a unit: as its N-th, or at its end."""

    unit: etree._Element
    ordinal: int | None
    new: tuple[etree._Element, ...]
    after: Line | None = None
    """The line after which they go, where the place is not that of an ordinal (a new part)."""
    follows: etree._Element | None = None
    """Of several that one command puts after one line, the last element of those before."""


@dataclass(frozen=True, slots=True, eq=False)
class AddBeside:
    """New rows or lines before or after an element."""

    anchor: etree._Element
    new: tuple[etree._Element, ...]
    before: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class AddColumns:
    """New columns of a table: of each row that has a cell in every column, its new cells."""

    table: etree._Element
    at: int
    """Before which column (from 0) they stand; the count of columns for the end."""
    count: int
    new: tuple[tuple[etree._Element, tuple[etree._Element, ...]], ...]


@dataclass(frozen=True, slots=True, eq=False)
class DropColumns:
    """A column of a table goes."""

    table: etree._Element
    at: int


@dataclass(frozen=True, slots=True, eq=False)
class Renumber:
    """A unit gets another number, and with it another eId; the former one is kept as ``wId``."""

    unit: etree._Element
    number: str
    eid: str
    shell: etree._Element | None = None
    """The unit that was repealed under the new number: nothing is left of it but the official words, and these go."""


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """A unit with all that is in it changes its place and keeps its number."""

    unit: etree._Element
    anchor: etree._Element
    before: bool


@dataclass(frozen=True, slots=True, eq=False)
class SetState:
    """The act or a unit of it loses force or stands still; the text stays as it is."""

    element: etree._Element
    state: Literal["repealed", "suspended"]


@dataclass(frozen=True, slots=True, eq=False)
class AddAttachment:
    """A new annex of an act or instrument."""

    document: etree._Element
    number: str | None
    new: etree._Element


@dataclass(frozen=True, slots=True, eq=False)
class EditWords:
    """Words of one block change."""

    block: etree._Element
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, eq=False)
class NumberLine:
    """An unnumbered line, whose new words begin with a number, becomes the unit of that number."""

    alinea: etree._Element
    kind: str
    num: str
    """As printed: "Статья 1."."""
    eid: str


Step = (
    SetUnit
    | SetAct
    | SetLines
    | SetBlocks
    | RepealUnit
    | RepealLines
    | AddUnit
    | AddLines
    | AddAttachment
    | EditWords
    | NumberLine
    | AddBeside
    | AddColumns
    | DropColumns
    | Renumber
    | Move
    | SetState
)
