"""The act against the acts that it amends, where these are at hand: what could not be applied, or leads nowhere.

The commands are applied to a copy of each base, as a consolidation does it; what that finds is told to the drafter.
Nothing is known here that a consolidation does not know.
"""

from collections.abc import Container, Iterator
from dataclasses import replace

from lxml import etree

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.akn.namespace import q
from lexkz.akn.text import visible
from lexkz.checks.draft import DraftAct
from lexkz.consolidation.applied_records import digest
from lexkz.consolidation.consolidation import ConsolidationRun, run, sources_of
from lexkz.consolidation.naming import unit_in_words
from lexkz.consolidation.rulings import Ruling
from lexkz.findings import Finding, FindingPlace, quoting, retold
from lexkz.languages.folding import fold_spaces
from lexkz.structure import Act
from lexkz.structure.references import spots_in, units_of

_ONCE = frozenset({"check.base_named", "check.base_title", "check.base_author", "check.base_not_amended"})
"""What is told of the citation, not of each command under it."""


_OF_ENTRY = "consolidate.entry_"
"""What is told of the clause on entry into force, not of each command that waits for it."""
_ENTRY_TOLD = "consolidate.entry_unread"
"""Told of the reading already."""
_CITATION = "consolidate.citation_differs"
_ANY_DAY = "2000-01-01"
"""A decision has a day; what it is does not matter where the draft has none and the result is thrown away."""


def against(draft: DraftAct) -> Iterator[Finding]:
    """Yield what does not fit the bases: units, words, numbers, the citation, references of the new text."""
    for base in draft.bases:
        sources = sources_of(base, [(Act(draft.root), draft.reading)], None)
        made = run(base, sources)
        yield from _told(draft, base, made)
        slips = tuple(_named_by_slip(draft, made))
        if slips:
            made = run(base, sources, rulings=slips)
            yield from (found for found in _told(draft, base, made) if not _of_citation(found))
        yield from _nowhere(draft, base, made)
        yield from _left_behind(draft, base, made)
        yield from _defined_again(draft, made)


def _named_by_slip(draft: DraftAct, made: ConsolidationRun) -> Iterator[Ruling]:
    """Decisions to apply what a citation alone holds back, where one identifier of several is not the base's.

    The drafter gave this base: one wrong figure is a slip, behind which the others would stay unseen. Where more
    differs, another act is meant, and nothing in it can be held against this one.
    """
    commands = {command.id: command for command in draft.reading.commands}
    act = akn_meta.read_identity(draft.root)
    day = act.date or _ANY_DAY
    for found in (*made.findings, *made.ledger.findings):
        command = commands.get(found.command or "")
        if found.code == _CITATION and found.message.eng.count("≠") == 1 and command is not None:
            yield Ruling(act.work, command.id, digest(command), "apply", "", "", day, found.code)


def _of_citation(found: Finding) -> bool:
    """True for what was told before the citation was passed over, and for what is said of passing it over."""
    return found.code in _ONCE or found.code.startswith("consolidate.ruling")


def _told(draft: DraftAct, base: Act, made: ConsolidationRun) -> Iterator[Finding]:
    again = retold("check")
    known = {found.command for found in draft.reading.findings if found.severity == "error" and found.command}
    commands = {command.id: command for command in draft.reading.commands}
    once: set[tuple[str, str]] = set()
    for found in (*made.findings, *made.ledger.findings):
        if not found.code.startswith("consolidate.") or replace(found, of=None) in base.findings:
            continue
        code, severity = again.get(found.code, ("", "info"))
        if not code:
            if found.severity != "error" or found.command in known:
                continue  # what the reading refused is told already, and what is no defect is none of the draft
            code, severity = found.code, "error"
        if code == "check.base_not_amended" and not commands:
            continue  # none was read, and that is told
        if code in _ONCE or code.startswith(_OF_ENTRY):
            if (code, found.message.eng) in once or code == _ENTRY_TOLD:
                continue
            once.add((code, found.message.eng))
        command = commands.get(found.command or "")
        place = draft.of_command(command) if command is not None else found.place
        # Places in the base are none of the draft.
        if place.eid is not None and place.eid not in draft.places and command is None:
            place = FindingPlace()
        yield replace(found, code=code, severity=severity, place=place, of=None, text=_words(found, command))


def _words(found: Finding, command: object) -> str | None:
    if found.text:
        return found.text
    instruction = getattr(command, "instruction", None)
    return str(instruction) if instruction else None


