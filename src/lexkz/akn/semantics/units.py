"""Units: what is repealed has nothing below it."""

from collections.abc import Iterator

from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import local
from lexkz.akn.semantics.document import Document, found
from lexkz.findings import Finding


def removed_with_units(document: Document) -> Iterator[Finding]:
    """``akn.removed_with_units``: a unit with ``status="removed"`` keeps its number and the official words only."""
    for element in document.named(*sorted(HIERARCHY)):
        if element.get("status") != "removed":
            continue
        below = [child for child in element if local(child) in HIERARCHY]
        if below:
            yield found(
                "akn.removed_with_units", element, candidates=tuple(child.get("eId", "") for child in below)[:3]
            )
