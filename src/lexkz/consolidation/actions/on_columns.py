"""The columns of tables: put in, taken out, their cells and headings set anew.

What a column is, is sure only where every row fills the table or is one cell across it. A cell over several columns of
which one comes or goes is not touched: the command waits.
"""

from dataclasses import dataclass

from lxml import etree

from lexkz.akn.cells import span
from lexkz.akn.namespace import E, q
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Address
from lexkz.consolidation.actions.on_headings import SetBlocks
from lexkz.consolidation.actions.on_tables import table_of
from lexkz.consolidation.new_content import adopt
from lexkz.consolidation.plan import Plan, Setting, take_content
from lexkz.consolidation.planners import inserts, repeals, replaces
from lexkz.consolidation.tree import table_rows as tables
from lexkz.consolidation.tree.change import Change, Region, region_of
from lexkz.consolidation.tree.counted_lines import is_gap, lines
from lexkz.consolidation.tree.table_rows import column_cells, column_place, grid, is_across, rows_of
from lexkz.consolidation.tree.table_rows import columns as count_columns
from lexkz.consolidation.tree.target import Target, spell
from lexkz.consolidation.tree.unit_index import Index
from lexkz.consolidation.tree_step import TreeStep


@dataclass(frozen=True, slots=True, eq=False)
class AddColumns(TreeStep):
    """New columns of a table: of each row that has a cell in every column, its new cells."""

    rank = 160
    note = "inserted"

    table: etree._Element
    at: int
    """Before which column (from 0) they stand; the count of columns for the end."""
    count: int
    new: tuple[tuple[etree._Element, tuple[etree._Element, ...]], ...]

    def perform(self, index: Index) -> tuple[Change, ...]:
        del index
        table, removed = self.table, paragraphs(self.table)
        lines = dict(zip(rows_of(table), grid(table), strict=True))
        across = [row for row in rows_of(table) if is_across(row, table)]
        for row, cells in self.new:
            # The cell of this row before which the new ones stand; cells of rows above may reach into it.
            following = next(
                (lines[row][at] for at in sorted(lines[row]) if at >= self.at and lines[row][at].getparent() is row),
                None,
            )
            for cell in cells:
                if following is None:
                    row.append(cell)
                else:
                    following.addprevious(cell)
        for row in across:
            _widen(row, self.count)
        return (_changed(table, removed),)

    def shapes(self, table: etree._Element) -> bool:
        return self.table is table


@dataclass(frozen=True, slots=True, eq=False)
class DropColumns(TreeStep):
    """A column of a table goes."""

    rank = 150
    note = "repealed"

    table: etree._Element
    at: int

    def perform(self, index: Index) -> tuple[Change, ...]:
        del index
        table, removed = self.table, paragraphs(self.table)
        across = [row for row in rows_of(table) if is_across(row, table)]
        for cell in column_cells(table, self.at):
            row = cell.getparent()
            if row is not None and row not in across:
                row.remove(cell)
        for row in across:
            _widen(row, -1)
        return (_changed(table, removed),)

    def shapes(self, table: etree._Element) -> bool:
        return self.table is table


@inserts("column")
def insert_columns(plan: Plan, setting: Setting, addresses: tuple[Address, ...]) -> None:
    """«дополнить графой 4 следующего содержания», «3-бағанмен толықтырылсын»: by its number, else beside another one.

    The new text is a line for each row that is not one cell across, from the heading on; or the heading alone, and then
    the cells below it are empty, that in the row of numbers aside.
    """
    table = table_of(plan, plan.target(setting.index, addresses[0][:-1]), addresses[0])
    if len({address[:-1] for address in addresses}) > 1:
        raise plan.refuse("action_unsupported", spell(addresses[0]))
    _look(plan, table, addresses[0])
    if _is_there(plan, table, addresses):
        plan.note("already_worded", spell(addresses[0]), (table.get("eId", ""),))
        return
    at = _place(plan, setting, table, addresses)
    if at == 0 or tables.parted(table, at):
        raise plan.refuse("column_spans", spell(addresses[0]), (table.get("eId", ""),))
    rows = tables.own_rows(table)
    given = _texts(plan, setting, addresses, rows, at, table)
    plan.reshaped.append(table)
    plan.touched.append(table)
    plan.eids.append(table.get("eId", ""))
    plan.created.extend((table.get("eId", ""), "column", str(at + nth)) for nth in range(len(addresses)))
    plan.steps.append((addresses[0], AddColumns(table, at, len(addresses), tuple(zip(rows, given, strict=True)))))


