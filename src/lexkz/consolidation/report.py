"""What a consolidation reports: each command's outcome, entry into force, proofs, findings (``*.report.json``)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lexkz.findings import Finding

Outcome = Literal["applied", "refused", "already", "ruled", "skipped", "not_yet", "ended", "other_base"]
"""``refused``: it waits for a person; ``ruled``: applied as a person decided; ``skipped``: left out by a person;
``not_yet``: its act is not in force on the day that was asked for; ``ended``: what it said held for a time."""


@dataclass(frozen=True, slots=True)
class InForce:
    """When the version is in force from, and how that is known."""

    from_: date | None
    """Day of entry into force; None while it is not known. Published as ``from``."""
    published: date | None
    """Day of the first official publication of the amending act, as the user gave it."""
    rule: str
    """The clause of the amending act, as printed; where the day is unknown, with what is missing."""
    reaches_back: date | None = None
    """The day from which relations are covered that arose before entry into force."""
    not_before: date | None = None
    """While the day is not known: the day before which the version cannot be in force."""
    until: date | None = None
    """The first day on which the version is no longer in force, since part of it holds for a time only."""


@dataclass(frozen=True, slots=True)
class CommandOutcome:
    """What became of one command."""

    command: str
    """Id of the command in its amending act."""
    by: str
    """Work IRI of the amending act."""
    targets: tuple[str, ...]
    """eIds of the units that it changed, or that it would change; empty where none was found."""
    outcome: Outcome
    note: str | None = None
    """Why nothing was to be done, for ``none``: ``"no change in this language"``."""
    day: date | None = None
    """Day on which it enters into force: its act, or the part of it that holds the command; None while unknown."""


@dataclass(frozen=True, slots=True)
class Proofs:
    """The five proofs; see :mod:`lexkz.consolidation.proofs.verdict`."""

    untouched: bool
    once: bool
    replay: bool
    text_balance: bool
    content: bool

    @property
    def hold(self) -> bool:
        """True where all five hold."""
        return self.untouched and self.once and self.replay and self.text_balance and self.content


@dataclass(frozen=True, slots=True)
class Report:
    """The report of one consolidation."""

    base: str
    """Expression IRI of the text that was given."""
    expression: str
    """Expression IRI of the text that came out; the same where nothing changed."""
    in_force: InForce
    commands: tuple[CommandOutcome, ...]
    proofs: Proofs
    findings: tuple[Finding, ...]
