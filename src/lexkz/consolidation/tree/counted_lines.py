"""The lines (абзацы) and parts (бөліктер, части) of a unit, counted as legal-technique.md says.

The first абзац is the line with the unit's number, or, in an article with a heading, the first line under it; the lines
of subunits count. A part begins with a capital letter after the end of a sentence; what its colon opens belongs to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from lexkz.akn.namespace import AKN, q
from lexkz.akn.text import paragraphs
from lexkz.consolidation.tree.walk import text
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of

_PREFIX = f"{{{AKN}}}"


_HCONTAINER, _ROW = q("hcontainer"), q("tr")


GAP = "omissis"
"""Name of the ``hcontainer`` that stands for text which is not known, in outlines."""


_HOLDERS = frozenset({"intro", "content", "wrapUp"})


_SILENT = frozenset({"num", "heading", "subheading", "meta", "table", "toc", "attachments"})


_TEXTS = frozenset({"p", "block"})
"""A note of the act's own is a ``block``."""


_SENTENCE_END = re.compile(r"[.!?…][\"»”)\]]*$")


_CAPITAL = re.compile(r"^[\"«“„(]*[^\W\d_]")


@dataclass(frozen=True, slots=True, eq=False)
class CountedLine:
    """One абзац in the tree."""

    block: etree._Element
    """The ``p`` that holds its text."""
    holder: etree._Element
    """``intro``, ``content`` or ``wrapUp`` of its unit, or the container that the ``p`` stands in."""
    unit: etree._Element
    """The ``alinea`` or the numbered unit that it is a line of."""
    first: bool
    """True for the line that carries its unit's number (or, in an ``alinea``, its text)."""

    @property
    def carrier(self) -> etree._Element:
        """The element that comes and goes with the line: its ``alinea``, else the ``p``."""
        return self.unit if self.unit.tag == q("alinea") and self.first else self.block


def is_gap(element: etree._Element) -> bool:
    """True for an element that stands for unknown text between units or rows."""
    tag = element.tag
    if tag == _HCONTAINER:
        return element.get("name") == GAP
    return tag == _ROW and element.get("class") == GAP


def is_unknown(block: etree._Element) -> bool:
    """True for a ``p`` of which only an ``omissis`` is known."""
    return len(block) > 0 and block[0].tag == q("omissis") and not text(block).strip()


def lines(unit: etree._Element) -> tuple[CountedLine, ...]:
    """Return the lines of ``unit`` in the order of the text, lines of its subunits included, gaps left out."""
    return tuple(_lines(unit))


def _lines(unit: etree._Element) -> Iterator[CountedLine]:
    first = True
    for child in unit:
        name = _name(child)
        if not name or name in _SILENT or is_gap(child):
            continue
        if name in _TEXTS:
            yield CountedLine(child, unit, unit, False)
        elif name in _HOLDERS:
            for block in _blocks(child):
                yield CountedLine(block, child, unit, first)
                first = False
        else:
            yield from _lines(child)


def _blocks(holder: etree._Element) -> Iterator[etree._Element]:
    for child in holder:
        name = _name(child)
        if name in _TEXTS:
            yield child
        elif name and name not in _SILENT:
            yield from _blocks(child)


def has_gap(unit: etree._Element) -> bool:
    """True where some of the unit's lines are unknown, so that its lines cannot be counted."""
    return any(is_gap(child) for child in unit) or any(is_unknown(line.block) for line in own(unit))


def own(unit: etree._Element) -> tuple[CountedLine, ...]:
    """Return the lines of ``unit`` itself, without those of alineas and subunits."""
    return tuple(
        CountedLine(block, child, unit, index == 0)
        for child in unit
        if _name(child) in _HOLDERS
        for index, block in enumerate(_blocks(child))
    )


def parts(unit: etree._Element) -> tuple[tuple[CountedLine, ...], ...]:
    """Return the parts of ``unit``, each with its lines."""
    found: list[list[CountedLine]] = []
    ended = True
    for line in lines(unit):
        text = " ".join(paragraphs(line.block))
        belongs = line.unit is unit or (line.unit.tag == q("alinea") and line.unit.getparent() is unit)
        if not found or (ended and belongs and _begins(text)):
            found.append([])
        found[-1].append(line)
        ended = _SENTENCE_END.search(text.rstrip()) is not None
    return tuple(tuple(part) for part in found)


def _begins(text: str) -> bool:
    match = _CAPITAL.match(text)
    return match is not None and match.group()[-1].isupper()


def _name(element: etree._Element) -> str:
    tag = element.tag
    return tag[len(_PREFIX) :] if isinstance(tag, str) and tag.startswith(_PREFIX) else ""


_END = re.compile(r"[.!?…]+[»”\")\]]*(?=\s+[«“\"(\[]*(?P<next>[^\W_]))")


_WORD = re.compile(r"[^\W\d_]+$")


_OPEN, _CLOSE = "«“(", "»”)"


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """One sentence: ``text[start:end]``, without the space around it."""

    start: int
    end: int
    sure: bool
    """False where what seems to end it may be an abbreviation («2020 г. Срок …»)."""


def sentences(text: str, lang: str) -> tuple[SentenceSpan, ...]:
    """Return the sentences of ``text``. One ends at a full stop, question or exclamation mark before a capital.

    A full stop after an initial («А. Тестов») or an abbreviation ends none before a small letter or a number; before a
    capital it may, so that the end is not sure. Within brackets and angular quotes no sentence ends.
    """
    found: list[SentenceSpan] = []
    start = len(text) - len(text.lstrip())
    for match in _END.finditer(text):
        following = match.group("next")
        before = text[: match.start()]
        if _depth(text[start : match.end()]) > 0 or not (following.isupper() or following.isdigit()):
            continue
        word = _WORD.search(before)
        short = word is not None and (len(word.group()) == 1 or fold(word.group()) in words_of(lang).abbreviations)
        if short and following.isdigit():
            continue
        numbers = following.isdigit() and before[-1:].isdigit()
        found.append(SentenceSpan(start, match.end(), sure=not short and not numbers))
        start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    end = len(text.rstrip())
    if start < end:
        found.append(SentenceSpan(start, end, sure=True))
    return tuple(found)


def _depth(text: str) -> int:
    return sum(text.count(mark) for mark in _OPEN) - sum(text.count(mark) for mark in _CLOSE)
