"""Where a new unit goes: by its number among its neighbours, whose eIds stay; in outlines gaps open and close."""

from dataclasses import dataclass
from typing import Literal

from lxml import etree

from lexkz.akn.eids import ABBREVIATIONS, TRANSPARENT, number_part
from lexkz.akn.namespace import local, q
from lexkz.akn.numbers import before, consecutive, order_key
from lexkz.consolidation.tree import gaps
from lexkz.consolidation.tree.counted_lines import is_gap
from lexkz.consolidation.tree.unit_index import MAIN, NUMBERED, Index, body_of, printed_number, row_number

_DIVISIONS = frozenset({q(name) for name in TRANSPARENT} | {q("hcontainer")})
_SELF_STANDING = frozenset({q("act"), q("attachment")})


@dataclass(frozen=True, slots=True, eq=False)
class PlaceInTree:
    """A place in the tree: beside a sibling, or at the end of a container."""

    anchor: etree._Element
    where: Literal["after", "before", "into"]


def find(index: Index, scope: etree._Element, kind: str, number: str) -> PlaceInTree | None:
    """Return where the unit of ``kind`` with the bare ``number`` goes below ``scope`` (a unit, a division, a document,
    a table); None where its neighbours do not tell."""
    container = _container(scope)
    if container is None:
        return None
    name = MAIN if scope.tag == q("act") else scope.get("eId", "")
    tag = q("tr") if kind == "row" else q(NUMBERED[kind])
    lower: etree._Element | None = None
    previous = before(number)
    if previous is not None:
        near = [unit for unit in index.units(name, kind, previous) if _below(unit, container)]
        if len(near) > 1:
            return None
        lower = near[0] if near else None
    upper: etree._Element | None = None
    if lower is None:
        lower, upper = _neighbours(container, tag, number)
    if lower is not None:
        return PlaceInTree(_last_lower(lower, tag, number), "after")
    if upper is not None:
        return PlaceInTree(upper, "before")
    return PlaceInTree(container, "into")


def _container(scope: etree._Element) -> etree._Element | None:
    if scope.tag in _SELF_STANDING:
        return body_of(scope)
    return scope


def _below(unit: etree._Element, container: etree._Element) -> bool:
    """True where only divisions stand between ``unit`` and ``container``."""
    for parent in unit.iterancestors():
        if parent is container:
            return True
        if parent.tag not in _DIVISIONS and parent.tag != q("table"):
            return False
    return False


def number_of(unit: etree._Element) -> str | None:
    """Return the bare number of a unit or row; None where it has none."""
    return row_number(unit) if unit.tag == q("tr") else printed_number(unit)


def _neighbours(
    container: etree._Element, tag: str, number: str
) -> tuple[etree._Element | None, etree._Element | None]:
    """The last unit of a lower number and the first of a higher one."""
    wanted = order_key(number)
    lower, upper = None, None
    for unit in container.iter(tag):
        printed = number_of(unit)
        if printed is None or unit is container or not _below(unit, container):
            continue
        if order_key(printed) < wanted:
            lower = unit
        elif upper is None:
            upper = unit
    return lower, upper


def _last_lower(lower: etree._Element, tag: str, number: str) -> etree._Element:
    """From ``lower`` on, the last of the siblings that follow it whose number is lower than ``number``."""
    wanted = order_key(number)
    found = lower
    for sibling in lower.itersiblings(tag):
        printed = number_of(sibling)
        if printed is None:
            continue
        if order_key(printed) > wanted:
            break
        found = sibling
    return found


def eid_prefix(scope: etree._Element, neighbour: etree._Element | None) -> str:
    """Return what the eId of a new unit below ``scope`` begins with: as its neighbour's, else as its parents say."""
    if neighbour is not None and neighbour.get("eId"):
        return neighbour.get("eId", "").rpartition("__")[0]
    found = scope
    while found.tag in _DIVISIONS or not (found.get("eId") or found.tag == q("act")):
        parent = found.getparent()
        if parent is None:
            return ""
        found = parent
    return "" if found.tag == q("act") else found.get("eId", "")


