"""An act's own notes («Примечание», «Ескертпе»), which can have several lines."""

from dataclasses import dataclass

from lxml import etree

from lexkz.akn.eids import distinct, number_part
from lexkz.akn.eids import eid as make_eid
from lexkz.akn.namespace import local, q
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Address
from lexkz.consolidation.actions.on_lines import AddLines, SetLines, as_unit, take_out_lines
from lexkz.consolidation.actions.on_units import AddBeside, AddUnit, place_taken
from lexkz.consolidation.new_content import Content, adopt
from lexkz.consolidation.plan import Plan, Setting, take_content
from lexkz.consolidation.planners import inserts, repeals, replaces
from lexkz.consolidation.tree.counted_lines import CountedLine, has_gap, lines, own
from lexkz.consolidation.tree.note_lines import is_note, note_lines
from lexkz.consolidation.tree.places import eid_prefix
from lexkz.consolidation.tree.target import Target, spell
from lexkz.consolidation.tree.unit_index import NUMBERED_TAGS, body_of, number_key, printed_number

_BODIES = frozenset({q("body"), q("mainBody")})


def whole_note(plan: Plan, setting: Setting, target: Target) -> tuple[CountedLine, ...]:
    """Return the lines of the note; raises Refusal where it cannot be told which they are."""
    found = note_lines(target.lines[0].block, setting.lang)
    if found is None or not found.told:
        further = () if found is None else found.further
        raise plan.refuse("note_unclear", spell(target.address), tuple(filter(None, map(_eid, further))))
    if found.further and not (found.further[0].first and found.further[0].unit.tag in NUMBERED_TAGS):
        plan.note("note_left", spell(target.address), tuple(filter(None, map(_eid, found.further))))
    return found.own


def _eid(line: CountedLine) -> str:
    return line.unit.get("eId") or line.block.get("eId") or ""


def _is_lines(_plan: Plan, _setting: Setting, found: tuple[Target, ...]) -> bool:
    return len(found) == 1 and bool(found[0].lines)


