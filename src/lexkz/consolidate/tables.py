"""Tables and their rows: found by name and by printed number."""

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.akn.text import paragraphs
from lexkz.amend.model import Step
from lexkz.consolidate import documents
from lexkz.consolidate.index import MAIN, Index


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
    before: etree._Element | None = table
    while before is not None:
        previous = before.getprevious()
        if previous is not None:
            text = paragraphs(previous)
            return text[-1] if text else None
        before = before.getparent()
        if before is None or before.tag in (q("mainBody"), q("body")):
            return None
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


def columns(table: etree._Element) -> int:
    """Return how many columns the widest row of ``table`` spans."""
    return max((width(row) for row in table.iterchildren(q("tr"))), default=0)


def width(row: etree._Element) -> int:
    """Return how many columns the cells of ``row`` span."""
    return sum(int(cell.get("colspan", "1")) for cell in row if cell.tag in (q("td"), q("th")))
