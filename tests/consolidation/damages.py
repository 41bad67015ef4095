"""Small wrongs that any right result can be given: a letter, a paragraph lost, doubled or misplaced, a number, a link.

Each is done to what a command wrote, a letter also to a paragraph that none wrote; the proof of the content must see
each.
"""

from collections.abc import Callable, Iterator

from lxml import etree

from lexkz.akn.namespace import local, q

_BLOCKS = ("p", "heading", "block")
_KEPT = frozenset({"num", "meta", "td", "th", "tr"})
_UNDO = Callable[[], None]


def _own_text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _blocks(root: etree._Element) -> list[etree._Element]:
    found = root.iter(*map(q, _BLOCKS))
    return [
        each
        for each in found
        if _own_text(each) and next(each.iterancestors(q("authorialNote"), q("meta")), None) is None
    ]


def damages(before: etree._Element, after: etree._Element) -> Iterator[str]:
    """Do one wrong after the other to ``after`` and yield what it is; each is undone before the next one.

    ``before`` is the text that the commands changed.
    """
    known = {_own_text(block) for block in _blocks(before)}
    blocks = _blocks(after)
    new = [block for block in blocks if _own_text(block) not in known]
    old = [block for block in blocks if _own_text(block) in known]
    for block in new[:1]:
        yield from _lettered(block)
        yield from _misplaced(block)
        yield from _renumbered(block)
        yield from _unlinked(block)
    for block in old[-1:]:
        yield from _lettered(block)


def _lettered(block: etree._Element) -> Iterator[str]:
    inner = next(each for each in block.iter() if (each.text or "").strip())
    text = inner.text
    inner.text = f"{text}ж"
    yield f"a letter more in {_own_text(block)!r}"
    inner.text = text


def _misplaced(block: etree._Element) -> Iterator[str]:
    holder = block.getparent()
    assert holder is not None
    if holder.tag in (q("td"), q("th")) and len(holder) == 1:
        text = block.text
        for child in block:
            child.tail = None
        kept = list(block)
        block[:] = []
        block.text = None
        yield f"a cell without {text!r}"
        block.text = text
        block.extend(kept)
        return
    place = holder.index(block)
    holder.remove(block)
    yield f"without {_own_text(block)!r}"
    holder.insert(place, block)
    copy = etree.fromstring(etree.tostring(block))
    holder.insert(place, copy)
    yield f"twice {_own_text(block)!r}"
    holder.remove(copy)
    unit = next((each for each in block.iterancestors() if each.find(q("num")) is not None), None)
    if unit is None or unit.getparent() is None:
        return
    before = unit.getprevious()
    if before is not None and before.tag == unit.tag:
        before.addprevious(unit)
        yield f"one place too early: {_own_text(unit)!r}"
        before.addnext(unit)


def _renumbered(block: etree._Element) -> Iterator[str]:
    unit = block.getparent()
    while unit is not None and unit.find(q("num")) is None and local(unit) not in _KEPT:
        unit = unit.getparent()
    number = unit.find(q("num")) if unit is not None else None
    if number is None or not number.text:
        return
    text = number.text
    number.text = f"9{text}"
    yield f"another number of {_own_text(block)!r}"
    number.text = text


def _unlinked(block: etree._Element) -> Iterator[str]:
    for ref in block.iter(q("ref")):
        href = ref.get("href") or ""
        if href.startswith("/"):
            ref.set("href", f"{href}x")
            yield f"a link elsewhere in {_own_text(block)!r}"
            ref.set("href", href)
