"""The metadata of a new expression: events, periods, passive modifications, editors' notes, identification."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from lxml import etree

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.akn.meta import Destination, TextualMod
from lexkz.akn.namespace import q
from lexkz.amendment.model import Address, Command
from lexkz.consolidation import applied_records as records
from lexkz.consolidation.ledger import AmendingSource, Done
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree.change import anchor
from lexkz.consolidation.tree.unit_index import Index
from lexkz.consolidation.tree.walk import attribute
from lexkz.languages.language import words_of
from lexkz.languages.notes import AmendingAct, NotedUnit, NoteKind, official_date


def write(index: Index, done: Sequence[Done], ended: Sequence[AmendingSource], *, lang: str) -> akn_meta.Identity:
    """Write the metadata of all that was done, one amending act after the other, and return the new identity.

    Acts (or parts of them) that have ``ended`` changed the text for a time and do so no more: the day of their end is a
    day of the text as well.

    The date of the expression is the latest day of entry into force of the acts applied; for an act whose day is not
    known it is the act's own date, and its event, without ``refersTo="#entryIntoForce"``, says so.
    """
    by_source: dict[int, list[Done]] = {}
    sources: dict[int, AmendingSource] = {}
    for item in done:
        by_source.setdefault(id(item.source), []).append(item)
        sources[id(item.source)] = item.source
    identity = akn_meta.read_identity(index.act)
    writer = _MetadataWriter(index, lang)
    latest = identity.expression_date if identity.expression_kind == "Consolidation" else None
    for key, items in by_source.items():
        source = sources[key]
        latest = max(filter(None, (latest, _date_of(source))), default=None)
        writer.add_source(source, items, identity)
        identity = replace(identity, expression_date=latest, expression_kind="Consolidation")
    for source in ended:
        latest = max(filter(None, (latest, writer.add_end(source))), default=None)
        identity = replace(identity, expression_date=latest, expression_kind="Consolidation")
    writer.tidy(done)
    _identify(index, identity)
    index.act.set("contains", "singleVersion")
    return identity


def _date_of(source: AmendingSource) -> str | None:
    day: date | None = source.entry.day
    return day.isoformat() if day is not None else source.identity.date


class _MetadataWriter:
    def __init__(self, index: Index, lang: str) -> None:
        self.index = index
        self.lang = lang
        self.before = akn_meta.read_identity(index.act).expression
        """The expression that was given; in it stands what is gone from the new one."""
        self.meta = akn_meta.of(index.act)
        self.renamed: dict[str, str] = {}
        self.mods = 1 + sum(1 for _ in self.meta.iter(q("textualMod")))
        self.notes = note_number(self.meta)

    def add_source(self, source: AmendingSource, items: list[Done], before: akn_meta.Identity) -> None:
        """Enter one amending act and what it changed."""
        reference = self._reference(source)
        known = source.entry.day is not None
        ends = any(item.change.state == "repealed" for item in items)
        event = akn_meta.event(
            self.meta,
            date=_date_of(source),
            type="repeal" if ends else "amendment",
            source=f"#{reference}",
            refers_to="entryIntoForce" if known else None,
        )
        end = self._end(source, reference) if source.entry.until is not None else None
        period = f"#{akn_meta.temporal_group(self.meta, start=event, end=end)}"
        records.record_entry(self.meta, source.amending.work, source.entry, event)
        self._follow(items)
        commands: dict[str, Command] = {}
        order = {command.id: place for place, command in enumerate(source.commands)}
        items = sorted(items, key=lambda item: order[item.command.id])
        self._changes(source, items, before, period)
        for item in items:
            commands.setdefault(item.command.id, item.command)
            if item.ruling is not None:
                records.record_ruling(self.meta, item.ruling)
        for command in commands.values():
            records.record_applied(self.meta, source.amending.work, command)

    def add_end(self, source: AmendingSource) -> str | None:
        """Enter an amending act that changed the text for a time, and return the day on which it ended."""
        end = self._end(source, self._reference(source))
        records.record_entry(self.meta, source.amending.work, source.entry, end)
        return source.entry.until.isoformat() if source.entry.until is not None else None

    def _reference(self, source: AmendingSource) -> str:
        identity = source.identity
        noun = words_of(self.lang).notes.titles.get(identity.type or "", "")
        show_as = " ".join(part for part in (noun, f"№ {identity.number}" if identity.number else "") if part)
        return akn_meta.act_reference(self.meta, "passiveRef", source.amending.work, show_as or source.amending.work)

    def _end(self, source: AmendingSource, reference: str) -> str:
        """The event of the day from which what the act said for a time holds no more."""
        until = source.entry.until
        assert until is not None
        return akn_meta.event(
            self.meta, date=until.isoformat(), type="amendment", source=f"#{reference}", refers_to="expiry"
        )

    def _follow(self, items: list[Done]) -> None:
        """Let earlier changes and places lead to the units that now have other numbers."""
        names = {
            item.change.region.eid: item.change.eid
            for item in items
            if item.change.type == "renumbering" and not item.change.silent
        }
        gone = {item.change.region.eid for item in items if item.change.type == "repeal" and item.change.silent}
        for destination in self.meta.iter(q("destination")) if gone else ():
            eid = destination.get("href", "")[1:]
            if destination.get("href", "").startswith("#") and any(
                eid == one or eid.startswith(f"{one}__") for one in gone
            ):
                # Its number is another unit's from now on.
                destination.set("href", iris.unit(self.before, eid))
        if not names:
            return
        for element in self.meta.iter(etree.Element):
            # A note that a command waits stands at its unit by ``placementBase``.
            for name in ("href", "placementBase"):
                href = element.get(name, "")
                if not href.startswith("#"):
                    continue
                for old, new in names.items():
                    if href[1:] == old or href.startswith(f"#{old}__"):
                        element.set(name, f"#{new}{href[1 + len(old) :]}")
                        break

    def _changes(self, source: AmendingSource, items: list[Done], before: akn_meta.Identity, period: str) -> None:
        expression = before.expression
        written: dict[tuple[str, str], str] = {}
        modified: set[tuple[str, str, str]] = set()
        for item in items:
            change = item.change
            if change.silent:
                continue
            mark = change.marked
            if change.state is None:
                mark.set("period", period)
            elif change.state == "resumed":
                records.end_suspension(self.meta, _eid(item))
            else:
                records.record_state(self.meta, source.amending.work, change.state, _eid(item))
            href = iris.unit(source.amending.work, _mod(source, item.command))
            eid = _eid(item)
            key = (href, eid, change.type)
            if key not in modified and change.state not in ("suspended", "resumed"):
                modified.add(key)
                self._textual_mod(item, href, period, expression)
            self._note(source, item, written, before)

    def _textual_mod(self, item: Done, href: str, period: str, expression: str) -> None:
        change, eid = item.change, _eid(item)
        previous = None
        if change.type != "insertion" and eid:
            previous = iris.unit(expression, change.marked.get("wId") or eid)
        destination = f"#{eid}" if eid else iris.component(expression, "main")
        if change.place is not None:
            # Its eId is another unit's in the new text.
            destination = iris.unit(expression, eid)
        akn_meta.textual_mod(
            self.meta,
            "passive",
            TextualMod(
                type=change.type,
                sources=(href,),
                destinations=(Destination(destination),),
                period=period,
                previous=previous or (iris.component(expression, "main") if change.type != "insertion" else None),
                eid=f"textualMod_{self.mods}",
            ),
        )
        self.mods += 1

    def _note(
        self, source: AmendingSource, item: Done, written: dict[tuple[str, str], str], before: akn_meta.Identity
    ) -> None:
        kind, now = _told(item, self.lang)
        units = note_units(item.address, before.type)
        text = words_of(self.lang).notes.note(kind, units, amending_act(source), before.type or "act", now)
        if item.ruling is not None:
            one = item.ruling
            text = (
                f"{text} {words_of(self.lang).notes.ruled(one.name, official_date(one.date) or one.date, one.reason)}"
            )
        place = anchor(item.change.marked if item.change.place is None else item.change.place)
        if place is None:
            return
        # One note a target: further lines of a new wording, further words of one unit share it.
        unit = (text, "" if item.command.everywhere else repr(item.address))
        eid = written.get(unit)
        if eid is None:
            eid = akn_meta.note(self.meta, (text,), eid=f"note_{self.notes}")
            self.notes += 1
            written[unit] = eid
        elif not item.command.everywhere:
            return
        if not any(mark.get("href") == f"#{eid}" for mark in place.iterchildren(q("noteRef"))):
            place.append(akn_meta.note_ref(eid))

    def tidy(self, done: Sequence[Done]) -> None:
        """Let nothing point to what is gone: notes of replaced text go, former destinations lead to their version."""
        used = {mark.get("href", "")[1:] for mark in self.index.act.iter(q("noteRef"))}
        group = self.meta.find(q("notes"))
        if group is not None:
            for note in list(group):
                place = note.get("placementBase")
                if note.get("eId") not in used and place is None:
                    group.remove(note)
                elif place is not None and place.startswith("#"):
                    self._replace_note(note, place[1:])
            if not len(group):
                self.meta.remove(group)
        self._tidy_places(done)
        for mod in self.meta.iterfind(f"{q('analysis')}/{q('passiveModifications')}/{q('textualMod')}"):
            for destination in mod.iterfind(q("destination")):
                href = destination.get("href", "")
                if href.startswith("#") and href[1:] not in self.index:
                    destination.set("href", iris.unit(self.before, href[1:]))

    def _replace_note(self, note: etree._Element, eid: str) -> None:
        """Let a note at a unit that is gone stand at what held it."""
        while eid and eid not in self.index:
            eid = eid.rpartition("__")[0]
        note.set("placementBase", f"#{eid or 'longTitle'}")

    def _tidy_places(self, done: Sequence[Done]) -> None:
        """Places in the base's source go with the text that stood there; new text has its command to lead to it."""
        replaced = {item.change.region.eid for item in done if not item.change.region.part and item.change.removed}
        renamed = {attribute(item.change.marked, "wId"): item.change.marked for item in done}
        group = self.meta.find(q("proprietary"))
        for record in list(group) if group is not None else []:
            eid = attribute(record, "href")[1:]
            if not eid:
                continue
            if eid in renamed:
                record.set("href", f"#{attribute(renamed[eid], 'eId')}")
                continue
            steps = eid.split("__")
            if eid not in self.index or any("__".join(steps[:size]) in replaced for size in range(1, len(steps) + 1)):
                records.remove(record)


