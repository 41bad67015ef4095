"""The books of a consolidated file: what it records of its changes beside the text.

Each command that was applied stands in them once: its record, its modification, the period and state of what it
changed, the editors' note with its mark. They are read here as entries that name no eId of the metadata itself, so that
two files with the same books have the same entries.
"""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.akn.namespace import AKN, LEXKZ, local, q
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Address
from lexkz.consolidation import applied_records as records
from lexkz.consolidation.ledger import AmendingSource, Ledger
from lexkz.consolidation.tree.change import anchor, unit_eid

Entry = tuple[str, str]
"""What a person is told («note para_3»), and all that the entry says."""
_RECORDS = frozenset({"applied", "entry", "ruling", "state"})


def entries(act: etree._Element) -> Counter[Entry]:
    """Return the entries of the books of ``act``."""
    return Counter(_entries(act))


def _entries(act: etree._Element) -> Iterator[Entry]:
    meta = akn_meta.of(act)
    sources = {found.get("eId", ""): found.get("href", "") for found in meta.iterfind(f"{q('references')}/*")}
    events = {
        found.get("eId", ""): " ".join((found.get("date", ""), found.get("type", ""), _aim(found, "source", sources)))
        for found in meta.iter(q("eventRef"))
    }
    periods = {found.get("eId", ""): _interval(found, events) for found in meta.iter(q("temporalGroup"))}
    notes = {found.get("eId", ""): " ".join(paragraphs(found)) for found in meta.iterfind(f"{q('notes')}/{q('note')}")}
    expression = akn_meta.read_identity(act)
    yield "expression", f"{expression.expression_date} {expression.expression_kind}"
    for identification in act.iter(q("identification")):
        for part in identification.iter(f"{{{AKN}}}*"):
            yield f"identity {local(part)}", str(sorted(part.attrib.items()))
    for reference in meta.iterfind(f"{q('references')}/*"):
        yield f"reference {reference.get('href', '')}", f"{local(reference)} {reference.get('showAs', '')}"
    for said in events.values():
        yield f"event {said.split(' ')[0]}", said
    marked = set()
    for element in act.iter(etree.Element):
        if not str(element.tag).startswith(f"{{{AKN}}}") and not any(
            outer is meta for outer in element.iterancestors()
        ):
            yield f"element {_where(element)}", str(element.tag)
        for name in _SAID:
            if element.tag not in _IN_META and (value := element.get(name)) is not None:
                yield f"{name} {_where(element)}", f"{local(element)} {value}"
        if element.tag == q("noteRef"):
            note = element.get("href", "")[1:]
            marked.add(note)
            yield f"note {unit_eid(element)}", notes.get(note, "")
            continue
        for name in ("period", "status"):
            value = element.get(name)
            if value is not None and element.tag not in _IN_META:
                said = periods.get(value[1:], value) if name == "period" else value
                yield f"{name} {_where(element)}", f"{local(element)} {said}"
    for eid, text in notes.items():
        if eid not in marked:
            yield "note", text
    for mod in meta.iterfind(f"{q('analysis')}/{q('passiveModifications')}/{q('textualMod')}"):
        yield f"modification {_fragment(mod)}", _modification(mod, periods)
    for record in meta.iterfind(f"{q('proprietary')}/*"):
        if local(record) in _RECORDS and record.prefix is not None and record.tag == f"{{{LEXKZ}}}{local(record)}":
            about = record.get("command") or record.get("href", "")[1:] or record.get("by", "")
            told = sorted((str(key), events.get(str(value)[1:], str(value))) for key, value in record.attrib.items())
            yield f"record {about}", f"{local(record)} {told}"


_SAID = ("wId", "name", "class")
"""What else a unit says of itself: the number that it had, its kind."""
_IN_META = frozenset({q("force"), q("efficacy"), q("timeInterval")})


def _where(element: etree._Element) -> str:
    return element.get("eId") or unit_eid(element)


def _aim(found: etree._Element, name: str, sources: dict[str, str]) -> str:
    return sources.get(found.get(name, "")[1:], "")


def _interval(group: etree._Element, events: dict[str, str]) -> str:
    return "; ".join(
        " – ".join(events.get(each.get(name, "")[1:], "") for name in ("start", "end"))
        for each in group.iter(q("timeInterval"))
    )


