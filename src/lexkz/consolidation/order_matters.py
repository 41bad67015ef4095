"""Two commands of one day whose order shows in the text although they touch no word in common.

What one of them brings, takes out or renumbers can move the place that the other one names: the words after which new
words stand, the neighbour of a new unit, the count of lines («абзац пятый»). No act of a day stands before another, so
that where the order matters neither is applied.
"""

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.akn.numbers import order_key
from lexkz.amendment.model import Address
from lexkz.consolidation.actions.on_lines import AddLines, RepealLines, SetLines
from lexkz.consolidation.actions.on_numbers import Move, Renumber
from lexkz.consolidation.actions.on_units import AddUnit, RepealUnit, SetUnit
from lexkz.consolidation.actions.on_words import EditWords
from lexkz.consolidation.plan import Plan
from lexkz.consolidation.tree import block_words as words
from lexkz.consolidation.tree import places as place
from lexkz.consolidation.tree.block_words import block_text
from lexkz.consolidation.tree.counted_lines import lines
from lexkz.consolidation.tree.resolve import resolve
from lexkz.consolidation.tree.target import Target
from lexkz.consolidation.tree.unit_index import NUMBERED, Index
from lexkz.consolidation.tree_step import TreeStep

_COUNTED = frozenset({"alinea", "part", "sentence"})


def order_matters(index: Index, one: Plan, two: Plan) -> bool:
    """Return whether ``one`` moves what ``two`` names, or the other way round; both are planned on one tree."""
    return any(
        _takes_anchor(left, right)
        or _takes_number(left, right)
        or _moves_neighbour(index, left, right)
        or _shifts_count(index, left, right)
        for left, right in ((one, two), (two, one))
    )


def _takes_anchor(changing: Plan, naming: Plan) -> bool:
    """True where words that ``changing`` takes out hold those beside which ``naming`` puts its own."""
    if naming.command.action != "insert_words" or not naming.command.old:
        return False
    blocks = {step.block for _, step in naming.steps if isinstance(step, EditWords)}
    for _, step in changing.steps:
        if not isinstance(step, EditWords) or step.block not in blocks:
            continue
        text = block_text(step.block)
        found = [match for old in naming.command.old for match in words.occurrences_everywhere(text, old)]
        if any(edit.start < match.end and match.start < edit.end for edit in step.edits for match in found):
            return True
    return False


def _takes_number(changing: Plan, naming: Plan) -> bool:
    """True where ``changing`` gives another unit the number of the one that ``naming`` means."""
    shells = {step.shell for _, step in changing.steps if isinstance(step, Renumber) and step.shell is not None}
    named = (*naming.whole, *naming.touched)
    return any(outer in shells for element in named for outer in (element, *element.iterancestors()))


def _moves_neighbour(index: Index, changing: Plan, naming: Plan) -> bool:
    """True where ``changing`` renumbers or moves the unit beside which a new unit of ``naming`` stands."""
    for _, new in naming.steps:
        if not isinstance(new, AddUnit) or new.kind not in NUMBERED:
            continue
        found = place.find(index, new.scope, new.kind, new.number)
        if found is None:
            continue
        for _, step in changing.steps:
            if isinstance(step, Move) and step.unit is found.anchor:
                return True
            if isinstance(step, Renumber) and step.unit.tag == q(NUMBERED[new.kind]) and _near(step, found, new):
                return True
    return False


def _near(step: Renumber, found: place.Place, new: AddUnit) -> bool:
    if step.unit is found.anchor or step.shell is found.anchor:
        return True
    # A unit that gets a number between the neighbour's and the new one becomes the neighbour.
    beside = place.number_of(found.anchor) if found.where != "into" else None
    bounds = sorted(order_key(number) for number in (beside or "0", new.number))
    return new.scope in step.unit.iterancestors() and bounds[0] < order_key(step.number) < bounds[1]


def _shifts_count(index: Index, changing: Plan, naming: Plan) -> bool:
    """True where ``changing`` makes another line the one that ``naming`` counts to."""
    for address in naming.command.targets:
        counted = next((depth for depth, step in enumerate(address) if step.kind in _COUNTED), None)
        if counted is None:
            continue
        holder = resolve(index, address[:counted])
        if not isinstance(holder, Target) or holder.lines:
            continue
        at = _line_named(index, naming, address, counted, holder.element)
        if at is None:
            continue
        for _, step in changing.steps:
            moved = _first_moved(index, step, holder.element)
            if moved is not None and moved <= at:
                return True
    return False


def _line_named(index: Index, plan: Plan, address: Address, counted: int, unit: etree._Element) -> int | None:
    """The place, among the lines of ``unit``, of the last line that an address counts to."""
    number = address[counted].number
    if plan.command.action == "insert" and counted == len(address) - 1:
        # A new line without a number, or a part, goes to the end whatever stands before it.
        return int(number) - 1 if address[counted].kind == "alinea" and number and number.isdigit() else None
    found = resolve(index, address[: counted + 1])
    if not isinstance(found, Target) or not found.lines:
        return None
    return _place_of(found.lines[-1].block, unit)


def _place_of(block: etree._Element, unit: etree._Element) -> int | None:
    return next((at for at, line in enumerate(lines(unit)) if line.block is block), None)


def _first_moved(index: Index, step: TreeStep, unit: etree._Element) -> int | None:
    """The place of the first line of ``unit`` that ``step`` moves on; None where it moves none."""
    if isinstance(step, SetLines | RepealLines):
        more = len(step.rest) if isinstance(step, SetLines) else 0
        at = _place_of(step.lines[0].block, unit)
        return at + 1 if at is not None and 1 + more != len(step.lines) else None
    if isinstance(step, AddLines):
        return _added(step, unit)
    if isinstance(step, AddUnit):
        return _put(index, step, unit)
    if isinstance(step, SetUnit | RepealUnit) and unit in step.old.iterancestors():
        before = lines(step.old)
        after = len(lines(step.new)) if isinstance(step, SetUnit) else 1
        at = _place_of(before[0].block, unit) if before else None
        return at + 1 if at is not None and after != len(before) else None
    return None


def _added(step: AddLines, unit: etree._Element) -> int | None:
    if step.unit is not unit and unit not in step.unit.iterancestors():
        return None
    if step.after is not None:
        at = _place_of(step.after.block, unit)
        return None if at is None else at + 1
    own = lines(step.unit)
    if step.ordinal is not None and 0 < step.ordinal <= len(own):
        return _place_of(own[step.ordinal - 1].block, unit)
    return _behind(step.unit, unit)


def _put(index: Index, step: AddUnit, unit: etree._Element) -> int | None:
    if step.scope is not unit and unit not in step.scope.iterancestors():
        return None
    found = place.find(index, step.scope, step.kind, step.number)
    if found is None:
        return None
    if found.where == "before":
        own = lines(found.anchor)
        return _place_of(own[0].block, unit) if own else None
    return _behind(found.anchor, unit)


def _behind(element: etree._Element, unit: etree._Element) -> int | None:
    """The place right behind the last line of ``element``, which is ``unit`` or stands in it."""
    own = lines(element)
    at = _place_of(own[-1].block, unit) if own else None
    return None if at is None else at + 1
