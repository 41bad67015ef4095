"""An act as a flat run of units with their own lines: what two expressions are compared by."""

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


def unit_texts(root: etree._Element) -> tuple[UnitText, ...]:
    """Return the units of an act in document order, attachments after the body, as they stand in the file."""
    found: list[UnitText] = []
    document = root[0] if local(root) == "akomaNtoso" and len(root) else root
    _walk(document, found, "")
    return tuple(found)


def _walk(element: etree._Element, found: list[UnitText], near: str) -> None:
    for child in element:
        name = local(child)
        if name in ("", "meta", "toc"):
            continue
        eid = child.get("eId") or ""
        if name in HIERARCHY:
            found.append(UnitText(eid, name, "\n".join(_own(child)), child, child.get("status") == "removed"))
            _walk(child, found, eid)
        elif name == "tr":
            found.append(UnitText(eid or _by_place(child, near), name, "\n".join(paragraphs(child)), child))
        elif name in _WHOLE or (name == "p" and local(element) not in ("content", "intro", "wrapUp")):
            _add_whole(child, found, eid or _by_place(child, near))
        elif name in ("content", "intro", "wrapUp", "heading", "num", "p"):
            _tables(child, found, near)
        else:
            _walk(child, found, eid or near)


def _by_place(element: etree._Element, near: str) -> str:
    """A name for an element without an eId, from its place among its like under one parent: stable between versions."""
    place = sum(1 for _ in element.itersiblings(str(element.tag), preceding=True)) + 1
    return f"{near}__{local(element)}_{place}"


def _add_whole(child: etree._Element, found: list[UnitText], eid: str) -> None:
    title = child.find(q("longTitle")) if local(child) == "preface" else None
    if title is not None:
        found.append(
            UnitText(title.get("eId") or f"{eid}__longTitle", "longTitle", "\n".join(paragraphs(title)), title)
        )
        for other in child:
            if other is not title and local(other) not in ("", "toc"):
                inner = other.get("eId") or _by_place(other, eid)
                found.append(UnitText(inner, local(other), "\n".join(paragraphs(other)), other))
        return
    found.append(UnitText(eid, local(child), "\n".join(paragraphs(child)), child))


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
    for table in holder.iter(q("table")):
        for row in table.findall(q("tr")):
            eid = row.get("eId") or _by_place(row, f"{near}__{local(table)}")
            found.append(UnitText(eid, "tr", "\n".join(paragraphs(row)), row))