def _eid(item: Done) -> str:
    """The eId that the changed unit has in the result; of a line, that of the unit whose line it is."""
    return item.change.marked.get("eId") or item.change.eid


def note_number(meta: etree._Element) -> int:
    """Return the number that the next note of a text gets."""
    return 1 + max((_count(note.get("eId")) for note in meta.iter(q("note"))), default=0)


def _count(eid: str | None) -> int:
    digits = (eid or "").rpartition("_")[2]
    return int(digits) if digits.isdigit() else 0


def _mod(source: AmendingSource, command: Command) -> str:
    """The eId of the ``mod`` that commands: that of the quoted structure's, or the command's own."""
    element = source.amending.by_eid.get(command.source.eid)
    if element is not None:
        for found in (element, *element.iterancestors()):
            if found.tag == q("mod") and found.get("eId"):
                return found.get("eId", "")
    return command.source.eid


_SENTENCES: dict[str, NoteKind] = {"insert": "inserted", "repeal": "repealed", "replace": "replaced"}
"""A sentence is set and taken out as words of its line are; its note tells of the sentence."""


def _told(item: Done, lang: str) -> tuple[NoteKind, NotedUnit | None]:
    """As what a note tells of a change, and what a unit is that has another number now."""
    command = item.command
    if item.note == "repealed" and words_of(lang).notes.void(command.instruction):
        return "void", None
    if item.note == "changed" and command.everywhere and all(step.kind == "instrument" for step in item.address):
        return "everywhere", None
    if item.note == "changed" and item.address and item.address[-1].kind == "sentence":
        return _SENTENCES.get(command.action, "changed"), None
    if item.note == "renumbered" and item.address in command.targets:
        to = command.renumber_to[command.targets.index(item.address)][-1]
        return "renumbered", NotedUnit(to.kind, to.number)
    return ("changed" if item.note == "renumbered" else item.note), None


