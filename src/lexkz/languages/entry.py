"""Clauses on entry into force: what they say, as a rule that a date can be reckoned from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from typing import Literal

from lexkz.languages.entry_parts import Address

RuleKind = Literal["signature", "publication", "after_publication", "fixed", "unread"]
"""From signature; from the day of publication; so long after it; on a fixed day; a clause that was not understood."""
Span = Literal["calendar_day", "working_day", "month", "year"]


@dataclass(frozen=True, slots=True)
class EntryRule:
    """When an act, or a part of one, enters into force."""

    kind: RuleKind
    text: str
    """The clause without its subject, as printed: what editors' notes put in brackets."""
    count: int = 0
    """``after_publication``: how many spans must have passed; 0 for "after the day of publication"."""
    span: Span | None = None
    day: date | None = None
    """``fixed``: the day."""
    reaches_back: date | None = None
    """The day from which relations are covered that arose before entry into force."""
    parts: bool = False
    """True where the clause excepts parts of the act, which enter into force on other days."""


@dataclass(frozen=True, slots=True)
class EntryPart:
    """Units of an act that enter into force on a day of their own."""

    addresses: tuple[Address, ...]
    rule: EntryRule


@dataclass(frozen=True, slots=True)
class EntryWords:
    """How one language writes the clause."""

    is_clause: Callable[[str], bool]
    """True for a line that tells of the entry into force of the act it stands in."""
    read: Callable[[str], EntryRule]
    """The rule of such a line; what it excepts is not in it."""
    parts: Callable[[str], tuple[EntryPart, ...] | None]
    """The parts that a line gives days of their own; empty where it tells of none, None where it was not read."""
    tells_of_parts: Callable[[str], bool]
    """True for a line that is about parts only, so that it is no rule of the whole act."""
    unknown: str
    """What a report says where no clause was found."""


@cache
def entry(lang: str) -> EntryWords:
    """Return the words of ``lang`` (``kaz``, ``rus``); loaded at first use."""
    found: EntryWords = import_module(f"lexkz.languages.{lang}.entry").ENTRY
    return found
