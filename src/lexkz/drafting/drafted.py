"""The amending order that makes one text into another, found by trying: written, read back, applied, compared.

What does not come out as it was edited is told less finely, and tried again: words, then lines, then the unit, then
what holds it. So nothing is said of an order that was not seen to be true of it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.akn.namespace import local, q
from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Address, BaseAct, Command, Reading, Step
from lexkz.amendment.render import describe
from lexkz.comparison.diff import paired
from lexkz.comparison.units import unit_texts
from lexkz.consolidation.consolidation import Consolidation, consolidate
from lexkz.consolidation.identify import adopting_body
from lexkz.consolidation.naming import unit_name
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree.unit_index import NUMBERED
from lexkz.drafting.changed_throughout import everywhere, with_first
from lexkz.drafting.choosing import UNIT, Chooser, ChosenCommand, Grain
from lexkz.drafting.edited_units import as_read, says_removed
from lexkz.drafting.order_blocks import order
from lexkz.drafting.order_requisites import OrderRequisites
from lexkz.findings import Finding, finding
from lexkz.languages.detect import Lang
from lexkz.reading.blocks import SourceError
from lexkz.structure.build import build
from lexkz.structure.model import Act

_SHARED_UNITS = 0.1
"""Share of units that two texts of one act have in common at the least, where their titles differ."""
_TRIES = 12
"""Rounds after which what still differs is said to be beyond words: each makes at least one unit coarser."""


@dataclass(frozen=True, slots=True)
class DraftedOrder:
    """An amending order, read back and applied."""

    act: Act
    """The order, its commands marked up."""
    reading: Reading
    made: Consolidation
    """The text in force with the order applied, and its proofs."""
    differs: tuple[str, ...]
    """eIds, in the applied or in the edited text, of units that are not as they were edited."""
    findings: tuple[Finding, ...]


def drafted(old: Act, new: Act, lang: Lang, *, grain: Grain = "words", requisites: OrderRequisites) -> DraftedOrder:
    """Return the order that makes ``old`` into ``new``; neither is changed.

    Raises SourceError where the two are texts of two acts, or say the same.
    """
    _one_act(old, new)
    base = _base(old, new)
    desk = _Desk(old, new, base, lang, grain, requisites)
    best = _found(desk, old, ())
    throughout = everywhere(best.reading.commands, base)
    if throughout and not best.differs:
        # The same words changed in many places: told once, and what is left of the edit is found anew.
        start, blamed = _written(desk, throughout, in_units=False)
        if not blamed & {one.unit for one in throughout} and _all_applied(start.made):
            told_once = _found(desk, start.made.act, throughout)
            if not told_once.differs and len(told_once.reading.commands) < len(best.reading.commands):
                best = told_once
    return replace(best, findings=tuple(_said(best, base, old, new, lang)))


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a draft is made of, and how."""

    old: Act
    new: Act
    base: BaseAct
    lang: Lang
    grain: Grain
    requisites: OrderRequisites


def _found(desk: _Desk, start: Act, first: tuple[ChosenCommand, ...]) -> DraftedOrder:
    """The best order whose ``first`` commands make the text in force into ``start``, and the others that into the new
    one."""
    levels: dict[str, int] = {}
    best: DraftedOrder | None = None
    for _ in range(_TRIES):
        tried, blamed = _try(desk, start, first, levels)
        if best is None or len(tried.differs) <= len(best.differs):
            best = tried
        if not blamed or not _coarser(blamed, levels, desk.old, desk.new):
            break
    assert best is not None
    return best


def _all_applied(made: Consolidation) -> bool:
    return all(one.outcome == "applied" for one in made.report.commands) and made.report.proofs.hold


def _one_act(old: Act, new: Act) -> None:
    runs = [[said for unit in unit_texts(act.root) if (said := as_read(unit.text))] for act in (old, new)]
    if runs[0] == runs[1]:
        raise SourceError("The two texts say the same: there is nothing to draft.")
    before, after = map(Counter, runs)
    shared = sum((before & after).values())
    if shared < _SHARED_UNITS * min(before.total(), after.total()) and not _same_title(old, new):
        raise SourceError("The two texts are of two acts: give the text in force and the edited text of one act.")


def _same_title(old: Act, new: Act) -> bool:
    one, other = documents.title(_act(old)), documents.title(_act(new))
    return bool(one and other and as_read(one) == as_read(other))


def _said(found: DraftedOrder, base: BaseAct, old: Act, new: Act, lang: Lang) -> Iterator[Finding]:
    """What a drafter has to know of the order."""
    if base.title is None:
        yield finding("draft.base_incomplete", case="title")
    elif not base.date or not base.number:
        yield finding("draft.base_incomplete")
    units = {
        element.get("eId", ""): element
        for act in (old, found.made.act, new)
        for element in act.root.iter()
        if element.get("eId")
    }
    for eid in found.differs:
        named = _nearest(eid, units)
        what = unit_name(named, lang) if named is not None else describe(_part(eid), lang)
        yield finding("draft.not_said", what=what, text=what)
    yield from _cited(found, lang)
    # Where nothing at all could be said, that is told above; the report repeats what reading found.
    read = [one for one in found.reading.findings if one.code != "amend.nothing_commanded"]
    yield from read
    known = {(one.code, one.command) for one in found.reading.findings}
    yield from (
        one
        for one in found.made.report.findings
        if one.severity == "error" and (one.code, one.command) not in known and one.code != "consolidate.no_command"
    )


def _part(eid: str) -> Address:
    """The address of a part of an act that has no eId of its own, so that it goes by its place: its preamble."""
    return (Step("preamble"),) if eid.startswith(("preamble", "__preamble")) else ()


