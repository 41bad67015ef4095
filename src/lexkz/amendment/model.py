"""The command: one amendment as plain data that can be printed, stored, compared and replayed."""

from dataclasses import dataclass, field
from typing import Literal

from lexkz.findings import Finding
from lexkz.languages.entry import EntryRule

Action = Literal[
    "replace",
    "insert",
    "repeal",
    "replace_words",
    "insert_words",
    "delete_words",
    "renumber",
    "move",
    "repeal_act",
    "suspend",
    "resume",
    "none",
]
WITH_NEW_TEXT: frozenset[Action] = frozenset({"replace", "insert"})
"""Actions that bring lines, units or documents, quoted below the command or set out in an annex of its act."""
Kind = Literal[
    "title",
    "preamble",
    "instrument",
    "annex",
    "section",
    "subsection",
    "chapter",
    "subchapter",
    "article",
    "paragraph",
    "subparagraph",
    "part",
    "alinea",
    "sentence",
    "table",
    "row",
    "column",
    "form",
    "heading",
    "corner_mark",
    "note",
    "footnote",
    "contents",
]


@dataclass(frozen=True, slots=True)
class Step:
    """One unit on the way from the act to the target."""

    kind: Kind
    number: str | None = None
    """Number as a string (``"6-1"``, ``"9"`` for "тоғызыншы"), ``last`` for the last one, ``all`` for
    all annexes of a document; None where none is given."""
    name: str | None = None
    """Full name of an instrument, in the nominative; of a table, if the text gives one."""


Address = tuple[Step, ...]
"""Outermost step first; the empty address is the whole act."""


@dataclass(frozen=True, slots=True)
class BaseAct:
    """The act that a command amends, as the amending act names it."""

    type: str | None
    """Slug of the kind of act: ``order``, ``law``, ``resolution``, ``code``."""
    title: str | None
    date: str | None
    """ISO date of the act."""
    number: str | None
    iri: str | None = None
    """FRBR work IRI, where type, author, date and number are known."""
    registration: str | None = None
    """Number in the register of state registration of normative acts: ``"32875"``."""
    joint: tuple[str, ...] = ()
    """Of a joint act: the numbers that its other bodies gave it."""
    author: str | None = field(default=None, compare=False)
    """The body that adopted it, as printed; not published, and no part of what tells one act from another here."""


@dataclass(frozen=True, slots=True)
class CommandPlace:
    """Where a command stands in the amending act."""

    page: int | None
    eid: str
    """eId of the ``quotedStructure`` that is applied; for a command without one, of its ``mod``."""


@dataclass(frozen=True, slots=True)
class Command:
    """One amendment command. See the contract of ``lexkz commands --json``."""

    id: str
    """``cmd_1`` and on, in the order of the text."""
    action: Action
    base: BaseAct
    targets: tuple[Address, ...]
    """The units it addresses, in order; for an insertion, the units that will exist."""
    instruction: str
    """The sentence that commands, as printed."""
    content: tuple[str, ...] = ()
    """The new text, one string a paragraph; a table row is one string, its cells parted by tabs."""
    annex: tuple[str, ...] = ()
    """Numbers of the amending act's annexes that hold the content, paired with the targets."""
    annex_of: str = field(default="", compare=False)
    """eId of the list of changes whose annexes these are («согласно приложению 1 к настоящему перечню»); else they are
    the act's own. Not published: the eId of the place tells in which list the command stands."""
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    everywhere: bool = False
    times: int | None = None
    """How often the old words stand in each target, where the command says it, to change them all: "в двух случаях"."""
    excepted: tuple[Address, ...] = ()
    """Of words changed everywhere: the units in which they stay as they are: "по всему тексту, кроме пункта 5"."""
    position: Literal["after", "before", "end"] | None = None
    """Of inserted words, against the words in ``old``; of deleted words, against ``beside``; of inserted units, against
    ``anchor``. ``end`` of replaced or deleted words: those that the unit ends with."""
    beside: str | None = None
    """Words right after or before which the deleted ones stand: "слово "и" после слова "паспорт" исключить"."""
    anchor: Address | None = None
    """The unit after or before which new units stand, where the text says it."""
    renumber_to: tuple[Address, ...] = ()
    since: str | None = None
    """ISO day from which the command says itself that it holds: "исключить с 1 января 2027 года"."""
    until: str | None = None
    """ISO day from which it holds no more: "приостановить до 1 января 2028 года"."""
    unread: tuple[str, ...] = ()
    """Words of the instruction that were not understood. Where there are any, the rest is what is certain beside them
    (no targets where the place is in doubt), and the command waits for a ruling: ``amend.partly_read``."""
    source: CommandPlace = CommandPlace(None, "")
    findings: tuple[Finding, ...] = ()
    under: tuple[Address, ...] = field(default=(), compare=False)
    """The units that the line above it has opened, where its own address stands outside of them: «в пункте 77:» over
    «пункт 2 исключить». Not published: with the base at hand it is seen whether there are such units at all."""

    @property
    def refused(self) -> bool:
        """True where a finding of severity ``error`` forbids applying without a ruling."""
        return any(finding.severity == "error" for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the operative part is accounted for, in visible characters (spaces not counted)."""

    characters: int
    claimed: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the amending act's own: it commands no change of another act."""

    kind: Literal["entry_into_force", "control", "execution", "publication", "approval"]
    eid: str
    """eId of the point or article that it is."""
    text: str
    who: str | None = None
    """Who is charged, as printed; None where the clause names no one."""
    what: str | None = None
    """What they are charged with, as printed."""
    when: EntryRule | None = None
    """Of an entry into force: the rule that a date can be reckoned from."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in an amending act or a fragment of one."""

    act: str | None
    """Expression IRI of the act; None for a fragment."""
    commands: tuple[Command, ...]
    coverage: Coverage
    findings: tuple[Finding, ...] = ()
    """All findings, those of commands included."""
    clauses: tuple[Clause, ...] = ()
