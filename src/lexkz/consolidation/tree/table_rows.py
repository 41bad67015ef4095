"""Tables and their rows: found by name and by printed number."""

import re

from lxml import etree

from lexkz.akn.cells import span
from lexkz.akn.namespace import E, q
from lexkz.akn.numbers import as_arabic
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Step
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree.counted_lines import is_gap
from lexkz.consolidation.tree.unit_index import MAIN, Index, number_key, row_number
from lexkz.languages.folding import fold_spaces


def tables(scope: etree._Element) -> tuple[etree._Element, ...]:
    """Return the tables of ``scope``: of an act or attachment its own, not those of documents attached to it."""
    if scope.tag == q("table"):
        return (scope,)
    if scope.tag in (q("act"), q("attachment")):
        holder = scope if scope.tag == q("act") else scope.find(q("doc"))
        if holder is None:
            return ()
        return tuple(
            table
            for child in holder
            if child.tag not in (q("attachments"), q("meta"))
            for table in child.iter(q("table"))
        )
    return tuple(scope.iter(q("table")))


def name_of(table: etree._Element) -> str | None:
    """Return the table's name: its caption, else the paragraph or heading right before it."""
    caption = table.find(q("caption"))
    if caption is not None:
        return " ".join(paragraphs(caption)) or None
    for unit in (table, *table.iterancestors()):
        if unit.tag in (q("mainBody"), q("body")):
            break
        if (previous := unit.getprevious()) is not None:
            return next(reversed(paragraphs(previous)), None)
    return None


def find_table(scope: etree._Element, step: Step) -> tuple[etree._Element, ...]:
    """Return the tables of ``scope`` that ``step`` can mean: by name, by number, else all of them."""
    found = tables(scope)
    if step.name:
        names = [name_of(table) or "" for table in found]
        places = documents.named(step.name, names)
        if places:
            return tuple(found[place] for place in places)
        if len(found) == 1 and _is_title_of(scope, step.name):
            return found
        return ()
    if step.number and step.number.isdigit() and len(found) > 1:
        place = int(step.number) - 1
        return found[place : place + 1]
    return found


def _is_title_of(scope: etree._Element, name: str) -> bool:
    """True where the annex that holds a single table bears the table's name as its own title."""
    title = documents.title(scope) if scope.tag in (q("act"), q("attachment")) else None
    return title is not None and bool(documents.named(name, [title]))


def find_row(index: Index, scope: etree._Element, number: str) -> tuple[etree._Element, ...]:
    """Return the rows of ``scope`` with the printed ``number``."""
    eid = MAIN if scope.tag == q("act") else scope.get("eId", "")
    return index.units(eid, "row", number)


def rows_said(scope: etree._Element, rows: tuple[etree._Element, ...], said: str) -> tuple[etree._Element, ...]:
    """Return the rows of ``scope``, or of the given ``rows`` of it, that a command tells by their words: those of the
    cell that names the row, its first one with letters, or all words of the row. A row of headings is none of them."""
    wanted = fold_spaces(said)
    body = rows or tuple(row for table in tables(scope) for row in list(table.iterchildren(q("tr")))[1:])
    printed = [[fold_spaces(" ".join(paragraphs(cell))) for cell in row] for row in body]
    whole = tuple(row for row, cells in zip(body, printed, strict=True) if " ".join(filter(None, cells)) == wanted)
    if whole:
        return whole
    names = [next((cell for cell in cells if any(map(str.isalpha, cell))), None) for cells in printed]
    return tuple(row for row, name in zip(body, names, strict=True) if name == wanted)


def columns(table: etree._Element) -> int:
    """Return how many columns the widest row of ``table`` spans."""
    return max((width(row) for row in table.iterchildren(q("tr"))), default=0)


def width(row: etree._Element) -> int:
    """Return how many columns the cells of ``row`` span."""
    return sum(span(cell, "colspan") for cell in row if cell.tag in (q("td"), q("th")))


