"""Numbering: units whose numbers jump or repeat. The text is kept; a person may want to look."""

from lxml import etree

from lexkz.akn.namespace import local, q
from lexkz.akn.numbers import follows
from lexkz.findings import Finding, finding
from lexkz.languages.detect import Lang
from lexkz.reading.blocks import Place
from lexkz.structure.findings import at
from lexkz.structure.labels import label
from lexkz.structure.record import Record

_RESTARTING = ("section", "subsection", "chapter", "subchapter", "hcontainer")
"""Divisions in which numbering can begin anew."""
_MANY = 100
"""Points before a line "2024. …" from which on it may be a point whose neighbours are missing, and not a year."""
_CHECKED = ("section", "chapter", "article", "paragraph", "subparagraph")


def check(root: etree._Element, record: Record) -> tuple[Finding, ...]:
    """Return a finding for each number that does not follow its predecessor in its list.

    A list may begin anywhere (a fragment does), begin again at 1 under another division or after text between, and have
    numbers such as 3-1 between 3 and 4. Quoted content is not looked at: it is a piece of another act.
    """
    findings: list[Finding] = []
    places = dict(record.places)
    for part in root.iter(q("body"), q("mainBody")):
        findings.extend(_walk(part, {}, places, record.lang))
    return tuple(findings)


def _walk(parent: etree._Element, last: dict[str, str], places: dict[str, Place], lang: Lang) -> list[Finding]:
    findings: list[Finding] = []
    for child in parent:
        name = local(child)
        if name in ("content", "intro", "num", "heading"):
            continue
        if name in ("alinea", "p"):
            findings.extend(_unlikely(child, parent, last, places, lang))
            # A new part of a point can begin its list again.
            for style in [style for style in last if style.startswith(("1)", "а)"))]:
                del last[style]
            continue
        number, style = _number(child)
        if name in _CHECKED and number is not None:
            findings.extend(_compare(child, number, style, last, places))
            last[style] = number
        inner = last if name in ("section", "subsection", "chapter", "subchapter", "hcontainer") else {}
        findings.extend(_walk(child, inner, places, lang))
    return findings


def _unlikely(
    line: etree._Element, parent: etree._Element, last: dict[str, str], places: dict[str, Place], lang: Lang
) -> list[Finding]:
    before = _number(parent)[0] if local(parent) == "paragraph" else last.get("paragraph")
    whole, _, _ = (before or "").partition("-")
    text = "".join(map(str, line.itertext())).strip()
    found = label(text, lang, large=True) if whole.isdigit() and int(whole) >= _MANY else None
    if found is None or not found.large or found.kind != "paragraph" or not found.rest[:1].isupper():
        return []
    eid = str(line.get("eId") or parent.get("eId") or "")
    return [finding("structure.numbering", at(places.get(eid), eid), case="unlikely", text=text, before=whole)]


def _compare(
    unit: etree._Element, number: str, style: str, last: dict[str, str], places: dict[str, Place]
) -> list[Finding]:
    before = last.get(style)
    eid = unit.get("eId", "")
    if before is None or follows(before, number):
        return []
    if number == before:
        return [finding("structure.numbering", at(places.get(eid), eid), case="repeats", number=number)]
    parent = unit.getparent()
    if number in ("1", "а", "I") and parent is not None and local(parent) in _RESTARTING:
        return []
    return [finding("structure.numbering", at(places.get(eid), eid), case="jumps", before=before, after=number)]


def _number(unit: etree._Element) -> tuple[str | None, str]:
    num = unit.find(q("num"))
    text = (num.text or "").strip() if num is not None else ""
    eid = unit.get("eId", "")
    number = eid.rpartition("__")[2].partition("_")[2].partition("_")[0]
    if not number:
        return None, ""
    name = local(unit)
    if name == "subparagraph":
        return number, "а)" if number[0].isalpha() else "1)" + _parent(text)
    return number, name + (_parent(text) if name == "paragraph" else "")


def _parent(text: str) -> str:
    """Return what stands before the last part of a decimal number: lists of "2.1." and of "3.1." are two."""
    return text.rstrip(".) ").rpartition(".")[0]
