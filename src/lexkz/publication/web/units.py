"""Which units stand on which lines: the chain of units that holds a line, and what begins on it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import local, q
from lexkz.akn.text import visible
from lexkz.publication.sheet.model import Block, SheetLine

_NO_UNITS = frozenset({"part", "section", "subsection", "chapter", "subchapter", "title", "book", "tome"})
"""Divisions: a heading leads to them."""


@dataclass(frozen=True, slots=True)
class Units:
    """The units of an act by eId."""

    chains: Mapping[str, tuple[str, ...]]
    """An eId to the eIds of the units that hold it and itself where it is one, outermost first."""
    attachments: Mapping[str, str]
    """An eId to that of the annex it stands in; empty for the act's own text."""
    depths: Mapping[str, int]
    """An annex to how deep it is among annexes; 1 for one of the act's own."""
    numbers: Mapping[str, str]
    """A unit to its number as printed."""
    quoted: frozenset[str]
    """eIds of what an amending act quotes."""
    rows: frozenset[str]
    """eIds of tables and of their rows."""
    lines: Mapping[str, int]
    """A unit to how many lines it has, those of units below it included."""
    anchors: Mapping[str, tuple[str, ...]]
    """A line's eId to units that begin on a line of it and have none of their own."""


def units_of(root: etree._Element, flow: Iterable[Block]) -> Units:
    """Return the units of the act in ``root`` as ``flow`` shows them."""
    chains: dict[str, tuple[str, ...]] = {}
    attachments: dict[str, str] = {}
    depths: dict[str, int] = {}
    numbers: dict[str, str] = {}
    quoted: set[str] = set()
    rows: set[str] = set()

    stack: list[tuple[etree._Element, tuple[str, ...], str, int, bool]] = [(root, (), "", 0, False)]
    while stack:
        element, chain, attachment, depth, in_quote = stack.pop()
        name, eid = local(element), element.get("eId") or ""
        if not name or name == "meta":
            continue
        in_quote = in_quote or name == "quotedStructure"
        if name == "attachment":
            chain, attachment, depth = (), eid, depth + 1
            depths[eid] = depth
        elif eid and _is_unit(element, name, in_quote):
            chain = (*chain, eid)
            number = element.find(q("num"))
            if number is not None:
                numbers[eid] = visible(number)
        if eid:
            chains[eid] = chain
            attachments[eid] = attachment
            if in_quote:
                quoted.add(eid)
            if name in ("tr", "table"):
                rows.add(eid)
        stack.extend((child, chain, attachment, depth, in_quote) for child in reversed(element))

    counted: Counter[str] = Counter()
    shown: set[str] = set()
    for block in flow:
        if block.eid:
            shown.add(block.eid)
            counted.update(chains.get(block.eid, ()))
    anchors = _anchors(chains, shown)
    return Units(chains, attachments, depths, numbers, frozenset(quoted), frozenset(rows), counted, anchors)


def _is_unit(element: etree._Element, name: str, in_quote: bool) -> bool:
    if name == "hcontainer":
        return False
    if in_quote:
        return name in HIERARCHY or name == "quotedStructure"
    if name == "article":
        return element.find(q("heading")) is None
    return name in HIERARCHY and name not in _NO_UNITS


def _anchors(chains: Mapping[str, tuple[str, ...]], shown: set[str]) -> dict[str, tuple[str, ...]]:
    """Find a line for each unit that has none: "1. 1) …" is a line of point 1, and subpoint 1) begins on it."""
    held = {eid for line in shown for eid in chains.get(line, ())}
    found: dict[str, list[str]] = {}
    for eid, chain in chains.items():
        if chain and chain[-1] == eid and eid not in held:
            above = next((one for one in reversed(chain[:-1]) if one in shown), None)
            if above is not None:
                found.setdefault(above, []).append(eid)
    return {line: tuple(eids) for line, eids in found.items()}


def is_first(line: SheetLine, number: str | None) -> bool:
    """Tell whether a line begins with the number of its unit."""
    return bool(number) and line.text.startswith(number or "")
