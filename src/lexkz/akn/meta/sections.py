"""The sections of ``meta`` and of ``analysis``, in the order in which the XSD wants them."""

from collections.abc import Sequence

from lxml import etree

from lexkz.akn.namespace import E, local, q

OWN_SOURCE = "#lexkz"
"""Who says so: the ``source`` of every section that lexkz writes; :func:`main_meta` adds the reference it points to."""


_META = (
    "identification",
    "publication",
    "classification",
    "lifecycle",
    "workflow",
    "analysis",
    "temporalData",
    "references",
    "notes",
    "proprietary",
    "presentation",
)


_ANALYSIS = (
    "activeModifications",
    "passiveModifications",
    "restrictions",
    "judicial",
    "parliamentary",
    "mappings",
    "otherReferences",
    "otherAnalysis",
)


_UNSOURCED = frozenset({"publication", "activeModifications", "passiveModifications"})


def of(element: etree._Element) -> etree._Element:
    """Return the ``meta`` of a document: of an ``akomaNtoso`` root, or of an ``act`` or ``doc``.

    Raises ``ValueError`` where there is none.
    """
    document = element[0] if local(element) == "akomaNtoso" and len(element) else element
    found = document.find(q("meta"))
    if found is None:
        raise ValueError(f"No meta in {local(document)!r}")
    return found


def ensure(meta: etree._Element, name: str) -> etree._Element:
    """Return the section ``name`` of ``meta``, made in its place where it is missing."""
    return _child(meta, name, _META)


def ensure_modifications(meta: etree._Element, name: str) -> etree._Element:
    """Return ``activeModifications`` or ``passiveModifications`` of ``meta``, made in its place where it is missing."""
    return _child(ensure(meta, "analysis"), name, _ANALYSIS)


def publication(
    meta: etree._Element, *, name: str, show_as: str, date: str | None, number: str | None = None
) -> etree._Element | None:
    """Set where and when (ISO ``date``) the act was officially published; without a date nothing is written."""
    if date is None:
        return None
    section = ensure(meta, "publication")
    section.attrib.update({"name": name, "showAs": show_as, "date": date})
    if number is not None:
        section.set("number", number)
    return section


def put(parent: etree._Element, child: etree._Element, order: tuple[str, ...] = _META) -> None:
    """Insert ``child`` into ``parent`` where ``order`` wants it, after others of its name."""
    rank = order.index(local(child))
    for position, sibling in enumerate(parent):
        if local(sibling) in order and order.index(local(sibling)) > rank:
            parent.insert(position, child)
            return
    parent.append(child)


def _child(parent: etree._Element, name: str, order: tuple[str, ...]) -> etree._Element:
    found = parent.find(q(name))
    if found is None:
        found = E(name) if name in _UNSOURCED else E(name, source=OWN_SOURCE)
        put(parent, found, order)
    return found


def note(meta: etree._Element, paragraphs: Sequence[str], *, eid: str | None = None, at: str | None = None) -> str:
    """Add an editors' note of one or more paragraphs and return its eId (``note_1`` … unless given).

    ``at`` is the eId of the unit that the note stands at, for a note that no mark in the text leads to.
    """
    section = ensure(meta, "notes")
    eid = eid or f"note_{len(section) + 1}"
    made = E.note(*(E.p(paragraph) for paragraph in paragraphs), eId=eid)
    if at is not None:
        made.set("placementBase", f"#{at}")
    section.append(made)
    return eid


def note_ref(eid: str, marker: str = "*") -> etree._Element:
    """Return the mark that leads from the text to the note with ``eid``."""
    return E.noteRef(href=f"#{eid}", marker=marker)
