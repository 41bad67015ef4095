"""Performing steps: the tree changes, the index stays true, and what changed is told."""

from collections.abc import Sequence

from lxml import etree

from lexkz.akn.namespace import E, q
from lexkz.akn.text import paragraphs
from lexkz.consolidate import documents, gaps, place, words
from lexkz.consolidate.change import Change, Region, mark_of, region_of
from lexkz.consolidate.index import Index, number_key
from lexkz.consolidate.lines import Line, has_gap, is_gap, lines
from lexkz.consolidate.numbers import order_key
from lexkz.consolidate.steps import (
    AddAttachment,
    AddLines,
    AddUnit,
    EditWords,
    NumberLine,
    RepealLines,
    RepealUnit,
    SetBlocks,
    SetLines,
    SetUnit,
    Step,
)
from lexkz.consolidate.walk import attribute
from lexkz.consolidate.words import Edit


def perform(step: Step, index: Index) -> tuple[Change, ...]:
    """Change the tree as ``step`` says, keep the index true, and return what changed."""
    match step:
        case SetUnit():
            return _set_unit(step, index)
        case SetLines():
            return _set_lines(step, index)
        case SetBlocks():
            return _set_blocks(step, index)
        case RepealUnit():
            return _repeal_unit(step, index)
        case RepealLines():
            return _repeal_lines(step, index)
        case AddUnit():
            return _add_unit(step, index)
        case AddLines():
            return _add_lines(step, index)
        case AddAttachment():
            return _add_attachment(step, index)
        case EditWords():
            return _edit_words(step)
        case NumberLine():
            return _number_line(step, index)


def _set_unit(step: SetUnit, index: Index) -> tuple[Change, ...]:
    parent = step.old.getparent()
    assert parent is not None
    removed = paragraphs(step.old)
    index.forget(step.old)
    parent.replace(step.old, step.new)
    index.learn(step.new)
    eid = step.new.get("eId", "")
    return (Change("substitution", step.new, eid, Region(eid), removed, paragraphs(step.new)),)


def _set_lines(step: SetLines, index: Index) -> tuple[Change, ...]:
    first = step.lines[0]
    block = first.block
    holder = block.getparent()
    assert holder is not None
    region = region_of(block)
    removed = paragraphs(block)
    _take_over(block, step.text)
    mark = mark_of(block)
    changes = [Change("substitution", mark, _unit_eid(mark), region, removed, paragraphs(block))]
    changes.extend(_drop(carrier, mark, index) for carrier in _carriers(step.lines))
    if step.rest:
        changes.extend(_insert_after(block, step.rest, index))
    return tuple(changes)


def _take_over(block: etree._Element, source: etree._Element) -> None:
    """Give ``block`` the text and inlines of ``source``."""
    for child in list(block):
        block.remove(child)
    block.text = source.text
    block.extend(list(source))


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
    if anchor.tag in (q("intro"), q("content")) and unit is not None:
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


def _set_blocks(step: SetBlocks, index: Index) -> tuple[Change, ...]:
    holder = step.holder
    region = region_of(holder)
    removed = paragraphs(holder)
    if holder.tag == q("preamble") and not holder.get("eId"):
        holder.set("eId", f"{region.eid}__preamble" if region.eid else "preamble")
    if holder.tag in (q("heading"), q("caption")):
        _take_over(holder, step.new[0])
    else:
        for child in list(holder):
            index.forget(child)
            holder.remove(child)
        holder.extend(step.new)
        index.learn(holder)
    mark = mark_of(holder)
    return (Change("substitution", mark, _unit_eid(mark), region, removed, paragraphs(holder)),)


def _repeal_unit(step: RepealUnit, index: Index) -> tuple[Change, ...]:
    old = step.old
    eid = old.get("eId", "")
    removed = paragraphs(old)
    index.forget(old)
    if old.tag == q("tr"):
        _empty_row(old, step.words)
    elif old.tag == q("attachment"):
        _empty_document(old, step.words)
    elif old.tag == q("table"):
        for child in list(old)[1:]:
            old.remove(child)
        _empty_row(old[0] if old[0].tag == q("tr") else E.tr(), step.words)
    else:
        for child in list(old):
            if child.tag != q("num"):
                old.remove(child)
        old.append(E.content(E.p(step.words)))
    old.set("status", "removed")
    index.learn(old)
    return (Change("repeal", old, eid, Region(eid), removed, paragraphs(old)),)


def _empty_row(row: etree._Element, official: str) -> None:
    cells = list(row)
    spans = sum(int(cell.get("colspan", "1")) for cell in cells[1:])
    for cell in cells[1:]:
        row.remove(cell)
    cell = E.td(E.p(official))
    if spans > 1:
        cell.set("colspan", str(spans))
    row.append(cell)


