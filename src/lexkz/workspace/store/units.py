"""The units of one expression as the store keeps them: own lines, text with all below, address in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from lxml import etree

from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import local, q
from lexkz.akn.text import paragraphs
from lexkz.comparison.units import unit_texts
from lexkz.consolidation.naming import unit_name
from lexkz.languages.detect import Lang
from lexkz.publication.units import unit_number

LONGEST = 20_000
"""Characters of a unit's whole text that are kept beside its own lines; longer ones are read from the XML."""
_DIVISIONS = frozenset({"section", "subsection", "chapter", "subchapter", "part", "title", "book"})
"""Units that hold other numbered units: what stands below them is found there, not here."""


@dataclass(frozen=True, slots=True)
class StoredText:
    """One unit of one expression."""

    eid: str
    anchor: str
    kind: str
    number: str | None
    heading: str | None
    name: str
    path: str
    text: str
    """Its own lines."""
    whole: str | None
    """Its text with all below; None where that is the same, ``""`` where it is longer than is kept."""
    removed: bool
    gaps: bool
    """True where some of its text is not known: it stands in an outline."""


def units(root: etree._Element, lang: str) -> tuple[StoredText, ...]:
    """Return the units of an act in document order: those of the hierarchy, table rows, lines of forms, attachments.

    What has no text of its own (a gap of an outline, a unit that is its subunits only) is left out where it has no
    number, heading or text below either.
    """
    titles: dict[etree._Element, tuple[str, ...]] = {}
    made = (_unit(*one, cast(Lang, lang), titles) for one in _listed(root))
    return tuple(unit for unit in made if unit.text.strip() or unit.number or unit.heading or unit.whole)


def _listed(root: etree._Element) -> Iterator[tuple[str, str, etree._Element, bool]]:
    """Give eId, own text, element and "removed" of each unit; an attachment stands before what it holds."""
    seen: set[etree._Element] = set()
    for unit in unit_texts(root):
        for holder in reversed(list(unit.element.iterancestors(q("attachment")))):
            if holder not in seen:
                seen.add(holder)
                yield holder.get("eId", ""), "", holder, False
        # The title of an attachment is its heading.
        if local(unit.element) != "longTitle" or not _attached(unit.element):
            yield unit.eid, unit.text, unit.element, unit.removed


def _unit(
    eid: str,
    text: str,
    element: etree._Element,
    removed: bool,
    lang: Lang,
    titles: dict[etree._Element, tuple[str, ...]],
) -> StoredText:
    kind = "row" if local(element) == "tr" else local(element)
    whole: str | None = "" if kind == "attachment" else None
    if kind in HIERARCHY and any(local(child) in HIERARCHY or _holds_table(child) for child in element):
        full = "\n".join(paragraphs(element))
        whole = None if full == text else full if len(full) <= LONGEST else ""
    num = element.find(q("num"))
    return StoredText(
        eid=eid,
        anchor=_anchor(element),
        kind=kind,
        number=unit_number(" ".join(paragraphs(num)), element.get("eId")) if num is not None else None,
        heading=_heading(element),
        name=unit_name(element, lang),
        path="\n".join(_path(element, titles)),
        text=text,
        whole=whole,
        removed=removed,
        gaps=_has_gap(element),
    )


def is_division(kind: str) -> bool:
    """Return True for a unit whose text below is found at the units that it holds."""
    return kind in _DIVISIONS or kind == "attachment"


def _has_gap(element: etree._Element) -> bool:
    """A gap in quoted content belongs to what is quoted."""
    return any(
        not any(local(above) == "quotedStructure" for above in gap.iterancestors())
        for gap in element.iter(q("omissis"))
    )


def _attached(element: etree._Element) -> bool:
    return next(element.iterancestors(q("attachment")), None) is not None


def _holds_table(child: etree._Element) -> bool:
    return local(child) in ("content", "intro", "wrapUp") and child.find(f".//{q('table')}") is not None


def _anchor(element: etree._Element) -> str:
    """The eId of the unit, or of the nearest one around it; what stands inside quoted content has its own."""
    holder: etree._Element | None = element
    while holder is not None and not holder.get("eId"):
        holder = holder.getparent()
    return holder.get("eId", "") if holder is not None else ""


def _heading(element: etree._Element) -> str | None:
    if local(element) == "attachment":
        title = element.find(f"{q('doc')}/{q('preface')}/{q('longTitle')}")
        return " ".join(paragraphs(title)) or None if title is not None else None
    found = element.find(q("heading"))
    return " ".join(paragraphs(found)) or None if found is not None else None


def _path(element: etree._Element, titles: dict[etree._Element, tuple[str, ...]]) -> tuple[str, ...]:
    """Headings of what the unit stands in, outermost first."""
    parent = element.getparent()
    if parent is None:
        return ()
    if parent not in titles:
        own = _heading(parent)
        titles[parent] = (*_path(parent, titles), *([own] if own else []))
    return titles[parent]
