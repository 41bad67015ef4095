"""Performing steps that change where units stand, what number they carry, or whether they are in force."""

import re
from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.akn.text import paragraphs
from lexkz.consolidation.actions.steps import AddBeside, Move, Renumber, SetState
from lexkz.consolidation.anchor import anchor
from lexkz.consolidation.tree.change import Change, Region, added, region_of
from lexkz.consolidation.tree.unit_index import Index, printed_number
from lexkz.consolidation.tree.walk import attribute, text, with_eid


def add_beside(step: AddBeside, index: Index) -> tuple[Change, ...]:
    """Put new rows or lines beside an element."""
    for element in step.new if step.before else reversed(step.new):
        if step.before:
            step.anchor.addprevious(element)
        else:
            step.anchor.addnext(element)
        index.learn(element)
    return tuple(added(element) for element in step.new)


def move(step: Move) -> tuple[Change, ...]:
    """Put a unit to another place; its number and eId stay."""
    unit = step.unit
    lines = paragraphs(unit)
    if step.before:
        step.anchor.addprevious(unit)
    else:
        step.anchor.addnext(unit)
    eid = attribute(unit, "eId")
    return (Change("substitution", unit, eid, Region(eid), lines, lines),)


def renumber(steps: Sequence[Renumber], index: Index) -> tuple[tuple[Change, ...], ...]:
    """Give units their new numbers, all at once: one may take the number that another leaves."""
    before = [(attribute(step.unit, "eId"), paragraphs(step.unit)) for step in steps]
    gone = [_drop_shell(step, index) for step in steps]
    for step in steps:
        index.forget(step.unit)
    for step, (old, _) in zip(steps, before, strict=True):
        num = step.unit.find(q("num"))
        assert num is not None
        num.text = renumbered(step.unit, step.number)
        for element in with_eid(step.unit):
            eid = attribute(element, "eId")
            if element is step.unit or eid.startswith(f"{old}__"):
                element.set("wId", element.get("wId") or eid)
                element.set("eId", step.eid + eid[len(old) :])
    for step in steps:
        index.learn(step.unit)
    return tuple(
        (
            *dropped,
            Change("renumbering", step.unit, step.eid, Region(old), lines, ()),
            Change("renumbering", step.unit, step.eid, Region(step.eid), (), paragraphs(step.unit), silent=True),
        )
        for step, (old, lines), dropped in zip(steps, before, gone, strict=True)
    )


def _drop_shell(step: Renumber, index: Index) -> tuple[Change, ...]:
    """Take out what is left of the unit that had the number. Its notes go on with the unit that takes its place."""
    shell = step.shell
    if shell is None:
        return ()
    lines, eid = paragraphs(shell), attribute(shell, "eId")
    place, parent = anchor(step.unit), shell.getparent()
    for mark in shell.iter(q("noteRef")):
        if place is not None:
            kept = deepcopy(mark)
            kept.tail = None
            place.append(kept)
    index.forget(shell)
    if parent is not None:
        parent.remove(shell)
    return (Change("repeal", step.unit, eid, Region(eid), lines, (), silent=True),)


def renumbered(unit: etree._Element, number: str) -> str | None:
    """Return the printed number of ``unit`` with the new bare number in it; None where the old one is not found."""
    num, old = unit.find(q("num")), printed_number(unit)
    if num is None or len(num) or not old:
        return None
    printed = text(num)
    pattern = rf"(?<![\w-]){re.escape(old)}(?!\d|-\d)"
    return re.sub(pattern, number, printed) if len(re.findall(pattern, printed)) == 1 else None


def set_state(step: SetState) -> tuple[Change, ...]:
    """Let a note tell the state; the text stays."""
    element = step.element
    place = anchor(element)
    region = region_of(place) if place is not None else Region(attribute(element, "eId"))
    eid = attribute(element, "eId") if element.tag != q("act") else ""
    return (Change("repeal", element, eid, region, (), (), state=step.state),)
