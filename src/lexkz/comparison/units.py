"""An act as a flat run of units with their own lines: what two expressions are compared by."""

from collections import Counter
from dataclasses import dataclass

from lxml import etree

from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import local, q
from lexkz.akn.text import paragraphs

_WHOLE = frozenset({"longTitle", "conclusions", "preface", "preamble", "block", "container"})
"""Elements compared as one unit, all their lines together."""


@dataclass(frozen=True, slots=True)
class UnitText:
    """One unit and the lines that stand in it, without those of the units below it."""

    eid: str
    kind: str
    """Name of its element: ``paragraph``, ``alinea``, ``tr``, …"""
    text: str
    """Its number, heading and own lines, one a line; a table row with its cells parted by tabs."""
    element: etree._Element
    removed: bool = False
    """True where the unit was repealed and keeps its number only."""
    placed: bool = False
    """True where the element has no eId, and ``eid`` is made of its place among its like."""


def unit_texts(root: etree._Element) -> tuple[UnitText, ...]:
    """Return the units of an act in document order, attachments after the body, as they stand in the file."""
    found: list[UnitText] = []
    document = root[0] if local(root) == "akomaNtoso" and len(root) else root
    _walk(document, found, "")
    return tuple(found)


def _walk(element: etree._Element, found: list[UnitText], near: str) -> None:
    places: Counter[str] = Counter()
    for child in element:
        name = local(child)
        if name == "":
            continue
        places[name] += 1
        if name in ("meta", "toc"):
            continue
        eid = child.get("eId") or ""
        # A name for an element without an eId, from its place among its like: stable while none comes before it.
        placed = f"{near}__{name}_{places[name]}"
        if name in HIERARCHY:
            text = "\n".join(_own(child))
            found.append(UnitText(eid or placed, name, text, child, child.get("status") == "removed", not eid))
            _walk(child, found, eid or placed)
        elif name == "tr":
            found.append(UnitText(eid or placed, name, _row(child), child, placed=not eid))
        elif name in _WHOLE or (name == "p" and local(element) not in ("content", "intro", "wrapUp")):
            _add_whole(child, found, eid or placed, placed=not eid)
        elif name in ("content", "intro", "wrapUp", "heading", "num", "p"):
            _tables(child, found, near)
        else:
            _walk(child, found, eid or near)


def _row(row: etree._Element) -> str:
    return "\n".join(paragraphs(row))


def _add_whole(child: etree._Element, found: list[UnitText], eid: str, *, placed: bool) -> None:
    title = child.find(q("longTitle")) if local(child) == "preface" else None
    if title is None:
        found.append(UnitText(eid, local(child), "\n".join(paragraphs(child)), child, placed=placed))
        return
    own = title.get("eId")
    text = "\n".join(paragraphs(title))
    found.append(UnitText(own or f"{eid}__longTitle", "longTitle", text, title, placed=not own))
    places: Counter[str] = Counter()
    for other in child:
        name = local(other)
        places[name] += 1
        if other is not title and name not in ("", "toc"):
            own = other.get("eId")
            inner = own or f"{eid}__{name}_{places[name]}"
            found.append(UnitText(inner, name, "\n".join(paragraphs(other)), other, placed=not own))


def _own(unit: etree._Element) -> list[str]:
    """The unit's number, heading and lines; tables in it are units of their own."""
    num = ""
    lines: list[str] = []
    for child in unit:
        name = local(child)
        if name == "num":
            num = " ".join(paragraphs(child))
        elif name in ("heading", "subheading", "crossHeading"):
            lines.extend(paragraphs(child))
        elif name in ("intro", "content", "wrapUp"):
            for block in child:
                if local(block) != "table":
                    lines.extend(paragraphs(block))
    if num and lines:
        lines[0] = f"{num} {lines[0]}"
    elif num:
        lines = [num]
    return lines


def _tables(holder: etree._Element, found: list[UnitText], near: str) -> None:
    for number, table in enumerate(holder.iter(q("table")), start=1):
        own = table.get("eId") or f"{near}__table_{number}"
        for place, row in enumerate(table.findall(q("tr")), start=1):
            eid = row.get("eId")
            found.append(UnitText(eid or f"{own}__tr_{place}", "tr", _row(row), row, placed=not eid))
