"""Marks of what a text does not contain: a record in its file, and an editors' note at each unit addressed."""

from collections.abc import Collection, Sequence

from lexkz.akn import meta as akn_meta
from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import AKN, local, q
from lexkz.consolidation.applying import units_of
from lexkz.consolidation.ledger import AmendingSource, Ledger, Left
from lexkz.consolidation.metadata import amending_act, note_number, note_units
from lexkz.consolidation.standing import Later, Open, forget_standing, record_standing, standing
from lexkz.consolidation.tree.unit_index import Index
from lexkz.findings import Finding
from lexkz.languages.language import words_of
from lexkz.languages.notes import NotedUnit, official_date
from lexkz.structure import Act

_STANDS_AT = HIERARCHY | {"longTitle", "table", "preface", "conclusions", "attachment"}
"""What a note can stand after on paper."""
_SHOWN = 300
"""Characters of a command's sentence that a note repeats: it is to be told from others, the act itself has the rest."""


def write_standing(
    index: Index, base: Act, sources: Sequence[AmendingSource], ledger: Ledger, told: Sequence[Finding], *, lang: str
) -> None:
    """Write into the result what is known to be wrong or uncertain about it, and mark the units concerned.

    ``told`` are the findings of the amending acts that are about none of their commands. A text that nothing changed
    and of which nothing is open stays as it was, byte for byte.
    """
    meta = akn_meta.of(index.act)
    works = dict.fromkeys(source.amending.work for source in sources)
    before = standing(index.act)
    recorded = {one.by for one in before.open} | {one.by for one in before.later} | {one.of for one in before.findings}
    known = not recorded.isdisjoint(works)
    later = _later(ledger, before.applied)
    if not (ledger.done or ledger.left or told or known or later):
        return
    already = {(source.amending.work, one.command) for source, one in ledger.outcomes if one.outcome == "already"}
    forget_standing(meta, works, already)
    number = note_number(meta)
    opened, texts = [], []
    for left in ledger.left:
        units = units_of(left, index)
        eid = f"note_{number}"
        number += 1
        opened.append(
            Open(left.source.amending.work, left.command.id, left.outcome, units, left.command.instruction.strip(), eid)
        )
        texts.append((eid, units, _text(left, ledger, index, lang)))
    # What the base's file says of the base stays; what the acts and their commands gave is said anew.
    own = [one for one in base.findings if one.of is None]
    numbers = {source.amending.work: source.identity.number for source in sources if source.identity.number}
    record_standing(meta, opened, (*own, *told, *ledger.findings), numbers, later)
    for eid, units, text in texts:
        akn_meta.note(meta, (text,), eid=eid, at=_place(index, units))


def _later(ledger: Ledger, applied: Collection[str]) -> list[Later]:
    """What is still to come of the acts that changed the text; an act that did not is not spoken of in its head."""
    here = {done.source.amending.work for done in ledger.done} | set(applied)
    return [
        Later(source.amending.work, one.command, source.entry.day.isoformat() if source.entry.day else "")
        for source, one in ledger.outcomes
        if one.outcome == "not_yet" and source.amending.work in here
    ]


def _text(left: Left, ledger: Ledger, index: Index, lang: str) -> str:
    """The note at a unit: which change of which act is missing here, and why."""
    words = words_of(lang).notes
    said = " ".join(left.command.instruction.split()).rstrip(":;. ")
    if len(said) > _SHOWN:
        said = f"{said[:_SHOWN].rsplit(' ', 1)[0]} …"
    if left.outcome == "skipped" and left.ruling is not None:
        one = left.ruling
        why = words.skipped(one.name, official_date(one.date) or one.date, one.reason)
    else:
        key = (left.source.amending.work, left.command.id)
        errors = (one for one in ledger.findings if one.severity == "error" and (one.of, one.command) == key)
        why = next((one.message.kaz if lang == "kaz" else one.message.rus for one in errors), "")
    return words.missing(_units(left, index), amending_act(left.source), said, why)


def _units(left: Left, index: Index) -> tuple[NotedUnit, ...]:
    """The first unit addressed as notes name it, else the kind of act that the base is."""
    target = left.command.targets[0] if left.command.targets else ()
    return note_units(target, akn_meta.read_identity(index.act).type)


def _place(index: Index, units: Sequence[str]) -> str | None:
    """The eId that the note stands at: of the unit, of an annex its title, of a row its table, else the act's title."""
    found = index.element(units[0]) if units else None
    for element in (found, *found.iterancestors()) if found is not None else ():
        if element.tag == q("attachment"):
            title = element.find(f"{{{AKN}}}doc/{{{AKN}}}preface/{{{AKN}}}longTitle")
            element = title if title is not None and title.get("eId") else element
        if element.get("eId") and local(element) in _STANDS_AT:
            return element.get("eId")
    return "longTitle" if "longTitle" in index else None
