"""``analysis``: what the act does to others (active) and what was done to it (passive), one ``textualMod`` a change."""

from dataclasses import dataclass
from typing import Literal

from lxml import etree

from lexkz.akn.meta.sections import ensure_modifications
from lexkz.akn.namespace import E, q

Side = Literal["active", "passive"]
ModType = Literal["repeal", "substitution", "insertion", "replacement", "renumbering", "split", "join"]
Position = Literal["start", "before", "inside", "after", "end", "unspecified"]


@dataclass(frozen=True, slots=True)
class Destination:
    """What a modification acts on."""

    href: str
    """``#`` and an eId in this file, or the IRI of a unit of another act."""
    pos: Position | str | None = None
    """Of an insertion: where it goes, seen from ``href``."""
    up_to: str | None = None
    """Last unit of a range that begins with ``href``."""


@dataclass(frozen=True, slots=True)
class TextualMod:
    """One change of text."""

    type: ModType | str
    sources: tuple[str, ...]
    """Active: the ``mod`` of this file; passive: the ``mod`` of the amending act, by IRI."""
    destinations: tuple[Destination, ...]
    period: str | None = None
    """``#`` and the eId of the temporal group in which it is in force."""
    previous: str | None = None
    """Passive: the unit as it was, in the expression before, by IRI."""
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    """Active: the quoted text or structure that goes out and that comes in."""
    eid: str = ""
    """Given by :func:`textual_mod`."""
    told: bool = False
    """Passive: known only from an editors' note of an official edition, which says that it was, not what it was."""


def textual_mod(meta: etree._Element, side: Side, change: TextualMod) -> str:
    """Add a change to the active or passive modifications of ``meta`` and return its eId (``textualMod_1`` …)."""
    section = ensure_modifications(meta, f"{side}Modifications")
    analysis = section.getparent()
    assert analysis is not None
    eid = change.eid or f"textualMod_{sum(len(part) for part in analysis) + 1}"
    made = E.textualMod(eId=eid, type=change.type)
    if change.told:
        made.set("incomplete", "true")
    made.extend(E.source(href=href) for href in change.sources)
    for target in change.destinations:
        destination = E.destination(href=target.href)
        if target.pos:
            destination.set("pos", target.pos)
        if target.up_to:
            destination.set("upTo", target.up_to)
        made.append(destination)
    if change.period:
        made.append(E.force(period=change.period))
    if change.previous:
        made.append(E.previous(href=change.previous))
    made.extend(E.old(href=href) for href in change.old)
    made.extend(E.new(href=href) for href in change.new)
    section.append(made)
    return eid


def textual_mods(meta: etree._Element, side: Side, *, told: bool = False) -> tuple[TextualMod, ...]:
    """Return the changes on one side of ``analysis``, in the order of the file: those that were made here, or else
    those of which only a note ``told``."""
    return tuple(
        TextualMod(
            type=found.get("type", ""),
            sources=_hrefs(found, "source"),
            destinations=tuple(
                Destination(target.get("href", ""), target.get("pos"), target.get("upTo"))
                for target in found.iterfind(q("destination"))
            ),
            period=next((force.get("period") for force in found.iterfind(q("force"))), None),
            previous=next(iter(_hrefs(found, "previous")), None),
            old=_hrefs(found, "old"),
            new=_hrefs(found, "new"),
            eid=found.get("eId", ""),
            told=told,
        )
        for found in meta.iterfind(f"{q('analysis')}/{q(side + 'Modifications')}/{q('textualMod')}")
        if (found.get("incomplete") == "true") == told
    )


def _hrefs(parent: etree._Element, name: str) -> tuple[str, ...]:
    return tuple(found.get("href", "") for found in parent.iterfind(q(name)))
