"""The index of an act: every unit by its eId and by kind and number within each scope, built once and kept true."""

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from lexkz.akn.eids import number_part
from lexkz.akn.namespace import q
from lexkz.consolidate.walk import text, with_eid
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

_KINDS = {q(name): kind for kind, name in NUMBERED.items()}
_UNIT_TAGS = tuple(_KINDS)
_NUM = q("num")
_QUOTED = q("quotedStructure")
_ACT = q("act")
_DOCUMENTS = frozenset({q("act"), q("attachment")})
MAIN = ""
"""Scope of the act itself; attachments and units are scopes by their eId."""


class Index:
    """Looks up units of one tree without walking it. Who changes the tree says so: :meth:`learn`, :meth:`forget`."""

    def __init__(self, root: etree._Element) -> None:
        self.act = next(root.iter(q("act")))
        self._by_eid: dict[str, etree._Element] = {}
        self._units: dict[tuple[str, str, str], dict[str, etree._Element]] = {}
        """Each unit under its eId, so that one of thousands is taken out at once."""
        self._keys: dict[str, list[tuple[str, str, str]]] = {}
        self.learn(self.act)

    def element(self, eid: str) -> etree._Element | None:
        """Return the element with this eId, or None."""
        return self._by_eid.get(eid)

    def __contains__(self, eid: object) -> bool:
        return eid in self._by_eid

    def units(self, scope: str, kind: str, number: str) -> tuple[etree._Element, ...]:
        """Return the units of ``kind`` with the bare ``number`` below the element with eId ``scope``."""
        return tuple(self._units.get((scope, kind, number_key(number)), {}).values())

    def learn(self, element: etree._Element) -> None:
        """Enter ``element``, which stands in the tree, and all below it."""
        for found in with_eid(element):
            self._by_eid.setdefault(found.get("eId", ""), found)
        for unit in element.iter(*_UNIT_TAGS):
            number = printed_number(unit)
            if number is not None:
                self._enter(unit, _KINDS[unit.tag], number)
        for row in element.iter(q("tr")):
            number = row_number(row)
            if number is not None:
                self._enter(row, "row", number)

    def forget(self, element: etree._Element) -> None:
        """Take out ``element`` and all below it; to be called before it leaves the tree."""
        for found in with_eid(element):
            eid = found.get("eId", "")
            if self._by_eid.get(eid) is not found:
                continue
            del self._by_eid[eid]
            for key in self._keys.pop(eid, ()):
                self._units[key].pop(eid, None)

    def _enter(self, unit: etree._Element, kind: str, number: str) -> None:
        eid = unit.get("eId")
        if not eid or self._by_eid.get(eid) is not unit:
            return
        keys = self._keys.setdefault(eid, [])
        bare = number_key(number)
        for scope in scopes(unit):
            key = (scope, kind, bare)
            self._units.setdefault(key, {})[eid] = unit
            keys.append(key)


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
    return fold(number_part(number))


def printed_number(unit: etree._Element) -> str | None:
    """Return the bare number that a unit carries: ``"29."`` → ``"29"``, ``"5-бап."``, ``"Статья 5."`` → ``"5"``."""
    num = next(unit.iterchildren(_NUM), None)
    if num is None:
        return None
    return bare_number(text(num) if len(num) else num.text or "")


@lru_cache(maxsize=65536)
def bare_number(printed: str) -> str | None:
    """Return the number within a printed one that may have words around it; None where there is no number."""
    bare = number_part(printed)
    words = bare.split("-")
    # "5-бап", "1-1-тарау", "Статья-5-1", "Глава-II": the number is what is no word of several letters.
    numbers = [word for word in words if not _is_word(word)]
    return "-".join(numbers) or None


def _is_word(part: str) -> bool:
    letters = [char for char in part if char.isalpha()]
    return len(letters) > 1 and not all(char in "IVXLCІХС" for char in letters)


def row_number(row: etree._Element) -> str | None:
    """Return the printed number of a table row: the text of its first cell where that is a number, else None."""
    cell = next((child for child in row if child.tag in (q("td"), q("th"))), None)
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
