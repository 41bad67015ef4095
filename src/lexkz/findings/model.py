"""The finding: one problem, as a value that can be gathered, printed, stored and compared."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """Where something stands in the source it came from."""

    page: int | None = None
    """Page of the source, counted from 1; None where the source has no pages."""
    line: int | None = None
    """First line of a text source, counted from 1."""
    eid: str | None = None
    """eId of the element in the act's XML, once it has one."""


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in the three languages of the project."""

    kaz: str
    rus: str
    eng: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem with a reading, a target or a text; never an exception, never a log line."""

    code: str
    """Stable dotted name, package first: ``amend.number_mismatch``."""
    severity: Severity
    """``error``: nothing was applied; ``warning``: look at it; ``info``: a slip that leaves the meaning alone."""
    message: Message
    place: FindingPlace = FindingPlace()
    text: str | None = None
    """The source's own words that the finding is about."""
    command: str | None = None
    """Id of the command concerned (``cmd_5``), or None where no command could be read."""
    candidates: tuple[str, ...] = ()
    """What could have been meant, nearest first: eIds, addresses or words."""
    of: str | None = None
    """Work IRI of the act that it is about, where several are at work; None where there is one only."""
    meant: tuple[str, ...] = ()
    """The candidates that are eIds, by number and words in the language of their act, in the same order; where an eId
    names no unit it stands as it is. Empty where the candidates are words already."""
