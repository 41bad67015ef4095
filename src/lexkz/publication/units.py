"""From the act's tree to published units: each element of the hierarchy, and each quoted structure, as units."""

from collections.abc import Iterator

from lxml import etree

from lexkz.akn import iris
from lexkz.akn.cells import span
from lexkz.akn.eids import bare_number, own_number
from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import local, q
from lexkz.akn.text import paragraphs, visible
from lexkz.publication.act_data import CellData, QuotedData, RowData, TableData, UnitData

WRAPPERS = frozenset({"content", "intro", "wrapUp", "body", "mainBody"})
"""Elements that only hold a unit's text."""
_NUM, _HEADING, _TABLE, _QUOTED = q("num"), q("heading"), q("table"), q("quotedStructure")


def units(container: etree._Element, work: str | None = None) -> tuple[UnitData, ...]:
    """Return what stands directly in a body, a main body or a quoted structure, in the order of the text.

    ``work`` is the IRI that theirs are made of, None where it is not known. Units of the hierarchy keep their kind;
    other blocks are units, too (kind ``p``, ``table``, ``block``), unnumbered.
    """
    return tuple(_unit(child, work) for child in container if local(child))


def unit_iri(element: etree._Element, work: str | None) -> str | None:
    """Return the IRI of an element of the work ``work``, the same in every version; None where one is not known."""
    eid = element.get("eId")
    return iris.unit(work, eid) if work is not None and eid else None


def unit_number(printed: str, eid: str | None) -> str | None:
    """Return the bare number of a unit whose ``num`` reads ``printed``: "1-бап", "Статья 1." give "1", "§ 2" gives "2".

    An ordinal in words ("Глава вторая") has its number in the eId only, where the reader of the language put it.
    """
    return bare_number(printed) or own_number(eid)


def table(element: etree._Element) -> TableData:
    """Return an Akoma Ntoso table as data."""
    caption = element.find(q("caption"))
    return TableData(
        eId=element.get("eId"),
        caption=visible(caption) if caption is not None else None,
        rows=tuple(_row(row) for row in element.iterchildren(q("tr"))),
    )


def _unit(element: etree._Element, work: str | None) -> UnitData:
    eid = element.get("eId")
    num, heading = element.find(_NUM), element.find(_HEADING)
    own = tuple(_own_blocks(element))
    printed = visible(num) if num is not None else None
    # Nearly no unit of a text in force quotes anything: one look at it spares a look into each block.
    quotes = next(element.iter(_QUOTED), None) is not None
    status = element.get("status")
    known: dict[str, str | None] = {"status": status} if status else {}
    return UnitData.model_validate(
        {
            **known,
            "eId": eid,
            "iri": iris.unit(work, eid) if work is not None and eid else None,
            "kind": local(element),
            "number": unit_number(printed, eid) if printed is not None else None,
            "num": printed,
            "heading": visible(heading) if heading is not None else None,
            "text": tuple(text for block in own if block.tag != _TABLE for text in _text(block, quotes=quotes)),
            "children": tuple(_unit(child, work) for child in element if local(child) in HIERARCHY),
            "tables": tuple(table(block) for block in own if block.tag == _TABLE),
            "quoted": tuple(_quoted(found, work) for block in own for found in _outermost(block)) if quotes else (),
        }
    )


def _quoted(element: etree._Element, work: str | None) -> QuotedData:
    return QuotedData(
        eId=element.get("eId"), start=element.get("startQuote"), end=element.get("endQuote"), units=units(element, work)
    )


def _own_blocks(element: etree._Element) -> Iterator[etree._Element]:
    """Give the blocks of a unit's own text; an element outside the hierarchy (p, table, block) is its own block."""
    if local(element) not in HIERARCHY:
        yield element
        return
    for child in element:
        if local(child) in WRAPPERS:
            yield from child.iterchildren(etree.Element)


def _outermost(block: etree._Element) -> Iterator[etree._Element]:
    for found in block.iter(_QUOTED):
        if not any(above.tag == _QUOTED for above in found.iterancestors() if _within(above, block)):
            yield found


def _within(element: etree._Element, block: etree._Element) -> bool:
    return element is block or any(above is block for above in element.iterancestors())


def _text(block: etree._Element, *, quotes: bool) -> tuple[str, ...]:
    """Return the block's paragraphs; quoted structures are left out, since they are given as units."""
    if not quotes or block.find(f".//{_QUOTED}") is None:
        return tuple(text for text in paragraphs(block) if text)
    words = "".join(_words(block)).strip()
    return (words,) if words else ()


def _words(element: etree._Element) -> Iterator[str]:
    if local(element) == "quotedStructure":
        return
    if local(element) == "quotedText":
        yield element.get("startQuote") or ""
    yield element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""
    if local(element) == "quotedText":
        yield element.get("endQuote") or ""


def _row(row: etree._Element) -> RowData:
    cells = tuple(
        CellData(
            text="\n".join(paragraphs(cell)),
            colspan=span(cell, "colspan"),
            rowspan=span(cell, "rowspan"),
            header=local(cell) == "th",
        )
        for cell in row
        if local(cell) in {"td", "th"}
    )
    return RowData(eId=row.get("eId"), cells=cells)
