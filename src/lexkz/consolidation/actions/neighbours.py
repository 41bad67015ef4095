"""The unit beside which a command puts new ones, held against the number that it gives them.

Drafters say a place twice: "после пункта 5 дополнить пунктом 5-1". Where the two disagree ("после пункта 5 дополнить
пунктом 12-1", "после абзаца четвертого дополнить абзацем вторым") one of them is a slip, and which one cannot be told.
"""

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.akn.numbers import Key, order_key
from lexkz.amendment.model import Address
from lexkz.consolidation.plan import Plan, Setting
from lexkz.consolidation.tree.counted_lines import CountedLine, has_gap, is_gap, lines, parts
from lexkz.consolidation.tree.places import find
from lexkz.consolidation.tree.resolve import numbered_kind, resolve
from lexkz.consolidation.tree.target import Target, spelled
from lexkz.consolidation.tree.unit_index import NUMBERED, body_of, printed_number, row_number


def beside_lines(
    plan: Plan, setting: Setting, unit: etree._Element, address: Address, nth: int
) -> tuple[CountedLine, int | None]:
    """Return the line of ``unit`` after which the ``nth`` (from 0) new line or part goes, and its number as a line.

    The command names a line, a part, a subpoint or any unit within ``unit`` as its neighbour; it ends (or begins) with
    a line. The number is None where lines are not known. Raises Refusal where the neighbour is not within ``unit``
    or has no line, and where the number that the command gives is not the one that the place gives.
    """
    command = plan.command
    assert command.anchor is not None
    beside = plan.target(setting.index, command.anchor)
    own = beside.lines or lines(beside.element)
    known = lines(unit)
    before = command.position == "before"
    edge = (own[0] if before else own[-1]).block if own else None
    place = next((at for at, line in enumerate(known) if line.block is edge), None)
    if place is None or (before and place == 0):
        # Nothing can stand before the line that carries the unit's own number.
        raise plan.refuse("place_unclear", spelled("{} / {}", address, command.anchor), (beside.eid,))
    after = known[place - 1] if before else known[place]
    if has_gap(unit):
        _agree_unknown(plan, address, nth, beside)
        return after, None
    ordinal = place + nth + (1 if before else 2)
    wanted = ordinal
    if address[-1].kind == "part":
        ended = [at for at, part in enumerate(parts(unit), start=1) if part[-1].block is after.block]
        wanted = ended[0] + 1 + nth if ended else 0
    if address[-1].number not in (None, str(wanted)):
        raise plan.refuse("place_doubtful", spelled("{} / {}", address, command.anchor), (beside.eid,))
    return after, ordinal


def by_number(plan: Plan) -> bool:
    """True where a person has decided that the command is right although place and number disagree: units and lines
    then stand where their numbers put them, as those of all other commands do."""
    return plan.ruling is not None and plan.ruling.decision == "apply"


def _agree_unknown(plan: Plan, address: Address, nth: int, beside: Target) -> None:
    """In an outline lines cannot be counted: the numbers that the command itself gives must follow one another."""
    number, anchor = address[-1].number, beside.number
    if number is None or beside.kind != address[-1].kind or anchor is None or not anchor.isdigit():
        return
    if number != str(int(anchor) + nth + (0 if plan.command.position == "before" else 1)):
        raise plan.refuse("place_doubtful", spelled("{} / {}", address, beside.address), (beside.eid,))


def agrees(plan: Plan, setting: Setting, address: Address, scope: etree._Element) -> None:
    """Refuse a new numbered unit or row whose number does not put it beside the unit that the command names.

    ``scope`` is what it goes into. Between the two no other unit may stand; a unit "N-1" belongs behind N, so that a
    neighbour of another head number contradicts it even where the text between is not known.
    """
    command, number = plan.command, address[-1].number
    if command.anchor is None or command.position not in ("after", "before") or number is None or by_number(plan):
        return
    beside = resolve(setting.index, command.anchor)
    if not isinstance(beside, Target):
        raise plan.refuse(beside.code, beside.what, beside.candidates)
    other, key = _number(beside.element), order_key(number)
    if beside.kind != address[-1].kind or beside.lines or other is None:
        _borders(plan, setting, address, beside, scope)
        return
    near = order_key(other)
    low, high = (near, key) if command.position == "after" else (key, near)
    between = [each for each in _numbers(beside.element) if low < each < high]
    if (
        between
        and command.position == "after"
        and len(near) == 1
        and all(_of_head(each, near) for each in (key, *between))
    ):
        # «после пункта 2 дополнить пунктом 2-2», where 2-1 stands already: both stand behind 2, by their numbers.
        plan.note("place_by_number", spelled("{} / {}", address, command.anchor), (beside.eid,))
        return
    fits = low < high and not between
    if command.position == "after" and len(key) > 1:
        fits = fits and near[0] == key[0]
    if not fits:
        raise plan.refuse("place_doubtful", spelled("{} / {}", address, command.anchor), (beside.eid,))
    _borders(plan, setting, address, beside, scope)


def _of_head(key: Key, head: Key) -> bool:
    """True for "2-1" of 2."""
    return len(key) == 2 and key[0] == head[0]


def _borders(plan: Plan, setting: Setting, address: Address, beside: Target, scope: etree._Element) -> None:
    """The neighbour, of whatever kind («после абзаца второго»), ends where the new unit begins."""
    command = plan.command
    own = beside.lines or lines(beside.element)
    number, kind = address[-1].number, address[-1].kind
    body = body_of(scope) if scope.tag in (q("act"), q("attachment")) else scope
    if not own or number is None or kind == "row" or body is None or has_gap(body):
        return
    found = find(setting.index, scope, numbered_kind(address[-1], scope), number)
    if found is not None and not beside.lines and (found.anchor, found.where) == (beside.element, command.position):
        return
    around = () if found is None else lines(found.anchor)
    if found is None or not around:
        return
    known = [line.block for line in lines(body)]
    edge = (own[0] if command.position == "before" else own[-1]).block
    if edge not in known:
        raise plan.refuse("place_doubtful", spelled("{} / {}", address, beside.address), (beside.eid,))
    # Where in the row of lines the new unit begins, by its number and by its neighbour.
    block = around[0 if found.where == "before" else -1].block
    numbered = known.index(block) + (0 if found.where == "before" else 1)
    by_neighbour = known.index(edge) + (0 if command.position == "before" else 1)
    if numbered != by_neighbour:
        raise plan.refuse("place_doubtful", spelled("{} / {}", address, beside.address), (beside.eid,))


def _number(unit: etree._Element) -> str | None:
    return row_number(unit) if unit.tag == q("tr") else printed_number(unit)


def _numbers(unit: etree._Element) -> list[Key]:
    """The numbers of the units of the same kind that stand beside ``unit``, or, for points, in its whole document."""
    body = unit.getparent()
    if unit.tag in (q("paragraph"), q("article"), q("chapter")):
        while body is not None and body.tag in _RUNNING:
            body = body.getparent()
    found = () if body is None else body.iter(unit.tag)
    return [order_key(number) for each in found if not is_gap(each) and (number := _number(each)) is not None]


_RUNNING = frozenset(q(NUMBERED[kind]) for kind in ("section", "subsection", "chapter", "subchapter"))
"""Divisions through which the numbers of articles and points run on."""
