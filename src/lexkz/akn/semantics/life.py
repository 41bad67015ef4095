"""The act's life: when it was made, and from which original it comes."""

from collections.abc import Iterator

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.akn.semantics.document import Document, found
from lexkz.findings import Finding


def lifecycle_missing(document: Document) -> Iterator[Finding]:
    """``akn.lifecycle_missing``: the act's ``lifecycle`` has the event that made it."""
    for meta in document.metas[:1]:
        events = meta.iterfind(f"{q('lifecycle')}/{q('eventRef')}")
        if not any(event.get("type") == "generation" for event in events):
            yield found("akn.lifecycle_missing", meta)


def original_missing(document: Document) -> Iterator[Finding]:
    """``akn.original_missing``: ``references`` names the act's first expression."""
    for meta in document.metas[:1]:
        if _original(meta) is None:
            yield found("akn.original_missing", meta)


def _original(meta: etree._Element) -> etree._Element | None:
    return meta.find(f"{q('references')}/{q('original')}")
