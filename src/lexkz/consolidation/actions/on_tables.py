"""Tables and rows: whole tables, rows with a number or without one, and the cells that span several rows."""

from collections.abc import Iterable

from lxml import etree

from lexkz.akn.cells import span
from lexkz.akn.eids import distinct, number_part
from lexkz.akn.eids import eid as make_eid
from lexkz.akn.namespace import E, q
from lexkz.akn.numbers import order_key
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Address
from lexkz.consolidation.actions.on_units import (
    AddBeside,
    SetUnit,
    add_unit,
    all_used,
    copy_at,
    fresh_copy,
    is_there,
    new_wording,
    pair,
    repeal_unit,
    set_wording,
)
from lexkz.consolidation.new_content import Content
from lexkz.consolidation.plan import Plan, Setting, take_content
from lexkz.consolidation.planners import alone, inserts, repeals, replaces
from lexkz.consolidation.tree import places
from lexkz.consolidation.tree import table_rows as tables
from lexkz.consolidation.tree.counted_lines import is_gap
from lexkz.consolidation.tree.target import Target, spell
from lexkz.consolidation.tree.unit_index import NUMBERED, number_key, row_number


def check_width(plan: Plan, old: etree._Element, new: etree._Element) -> None:
    """Say where the cells of a new row do not fill the columns of its table."""
    table = old if old.tag == q("table") else old.getparent()
    if table is None:
        return
    known = max((tables.width(row) for row in table.iterchildren(q("tr")) if not is_gap(row)), default=0)
    # A row of an outline is not known; spans of rows above can take cells from this one.
    spanned = any(span(cell, "rowspan") > 1 for cell in table.iter(q("td"), q("th")))
    unknown = any(is_gap(row) for row in table.iterchildren(q("tr")))
    if known > 1 and not unknown and not spanned and tables.width(new) != known:
        said = " | ".join(" ".join(paragraphs(cell)) for cell in new.iterchildren(q("td"), q("th")))
        plan.note("row_width", f"«{said}»", (old.get("eId", ""),))


def check_spans(plan: Plan, old: etree._Element, new: etree._Element | None) -> None:
    """Refuse to set or take out a row whose cells span further rows, where the new row does not span the same."""
    cells = [span(cell, "rowspan") for cell in old.iterchildren(q("td"), q("th"))]
    if all(size == 1 for size in cells):
        return
    same = new is not None and cells == [span(cell, "rowspan") for cell in new.iterchildren(q("td"), q("th"))]
    if not same:
        raise plan.refuse("row_spans", old.get("eId", ""), (old.get("eId", ""),))


