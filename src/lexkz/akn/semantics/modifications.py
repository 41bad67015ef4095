"""Modifications: each ``mod`` of the text has its effect in ``analysis``, and each effect what it needs."""

from collections.abc import Iterator

from lxml import etree

from lexkz.akn.namespace import local, q
from lexkz.akn.semantics.document import IndexedDocument, found, inside
from lexkz.akn.text import visible
from lexkz.findings import Finding

_ACTIVE, _PASSIVE = "activeModifications", "passiveModifications"
_MODS = ("mod", "mmod", "rmod")


def without_effect(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.mod_without_effect``: a ``mod`` is the source of an active modification.

    One inside a quoted structure is part of the new text of another act: it is no command of this one.
    """
    sources = {
        source.get("href", "").removeprefix("#")
        for section in document.named(_ACTIVE)
        for source in section.iter(q("source"))
    }
    for element in document.named(*_MODS):
        if element.get("eId") not in sources and inside(element, "quotedStructure") is None:
            yield found("akn.mod_without_effect", element, text=visible(element))


def without_mod(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.effect_without_mod``: the source of an active modification is a ``mod`` of this file."""
    for change in _changes(document, _ACTIVE):
        for source in change.iterfind(q("source")):
            reference = source.get("href", "")
            element = document.target(reference) if reference.startswith("#") else None
            if element is None or local(element) not in _MODS:
                yield found(
                    "akn.effect_without_mod",
                    source,
                    text=reference,
                    candidates=document.near(reference),
                    reference=reference,
                )


def new_missing(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.new_missing``: an active insertion or substitution says what comes in."""
    for change in _changes(document, _ACTIVE):
        kind = change.get("type", "")
        if kind in {"insertion", "substitution", "replacement"} and change.find(q("new")) is None:
            yield found("akn.new_missing", change, kind=kind)


def previous_missing(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.previous_missing``: a passive substitution leads to the text as it was, unless only a note tells of it."""
    for change in _changes(document, _PASSIVE):
        kind = change.get("type", "")
        if kind not in {"substitution", "replacement"} or change.get("incomplete") == "true":
            continue
        if change.find(q("previous")) is None and change.find(q("old")) is None:
            yield found("akn.previous_missing", change, kind=kind)


def destination_missing(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.destination_missing``: a passive modification acts on units that stand in this file."""
    for change in _changes(document, _PASSIVE):
        for destination in change.iterfind(q("destination")):
            for attribute in ("href", "upTo"):
                reference = destination.get(attribute, "")
                if reference.startswith("#") and document.target(reference) is None:
                    yield found(
                        "akn.destination_missing",
                        destination,
                        text=reference,
                        candidates=document.near(reference),
                        reference=reference,
                    )


def _changes(document: IndexedDocument, side: str) -> Iterator[etree._Element]:
    for section in document.named(side):
        yield from section.iterfind(q("textualMod"))
