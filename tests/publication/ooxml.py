"""What Word demands of its files beyond well-formed XML: the order of properties, numbers that stand once, pairs."""

from collections.abc import Iterator

from lxml import etree

from lexkz.publication.docx.order import LAST_OF_ROW, ORDERS
from tests.publication.word import W


def faults(root: etree._Element) -> list[str]:
    """Return what Word would take for damage in a document's XML."""
    return [*_out_of_order(root), *_numbers(root), *_ranges(root), *_stray(root)]


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _out_of_order(root: etree._Element) -> Iterator[str]:
    for element in root.iter(*(f"{W}{name}" for name in ORDERS)):
        order = ORDERS[_name(element)]
        names = [_name(child) for child in element]
        if any(name not in order for name in names):
            yield f"{_name(element)} holds {names}"
        elif names != sorted(names, key=order.index) or len(set(names)) != len(names):
            yield f"{_name(element)} has the order {names}"
    for row in root.iter(f"{W}trPr"):
        last = [name for name in map(_name, row) if name in LAST_OF_ROW]
        if [_name(child) for child in row][len(row) - len(last) :] != last:
            yield "trPr does not end with its changes"
    for holder, properties in (("p", "pPr"), ("r", "rPr"), ("tc", "tcPr")):
        for element in root.iter(f"{W}{holder}"):
            places = [place for place, child in enumerate(element) if child.tag == f"{W}{properties}"]
            if places not in ([], [0]):
                yield f"{properties} stands at {places} of {holder}"
    for cell in root.iter(f"{W}tc"):
        if not len(cell) or cell[-1].tag != f"{W}p":
            yield "a cell does not end with a paragraph"


def _numbers(root: etree._Element) -> Iterator[str]:
    kinds = ("ins", "del", "moveFrom", "moveTo", "pPrChange", "moveFromRangeStart", "moveToRangeStart", "bookmarkStart")
    numbers = [element.get(f"{W}id") for kind in kinds for element in root.iter(f"{W}{kind}")]
    if len(set(numbers)) != len(numbers) or None in numbers:
        yield f"numbers of changes stand twice: {sorted(number or '' for number in numbers)}"


def _ranges(root: etree._Element) -> Iterator[str]:
    names = {}
    for side in ("moveFrom", "moveTo"):
        starts = {one.get(f"{W}id"): one.get(f"{W}name") for one in root.iter(f"{W}{side}RangeStart")}
        ends = [one.get(f"{W}id") for one in root.iter(f"{W}{side}RangeEnd")]
        if sorted(starts, key=str) != sorted(ends, key=str):
            yield f"ranges of {side} do not end: {starts} {ends}"
        names[side] = sorted(str(name) for name in starts.values())
    if names["moveFrom"] != names["moveTo"] or len(set(names["moveTo"])) != len(names["moveTo"]):
        yield f"moves are no pairs: {names}"
    for one in root.iter(f"{W}commentReference"):
        number = one.get(f"{W}id")
        for kind in ("commentRangeStart", "commentRangeEnd"):
            if len([each for each in root.iter(f"{W}{kind}") if each.get(f"{W}id") == number]) != 1:
                yield f"comment {number} has no {kind}"


def _stray(root: etree._Element) -> Iterator[str]:
    for change in root.iter(f"{W}del"):
        if next(change.iter(f"{W}t"), None) is not None:
            yield "deleted text stands as w:t"
    for text in root.iter(f"{W}delText"):
        if next(text.iterancestors(f"{W}del"), None) is None:
            yield "w:delText stands outside w:del"
