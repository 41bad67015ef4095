"""``notes``: the editors' notes of a consolidated text, and the marks in the text that lead to them."""

from collections.abc import Sequence

from lxml import etree

from lexkz.akn.meta.sections import ensure
from lexkz.akn.namespace import E


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
