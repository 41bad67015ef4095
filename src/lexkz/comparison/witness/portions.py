"""An act in the portions by which its two languages are compared: whole points, headings, titles, quoted units.

The smallest unit is no measure: where Russian begins with the verb and the day, Kazakh ends with them, so that they
stand at a point's first line in one text and at its last subpoint in the other.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import local, q
from lexkz.akn.text import paragraphs

_NUMBERED_BY_PLACE = ("al_", "hcontainer_", "list_", "indent_")
"""Last parts of eIds of what has no number of its own: such units are told by their count, not by their eId."""
_QUOTED = q("quotedStructure")
Named = Callable[[etree._Element], str | None]
"""From a quotation to the name by which both languages know it; None where it has none."""


@dataclass(slots=True)
class Portion:
    """One portion of an act."""

    key: str
    """The same in both languages."""
    eid: str
    """eId in its own text."""
    kind: str
    """Name of its element."""
    lines: list[tuple[str, str]] = field(default_factory=list)
    """Key of the smallest numbered unit, and a line of it."""
    tables: list[etree._Element] = field(default_factory=list)
    heading: bool = False
    """True for the heading of a unit whose points are portions of their own."""

    def text(self, without: frozenset[str] = frozenset()) -> str:
        """Its lines as one text, those of the units ``without`` left out."""
        return "\n".join(line for key, line in self.lines if not any(inside(key, gone) for gone in without))


@dataclass(slots=True)
class Portions:
    """An act in portions, in the order of the text."""

    portions: dict[str, Portion] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    """Key of each numbered unit, annex and quoted unit, and its eId, in the order of the text."""
    closings: dict[str, Portion] = field(default_factory=dict)
    """Key of each document, and who signed it."""
    marks: dict[str, Portion] = field(default_factory=dict)
    """Key of each document, and its corner mark."""


def inside(key: str, outer: str) -> bool:
    """True where ``key`` is the unit ``outer`` or stands in it."""
    return key == outer or key.startswith((f"{outer}__", f"{outer}::"))


def portions(root: etree._Element, named: Named | None = None) -> Portions:
    """Return the portions of an act's text. ``named`` names its quotations; without it they are told by their place."""
    walk = _Walk(named or (lambda _: None))
    document = root[0] if local(root) == "akomaNtoso" and len(root) else root
    walk.document(document, "")
    return walk.out


class _Walk:
    def __init__(self, named: Named) -> None:
        self.named = named
        self.out = Portions()
        self.renamed: list[tuple[str, str]] = []
        """For the quotations around: how their eIds begin, and the key that stands for it."""

    def key(self, element: etree._Element) -> str:
        eid = element.get("eId") or ""
        for start, name in reversed(self.renamed):
            if eid == start or eid.startswith(f"{start}__"):
                return name + eid[len(start) :]
        return eid

    def portion(self, key: str, element: etree._Element, *, heading: bool = False) -> Portion:
        found = self.out.portions.get(key)
        if found is None:
            found = Portion(key, element.get("eId") or "", local(element), heading=heading)
            self.out.portions[key] = found
        return found

    def document(self, document: etree._Element, key: str) -> None:
        for child in document:
            name = local(child)
            if name in ("preface", "preamble", "conclusions"):
                for part in child:
                    # Signatures are names, and corner marks are cut into lines as they fit: they are compared apart.
                    if name == "conclusions" or local(part) == "container":
                        self.aside(self.out.closings if name == "conclusions" else self.out.marks, key, part)
                    elif local(part):
                        self.lines(self.portion(f"{key}~{local(part)}", part), key, part)
            elif name in ("body", "mainBody"):
                self.body(child, key)
            elif name == "attachments":
                for attachment in child.iterchildren(q("attachment")):
                    self.attachment(attachment)

    @staticmethod
    def aside(kept: dict[str, Portion], key: str, part: etree._Element) -> None:
        if local(part):
            portion = kept.setdefault(key, Portion(key, part.get("eId") or "", local(part)))
            portion.lines.extend((key, line) for line in paragraphs(part))

    def attachment(self, attachment: etree._Element) -> None:
        key = self.key(attachment)
        self.out.units[key] = attachment.get("eId") or ""
        doc = attachment.find(q("doc"))
        if doc is not None:
            self.document(doc, key)

    def body(self, body: etree._Element, key: str) -> None:
        for child in body:
            if local(child) in HIERARCHY:
                self.unit(child, key)
            elif local(child):
                self.lines(self.portion(f"{key}~text", child), key, child)

    def unit(self, unit: etree._Element, around: str) -> None:
        """Take a unit: as one portion, or its heading and the units below it."""
        key = self.numbered(unit) or around
        below = [child for child in unit if local(child) in HIERARCHY]
        if not below or not self.is_parted(unit):
            self.whole(self.portion(key if key != around else f"{around}~text", unit), unit, key)
            return
        own = self.portion(key if key != around else f"{around}~text", unit, heading=True)
        for child in unit:
            if local(child) in HIERARCHY:
                self.unit(child, key)
            elif local(child) != "num":
                self.lines(own, key, child)

    def numbered(self, unit: etree._Element) -> str | None:
        key = self.key(unit)
        if not key or key.rpartition("__")[2].startswith(_NUMBERED_BY_PLACE):
            return None
        self.out.units[key] = unit.get("eId") or ""
        return key

    @staticmethod
    def is_parted(unit: etree._Element) -> bool:
        """Whether points, or the quotations of an amending act, stand below a unit: they are portions of their own."""
        return any(element is not unit for element in unit.iter(q("paragraph"), q("article"), _QUOTED))

    def whole(self, portion: Portion, unit: etree._Element, key: str) -> None:
        for child in unit:
            name = local(child)
            if name in HIERARCHY:
                self.whole(portion, child, self.numbered(child) or key)
            elif name not in ("", "num"):
                self.lines(portion, key, child)

    def lines(self, portion: Portion, key: str, block: etree._Element) -> None:
        """Take the lines of a block; its tables and quotations are taken apart."""
        for quotation in block.iter(_QUOTED):
            self.quotation(quotation, key)
        quoted = {inner for quotation in block.iter(_QUOTED) for inner in quotation.iter()}
        portion.tables.extend(table for table in block.iter(q("table")) if table not in quoted)
        portion.lines.extend((key, line) for line in _own_lines(block))

    def quotation(self, quotation: etree._Element, key: str) -> None:
        eid = quotation.get("eId") or ""
        name = f"{key}::{self.named(quotation) or eid.rpartition('__')[0].rpartition('__')[2]}"
        self.renamed.append((eid, name))
        rest = self.portion(name, quotation)
        for child in quotation:
            if local(child) in HIERARCHY:
                self.unit(child, name)
            elif local(child):
                self.lines(rest, name, child)
        self.renamed.pop()


def _own_lines(block: etree._Element) -> Iterator[str]:
    """The lines of a block without those of its tables, quotations and commands: these are compared apart."""
    if block.tag == q("table") or block.find(q("mod")) is not None:
        return
    apart = list(block.iter(_QUOTED, q("table"), q("mod")))
    if not apart:
        yield from paragraphs(block)
        return
    for child in block:
        if child.tag == q("table"):
            continue
        yield from _own_lines(child)
