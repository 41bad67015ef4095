"""A tracked document with all changes accepted or all rejected, as Word does it: what a proof reads."""

from copy import deepcopy
from typing import Literal

from lxml import etree

from lexkz.publication.docx.names import qw

_KEPT: dict[str, tuple[str, str]] = {"accept": ("ins", "moveTo"), "reject": ("del", "moveFrom")}
_DROPPED: dict[str, tuple[str, str]] = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}
_RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
_NAMES = (
    "ins del moveFrom moveTo pPrChange rPrChange sectPrChange tblPrChange trPrChange tcPrChange tblGridChange "
    "tblPrExChange cellIns cellDel cellMerge numberingChange"
)
CHANGES = frozenset(qw(name) for name in _NAMES.split(" "))
"""Elements that track a change."""


def decided(root: etree._Element, verdict: Literal["accept", "reject"]) -> etree._Element:
    """Return a copy of a document's XML with all its tracked changes accepted or rejected."""
    made = deepcopy(root)
    keep, drop = _KEPT[verdict], _DROPPED[verdict]
    for row in list(made.iter(qw("tr"))):
        properties = row.find(qw("trPr"))
        if properties is not None and any(properties.find(qw(name)) is not None for name in drop):
            _remove(row)
        elif properties is not None:
            for name in keep:
                for old in properties.findall(qw(name)):
                    properties.remove(old)
            if not len(properties):
                row.remove(properties)
    for table in list(made.iter(qw("tbl"))):
        if next(table.iter(qw("tr")), None) is None:
            _remove(table)
    for change in list(made.iter(*map(qw, (*keep, *drop)))):
        parent = change.getparent()
        if parent is None or parent.tag in (qw("rPr"), qw("trPr")):
            continue
        if change.tag in map(qw, drop):
            _remove(change)
        else:
            place = parent.index(change)
            parent[place : place + 1] = list(change)
    for name in ("delText", "delInstrText"):
        for text in list(made.iter(qw(name))):
            text.tag = qw("t" if name == "delText" else "instrText")
    _properties(made, verdict)
    _ends(made, keep, drop)
    for mark in list(made.iter(*map(qw, _RANGES))):
        _remove(mark)
    return made


def _properties(root: etree._Element, verdict: str) -> None:
    for change in list(root.iter(qw("pPrChange"))):
        properties = change.getparent()
        if properties is None:
            continue
        properties.remove(change)
        before = change.find(qw("pPr"))
        if verdict == "reject" and before is not None:
            kept = [child for child in properties if child.tag in (qw("rPr"), qw("sectPr"))]
            properties[:] = [*before, *kept]
        _without_nothing(properties)


def _ends(root: etree._Element, keep: tuple[str, str], drop: tuple[str, str]) -> None:
    for paragraph in list(root.iter(qw("p"))):
        end = paragraph.find(f"{qw('pPr')}/{qw('rPr')}")
        if end is None:
            continue
        if any(end.find(qw(name)) is not None for name in drop):
            content = [child for child in paragraph if child.tag != qw("pPr")]
            following = paragraph.getnext()
            while following is not None and following.tag in map(qw, _RANGES):
                following = following.getnext()
            if following is not None and following.tag == qw("p"):
                place = 1 if following.find(qw("pPr")) is not None else 0
                following[place:place] = content
                _remove(paragraph)
                continue
            followed = following is not None and following.tag in (qw("tbl"), qw("sdt"))
            if followed and not any(child.tag == qw("r") for child in content):
                _remove(paragraph)
                continue
        for name in (*keep, *drop):
            for old in end.findall(qw(name)):
                end.remove(old)
        properties = end.getparent()
        if not len(end) and properties is not None:
            properties.remove(end)
            _without_nothing(properties)


def _without_nothing(properties: etree._Element) -> None:
    parent = properties.getparent()
    if not len(properties) and parent is not None:
        parent.remove(properties)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
