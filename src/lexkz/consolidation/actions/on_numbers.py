"""Units that get another number or another place."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from lexkz.akn.eids import TRANSPARENT, bare_number, number_part
from lexkz.akn.eids import eid as make_eid
from lexkz.akn.namespace import local, q
from lexkz.akn.numbers import as_roman, order_key
from lexkz.akn.text import paragraphs
from lexkz.amendment.contradictions import goes_on, rewords
from lexkz.amendment.model import Address, Command
from lexkz.consolidation.actions.on_units import AddUnit, RepealUnit
from lexkz.consolidation.messages import finding
from lexkz.consolidation.plan import Plan, Setting
from lexkz.consolidation.planners import plans_command
from lexkz.consolidation.tree.change import Change, Region, anchor
from lexkz.consolidation.tree.resolve import resolve
from lexkz.consolidation.tree.target import Target, acting, spell, spelled
from lexkz.consolidation.tree.unit_index import NUMBERED_TAGS, Index, document_of, printed_number
from lexkz.consolidation.tree.walk import attribute, text, with_eid
from lexkz.consolidation.tree_step import TreeStep
from lexkz.findings import Finding
from lexkz.languages.removal import is_only_removed


@dataclass(frozen=True, slots=True, eq=False)
class Renumber(TreeStep):
    """A unit gets another number, and with it another eId; the former one is kept as ``wId``."""

    rank = 20
    note = "renumbered"

    unit: etree._Element
    number: str
    eid: str
    shell: etree._Element | None = None
    """The unit that was repealed under the new number: nothing is left of it but the official words, and these go."""

    def claims(self) -> tuple[etree._Element, ...]:
        return (self.unit,)


@dataclass(frozen=True, slots=True, eq=False)
class Move(TreeStep):
    """A unit with all that is in it changes its place and keeps its number."""

    rank = 110
    note = "moved"

    unit: etree._Element
    anchor: etree._Element
    before: bool

    def perform(self, index: Index) -> tuple[Change, ...]:
        del index
        unit = self.unit
        lines = paragraphs(unit)
        if self.before:
            self.anchor.addprevious(unit)
        else:
            self.anchor.addnext(unit)
        eid = attribute(unit, "eId")
        return (Change("substitution", unit, eid, Region(eid), lines, lines),)

    def claims(self) -> tuple[etree._Element, ...]:
        return (self.unit,)


@dataclass(frozen=True, slots=True, eq=False)
class MoveToUnit(TreeStep):
    """A unit goes into another unit and gets its number there, and with it another eId."""

    rank = 115
    note = "moved"

    unit: etree._Element
    holder: etree._Element
    number: str
    eid: str

    def perform(self, index: Index) -> tuple[Change, ...]:
        unit, old, lines = self.unit, attribute(self.unit, "eId"), paragraphs(self.unit)
        index.forget(unit)
        num = unit.find(q("num"))
        assert num is not None
        num.text = renumbered(unit, self.number)
        _give_eid(unit, old, self.eid)
        beside = [each for each in self.holder.iterchildren(unit.tag) if printed_number(each) is not None]
        lower = [each for each in beside if order_key(printed_number(each) or "") < order_key(self.number)]
        if lower:
            lower[-1].addnext(unit)
        else:
            beside[0].addprevious(unit)
        index.learn(unit)
        return (
            Change("renumbering", unit, self.eid, Region(old), lines, ()),
            Change("renumbering", unit, self.eid, Region(self.eid), (), paragraphs(unit), silent=True),
        )

    def claims(self) -> tuple[etree._Element, ...]:
        return (self.unit,)


@plans_command("renumber", "move")
def plan_numbers(plan: Plan, setting: Setting, command: Command) -> None:
    """«пункт 5 считать пунктом 6», «5-тармақ 3-тармақтан кейін көшірілсін»."""
    targets = tuple(plan.target(setting.index, address) for address in command.targets)
    plan.eids.extend(target.eid for target in targets)
    if any(target.lines or target.element.tag not in NUMBERED_TAGS for target in targets):
        raise plan.refuse("action_unsupported", acting(command.action, spell(command.targets[0])))
    if command.action == "move":
        _move(plan, setting, targets)
    elif len(command.renumber_to) != len(targets):
        raise plan.refuse("content_mismatch", command.instruction)
    elif len(targets) == 1 and _elsewhere(command.renumber_to[0], targets[0]):
        # «подпункт 3) пункта 5 считать подпунктом 4) пункта 6»: its number there is its place.
        _move_to_unit(plan, setting, targets[0], command.renumber_to[0])
    else:
        for target, address in zip(targets, command.renumber_to, strict=True):
            _renumber(plan, setting, target, address)
        made = [step for _, step in plan.steps if isinstance(step, Renumber)]
        gone = {step.shell for step in made if step.shell is not None}
        if _exchanged(targets, command.renumber_to):
            _exchange_places(plan, targets)
            return
        for step in made:
            _look_at_order(plan, setting, step, gone)


def _exchanged(targets: tuple[Target, ...], renumber_to: tuple[Address, ...]) -> bool:
    """True for «пункты 3 и 4 считать соответственно пунктами 4 и 3», «3 және 4-тармақтардың орындары ауыстырылсын»."""
    numbers = [target.address[-1].number for target in targets]
    same_parent = len({target.element.getparent() for target in targets}) == 1
    return len(targets) == 2 and same_parent and [address[-1].number for address in renumber_to] == numbers[::-1]


def _exchange_places(plan: Plan, targets: tuple[Target, ...]) -> None:
    """Two units that exchange their numbers exchange their places as well, so that numbers go on rising."""
    first, last = sorted(targets, key=lambda target: _position(target.element))
    behind = next(last.element.itersiblings(last.element.tag), None)
    between = next(last.element.itersiblings(last.element.tag, preceding=True), None)
    plan.steps.append((last.address, Move(last.element, first.element, before=True)))
    if between is not first.element and between is not None:
        anchor, before = (behind, True) if behind is not None else (between, False)
        plan.steps.append((first.address, Move(first.element, anchor, before)))


def _position(unit: etree._Element) -> int:
    holder = unit.getparent()
    return holder.index(unit) if holder is not None else 0


def _renumber(plan: Plan, setting: Setting, target: Target, address: Address) -> None:
    unit, number = target.element, address[-1].number
    if number is None or address[-1].kind != target.kind or not _same_parent(address, target.address):
        raise plan.refuse("action_unsupported", acting("renumber", spelled("{} → {}", target.address, address)))
    prefix = unit.get("eId", "").rpartition("__")[0]
    eid = make_eid(local(unit), number_part(number), prefix)
    present = resolve(setting.index, (*target.address[:-1], address[-1]))
    taken = present.element if isinstance(present, Target) and not present.widened else setting.index.element(eid)
    shell = None
    if taken is not None and taken is not unit and taken not in setting.renumbered:
        shell = taken if _is_free(taken, setting) and taken.getparent() is unit.getparent() else None
    if taken is not None and taken is not unit and taken not in setting.renumbered and shell is None:
        raise plan.refuse("number_taken", spell(address), (taken.get("eId", ""),))
    if renumbered(unit, number) is None:
        raise plan.refuse("action_unsupported", spell(target.address), (target.eid,))
    plan.whole.append(unit)
    plan.created.append((prefix, local(unit), number))
    plan.steps.append((target.address, Renumber(unit, number, eid, shell)))
    if shell is not None and shell not in setting.vacated:
        plan.whole.append(shell)


def _is_free(unit: etree._Element, setting: Setting) -> bool:
    """True for a unit that another command of the act repeals, or of which only number and official words are left."""
    if unit in setting.vacated:
        return True
    num, own = unit.find(q("num")), paragraphs(unit)
    number = " ".join(text(num).split()) if num is not None else ""
    return len(own) == 1 and own[0].startswith(number) and is_only_removed(number, own[0][len(number) :])


def _same_parent(one: Address, two: Address) -> bool:
    """True where both name units of one parent; the new number may be given without it."""
    return len(one) == 1 or one[:-1] == two[:-1]


def _look_at_order(plan: Plan, setting: Setting, step: Renumber, gone: set[etree._Element]) -> None:
    """Say where a unit with its new number no longer stands between a lower and a higher one."""
    unit, number = step.unit, step.number
    wanted = order_key(number)
    for siblings, higher in ((unit.itersiblings(unit.tag), True), (unit.itersiblings(unit.tag, preceding=True), False)):
        for sibling in siblings:
            known = setting.renumbered.get(sibling, printed_number(sibling))
            if known is None or sibling in gone:
                continue
            if (order_key(known) > wanted) is not higher:
                if step.shell is not None:
                    # The unit does not come to stand where the repealed one stood: what is meant is not plain.
                    raise plan.refuse("number_taken", number, (step.eid,))
                plan.note("order_broken", f"{known}, {number}", (sibling.get("eId", ""), unit.get("eId", "")))
            break


def _move(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    command = plan.command
    alone = command.anchor is None and len(command.renumber_to) == len(targets) == 1
    if alone and _elsewhere(command.renumber_to[0], targets[0]):
        _move_to_unit(plan, setting, targets[0], command.renumber_to[0])
        return
    if command.anchor is None and len(command.renumber_to) == 1:
        _move_into(plan, setting, targets, command.renumber_to[0])
        return
    if len(targets) != 1 or command.anchor is None or command.position not in ("after", "before"):
        raise plan.refuse("action_unsupported", command.action)
    unit = targets[0].element
    anchor = plan.target(setting.index, command.anchor)
    if anchor.element is unit or anchor.lines or anchor.element.tag != unit.tag or not _beside(anchor.element, unit):
        raise plan.refuse("place_unclear", spell(command.anchor), (anchor.eid,))
    before = command.position == "before"
    number = _number_given(plan, targets[0])
    plan.touched.append(anchor.element)
    broken = _broken_by(number or printed_number(unit), {unit}, unit, anchor.element, before=before)
    if number is not None and broken:
        # «перенести после пункта 4, считая его пунктом 2-5»: the number and the neighbour tell different places.
        raise plan.refuse("place_doubtful", spelled("{} / {}", command.renumber_to[0], command.anchor), (anchor.eid,))
    _tell_order(plan, unit, broken)
    if number is None:
        plan.whole.append(unit)
    else:
        _renumber(plan, setting, targets[0], (*targets[0].address[:-1], command.renumber_to[0][-1]))
    plan.steps.append((targets[0].address, Move(unit, anchor.element, before)))


def _elsewhere(address: Address, target: Target) -> bool:
    """True for «подпункт 3) пункта 6 переместить в пункт 7, считая его подпунктом 4)»: of the same kind, elsewhere."""
    return address[-1].kind == target.kind and len(address) > 1 and address[:-1] != target.address[:-1]


def _move_to_unit(plan: Plan, setting: Setting, target: Target, address: Address) -> None:
    """A unit goes among those of another one, to the place of its new number."""
    unit, number, holder = target.element, address[-1].number, plan.target(setting.index, address[:-1])
    within, alone = holder.element, sum(1 for _ in unit.itersiblings(unit.tag, preceding=True)) == 0
    if number is None or holder.lines or unit in within.iterancestors():
        raise plan.refuse("place_unclear", spell(address), (holder.eid,))
    same_act = document_of(within) is document_of(unit)
    siblings = [each for each in within.iterchildren(unit.tag) if printed_number(each) is not None]
    keys = [order_key(printed_number(each) or "") for each in siblings]
    # The last of a list leaves a sentence that ends in a colon; the first of one would have to make it.
    left = not alone or next(unit.itersiblings(unit.tag), None) is not None
    if within is unit.getparent() or not same_act or not siblings or keys != sorted(keys) or not left:
        raise plan.refuse("place_unclear", spell(address), (holder.eid,))
    eid = make_eid(local(unit), number_part(number), within.get("eId", ""))
    if setting.index.element(eid) is not None:
        raise plan.refuse("number_taken", spell(address), (eid,))
    if renumbered(unit, number) is None:
        raise plan.refuse("action_unsupported", spell(target.address), (target.eid,))
    plan.whole.append(unit)
    plan.created.append((within.get("eId", ""), local(unit), number))
    plan.touched.append(within)
    plan.steps.append((target.address, MoveToUnit(unit, within, number, eid)))


def _number_given(plan: Plan, target: Target) -> str | None:
    """The number that a moved unit gets: «перенести после пункта 2, считая его пунктом 2-1»."""
    given = plan.command.renumber_to
    if not given:
        return None
    if len(given) != 1 or given[0][-1].kind != target.kind or given[0][-1].number is None:
        raise plan.refuse("action_unsupported", acting("move", spelled("{} → {}", target.address, given[0])))
    return given[0][-1].number


def _beside(one: etree._Element, two: etree._Element) -> bool:
    """True where units stand in one unit or document, in whatever chapter of it: what they are called stays."""
    return _holder(one) is _holder(two)


def _holder(unit: etree._Element) -> etree._Element | None:
    return next((outer for outer in unit.iterancestors() if outer.tag not in _DIVISIONS), None)


_DIVISIONS = frozenset(q(name) for name in TRANSPARENT)


def _move_into(plan: Plan, setting: Setting, targets: tuple[Target, ...], address: Address) -> None:
    """«пункты 17 и 18 переместить из главы 2 в главу 3»: each by its number among the units of the chapter."""
    division = plan.target(setting.index, address).element
    if division.tag not in _DIVISIONS or any(_holder(target.element) is not _holder(division) for target in targets):
        raise plan.refuse("place_unclear", spell(address), (division.get("eId", ""),))
    moved = {target.element for target in targets}
    for target in sorted(targets, key=lambda each: order_key(each.number or "")):
        unit, wanted = target.element, order_key(target.number or "")
        if any(outer is division for outer in unit.iterancestors()):
            plan.note("already_worded", spell(target.address), (target.eid,))
            continue
        there = [each for each in division.iter(unit.tag) if each not in moved and _holder(each) is _holder(division)]
        known = [(order_key(printed), each) for each in there if (printed := printed_number(each)) is not None]
        if not known or [key for key, _ in known] != sorted(key for key, _ in known):
            raise plan.refuse("place_unclear", spell(address), (division.get("eId", ""),))
        lower = [each for key, each in known if key < wanted]
        anchor, before = (lower[-1], False) if lower else (known[0][1], True)
        earlier = [step for _, step in plan.steps if isinstance(step, Move)]
        if not before and earlier and earlier[-1].anchor is anchor and not earlier[-1].before:
            # Of several that go after one unit, each follows the one before.
            anchor = earlier[-1].unit
        plan.whole.append(unit)
        plan.touched.append(anchor)
        _look_at_move(plan, moved, unit, anchor, before=before)
        plan.steps.append((target.address, Move(unit, anchor, before)))


def _look_at_move(
    plan: Plan, moved: set[etree._Element], unit: etree._Element, anchor: etree._Element, *, before: bool
) -> None:
    """Say where a unit at its new place no longer stands between a lower and a higher number."""
    _tell_order(plan, unit, _broken_by(printed_number(unit), moved, unit, anchor, before=before))


def _tell_order(plan: Plan, unit: etree._Element, broken: Sequence[str]) -> None:
    if broken:
        plan.note("order_broken", f"{', '.join(broken)}, {printed_number(unit)}", (unit.get("eId", ""),))


def _broken_by(
    number: str | None, moved: set[etree._Element], unit: etree._Element, anchor: etree._Element, *, before: bool
) -> tuple[str, ...]:
    """The numbers at the new place of a unit between which its ``number`` does not belong."""
    holder = _holder(unit)
    row = [each for each in holder.iter(unit.tag) if _holder(each) is holder] if holder is not None else []
    row = [each for each in row if each not in moved]
    at = row.index(anchor) + (0 if before else 1) if anchor in row else None
    if at is None or number is None:
        return ()
    low = printed_number(row[at - 1]) if at else None
    high = printed_number(row[at]) if at < len(row) else None
    key = order_key(number)
    broken = [low] if low is not None and order_key(low) >= key else []
    broken += [high] if high is not None and order_key(high) <= key else []
    return tuple(broken)


def changes_numbers(plan: Plan) -> set[etree._Element]:
    """Return the units whose numbers the plan changes."""
    return {step.unit for _, step in plan.steps if isinstance(step, Renumber)}


def names_freed(plan: Plan, setting: Setting, commands: Sequence[Command]) -> None:
    """Refuse a command that names, by its own or an outer number, a unit whose number another command changes.

    ``commands``: those of the act, as they stand in it. Where a sentence goes on in the unit that it gives a number, or
    names a number that only the renumbered unit can mean, nothing is in doubt.
    """
    if not setting.freed or plan.command.action == "renumber":
        return
    own = next((command for command in commands if command.id == plan.command.id), plan.command)
    if own.targets != plan.command.targets or any(goes_on(command, own) for command in commands):
        if all(_stays(address, setting) for address in plan.command.targets):
            return
        raise plan.refuse("number_changes", spell(own.targets[0]))
    if _before_numbers(own, commands):
        return
    for address in plan.command.targets:
        inner = address[:-1] if plan.command.action == "insert" else address
        for depth in range(1, len(inner) + 1):
            found = resolve(setting.index, inner[:depth])
            if isinstance(found, Target) and found.element in setting.freed:
                raise plan.refuse("number_changes", spell(address), (found.eid,))


def _before_numbers(own: Command, commands: Sequence[Command]) -> bool:
    """True for words that the act changes before it gives any number: these are in the units with the old ones."""
    at = next((at for at, each in enumerate(commands) if each.id == own.id), len(commands))
    return own.action in _WORDS and not any(
        each.action == "renumber" and each.base == own.base for each in commands[:at]
    )


def _stays(address: Address, setting: Setting) -> bool:
    """True where a unit on the way to ``address`` does get its new number: the command that gives it is applied."""
    found = (resolve(setting.index, address[:depth]) for depth in range(1, len(address) + 1))
    return any(isinstance(one, Target) and one.element in setting.freed for one in found)


def in_turn(commands: Iterable[Command], setting: Setting) -> list[Command]:
    """Return commands in the order in which they are planned: first what makes numbers free, then what takes them.

    Repeals come before renumberings, but not those in a unit that is renumbered: which of the numbers they mean is
    asked when it is known what is renumbered.
    """

    def rank(command: Command) -> int:
        if command.action == "renumber":
            return 1
        if command.action != "repeal" or any(_in_renumbered(address, setting) for address in command.targets):
            return 2
        return 0

    return sorted(commands, key=rank)


def _in_renumbered(address: Address, setting: Setting) -> bool:
    if not setting.renumbered:
        return False
    found = (resolve(setting.index, address[:depth]) for depth in range(1, len(address) + 1))
    return any(isinstance(one, Target) and one.element in setting.renumbered for one in found)


def vacates(plan: Plan) -> dict[etree._Element, str]:
    """Return the units that the plan repeals as a whole, each with the id of its command."""
    return {step.old: plan.command.id for _, step in plan.steps if isinstance(step, RepealUnit)}


def left_waiting(plans: Sequence[Plan], setting: Setting, clashes: Mapping[str, Finding]) -> dict[str, Finding]:
    """Return ``clashes`` and a finding for each command that takes a number which, because of these, is not free."""
    found = dict(clashes)
    while True:
        stays = {
            unit for plan in plans if plan.command.id in found for unit in (*changes_numbers(plan), *vacates(plan))
        }
        more = {
            plan.command.id: finding(
                "number_taken", spell(address), command=plan.command, candidates=(unit.get("eId", ""),)
            )
            for plan in plans
            if plan.command.id not in found
            for address, step in plan.steps
            for unit in _takes(address, step, setting)
            if unit in stays
        }
        if not more:
            return found
        found |= more


def _takes(address: Address, step: object, setting: Setting) -> tuple[etree._Element, ...]:
    """The units whose present numbers a step gives to another unit."""
    if isinstance(step, Renumber):
        if step.shell is not None:
            return (step.shell,)
        holder = setting.index.element(step.eid)
        return (holder,) if holder is not None and holder is not step.unit else ()
    if isinstance(step, AddUnit):
        present = resolve(setting.index, address)
        return (present.element,) if isinstance(present, Target) else ()
    return ()


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
        _give_eid(step.unit, old, step.eid)
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


def _give_eid(unit: etree._Element, old: str, new: str) -> None:
    """Give a unit, and what stands in it, another eId; the former one is kept as ``wId``."""
    for element in with_eid(unit):
        eid = attribute(element, "eId")
        if element is unit or eid.startswith(f"{old}__"):
            element.set("wId", element.get("wId") or eid)
            element.set("eId", new + eid[len(old) :])


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
    num = unit.find(q("num"))
    old = bare_number(text(num)) if num is not None else None
    if num is None or len(num) or not old:
        return None
    printed = text(num)
    if old != printed_number(unit):
        # «Глава II», which becomes the third.
        number = as_roman(number, like=old)
    pattern = rf"(?<![\w-]){re.escape(old)}(?!\d|-\d)"
    return re.sub(pattern, number, printed) if len(re.findall(pattern, printed)) == 1 else None


_WORDS = frozenset({"replace_words", "insert_words", "delete_words"})


def by_old_numbers(command: Command, commands: Sequence[Command], there: Callable[[Address], bool]) -> Command:
    """Return ``command`` with each new number that its targets name as the old one of the unit that gets it.

    ``commands``: those of the act on the same base, in their order; ``there``: whether the act as it was has a unit. A
    command that changes no words, or names no such number, comes back as it is; so does a wording, but for one that the
    sentence sets which gives the number.
    """
    if command.action == "replace":
        gives = next((each for each in commands if rewords(each, command)), None)
        return command if gives is None else replace(command, targets=gives.targets)
    if command.action not in _WORDS or command.everywhere:
        return command
    earlier = commands[: next((at for at, each in enumerate(commands) if each.id == command.id), 0)]
    given = {
        new: old
        for each in earlier
        if each.action == "renumber" and len(each.renumber_to) == len(each.targets)
        for old, new in zip(each.targets, each.renumber_to, strict=True)
    }
    brought = {target for each in commands if each.action == "insert" for target in each.targets}
    targets = tuple(_by_old_number(target, given, brought, there) for target in command.targets)
    return command if targets == command.targets else replace(command, targets=targets)


def _by_old_number(
    target: Address, given: dict[Address, Address], brought: set[Address], there: Callable[[Address], bool]
) -> Address:
    for end in range(1, len(target) + 1):
        new = target[:end]
        if new in given and new not in brought and not there(new):
            return (*given[new], *target[end:])
    return target