class _Every(Container[str]):
    """All names: what a reference would lead to is asked, not whether it is there."""

    def __contains__(self, name: object) -> bool:
        return True


def _nowhere(draft: DraftAct, base: Act, made: ConsolidationRun) -> Iterator[Finding]:
    """References of new text to units of its own document that will not be there.

    Only the outermost step is looked at, a point, an article or an annex: what these hold can be laid out in ways that
    a reference does not tell. Of an outline it is not known what there is.
    """
    if akn_meta.is_outline(akn_meta.of(base.root)):
        return
    identity = akn_meta.read_identity(base.root)
    known = units_of(made.root)
    for done in made.ledger.done:
        if done.change.silent or done.change.type not in ("insertion", "substitution"):
            continue
        for block in _blocks(done.change.marked):
            text = visible(block)
            for start, end, href in spots_in(block, text, identity, draft.lang, _Every()):
                work, _, eid = iris.split(href)
                if not eid or not _is_own(work, identity.work) or _outermost(eid) in known:
                    continue
                words = text[start:end]
                if any(words in line for line in done.command.content):
                    place = draft.of_command(done.command)
                    yield quoting("check.base_reference", words, place, command=done.command.id)


def _left_behind(draft: DraftAct, base: Act, made: ConsolidationRun) -> Iterator[Finding]:
    """References in what stays of the base to units that a command takes out: «… указанным в пункте 7», which is no
    more. Those in the new text are told without a base."""
    gone = {done.change.eid: done.command for done in made.ledger.done if done.change.type == "repeal"}
    if not gone:
        return
    identity = akn_meta.read_identity(base.root)
    new = {block for done in made.ledger.done for block in _blocks(done.change.marked)}
    for block in made.root.iter(q("p")):
        if block in new or block.getparent() is None:
            continue
        text = visible(block)
        for start, end, href in spots_in(block, text, identity, draft.lang, _Every()):
            work, _, eid = iris.split(href)
            command = gone.get(eid or "")
            inside = any(parent.get("eId") in gone for parent in block.iterancestors())
            if command is not None and _is_own(work, identity.work) and not inside:
                words = f"{unit_in_words(_unit_of(block), draft.lang)}: «{text[start:end]}»"
                yield quoting("check.base_referred", words, draft.of_command(command), command=command.id)


def _unit_of(block: etree._Element) -> etree._Element:
    """The unit that a line stands in: what has an eId and a number, else what has an eId."""
    held = [parent for parent in block.iterancestors() if parent.get("eId")]
    return next((parent for parent in held if parent.find(q("num")) is not None), held[0] if held else block)


def _defined_again(draft: DraftAct, made: ConsolidationRun) -> Iterator[Finding]:
    """Short names that new text gives («далее – Центр») and that another line of the same document gives already."""
    given: dict[tuple[object, str], list[etree._Element]] = {}
    for block in made.root.iter(q("p")):
        document = next((parent for parent in block.iterancestors() if parent.tag in (q("attachment"), q("act"))), None)
        for match in draft.words.definition.finditer(visible(block)):
            given.setdefault((document, fold_spaces(match["term"].strip(' "«»'))), []).append(block)
    for done in made.ledger.done:
        if done.change.silent or done.change.type not in ("insertion", "substitution"):
            continue
        for block in _blocks(done.change.marked):
            for match in draft.words.definition.finditer(visible(block)):
                term = match["term"].strip(' "«»')
                document = next(
                    (parent for parent in block.iterancestors() if parent.tag in (q("attachment"), q("act"))), None
                )
                lines = given.get((document, fold_spaces(term)), [])
                new = any(match.group() in line for line in done.command.content)
                if new and any(line is not block for line in lines):
                    yield quoting("check.defined_again", term, draft.of_command(done.command), command=done.command.id)


def _is_own(work: str, own: str) -> bool:
    return work.rstrip("/") == own.rstrip("/")


def _blocks(element: etree._Element) -> Iterator[etree._Element]:
    yield from ([element] if element.tag == q("p") else element.iter(q("p")))


def _outermost(eid: str) -> str:
    """The unit of a reference that stands in no other but its documents."""
    steps = eid.split("__")
    inner = next((place for place, step in enumerate(steps) if not step.startswith("att_")), len(steps) - 1)
    return "__".join(steps[: inner + 1])
