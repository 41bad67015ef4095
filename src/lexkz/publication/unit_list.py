"""An act as a flat run of units, each with its own lines: what units by eId, ndjson and searches are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.akn.eids import own_number
from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import NAMESPACES, local, q
from lexkz.akn.text import visible
from lexkz.findings import FindingPlace
from lexkz.publication.sheet.lay import language, lay
from lexkz.publication.sheet.model import SheetLine, SheetTable
from lexkz.publication.units import unit_iri, unit_number
from lexkz.structure import Act

_ALWAYS = HIERARCHY | {"attachment", "tr"}
"""Elements that are units even where no line is their own."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days on which a unit reads as it does; None where a day is open or not known."""

    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True, eq=False)
class UnitEntry:
    """One unit of an act, as its tree has it."""

    eid: str | None
    element: etree._Element
    number: str | None
    """Bare number (``29-1``)."""
    num: str | None
    """Number as printed."""
    heading: str | None
    """Heading as printed; of an annex, its title."""
    lines: tuple[str, ...]
    """Its own lines, number and heading among them, without those of the units below it; a table row is one line."""
    parent: "UnitEntry | None"
    quoted: bool
    """True where it is new text that an amending act quotes."""
    place: FindingPlace
    """Where it begins in the source."""
    in_force: Period | None
    """Set where an amendment made it read so, and the day is known."""
    iri: str | None
    """Work IRI with the eId: the same in every version. None where the act's date or number is not known."""

    @property
    def kind(self) -> str:
        """Name of its Akoma Ntoso element."""
        return local(self.element)

    @property
    def label(self) -> str:
        """What it is called in a breadcrumb: number and heading, or the eId's last step."""
        said = " ".join(part for part in (self.num, self.heading) if part)
        return said or (self.eid or self.kind).rpartition("__")[2]


def unit_list(act: Act) -> tuple[UnitEntry, ...]:
    """Return the units of an act in the order of its tree: all hierarchical units, annexes, table rows, and whatever
    else has lines of its own (title, preamble, paragraphs of annexes, signature).

    Each line of the act's own words stands in exactly one unit; editors' notes in none.
    """
    lines = _own_lines(act)
    made: dict[etree._Element, UnitEntry] = {}
    walk = _ListWalk(act)
    nameless = lines.pop("", [])
    for element in act.root.iter(etree.Element):
        eid = element.get("eId")
        name = local(element)
        own = lines.pop(eid, []) if eid else []
        if not own and name not in _ALWAYS:
            continue
        made[element] = walk.entry(element, eid, tuple(own), made)
    if nameless:  # lines outside all eIds, as acts of other makers have them
        document = next((child for child in act.root if local(child)), act.root)
        made = {document: walk.entry(document, None, tuple(nameless), {}), **made}
    assert not any(lines.values()), "a line belongs to no element"
    return tuple(made.values())


class _ListWalk:
    def __init__(self, act: Act) -> None:
        section = akn_meta.of(act.root)
        identity = akn_meta.read_identity(act.root)
        self.work = identity.work if identity.known else None
        self.places = akn_meta.places(section)
        self.periods = _periods(section)

    def entry(
        self, element: etree._Element, eid: str | None, lines: tuple[str, ...], made: dict[etree._Element, UnitEntry]
    ) -> UnitEntry:
        name = local(element)
        num = element.find(q("num"))
        printed = visible(num) if num is not None else None
        parent = next((made[above] for above in element.iterancestors() if above in made), None)
        return UnitEntry(
            eid=eid,
            element=element,
            number=unit_number(printed, eid) if printed is not None else _of_eid(eid, name),
            num=printed,
            heading=_heading(element, name),
            lines=lines,
            parent=parent,
            quoted=any(local(above) == "quotedStructure" for above in (element, *element.iterancestors())),
            place=self.places.get(eid or "", FindingPlace(eid=eid)),
            in_force=self._period(element),
            iri=unit_iri(element, self.work),
        )

    def _period(self, element: etree._Element) -> Period | None:
        for one in (element, *element.iterancestors()):
            period = one.get("period")
            if period is not None:
                return self.periods.get(period.removeprefix("#"))
        return None


def _own_lines(act: Act) -> dict[str, list[str]]:
    """Lines by the eId of what they stand in; gaps for unknown text are no words of the act."""
    found: dict[str, list[str]] = {}
    for eid, line in _laid(act):
        if line.strip():
            found.setdefault(eid, []).append(line)
    return found


def _laid(act: Act) -> Iterator[tuple[str, str]]:
    for block in lay(act.root, lang=language(act.root), notes=False):
        if isinstance(block, SheetTable):
            for row in block.rows:
                cells = (" ".join(filter(None, map(_words, cell.lines))) for cell in row.cells)
                yield row.eid or block.eid, "\t".join(cells)
        else:
            yield block.eid, _words(block)


def _words(line: SheetLine) -> str:
    return "".join(run.text for run in line.runs if run.look not in ("gap", "marker")).strip()


def _heading(element: etree._Element, name: str) -> str | None:
    if name == "attachment":
        found = element.find("akn:doc/akn:preface//akn:docTitle", NAMESPACES)
        return visible(found) if found is not None else None
    found = element.find(q("heading"))
    return visible(found) if found is not None else None


def _of_eid(eid: str | None, name: str) -> str | None:
    """Rows, alineas and annexes print their numbers elsewhere or not at all; their eIds have them."""
    number = own_number(eid) if name in ("alinea", "attachment", "tr") else None
    # A row without a number has its place as a name: r1, r2 ...
    return None if number is None or (name == "tr" and re.fullmatch("r[0-9]+", number)) else number


def _periods(section: etree._Element) -> dict[str, Period]:
    """Periods of which the first day is known to be that of entry into force, by eId."""
    events = {event.eid: event for event in akn_meta.events(section)}
    found: dict[str, Period] = {}
    for group in section.iterfind("akn:temporalData/akn:temporalGroup", NAMESPACES):
        for interval in group:
            start, end = (events.get((interval.get(name) or "").removeprefix("#")) for name in ("start", "end"))
            if start is not None and start.refers_to == "#entryIntoForce":
                found[group.get("eId", "")] = Period(start.date, end.date if end is not None else None)
    return found
