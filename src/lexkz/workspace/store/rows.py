"""What is kept of one act in one language, as values: made from its files, written to the store."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExpressionRow:
    """One version of the text."""

    iri: str | None
    """None where date or number of the act is not known."""
    date: str | None
    """ISO date by which versions are told apart and put in order."""
    dated_by: str
    """What ``date`` is: ``in_force``, the day of entry into force; ``adopted``, the day of the act itself; ``edition``,
    the day of the edition that is the source; ``amended``, the day of the last amending act, since the day of entry
    into force is not known; ``unknown``."""
    in_force: str | None
    rule: str | None
    """The clause on entry into force of the last amending act, as printed."""
    outline: bool
    states: tuple[tuple[str, str, str], ...]
    """What lost force or stands still: state, eId (``""``: the whole act), IRI of the act by which."""
    whole: bool
    """False where something waits or is known to be wrong in it."""
    standing: str
    """What is known to be wrong or missing in it, as published JSON in one line."""
    findings: str | None
    """What the build found in it, as published JSON; None where the build's data are not at hand."""
    digest: str
    size: int
    """Bytes of the XML."""
    xml: bytes
    """The file, compressed."""
    not_before: str | None
    """While ``in_force`` is not known: the ISO day before which it cannot be in force."""
    made_by: tuple[str, ...]
    """Work IRIs of the amending acts whose changes are in it."""
    report: bytes | None
    """How it was made, compressed; None for a text as it was published, and where the report is not at hand."""
    told: str | None
    """ISO day of the latest act that it tells of: acts of which it holds nothing may be later than its own day."""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit with the text that it has from expression ``first`` to ``last``."""

    first: int
    last: int
    ord: int
    eid: str
    """eId, or a name by place where the element has none."""
    anchor: str
    """eId of the unit, or of the nearest one around it that has one; ``""`` for the act."""
    kind: str
    number: str | None
    heading: str | None
    name: str
    """The address in words."""
    path: str
    """Headings above it, outermost first, a line each."""
    text: str
    """Its own lines."""
    whole: str | None
    """Its text with all units below; None where that is the same, ``""`` where it is longer than is kept."""
    removed: bool
    gaps: bool
    """True where some of its text is not known."""
    from_date: str | None
    to_date: str | None
    """Day from which the next expression stands; None for the newest."""
    newest: bool
    words: tuple[str, str, str, str]
    """Stems of heading, own text, text below, what stands around."""
    letters: str
    """Folded text, for substrings."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What one command did to one unit."""

    seq: int
    eid: str
    type: str
    by: str
    """Work IRI of the amending act."""
    mod: str | None
    """eId of the command's ``mod`` in the amending act."""
    previous: str | None
    """The unit as it was, by IRI."""


@dataclass(frozen=True, slots=True)
class CitationRow:
    """One reference in the text."""

    first: int
    last: int
    ord: int
    eid: str
    work: str
    target: str | None
    """eId of the unit cited; None for a whole act."""
    text: str


@dataclass(frozen=True, slots=True)
class CommandRow:
    """One command of an amending act."""

    command: str
    action: str
    base: str | None
    base_title: str | None
    instruction: str
    address: str
    """What it addresses, in words, a target a line."""
    page: int | None
    eid: str | None
    codes: tuple[str, ...]
    data: str
    """The command as published JSON."""


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """What became of a command in this base act."""

    by: str
    command: str
    outcome: str
    targets: tuple[str, ...]
    note: str | None
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExtractRow:
    """A table or a form as published JSON."""

    kind: str
    """``table`` or ``form``."""
    ord: int
    first: int
    last: int
    eid: str
    title: str | None
    data: str


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """All of one act in one language."""

    act: str
    lang: str
    digest: str
    work: str | None
    type: str | None
    author: str | None
    author_name: str | None
    date: str | None
    number: str | None
    registration: str | None
    registration_date: str | None
    title: str | None
    outline: bool
    expressions: tuple[ExpressionRow, ...]
    units: tuple[UnitRow, ...]
    changes: tuple[ChangeRow, ...]
    citations: tuple[CitationRow, ...]
    commands: tuple[CommandRow, ...]
    outcomes: tuple[OutcomeRow, ...]
    extracts: tuple[ExtractRow, ...]
