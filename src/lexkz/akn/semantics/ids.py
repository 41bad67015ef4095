"""eIds: unique in the file, there where a unit must be addressed, begun with their parent's, numbered as printed."""

import re
import unicodedata
from collections.abc import Iterator

from lxml import etree

from lexkz.akn import numbers
from lexkz.akn.eids import TRANSPARENT, number_part
from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import local, q
from lexkz.akn.semantics.document import IndexedDocument, found
from lexkz.findings import Finding

_ADDRESSED = (*sorted(HIERARCHY), "attachment", "mod", "quotedStructure")
_NAMED = frozenset({"preface", "preamble", "conclusions"})
_PREFIXING = frozenset({*(HIERARCHY - TRANSPARENT), "attachment", "mod", "quotedStructure"})
_PARTS = frozenset({"attachment", "quotedStructure"})
"""What tables are counted in."""

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_SUPERSCRIPT = re.compile("[⁰¹²³⁴-⁹]+")
_LOOK_ALIKE = str.maketrans("ІХСМ", "IXCM")
"""Cyrillic letters that stand for Latin ones in Roman numbers."""

_DIGITS = re.compile(r"\d+(?:[-./]\d+)*(?:(?<=\d)[а-яәіңғүұқөһa-z](?=[.)]|$))?")
_ROMAN = re.compile(r"\b[IVXLCDM]+\b")
_HUNG_ON_ROMAN = re.compile(r"\b[IVXLC]+-\d+\b")
_OWN_NUMBER = re.compile(r"[A-Za-z]+_(?P<number>[^_]+)(?:_\d+)?")
"""Last part of an eId; a second number tells units apart that a source numbers alike."""


def duplicate(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.eid_duplicate``: each eId stands once in the whole file, attachments included."""
    for element in document.repeated:
        eid = element.get("eId", "")
        first = document.by_eid[eid]
        yield found("akn.eid_duplicate", element, eid=eid, first=local(first), second=local(element))


def missing(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.eid_missing``: units, attachments, mods and quoted structures have an eId."""
    for element in document.named(*_ADDRESSED):
        if element.get("eId") is None:
            name = local(element)
            yield found("akn.eid_missing", element, name=name)


def prefix(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.eid_prefix``: an eId is that of the unit around it, two underscores, and one part of its own.

    Divisions (sections, chapters) need not be part of the eIds below them, since numbering runs on through them. Tables
    are counted in their attachment or quoted structure, rows in their table.
    """
    for element in document.named(*_ADDRESSED, "quotedText", "table", "tr"):
        eid = element.get("eId")
        if eid is None:
            continue
        expected = _expected_prefixes(element)
        if not any(eid.startswith(start) and "__" not in eid[len(start) :] for start in expected):
            if start := expected[0]:
                yield found("akn.eid_prefix", element, case="start", eid=eid, start=start)
            else:
                yield found("akn.eid_prefix", element, case="elsewhere", eid=eid)


def number(document: IndexedDocument) -> Iterator[Finding]:
    """``akn.num_mismatch``: the number in a unit's eId is the one that is printed in its ``num``."""
    for element in document.named(*sorted(HIERARCHY)):
        eid, num = element.get("eId"), element.find(q("num"))
        if eid is None or num is None:
            continue
        own = _OWN_NUMBER.fullmatch(eid.rpartition("__")[2])
        printed = "".join(map(str, num.itertext())).strip()
        if own is None or not printed or _same_number(own["number"], printed):
            continue
        yield found("akn.num_mismatch", element, text=printed, eid=eid, printed=printed)


def _expected_prefixes(element: etree._Element) -> list[str]:
    """Return what the eId may begin with, the usual first; each ends in ``__``, or is empty."""
    name = local(element)
    if name == "tr":
        stops = frozenset({"table"}) | _PARTS
    elif name == "table":
        stops = _PARTS
    else:
        # A heading without a number groups what stands below it; numbering runs on through it as through chapters.
        stops = _PREFIXING - {"hcontainer"}
    others: list[str] = []
    for ancestor in element.iterancestors():
        eid = ancestor.get("eId")
        if not eid:
            # Parts of a document that have no eId are called by their names.
            others.extend([f"{local(ancestor)}__"] if local(ancestor) in _NAMED else [])
            continue
        if local(ancestor) in stops:
            return [f"{eid}__", *others]
        others.append(f"{eid}__")
    return ["", *others]


def _same_number(own: str, printed: str) -> bool:
    plain = _DASHES.sub("-", _SUPERSCRIPT.sub(lambda match: "-" + unicodedata.normalize("NFKC", match[0]), printed))
    hung = _HUNG_ON_ROMAN.search(plain.translate(_LOOK_ALIKE))
    if hung:
        # «Глава I-1»: in an address it is 1-1.
        return own.translate(_LOOK_ALIKE) in {hung[0], numbers.as_arabic(hung[0])}
    digits = _DIGITS.search(plain)
    if digits:
        return own == re.sub(r"[./]", "-", digits[0])
    bare = number_part(plain)
    if own.casefold() == bare.casefold():
        return True
    roman = _ROMAN.search(plain.translate(_LOOK_ALIKE))
    if roman:
        return own.translate(_LOOK_ALIKE) in {roman[0], str(numbers.roman(roman[0]))}
    # A number in words ("Бірінші бөлім") is for the language packs to read, not for this rule to judge.
    return len(bare) > 1
