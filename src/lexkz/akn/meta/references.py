"""``references``: acts, bodies and concepts that other metadata point to by eId."""

from typing import Literal

from lxml import etree

from lexkz.akn.meta.sections import ensure
from lexkz.akn.namespace import E, local

ActReference = Literal["original", "activeRef", "passiveRef"]

_SHORT = {"original": "ro", "activeRef": "ar", "passiveRef": "pr"}

_CONCEPTS = {
    "inForce": "in force",
    "entryIntoForce": "entry into force",
    "efficacy": "efficacy",
    "toldByNote": "told by an editors' note",
}


def reference(meta: etree._Element, name: str, eid: str, href: str, show_as: str) -> str:
    """Add a reference (``TLCOrganization``, ``TLCConcept``, …) unless it is there, and return its eId.

    Raises ``ValueError`` where the eId already names something else.
    """
    section = ensure(meta, "references")
    for known in section:
        if known.get("eId") == eid:
            if known.get("href") != href:
                raise ValueError(f"eId {eid!r} already names {known.get('href')!r}")
            return eid
    section.append(E(name, eId=eid, href=href, showAs=show_as))
    return eid


def act_reference(meta: etree._Element, kind: ActReference, href: str, show_as: str) -> str:
    """Return the eId of the reference to an act (``ro1``, ``ar1``, ``pr1`` …), added where it is not there yet.

    ``original`` is this work's first version, ``activeRef`` an act that it amends, ``passiveRef`` one that amends it.
    """
    section = ensure(meta, "references")
    same = [known for known in section if local(known) == kind]
    for known in same:
        if known.get("href") == href:
            return known.get("eId", "")
    taken = {known.get("eId") for known in section}
    number = len(same) + 1
    while f"{_SHORT[kind]}{number}" in taken:
        number += 1
    eid = f"{_SHORT[kind]}{number}"
    made = E(kind, eId=eid, href=href, showAs=show_as)
    if same:
        same[-1].addnext(made)
    else:
        section.insert(sum(local(known) in _SHORT and _rank(known) < _rank(made) for known in section), made)
    return eid


def concept(meta: etree._Element, eid: str) -> str:
    """Return ``#eid`` of a concept that events and intervals refer to (``inForce``), added where it is missing."""
    reference(meta, "TLCConcept", eid, f"/akn/ontology/concept/{eid}", _CONCEPTS.get(eid, eid))
    return f"#{eid}"


def _rank(element: etree._Element) -> int:
    return list(_SHORT).index(local(element))
