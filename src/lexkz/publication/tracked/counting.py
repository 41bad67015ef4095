"""Numbers that Word counts: once all changes are accepted, each unit must bear the number that the law gives it.

A paragraph that comes or goes moves the numbers after it on. Where the number would come out wrong, the list is started
anew from the right one, or, where no list can print it («2-1.»), it is written as text in place of the list's.
"""

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from lexkz.publication.docx.lines import TrackedIds
from lexkz.publication.docx.names import make, qw
from lexkz.publication.docx.order import put
from lexkz.publication.sheet.model import Revision
from lexkz.publication.tracked.paragraphs import properties_of, usual_look
from lexkz.publication.tracked.runs import new_run
from lexkz.reading.docx.numbering import Numbering

_KEPT_APART = ("rPr", "sectPr", "pPrChange")


@dataclass(frozen=True, slots=True, eq=False)
class CountedParagraph:
    """A paragraph of the text as it will be, in its order, and the number that Word shall print before it."""

    paragraph: etree._Element
    number: str
    revision: Revision
    """Whose change it is where its numbering changes."""
    new: bool = False
    """The paragraph itself came: how it was numbered before is nothing to keep."""


def settle(
    order: Iterable[CountedParagraph], numbering: Numbering, lists: etree._Element | None, ids: TrackedIds
) -> bool:
    """Let each paragraph print its number; return whether the part ``lists`` changed.

    ``numbering`` counts from the beginning; ``order`` holds all paragraphs that it numbers, those that go left out.
    """
    changed = False
    for one in order:
        reached = numbering.reached()
        reference = numbering.reference(one.paragraph)
        if numbering.number(one.paragraph).strip() == one.number:
            continue
        numbering.back_to(reached)
        before = None if one.new else base_properties(one.paragraph)
        if reference is not None and one.number and lists is not None:
            started = _started(one, reference, numbering, lists)
            if started:
                changed = True
                _tell(one, before, ids)
                continue
            numbering.back_to(reached)
        _write(one, reference, numbering, ids)
        _tell(one, before, ids)
    return changed


def base_properties(paragraph: etree._Element) -> etree._Element:
    """Return a copy of the properties of a paragraph as a tracked change keeps them."""
    made = deepcopy(properties_of(paragraph))
    for name in _KEPT_APART:
        for old in made.findall(qw(name)):
            made.remove(old)
    return made


def _tell(one: CountedParagraph, before: etree._Element | None, ids: TrackedIds) -> None:
    if before is None:
        return
    properties = properties_of(one.paragraph)
    if properties.find(qw("pPrChange")) is not None:
        return
    change = ids.named("pPrChange", one.revision)
    change.append(before)
    put(properties, change)


def _started(one: CountedParagraph, reference: tuple[str, int], numbering: Numbering, lists: etree._Element) -> bool:
    """Start the list anew at the paragraph; tell whether it then prints its number."""
    list_id, level = reference
    found = re.findall(r"\d+", one.number)
    holder = numbering.lists.get(list_id)
    if not found or holder is None:
        return False
    made = deepcopy(holder)
    made.tail = None
    own = str(1 + max((int(known) for known in numbering.lists if known.isdigit()), default=0))
    made.set(qw("numId"), own)
    overrides = {override.get(qw("ilvl")): override for override in made.findall(qw("lvlOverride"))}
    for override in overrides.values():
        for start in override.findall(qw("startOverride")):
            override.remove(start)
        if not len(override) and override.get(qw("ilvl")) != str(level):
            made.remove(override)
    target = overrides.get(str(level))
    if target is None:
        target = make("lvlOverride", ilvl=level)
        later = [each for each in made.findall(qw("lvlOverride")) if int(each.get(qw("ilvl")) or 0) > level]
        if later:
            later[0].addprevious(target)
        else:
            made.append(target)
    target.insert(0, make("startOverride", val=int(found[-1])))
    numbering.lists[own] = made
    properties = properties_of(one.paragraph)
    old = properties.find(qw("numPr"))
    kept = deepcopy(old) if old is not None else None
    put(properties, make("numPr", make("ilvl", val=level), make("numId", val=own)))
    if numbering.number(one.paragraph).strip() == one.number:
        lists.findall(qw("num"))[-1].addnext(made)
        return True
    del numbering.lists[own]
    _put_back(properties, kept)
    return False


def _put_back(properties: etree._Element, kept: etree._Element | None) -> None:
    for old in properties.findall(qw("numPr")):
        properties.remove(old)
    if kept is not None:
        put(properties, kept)


def _write(one: CountedParagraph, reference: tuple[str, int] | None, numbering: Numbering, ids: TrackedIds) -> None:
    """Take the paragraph out of its list, and write its number as text."""
    properties = properties_of(one.paragraph)
    if reference is not None:
        put(properties, make("numPr", make("ilvl", val=0), make("numId", val=0)))
        definition = numbering.definition(*reference)
        indent = definition.find(f"{qw('pPr')}/{qw('ind')}") if definition is not None else None
        if properties.find(qw("ind")) is None and indent is not None:
            put(properties, deepcopy(indent))
    if one.number:
        change = ids.change(Revision("+", one.revision.author, one.revision.date))
        change.append(new_run(f"{one.number} ", "", usual_look(one.paragraph)))
        properties.addnext(change)