def _is_there(plan: Plan, table: etree._Element, addresses: tuple[Address, ...]) -> bool:
    """True where the table has the new columns already: these numbers, and in them these texts."""
    found = [column_place(table, address[-1]) if address[-1].number else None for address in addresses]
    if any(at is None for at in found):
        return False
    lines = [_cells(line) for line in plan.command.content]
    there = [
        [" ".join(paragraphs(line[at])) if at in line else "" for at in found if at is not None]
        for row, line in zip(tables.rows_of(table), grid(table), strict=True)
        if not tables.is_across(row, table)
    ]
    return lines in (there, there[: len(lines)] if len(lines) == 1 else there)


def _look(plan: Plan, table: etree._Element, address: Address) -> None:
    """Refuse where it is not sure which columns the table has."""
    if any(is_gap(row) for row in table) or tables.irregular(table) or count_columns(table) < 2:
        raise plan.refuse("column_spans", spell(address), (table.get("eId", ""),))


def _place(plan: Plan, setting: Setting, table: etree._Element, addresses: tuple[Address, ...]) -> int:
    """The place (from 0) of the first of the new columns; their numbers and the column named beside them must agree."""
    count, command = count_columns(table), plan.command
    numbers = [address[-1].number for address in addresses]
    at: int | None = None
    if command.anchor is not None and command.position in ("after", "before"):
        beside = plan.target(setting.index, command.anchor)
        near = column_place(table, command.anchor[-1]) if beside.element is table and beside.cells else None
        if near is None:
            raise plan.refuse("place_unclear", spell(addresses[0]), (table.get("eId", ""),))
        at = near + (command.position == "after")
    for nth, number in enumerate(numbers):
        if number is None:
            wanted = count + nth if at is None else at + nth
        elif number.isdigit():
            wanted = int(number) - 1
            if wanted < count:
                raise plan.refuse("number_taken", spell(addresses[nth]), (table.get("eId", ""),))
        else:
            # "2-1" goes after 2.
            head = column_place(table, type(addresses[nth][-1])("column", number.partition("-")[0]))
            if head is None or number.count("-") > 1 or len(numbers) > 1:
                raise plan.refuse("place_unclear", spell(addresses[nth]), (table.get("eId", ""),))
            wanted = head + 1
        if at is None:
            at = wanted - nth
        if wanted != at + nth or at > count:
            raise plan.refuse("place_doubtful", spell(addresses[nth]), (table.get("eId", ""),))
    assert at is not None
    return at


def _texts(
    plan: Plan,
    setting: Setting,
    addresses: tuple[Address, ...],
    rows: list[etree._Element],
    at: int,
    table: etree._Element,
) -> list[tuple[etree._Element, ...]]:
    """The new cells, a tuple a row: as quoted; with the heading alone, empty ones below it."""
    found = [_cells(line) for line in plan.command.content]
    count = len(addresses)
    take_content(plan, setting)
    if not found or any(len(cells) != count for cells in found):
        raise plan.refuse("content_mismatch", spell(addresses[0]), (table.get("eId", ""),))
    heads, numbers = tables.head_rows(table), tables.numbering(table)
    if len(found) == 1 and len(heads) == 1 and len(rows) > 1:
        plan.note("column_empty", spell(addresses[0]), (table.get("eId", ""),))
        own = [address[-1].number or "" for address in addresses]
        if numbers is not None and not all(own):
            own = [str(at + 1 + nth) for nth in range(count)] if at == count_columns(table) else own
            if not all(own):
                raise plan.refuse("content_mismatch", spell(addresses[0]), (table.get("eId", ""),))
        texts = [found[0] if row is heads[0] else own if row is numbers else [""] * count for row in rows]
    elif len(found) == len(rows) and len(heads) <= 1:
        texts = found
    else:
        raise plan.refuse("content_mismatch", spell(addresses[0]), (table.get("eId", ""),))
    return [tuple(E.td(E.p(text)) for text in cells) for cells in texts]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("\t")]


