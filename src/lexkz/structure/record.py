"""The record of one building: eIds that are taken; places, repairs, editors' notes and findings for ``meta``."""

from dataclasses import dataclass, field

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.akn.eids import eid
from lexkz.findings import Finding
from lexkz.languages.detect import Lang
from lexkz.reading.blocks import Furniture, Place, Repair, Table
from lexkz.structure.lines import Line


@dataclass(slots=True)
class Record:
    """What is gathered while an act is built; every part of the builder writes to the same one."""

    lang: Lang
    wrapped: bool = False
    """True where line ends in the corner marks of the source are layout; a plain text's lines are paragraphs."""
    taken: set[str] = field(default_factory=set)
    places: list[tuple[str, Place]] = field(default_factory=list)
    repairs: list[tuple[str, Repair]] = field(default_factory=list)
    notes: list[tuple[str, str | None, str]] = field(default_factory=list)
    """eId, the eId of the unit it speaks of, and text of each editors' note."""
    findings: list[Finding] = field(default_factory=list)
    repeated: dict[str, int] = field(default_factory=dict)
    """The last ordinal given to the repetitions of an eId: the search for a free one goes on from there."""
    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    """Elements counted so far, by short name and the eId of what they are counted in."""

    def claim(self, wanted: str) -> str:
        """Return the eId ``wanted``, or, where it is taken, the same with the first free ordinal of its repetitions."""
        free, repeated = wanted, self.repeated.get(wanted, 1)
        while free in self.taken:
            repeated += 1
            free = f"{wanted}_{repeated}"
        self.taken.add(free)
        if repeated > 1:
            self.repeated[wanted] = repeated
        return free

    def ordinal(self, name: str, parent: str) -> str:
        """Return the eId of the next ``name`` (``p``, ``table``, ``fillIn``), counted in ``parent``, its prefix."""
        while True:
            number = self.counts[name, parent] = self.counts.get((name, parent), 0) + 1
            own = eid(name, str(number), parent)
            if own not in self.taken:
                return self.claim(own)

    def stands(self, own: str, origin: Line | Table) -> None:
        """Record where the element ``own`` begins in the source, and what the reader repaired in it."""
        self.places.append((own, origin.place))
        self.repaired(own, origin)

    def repaired(self, own: str, origin: Line | Table) -> None:
        """Record what the reader repaired in a line that belongs to the element ``own``."""
        self.repairs.extend((own, repair) for repair in origin.repairs)

    def editors_note(self, text: str, unit: str | None) -> None:
        """Keep an editors' note that speaks of the element ``unit``; None: of the act."""
        self.notes.append((self.ordinal("note", ""), unit, text))

    def write(self, meta: etree._Element, furniture: tuple[Furniture, ...]) -> None:
        """Write all of it into ``meta``."""
        for own, unit, text in self.notes:
            akn_meta.note(meta, [text], eid=own)
            note = akn_meta.ensure(meta, "notes")[-1]
            if unit is not None:
                note.set("placementBase", f"#{unit}")
        for own, place in self.places:
            akn_meta.record_place(meta, own, place.page, place.line, place.anchor, place.box)
        for own, repair in self.repairs:
            akn_meta.record_repair(meta, akn_meta.RepairRecord(own, repair.rule, repair.text, repair.line))
        for piece in furniture:
            akn_meta.record_furniture(
                meta, akn_meta.FurnitureRecord(piece.kind, piece.text, piece.place.page, piece.place.line)
            )
