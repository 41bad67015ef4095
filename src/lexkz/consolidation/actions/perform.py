"""Performing steps: the tree changes, the index stays true, and what changed is told."""

from lxml import etree

from lexkz.akn.cells import span
from lexkz.akn.namespace import E, q
from lexkz.akn.numbers import order_key
from lexkz.akn.text import paragraphs
from lexkz.consolidation.actions.perform_columns import add_columns, drop_columns
from lexkz.consolidation.actions.perform_lines import add_lines, number_line, repeal_lines, set_lines
from lexkz.consolidation.actions.perform_places import add_beside, move, set_state
from lexkz.consolidation.actions.steps import (
    AddAttachment,
    AddBeside,
    AddColumns,
    AddLines,
    AddUnit,
    DropColumns,
    EditWords,
    Move,
    NumberLine,
    RepealLines,
    RepealUnit,
    SetAct,
    SetBlocks,
    SetLines,
    SetState,
    SetUnit,
    Step,
)
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree import block_words as words
from lexkz.consolidation.tree import places as place
from lexkz.consolidation.tree.change import (
    Change,
    Region,
    added,
    mark_of,
    opened,
    region_of,
    take_over,
    told_by,
    unit_eid,
)
from lexkz.consolidation.tree.table_rows import columns
from lexkz.consolidation.tree.unit_index import Index, number_key


def perform(step: Step, index: Index) -> tuple[Change, ...]:
    """Change the tree as ``step`` says, keep the index true, and return what changed."""
    match step:
        case SetUnit():
            return _set_unit(step, index)
        case SetAct():
            return _set_act(step, index)
        case SetLines():
            return set_lines(step, index)
        case SetBlocks():
            return _set_blocks(step, index)
        case RepealUnit():
            return _repeal_unit(step, index)
        case RepealLines():
            return repeal_lines(step, index)
        case AddUnit():
            return _add_unit(step, index)
        case AddLines():
            return add_lines(step, index)
        case AddAttachment():
            return _add_attachment(step, index)
        case EditWords():
            return _edit_words(step)
        case NumberLine():
            return number_line(step, index)
        case AddBeside():
            return add_beside(step, index)
        case AddColumns():
            return add_columns(step)
        case DropColumns():
            return drop_columns(step)
        case Move():
            return move(step)
        case SetState():
            return set_state(step)
        case _:
            raise ValueError(f"{type(step).__name__} is not performed alone")


def _set_unit(step: SetUnit, index: Index) -> tuple[Change, ...]:
    parent = step.old.getparent()
    assert parent is not None
    removed = paragraphs(step.old)
    index.forget(step.old)
    parent.replace(step.old, step.new)
    index.learn(step.new)
    eid = step.new.get("eId", "")
    return (Change("substitution", step.new, eid, Region(eid), removed, paragraphs(step.new)),)


def _set_act(step: SetAct, index: Index) -> tuple[Change, ...]:
    act = step.act
    preface = act.find(q("preface"))
    old = None if preface is None else preface.find(q("longTitle"))
    assert preface is not None
    changes: list[Change] = []
    removed = () if old is None else paragraphs(old)
    if old is None:
        preface.insert(0, step.title)
    else:
        index.forget(old)
        preface.replace(old, step.title)
    index.learn(step.title)
    eid = step.title.get("eId", "")
    changes.append(Change("substitution", step.title, eid, Region(eid), removed, paragraphs(step.title)))
    for name, new in step.parts:
        there = act.find(q(name))
        gone = () if there is None else paragraphs(there)
        if there is not None:
            index.forget(there)
        if new is None and there is not None:
            act.remove(there)
        elif new is not None and there is not None:
            act.replace(there, new)
        elif new is not None:
            _put_part(act, name, new)
        come = () if new is None else paragraphs(new)
        if new is not None:
            index.learn(new)
        if there is not None or new is not None:
            region = Region("", name)
            changes.append(Change("substitution", step.title, eid, region, gone, come, silent=True))
    return tuple(changes)


def _put_part(act: etree._Element, name: str, new: etree._Element) -> None:
    """Put a part of an act where the parts stand in their order."""
    order = ("meta", "coverPage", "preface", "preamble", "body", "conclusions", "attachments", "components")
    before = [child for child in act if child.tag in {q(each) for each in order[: order.index(name)]}]
    before[-1].addnext(new)


def _set_blocks(step: SetBlocks, index: Index) -> tuple[Change, ...]:
    holder = step.holder
    region = region_of(holder)
    told = told_by(holder)
    removed = paragraphs(told)
    if holder.tag == q("preamble") and not holder.get("eId"):
        holder.set("eId", f"{region.eid}__preamble" if region.eid else "preamble")
    if holder.tag in (q("heading"), q("caption"), q("block")):
        take_over(holder, step.new[0])
    else:
        for child in list(holder):
            index.forget(child)
            holder.remove(child)
        holder.extend(step.new)
        index.learn(holder)
    mark = mark_of(holder)
    return (Change("substitution", mark, unit_eid(mark), region, removed, paragraphs(told)),)


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
        _empty_table(old, step.words)
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
    spans = sum(span(cell, "colspan") for cell in cells[1:])
    for cell in cells[1:]:
        row.remove(cell)
    cell = E.td(E.p(official))
    if spans > 1:
        cell.set("colspan", str(spans))
    row.append(cell)


def _empty_table(table: etree._Element, official: str) -> None:
    """Leave of a table its caption, and one cell over all its columns that says what became of it."""
    cell = E.td(E.p(official))
    wide = columns(table)
    if wide > 1:
        cell.set("colspan", str(wide))
    for row in list(table.iterchildren(q("tr"))):
        table.remove(row)
    table.append(E.tr(cell))


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


def _add_unit(step: AddUnit, index: Index) -> tuple[Change, ...]:
    found = place.find(index, step.scope, step.kind, step.number)
    if found is None:
        raise ValueError(f"no place for {step.kind} {step.number}")
    changes = opened(found.anchor) if found.where == "into" else ()
    place.put(index, found, step.new, step.number)
    return (*changes, added(step.new))


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
    return (added(step.new),)


def _sorts(one: str, two: str) -> bool:
    return order_key(number_key(one)) < order_key(number_key(two))


def _edit_words(step: EditWords) -> tuple[Change, ...]:
    told = told_by(step.block)
    removed = paragraphs(told)
    words.apply(step.block, step.edits)
    mark = mark_of(step.block)
    region = region_of(step.block)
    return (Change("substitution", mark, unit_eid(mark), region, removed, paragraphs(told)),)
