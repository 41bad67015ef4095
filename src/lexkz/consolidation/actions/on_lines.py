"""Lines: абзацы and parts of units, set, added and taken out."""

import re
from collections.abc import Container, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from lexkz.akn.eids import distinct, number_part
from lexkz.akn.eids import eid as make_eid
from lexkz.akn.namespace import E, local, q
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Address
from lexkz.consolidation.actions.neighbours import beside_lines, by_number
from lexkz.consolidation.actions.on_units import place_taken
from lexkz.consolidation.new_content import Content, adopt
from lexkz.consolidation.plan import Plan, Setting, take_content
from lexkz.consolidation.planners import inserts, repeals, replaces
from lexkz.consolidation.tree import gaps
from lexkz.consolidation.tree import places as place
from lexkz.consolidation.tree.change import Change, added, mark_of, opened, region_of, take_over, unit_eid
from lexkz.consolidation.tree.counted_lines import CountedLine, has_gap, is_gap, lines, own, parts
from lexkz.consolidation.tree.places import eid_prefix
from lexkz.consolidation.tree.resolve import resolve
from lexkz.consolidation.tree.target import Target, spell
from lexkz.consolidation.tree.unit_index import NUMBERED_TAGS, Index, number_key, printed_number
from lexkz.consolidation.tree_step import TreeStep
from lexkz.languages.language import words_of


@dataclass(frozen=True, slots=True, eq=False)
class SetLines(TreeStep):
    """Lines of a unit get a new wording: ``text`` in the first of them, ``rest`` (alineas, units) after it."""

    rank = 50
    note = "replaced"

    lines: tuple[CountedLine, ...]
    text: etree._Element
    """The new ``p``."""
    rest: tuple[etree._Element, ...] = ()

    def perform(self, index: Index) -> tuple[Change, ...]:
        first = self.lines[0]
        block = first.block
        holder = block.getparent()
        assert holder is not None
        region = region_of(block)
        removed = paragraphs(block)
        take_over(block, self.text)
        mark = mark_of(block)
        changes = [Change("substitution", mark, unit_eid(mark), region, removed, paragraphs(block))]
        changes.extend(_drop(carrier, mark, index) for carrier in _carriers(self.lines))
        if self.rest:
            changes.extend(_insert_after(block, self.rest, index))
        return tuple(changes)

    def claims(self) -> tuple[etree._Element, ...]:
        return tuple(line.block for line in self.lines)


@dataclass(frozen=True, slots=True, eq=False)
class RepealLines(TreeStep):
    """Lines give way to the official words."""

    rank = 60
    note = "repealed"

    lines: tuple[CountedLine, ...]
    words: str

    def perform(self, index: Index) -> tuple[Change, ...]:
        first = self.lines[0].block
        region = region_of(first)
        removed = paragraphs(first)
        take_over(first, E.p(self.words))
        mark = mark_of(first)
        mark.set("status", "removed")
        changes = [Change("repeal", mark, unit_eid(mark), region, removed, paragraphs(first))]
        changes.extend(_drop(carrier, mark, index) for carrier in _carriers(self.lines))
        return tuple(changes)

    def claims(self) -> tuple[etree._Element, ...]:
        return tuple(line.block for line in self.lines)


@dataclass(frozen=True, slots=True, eq=False)
class AddLines(TreeStep):
    """New lines in a unit: as its N-th, or at its end."""

    rank = 100
    note = "inserted"

    unit: etree._Element
    ordinal: int | None
    new: tuple[etree._Element, ...]
    after: CountedLine | None = None
    """The line after which they go, where the place is not that of an ordinal (a new part)."""
    follows: etree._Element | None = None
    """Of several that one command puts after one line, the last element of those before."""

    def perform(self, index: Index) -> tuple[Change, ...]:
        changes: tuple[Change, ...] = ()
        before = self.after
        if before is None and self.ordinal is not None and not has_gap(self.unit):
            before = line_before(self.unit, self.ordinal)
        if before is None:
            last = self.unit[-1] if len(self.unit) else None
            changes = opened(self.unit)
            place.open_content(self.unit)
            for element in self.new:
                self.unit.append(element)
                index.learn(element)
            if last is not None and is_gap(last) and self.ordinal is not None:
                made = gaps.gap(place.free_gap_eid(index, self.new[-1]))
                self.unit.append(made)
                index.learn(made)
            return (*changes, *(added(element) for element in self.new))
        anchor = _outermost(before, self.unit) if self.follows is None else self.follows
        if anchor.tag in (q("content"), q("intro")):
            changes = opened(self.unit)
            place.open_content(self.unit)
        for element in self.new:
            anchor.addnext(element)
            index.learn(element)
            anchor = element
        return (*changes, *(added(element) for element in self.new))

    def order(self) -> tuple[object, ...]:
        return ((0, self.ordinal, ""),) if self.ordinal is not None else ((1, 0, ""),)

    def brings(self) -> tuple[etree._Element, ...]:
        return self.new


