"""Clauses on entry into force: what they say, as rules that days can be reckoned from, and what was not understood."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lexkz.languages.entry_parts import Address

RuleKind = Literal[
    "signature",
    "publication",
    "after_publication",
    "registration",
    "after_registration",
    "after_entry",
    "fixed",
    "unread",
]
"""From signature or adoption; from the day of publication (of state registration), so long after it; of a part of the
act, so long after the act itself entered into force; on a fixed day; ``unread``: a rule that was not understood, or a
day that an exception does not say."""
Span = Literal["calendar_day", "working_day", "month", "year"]


@dataclass(frozen=True, slots=True)
class EntryRule:
    """When an act, or a part of one, enters into force."""

    kind: RuleKind
    text: str
    """The clause without its subject, as printed: what editors' notes put in brackets."""
    count: int = 0
    """``after_…``: how many spans must have passed; 0 for "after the day of publication"."""
    span: Span | None = None
    day: date | None = None
    """``fixed``: the day."""
    reaches_back: date | None = None
    """The day from which relations are covered that arose before entry into force."""
    not_before: date | None = None
    """The day before which it does not enter into force, whatever the rule gives: "но не ранее 1 июля 2027 года"."""
    until: date | None = None
    """The first day on which it holds no more: «до 1 января 2028 года», «по 31 декабря 2027 года» give 2028-01-01."""
    parts: bool = False
    """True where the clause excepts parts of the act, which enter into force on other days."""


@dataclass(frozen=True, slots=True)
class EntryPart:
    """Units of an act that enter into force on a day of their own, or hold for a time of their own."""

    addresses: tuple[Address, ...]
    rule: EntryRule | None
    """None where they enter into force with the rest of the act; of kind ``unread`` where no day is said."""
    until: date | None = None
    reaches_back: date | None = None
    text: str = ""
    """The words that name the units, as printed."""


@dataclass(frozen=True, slots=True)
class EntryClause:
    """All that a clause says, and what in it was not understood."""

    rule: EntryRule | None
    """Of the whole act; None where the clause is about parts only, or was not understood."""
    parts: tuple[EntryPart, ...] = ()
    unread: tuple[str, ...] = ()
    """Words that were not understood, as printed: each may mean another day for any unit of the act."""


@dataclass(frozen=True, slots=True)
class EntryWords:
    """How one language writes the clause."""

    is_clause: Callable[[str], bool]
    """True for a line that tells of the entry into force of the act it stands in, or of parts of it."""
    read: Callable[[str], EntryClause]
    """What the lines of a clause say; list items and further sentences are lines of it."""
    period: Callable[[str], tuple[date | None, date | None]]
    """From when and until when (the first day after) words say: "с 1 января 2025 года до 1 января 2026 года"."""
    unknown: str
    """What a report says where no clause was found."""