def _fragment(mod: etree._Element) -> str:
    source = mod.find(q("source"))
    return "" if source is None else source.get("href", "").rpartition("#")[2]


def _modification(mod: etree._Element, periods: dict[str, str]) -> str:
    out = [mod.get("type", "")]
    for child in mod:
        out.append(f"{local(child)} {child.get('href', '')} {periods.get(child.get('period', '')[1:], '')}")
    return "; ".join(out)


def differ(found: etree._Element, wanted: etree._Element) -> tuple[str, ...]:
    """Return what the books of ``found`` lack or have beside those of ``wanted``, in words."""
    one, two = entries(found), entries(wanted)
    return tuple(sorted({name for name, _ in (one - two) + (two - one)}))


def _around(eid: str) -> Iterator[str]:
    """Yield an eId and those of all that it stands in."""
    steps = eid.split("__")
    yield from ("__".join(steps[:end]) for end in range(len(steps), 0, -1))


def unrecorded(after: etree._Element, ledger: Ledger) -> tuple[str, ...]:
    """Return what a consolidation did and its result does not record: commands by id, with what is missing."""
    if not ledger.done:
        return ()
    meta = akn_meta.of(next(after.iter(q("act"))))
    known = records.applied(meta)
    groups = {found.get("eId") for found in meta.iter(q("temporalGroup"))}
    notes = {found.get("eId"): " ".join(paragraphs(found)) for found in meta.iterfind(f"{q('notes')}/{q('note')}")}
    sources = {
        iris.split(source.get("href", ""))[::2]
        for mod in meta.iterfind(f"{q('analysis')}/{q('passiveModifications')}/{q('textualMod')}")
        for source in mod.iterfind(q("source"))
    }
    missing: dict[str, None] = dict.fromkeys(_of_days(meta, ledger))
    told: set[tuple[AmendingSource, str, Address]] = set()
    last = {done.change.marked: done for done in ledger.done if not done.change.silent}
    for done in ledger.done:
        change, work, command = done.change, done.source.amending.work, done.command
        if (work, records.digest(command)) not in known:
            missing[f"{command.id} (record)"] = None
        if change.silent:
            continue
        stands = change.state in ("suspended", "resumed")
        if not stands and not any((work, name) in sources for name in _around(command.source.eid)):
            missing[f"{command.id} (modification)"] = None
        # Of several places of one target, be they of one command or two, the first bears the note.
        target = (done.source, done.note, done.address)
        first = target not in told
        told.add(target)
        marked = change.marked if change.place is None else change.place
        if not any(outer is after for outer in marked.iterancestors()) or last[change.marked] is not done:
            # A later change has taken its place.
            continue
        if change.state is None and change.place is None:
            if (marked.get("period") or "")[1:] not in groups:
                missing[f"{command.id} (period)"] = None
            if change.type == "repeal" and marked.get("status") != "removed":
                missing[f"{command.id} (status)"] = None
        place = anchor(marked)
        if first and place is not None:
            told_there = [notes.get(mark.get("href", "")[1:]) for mark in place.iter(q("noteRef"))]
            if not any(text is not None and (done.source.identity.number or "") in text for text in told_there):
                missing[f"{command.id} (note)"] = None
    return tuple(missing)


def _of_days(meta: etree._Element, ledger: Ledger) -> Iterator[str]:
    """The days of the acts that changed the text, and the rules by which they are known, where these are not told."""
    said = {(record.get("by"), record.get("rule")) for record in meta.iterfind(f"{q('proprietary')}/{{{LEXKZ}}}entry")}
    days = {event.get("date") for event in meta.iter(q("eventRef"))}
    latest = akn_meta.read_identity(next(meta.iterancestors(q("act")))).expression_date or ""
    for source in dict.fromkeys(done.source for done in ledger.done):
        work, day = source.amending.work, source.entry.day.isoformat() if source.entry.day else source.identity.date
        if (work, source.entry.text) not in said:
            yield f"{work} (entry)"
        if day is not None and (day not in days or latest not in days or latest < day):
            yield f"{work} (day)"