def unit_eid(index: Index, scope: etree._Element, kind: str, number: str, printed: str | None = None) -> str | None:
    """Return the eId of the new unit, its number as ``printed``, if told; None where no place is found for it."""
    place = find(index, scope, kind, number)
    if place is None:
        return None
    neighbour = place.anchor if place.where != "into" else None
    prefix = eid_prefix(scope, neighbour)
    tag = "tr" if kind == "row" else NUMBERED[kind]
    own = f"{ABBREVIATIONS.get(tag, tag)}_{number_part(printed or number)}"
    return f"{prefix}__{own}" if prefix else own


def put(index: Index, place: PlaceInTree, new: etree._Element, number: str) -> None:
    """Put ``new`` into its place and enter it into the index; gaps that it meets open or close."""
    if place.where == "into":
        _append(place.anchor, new)
    elif place.where == "before":
        place.anchor.addprevious(new)
        if is_gap_before(new) and not _adjoins(new, number, place.anchor):
            _gap_after(index, new)
    else:
        _after(index, place.anchor, new, number)
    if place.where == "into" and is_gap_before(new):
        _gap_after(index, new)
    index.learn(new)


def _after(index: Index, anchor: etree._Element, new: etree._Element, number: str) -> None:
    following = anchor.getnext()
    if following is None or not is_gap(following):
        anchor.addnext(new)
        return
    beyond = following.getnext()
    if _consecutive(number_of(anchor), number):
        anchor.addnext(new)
        if beyond is not None and _adjoins(new, number, beyond):
            index.forget(following)
            remove(following)
        return
    following.addnext(new)
    if beyond is None or not _adjoins(new, number, beyond):
        _gap_after(index, new)


def _adjoins(new: etree._Element, number: str, other: etree._Element) -> bool:
    printed = number_of(other) if other.tag == new.tag else None
    return printed is not None and consecutive(number, printed)


def _consecutive(one: str | None, two: str) -> bool:
    return one is not None and consecutive(one, two)


def is_gap_before(element: etree._Element) -> bool:
    """True where a gap stands right before ``element``."""
    previous = element.getprevious()
    return previous is not None and is_gap(previous)


def _gap_after(index: Index, element: etree._Element) -> None:
    """Let a gap like the one before ``element`` go on after it, unless there is one."""
    following, known = element.getnext(), element.getprevious()
    if known is None or (following is not None and is_gap(following)):
        return
    made = gaps.like(known, free_gap_eid(index, element))
    element.addnext(made)
    index.learn(made)


def free_gap_eid(index: Index, element: etree._Element) -> str:
    """Return an eId for a new gap beside ``element``: ``att_1__para_5__omissis_2``."""
    parent = element.getparent()
    prefix = eid_prefix(parent, None) if parent is not None else ""
    number = 1
    while (eid := f"{prefix}__omissis_{number}" if prefix else f"omissis_{number}") in index:
        number += 1
    return eid


def _append(container: etree._Element, new: etree._Element) -> None:
    """Add ``new`` at the end of ``container``, before what closes it; its one line becomes an introduction."""
    open_content(container)
    wrap_up = container.find(q("wrapUp"))
    if wrap_up is not None:
        wrap_up.addprevious(new)
    else:
        container.append(new)


def open_content(unit: etree._Element) -> None:
    """Make room for units below ``unit``: the line in its ``content`` becomes its ``intro``."""
    content = unit.find(q("content"))
    if content is not None:
        content.tag = q("intro")


def remove(element: etree._Element) -> None:
    """Take ``element`` out of the tree; text after it (layout only) goes with it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def describe(element: etree._Element) -> str:
    """Return a short name of an element for findings: its eId, else its local name."""
    return element.get("eId") or local(element)