def _empty_document(attachment: etree._Element, official: str) -> None:
    doc = attachment.find(q("doc"))
    assert doc is not None
    for child in list(doc):
        if child.tag == q("preface"):
            for part in list(child):
                if part.tag != q("container"):
                    child.remove(part)
            if not len(child):
                doc.remove(child)
        elif child.tag == q("mainBody"):
            for part in list(child):
                child.remove(part)
            child.append(E.p(official))
        elif child.tag != q("meta"):
            doc.remove(child)


def _repeal_lines(step: RepealLines, index: Index) -> tuple[Change, ...]:
    first = step.lines[0].block
    region = region_of(first)
    removed = paragraphs(first)
    _take_over(first, E.p(step.words))
    mark = mark_of(first)
    mark.set("status", "removed")
    changes = [Change("repeal", mark, _unit_eid(mark), region, removed, paragraphs(first))]
    changes.extend(_drop(carrier, mark, index) for carrier in _carriers(step.lines))
    return tuple(changes)


def _add_unit(step: AddUnit, index: Index) -> tuple[Change, ...]:
    found = place.find(index, step.scope, step.kind, step.number)
    if found is None:
        raise ValueError(f"no place for {step.kind} {step.number}")
    changes = _opened(found.anchor) if found.where == "into" else ()
    place.put(index, found, step.new, step.number)
    return (*changes, _added(step.new))


def _opened(unit: etree._Element) -> tuple[Change, ...]:
    """The line of a unit that becomes an introduction: its text is as before, what holds it is another element."""
    content = unit.find(q("content"))
    if content is None:
        return ()
    text = paragraphs(content)
    return (Change("substitution", content, unit.get("eId", ""), region_of(content), text, text, silent=True),)


def _added(new: etree._Element) -> Change:
    eid = new.get("eId", "")
    return Change("insertion", new, eid, Region(eid), (), paragraphs(new))


def _add_lines(step: AddLines, index: Index) -> tuple[Change, ...]:
    changes: tuple[Change, ...] = ()
    before = step.after
    if before is None and step.ordinal is not None and not has_gap(step.unit):
        before = line_before(step.unit, step.ordinal)
    if before is None:
        last = step.unit[-1] if len(step.unit) else None
        changes = _opened(step.unit)
        place.open_content(step.unit)
        for element in step.new:
            step.unit.append(element)
            index.learn(element)
        if last is not None and is_gap(last) and step.ordinal is not None:
            made = gaps.gap(place.free_gap_eid(index, step.new[-1]))
            step.unit.append(made)
            index.learn(made)
        return (*changes, *(_added(element) for element in step.new))
    anchor = _top(before, step.unit)
    if anchor.tag in (q("content"), q("intro")):
        changes = _opened(step.unit)
        place.open_content(step.unit)
    for element in step.new:
        anchor.addnext(element)
        index.learn(element)
        anchor = element
    return (*changes, *(_added(element) for element in step.new))


def line_before(unit: etree._Element, ordinal: int) -> Line | None:
    """Return the line after which a new line becomes the ``ordinal``-th of ``unit``; None where there is none."""
    known = lines(unit)
    return known[ordinal - 2] if 2 <= ordinal <= len(known) + 1 else None


def _top(line: Line, unit: etree._Element) -> etree._Element:
    """What a new line goes after: the child of ``unit`` that ends with ``line``, else the line's own element."""
    child = line.block
    while child.getparent() is not None and child.getparent() is not unit:
        child = child.getparent()  # type: ignore[assignment]
    inner = lines(child) if child.tag not in (q("intro"), q("content")) else (line,)
    if not inner or inner[-1].block is line.block:
        return child
    if line.unit.tag == q("alinea"):
        return line.unit
    holder = line.block.getparent()
    assert holder is not None
    return holder


def _add_attachment(step: AddAttachment, index: Index) -> tuple[Change, ...]:
    holder = step.document if step.document.tag == q("act") else step.document.find(q("doc"))
    assert holder is not None
    group = holder.find(q("attachments"))
    if group is None:
        group = E.attachments()
        holder.append(group)
    after = None
    for known in documents.attachments(step.document):
        number = documents.annex_number(known)
        if step.number is None or number is None or _sorts(number, step.number):
            after = known
    if after is None:
        group.insert(0, step.new)
    else:
        after.addnext(step.new)
    index.learn(step.new)
    return (_added(step.new),)


def _sorts(one: str, two: str) -> bool:
    return order_key(number_key(one)) < order_key(number_key(two))


def _edit_words(step: EditWords) -> tuple[Change, ...]:
    removed = paragraphs(step.block)
    words.apply(step.block, step.edits)
    mark = mark_of(step.block)
    region = region_of(step.block)
    return (Change("substitution", mark, _unit_eid(mark), region, removed, paragraphs(step.block)),)


def _number_line(step: NumberLine, index: Index) -> tuple[Change, ...]:
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


def _unit_eid(mark: etree._Element) -> str:
    """The eId of the unit that ``mark`` belongs to."""
    found: etree._Element | None = mark
    while found is not None and not found.get("eId"):
        found = found.getparent()
    return "" if found is None else found.get("eId", "")
