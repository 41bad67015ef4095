"""Performing steps on lines: new wordings, repeals and new lines; a line that becomes a unit."""

from collections.abc import Sequence

from lxml import etree

from lexkz.akn.namespace import E, q
from lexkz.akn.text import paragraphs
from lexkz.consolidation.actions.steps import AddLines, NumberLine, RepealLines, SetLines
from lexkz.consolidation.tree import block_words as words
from lexkz.consolidation.tree import gaps
from lexkz.consolidation.tree import places as place
from lexkz.consolidation.tree.block_words import Edit
from lexkz.consolidation.tree.change import Change, Region, added, mark_of, opened, region_of, take_over, unit_eid
from lexkz.consolidation.tree.counted_lines import Line, has_gap, is_gap, lines
from lexkz.consolidation.tree.unit_index import Index
from lexkz.consolidation.tree.walk import attribute


def set_lines(step: SetLines, index: Index) -> tuple[Change, ...]:
    first = step.lines[0]
    block = first.block
    holder = block.getparent()
    assert holder is not None
    region = region_of(block)
    removed = paragraphs(block)
    take_over(block, step.text)
    mark = mark_of(block)
    changes = [Change("substitution", mark, unit_eid(mark), region, removed, paragraphs(block))]
    changes.extend(_drop(carrier, mark, index) for carrier in _carriers(step.lines))
    if step.rest:
        changes.extend(_insert_after(block, step.rest, index))
    return tuple(changes)


def _carriers(found: Sequence[Line]) -> list[etree._Element]:
    """The elements that hold the lines after the first, each once."""
    out: list[etree._Element] = []
    for line in found[1:]:
        carrier = line.unit if line.first and line.unit is not found[0].unit else line.block
        if not any(carrier is known or known in carrier.iterancestors() for known in out):
            out.append(carrier)
    return out


def _drop(carrier: etree._Element, mark: etree._Element, index: Index) -> Change:
    """Take out a further line of a part; the change is told at ``mark``, where the part begins."""
    region = region_of(carrier)
    eid = carrier.get("eId") or region.eid
    removed = paragraphs(carrier)
    index.forget(carrier)
    place.remove(carrier)
    return Change("substitution", mark, eid, region, removed, (), silent=True)


def _insert_after(block: etree._Element, new: Sequence[etree._Element], index: Index) -> list[Change]:
    """Put units and alineas after the line in ``block``."""
    anchor = block.getparent()
    assert anchor is not None
    unit = anchor.getparent()
    if anchor.tag in (q("body"), q("mainBody")):
        # A note below the text of a document: its lines follow it.
        anchor = block
    elif anchor.tag in (q("intro"), q("content")) and unit is not None:
        if unit.tag == q("alinea"):
            anchor = unit
        else:
            place.open_content(unit)
    changes = []
    for element in new:
        anchor.addnext(element)
        index.learn(element)
        anchor = element
        eid = element.get("eId", "")
        changes.append(Change("insertion", element, eid, region_of(element), (), paragraphs(element)))
    return changes


def repeal_lines(step: RepealLines, index: Index) -> tuple[Change, ...]:
    first = step.lines[0].block
    region = region_of(first)
    removed = paragraphs(first)
    take_over(first, E.p(step.words))
    mark = mark_of(first)
    mark.set("status", "removed")
    changes = [Change("repeal", mark, unit_eid(mark), region, removed, paragraphs(first))]
    changes.extend(_drop(carrier, mark, index) for carrier in _carriers(step.lines))
    return tuple(changes)


def add_lines(step: AddLines, index: Index) -> tuple[Change, ...]:
    changes: tuple[Change, ...] = ()
    before = step.after
    if before is None and step.ordinal is not None and not has_gap(step.unit):
        before = line_before(step.unit, step.ordinal)
    if before is None:
        last = step.unit[-1] if len(step.unit) else None
        changes = opened(step.unit)
        place.open_content(step.unit)
        for element in step.new:
            step.unit.append(element)
            index.learn(element)
        if last is not None and is_gap(last) and step.ordinal is not None:
            made = gaps.gap(place.free_gap_eid(index, step.new[-1]))
            step.unit.append(made)
            index.learn(made)
        return (*changes, *(added(element) for element in step.new))
    anchor = _top(before, step.unit) if step.follows is None else step.follows
    if anchor.tag in (q("content"), q("intro")):
        changes = opened(step.unit)
        place.open_content(step.unit)
    for element in step.new:
        anchor.addnext(element)
        index.learn(element)
        anchor = element
    return (*changes, *(added(element) for element in step.new))


def line_before(unit: etree._Element, ordinal: int) -> Line | None:
    """Return the line after which a new line becomes the ``ordinal``-th of ``unit``; None where there is none."""
    known = lines(unit)
    return known[ordinal - 2] if 2 <= ordinal <= len(known) + 1 else None


def _top(line: Line, unit: etree._Element) -> etree._Element:
    """What a new line goes after: the outermost element in ``unit`` that ends with ``line``, else the line's own."""
    found = line.unit if line.unit.tag == q("alinea") else line.block.getparent()
    child = line.block
    while child.getparent() is not None and child.getparent() is not unit:
        child = child.getparent()  # type: ignore[assignment]
        inner = lines(child)
        if child.tag not in (q("intro"), q("content"), q("wrapUp")) and inner and inner[-1].block is line.block:
            found = child
    assert found is not None
    return found


def number_line(step: NumberLine, index: Index) -> tuple[Change, ...]:
    alinea = step.alinea
    before = attribute(alinea, "eId")
    text = paragraphs(alinea)
    block = next(alinea.iter(q("p")))
    printed = words.block_text(block)
    rest = printed[len(step.num) :].lstrip()
    if not printed.startswith(step.num):
        raise ValueError(f"the line does not begin with {step.num!r}")
    words.apply(block, (Edit(0, len(printed) - len(rest), ""),))
    index.forget(alinea)
    alinea.tag = q(step.kind)
    alinea.set("eId", step.eid)
    alinea.set("wId", before)
    alinea.insert(0, E.num(step.num))
    index.learn(alinea)
    return (
        Change("substitution", alinea, before, Region(before), text, (), silent=True),
        Change("substitution", alinea, step.eid, Region(step.eid), (), paragraphs(alinea), silent=True),
    )