def grid(table: etree._Element) -> list[dict[int, etree._Element]]:
    """Return, a row at a time, which cell stands in which column (counted from 0), spans reckoned in."""
    out: list[dict[int, etree._Element]] = []
    hanging: dict[int, tuple[etree._Element, int]] = {}
    for row in table.iterchildren(q("tr")):
        line = {column: cell for column, (cell, _) in hanging.items()}
        hanging = {column: (cell, left - 1) for column, (cell, left) in hanging.items() if left > 1}
        column = 0
        for cell in row.iterchildren(q("td"), q("th")):
            while column in line:
                column += 1
            for taken in range(column, column + span(cell, "colspan")):
                line[taken] = cell
                if span(cell, "rowspan") > 1:
                    hanging[taken] = (cell, span(cell, "rowspan") - 1)
            column += span(cell, "colspan")
        out.append(line)
    return out


def hung_from_above(table: etree._Element, row: etree._Element) -> tuple[etree._Element, ...]:
    """Return the cells of rows above that reach into ``row``, each once."""
    place = list(table.iterchildren(q("tr"))).index(row)
    return tuple(dict.fromkeys(cell for cell in grid(table)[place].values() if cell.getparent() is not row))


def column_place(table: etree._Element, step: Step) -> int | None:
    """Return the column that ``step`` means, counted from 0: by the row that numbers the columns, else by counting; or
    by its heading. None where there is none, or several."""
    rows = grid(table)
    if step.number is not None and step.number.isdigit():
        for line in rows[:5]:
            printed = [" ".join(paragraphs(line[column])) for column in sorted(line)]
            if len(printed) > 1 and printed == [str(number) for number in range(1, len(printed) + 1)]:
                return printed.index(step.number) if step.number in printed else None
        return int(step.number) - 1 if 1 <= int(step.number) <= columns(table) else None
    if step.name:
        heads = {column: " ".join(paragraphs(cell)) for line in rows[:1] for column, cell in line.items()}
        found = documents.named(step.name, list(heads.values()))
        return list(heads)[found[0]] if len(found) == 1 else None
    return None


def column_cells(table: etree._Element, column: int) -> tuple[etree._Element, ...]:
    """Return the cells that stand in ``column``, each once, from the top."""
    return tuple(dict.fromkeys(line[column] for line in grid(table) if column in line))


def cell_at(table: etree._Element, row: etree._Element, column: int) -> etree._Element | None:
    """Return the cell of ``row`` in ``column``; None where another row's cell reaches into it, or several columns."""
    rows = list(table.iterchildren(q("tr")))
    cell = grid(table)[rows.index(row)].get(column)
    return cell if cell is not None and cell.getparent() is row and span(cell, "colspan") == 1 else None


def empty_row(row: etree._Element, official: str) -> None:
    cells = list(row)
    spans = sum(span(cell, "colspan") for cell in cells[1:])
    for cell in cells[1:]:
        row.remove(cell)
    cell = E.td(E.p(official))
    if spans > 1:
        cell.set("colspan", str(spans))
    row.append(cell)


def empty_table(table: etree._Element, official: str) -> None:
    """Leave of a table its caption, and one cell over all its columns that says what became of it."""
    cell = E.td(E.p(official))
    wide = columns(table)
    if wide > 1:
        cell.set("colspan", str(wide))
    for row in list(table.iterchildren(q("tr"))):
        table.remove(row)
    table.append(E.tr(cell))


_CELLS = (q("td"), q("th"))


def rows_of(table: etree._Element) -> list[etree._Element]:
    """Return the rows of ``table`` from the top."""
    return list(table.iterchildren(q("tr")))


def numbering(table: etree._Element) -> etree._Element | None:
    """Return the row that numbers the columns ("1 | 2 | 3"), if the table has one among its first rows."""
    for row in rows_of(table)[:5]:
        printed = [" ".join(paragraphs(cell)) for cell in row.iterchildren(*_CELLS)]
        if len(printed) > 1 and printed == [str(number) for number in range(1, len(printed) + 1)]:
            return row
    return None


def head_rows(table: etree._Element) -> list[etree._Element]:
    """Return the rows that head the columns: those above the row of numbers, else above the first numbered row."""
    rows, numbers = rows_of(table), numbering(table)
    first = next((place for place, row in enumerate(rows) if row_number(row) is not None), 1)
    above = rows[:first] if numbers is None else rows[: rows.index(numbers)]
    return [row for row in above if not is_across(row, table)]


