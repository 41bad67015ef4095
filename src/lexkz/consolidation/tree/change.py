"""What was done to the tree: the ledger from which metadata, notes and proofs are made."""

from dataclasses import dataclass
from typing import Literal

from lxml import etree

from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import AKN, local, q
from lexkz.akn.text import paragraphs
from lexkz.consolidation.tree.counted_lines import own
from lexkz.consolidation.tree.walk import attribute

ChangeType = Literal["substitution", "insertion", "repeal", "renumbering"]


_HOLDERS = frozenset({q("intro"), q("content"), q("wrapUp")})


_ROOTS = frozenset({q("act"), q("attachment")})


_UNITS = frozenset(q(name) for name in HIERARCHY)


LINE = "line"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the tree that a change may touch: a unit, a unit's own line, or a named part below a unit."""

    eid: str
    """eId of the unit or attachment; "" for the act itself."""
    part: str = ""
    """"" for the whole unit, ``line`` for the line with its number, else the local name of the part below it."""


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """One change of one unit."""

    type: ChangeType
    marked: etree._Element
    """The element of the new tree that carries ``period``."""
    eid: str
    """eId of the unit that changed."""
    region: Region
    removed: tuple[str, ...]
    """Paragraphs that stood in the region and no longer do."""
    added: tuple[str, ...]
    """Paragraphs that stand in their place."""
    silent: bool = False
    """True where the text is as before and only what holds it is another element: no note, no period."""
    place: etree._Element | None = None
    """What a note hangs on where ``marked`` has left the tree: the unit that took its number."""
    state: Literal["repealed", "suspended", "resumed"] | None = None
    """Set where not the text changes but its force."""


def region_of(element: etree._Element) -> Region:
    """Return the smallest region that holds ``element``, which stands in a tree."""
    below: etree._Element | None = None
    found: etree._Element | None = element
    while found is not None and found.tag not in _ROOTS and (not found.get("eId") or found.tag in _HOLDERS):
        below, found = found, found.getparent()
    if found is None:
        raise ValueError("the element stands in no unit")
    eid = attribute(found, "eId") if found.tag != q("act") else ""
    if below is None or (found.tag not in _ROOTS and found.tag not in _UNITS):
        return Region(eid)
    if below.tag in _HOLDERS:
        # An alinea is its line.
        return Region(eid) if found.tag == q("alinea") else Region(eid, LINE)
    if found.tag == q("attachment"):
        part = element
        for parent in element.iterancestors():
            if parent is below:
                break
            part = parent
        return Region(eid, f"doc/{local(part)}")
    return Region(eid, local(below))


def mark_of(element: etree._Element) -> etree._Element:
    """Return the element that carries ``period`` for a changed ``element``: its alinea, line, row, heading or unit."""
    found: etree._Element = element
    while True:
        parent = found.getparent()
        if found.get("eId") or parent is None or found.tag in _HOLDERS or found.tag == q("heading"):
            break
        if parent.tag in _ROOTS or parent.tag == q("doc"):
            break
        found = parent
    if found.tag in _HOLDERS:
        parent = found.getparent()
        if parent is not None and parent.tag == q("alinea"):
            return parent
    return found


def told_by(block: etree._Element) -> etree._Element:
    """Return what a change of ``block`` is told by: in a table the row, whose cells make one paragraph; else itself."""
    return next(block.iterancestors(q("tr")), block)


def take_over(block: etree._Element, source: etree._Element) -> None:
    """Give ``block`` the text and inlines of ``source``."""
    for child in list(block):
        block.remove(child)
    block.text = source.text
    block.extend(list(source))


def opened(unit: etree._Element) -> tuple[Change, ...]:
    """The line of a unit that becomes an introduction: its text is as before, what holds it is another element."""
    content = unit.find(q("content"))
    if content is None:
        return ()
    text = paragraphs(content)
    return (Change("substitution", content, unit.get("eId", ""), region_of(content), text, text, silent=True),)


def added(new: etree._Element) -> Change:
    eid = new.get("eId", "")
    return Change("insertion", new, eid, Region(eid), (), paragraphs(new))


def unit_eid(mark: etree._Element) -> str:
    """The eId of the unit that ``mark`` belongs to."""
    found: etree._Element | None = mark
    while found is not None and not found.get("eId"):
        found = found.getparent()
    return "" if found is None else found.get("eId", "")


def anchor(marked: etree._Element) -> etree._Element | None:
    """Return the block at whose end a note's mark stands: a unit's first line, an annex's title, a row's last cell."""
    if marked.tag in (q("p"), q("block"), q("heading"), q("caption")):
        return marked
    if marked.tag == q("act"):
        return marked.find(f"{{{AKN}}}preface/{{{AKN}}}longTitle/{{{AKN}}}p")
    if marked.tag == q("attachment"):
        title = marked.find(f"{{{AKN}}}doc/{{{AKN}}}preface/{{{AKN}}}longTitle/{{{AKN}}}p")
        if title is not None:
            return title
        return next(marked.iter(q("p")), None)
    if marked.tag in (q("tr"), q("table")):
        blocks = list(marked.iter(q("p")))
        return blocks[-1] if blocks else None
    first = own(marked)[:1]
    if first:
        return first[0].block
    for name in ("heading", "num"):
        found = marked.find(q(name))
        if found is not None:
            return found
    return next(marked.iter(q("p")), None)
