"""The official editors' notes of consolidated texts and the words that stand for repealed units."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

NoteKind = Literal[
    "replaced",
    "inserted",
    "repealed",
    "void",
    "changed",
    "everywhere",
    "renumbered",
    "moved",
    "act_repealed",
    "suspended",
    "resumed",
]
"""A unit in a new wording; a new unit; one that was taken out; one that lost force; a unit in which words or lines were
changed; words changed throughout; a unit with another number; one in another place; an act that lost force; a unit or
an act that stands still for a time; one that is in effect again."""


@dataclass(frozen=True, slots=True)
class NotedUnit:
    """One unit on the way to what a note is about, outermost first."""

    kind: str
    number: str | None = None
    name: str | None = None


def is_of_another(units: tuple[NotedUnit, ...]) -> bool:
    """Whether a note on a part without a number says whose it is: «заголовок главы 2», «1-қосымшаның ескертпесі»."""
    around = units[-2].kind if len(units) > 1 else ""
    return units[-1].kind == "heading" or (units[-1].kind in ("corner_mark", "note") and around == "annex")


@dataclass(frozen=True, slots=True)
class AmendingAct:
    """What a note says of the act that made the change."""

    type: str | None
    """Slug of the kind of act: ``order``, ``law``."""
    author: str | None
    """Who made it, in the genitive, as its requisites print it."""
    date: str | None
    """ISO date."""
    number: str | None
    entry: str | None
    """Its clause on entry into force as printed, without its subject: «алғашқы ресми жарияланған күнінен …»."""
    until: str | None = None
    """ISO date until which it holds, where it holds for a time."""


@dataclass(frozen=True, slots=True)
class Notes:
    """How one language writes editors' notes."""

    note: Callable[[NoteKind, tuple[NotedUnit, ...], AmendingAct, str, NotedUnit | None], str]
    """The note on a unit: «Ескерту. 8-тармақ жаңа редакцияда – ҚР … министрінің 30.09.2024 № 391 (…) бұйрығымен.».

    Given also the kind of the act that holds it, and of a unit that was renumbered, what it is now.
    """
    void: Callable[[str], bool]
    """Whether an instruction says that a unit lost force, not that it is taken out."""
    repealed: Callable[[str, str], str]
    """The words that stand for a repealed unit, given its kind and the instruction that repealed it."""
    author: Callable[[str], str | None]
    """The author in the genitive from the line with an act's requisites, None where it names none."""
    numbered: Callable[[str, str], str]
    """A unit's number as acts print it, given kind and bare number: «29.», «3)», «5-бап.», «8-қосымша»."""
    ruled: Callable[[str, str, str], str]
    """What a note adds where a person decided: given the name, the date as printed and the reason."""
    missing: Callable[[tuple[NotedUnit, ...], AmendingAct, str, str], str]
    """A note where a change is not in the text: given the units, the act, its sentence, and why."""
    skipped: Callable[[str, str, str], str]
    """Why it is not, where a person decided so: given the name, the date as printed and the reason."""
    short: Callable[[str | None, str | None], str]
    """A short name of an act from the slug of its kind and its number: «№ 391 бұйрық»."""
    titles: Mapping[str, str]
    """Slug of a kind of act to its noun in the nominative, for names of acts: «бұйрық»."""


def official_date(iso: str | None) -> str | None:
    """Return an ISO date as official notes print it: ``2024-09-30`` → ``30.09.2024``."""
    if iso is None:
        return None
    year, month, day = iso.split("-")
    return f"{day}.{month}.{year}"


def stopped(sentence: str) -> str:
    """Return a sentence with the full stop that a person left out."""
    plain = sentence.rstrip()
    return plain if plain.rstrip(' "»”')[-1:] in ".!?…" else f"{plain}."
