"""Gaps: the places of an outline where text is not known, each shown once by ``omissis``."""

from lxml import etree

from lexkz.akn.cells import span
from lexkz.akn.namespace import E, q
from lexkz.consolidate.lines import GAP, is_gap


def gap(eid: str) -> etree._Element:
    """Return a gap between units: ``<hcontainer name="omissis"><content><p><omissis/></p></content></hcontainer>``."""
    return E.hcontainer(E.content(unknown()), eId=eid, name=GAP)


def row_gap(columns: int = 1) -> etree._Element:
    """Return a gap between the rows of a table."""
    cell = E.td(unknown())
    if columns > 1:
        cell.set("colspan", str(columns))
    return E.tr(cell, **{"class": GAP})


def unknown() -> etree._Element:
    """Return a ``p`` of which nothing is known."""
    return E.p(E.omissis())


def like(found: etree._Element, eid: str) -> etree._Element:
    """Return a gap of the same kind as ``found``."""
    if found.tag == q("tr"):
        return row_gap(sum(span(cell, "colspan") for cell in found))
    return gap(eid)


def unit_before(element: etree._Element) -> tuple[etree._Element | None, etree._Element | None]:
    """Return the gap right before ``element``, if any, and the sibling that is not a gap before that."""
    previous = element.getprevious()
    if previous is not None and is_gap(previous):
        return previous, previous.getprevious()
    return None, previous
