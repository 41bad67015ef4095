"""Plans for commands that set, add or repeal units of the numbered kinds, and rows and tables."""

from dataclasses import replace

from lxml import etree

from lexkz.akn.namespace import E, local, q
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Address
from lexkz.consolidation import new_content as contents
from lexkz.consolidation.actions.beside import agrees
from lexkz.consolidation.actions.on_tables import (
    check_hanging,
    check_spans,
    check_width,
    insert_into_section,
    insert_rows,
    rows_given,
    table_of,
)
from lexkz.consolidation.actions.steps import AddUnit, SetUnit
from lexkz.consolidation.new_content import Content, adopt
from lexkz.consolidation.plan import Plan, Setting
from lexkz.consolidation.take import take_content
from lexkz.consolidation.tree import places as place
from lexkz.consolidation.tree.copies import fresh_copy
from lexkz.consolidation.tree.counted_lines import lines
from lexkz.consolidation.tree.resolve import numbered_kind, resolve
from lexkz.consolidation.tree.target import Target, Unresolved, spell
from lexkz.consolidation.tree.unit_index import NUMBERED, number_key, printed_number
from lexkz.consolidation.tree.walk import with_eid
from lexkz.languages.folding import seen

_NUMBERED_TAGS = frozenset(q(name) for name in NUMBERED.values())
_LINES = frozenset({q("alinea"), q("p"), q("table")})


_LONGEST_HEADING = 120
"""Characters; lists of an annex are parted by short headings: «Туркестанская область»."""


def look_at_tail(plan: Plan, target: Target) -> None:
    """Say where the last line of a unit that is to go may be the heading of what follows it.

    In text without layout a heading without a number is read as a line of the point above it. It is short, begins with
    a capital and ends without a mark, below a line that ends with a full stop; another point follows.
    """
    unit = target.element
    if unit.tag not in (q("paragraph"), q("subparagraph")) or unit.getnext() is None:
        return
    printed = tuple(map(seen, paragraphs(unit)))
    if len(printed) < 2 or not printed[-2].rstrip().endswith("."):
        return
    last = printed[-1].strip()
    if last[:1].isupper() and last[-1:].isalpha() and len(last) <= _LONGEST_HEADING and "\t" not in last:
        plan.note("tail_doubtful", last, (target.eid,))


