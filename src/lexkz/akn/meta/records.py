"""``proprietary``: our own records about a file: places in the source, repairs in reading, furniture, the outline mark.

A record points to the element it is about by ``href="#eId"``, not by an ``eId`` of its own: eIds are unique in a file.
"""

from dataclasses import dataclass

from lxml import etree

from lexkz.akn.meta.sections import ensure
from lexkz.akn.namespace import LEXKZ, q
from lexkz.findings import FindingPlace

Box = tuple[float, float, float, float]
"""Left, top, right and bottom on a page, in points from the page's top left corner."""


@dataclass(frozen=True, slots=True)
class RepairRecord:
    """What a reader put back in its place."""

    eid: str | None
    """eId of the unit whose text it is."""
    rule: str
    text: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class FurnitureRecord:
    """Text of the page, not of the act."""

    kind: str
    text: str
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Registration:
    """The act's entry in the register of state registration of normative acts."""

    number: str
    date: str | None = None
    """ISO date."""


def record_place(
    meta: etree._Element,
    eid: str,
    page: int | None,
    line: int | None = None,
    anchor: str | None = None,
    box: Box | None = None,
) -> None:
    """Record where the unit with ``eid`` begins in its source.

    ``page`` and ``line`` are counted from 1; ``anchor`` is the source's own mark at the place, as in a web page;
    ``box`` is where it stands on its page.
    """
    held = " ".join(f"{side:.1f}" for side in box) if box is not None else None
    _add(meta, "place", None, href=f"#{eid}", page=page, line=line, anchor=anchor, box=held)


def boxes(meta: etree._Element) -> dict[str, Box]:
    """Return where the units stand on their pages, by eId: for sources that have pages with places on them."""
    found = {}
    for record in _all(meta, "place"):
        sides = [float(side) for side in (record.get("box") or "").split()]
        eid = _target(record)
        if eid and len(sides) == 4:
            found[eid] = (sides[0], sides[1], sides[2], sides[3])
    return found


def places(meta: etree._Element) -> dict[str, FindingPlace]:
    """Return the recorded places by eId."""
    found = {}
    for record in _all(meta, "place"):
        eid = _target(record)
        if eid:
            found[eid] = FindingPlace(page=_number(record, "page"), line=_number(record, "line"), eid=eid)
    return found


def anchors(meta: etree._Element) -> dict[str, str]:
    """Return the source's own marks at which units begin, by eId: a paragraph of a Word file (``p12``), an id."""
    found = ((_target(record), record.get("anchor")) for record in _all(meta, "place"))
    return {eid: anchor for eid, anchor in found if eid and anchor}


def record_repair(meta: etree._Element, repair: RepairRecord) -> None:
    """Record one repair in reading."""
    href = f"#{repair.eid}" if repair.eid else None
    _add(meta, "repair", None, href=href, rule=repair.rule, text=repair.text, line=repair.line)


def repairs(meta: etree._Element) -> tuple[RepairRecord, ...]:
    """Return the recorded repairs in the order of the file."""
    return tuple(
        RepairRecord(_target(record), record.get("rule", ""), record.get("text", ""), _number(record, "line"))
        for record in _all(meta, "repair")
    )


def record_furniture(meta: etree._Element, furniture: FurnitureRecord) -> None:
    """Record one piece of page furniture that was set aside."""
    _add(meta, "furniture", furniture.text, kind=furniture.kind, page=furniture.page, line=furniture.line)


def furniture(meta: etree._Element) -> tuple[FurnitureRecord, ...]:
    """Return the recorded page furniture in the order of the file."""
    return tuple(
        FurnitureRecord(record.get("kind", ""), record.text or "", _number(record, "page"), _number(record, "line"))
        for record in _all(meta, "furniture")
    )


def mark_outline(meta: etree._Element, author: str | None = None) -> None:
    """Mark the text as an outline: it holds what other acts say of it, and ``omissis`` where its text is not known.

    ``author`` is the body that made it, in the words and the case in which another act names it.
    """
    if not is_outline(meta):
        _add(meta, "outline", None, author=author)


def outline_author(meta: etree._Element) -> str | None:
    """Return the body that made an act of which there is an outline only, as another act names it: in the genitive."""
    return next((record.get("author") for record in _all(meta, "outline")), None)


def is_outline(meta: etree._Element) -> bool:
    """Return True where the text is marked as an outline."""
    return bool(_all(meta, "outline"))


def record_registration(meta: etree._Element, registration: Registration) -> None:
    """Record the act's entry in the register, in place of one that was recorded before."""
    for old in _all(meta, "registration"):
        parent = old.getparent()
        assert parent is not None
        parent.remove(old)
    _add(meta, "registration", None, number=registration.number, date=registration.date)


def registration(meta: etree._Element) -> Registration | None:
    """Return the recorded entry in the register."""
    for record in _all(meta, "registration"):
        return Registration(record.get("number", ""), record.get("date"))
    return None


def _add(meta: etree._Element, name: str, content: str | None, /, **attributes: str | int | None) -> None:
    record = etree.SubElement(ensure(meta, "proprietary"), f"{{{LEXKZ}}}{name}", nsmap={"lexkz": LEXKZ})
    record.text = content
    for key, value in attributes.items():
        if value is not None:
            record.set(key, str(value))


def _all(meta: etree._Element, name: str) -> list[etree._Element]:
    return meta.findall(f"{q('proprietary')}/{{{LEXKZ}}}{name}")


def _target(record: etree._Element) -> str | None:
    return (record.get("href") or "").removeprefix("#") or None


def _number(record: etree._Element, name: str) -> int | None:
    value = record.get(name, "")
    return int(value) if value.isdecimal() else None