def _nearest(eid: str, units: Mapping[str, etree._Element]) -> etree._Element | None:
    while eid and eid not in units:
        eid = eid.rpartition("__")[0]
    return units.get(eid)


def _cited(found: DraftedOrder, lang: Lang) -> Iterator[Finding]:
    """References of the new text to units that the order repeals."""
    root = found.made.act.root
    gone = {
        target: command
        for outcome in found.made.report.commands
        for command in found.reading.commands
        if outcome.command == command.id and command.action == "repeal"
        for target in outcome.targets
    }
    for ref in root.iter(q("ref")) if gone else ():
        aim = ref.get("href", "").rpartition("#")[2]
        eid = next((one for one in gone if aim == one or aim.startswith(f"{one}__")), None)
        holder = next((up for up in ref.iterancestors() if up.get("eId") and local(up) in (*NUMBERED, "alinea")), None)
        if eid is None or holder is None or holder.get("status") == "removed":
            continue
        unit = next((one for one in root.iter() if one.get("eId") == eid), None)
        if unit is not None:
            yield finding(
                "draft.cited_unit", unit=unit_name(unit, lang), where=unit_name(holder, lang), command=gone[eid].id
            )


def _try(
    desk: _Desk, start: Act, first: tuple[ChosenCommand, ...], levels: dict[str, int]
) -> tuple[DraftedOrder, set[str]]:
    """Write, read back and apply; with lines that open points where that is read as it is meant, else without."""
    chosen = Chooser(desk.base, levels, desk.grain, desk.lang).act(_act(start), _act(desk.new))
    chosen = with_first(first, chosen)
    tried = _written(desk, chosen, in_units=True)
    if not tried[1]:
        return tried
    plain = _written(desk, chosen, in_units=False)
    return plain if len(plain[1]) < len(tried[1]) else tried


def _written(desk: _Desk, chosen: Sequence[ChosenCommand], *, in_units: bool) -> tuple[DraftedOrder, set[str]]:
    written = order(desk.base, chosen, desk.lang, desk.requisites, in_units=in_units)
    act, reading = annotate(build(written.source))
    made = consolidate(desk.old, [(act, reading)])
    blamed = {one.unit for one in written.unwritten}
    kept = [one for one in chosen if one not in written.unwritten]
    blamed |= _misread(kept, reading)
    differs = tuple(_differing(made.act, desk.new))
    blamed |= set(differs)
    return DraftedOrder(act, reading, made, differs, ()), blamed


def _misread(chosen: Sequence[ChosenCommand], reading: Reading) -> set[str]:
    """Units of the commands that are not read as they were meant."""
    if len(chosen) != len(reading.commands):
        said = [(one.command.action, one.command.targets) for one in chosen]
        read = {(command.action, command.targets) for command in reading.commands}
        return {one.unit for one, key in zip(chosen, said, strict=True) if key not in read}
    return {one.unit for one, read in zip(chosen, reading.commands, strict=True) if not _is_read(one.command, read)}


def _is_read(meant: Command, read: Command) -> bool:
    return (meant.action, meant.targets, meant.old, meant.new) == (
        read.action,
        read.targets,
        read.old,
        read.new,
    ) and not read.refused


def _differing(made: Act, new: Act) -> Iterator[str]:
    """eIds of the units that are not the same in both, what is repealed and keeps its number apart."""
    if _printed(made) == _printed(new):
        # An eId may name a chapter in one text and not in the other, as numbers run on or stand twice.
        return
    for pair in paired(made, new):
        if pair.old is not None and pair.new is not None:
            if pair.old.removed and pair.new.removed:
                continue
            if as_read(pair.old.text) == as_read(pair.new.text) and not pair.moved:
                continue
            yield pair.new.eid
        elif pair.old is not None:
            if not pair.old.removed and not _is_repealed(pair.old.element):
                yield pair.old.eid
        elif pair.new is not None and not pair.new.removed:
            yield pair.new.eid


def _printed(act: Act) -> list[tuple[str, str]]:
    """Kind and text of each unit that is in force, in the order of the text."""
    return [
        (unit.kind, as_read(unit.text))
        for unit in unit_texts(act.root)
        if not unit.removed and not _is_repealed(unit.element)
    ]


def _is_repealed(element: etree._Element) -> bool:
    return any(one.get("status") == "removed" or says_removed(one) for one in (element, *element.iterancestors()))


def _coarser(blamed: set[str], levels: dict[str, int], old: Act, new: Act) -> bool:
    """Tell each blamed unit less finely than before; False where none can be."""
    units = {
        element.get("eId", ""): element
        for act in (new, old)
        for element in act.root.iter(q("attachment"), *(q(name) for name in NUMBERED))
    }
    coarser: set[str] = set()
    for eid in blamed:
        element = _nearest(eid, units)
        while element is not None:
            own = element.get("eId", "")
            if levels.get(own, 0) < UNIT:
                coarser.add(own)
                break
            element = next((up for up in element.iterancestors() if up.get("eId") in units), None)
    for own in coarser:
        levels[own] = levels.get(own, 0) + 1
    return bool(coarser)


def _act(act: Act) -> etree._Element:
    found = act.root if act.root.tag == q("act") else act.root.find(q("act"))
    assert found is not None
    return found


def _base(old: Act, new: Act) -> BaseAct:
    identity = akn_meta.read_identity(old.root)
    entry = akn_meta.registration(akn_meta.of(old.root))
    title = documents.title(_act(old)) or identity.title
    return BaseAct(
        # A text of a few lines may not show what the edited one does, that it is a law.
        identity.type or akn_meta.read_identity(new.root).type or "order",
        title,
        identity.date,
        identity.number,
        registration=entry.number if entry else None,
        author=identity.author_name or adopting_body(old.root, identity.lang),
    )
