"""What stands around a table and belongs to it: its title and label above, its notes below."""

import re
from collections.abc import Iterator

from lxml import etree

from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import NAMESPACES, local, q
from lexkz.akn.text import visible
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.language import words_of

_LONGEST = 400
_ENDS = (".", ";", ":", ",")
_STARRED = re.compile(r"\*|\d{1,2}\s*[)*]|[¹²³⁴⁵⁶⁷⁸⁹]")
_BARE_NOTE = re.compile(r"[^\s:.]+\s*[:.]?")
_BLOCKS = frozenset({"p", "block", "crossHeading", "heading", "table"})
_DOCUMENTS = frozenset({"doc", "act", "quotedStructure", "embeddedStructure"})
_ELSEWHERE = frozenset({"meta", "preface", "preamble", "conclusions", "attachments", "quotedStructure", "toc"})


class Surroundings:
    """The blocks of an act, document by document, for all its tables."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._flows: dict[etree._Element, tuple[list[tuple[etree._Element, bool]], dict[etree._Element, int]]] = {}

    def title(self, table: etree._Element) -> tuple[str | None, str | None]:
        """Return the title of ``table`` and its label («1-кесте»), None for what it does not have.

        The title is its caption, else the line right above it that reads like one, else that of the document that it
        is in, unless it is quoted in an instruction.
        """
        caption = table.find(q("caption"))
        if caption is not None and visible(caption):
            return visible(caption), None
        label: str | None = None
        named: str | None = None
        for block in self._above(table):
            text = " ".join(visible(block).split())
            if not text:
                continue
            if label is None and words_of(self.lang).values.label.fullmatch(fold_spaces(text)):
                label = text
            elif named is None and _is_title(block, text, self.lang):
                named = text
            else:
                break
        return named or _document_title(table), label

    def notes(self, table: etree._Element) -> tuple[str, ...]:
        """Return the notes under ``table``, one paragraph a string.

        They end at the next table, its title, or a numbered unit.
        """
        made: list[str] = []
        blocks = list(self._below(table))
        bare = False
        for place, block in enumerate(blocks):
            text = " ".join(visible(block).split())
            if not text:
                continue
            if local(block) == "table":
                break
            if block.get("name") == "note" or words_of(self.lang).structure.note.match(fold(text)) is not None:
                bare = bare or _BARE_NOTE.fullmatch(text) is not None
            else:
                goes_on = _STARRED.match(text) or (made and (bare or _runs_on(made[-1], text)))
                if not goes_on or _is_over_table(blocks[place:], self.lang):
                    break
            made.append(text)
        return tuple(made)

    def _above(self, table: etree._Element) -> Iterator[etree._Element]:
        flow, places = self._flow(table)
        for block, begins in reversed(flow[: places.get(table, 0)]):
            if local(block) == "table":
                return
            yield block
            if begins:
                return

    def _below(self, table: etree._Element) -> Iterator[etree._Element]:
        flow, places = self._flow(table)
        for block, begins in flow[places.get(table, len(flow)) + 1 :]:
            if begins or local(block) in ("heading", "crossHeading"):
                return
            yield block
            if local(block) == "table":
                return

    def _flow(self, table: etree._Element) -> tuple[list[tuple[etree._Element, bool]], dict[etree._Element, int]]:
        document = next((above for above in table.iterancestors() if local(above) in _DOCUMENTS), None)
        if document is None:
            return [(table, False)], {table: 0}
        if document not in self._flows:
            flow = list(_blocks(document))
            self._flows[document] = flow, {block: place for place, (block, _begins) in enumerate(flow)}
        return self._flows[document]


def _blocks(document: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Give the blocks of a document in order, each with whether a numbered unit begins at it."""
    begins = False
    waiting = [iter(document)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            continue
        name = local(element)
        if name in HIERARCHY and element.find(q("num")) is not None:
            begins = True
        if name in _BLOCKS and not (name != "table" and element.find(f".//{q('quotedStructure')}") is not None):
            yield element, begins
            begins = False
        elif name and name not in _ELSEWHERE and name != "num":
            waiting.append(iter(element))


def _is_title(block: etree._Element, text: str, lang: Lang) -> bool:
    if block.get("name") == "note" or block.find(f".//{q('fillIn')}") is not None or len(text) > _LONGEST:
        return False
    if text.endswith(_ENDS) or not text[0].isalnum() or text[0].islower():
        return False
    return words_of(lang).structure.note.match(fold(text)) is None and not re.match(r"\d+\s*[).]", text)


def _document_title(table: etree._Element) -> str | None:
    for above in table.iterancestors():
        if local(above) in ("quotedStructure", "embeddedStructure"):
            return None
        if local(above) in ("doc", "act"):
            found = above.find("akn:preface/akn:longTitle", NAMESPACES)
            return " ".join(visible(found).split()) or None if found is not None else None
    return None


def _is_over_table(blocks: list[etree._Element], lang: Lang) -> bool:
    """Tell whether ``blocks`` begin with the title of the table that follows, its label before or behind it."""
    for block in blocks[:3]:
        if local(block) == "table":
            return True
        text = " ".join(visible(block).split())
        if not words_of(lang).values.label.fullmatch(fold_spaces(text)) and not _is_title(block, text, lang):
            return False
    return False


def _runs_on(before: str, text: str) -> bool:
    return before.endswith((":", ";", ",")) or text[0].islower()