def replace_units(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    """New wordings for sections, chapters, articles, points, subpoints, rows: paired with the content by number."""
    found = take_content(plan, setting)
    kind = "row" if targets[0].kind == "row" else local(targets[0].element)
    units = rows_given(plan, found, _table(targets[0])) if kind == "row" else found.units(kind)
    _all_used(plan, found, units, len(targets))
    for target in targets:
        new = _pair(plan, units, target.address)
        plan.whole.append(target.element)
        look_at_tail(plan, target)
        copy = fresh_copy(setting, new, target.element.get("eId", ""), found.prefix, target.element)
        if kind == "row":
            check_spans(plan, target.element, copy)
            check_width(plan, target.element, copy)
        else:
            _take_followers(found, new, copy, setting)
        clash = place_taken(setting, copy, target.element)
        if clash:
            raise plan.refuse("number_taken", spell(target.address), clash)
        if paragraphs(copy) == paragraphs(target.element):
            plan.already += 1
            plan.note("already_worded", spell(target.address), (target.eid,))
        else:
            plan.steps.append((target.address, SetUnit(target.element, copy)))


def _table(target: Target) -> etree._Element:
    table = target.element.getparent()
    assert table is not None
    return table


def _pair(plan: Plan, units: tuple[etree._Element, ...], address: Address) -> etree._Element:
    step = address[-1]
    if step.number is None and step.name and len(units) == 1 and len(plan.command.targets) == 1:
        # A row told by its words: the new one need not have them.
        return units[0]
    number = step.number or ""
    found = contents.by_number(units, number)
    if len(found) == 1:
        return found[0]
    if not found and len(units) == 1 and len(plan.command.targets) == 1:
        raise plan.refuse("number_mismatch", spell(address), (units[0].get("eId", ""),))
    raise plan.refuse("content_mismatch", spell(address), tuple(unit.get("eId", "") for unit in units))


def _all_used(plan: Plan, found: Content, units: tuple[etree._Element, ...], targets: int) -> None:
    """Content that no target takes is not dropped in silence: the command waits."""
    numbered = [element for element in found.elements if element.tag in _NUMBERED_TAGS]
    others = [element for element in found.elements if element.tag in _LINES]
    rows = bool(units) and units[0].tag == q("tr")
    fits = len(units) == targets and (rows or len(numbered) == targets)
    # Lines of the content beside its units follow the last of them; with several units it is not sure whose they are.
    if others and not rows and (targets > 1 or found.elements[0] in others):
        fits = False
    if not fits:
        eids = tuple(unit.get("eId", "") for unit in units or found.elements)
        raise plan.refuse("content_mismatch", plan.command.instruction, eids)


def _take_followers(found: Content, unit: etree._Element, copy: etree._Element, setting: Setting) -> None:
    """Lines that stand after the one unit of the content, on its own level, are lines of that unit."""
    followers = [element for element in found.elements if element.tag in _LINES]
    if not followers or found.elements[0] is not unit:
        return
    place.open_content(copy)
    eid = copy.get("eId", "")
    for element in followers:
        ordinal = len(lines(copy)) + 1
        if element.tag == q("alinea"):
            copy.append(_loose(element, f"{eid}__al_{ordinal}", found, setting))
        else:
            copy.append(E.alinea(E.content(_loose(element, "", found, setting)), eId=f"{eid}__al_{ordinal}"))


def _loose(element: etree._Element, eid: str, found: Content, setting: Setting) -> etree._Element:
    return adopt(element, eid, quoted_prefix=found.prefix, document_prefix="", work=setting.amending.work)


def place_taken(setting: Setting, copy: etree._Element, instead_of: etree._Element | None) -> tuple[str, ...]:
    """Return eIds of ``copy`` that other elements of the base have."""
    taken = []
    for element in with_eid(copy):
        known = setting.index.element(element.get("eId", ""))
        if known is None or (instead_of is not None and _within(known, instead_of)):
            continue
        if any(outer in setting.freed for outer in (known, *known.iterancestors())):
            continue
        taken.append(element.get("eId", ""))
    return tuple(taken)


def _within(element: etree._Element, outer: etree._Element) -> bool:
    return element is outer or any(parent is outer for parent in element.iterancestors())


def insert_units(plan: Plan, setting: Setting, addresses: tuple[Address, ...]) -> None:
    """New sections, chapters, articles, points, subpoints, rows: each takes the place of its number."""
    found = take_content(plan, setting)
    step = addresses[0][-1]
    parent = _parent(plan, setting, addresses[0])
    if parent.rows and (step.kind != "row" or step.number is None):
        raise plan.refuse("place_unclear", spell(addresses[0]), (parent.eid,))
    kind = step.kind if step.kind == "row" else numbered_kind(step, parent.element)
    units = _rows_for(plan, found, parent, addresses[0]) if kind == "row" else found.units(kind)
    if kind == "row" and step.number is None:
        insert_rows(plan, setting, found, addresses[0])
        return
    _all_used(plan, found, units, len(addresses))
    for address in addresses:
        _insert_one(plan, setting, found, units, _with_number(plan, units, address))


def _rows_for(plan: Plan, found: Content, parent: Target, address: Address) -> tuple[etree._Element, ...]:
    return rows_given(plan, found, _table(parent) if parent.rows else table_of(plan, parent, address))


def _unit_above(plan: Plan, address: Address, scope: etree._Element) -> None:
    """Refuse a subpoint that would stand beside points or articles: the command does not say in which of them.

    «дополнить подпунктом 3)» under no header: in an act of points the subpoint has no place of its own. In a list whose
    items are numbered 1), 2) it has.
    """
    if address[-1].kind != "subparagraph" or local(scope) in ("article", "paragraph", "subparagraph"):
        return
    beside = [local(unit) for unit in scope.iter(q("article"), q("paragraph"), q("subparagraph"))]
    own = any(local(unit) == "subparagraph" for unit in scope)
    if not own and ("paragraph" in beside or "article" in beside):
        raise plan.refuse("place_unclear", spell(address))


def _parent(plan: Plan, setting: Setting, address: Address) -> Target:
    return plan.target(setting.index, address[:-1])


def _with_number(plan: Plan, units: tuple[etree._Element, ...], address: Address) -> Address:
    """The address with the number that the one new unit carries, where the command gives none."""
    step = address[-1]
    printed = printed_number(units[0]) if len(units) == 1 and units[0].tag != q("tr") else None
    if step.number is not None or printed is None:
        return address
    plan.note("number_from_content", printed)
    return (*address[:-1], replace(step, number=printed))


def _insert_one(
    plan: Plan, setting: Setting, found: Content, units: tuple[etree._Element, ...], address: Address
) -> None:
    step = address[-1]
    if step.number is None:
        raise plan.refuse("place_unclear", spell(address))
    new = _pair(plan, units, address)
    parent = _parent(plan, setting, address)
    if parent.rows:
        insert_into_section(plan, setting, found, new, parent, address)
        return
    scope = table_of(plan, parent, address) if step.kind == "row" else parent.element
    present = resolve(setting.index, address)
    if isinstance(present, Target) and not present.widened and present.element not in setting.freed:
        copy = fresh_copy(setting, new, present.eid, found.prefix, present.element)
        if paragraphs(copy) == paragraphs(present.element):
            plan.already += 1
            plan.note("already_worded", spell(address), (present.eid,))
            return
        raise plan.refuse("number_taken", spell(address), (present.eid,))
    _unit_above(plan, address, scope)
    agrees(plan, setting, address, scope)
    kind = "row" if step.kind == "row" else numbered_kind(step, parent.element)
    eid = place.unit_eid(setting.index, scope, kind, step.number)
    if eid is None:
        near = present.candidates if isinstance(present, Unresolved) else ()
        raise plan.refuse("place_unclear", spell(address), near)
    copy = fresh_copy(setting, new, eid, found.prefix, scope)
    clash = place_taken(setting, copy, None)
    if clash:
        raise plan.refuse("number_taken", spell(address), clash)
    if step.kind == "row":
        where = place.find(setting.index, scope, kind, step.number)
        if where is not None and where.where != "into":
            check_hanging(plan, scope, where.anchor, address, before=where.where == "before")
        check_width(plan, scope, copy)
    else:
        _take_followers(found, new, copy, setting)
    plan.touched.append(scope)
    plan.created.append((scope.get("eId", ""), kind, number_key(step.number)))
    plan.eids.append(eid)
    plan.steps.append((address, AddUnit(scope, kind, step.number, copy)))
