"""The record of one building: eIds that are taken, places, repairs, editors' notes and findings, gathered for ``meta``."""

from dataclasses import dataclass, field

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.findings import Finding
from lexkz.languages.detect import Lang
from lexkz.read.blocks import Furniture, Place, Repair, Table
from lexkz.structure.lines import Line


@dataclass(slots=True)
class Record:
    """What is gathered while an act is built; every part of the builder writes to the same one."""

    lang: Lang
    taken: set[str] = field(default_factory=set)
    places: list[tuple[str, Place]] = field(default_factory=list)
    repairs: list[tuple[str, Repair]] = field(default_factory=list)
    notes: list[tuple[str, str | None, str]] = field(default_factory=list)
    """eId, the eId of the unit it speaks of, and text of each editors' note."""
    findings: list[Finding] = field(default_factory=list)
    blanks: dict[str, int] = field(default_factory=dict)

    def claim(self, eid: str) -> str:
        """Return ``eid``, or, where it is taken, ``eid`` with the first free ordinal of its repetitions."""
        free, repeated = eid, 1
        while free in self.taken:
            repeated += 1
            free = f"{eid}_{repeated}"
        self.taken.add(free)
        return free

    def blank(self, part: str) -> str:
        """Return the eId of the next blank in the part of the document that ``part`` prefixes."""
        self.blanks[part] = self.blanks.get(part, 0) + 1
        own = f"fillIn_{self.blanks[part]}"
        return self.claim(f"{part}__{own}" if part else own)

    def stands(self, eid: str, origin: Line | Table) -> None:
        """Record where the element ``eid`` begins in the source, and what the reader repaired in it."""
        self.places.append((eid, origin.place))
        self.repaired(eid, origin)

    def repaired(self, eid: str, origin: Line | Table) -> None:
        """Record what the reader repaired in a line that belongs to the element ``eid``."""
        self.repairs.extend((eid, repair) for repair in origin.repairs)

    def write(self, meta: etree._Element, furniture: tuple[Furniture, ...]) -> None:
        """Write all of it into ``meta``."""
        for eid, unit, text in self.notes:
            akn_meta.note(meta, [text], eid=eid)
            note = akn_meta.ensure(meta, "notes")[-1]
            if unit is not None:
                note.set("placementBase", f"#{unit}")
        for eid, place in self.places:
            akn_meta.record_place(meta, eid, place.page, place.line)
        for eid, repair in self.repairs:
            akn_meta.record_repair(meta, akn_meta.RepairRecord(eid, repair.rule, repair.text, repair.line))
        for piece in furniture:
            akn_meta.record_furniture(
                meta, akn_meta.FurnitureRecord(piece.kind, piece.text, piece.place.page, piece.place.line)
            )
