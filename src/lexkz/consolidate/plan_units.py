"""Plans for commands that set, add or repeal units of the numbered kinds, and rows and tables."""

from lxml import etree

from lexkz.akn.namespace import E, q
from lexkz.akn.text import paragraphs
from lexkz.amend.model import Address
from lexkz.consolidate import content as contents
from lexkz.consolidate import place, tables
from lexkz.consolidate.content import Content, adopt
from lexkz.consolidate.copies import fresh_copy
from lexkz.consolidate.index import NUMBERED, number_key
from lexkz.consolidate.lines import is_gap, lines
from lexkz.consolidate.plan import Plan, Setting
from lexkz.consolidate.resolve import resolve
from lexkz.consolidate.steps import AddUnit, SetUnit
from lexkz.consolidate.target import Target, Unresolved, spell
from lexkz.consolidate.walk import with_eid

_NUMBERED_TAGS = frozenset(q(name) for name in NUMBERED.values())
_LINES = frozenset({q("alinea"), q("p"), q("table")})


def take_content(plan: Plan, setting: Setting) -> Content:
    """Return the quoted content of the plan's command; raises Refusal where it has none."""
    command = plan.command
    found = contents.quoted(setting.amending, command.source.eid)
    if found is None or not found.elements:
        raise plan.refuse("content_missing", command.instruction)
    return found


def replace_units(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    """New wordings for sections, chapters, articles, points, subpoints, rows: paired with the content by number."""
    found = take_content(plan, setting)
    kind = targets[0].kind
    assert kind is not None
    units = found.rows() if kind == "row" else found.units(kind)
    _all_used(plan, found, units, len(targets))
    for target in targets:
        new = _pair(plan, units, target.address)
        plan.whole.append(target.element)
        copy = fresh_copy(setting, new, target.element.get("eId", ""), found.prefix, target.element)
        if kind == "row":
            _check_width(plan, target.element, copy)
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


def _pair(plan: Plan, units: tuple[etree._Element, ...], address: Address) -> etree._Element:
    step = address[-1]
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


def _check_width(plan: Plan, old: etree._Element, new: etree._Element) -> None:
    table = old if old.tag == q("table") else old.getparent()
    if table is None:
        return
    known = max((tables.width(row) for row in table.iterchildren(q("tr")) if not is_gap(row)), default=0)
    # A row of an outline is not known; spans of rows above can take cells from this one.
    spanned = any(int(cell.get("rowspan", "1")) > 1 for cell in table.iter(q("td"), q("th")))
    unknown = any(is_gap(row) for row in table.iterchildren(q("tr")))
    if known > 1 and not unknown and not spanned and tables.width(new) != known:
        plan.note("row_width", new.get("eId", ""), (old.get("eId", ""),))


def place_taken(setting: Setting, copy: etree._Element, instead_of: etree._Element | None) -> tuple[str, ...]:
    """Return eIds of ``copy`` that other elements of the base have."""
    taken = []
    for element in with_eid(copy):
        known = setting.index.element(element.get("eId", ""))
        if known is None or (instead_of is not None and _within(known, instead_of)):
            continue
        taken.append(element.get("eId", ""))
    return tuple(taken)


def _within(element: etree._Element, outer: etree._Element) -> bool:
    return element is outer or any(parent is outer for parent in element.iterancestors())


def replace_table(plan: Plan, setting: Setting, target: Target) -> None:
    """A new wording for a table as a whole."""
    found = take_content(plan, setting)
    given = found.tables()
    if len(given) != 1:
        raise plan.refuse("content_mismatch", spell(target.address), tuple(table.get("eId", "") for table in given))
    copy = fresh_copy(setting, given[0], target.element.get("eId", ""), found.prefix, target.element)
    plan.whole.append(target.element)
    if paragraphs(copy) == paragraphs(target.element):
        plan.already += 1
        plan.note("already_worded", spell(target.address), (target.eid,))
    else:
        plan.steps.append((target.address, SetUnit(target.element, copy)))


def insert_units(plan: Plan, setting: Setting, addresses: tuple[Address, ...]) -> None:
    """New sections, chapters, articles, points, subpoints, rows: each takes the place of its number."""
    found = take_content(plan, setting)
    kind = addresses[0][-1].kind
    units = found.rows() if kind == "row" else found.units(kind)
    _all_used(plan, found, units, len(addresses))
    for address in addresses:
        _insert_one(plan, setting, found, units, address)


def _insert_one(
    plan: Plan, setting: Setting, found: Content, units: tuple[etree._Element, ...], address: Address
) -> None:
    step = address[-1]
    if step.number is None:
        raise plan.refuse("place_unclear", spell(address))
    new = _pair(plan, units, address)
    parent = plan.target(setting.index, address[:-1])
    scope = _table_of(plan, parent, address) if step.kind == "row" else parent.element
    present = resolve(setting.index, address)
    if isinstance(present, Target) and not present.widened:
        copy = fresh_copy(setting, new, present.eid, found.prefix, present.element)
        if paragraphs(copy) == paragraphs(present.element):
            plan.already += 1
            plan.note("already_worded", spell(address), (present.eid,))
            return
        raise plan.refuse("number_taken", spell(address), (present.eid,))
    kind = "paragraph" if step.kind == "part" else step.kind
    eid = place.unit_eid(setting.index, scope, kind, step.number)
    if eid is None:
        near = present.candidates if isinstance(present, Unresolved) else ()
        raise plan.refuse("place_unclear", spell(address), near)
    copy = fresh_copy(setting, new, eid, found.prefix, scope)
    clash = place_taken(setting, copy, None)
    if clash:
        raise plan.refuse("number_taken", spell(address), clash)
    if step.kind == "row":
        _check_width(plan, scope, copy)
    else:
        _take_followers(found, new, copy, setting)
    plan.touched.append(scope)
    plan.created.append((scope.get("eId", ""), kind, number_key(step.number)))
    plan.eids.append(eid)
    plan.steps.append((address, AddUnit(scope, kind, step.number, copy)))


def _table_of(plan: Plan, parent: Target, address: Address) -> etree._Element:
    known = tables.tables(parent.element)
    if len(known) == 1:
        return known[0]
    raise plan.refuse(
        "target_ambiguous" if known else "target_missing",
        spell(address),
        tuple(table.get("eId", "") for table in known),
    )
