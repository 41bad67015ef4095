"""Links within the file: what begins with ``#`` names an element of the right kind."""

from collections.abc import Iterator

from lxml import etree

from lexkz.akn.iris import UNKNOWN_DATE
from lexkz.akn.namespace import local
from lexkz.akn.semantics.document import IndexedDocument, found, inside
from lexkz.findings import Finding

_LINKS = ("href", "from", "upTo", "source", "refersTo", "placementBase")
_OWN_RULES = frozenset({"noteRef", "destination"})
"""Elements whose links have rules of their own."""


def href(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.href_dangling``: ``#eId`` in a link names an element of the file."""
    for element in document.elements:
        name = local(element)
        if name in _OWN_RULES or (name == "source" and inside(element, "activeModifications") is not None):
            continue
        for attribute in _LINKS:
            value = element.get(attribute)
            if value is None or "#" not in value:
                continue
            for reference in value.split():
                if reference.startswith("#") and document.target(reference) is None:
                    yield _dangling("akn.href_dangling", document, element, attribute, reference)


def quoted_for(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.for_dangling``: ``for`` of a quoted text or structure names the reference that it belongs to."""
    for element in document.named("quotedStructure", "quotedText"):
        reference = element.get("for")
        if reference is not None and document.target(reference) is None:
            yield _dangling("akn.for_dangling", document, element, "for", reference)


def period(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.period_dangling``: ``period`` names a temporal group."""
    for element in document.elements:
        reference = element.get("period")
        if reference is None:
            continue
        group = document.target(reference)
        if group is None or local(group) != "temporalGroup":
            yield found(
                "akn.period_dangling",
                element,
                text=reference,
                candidates=tuple(other.get("eId", "") for other in document.named("temporalGroup"))[:3],
                name=local(element),
                reference=reference,
            )


def interval(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.interval_dangling``: an interval begins and ends with events of the lifecycle."""
    for element in document.named("timeInterval"):
        for attribute in ("start", "end"):
            reference = element.get(attribute)
            if reference is None:
                continue
            event = document.target(reference)
            if event is None or local(event) != "eventRef":
                yield found(
                    "akn.interval_dangling",
                    element,
                    text=reference,
                    candidates=tuple(other.get("eId", "") for other in document.named("eventRef"))[:3],
                    attribute=attribute,
                    reference=reference,
                )


def interval_order(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.interval_reversed``: an interval does not end before it begins."""
    for element in document.named("timeInterval"):
        start, end = (_date(document, element.get(attribute)) for attribute in ("start", "end"))
        if start and end and end < start:
            yield found("akn.interval_reversed", element, start=start, end=end)


def _date(document: IndexedDocument, reference: str | None) -> str | None:
    event = document.target(reference) if reference else None
    date = event.get("date") if event is not None else None
    return None if date == UNKNOWN_DATE else date


def _dangling(code: str, document: IndexedDocument, element: etree._Element, attribute: str, reference: str) -> Finding:
    name = local(element)
    return found(
        code,
        element,
        text=reference,
        candidates=document.near(reference),
        name=name,
        attribute=attribute,
        reference=reference,
    )
