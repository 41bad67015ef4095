"""The new text that a command brings: from the quoted structure it names, or from an annex of the amending act."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from lexkz.akn import iris
from lexkz.akn.namespace import local, q
from lexkz.consolidation.tree.unit_index import NUMBERED, number_key, printed_number, row_number
from lexkz.consolidation.tree.walk import drop_attribute, with_eid, with_local_href

_HOLDERS = frozenset({"intro", "content", "wrapUp"})
_DISSOLVED = "{urn:lexkz:dissolved}x"
"""Tag that elements get which are taken away while their text stays."""


@dataclass(frozen=True, slots=True, eq=False)
class Amending:
    """An amending act's tree with its elements by eId."""

    root: etree._Element
    by_eid: Mapping[str, etree._Element]
    work: str
    """Work IRI."""

    @classmethod
    def of(cls, root: etree._Element, work: str) -> "Amending":
        """Index the tree once."""
        return cls(root, {found.get("eId", ""): found for found in with_eid(root)}, work)


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """Top-level elements of quoted content, still in the amending tree: units, ``p``, ``table``, ``heading`` …"""

    quoted: etree._Element
    elements: tuple[etree._Element, ...]

    @property
    def prefix(self) -> str:
        """The eId that the eIds within the content begin with."""
        return self.quoted.get("eId", "")

    def units(self, kind: str) -> tuple[etree._Element, ...]:
        """Return the top-level units of ``kind`` (also "part", which is written as a point or a subpoint)."""
        tags = {q("paragraph"), q("subparagraph")} if kind == "part" else {q(NUMBERED[kind])}
        return tuple(element for element in self.elements if element.tag in tags)

    def rows(self) -> tuple[etree._Element, ...]:
        """Return the table rows of the content."""
        return tuple(row for element in self.elements for row in element.iter(q("tr")))

    def tables(self) -> tuple[etree._Element, ...]:
        """Return the tables of the content."""
        return tuple(table for element in self.elements for table in element.iter(q("table")))


def quoted(amending: Amending, eid: str) -> Content | None:
    """Return the content of the ``quotedStructure`` with ``eid``, or of that in the ``mod`` with ``eid``.

    A command whose units have quotes of their own has several; those that follow the first belong to it.
    """
    found = amending.by_eid.get(eid)
    if found is not None and found.tag != q("quotedStructure"):
        inner = tuple(child for child in found if local(child) == "quotedStructure")
        found = inner[0] if inner else None
    if found is None:
        return None
    elements: list[etree._Element] = []
    further = (each for each in found.itersiblings() if local(each) == "quotedStructure")
    for child in (child for block in (found, *further) for child in block):
        # A bare "content" or "intro" is a wrapper of lines.
        elements.extend(child if local(child) in _HOLDERS else (child,))
    return Content(found, tuple(elements))


def by_number(units: tuple[etree._Element, ...], number: str) -> tuple[etree._Element, ...]:
    """Return those of ``units`` (or rows) that carry the bare ``number``."""
    key = number_key(number)
    found = []
    for unit in units:
        printed = row_number(unit) if unit.tag == q("tr") else printed_number(unit)
        if printed is not None and number_key(printed) == key:
            found.append(unit)
    return tuple(found)


def adopt(source: etree._Element, eid: str, *, quoted_prefix: str, document_prefix: str, work: str) -> etree._Element:
    """Return a copy of ``source`` for the base: its eId becomes ``eid``, those below it follow, marks of amendment go.

    ``quoted_prefix`` is the eId that eIds of quoted content begin with; divisions do not prefix what is below them, so
    that such eIds get ``document_prefix`` (eId of the attachment, or ""). References within the amending act (``#…``)
    that do not lead into the copy become references to the amending act ``work``.
    """
    copy = deepcopy(source)
    copy.tail = None
    holder = next(source.iterancestors(q("quotedStructure")), None)
    if holder is not None and quoted_prefix:
        # Of several blocks each has a prefix of its own.
        quoted_prefix = holder.get("eId", "")
    old = source.get("eId", "")
    renamed: dict[str, str] = {}
    for element in with_eid(copy):
        before = element.get("eId", "")
        after = _moved(before, old, eid, quoted_prefix, document_prefix)
        if element is not copy and after is None:
            del element.attrib["eId"]
        elif after is not None:
            element.set("eId", after)
            renamed[before] = after
    if eid:
        copy.set("eId", eid)
        renamed[old] = eid
    for element in with_local_href(copy):
        aim = element.get("href", "")[1:]
        element.set("href", f"#{renamed[aim]}" if aim in renamed else iris.unit(work, aim))
    for name in ("period", "status", "wId"):
        drop_attribute(copy, name)
    _unwrap_mods(copy)
    return copy


def _moved(before: str, old: str, eid: str, quoted_prefix: str, document_prefix: str) -> str | None:
    if before == old:
        return eid or None
    if old and before.startswith(f"{old}__"):
        return f"{eid}{before[len(old) :]}"
    if quoted_prefix and before.startswith(f"{quoted_prefix}__"):
        rest = before[len(quoted_prefix) + 2 :]
        return f"{document_prefix}__{rest}" if document_prefix else rest
    return None


def _unwrap_mods(copy: etree._Element) -> None:
    """Take away ``mod`` around text (what it commands is done elsewhere); the text and its quotes stay."""
    for mod in list(copy.iter(q("mod"))):
        if mod.find(q("quotedStructure")) is not None:
            continue
        for quotation in mod.iter(q("quotedText")):
            quotation.text = quotation.get("startQuote", "") + (quotation.text or "")
            _append_text(quotation, quotation.get("endQuote", ""))
            quotation.tag = _DISSOLVED
        mod.tag = _DISSOLVED
    etree.strip_tags(copy, _DISSOLVED)


def _append_text(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
