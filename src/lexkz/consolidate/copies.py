"""Copies of new text for their place in the base: eIds of that place, tables counted on where their number is taken."""

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.consolidate.content import adopt
from lexkz.consolidate.index import Index, document_of
from lexkz.consolidate.plan import Setting
from lexkz.consolidate.walk import with_eid


def prefix_of(element: etree._Element) -> str:
    """Return the eId that begins the eIds of the document which ``element`` stands in: of the attachment, "" for the act."""
    document = document_of(element)
    return document.get("eId", "") if document.tag == q("attachment") else ""


def fresh_copy(
    setting: Setting, source: etree._Element, eid: str, quoted_prefix: str, where: etree._Element
) -> etree._Element:
    """Return a copy of ``source`` with the eId ``eid``, for a place in or instead of ``where``."""
    copy = adopt(source, eid, quoted_prefix=quoted_prefix, document_prefix=prefix_of(where), work=setting.amending.work)
    _count_tables(setting.index, copy, prefix_of(where), where)
    return copy


def _count_tables(index: Index, copy: etree._Element, prefix: str, where: etree._Element) -> None:
    number = 1
    for table in copy.iter(q("table")):
        eid = table.get("eId")
        known = index.element(eid) if eid else None
        if table is copy or not eid or known is None or where in known.iterancestors():
            continue
        while (free := f"{prefix}__table_{number}" if prefix else f"table_{number}") in index:
            number += 1
        number += 1
        for element in with_eid(table):
            element.set("eId", free + element.get("eId", "")[len(eid) :])
