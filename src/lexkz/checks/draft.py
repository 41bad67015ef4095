"""A draft as the rules see it: the act marked up, its commands, and its passages, each with its zone and place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.akn.namespace import NAMESPACES, local, q
from lexkz.amendment.model import Command, Reading
from lexkz.findings import FindingPlace
from lexkz.languages.detect import Lang
from lexkz.languages.drafting import Drafting
from lexkz.languages.folding import seen
from lexkz.languages.language import words_of
from lexkz.structure import Act

Zone = Literal["title", "head", "own", "quoted", "annex", "corner", "closing"]
"""``head``: requisites and preamble; ``own``: the act's own lines; ``quoted``: new text; ``closing``: signatures."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One printed paragraph, heading, cell or corner mark."""

    text: str
    """Its words, quotes of inline quotations included, without number and without the quoted block it opens."""
    zone: Zone
    scope: str
    """eId of the annex or of the quoted block it belongs to; ``""``: the act itself."""
    eid: str
    place: FindingPlace
    element: etree._Element
    number: str = ""
    """Number printed before it."""
    cell: bool = False
    block: bool = False
    """True where it opens a quoted block."""

    @property
    def full(self) -> str:
        """The words with the number before them."""
        return f"{self.number} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class DraftAct:
    """An amending act ready to be checked."""

    root: etree._Element
    lang: Lang
    words: Drafting
    reading: Reading
    passages: tuple[Passage, ...]
    places: dict[str, FindingPlace]
    bases: tuple[Act, ...] = ()
    """The acts that it amends, as far as they are at hand."""
    instruments: tuple[str, ...] = ()
    """The names of the acts that the bases approve."""

    def at(self, element: etree._Element) -> FindingPlace:
        """Return where ``element`` stands: its eId, and the page and line of the nearest recorded place."""
        return _place(element, self.places)

    def of_command(self, command: Command) -> FindingPlace:
        """Return where a command stands."""
        eid = command.source.eid
        while eid and eid not in self.places:
            eid = eid.rpartition("__")[0]
        found = self.places.get(eid)
        return (
            FindingPlace(found.page, found.line, eid)
            if found
            else FindingPlace(command.source.page, eid=command.source.eid or None)
        )

    def document(self, passage: Passage) -> str:
        """Return what a passage will be part of: base act and approved act, else the annex or the act itself."""
        for command in self.reading.commands:
            holder = f"{command.annex_of}__" if command.annex_of else ""
            annexes = {f"{holder}att_{number or 1}" for number in command.annex}
            if passage.scope and (passage.scope in annexes or passage.scope == command.source.eid):
                names = [step.name or "" for target in command.targets for step in target if step.kind == "instrument"]
                return f"{command.base.number or command.base.title}/{names[0] if names else ''}"
        return passage.scope

    def zone(self, *zones: Zone) -> tuple[Passage, ...]:
        """Return the passages of some zones, in the order of the text."""
        return tuple(passage for passage in self.passages if passage.zone in zones)

    @property
    def attachments(self) -> tuple[etree._Element, ...]:
        """The act's own annexes."""
        return tuple(self.root.findall(f"{q('act')}/{q('attachments')}/{q('attachment')}"))


def draft(root: etree._Element, reading: Reading, bases: tuple[Act, ...] = ()) -> DraftAct:
    """Return the draft of a marked-up act and its reading, with the acts that it amends as far as they are at hand."""
    language = root.find(".//akn:FRBRlanguage", NAMESPACES)
    lang = cast("Lang", language.get("language", "kaz") if language is not None else "kaz")
    places = akn_meta.places(akn_meta.of(root))
    passages = tuple(_walk(root, "own", "", places))
    names = tuple(name for base in bases for name in _approved(base.root))
    return DraftAct(root, lang, words_of(lang).drafting, reading, passages, places, bases, names)


def _approved(root: etree._Element) -> Iterator[str]:
    """The titles of what is attached to an act."""
    for attachment in root.iter(q("attachment")):
        title = attachment.find(f"{q('doc')}/{q('preface')}/{q('longTitle')}")
        if title is not None:
            yield " ".join("".join(map(str, title.itertext())).split())


_LAYOUT = re.compile(r"[ ]*[\t\n\r\xa0]\s*")
"""White space that XML layout or a line break made; doubled spaces between words stay, since they are slips."""
_ZONES: dict[str, Zone] = {"conclusions": "closing", "longTitle": "title", "preamble": "head"}


def _walk(element: etree._Element, zone: Zone, scope: str, places: dict[str, FindingPlace]) -> Iterator[Passage]:
    name = local(element)
    if name in ("", "meta", "toc", "num"):
        return
    if name == "container" and element.get("name") == "cornerMark":
        text = " ".join(_words(p) for p in element.iter(q("p")))
        yield Passage(seen(text), "corner", scope, element.get("eId", ""), _place(element, places), element)
        return
    if name in ("p", "heading"):
        yield from _passage(element, zone, scope, places)
        return
    if name == "attachment":
        zone, scope = "annex", element.get("eId", "")
    elif name == "quotedStructure":
        zone, scope = "quoted", element.get("eId", "")
    elif name == "preface" and not scope:
        zone = "head"
    elif name in _ZONES and not scope:
        zone = _ZONES[name]
    for child in element:
        yield from _walk(child, zone, scope, places)


def _passage(p: etree._Element, zone: Zone, scope: str, places: dict[str, FindingPlace]) -> Iterator[Passage]:
    quoted = next(p.iter(q("quotedStructure")), None)
    place = _place(p, places)
    text = _LAYOUT.sub(" ", _words(p)).strip()
    holder = p.getparent()
    if text or quoted is not None:
        cell = holder is not None and local(holder) in ("td", "th")
        number = _number(p)
        yield Passage(seen(text), zone, scope, place.eid or "", place, p, number, cell, quoted is not None)
    for block in p.iter(q("quotedStructure")):
        yield from _walk(block, zone, scope, places)
        break


def _words(p: etree._Element) -> str:
    """Return a paragraph's text as printed up to the block that it quotes."""
    parts: list[str] = []

    def walk(element: etree._Element) -> bool:
        name = local(element)
        if name == "quotedStructure":
            return False
        if name in ("noteRef", "authorialNote", ""):
            return True
        quoting = name == "quotedText"
        parts.append((element.get("startQuote", "") if quoting else "") + (element.text or ""))
        for child in element:
            if not walk(child):
                return False
            parts.append(child.tail or "")
        if quoting:
            parts.append(element.get("endQuote", ""))
        return True

    walk(p)
    return "".join(parts)


def _number(p: etree._Element) -> str:
    """Return the number that stands before ``p`` on its line: it is the first line of a numbered unit."""
    holder = p.getparent()
    unit = holder if local(p) == "heading" else holder.getparent() if holder is not None else None
    if holder is None or unit is None or (local(p) != "heading" and local(holder) not in ("intro", "content")):
        return ""
    num = unit.find(q("num"))
    if num is None or (local(p) != "heading" and (unit.find(q("heading")) is not None or p.getprevious() is not None)):
        return ""
    return " ".join("".join(str(text) for text in num.itertext()).split())


def _place(element: etree._Element, places: dict[str, FindingPlace]) -> FindingPlace:
    eid = None
    node: etree._Element | None = element
    while node is not None:
        own = node.get("eId")
        if own:
            eid = eid or own
            if own in places:
                return FindingPlace(places[own].page, places[own].line, eid)
        node = node.getparent()
    return FindingPlace(eid=eid)
