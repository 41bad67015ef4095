"""Plans for tables and rows: whole tables, rows without a number, and the cells that span several rows."""

from lxml import etree

from lexkz.akn.cells import span
from lexkz.akn.namespace import q
from lexkz.akn.text import paragraphs
from lexkz.amend.model import Address
from lexkz.consolidate import tables
from lexkz.consolidate.content import Content
from lexkz.consolidate.copies import fresh_copy
from lexkz.consolidate.lines import is_gap
from lexkz.consolidate.plan import Plan, Setting
from lexkz.consolidate.steps import AddBeside, SetUnit
from lexkz.consolidate.take import take_content
from lexkz.consolidate.target import Target, spell


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
        plan.note("row_width", new.get("eId", ""), (old.get("eId", ""),))


def check_spans(plan: Plan, old: etree._Element, new: etree._Element | None) -> None:
    """Refuse to set or take out a row whose cells span further rows, where the new row does not span the same."""
    cells = [span(cell, "rowspan") for cell in old.iterchildren(q("td"), q("th"))]
    if all(size == 1 for size in cells):
        return
    same = new is not None and cells == [span(cell, "rowspan") for cell in new.iterchildren(q("td"), q("th"))]
    if not same:
        raise plan.refuse("row_spans", old.get("eId", ""), (old.get("eId", ""),))


def insert_rows(plan: Plan, setting: Setting, found: Content, address: Address) -> None:
    """Rows without numbers: beside the row that the command names, else at the end of the table."""
    parent = plan.target(setting.index, address[:-1])
    table = table_of(plan, parent, address)
    command = plan.command
    rows = [row for row in table.iterchildren(q("tr")) if not is_gap(row)]
    if not rows or any(is_gap(row) for row in table):
        raise plan.refuse("place_unclear", spell(address), (table.get("eId", ""),))
    anchor, before = rows[-1], False
    if command.anchor is not None:
        anchor, before = plan.target(setting.index, command.anchor).element, command.position == "before"
    if anchor.tag != q("tr") or anchor.getparent() is not table:
        raise plan.refuse("place_unclear", spell(address), (table.get("eId", ""),))
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
