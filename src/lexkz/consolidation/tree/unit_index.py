"""The index of an act: every unit by its eId and by kind and number within each scope, built once and kept true."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from lexkz.akn.eids import bare_number, number_part
from lexkz.akn.namespace import q
from lexkz.akn.numbers import as_arabic
from lexkz.consolidation.tree.walk import text, with_eid
from lexkz.languages.folding import fold

NUMBERED = {
    "section": "section",
    "subsection": "subsection",
    "chapter": "chapter",
    "subchapter": "subchapter",
    "article": "article",
    "paragraph": "paragraph",
    "subparagraph": "subparagraph",
}
"""Kind of unit (legal-technique.md) to the Akoma Ntoso element that it is."""
NUMBERED_TAGS = frozenset(q(name) for name in NUMBERED.values())

_KINDS = {q(name): kind for kind, name in NUMBERED.items()}
_UNIT_TAGS = tuple(_KINDS)
_NUM = q("num")
_DIVISIONS = frozenset(q(name) for name in ("section", "subsection", "chapter", "subchapter"))
_PLAIN = re.compile(r"(\d+(?:-\d+)*)[.)]")
_ROW = q("tr")
_CELLS = (q("td"), q("th"))
_QUOTED = q("quotedStructure")
_ACT = q("act")
_DOCUMENTS = frozenset({q("act"), q("attachment")})
MAIN = ""
"""Scope of the act itself; attachments and units are scopes by their eId."""


class Index:
    """Looks up units of one tree without walking it. Who changes the tree says so: :meth:`learn`, :meth:`forget`.

    eIds are entered at once; the units of a kind within a scope when they are first asked for, and are kept from then.
    """

    def __init__(self, root: etree._Element) -> None:
        self.act = next(root.iter(_ACT))
        self._by_eid: dict[str, etree._Element] = {}
        self._tables: dict[tuple[str, str], _Table] = {}
        """Scope and kind to number to the units that carry it, each under its eId: one of thousands goes at once."""
        self._entered: dict[str, list[tuple[_Table, str]]] = {}
        self._kinds: dict[str, list[str]] = {}
        language = self.act.find("/".join(map(q, ("meta", "identification", "FRBRExpression", "FRBRlanguage"))))
        self.lang = "" if language is None else language.get("language", "")
        """``kaz`` or ``rus``; "" where the act does not say it."""
        self.former_titles: dict[str, str] = {}
        """eIds of attached documents, each with its title before the acts of the day: they know it by that one, too."""
        self.still: set[etree._Element] = set()
        """Units that acts applied to the tree have suspended."""
        for found in self.act.iter(etree.Element):
            eid = found.get("eId")
            if eid:
                self._by_eid.setdefault(eid, found)

    def element(self, eid: str) -> etree._Element | None:
        """Return the element with this eId, or None."""
        return self._by_eid.get(eid)

    def __contains__(self, eid: object) -> bool:
        return eid in self._by_eid

    def units(self, scope: str, kind: str, number: str) -> tuple[etree._Element, ...]:
        """Return the units of ``kind`` with the bare ``number`` below the element with eId ``scope``."""
        table = self._tables.get((scope, kind))
        if table is None:
            table = self._read(scope, kind)
        return tuple(table.get(number_key(number), {}).values())

    def learn(self, element: etree._Element) -> None:
        """Enter ``element``, which stands in the tree, and all below it."""
        for found in with_eid(element):
            self._by_eid.setdefault(found.get("eId", ""), found)
        for unit in element.iter(*_UNIT_TAGS, _ROW):
            kind = _KINDS.get(unit.tag, "row")
            number = printed_number(unit) if unit.tag != _ROW else row_number(unit)
            if number is not None:
                for scope in scopes(unit):
                    table = self._tables.get((scope, kind))
                    if table is not None:
                        self._enter(table, unit, number)

    def forget(self, element: etree._Element) -> None:
        """Take out ``element`` and all below it; to be called before it leaves the tree."""
        for found in with_eid(element):
            eid = found.get("eId", "")
            if self._by_eid.get(eid) is not found:
                continue
            del self._by_eid[eid]
            for table, number in self._entered.pop(eid, ()):
                table[number].pop(eid, None)
            for kind in self._kinds.pop(eid, ()):
                del self._tables[eid, kind]

    def _read(self, scope: str, kind: str) -> "_Table":
        table: _Table = {}
        element = self.act if scope == MAIN else self._by_eid.get(scope)
        if element is None:
            return table
        self._tables[scope, kind] = table
        self._kinds.setdefault(scope, []).append(kind)
        for holder in _own_parts(element):
            quoting = next(holder.iter(_QUOTED), None) is not None
            for unit in holder.iter(_ROW if kind == "row" else q(NUMBERED[kind])):
                number = row_number(unit) if kind == "row" else printed_number(unit)
                if number is None or unit is element or (quoting and scope not in scopes(unit)):
                    continue
                self._enter(table, unit, number)
        return table

    def _enter(self, table: "_Table", unit: etree._Element, number: str) -> None:
        eid = unit.get("eId")
        if eid and self._by_eid.get(eid) is unit:
            key = number_key(number)
            table.setdefault(key, {})[eid] = unit
            self._entered.setdefault(eid, []).append((table, key))


_Table = dict[str, dict[str, etree._Element]]


def _own_parts(scope: etree._Element) -> tuple[etree._Element, ...]:
    """What of ``scope`` is its own: of an act or an attachment all but the documents that are attached to it."""
    if scope.tag not in _DOCUMENTS:
        return (scope,)
    holder = scope if scope.tag == _ACT else scope.find(q("doc"))
    if holder is None:
        return ()
    return tuple(child for child in holder if child.tag not in (q("attachments"), q("meta")))


def scopes(unit: etree._Element) -> Iterator[str]:
    """Yield the eIds of what ``unit`` stands in, up to its own document (``""`` for the act)."""
    for parent in unit.iterancestors():
        if parent.tag in _DOCUMENTS:
            yield parent.get("eId", MAIN) if parent.tag != _ACT else MAIN
            return
        if parent.tag == _QUOTED:
            return
        eid = parent.get("eId")
        if eid:
            yield eid


@lru_cache(maxsize=65536)
def number_key(number: str) -> str:
    """Return a bare number as it is compared: letters folded, one kind of hyphen."""
    return number if number.isdigit() else fold(number_part(number))


def printed_number(unit: etree._Element) -> str | None:
    """Return the bare number that a unit carries: ``"29."`` → ``"29"``, ``"5-бап."``, ``"Статья 5."`` → ``"5"``.

    That of a division is in figures, as addresses have it: ``"Глава II"`` → ``"2"``.
    """
    num = unit.find(_NUM)
    if num is None:
        return None
    plain = _PLAIN.fullmatch(num.text or "")
    if plain is not None and not len(num):
        return plain.group(1)
    bare = bare_number(text(num) if len(num) else num.text or "")
    return as_arabic(bare) if bare is not None and unit.tag in _DIVISIONS else bare


def row_number(row: etree._Element) -> str | None:
    """Return the printed number of a table row: the text of its first cell where that is a number, else None."""
    cell = next((child for child in row if child.tag in _CELLS), None)
    if cell is None or row.get("class") == "omissis":
        return None
    bare = number_part(text(cell).strip())
    return bare if bare and all(part.isdigit() for part in bare.split("-")) else None


def document_of(element: etree._Element) -> etree._Element:
    """Return the act or the attachment that ``element`` stands in (an attachment for itself)."""
    if element.tag in _DOCUMENTS:
        return element
    return next(parent for parent in element.iterancestors() if parent.tag in _DOCUMENTS)


def body_of(document: etree._Element) -> etree._Element | None:
    """Return the body of an act, or the main body of an attachment's document; None where there is none."""
    if document.tag == q("act"):
        return document.find(q("body"))
    doc = document.find(q("doc"))
    return None if doc is None else doc.find(q("mainBody"))