def amending_act(source: AmendingSource) -> AmendingAct:
    """Return the act of ``source`` as notes name it."""
    identity = source.identity
    entry = source.entry.rule.text if source.entry.rule is not None else None
    until = source.entry.until.isoformat() if source.entry.until is not None else None
    return AmendingAct(identity.type, source.author, identity.date, identity.number, entry, until)


def note_units(address: Address, base_type: str | None) -> tuple[NotedUnit, ...]:
    """Return the units of an address as notes name them; for the whole act, the kind of act that it is."""
    if not address:
        return (NotedUnit(base_type or "act"),)
    return tuple(NotedUnit(step.kind, step.number, step.name) for step in address)


def _identify(index: Index, identity: akn_meta.Identity) -> None:
    """Give the act and every document attached to it the identification of the new expression."""
    akn_meta.replace_identification(akn_meta.of(index.act), identity)
    for attachment in documents.all_attachments(index.act):
        doc = attachment.find(q("doc"))
        meta = doc.find(q("meta")) if doc is not None else None
        if meta is None:
            continue
        this = meta.find(f"{q('identification')}/{q('FRBRWork')}/{q('FRBRthis')}")
        component = iris.split(this.get("value", ""))[1] if this is not None else None
        akn_meta.replace_identification(meta, identity, component or "main")
