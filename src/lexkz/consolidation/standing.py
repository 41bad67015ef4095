"""Standing: all that is known to be wrong or uncertain about a text, as one value that its own file carries.

Whatever shows a text (the report, papers, pages, the server) takes it from here, so that no paper can call a text full
while a command waits for a person. It is made of the findings of reading every source, of the sentences that were not
understood, of the commands that wait or that a person left out, and of proofs that failed.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, cast

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.akn.namespace import LEXKZ, q
from lexkz.consolidation.messages import finding
from lexkz.findings import Finding, Message
from lexkz.languages.notes import official_date

_OPEN = f"{{{LEXKZ}}}open"


_ACT = f"{{{LEXKZ}}}openAct"


_APPLIED = f"{{{LEXKZ}}}applied"


_LATER = f"{{{LEXKZ}}}later"


@dataclass(frozen=True, slots=True)
class Open:
    """A command of an amending act that the text does not contain."""

    by: str
    """Work IRI of the amending act."""
    command: str
    outcome: Literal["refused", "skipped"]
    """``refused``: it waits for a person; ``skipped``: a person decided that it is left out."""
    units: tuple[str, ...]
    """eIds of the units that it addresses, as far as they were found; empty where none was."""
    instruction: str
    """The sentence that commands, as printed."""
    note: str = ""
    """eId of the editors' note that marks it in the text."""