@replaces("note", when=_is_lines)
def replace_note(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    """«примечание изложить в следующей редакции»: all lines of the note give way to those of the content."""
    (target,) = targets
    found = take_content(plan, setting)
    old = whole_note(plan, setting, target)
    head, *rest = found.elements
    text = _line_of(head)
    if text is None or not is_note(text, setting.lang):
        raise plan.refuse("content_mismatch", spell(target.address), (target.eid,))
    first = old[0]
    new = adopt(text, "", quoted_prefix=found.prefix, document_prefix="", work=setting.amending.work)
    taken = _TakenAround(setting, {_eid(line) for line in old})
    below = _rest(plan, setting, found, _below(first), rest, taken, target.address)
    plan.whole.extend(line.unit if line.first and line.unit is not first.unit else line.block for line in old)
    plan.whole.append(first.block)
    said = (*paragraphs(new), *(text for element in below for text in paragraphs(element)))
    there = tuple(text for line in _carriers(old) for text in paragraphs(line))
    if said == there:
        plan.note("already_worded", spell(target.address), (target.eid,))
        return
    plan.steps.append((target.address, SetLines(old, new, below)))


def _carriers(found: tuple[CountedLine, ...]) -> list[etree._Element]:
    """Return what holds the lines, each once and in order: units with their numbers."""
    out: list[etree._Element] = [found[0].block]
    for line in found[1:]:
        carrier = line.unit if line.first and line.unit.tag in NUMBERED_TAGS else line.block
        if not any(carrier is known or known in carrier.iterancestors() for known in out):
            out.append(carrier)
    return out


def _line_of(element: etree._Element) -> etree._Element | None:
    if element.tag in (q("p"), q("block")):
        return element
    known = own(element) if element.tag == q("alinea") else ()
    return known[0].block if len(known) == 1 else None


@dataclass(frozen=True, slots=True)
class _Below:
    """Where the further lines of a note go."""

    flat: bool
    """True below the text of a document, False within a unit."""
    prefix: str
    """What their eIds begin with."""
    stem: str
    """The eId of the note's first line, which those of lines in a unit follow."""
    within: str = ""
    """The kind of numbered unit that the note stands in."""


def _below(first: CountedLine) -> _Below:
    top = first.block.getparent()
    assert top is not None
    flat = top.tag in _BODIES
    holder = next((outer for outer in first.block.iterancestors() if outer.tag in NUMBERED_TAGS), None)
    prefix = eid_prefix(top if flat else holder if holder is not None else first.unit, None)
    return _Below(flat, prefix, first.unit.get("eId", "") or "al", "" if holder is None else local(holder))


def _rest(
    plan: Plan,
    setting: Setting,
    found: Content,
    where: _Below,
    rest: list[etree._Element],
    taken: "_TakenAround",
    address: Address,
) -> tuple[etree._Element, ...]:
    """Copies of the further lines of a note for their place after its first."""
    out: list[etree._Element] = []
    for element in rest:
        if element.tag in NUMBERED_TAGS:
            if where.within == local(element):
                # Points of a note at the end of a point would stand within it.
                raise plan.refuse("action_unsupported", spell(address), (where.prefix,))
            number = printed_number(element) or ""
            eid = distinct(make_eid(local(element), number_part(number), where.prefix), taken)
            copy = as_unit(setting, found, element, eid)
        elif where.flat and (line := _line_of(element)) is not None:
            eid = distinct(f"{where.prefix}__p_2" if where.prefix else "p_2", taken)
            copy = adopt(line, eid, quoted_prefix=found.prefix, document_prefix="", work=setting.amending.work)
        elif not where.flat and element.tag in (q("alinea"), q("p"), q("block")):
            eid = distinct(f"{where.stem}-{len(out) + 1}", taken)
            copy = as_unit(setting, found, element, eid)
        else:
            raise plan.refuse("content_mismatch", spell(address), (where.prefix,))
        taken.made.add(eid)
        out.append(copy)
    return tuple(out)


class _TakenAround:
    """The eIds of the base but for those of lines that go, and those that were given so far."""

    def __init__(self, setting: Setting, going: set[str]) -> None:
        self.made: set[str] = set()
        self._index, self._going = setting.index, going

    def __contains__(self, eid: object) -> bool:
        return eid in self.made or (isinstance(eid, str) and eid in self._index and eid not in self._going)


@repeals("note", when=lambda _plan, _setting, target: bool(target.lines))
def repeal_note(plan: Plan, setting: Setting, target: Target) -> None:
    """«примечание исключить»: all lines of the note give way to the official words."""
    take_out_lines(plan, setting, target, whole_note(plan, setting, target))


@inserts("note")
def insert_note(plan: Plan, setting: Setting, addresses: tuple[Address, ...]) -> None:
    """«дополнить примечанием следующего содержания»: at the end of an annex or a point, or below a table."""
    if len(addresses) > 1:
        raise plan.refuse("action_unsupported", spell(addresses[1]))
    address = addresses[0]
    found = take_content(plan, setting)
    parent = plan.target(setting.index, address[:-1])
    head, *rest = found.elements
    text = _line_of(head)
    if text is None or not is_note(text, setting.lang):
        raise plan.refuse("content_mismatch", spell(address), (parent.eid,))
    present = [block for block in parent.element.iter(q("block")) if block.get("name") == "note"]
    body = body_of(parent.element) if parent.element.tag == q("attachment") else None
    at_end = body is not None and len(body) > 0
    if not (at_end or parent.element.tag in (q("table"), q("paragraph"), q("subparagraph"), q("article"))):
        raise plan.refuse("place_unclear", spell(address), (parent.eid,))
    if parent.lines or parent.cells or parent.rows or has_gap(parent.element if body is None else body):
        raise plan.refuse("place_unclear", spell(address), (parent.eid,))
    if present:
        known = note_lines(present[0], setting.lang)
        there = () if known is None else tuple(line for each in _carriers(known.own) for line in paragraphs(each))
        said = tuple(line for element in found.elements for line in paragraphs(element))
        if len(present) == 1 and there == said:
            plan.note("already_worded", spell(address), (parent.eid,))
            return
        raise plan.refuse("number_taken", spell(address), (parent.eid,))
    if body is not None or parent.element.tag == q("table"):
        anchor = parent.element if body is None else body[-1]
        holder = anchor.getparent()
        assert holder is not None
        prefix = eid_prefix(holder, None)
        taken = _TakenAround(setting, set())
        eid = distinct(f"{prefix}__p_1" if prefix else "p_1", taken)
        taken.made.add(eid)
        block = _as_note(adopt(text, eid, quoted_prefix=found.prefix, document_prefix="", work=setting.amending.work))
        if holder.tag not in _BODIES:
            # A table in a line of a unit: the note would be another line of that unit, which one is not said.
            raise plan.refuse("place_unclear", spell(address), (parent.eid,))
        below = _rest(plan, setting, found, _Below(True, prefix, eid), rest, taken, address)
        new = (block, *below)
        plan.steps.append((address, AddBeside(anchor, new)))
    else:
        unit = parent.element
        new = _lines_for(plan, setting, found, unit, address)
        plan.steps.append((address, AddLines(unit, None, new)))
    plan.touched.append(parent.element)
    plan.created.append((parent.eid, "note", ""))
    plan.eids.extend(filter(None, (element.get("eId", "") for element in new)))


def _lines_for(
    plan: Plan, setting: Setting, found: Content, unit: etree._Element, address: Address
) -> tuple[etree._Element, ...]:
    out: list[etree._Element] = []
    prefix, count = eid_prefix(unit, None), len(lines(unit))
    taken = _TakenAround(setting, set())
    for place, element in enumerate(found.elements, start=1):
        if element.tag in NUMBERED_TAGS:
            number = printed_number(element) or ""
            eid = make_eid(local(element), number_part(number), prefix)
            if local(element) == local(unit) or eid in setting.index:
                raise plan.refuse("action_unsupported", spell(address), (unit.get("eId", ""),))
        else:
            eid = distinct(f"{prefix}__al_{count + place}", taken)
        taken.made.add(eid)
        copy = as_unit(setting, found, element, eid)
        if place == 1:
            _as_note(next(copy.iter(q("p"), q("block"))))
        out.append(copy)
    return tuple(out)


def _as_note(block: etree._Element) -> etree._Element:
    block.tag = q("block")
    block.set("name", "note")
    return block


def _in_note(_plan: Plan, _setting: Setting, addresses: tuple[Address, ...]) -> bool:
    return len(addresses[0]) > 1 and addresses[0][-2].kind == "note"


@inserts("alinea", "paragraph", "subparagraph", when=_in_note)
def insert_into_note(plan: Plan, setting: Setting, addresses: tuple[Address, ...]) -> None:
    """New points of a note, by their numbers among those that it has; new lines of it, by theirs."""
    parent = plan.target(setting.index, addresses[0][:-1])
    found = take_content(plan, setting)
    if len(addresses) != 1 or len(found.elements) != 1:
        raise plan.refuse("action_unsupported", spell(addresses[0]), (parent.eid,))
    address, element = addresses[0], found.elements[0]
    step, known = address[-1], whole_note(plan, setting, parent)
    number = printed_number(element) if element.tag in NUMBERED_TAGS else None
    wanted = step.number or number
    if step.kind == "alinea":
        if number is not None or wanted is None or not wanted.isdigit() or int(wanted) != len(known) + 1:
            raise plan.refuse("place_unclear", spell(address), (parent.eid,))
        new = _line_after(setting, found, known[-1], element)
        plan.steps.append((address, AddBeside(_carrier(known[-1]), (new,))))
        plan.touched.append(_carrier(known[-1]))
    else:
        units = [line.unit for line in known if line.first and line.unit.tag in NUMBERED_TAGS]
        units = [unit for unit in dict.fromkeys(units) if local(unit) == local(element)]
        last = printed_number(units[-1]) if units else None
        if number is None or wanted is None or number_key(number) != number_key(wanted):
            raise plan.refuse("number_mismatch", spell(address), (parent.eid,))
        if last is None or not last.isdigit() or number != str(int(last) + 1):
            raise plan.refuse("place_unclear", spell(address), (parent.eid,))
        holder = units[-1].getparent()
        assert holder is not None
        prefix = units[-1].get("eId", "").rpartition("__")[0]
        new = as_unit(
            setting,
            found,
            element,
            distinct(make_eid(local(element), number_part(number), prefix), setting.index),
        )
        plan.steps.append((address, AddUnit(holder, local(element), number, new)))
    if place_taken(setting, new, None):
        raise plan.refuse("number_taken", spell(address), (new.get("eId", ""),))
    plan.created.append((parent.eid, step.kind, wanted))
    plan.eids.append(new.get("eId", ""))


def _carrier(line: CountedLine) -> etree._Element:
    """What a line that follows goes after."""
    return line.unit if line.unit.tag in (*NUMBERED_TAGS, q("alinea")) and line.first else line.block


def _line_after(setting: Setting, found: Content, before: CountedLine, element: etree._Element) -> etree._Element:
    """A new last line of a note: a paragraph below a document's text, a line of a unit within one."""
    line = _line_of(element)
    holder = before.block.getparent()
    if line is not None and holder is not None and holder.tag in _BODIES:
        prefix = eid_prefix(holder, None)
        eid = distinct(f"{prefix}__p_1" if prefix else "p_1", setting.index)
        return adopt(line, eid, quoted_prefix=found.prefix, document_prefix="", work=setting.amending.work)
    stem = before.unit.get("eId", "")
    return as_unit(setting, found, element, distinct(f"{stem}-1", setting.index))