@repeals("column", when=lambda _plan, _setting, target: target.element.tag == q("table"))
def repeal_column(plan: Plan, _setting: Setting, target: Target) -> None:
    """«графу 3 исключить»: the column goes out of the table; the others keep their numbers."""
    table = target.element
    at = column_place(table, target.address[-1])
    _look(plan, table, target.address)
    if at is None or at == 0 or tables.shared(table, at) or count_columns(table) < 3:
        raise plan.refuse("column_spans", spell(target.address), (target.eid,))
    numbers = tables.numbering(table)
    if numbers is not None and at < count_columns(table) - 1:
        plan.note("order_broken", spell(target.address), (target.eid,))
    plan.whole.extend(cell for cell in target.cells if not tables.is_across(_row(cell), table))
    plan.touched.append(table)
    plan.reshaped.append(table)
    plan.steps.append((target.address, DropColumns(table, at)))


def _row(cell: etree._Element) -> etree._Element:
    row = cell.getparent()
    assert row is not None
    return row


def _is_of_table(_plan: Plan, _setting: Setting, found: tuple[Target, ...]) -> bool:
    return len(found) == 1 and found[0].element.tag == q("table")


def _heads_column(_plan: Plan, _setting: Setting, found: tuple[Target, ...]) -> bool:
    return len(found) == 1 and bool(found[0].cells)


@replaces("column", when=_is_of_table)
def replace_column(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    """«графу 3 изложить в следующей редакции»: a line for each cell of the column, its heading the first."""
    (target,) = targets
    table = target.element
    at = column_place(table, target.address[-1])
    _look(plan, table, target.address)
    if at is None or tables.shared(table, at):
        raise plan.refuse("column_spans", spell(target.address), (target.eid,))
    take_content(plan, setting)
    cells = [cell for cell in column_cells(table, at) if not tables.is_across(_row(cell), table)]
    found = [_cells(line) for line in plan.command.content]
    if len(found) != len(cells) or any(len(line) != 1 for line in found):
        raise plan.refuse("content_mismatch", spell(target.address), (target.eid,))
    if at == 0 and any(paragraphs(cell) != tuple(line) for cell, line in zip(cells, found, strict=True)):
        # Rows are known by the numbers in the first column.
        raise plan.refuse("column_spans", spell(target.address), (target.eid,))
    for cell, (text,) in zip(cells, found, strict=True):
        plan.whole.append(cell)
        if " ".join(paragraphs(cell)) != text:
            plan.steps.append((target.address, SetBlocks(cell, (E.p(text),))))
    if not plan.steps:
        plan.note("already_worded", spell(target.address), (target.eid,))


@replaces("heading", when=_heads_column)
def replace_heading(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    """«наименование графы 3 изложить …»: the new text of the cell that heads the column."""
    (target,) = targets
    found = take_content(plan, setting)
    blocks = [element for element in found.elements if element.tag in (q("p"), q("block"), q("heading"))]
    blocks += [line.block for element in found.elements if element.tag == q("alinea") for line in lines(element)]
    if len(blocks) != len(found.elements) or not blocks:
        raise plan.refuse("content_mismatch", spell(target.address), (target.eid,))
    new = []
    for block in blocks:
        copy = adopt(block, "", quoted_prefix=found.prefix, document_prefix="", work=setting.amending.work)
        copy.tag = q("p")
        new.append(copy)
    plan.whole.append(target.element)
    if tuple(line for block in new for line in paragraphs(block)) == paragraphs(target.element):
        plan.note("already_worded", spell(target.address), (target.eid,))
        return
    plan.steps.append((target.address, SetBlocks(target.element, tuple(new))))


def _widen(row: etree._Element, by: int) -> None:
    """A cell that says how many columns it spans says so again; one that does not is left as it is."""
    for cell in row.iterchildren(q("td"), q("th")):
        if span(cell, "colspan") > 1:
            cell.set("colspan", str(span(cell, "colspan") + by))


def _changed(table: etree._Element, removed: tuple[str, ...]) -> Change:
    eid = table.get("eId", "")
    region = Region(eid) if eid else region_of(table)
    # The table stays: its text is another one.
    return Change("substitution", table, eid or region.eid, region, removed, paragraphs(table))
