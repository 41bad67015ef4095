"""Small hands that damage a result: each changes one thing in the tree of an act, and nothing else."""

from collections.abc import Callable

from lxml import etree

from lexkz.akn.meta import of
from lexkz.akn.namespace import AKN, LEXKZ, E, q

Hand = Callable[[etree._Element], None]
IN_AKN = f"{{{AKN}}}"
IN_LEXKZ = f"{{{LEXKZ}}}"


def unit(root: etree._Element, eid: str) -> etree._Element:
    """Return the element with this eId."""
    return next(found for found in root.iter() if found.get("eId") == eid)


def block(root: etree._Element, eid: str, place: int = 0) -> etree._Element:
    """Return a paragraph of a unit."""
    return list(unit(root, eid).iter(q("p")))[place]


def words(eid: str, old: str, new: str, place: int = 0) -> Hand:
    """Put ``new`` for ``old`` in a paragraph of a unit."""

    def hand(root: etree._Element) -> None:
        found = block(root, eid, place)
        for element in found.iter():
            if old in (element.text or ""):
                element.text = (element.text or "").replace(old, new, 1)
                return
            if element is not found and old in (element.tail or ""):
                element.tail = (element.tail or "").replace(old, new, 1)
                return
        raise AssertionError(f"{eid} has no {old!r}")

    return hand


def swap(one: str, two: str) -> Hand:
    """Let two units change what they hold; their numbers and eIds stay."""

    def hand(root: etree._Element) -> None:
        first, second = unit(root, one), unit(root, two)
        held = [[child for child in each if child.tag != q("num")] for each in (first, second)]
        for each in (first, second):
            for child in list(each)[1:]:
                each.remove(child)
        first.extend(held[1])
        second.extend(held[0])

    return hand


def move(eid: str, beside: str, *, before: bool = False) -> Hand:
    """Put a unit beside another one."""

    def hand(root: etree._Element) -> None:
        anchor = unit(root, beside)
        (anchor.addprevious if before else anchor.addnext)(unit(root, eid))

    return hand


def into(eid: str, holder: str) -> Hand:
    """Put a unit at the end of another one."""
    return lambda root: unit(root, holder).append(unit(root, eid))


def drop(eid: str) -> Hand:
    """Take a unit out."""

    def hand(root: etree._Element) -> None:
        found = unit(root, eid)
        found.getparent().remove(found)  # type: ignore[union-attr]

    return hand


def twice(eid: str) -> Hand:
    """Let a unit stand twice."""

    def hand(root: etree._Element) -> None:
        found = unit(root, eid)
        copy = etree.fromstring(etree.tostring(found))
        copy.tail = None
        copy.set("eId", f"{eid}_2")
        found.addnext(copy)

    return hand


def number(eid: str, printed: str) -> Hand:
    """Print another number."""

    def hand(root: etree._Element) -> None:
        found = unit(root, eid).find(q("num"))
        assert found is not None
        found.text = printed

    return hand


def attribute(eid: str, name: str, value: str | None) -> Hand:
    """Set an attribute of a unit, or take it away."""

    def hand(root: etree._Element) -> None:
        found = unit(root, eid)
        if value is None:
            del found.attrib[name]
        else:
            found.set(name, value)

    return hand


def reference(eid: str, href: str, place: int = 0) -> Hand:
    """Let a reference lead elsewhere."""
    return lambda root: list(unit(root, eid).iter(q("ref")))[place].set("href", href)


def mark(eid: str, place: int, text: str) -> Hand:
    """Write another line of a corner mark."""

    def hand(root: etree._Element) -> None:
        found = next(unit(root, eid).iter(q("container")))[place]
        found.text = text

    return hand


def cells(eid: str) -> Hand:
    """Let the last two cells of a row change places."""
    return lambda root: unit(root, eid)[-1].addnext(unit(root, eid)[-2])


def record(path: str, name: str | None = None, value: str = "") -> Hand:
    """Take the first element at ``path`` out of the metadata, or set an attribute of it."""

    def hand(root: etree._Element) -> None:
        found = of(root).find(path)
        assert found is not None, path
        if name is None:
            found.getparent().remove(found)  # type: ignore[union-attr]
        else:
            found.set(name, value)

    return hand


def without_mark(eid: str) -> Hand:
    """Take the mark of a note out of a unit."""

    def hand(root: etree._Element) -> None:
        found = next(unit(root, eid).iter(q("noteRef")))
        found.getparent().remove(found)  # type: ignore[union-attr]

    return hand