def heading(table: etree._Element, column: int) -> etree._Element | None:
    """Return the cell that heads ``column`` (from 0) alone; None where none does, or several.

    A cell over several columns heads a group of them, not one.
    """
    heads, lines = head_rows(table), grid(table)
    cells = dict.fromkeys(lines[place][column] for place in range(len(heads)) if column in lines[place])
    own = [cell for cell in cells if span(cell, "colspan") == 1]
    return own[0] if len(own) == 1 else None


def is_across(row: etree._Element, table: etree._Element) -> bool:
    """True for a row of one cell over the whole table: the heading of a section of it."""
    return len(list(row.iterchildren(*_CELLS))) == 1 and columns(table) > 1


def own_rows(table: etree._Element) -> list[etree._Element]:
    """Return the rows that have a cell in each column, without those of one cell across the table."""
    return [row for row in rows_of(table) if not is_across(row, table)]


def irregular(table: etree._Element) -> bool:
    """True where a row neither fills the columns of its table nor is one cell across, so that columns are not sure."""
    wide, lines = columns(table), grid(table)
    return any(
        len(line) != wide and not is_across(row, table) for row, line in zip(rows_of(table), lines, strict=True)
    ) or any(width(row) not in (1, wide) for row in rows_of(table) if is_across(row, table))


def parted(table: etree._Element, column: int) -> tuple[etree._Element, ...]:
    """Return the cells that reach over the left border of ``column`` (from 0), rows of one cell across aside."""
    found = [
        line[column]
        for row, line in zip(rows_of(table), grid(table), strict=True)
        if column > 0 and column in line and line.get(column - 1) is line[column] and not is_across(row, table)
    ]
    return tuple(dict.fromkeys(found))


def shared(table: etree._Element, column: int) -> tuple[etree._Element, ...]:
    """Return the cells that stand in ``column`` and in others as well, rows of one cell across aside."""
    found = [
        line[column]
        for row, line in zip(rows_of(table), grid(table), strict=True)
        if column in line and span(line[column], "colspan") > 1 and not is_across(row, table)
    ]
    return tuple(dict.fromkeys(found))


SECTION_KINDS = frozenset({"section", "subsection", "chapter", "subchapter"})
"""What the sections of tables are called."""


_LABEL = re.compile(
    r"^(?:(?:раздел|подраздел|глава|параграф|бөлім|тарау)\s*)?(?:№\s*)?"
    r"(?P<number>\d+(?:-\d+)*|[ivxlc]+|[іхvlс]+)(?:\s*-?\s*(?:бөлім|кіші бөлім|тарау|параграф))?[.):–-]*(?:\s+|$)"
)


def find_section(scope: etree._Element, step: Step) -> tuple[tuple[etree._Element, tuple[etree._Element, ...]], ...]:
    """Return the rows that head the sections of the tables of ``scope`` which ``step`` can mean, each with the rows of
    its section: by the number that the heading row begins with, else by its words."""
    heads = [(row, table) for table in tables(scope) for row in rows_of(table) if is_across(row, table)]
    texts = [fold_spaces(" ".join(paragraphs(row))) for row, _ in heads]
    chosen: list[int] = []
    if step.number is not None:
        wanted = _key(step.number)
        chosen = [at for at, text in enumerate(texts) if (label := _LABEL.match(text)) and _key(label[1]) == wanted]
    elif step.name:
        chosen = list(documents.named(step.name, texts)) or list(
            documents.named(step.name, [_LABEL.sub("", text) for text in texts])
        )
    return tuple((heads[at][0], _below(*heads[at])) for at in chosen)


def _key(number: str) -> str:
    return number_key(as_arabic(number))


def _below(head: etree._Element, table: etree._Element) -> tuple[etree._Element, ...]:
    out = []
    for row in head.itersiblings(q("tr")):
        if is_across(row, table) or is_gap(row):
            break
        out.append(row)
    return tuple(out)
