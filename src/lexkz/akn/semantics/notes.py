"""Editors' notes: each mark in the text leads to a note, and each note is led to."""

from collections.abc import Iterator

from lxml import etree

from lexkz.akn.namespace import local
from lexkz.akn.semantics.document import IndexedDocument, found
from lexkz.akn.text import paragraphs
from lexkz.findings import Finding


def missing(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.note_missing``: ``noteRef`` leads to a ``note`` of the file (or to an ``authorialNote``)."""
    for element in document.named("noteRef"):
        if _leads_nowhere(document, element):
            reference = element.get("href", "")
            yield found(
                "akn.note_missing",
                element,
                text=reference,
                candidates=tuple(note.get("eId", "") for note in document.named("note"))[:3],
                reference=reference,
            )


def unused(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.note_unused``: a ``note`` is led to by a mark in the text, or names the unit that it stands at.

    While a mark leads nowhere, the note that it should lead to cannot be told: then only the mark is reported.
    """
    if any(_leads_nowhere(document, mark) for mark in document.named("noteRef")):
        return
    used = {element.get("href", "").removeprefix("#") for element in document.named("noteRef")}
    for element in document.named("note"):
        if element.get("eId") not in used and element.get("placementBase") is None:
            yield found("akn.note_unused", element, text=" ".join(paragraphs(element)))


def _leads_nowhere(document: IndexedDocument, mark: etree._Element) -> bool:
    reference = mark.get("href", "")
    note = document.target(reference)
    return reference.startswith("#") and (note is None or local(note) not in {"note", "authorialNote"})
