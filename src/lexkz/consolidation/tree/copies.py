"""Copies of new text for their place in the base, with eIds of that place; tables are counted on where need be."""

from lxml import etree

from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import q
from lexkz.consolidation.new_content import adopt
from lexkz.consolidation.plan import Setting
from lexkz.consolidation.tree.unit_index import Index, document_of
from lexkz.consolidation.tree.walk import attribute, with_eid

_UNITS = frozenset(q(name) for name in (*HIERARCHY, "attachment"))


def prefix_of(element: etree._Element) -> str:
    """Return what begins the eIds of the document that ``element`` stands in: the attachment's eId, "" for the act."""
    document = document_of(element)
    return document.get("eId", "") if document.tag == q("attachment") else ""


def fresh_copy(
    setting: Setting, source: etree._Element, eid: str, quoted_prefix: str, where: etree._Element
) -> etree._Element:
    """Return a copy of ``source`` with the eId ``eid``, for a place in or instead of ``where``."""
    copy = adopt(source, eid, quoted_prefix=quoted_prefix, document_prefix=prefix_of(where), work=setting.amending.work)
    _count_on(setting.index, copy, where)
    return copy


def _count_on(index: Index, copy: etree._Element, where: etree._Element) -> None:
    """Give free numbers to what is counted within a document (tables, blanks of forms, references) and is taken there.

    Units keep theirs: that a unit's number is taken is for a finding to say.
    """
    given: set[str] = set()
    for element in with_eid(copy):
        eid = attribute(element, "eId")
        if element is copy or element.tag in _UNITS or not _is_taken(index, eid, where, given):
            given.add(eid)
            continue
        stem, _, number = eid.rpartition("_")
        count = int(number) if number.isdigit() else 1
        while _is_taken(index, f"{stem}_{count}", where, given):
            count += 1
        for inner in with_eid(element):
            inner.set("eId", f"{stem}_{count}{attribute(inner, 'eId')[len(eid) :]}")
        given.add(f"{stem}_{count}")


def _is_taken(index: Index, eid: str, where: etree._Element, given: set[str]) -> bool:
    known = index.element(eid)
    return eid in given or (known is not None and not any(parent is where for parent in known.iterancestors()))
