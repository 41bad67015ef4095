"""``lifecycle`` and ``temporalData``: what happened to the act, and the periods that units of it point to."""

from dataclasses import dataclass
from typing import Literal

from lxml import etree

from lexkz.akn.iris import UNKNOWN_DATE
from lexkz.akn.meta.references import concept
from lexkz.akn.meta.sections import ensure
from lexkz.akn.namespace import E, q

TOLD = "toldByNote"
"""Concept of an event of which only an editors' note tells: its date is that of the amending act."""
EventType = Literal["generation", "amendment", "repeal"]


@dataclass(frozen=True, slots=True)
class Event:
    """One event in the life of an act."""

    eid: str
    type: EventType | str
    date: str | None
    """ISO date; None where the file says that it is not known."""
    source: str
    """``#`` and the eId of the reference to the act that made it happen."""
    refers_to: str | None = None


def event(
    meta: etree._Element,
    *,
    date: str | None,
    type: EventType,  # noqa: A002
    source: str,
    refers_to: str | None = None,
) -> str:
    """Return the eId of an event of the act's life (``eventRef_1`` …), added where there is none like it.

    ``date`` is ISO, None where it is not known; ``source`` is ``#`` and the eId of a reference to the act that made it
    happen; ``refers_to`` names a concept (``entryIntoForce``).
    """
    section = ensure(meta, "lifecycle")
    wanted = {"type": type, "date": date or UNKNOWN_DATE, "source": source}
    if refers_to:
        wanted["refersTo"] = concept(meta, refers_to)
    for known in section:
        if {str(name): str(value) for name, value in known.attrib.items() if name != "eId"} == wanted:
            return str(known.get("eId"))
    eid = f"eventRef_{len(section) + 1}"
    section.append(E.eventRef(eId=eid, **wanted))
    return eid


def events(meta: etree._Element) -> tuple[Event, ...]:
    """Return the events of ``lifecycle`` in the order of the file, without those that only a note tells of."""
    return tuple(
        Event(
            eid=known.get("eId", ""),
            type=known.get("type", ""),
            date=None if known.get("date") == UNKNOWN_DATE else known.get("date"),
            source=known.get("source", ""),
            refers_to=known.get("refersTo"),
        )
        for known in meta.iterfind(f"{q('lifecycle')}/{q('eventRef')}")
        if known.get("refersTo") != f"#{TOLD}"
    )


def temporal_group(
    meta: etree._Element, *, start: str | None, end: str | None = None, refers_to: str = "inForce"
) -> str:
    """Return the eId of the period between two events (``tg_1`` …), added where there is none like it.

    ``start`` and ``end`` are eIds of events; units carry the period as ``period="#tg_1"``.
    """
    section = ensure(meta, "temporalData")
    wanted = {name: f"#{eid}" for name, eid in (("start", start), ("end", end)) if eid}
    wanted["refersTo"] = concept(meta, refers_to)
    for known in section:
        if len(known) == 1 and {str(name): str(value) for name, value in known[0].attrib.items()} == wanted:
            return str(known.get("eId"))
    eid = f"tg_{len(section) + 1}"
    section.append(E.temporalGroup(E.timeInterval(**wanted), eId=eid))
    return eid
