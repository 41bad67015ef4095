"""What is not known is marked, in the text by ``omissis`` and in ``meta``; what is repealed has nothing below it."""

from collections.abc import Iterator

from lexkz.akn.elements import HIERARCHY
from lexkz.akn.meta import is_outline
from lexkz.akn.namespace import local
from lexkz.akn.semantics.document import IndexedDocument, found, inside
from lexkz.findings import Finding


def unmarked(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.outline_unmarked``: text with ``omissis`` says in ``meta`` that it is an outline.

    An ``omissis`` in quoted content belongs to the text that is quoted.
    """
    if any(is_outline(meta) for meta in document.metas):
        return
    for element in document.named("omissis"):
        if inside(element, "quotedStructure", "quotedText") is None:
            yield found("akn.outline_unmarked", element)
            return


def complete(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.outline_complete``: what is marked as an outline has an ``omissis``."""
    if document.by_name.get("omissis"):
        return
    for meta in document.metas:
        if is_outline(meta):
            yield found("akn.outline_complete", meta)


def removed_with_units(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.removed_with_units``: a unit with ``status="removed"`` keeps its number and the official words only."""
    for element in document.named(*sorted(HIERARCHY)):
        if element.get("status") != "removed":
            continue
        below = [child for child in element if local(child) in HIERARCHY]
        if below:
            yield found(
                "akn.removed_with_units", element, candidates=tuple(child.get("eId", "") for child in below)[:3]
            )
