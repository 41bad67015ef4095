"""The new text that a command brings: from the quoted structure it names, or from an annex of the amending act."""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from lexkz.akn import iris, meta
from lexkz.akn.namespace import AKN, local, q
from lexkz.akn.text import paragraphs
from lexkz.amendment.content import annex as cited_annex
from lexkz.amendment.content import lists_of_changes
from lexkz.amendment.model import Command
from lexkz.consolidation.tree import act_documents as documents
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


def brought(amending: Amending, command: Command) -> Content | None:
    """Return the content that a command quotes: of a block that it shares with another command («пункт 2 изложить и
    дополнить пунктом 2-1 в следующей редакции:») the units whose text it was read to bring."""
    found = quoted(amending, command.source.eid)
    if found is None:
        return None
    lines = [paragraphs(element) for element in found.elements]
    wanted = list(command.content)
    if [text for own in lines for text in own] == wanted:
        return found
    for start in range(len(lines)):
        for end in range(start + 1, len(lines) + 1):
            if [text for own in lines[start:end] for text in own] == wanted:
                return Content(found.quoted, found.elements[start:end])
    return found


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


_MARK = f"{{{AKN}}}doc/{{{AKN}}}preface/{{{AKN}}}container[@name='cornerMark']"


_COUNTED = re.compile(r"^(?:.*__)?att_(?P<number>\d+(?:-\d+)*)(?:_\d+)?$")


def annex(root: etree._Element, number: str, within: str = "") -> etree._Element | None:
    """Return the amending act's own annex with the printed ``number`` ("" for an only one that carries none).

    The corner mark of such an annex says first that it is an annex of the amending act, then what it is in the base.
    Where the two parts stand apart, so that the first seems a document of its own without text, the next one is meant:
    it is an annex of the amending act no more than its mark says. None where the number fits none, or several, and
    where it is a list of changes, which commands. ``within``: the eId of the list whose own annex is asked for.
    """
    if within:
        return cited_annex(root, number, within)
    found = _own_annex(root, number)
    return None if found in lists_of_changes(root) else found


def _own_annex(root: etree._Element, number: str) -> etree._Element | None:
    act = next(root.iter(q("act")))
    own = _own(act, _number_of(act))
    key = number_key(number)
    if not key:
        return _only([content for _, content in own], _number_of(act))
    found = [content for name, content in own if name == key]
    return _only(found, _number_of(act))


def _number_of(act: etree._Element) -> str | None:
    return meta.read_identity(act).number


def _only(found: list[etree._Element], number: str | None) -> etree._Element | None:
    """The one annex of several that its own mark gives to the amending act: the others are annexes of what it holds."""
    ours = [item for item in found if number is not None and _names(item, number)]
    chosen = found if len(found) == 1 else ours
    return chosen[0] if len(chosen) == 1 else None


def _names(item: etree._Element, number: str) -> bool:
    mark = " ".join(line for container in item.findall(_MARK) for line in paragraphs(container))
    return re.search(rf"(?:№|N)\s*{re.escape(number)}(?!\w)", mark) is not None


def with_followers(root: etree._Element, first: etree._Element) -> tuple[etree._Element, ...]:
    """Return an annex of the amending act with the annexes after it that its corner marks give to another act: those of
    a whole act that the annex holds. The next of the amending act's own annexes ends them."""
    act = next(root.iter(q("act")))
    number = _number_of(act)
    items = list(documents.attachments(act))
    top = next((item for item in items if item is first or first in item.iter()), None)
    out = [first]
    for item in items[items.index(top) + 1 :] if top is not None else ():
        if item.find(_MARK) is None or number is None or _names(item, number):
            break
        out.append(item)
    return tuple(out)


def _own(act: etree._Element, number: str | None) -> list[tuple[str, etree._Element]]:
    out: list[tuple[str, etree._Element]] = []
    waiting: str | None = None
    for item in documents.attachments(act):
        counted = _COUNTED.match(item.get("eId", ""))
        key = number_key(counted["number"]) if counted else ""
        ours = number is None or _names(item, number)
        if waiting is not None and not ours:
            key, waiting = waiting, None
        if _is_bare(item):
            waiting = key
            continue
        out.append((key, item))
    return out


def _is_bare(attachment: etree._Element) -> bool:
    """True where nothing but a corner mark is there, and no documents are attached either."""
    if documents.attachments(attachment) or documents.title(attachment):
        return False
    return not any(paragraphs(body) for body in attachment.iterfind(f"{q('doc')}/{q('mainBody')}"))
