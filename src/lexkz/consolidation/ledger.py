"""The ledger of a consolidation: for each command what became of it, and the changes that it made."""

from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from lexkz.akn import meta
from lexkz.amendment.model import Address, Command
from lexkz.consolidation.entry_days import EntryIntoForce
from lexkz.consolidation.new_content import Amending
from lexkz.consolidation.report import CommandOutcome
from lexkz.consolidation.rulings import Ruling
from lexkz.consolidation.tree.change import Change
from lexkz.findings import Finding
from lexkz.languages.notes import NoteKind


@dataclass(frozen=True, slots=True, eq=False)
class AmendingSource:
    """An amending act with all that is looked up in it."""

    amending: Amending
    identity: meta.Identity
    author: str | None
    """Who made it, in the genitive, as its requisites print it."""
    commands: tuple[Command, ...]
    entry: EntryIntoForce
    findings: tuple[Finding, ...] = ()
    """Errors and warnings of reading the act that are about none of its commands: sentences not understood, pages
    without text."""


@dataclass(frozen=True, slots=True, eq=False)
class Done:
    """A change with the command and the target that it serves."""

    source: AmendingSource
    command: Command
    address: Address
    note: NoteKind
    change: Change
    ruling: Ruling | None = None
    """The decision of a person by which the command was applied."""


@dataclass(frozen=True, slots=True, eq=False)
class Addressed:
    """A unit that a command addresses, as far as it was found."""

    element: etree._Element
    eid: str
    """The eId that it had before the act."""
    exact: bool
    """False for what would hold the unit, where that is not there."""


@dataclass(frozen=True, slots=True, eq=False)
class Left:
    """A command that the result does not contain, and where it would have acted."""

    source: AmendingSource
    command: Command
    outcome: Literal["refused", "skipped"]
    places: tuple[Addressed, ...]
    ruling: Ruling | None = None


@dataclass(slots=True, eq=False)
class Ledger:
    """Everything that was done, in the order in which it was done."""

    done: list[Done] = field(default_factory=list)
    outcomes: list[tuple[AmendingSource, CommandOutcome]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    steps: dict[tuple[AmendingSource, str], int] = field(default_factory=dict)
    """Act and command id to how many steps it took. Acts are told apart as given: two may lack date and number."""