@dataclass(frozen=True, slots=True)
class Later:
    """A command that enters into force after the day of the text, of an act other commands of which are in it."""

    by: str
    """Work IRI of the amending act."""
    command: str
    day: str
    """ISO day of its entry into force; empty while it is not known."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known to be wrong or uncertain about a text."""

    open: tuple[Open, ...] = ()
    findings: tuple[Finding, ...] = ()
    """Errors and warnings; ``of`` says of which act, None for the text's own source."""
    applied: Mapping[str, int] = field(default_factory=dict)
    """Work IRI of each act that changed the text to the number of its commands that did."""

    numbers: Mapping[str, str] = field(default_factory=dict)
    """Work IRI of an act of which something is open to its number as printed, where it has one."""
    later: tuple[Later, ...] = ()
    """What the acts that changed the text order for a later day: nothing is wrong, and the reader must know of it."""

    @property
    def waiting(self) -> tuple[Open, ...]:
        """The commands that wait for a person."""
        return tuple(one for one in self.open if one.outcome == "refused")

    @property
    def skipped(self) -> tuple[Open, ...]:
        """The commands that a person left out."""
        return tuple(one for one in self.open if one.outcome == "skipped")

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What is known to be wrong, the reasons of commands that wait aside: they are told with the command."""
        told = {(one.by, one.command) for one in self.waiting}
        return tuple(
            one for one in self.findings if one.severity == "error" and (one.of, one.command or "") not in told
        )

    @property
    def unread(self) -> tuple[Finding, ...]:
        """The sentences of amending acts that were not understood: what they order is not in the text."""
        return tuple(one for one in self.errors if one.of is not None and one.code.startswith("amend."))

    @property
    def unsure(self) -> tuple[Finding, ...]:
        """The other errors: of reading the sources, of proofs."""
        unread = set(self.unread)
        return tuple(one for one in self.errors if one not in unread)

    @property
    def whole(self) -> bool:
        """True where nothing waits and nothing is known to be wrong: only then is a text called full."""
        return not self.waiting and not self.errors

    @property
    def acts(self) -> tuple[str, ...]:
        """Work IRIs of the amending acts of which something waits or was not understood, by their days and numbers."""
        found = dict.fromkeys((*(one.by for one in self.waiting), *(one.of or "" for one in self.unread)))
        return tuple(sorted(found, key=lambda work: work.split("/")[-2:]))

    def why(self, one: Open) -> tuple[Finding, ...]:
        """Return the errors that keep a command back."""
        return tuple(
            found
            for found in self.findings
            if found.severity == "error" and (found.of, found.command) == (one.by, one.command)
        )


def standing(root: etree._Element) -> Standing:
    """Return the standing of the text in ``root`` (or of its ``act``), as its file carries it."""
    document = root if root.tag == q("act") or not len(root) else root[0]
    meta = document.find(q("meta"))
    return standing_of(meta) if meta is not None else Standing()


def standing_of(meta: etree._Element) -> Standing:
    """Return the standing of a text from its metadata."""
    section = meta.find(q("proprietary"))
    if section is None:
        return Standing()
    applied: dict[str, int] = {}
    for record in section.iterchildren(_APPLIED):
        applied[record.get("by", "")] = applied.get(record.get("by", ""), 0) + 1
    found = tuple(
        Open(
            record.get("by", ""),
            record.get("command", ""),
            cast("Literal['refused', 'skipped']", record.get("outcome", "refused")),
            tuple((record.get("units") or "").split()),
            record.text or "",
            record.get("note", ""),
        )
        for record in section.iterchildren(_OPEN)
    )
    numbers = {one.get("by", ""): one.get("number", "") for one in section.iterchildren(_ACT)}
    later = tuple(
        Later(record.get("by", ""), record.get("command", ""), record.get("from", ""))
        for record in section.iterchildren(_LATER)
    )
    return Standing(found, akn_meta.recorded_findings(meta), applied, numbers, later)


def forget_standing(meta: etree._Element, acts: Iterable[str], already: Collection[tuple[str, str]]) -> None:
    """Take out what is recorded of ``acts`` (work IRIs), which are applied again, and the notes of it.

    What was found when a command was applied stays where it has been applied ``already`` (work IRI, command).
    """
    again = set(acts)
    gone = [one for one in standing_of(meta).open if one.by in again]
    kept = [one for one in akn_meta.recorded_findings(meta) if one.of not in again or (one.of, one.command) in already]
    for one in gone:
        _forget_note(meta, one.note)
    known = standing_of(meta)
    later = [one for one in known.later if one.by not in again]
    _write(meta, [one for one in known.open if one.by not in again], kept, known.numbers, later)


def record_standing(
    meta: etree._Element,
    opened: Iterable[Open],
    findings: Iterable[Finding],
    numbers: Mapping[str, str],
    later: Iterable[Later] = (),
) -> None:
    """Record, beside what is recorded already, what is open in a text, what was found and what is still to come.

    The order does not depend on that in which acts were applied: first the text's own, then act by act. The notes that
    ``opened`` name are for the caller to write. ``numbers`` are those of the acts as printed, by work IRI.
    """
    known = standing_of(meta)
    found = dict.fromkeys((*known.findings, *(one for one in findings if one.severity != "info")))
    own = [one for one in found if one.of is None]
    others = sorted((one for one in found if one.of is not None), key=_place)
    _write(
        meta,
        sorted((*known.open, *opened), key=lambda one: (one.by, _number(one.command))),
        [*own, *others],
        {**known.numbers, **numbers},
        sorted((*known.later, *later), key=lambda one: (one.by, _number(one.command))),
    )


def _place(one: Finding) -> tuple[str, int, str, str]:
    return one.of or "", _number(one.command), one.code, one.message.eng


def _number(command: str | None) -> int:
    digits = (command or "").rpartition("_")[2]
    return int(digits) if digits.isdecimal() else 0


def _write(
    meta: etree._Element,
    opened: Collection[Open],
    findings: Iterable[Finding],
    numbers: Mapping[str, str],
    later: Iterable[Later],
) -> None:
    section = meta.find(q("proprietary"))
    for record in list(section.iterchildren(_OPEN, _ACT, _LATER)) if section is not None else []:
        section.remove(record)  # type: ignore[union-attr]
    akn_meta.replace_findings(meta, findings)
    concerned = {one.by for one in opened} | {one.of for one in akn_meta.recorded_findings(meta)}
    for work in sorted(work for work in concerned if work is not None and work in numbers):
        record = etree.SubElement(akn_meta.ensure(meta, "proprietary"), _ACT, nsmap={"lexkz": LEXKZ})
        record.set("by", work)
        record.set("number", numbers[work])
    for one in opened:
        record = etree.SubElement(akn_meta.ensure(meta, "proprietary"), _OPEN, nsmap={"lexkz": LEXKZ})
        said = {"by": one.by, "command": one.command, "outcome": one.outcome, "units": " ".join(one.units)}
        for key, value in (said | {"note": one.note}).items():
            if value:
                record.set(key, value)
        record.text = one.instruction
    for each in later:
        record = etree.SubElement(akn_meta.ensure(meta, "proprietary"), _LATER, nsmap={"lexkz": LEXKZ})
        record.set("by", each.by)
        record.set("command", each.command)
        if each.day:
            record.set("from", each.day)


def _forget_note(meta: etree._Element, eid: str) -> None:
    group = meta.find(q("notes"))
    for note in list(group) if group is not None else []:
        if note.get("eId") == eid:
            group.remove(note)  # type: ignore[union-attr]
    if group is not None and not len(group):
        meta.remove(group)


def overdue(root: etree._Element, given: Collection[str], day: date | None) -> tuple[Finding, ...]:
    """Return a finding for each act that the base's file says to have changes for a later day, where that day has come
    and the act is not ``given`` (work IRIs) again."""
    if day is None:
        return ()
    stands = standing(root)
    due = dict.fromkeys(
        (one.by, one.day) for one in stands.later if one.day and one.day <= day.isoformat() and one.by not in given
    )
    return tuple(
        replace(finding("later_missing", f"№ {work.rpartition('/')[2]}, {official_date(since)}"), of=work)
        for work, since in due
    )


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
