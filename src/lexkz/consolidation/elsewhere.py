"""Amending acts that are at hand in the other language only: this text cannot hold their changes, and says so."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from lexkz.consolidation.messages import finding
from lexkz.findings import Finding, Message
from lexkz.languages.notes import official_date

CODE = "consolidate.other_language"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An act that changes the base, of which the text in the base's language is not at hand."""

    work: str
    """Its work IRI, or the name under which it is known where it does not say its number."""
    name: str
    """As findings call it: «№ 302, 01.02.2025»."""
    day: date | None
    """Day of its entry into force; None while it is not known."""


def lacks(acts: Iterable[Elsewhere], at: date | None) -> tuple[Finding, ...]:
    """Return a finding, of the amending act, for each of the ``acts`` that is in force on the day ``at`` (None: for
    the newest text, in which all are missing); one whose day is not known may be."""
    return tuple(
        replace(finding("other_language", _said(one)), of=one.work)
        for one in acts
        if at is None or one.day is None or one.day <= at
    )


def _said(one: Elsewhere) -> Message:
    if one.day is None:
        return Message(one.name, one.name, one.name)
    day = official_date(one.day.isoformat())
    return Message(
        f"{one.name}, {day} күнінен бастап күшінде",
        f"{one.name}, в силе с {day}",
        f"{one.name}, in force from {day}",
    )
