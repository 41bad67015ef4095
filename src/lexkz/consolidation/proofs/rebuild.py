"""The base made again with the recorded changes and nothing else: what of it is outside the changes is its own."""

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from lexkz.akn.namespace import AKN, E, local, q
from lexkz.consolidation.tree.change import LINE, Region
from lexkz.consolidation.tree.counted_lines import is_gap
from lexkz.consolidation.tree.walk import ByEid

_LINE_HOLDERS = frozenset({q("intro"), q("content"), q("wrapUp")})
_Key = tuple[str, tuple[str, ...]]


def rebuilt(
    before: etree._Element, after: etree._Element, new: ByEid, regions: Iterable[Region]
) -> etree._Element | None:
    """Return a copy of the act ``before`` in which the regions are those of the act ``after``, in its order.

    ``new`` finds the elements of ``after``.
    Metadata, the attributes of the act and, in outlines, gaps beside changed units are those of ``after`` as well. The
    other children of an element stand in the order of ``before``. None where the regions leave an element of ``before``
    without a place, or ask for one that it does not have: then more has changed than was recorded.
    """
    made = deepcopy(before)
    made.tail = None
    old = ByEid(made)
    regions = tuple(dict.fromkeys(regions))
    whole = {region.eid for region in regions if region.eid and not region.part}
    gone = {found for eid in whole if (found := old.get(eid)) is not None}
    come = {found for eid in whole if (found := new.get(eid)) is not None}
    parents: dict[_Key, None] = {}
    for element in (*gone, *come):
        parent = element.getparent()
        if parent is not None and not any(outer in gone or outer in come for outer in element.iterancestors()):
            parents[_key(parent)] = None
    parts = [region for region in regions if region.part or not region.eid]
    for region in parts:
        one, two = (old.get(region.eid), new.get(region.eid)) if region.eid else (made, after)
        if one is not None and two is not None and not _is_within(one, gone):
            _take_part(one, two, region.part)
    for key in parents:
        if not _take_children(_find(made, old, key, make=True), _find(after, new, key), gone, come):
            return None
    _take_meta(made, after)
    return made


def _is_within(element: etree._Element, outer: set[etree._Element]) -> bool:
    return element in outer or any(parent in outer for parent in element.iterancestors())


def _key(element: etree._Element) -> _Key:
    """What finds an element in both trees: the nearest eId, and the names on the way down from there."""
    way: list[str] = []
    found: etree._Element | None = element
    while found is not None and found.tag != q("act") and not found.get("eId"):
        way.append(local(found))
        found = found.getparent()
    eid = "" if found is None or found.tag == q("act") else found.get("eId", "")
    return eid, tuple(reversed(way))


def _find(act: etree._Element, by_eid: ByEid, key: _Key, *, make: bool = False) -> etree._Element | None:
    eid, way = key
    found = by_eid.get(eid) if eid else act
    for name in way:
        if found is None:
            return None
        below = found.find(q(name))
        if below is None and make and name == "attachments":
            below = E.attachments()
            found.append(below)
        found = below
    return found


def _take_children(
    made: etree._Element | None, after: etree._Element | None, gone: set[etree._Element], come: set[etree._Element]
) -> bool:
    """Give ``made`` the children of ``after`` that changed, in its order, and keep its own others."""
    if made is None or after is None:
        return made is None and after is None
    own = iter([child for child in made if child not in gone and not is_gap(child)])
    children = []
    for child in after:
        kept = None if child in come or is_gap(child) else next(own, None)
        if kept is None and not (child in come or is_gap(child)):
            return False
        children.append(deepcopy(child) if kept is None else kept)
    made[:] = children
    return next(own, None) is None


def _take_part(made: etree._Element, after: etree._Element, part: str) -> None:
    if part == LINE:
        for child in [child for child in made if child.tag in _LINE_HOLDERS]:
            made.remove(child)
        for child in after:
            if child.tag in _LINE_HOLDERS:
                made.insert(after.index(child), deepcopy(child))
        _take_attributes(made, after, ("status", "period"))
        return
    if not part:
        _take_attributes(made, after, ("status", "period"))
        return
    path = "/".join(f"{{{AKN}}}{name}" for name in part.split("/"))
    one, two = made.find(path), after.find(path)
    if one is not None and two is not None:
        parent = one.getparent()
        assert parent is not None
        parent.replace(one, deepcopy(two))
    elif one is not None:
        # The part is gone: of an act that has a new wording as a whole.
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)
    elif two is not None and "/" not in part:
        made.insert(after.index(two), deepcopy(two))


def _take_attributes(made: etree._Element, after: etree._Element, names: Iterable[str]) -> None:
    for name in names:
        value = after.get(name)
        if value is not None:
            made.set(name, value)
        elif name in made.attrib:
            del made.attrib[name]


def _take_meta(made: etree._Element, after: etree._Element) -> None:
    made.attrib.clear()
    made.attrib.update(after.attrib)
    for one, two in zip(list(made.iter(q("meta"))), list(after.iter(q("meta"))), strict=False):
        parent = one.getparent()
        assert parent is not None
        parent.replace(one, deepcopy(two))
