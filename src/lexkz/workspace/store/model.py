"""What the store answers with: values, in the words of the law's own dates and addresses."""

from dataclasses import dataclass
from typing import Literal

DatedBy = Literal["in_force", "adopted", "edition", "amended", "unknown"]
Why = Literal["act", "language", "before", "undated", "unit", "unit_then", "several"]


@dataclass(frozen=True, slots=True)
class ActInfo:
    """One act in one language."""

    act: str
    """Its folder: the id in the state information system where it has one."""
    lang: str
    work: str | None
    """FRBR work IRI; None where date or number are not known."""
    type: str | None
    author: str | None
    author_name: str | None
    date: str | None
    number: str | None
    registration: str | None
    registration_date: str | None
    title: str | None
    outline: bool
    """True where the newest text is known only as far as amending acts tell it."""
    expressions: int
    first: str | None
    """Date of the oldest text that has one."""
    newest: str | None
    """Date of the newest text."""
    whole: bool
    """False where something waits or is known to be wrong in the newest text."""


@dataclass(frozen=True, slots=True)
class ExpressionInfo:
    """One version of the text."""

    act: str
    lang: str
    seq: int
    iri: str | None
    date: str | None
    dated_by: DatedBy
    in_force: str | None
    rule: str | None
    outline: bool
    states: tuple[tuple[str, str, str], ...]
    standing: str
    """What is known to be wrong or missing in it, as published JSON in one line."""
    until: str | None
    """Date of the next version; None for the newest."""
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there is no such text."""

    why: Why
    """No such ``act``; not in this ``language``; ``before`` the first text that is known; the act's text is
    ``undated``; no such ``unit`` in any version; the unit is not there then (``unit_then``);
    ``several`` acts have that IRI."""
    first: str | None = None
    """Date of the first text that is known."""
    periods: tuple[tuple[str | None, str | None], ...] = ()
    """When the unit is there."""
    acts: tuple[str, ...] = ()
    """Folders of the acts that have one IRI."""


@dataclass(frozen=True, slots=True)
class UnitAt:
    """One unit as a version has it."""

    expression: ExpressionInfo
    title: str | None
    work: str | None
    eid: str
    kind: str
    number: str | None
    heading: str | None
    name: str
    path: tuple[str, ...]
    text: str
    """With all units below, a paragraph a line."""
    removed: bool
    gaps: bool
    from_date: str | None
    """Date of the first version with these words."""
    to_date: str | None


@dataclass(frozen=True, slots=True)
class UnitVersion:
    """The words of a unit from one version to another."""

    from_date: str | None
    to_date: str | None
    dated_by: DatedBy
    """What the first date is."""
    whole: bool
    """False where something waits or is known to be wrong in the newest version with these words."""
    text: str
    removed: bool
    gaps: bool
    iri: str | None
    """The first expression with these words."""


@dataclass(frozen=True, slots=True)
class StoredChange:
    """What one command of an amending act did."""

    date: str | None
    """Date of the version that tells of it."""
    eid: str
    type: str
    by: str
    """Work IRI of the amending act."""
    by_title: str | None
    """None where that act is not in the store."""
    command: str | None
    instruction: str | None
    previous: str | None


@dataclass(frozen=True, slots=True)
class UnitHistory:
    """All that the store knows of the life of a unit."""

    eid: str
    name: str
    versions: tuple[UnitVersion, ...]
    changes: tuple[StoredChange, ...]
    """Of the unit, of units below it, and of those that hold it."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference in the text of an act."""

    act: str
    lang: str
    title: str | None
    work: str | None
    eid: str
    name: str
    text: str
    cited: str
    target: str | None
    exact: bool
    """False where the words do not say which body adopted the act: kind, date and number are the same."""
    from_date: str | None
    to_date: str | None
    dated_by: DatedBy
    """What the first date is."""
    whole: bool
    """False where something waits or is known to be wrong in the newest version that has the reference."""


@dataclass(frozen=True, slots=True)
class CommandInfo:
    """A command of an amending act, and what became of it."""

    act: str
    lang: str
    work: str | None
    command: str
    action: str
    base: str | None
    base_title: str | None
    address: tuple[str, ...]
    instruction: str
    eid: str | None
    outcome: str | None
    """None where the base act is not in the store."""
    targets: tuple[str, ...]
    note: str | None
    codes: tuple[str, ...]
    """Codes of the findings about it, in reading and in applying."""
    data: str
    """The command as published JSON."""


@dataclass(frozen=True, slots=True)
class Extract:
    """A table or a form as published JSON."""

    kind: str
    eid: str
    title: str | None
    data: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One unit that was found."""

    act: str
    lang: str
    title: str | None
    work: str | None
    expression: str | None
    """IRI of the expression that it was found in."""
    eid: str
    """eId of the unit, or of the nearest one around it that has one; ``""`` for the act."""
    permalink: str | None
    """IRI of the unit in that expression; None where the act's IRI is not known."""
    kind: str
    number: str | None
    name: str
    snippet: tuple[tuple[str, bool], ...]
    """Runs of text, True for what was looked for."""
    removed: bool
    outline: bool
    from_date: str | None
    to_date: str | None
    dated_by: DatedBy
    whole: bool
    """False where something waits or is known to be wrong in that expression."""
    standing: str
    """What is known to be wrong or missing in it, as published JSON in one line."""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search."""

    hits: tuple[Hit, ...]
    more: bool
    """True where there are further hits behind these."""
    by: Literal["words", "letters", "none"]
    """``words``: in any of their forms; ``letters``: as parts of words, since no unit has the words."""
    cut: bool
    """True where the query was longer than is read."""
    undated: int
    """Acts left out since their text has no date, where a date was asked for."""
    before: int
    """Acts left out since their first known text is of a later date."""