@replaces("row")
def replace_rows(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    """New wordings for rows: paired with the content by number."""
    found = take_content(plan, setting)
    rows = rows_given(plan, found, _table(targets[0]))
    all_used(plan, found, rows, len(targets))
    for target in targets:
        copy = new_wording(plan, setting, found, pair(plan, rows, target.address), target)
        check_spans(plan, target.element, copy)
        check_width(plan, target.element, copy)
        set_wording(plan, setting, target, copy)


def _is_row(_plan: Plan, _setting: Setting, target: Target) -> bool:
    return target.element.tag == q("tr") and not target.lines


@repeals(*NUMBERED, "row", "part", when=_is_row)
def repeal_row(plan: Plan, setting: Setting, target: Target) -> None:
    """A row falls away, whatever it is called: a point of an annex can be one."""
    check_spans(plan, target.element, None)
    repeal_unit(plan, setting, target)


repeals("row", "table")(repeal_unit)


def _table(target: Target) -> etree._Element:
    table = target.element.getparent()
    assert table is not None
    return table


@inserts("row")
def insert_rows(plan: Plan, setting: Setting, addresses: tuple[Address, ...]) -> None:
    """New rows: each takes the place of its number; those without one go beside the row that the command names."""
    found = take_content(plan, setting)
    address, numbered = addresses[0], addresses[0][-1].number is not None
    parent = plan.target(setting.index, address[:-1])
    if parent.rows and not numbered:
        raise plan.refuse("place_unclear", spell(address), (parent.eid,))
    rows = rows_given(plan, found, _table(parent) if parent.rows else table_of(plan, parent, address))
    if not numbered:
        _insert_unnumbered(plan, setting, found, address)
        return
    all_used(plan, found, rows, len(addresses))
    for each in addresses:
        _insert_row(plan, setting, found, rows, each)


def _insert_row(
    plan: Plan, setting: Setting, found: Content, rows: tuple[etree._Element, ...], address: Address
) -> None:
    number = address[-1].number
    if number is None:
        raise plan.refuse("place_unclear", spell(address))
    new = pair(plan, rows, address)
    parent = plan.target(setting.index, address[:-1])
    if parent.rows:
        insert_into_section(plan, setting, found, new, parent, address)
        return
    table = table_of(plan, parent, address)
    if is_there(plan, setting, found, new, address):
        return
    copy = copy_at(plan, setting, found, new, address, table, "row")
    where = places.find(setting.index, table, "row", number)
    if where is not None and where.where != "into":
        check_hanging(plan, table, where.anchor, address, before=where.where == "before")
    check_width(plan, table, copy)
    add_unit(plan, address, table, "row", copy)


def _insert_unnumbered(plan: Plan, setting: Setting, found: Content, address: Address) -> None:
    """Rows without numbers: beside the row that the command names, else at the end of the table."""
    parent = plan.target(setting.index, address[:-1])
    table = table_of(plan, parent, address)
    command = plan.command
    rows = [row for row in table.iterchildren(q("tr")) if not is_gap(row)]
    if not rows or any(is_gap(row) for row in table):
        raise plan.refuse("place_unclear", spell(address), (table.get("eId", ""),))
    if not found.rows():
        raise plan.refuse("content_mismatch", spell(address), (table.get("eId", ""),))
    anchor, before = rows[-1], False
    if command.anchor is not None:
        anchor, before = plan.target(setting.index, command.anchor).element, command.position == "before"
    if anchor.tag != q("tr") or anchor.getparent() is not table:
        raise plan.refuse("place_unclear", spell(address), (table.get("eId", ""),))
    check_hanging(plan, table, anchor, address, before=before)
    own = table.get("eId", "")
    new: list[etree._Element] = []
    count = len(rows)
    for row in found.rows():
        count += 1
        while f"{own}__row_r{count}" in setting.index:
            count += 1
        new.append(fresh_copy(setting, row, f"{own}__row_r{count}", found.prefix, table))
        check_width(plan, table, new[-1])
    plan.touched.append(table)
    plan.eids.extend(row.get("eId", "") for row in new)
    plan.steps.append((address, AddBeside(anchor, tuple(new), before)))


def rows_given(plan: Plan, found: Content, table: etree._Element) -> tuple[etree._Element, ...]:
    """The rows of the content; rows given cell by cell, one a line, as text extracted from a page has them, are put
    together where the lines fill the columns of the table and each row begins with a number that the command names."""
    rows = found.rows()
    numbers = [address[-1].number for address in plan.command.targets]
    lines, wide = plan.command.content, tables.columns(table)
    if rows or None in numbers or wide < 2 or len(lines) != wide * len(numbers):
        return rows
    if any(span(cell, "colspan") > 1 or span(cell, "rowspan") > 1 for cell in table.iter(q("td"), q("th"))):
        return rows
    cut = [lines[place : place + wide] for place in range(0, len(lines), wide)]
    if [number_key(row[0].strip()) for row in cut] != [number_key(number or "") for number in numbers]:
        return rows
    return tuple(E.tr(*(E.td(E.p(cell)) for cell in row)) for row in cut)


def check_hanging(plan: Plan, table: etree._Element, anchor: etree._Element, address: Address, *, before: bool) -> None:
    """Refuse a new row at a place where a cell of the rows above reaches on into the rows below."""
    below = anchor if before else next(anchor.itersiblings(q("tr")), None)
    if below is not None and tables.hung_from_above(table, below):
        raise plan.refuse("row_spans", spell(address), (below.get("eId", ""),))


def insert_into_section(
    plan: Plan, setting: Setting, found: Content, new: etree._Element, parent: Target, address: Address
) -> None:
    """A new row in a section of a table: by its number among those of the section."""
    number = address[-1].number or ""
    table = parent.element.getparent()
    assert table is not None
    known = [(printed, row) for row in parent.rows if (printed := row_number(row)) is not None]
    keys = [order_key(printed) for printed, _ in known]
    if keys != sorted(keys) or not known:
        raise plan.refuse("place_unclear", spell(address), (parent.eid,))
    same = [row for printed, row in known if number_key(printed) == number_key(number)]
    if same:
        copy = fresh_copy(setting, new, same[0].get("eId", ""), found.prefix, same[0])
        if paragraphs(copy) == paragraphs(same[0]):
            plan.note("already_worded", spell(address), (same[0].get("eId", ""),))
            return
        raise plan.refuse("number_taken", spell(address), (same[0].get("eId", ""),))
    lower = [row for printed, row in known if order_key(printed) < order_key(number)]
    anchor, before = (lower[-1], False) if lower else (known[0][1], True)
    others = [step for _, step in plan.steps if isinstance(step, AddBeside)]
    if plan.command.anchor is not None:
        beside = plan.target(setting.index, plan.command.anchor).element
        if beside is not anchor or before != (plan.command.position == "before"):
            raise plan.refuse("place_doubtful", spell(address), (beside.get("eId", ""),))
    check_hanging(plan, table, anchor, address, before=before)
    taken = {row.get("eId", "") for step in others for row in step.new}
    eid = distinct(make_eid("tr", number_part(number), table.get("eId", "")), _Taken(setting, taken))
    copy = fresh_copy(setting, new, eid, found.prefix, table)
    check_width(plan, table, copy)
    plan.touched.append(table)
    plan.created.append((parent.eid, "row", number_key(number)))
    plan.eids.append(eid)
    for place, (other, step) in enumerate(plan.steps):
        if isinstance(step, AddBeside) and (step.anchor, step.before) == (anchor, before):
            # Several new rows at one place stand in the order of their numbers.
            rows = sorted((*step.new, copy), key=lambda row: order_key(row_number(row) or "0"))
            plan.steps[place] = (other, AddBeside(anchor, tuple(rows), before))
            return
    plan.steps.append((address, AddBeside(anchor, (copy,), before)))


class _Taken:
    """The eIds of the base and those of the rows that the command has made so far."""

    def __init__(self, setting: Setting, made: set[str]) -> None:
        self._index, self._made = setting.index, made

    def __contains__(self, eid: object) -> bool:
        return eid in self._made or (isinstance(eid, str) and eid in self._index)


def table_of(plan: Plan, parent: Target, address: Address) -> etree._Element:
    """Return the one table that a row at ``address`` goes into."""
    known = tables.tables(parent.element)
    if len(known) == 1:
        return known[0]
    raise plan.refuse(
        "target_ambiguous" if known else "target_missing",
        spell(address),
        tuple(table.get("eId", "") for table in known),
    )


@replaces("table", when=alone)
def replace_table(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    """A new wording for a table as a whole."""
    (target,) = targets
    found = take_content(plan, setting)
    given = found.tables()
    if len(given) != 1:
        raise plan.refuse("content_mismatch", spell(target.address), tuple(table.get("eId", "") for table in given))
    if not _stands_beside(found, given[0], target.element):
        # A title of the table, a note: no part of the table, and another text than stands there.
        raise plan.refuse("content_mismatch", spell(target.address), (target.eid,))
    copy = fresh_copy(setting, given[0], target.element.get("eId", ""), found.prefix, target.element)
    plan.whole.append(target.element)
    if paragraphs(copy) == paragraphs(target.element):
        plan.note("already_worded", spell(target.address), (target.eid,))
    else:
        plan.steps.append((target.address, SetUnit(target.element, copy)))


def _stands_beside(found: Content, table: etree._Element, old: etree._Element) -> bool:
    """True where what is quoted before and after a table is what stands before and after the old one."""
    before, after = _around(found.elements, table)
    holder = old.getparent()
    above, below = _around(holder if holder is not None else (old,), old)
    return above[len(above) - len(before) :] == before and below[: len(after)] == after


def _around(elements: Iterable[etree._Element], table: etree._Element) -> tuple[list[str], list[str]]:
    """The paragraphs before and after a table that is one of the elements, or stands in one."""
    before, after = list[str](), list[str]()
    side = before
    for element in elements:
        if element is table:
            side = after
        elif table in element.iter(q("table")):
            inner = _around(element, table)
            before.extend(inner[0])
            side = after
            side.extend(inner[1])
        else:
            side.extend(paragraphs(element))
    return before, after
