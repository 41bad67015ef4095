"""Gaps: the places of an outline where text is not known, each shown once by ``omissis``."""

from lxml import etree

from lexkz.akn.namespace import E, q
from lexkz.consolidation.tree.counted_lines import GAP


def gap(eid: str) -> etree._Element:
    """Return a gap between units: ``<hcontainer name="omissis"><content><p><omissis/></p></content></hcontainer>``."""
    return E.hcontainer(E.content(unknown()), eId=eid, name=GAP)


def row_gap() -> etree._Element:
    """Return a gap between the rows of a table: one cell, since nobody knows how many there are."""
    return E.tr(E.td(unknown()), **{"class": GAP})


def unknown() -> etree._Element:
    """Return a ``p`` of which nothing is known."""
    return E.p(E.omissis())


def like(found: etree._Element, eid: str) -> etree._Element:
    """Return a gap of the same kind as ``found``."""
    if found.tag == q("tr"):
        return row_gap()
    return gap(eid)