def line_below(eid: str, text: str) -> Hand:
    """Add a line to a unit."""
    return lambda root: unit(root, eid).append(E.alinea(E.content(E.p(text)), eId=f"{eid}__al_99"))


def cell_text(eid: str, place: int, text: str) -> Hand:
    """Write another text into a cell of a row."""

    def hand(root: etree._Element) -> None:
        next(list(unit(root, eid))[place].iter(q("p"))).text = text

    return hand


def no_cell(eid: str, place: int) -> Hand:
    """Take a cell out of a row."""
    return lambda root: unit(root, eid).remove(list(unit(root, eid))[place])


def cell_first(eid: str) -> Hand:
    """Let the last cell of a row stand before the others."""
    return lambda root: unit(root, eid).insert(0, unit(root, eid)[-1])


def line(eid: str, made: Callable[[str], list[etree._Element | str]], place: int = 0) -> Hand:
    """Write a paragraph of a unit anew, with what ``made`` makes of its text."""

    def hand(root: etree._Element) -> None:
        found = block(root, eid, place)
        pieces = made(found.text or "")
        found.text = None
        for piece in pieces:
            if not isinstance(piece, str):
                found.insert(len(found.findall(q("noteRef"))) and found.index(found.findall(q("noteRef"))[0]), piece)
            elif len(found) and found[0].tag != q("noteRef"):
                found[0].tail = piece
            else:
                found.text = piece

    return hand


def inline(name: str) -> Callable[[str], list[etree._Element | str]]:
    """Put the second word into an element."""

    def made(text: str) -> list[etree._Element | str]:
        first, second, rest = text.split(" ", 2)
        return [f"{first} ", E(name, second), f" {rest}"]

    return made


def note(place: int, old: str, new: str) -> Hand:
    """Write other words into an editors' note."""

    def hand(root: etree._Element) -> None:
        found = list(of(root).iter(q("note")))[place][0]
        assert old in (found.text or "")
        found.text = (found.text or "").replace(old, new)

    return hand


def notes_swapped(one: str, two: str) -> Hand:
    """Let two units change their notes."""

    def hand(root: etree._Element) -> None:
        first, second = (next(unit(root, eid).iter(q("noteRef"))) for eid in (one, two))
        aims = [first.get("href", ""), second.get("href", "")]
        first.set("href", aims[1])
        second.set("href", aims[0])

    return hand


def again(path: str) -> Hand:
    """Let an element of the metadata stand twice."""

    def hand(root: etree._Element) -> None:
        found = of(root).find(path)
        assert found is not None, path
        copy = etree.fromstring(etree.tostring(found))
        copy.tail = None
        if copy.get("eId"):
            copy.set("eId", f"{copy.get('eId')}9")
        found.addnext(copy)

    return hand


def cell(eid: str, place: int, name: str, value: str) -> Hand:
    """Let a cell reach over more columns or rows."""
    return lambda root: list(unit(root, eid).iter(q("td")))[place].set(name, value)


def reference_gone(eid: str) -> Hand:
    """Leave of a reference its words."""

    def hand(root: etree._Element) -> None:
        found = next(unit(root, eid).iter(q("ref")))
        holder, before = found.getparent(), found.getprevious()
        assert holder is not None
        said = (found.text or "") + (found.tail or "")
        if before is None:
            holder.text = (holder.text or "") + said
        else:
            before.tail = (before.tail or "") + said
        holder.remove(found)

    return hand


def reference_shorter(eid: str) -> Hand:
    """Let a reference end before its last letters."""

    def hand(root: etree._Element) -> None:
        found = next(unit(root, eid).iter(q("ref")))
        found.tail = (found.text or "")[-3:] + (found.tail or "")
        found.text = (found.text or "")[:-3]

    return hand


def no_heading(eid: str) -> Hand:
    """Let a heading be a line of text."""

    def hand(root: etree._Element) -> None:
        found = unit(root, eid).find(q("heading"))
        assert found is not None
        found.addnext(E.content(E.p(found.text)))
        unit(root, eid).remove(found)

    return hand


def heading(eid: str, text: str) -> Hand:
    """Write another heading."""

    def hand(root: etree._Element) -> None:
        found = unit(root, eid).find(q("heading"))
        assert found is not None
        found.text = text

    return hand