@replaces("alinea", "part")
def replace_lines(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    """New wordings for абзацы and parts: one target takes all lines of the content, several take one line each."""
    found = take_content(plan, setting)
    groups = _groups(plan, found, len(targets), targets[0].kind == "part")
    for target, group in zip(targets, groups, strict=True):
        _refuse_in_cell(plan, target)
        _replace_one(plan, setting, found, target, group)


def _refuse_in_cell(plan: Plan, target: Target) -> None:
    """A line of a cell comes and goes with no unit of its own; only its words can be changed."""
    if any(True for line in target.lines for _ in line.block.iterancestors(q("td"), q("th"))):
        raise plan.refuse("action_unsupported", spell(target.address), (target.eid,))


def _groups(plan: Plan, found: Content, count: int, by_part: bool) -> list[list[etree._Element]]:
    elements = [element for element in found.elements if isinstance(element.tag, str)]
    if count == 1:
        return [elements]
    if by_part:
        elements = _lifted(elements)
        probe = E.paragraph(*(adopt(item, "", quoted_prefix="", document_prefix="", work="") for item in elements))
        starts = [part[0].block for part in parts(probe)]
        tops = [_top(block, probe) for block in starts]
        if len(tops) == count and tops[:1] == [probe[0]]:
            places = [list(probe).index(top) for top in tops] + [len(elements)]
            return [elements[one:two] for one, two in pairwise(places)]
    elif len(elements) == count and all(len(_flat(element)) == 1 for element in elements):
        return [[element] for element in elements]
    raise plan.refuse("content_mismatch", plan.command.instruction, tuple(item.get("eId", "") for item in elements))


def _lifted(elements: list[etree._Element]) -> list[etree._Element]:
    """New parts in which a line after a list stands beside it: read by itself, it seems a line of the last subpoint."""
    out: list[etree._Element] = []
    for element in elements:
        last, begun = [child for child in element if child.tag == q("alinea")], len(out) > 0
        known = lines(element) if element.tag in NUMBERED_TAGS and begun else ()
        ended = known and _ENDS.search(" ".join(paragraphs(known[0].block)).rstrip()) is not None
        if not ended or not last or len(last) != len(known) - 1 or not _capital(last[0]):
            out.append(element)
            continue
        copy = deepcopy(element)
        copy.tail = None
        for child in copy.findall(q("alinea")):
            copy.remove(child)
        for intro in copy.findall(q("intro")):
            intro.tag = q("content")
        out += [copy, *last]
    return out


_ENDS = re.compile(r"[.!?…][\"»”)\]]*$")


def _capital(element: etree._Element) -> bool:
    first = next((char for char in " ".join(paragraphs(element)) if char.isalpha()), "")
    return first.isupper()


def _top(block: etree._Element, probe: etree._Element) -> etree._Element:
    found = block
    while found.getparent() is not None and found.getparent() is not probe:
        found = found.getparent()  # type: ignore[assignment]
    return found


def _flat(element: etree._Element) -> tuple[object, ...]:
    return (element,) if element.tag == q("p") else lines(element)


def _replace_one(plan: Plan, setting: Setting, found: Content, target: Target, group: list[etree._Element]) -> None:
    line = target.lines[0]
    what = spell(target.address)
    head, rest = group[0], group[1:]
    number = printed_number(line.unit) if line.first and line.unit.tag in NUMBERED_TAGS else None
    heading = line.unit.find(q("heading")) is not None
    if head.tag in NUMBERED_TAGS:
        printed = printed_number(head)
        fits = number is not None and not heading and printed is not None and number_key(printed) == number_key(number)
        if not fits and not by_number(plan):
            raise plan.refuse("number_mismatch", what, (target.eid,))
        rest = [child for child in head if _is_below(child)] + rest
        text = next((item.block for item in own(head)), None)
        if not fits and text is not None:
            # A person has decided that this line is meant: it gets the words as they are quoted, their number included.
            text = _with_number(text, head)
    else:
        if number is not None and not heading:
            plan.note("number_kept", what, (target.eid,))
        text = head if head.tag == q("p") else next((item.block for item in own(head)), None)
    if text is None:
        raise plan.refuse("content_missing", what, (target.eid,))
    new = adopt(text, "", quoted_prefix=found.prefix, document_prefix="", work=setting.amending.work)
    part = target.kind == "part"
    below = tuple(_lines_below(plan, setting, found, line, rest, target.lines, part=part))
    if below and target.kind == "alinea":
        plan.note("lines_grew", what, (target.eid,))
    plan.whole.extend(item.unit if item.first and item.unit is not line.unit else item.block for item in target.lines)
    if len(target.lines) == 1 and not below and paragraphs(new) == paragraphs(line.block):
        plan.note("already_worded", what, (target.eid,))
    else:
        plan.steps.append((target.address, SetLines(target.lines, new, below)))


def _with_number(block: etree._Element, unit: etree._Element) -> etree._Element:
    """A copy of a unit's first line with the unit's number before its words."""
    num = unit.find(q("num"))
    copy = deepcopy(block)
    copy.tail = None
    copy.text = f"{num.text if num is not None else ''} {copy.text or ''}".strip() + (" " if len(copy) else "")
    return copy


def _is_below(child: etree._Element) -> bool:
    return child.tag in NUMBERED_TAGS or child.tag == q("alinea")


def _lines_below(
    plan: Plan,
    setting: Setting,
    found: Content,
    line: CountedLine,
    rest: list[etree._Element],
    replaced: tuple[CountedLine, ...],
    *,
    part: bool,
) -> list[etree._Element]:
    """Copies of the content's further lines and units, with eIds beside those of ``line``, which stay."""
    parent = line.unit if line.unit.tag != q("alinea") else line.unit.getparent()
    assert parent is not None
    prefix = eid_prefix(parent, None)
    anchor = line.unit.get("eId", "") if line.unit.tag == q("alinea") else make_eid("alinea", "1", prefix)
    out: list[etree._Element] = []
    going = {item.unit.get("eId", "") for item in replaced if item.unit is not line.unit}
    # What the parts before it have brought counts, too: each of three parts may have a list that begins with 1).
    known = _Known(
        setting, {item.get("eId") for _, step in plan.steps if isinstance(step, SetLines) for item in step.rest}
    )
    for element in rest:
        number = printed_number(element) if element.tag in NUMBERED_TAGS else None
        if number is not None:
            eid = make_eid(local(element), number_part(number), prefix)
            if part and (eid not in going or eid in known.made):
                eid = distinct(eid, known)
        else:
            eid = _free(known, anchor, len(out) + 1)
        out.append(as_unit(setting, found, element, eid))
        clash = place_taken(setting, out[-1], parent if number is None else None)
        if clash and number is not None and eid not in going:
            raise plan.refuse("number_taken", eid, clash)
    return out


def _free(taken: Container[str], anchor: str, start: int) -> str:
    number = start
    while f"{anchor}-{number}" in taken:
        number += 1
    return f"{anchor}-{number}"


def as_unit(setting: Setting, found: Content, element: etree._Element, eid: str) -> etree._Element:
    """Return a copy of a line or unit of content with ``eid``; a bare paragraph or table becomes an alinea."""
    if element.tag == q("alinea") or element.tag in NUMBERED_TAGS:
        return adopt(element, eid, quoted_prefix=found.prefix, document_prefix="", work=setting.amending.work)
    inner = adopt(element, "", quoted_prefix=found.prefix, document_prefix="", work=setting.amending.work)
    return E.alinea(E.content(inner), eId=eid)


@repeals("alinea", "part", when=lambda _plan, _setting, target: bool(target.lines))
def take_out(plan: Plan, setting: Setting, target: Target) -> None:
    """Lines give way to the official words."""
    _refuse_in_cell(plan, target)
    take_out_lines(plan, setting, target, target.lines)


def take_out_lines(plan: Plan, setting: Setting, target: Target, gone: tuple[CountedLine, ...]) -> None:
    """Plan that of the target these lines give way to the official words."""
    assert target.kind is not None
    official = words_of(setting.lang).notes.repealed(target.kind, plan.command.instruction)
    plan.whole.extend(line.unit if line.unit.tag == q("alinea") else line.block for line in gone)
    plan.steps.append((target.address, RepealLines(gone, official)))


@inserts("alinea", "part")
def insert_lines(plan: Plan, setting: Setting, addresses: tuple[Address, ...]) -> None:
    """New абзацы and parts: as the N-th of their unit, or at its end where the command gives no number."""
    found = take_content(plan, setting)
    groups = _groups(plan, found, len(addresses), addresses[0][-1].kind == "part")
    for nth, (address, group) in enumerate(zip(addresses, groups, strict=True)):
        _insert_one(plan, setting, found, address, group, nth)


def _insert_one(
    plan: Plan, setting: Setting, found: Content, address: Address, group: list[etree._Element], nth: int
) -> None:
    """Plan the ``nth`` (from 0) of the new lines or parts that the command names: ``group``, for ``address``."""
    step, what = address[-1], spell(address)
    parent = plan.target(setting.index, address[:-1])
    unit = parent.element
    if parent.lines or unit.tag in (q("act"), q("attachment")):
        raise plan.refuse("action_unsupported", what, (parent.eid,))
    plan.keep_out_of_tables(parent, address)
    after: CountedLine | None = None
    ordinal: int | None = None
    command = plan.command
    beside = command.anchor is not None and command.position in ("after", "before")
    if beside and not (step.number is not None and by_number(plan)):
        after, ordinal = beside_lines(plan, setting, unit, address, nth)
    elif step.number is not None:
        if not step.number.isdigit() or int(step.number) < 2:
            raise plan.refuse("place_unclear", what, (parent.eid,))
        ordinal = int(step.number)
        if step.kind == "part":
            known = parts(unit)
            # Of several new parts each stands after the one before it, which may itself be new.
            place = (
                ordinal - 2 - sum(1 for _, other in plan.steps if isinstance(other, AddLines) and other.unit is unit)
            )
            if has_gap(unit) or not 0 <= place < len(known):
                raise plan.refuse("place_unclear", what, (parent.eid,))
            after = known[place][-1]
        elif has_gap(unit):
            after = _known_before(setting, address, ordinal)
        else:
            earlier = sum(1 for _, other in plan.steps if isinstance(other, AddLines) and other.unit is unit)
            if line_before(unit, ordinal - earlier) is None:
                raise plan.refuse("place_unclear", what, (parent.eid,))
    prefix = eid_prefix(unit, None)
    anchor = make_eid("alinea", str(ordinal), prefix) if ordinal else f"{prefix}__al_{len(lines(unit)) + 1}"
    new: list[etree._Element] = []
    made = {item.get("eId") for _, other in plan.steps if isinstance(other, AddLines) for item in other.new}
    for element in group:
        number = printed_number(element) if element.tag in NUMBERED_TAGS else None
        if number is not None:
            eid = make_eid(local(element), number_part(number), prefix)
            eid = distinct(eid, _Known(setting, made)) if step.kind == "part" else eid
        else:
            taken = _Known(setting, made)
            eid = anchor if anchor not in taken and not new else _free(taken, anchor, len(new) + 1)
        new.append(as_unit(setting, found, element, eid))
        if number is not None and place_taken(setting, new[-1], None):
            raise plan.refuse("number_taken", what, (eid,))
    plan.touched.append(unit)
    if step.number is not None or after is not None:
        plan.created.append((unit.get("eId", ""), step.kind, step.number or str(ordinal)))
    plan.eids.extend(item.get("eId", "") for item in new)
    follows = next(
        (
            other.new[-1]
            for _, other in reversed(plan.steps)
            if isinstance(other, AddLines) and other.unit is unit and _same_line(other.after, after)
        ),
        None,
    )
    plan.steps.append((address, AddLines(unit, ordinal, tuple(new), after, follows)))


class _Known:
    """The eIds of the base and those that the command has given so far."""

    def __init__(self, setting: Setting, made: set[str | None]) -> None:
        self._index, self.made = setting.index, made

    def __contains__(self, eid: object) -> bool:
        return eid in self.made or (isinstance(eid, str) and eid in self._index)


def _same_line(one: CountedLine | None, two: CountedLine | None) -> bool:
    return one is not None and two is not None and one.block is two.block


def _known_before(setting: Setting, address: Address, ordinal: int) -> CountedLine | None:
    step = address[-1]
    before = resolve(setting.index, (*address[:-1], type(step)(step.kind, str(ordinal - 1))))
    return before.lines[0] if isinstance(before, Target) and before.lines else None


def _carriers(found: Sequence[CountedLine]) -> list[etree._Element]:
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


def line_before(unit: etree._Element, ordinal: int) -> CountedLine | None:
    """Return the line after which a new line becomes the ``ordinal``-th of ``unit``; None where there is none."""
    known = lines(unit)
    return known[ordinal - 2] if 2 <= ordinal <= len(known) + 1 else None


def _outermost(line: CountedLine, unit: etree._Element) -> etree._Element:
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
