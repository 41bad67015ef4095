"""A change as plain data: one amending act, one base act before and after it, command by command."""

from dataclasses import dataclass

from lexkz.amendment.model import Action
from lexkz.comparison.types import HunkType
from lexkz.comparison.words import Words
from lexkz.consolidation.report import InForce, Outcome, Proofs
from lexkz.findings import Finding
from lexkz.languages.detect import Lang

Spans = tuple[tuple[int, int], ...]
"""Of each cell of a row: how many columns and rows it spans."""


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One paragraph, or one row of a table, in both texts."""

    eid: str
    """eId of the unit in the new text, in the old one where it fell away."""
    old: str | None
    """Its words before, cells parted by tabs; None where it was not there, or is not known."""
    new: str | None
    """Its words after; None where it fell away."""
    words: Words
    types: tuple[HunkType, ...]
    """What is changed; empty where nothing is."""
    row: bool = False
    head: bool = False
    """True for a row of heads."""
    old_spans: Spans = ()
    new_spans: Spans = ()
    home: str = ""
    """eId by which the text itself has a place: of the unit, or of the nearest that holds it and has one."""
    above: tuple["ChangedLine", ...] = ()
    """The rows of heads of the table, for a row."""


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """One command, and what became of it."""

    id: str
    """``cmd_5``."""
    action: Action
    outcome: Outcome
    instrument: str
    """Name of the approved document that it is about; empty for the act's own text."""
    unit: str
    """Name of what it addresses, in the language of the act."""
    instruction: str
    """The sentence that commands, as printed."""
    content: tuple[str, ...]
    """The new text, a paragraph or a row each."""
    annexes: tuple[tuple[str, str | None], ...]
    """Annexes of the amending act that hold the content: number, and eId there."""
    page: int | None
    """Page of the amending act's source."""
    source: str
    """eId of the command in the amending act."""
    lines: tuple[ChangedLine, ...]
    """The units that it addresses, in the order of the new text, those unchanged as well."""
    unknown: bool
    """True where the text before is not in the corpus."""
    around: tuple[ChangedLine | None, ChangedLine | None]
    """The unchanged paragraphs before and after; None where there are none that are known."""
    findings: tuple[Finding, ...]
    note: str | None
    """What the report says of the outcome."""
    also: tuple[str, ...]
    """Other commands that changed the same units."""
    day: str | None = None
    """ISO day on which the command enters into force; None while it is not known."""

    @property
    def types(self) -> tuple[HunkType, ...]:
        """What is changed, over all its lines, each type once."""
        if self.unknown:
            return ()
        return tuple(dict.fromkeys(kind for line in self.lines for kind in line.types))


@dataclass(frozen=True, slots=True)
class NamedAct:
    """An act, as a page calls it."""

    work: str
    """FRBR work IRI."""
    short: str
    """«№ 391 бұйрық»."""
    title: str
    date: str | None
    """ISO date."""
    number: str | None = None

    @property
    def name(self) -> str:
        """What tells the act from others: its short name, or its title where it has no number."""
        return self.short if self.number or not self.title else self.title


@dataclass(frozen=True, slots=True)
class ActChange:
    """What an amending act made of one version of a base act."""

    lang: Lang
    """Language of both acts."""
    amending: NamedAct
    base: NamedAct
    outline: bool
    """True where the text of the base act is not in the corpus."""
    in_force: InForce
    proofs: Proofs
    entries: tuple[ChangeEntry, ...]
    findings: tuple[Finding, ...]
    """Findings of the consolidation that are about no command."""
    others: tuple[str, ...] = ()
    """Work IRIs of other acts whose changes are in the new text and not in the old one."""
    unread: tuple[Finding, ...] = ()
    """Sentences of the amending act that were not understood: what they order is not in the new text."""
