"""Acts that enter into force on one day: what they change in ways that depend on their order is refused to both.

No act stands before another on one day. Where the text is the same in either order they are applied one after the
other, in the order of their dates and numbers; a later one may build on what an earlier one adds.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date
from itertools import combinations

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.akn.numbers import order_key
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Address, Command
from lexkz.consolidation.actions.on_lines import AddLines, RepealLines, SetLines
from lexkz.consolidation.actions.on_numbers import Move, Renumber, changes_numbers, in_turn, vacates
from lexkz.consolidation.actions.on_units import AddBeside, AddUnit, RepealUnit, SetUnit
from lexkz.consolidation.actions.on_words import EditWords
from lexkz.consolidation.conflicts import conflicts
from lexkz.consolidation.identify import NamedBase, for_base
from lexkz.consolidation.ledger import AmendingSource, Ledger
from lexkz.consolidation.messages import finding
from lexkz.consolidation.new_content import annex
from lexkz.consolidation.plan import Plan, Refusal, Setting
from lexkz.consolidation.planning import make_plan
from lexkz.consolidation.report import CommandOutcome
from lexkz.consolidation.rulings import Ruling, fits
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree import block_words as words
from lexkz.consolidation.tree import places as place
from lexkz.consolidation.tree.block_words import block_text
from lexkz.consolidation.tree.counted_lines import lines
from lexkz.consolidation.tree.resolve import resolve
from lexkz.consolidation.tree.target import Target
from lexkz.consolidation.tree.unit_index import NUMBERED, Index
from lexkz.consolidation.tree_step import TreeStep
from lexkz.findings import Finding

_Own = tuple[AmendingSource, Command, Plan]


class Today:
    """The acts of the day that is being applied: asked for one after the other, in the order of their days."""

    def __init__(
        self,
        index: Index,
        base: NamedBase,
        sources: Sequence[AmendingSource],
        lang: str,
        rulings: Sequence[Ruling] = (),
    ) -> None:
        self._index, self._base, self._sources, self._lang, self._rulings = index, base, sources, lang, rulings
        self._day: date | None = None
        self._against: Mapping[AmendingSource, Mapping[str, Finding]] = {}

    def against(self, source: AmendingSource) -> Mapping[str, Finding]:
        """Return by command id what other acts of the day of ``source`` speak against it; before any is applied."""
        day = source.entry.day
        if day is None or day != self._day:
            self._begin(day)
        return self._against.get(source, {})

    def said(self, source: AmendingSource, ledger: Ledger) -> Mapping[str, CommandOutcome]:
        """Return by id the commands of ``source`` that another act of its day has said in the same words, and what
        became of that one, where the text holds it: what is said twice on one day is done once."""
        day = source.entry.day
        if day is None:
            return {}
        mine = for_base(source.commands, self._base)
        there: dict[str, CommandOutcome] = {}
        for other, outcome in ledger.outcomes:
            if other.entry.day != day or other.amending.work == source.amending.work:
                continue
            command = next((each for each in other.commands if each.id == outcome.command), None)
            held = outcome.outcome in ("applied", "ruled", "already")
            for one in mine if command is not None and held else ():
                assert command is not None
                if _same((source, one), (other, command)):
                    there[one.id] = outcome
        return there

    def _begin(self, day: date | None) -> None:
        self._day, self._against = day, {}
        documents_now = documents.all_attachments(self._index.act)
        titles = ((item.get("eId", ""), documents.title(item)) for item in documents_now)
        self._index.former_titles = {eid: title for eid, title in titles if title}
        group = [each for each in self._sources if day is not None and each.entry.day == day]
        if len({each.amending.work for each in group}) > 1:
            self._against = contradictions(self._index, self._base, group, self._lang, self._rulings)


def contradictions(
    index: Index, base: NamedBase, sources: Sequence[AmendingSource], lang: str, rulings: Sequence[Ruling] = ()
) -> Mapping[AmendingSource, Mapping[str, Finding]]:
    """Return for each act, by command id, what another act of the day speaks against it.

    Plans are made on the tree as it is before any of the acts; a command that has none there builds on another act, so
    that there is one order only. Commands that say the same are no contradiction, nor are those that a person skips.
    """
    plans = [one for source in sources for one in _plans(index, base, source, lang, rulings)]
    claimed = conflicts([plan for _, _, plan in plans])
    found: dict[AmendingSource, dict[str, Finding]] = {source: {} for source in sources}
    for one, two in combinations(plans, 2):
        if one[0].amending.work == two[0].amending.work or _same(one[:2], two[:2]):
            continue
        depend = _depend(index, one[2], two[2]) or _depend(index, two[2], one[2])
        if _meet(one[2], two[2], claimed) or depend or order_matters(index, one[2], two[2]):
            for (source, command, plan), (other, against, _) in ((one, two), (two, one)):
                what = f"№ {other.identity.number or '–'}: {against.instruction}"
                found[source][command.id] = finding("acts_conflict", what, command=command, candidates=tuple(plan.eids))
    return found


def _plans(
    index: Index, base: NamedBase, source: AmendingSource, lang: str, rulings: Sequence[Ruling]
) -> Iterator[_Own]:
    setting = Setting(index, source.amending, base.identity, lang)
    for command in in_turn(for_base(source.commands, base), setting):
        ruling = next((one for one in rulings if fits(one, source.amending.work, command)), None)
        if ruling is not None or command.refused or command.action == "none":
            # What a person decides, or what waits for a person, is not held against others.
            continue
        try:
            # Acts number their commands alike.
            plan = make_plan(replace(command, id=f"{source.amending.work} {command.id}"), setting)
        except Refusal:
            continue
        setting.freed.update(changes_numbers(plan))
        setting.vacated.update(vacates(plan))
        if plan.steps:
            yield source, command, plan


def _same(one: tuple[AmendingSource, Command], two: tuple[AmendingSource, Command]) -> bool:
    """True where two commands of two acts say the same, and their annexes, but for their marks, hold the same."""
    return _says(one[1]) == _says(two[1]) and _annexed(*one) == _annexed(*two) and None not in _annexed(*one)


def _annexed(source: AmendingSource, command: Command) -> tuple[tuple[str, ...] | None, ...]:
    """The paragraphs of the annexes that hold the new text; None for one that cannot be told."""
    found = (annex(source.amending.root, number, command.annex_of) for number in command.annex)
    return tuple(None if one is None else tuple(_paragraphs(one)) for one in found)


def _paragraphs(annexed: etree._Element) -> Iterator[str]:
    held = deepcopy(annexed)
    for mark in list(held.iter(q("container"))):
        if mark.get("name") == "cornerMark":
            mark.clear()
    yield from paragraphs(held)


def _says(command: Command) -> tuple[object, ...]:
    words = (command.old, command.new, command.everywhere, command.times, command.position, command.anchor)
    where = (command.excepted, command.beside)
    period = (command.since, command.until)
    return (command.action, command.targets, command.content, *words, *where, command.renumber_to, *period)


def _meet(one: Plan, two: Plan, claimed: Mapping[str, Finding]) -> bool:
    if one.command.id in claimed and two.command.id in claimed and conflicts([one, two]):
        return True
    if _by_number(one, two) or _by_number(two, one):
        return True
    return any(_same_place(left, right) for _, left in one.steps for _, right in two.steps)


def _by_number(one: Plan, two: Plan) -> bool:
    """True where ``one`` finds its place by the number of a unit to which another act gives another number."""
    if one.command.everywhere or not two.steps or not all(isinstance(step, Renumber) for _, step in two.steps):
        return False
    renumbered = {*two.whole, *two.touched}
    return any(
        outer in renumbered for element in (*one.whole, *one.touched) for outer in (element, *element.iterancestors())
    )


def _same_place(one: object, two: object) -> bool:
    """True where both put new lines or rows at one place, so that their order is the order of the text."""
    if isinstance(one, AddLines) and isinstance(two, AddLines) and one.unit is two.unit:
        lines = [None if step.after is None else step.after.block for step in (one, two)]
        return lines[0] is lines[1] and one.ordinal == two.ordinal
    if isinstance(one, AddBeside) and isinstance(two, AddBeside):
        return (one.anchor, one.before) == (two.anchor, two.before)
    return False


def _depend(index: Index, changing: Plan, setting: Plan) -> bool:
    """True where ``changing`` would find its words in what ``setting`` brings: in one of the two orders it does."""
    old = changing.command.old
    if not changing.command.action.endswith("_words") or not old:
        return False
    if not changing.command.everywhere and not _share(changing, setting):
        return False
    steps = [step for _, step in setting.steps if _reaches(index, changing, step)]
    brought = [line for step in steps for line in _brought(step)]
    return any(words.occurrences_everywhere(line, word) for line in brought for word in old)


def _reaches(index: Index, changing: Plan, step: object) -> bool:
    """False for a new unit beside the one whose words change: it brings nothing into it."""
    if not isinstance(step, AddUnit):
        return True
    places = (resolve(index, address) for address in changing.command.targets)
    units = [place.element for place in places if isinstance(place, Target)]
    return any(unit is step.scope or unit in step.scope.iterancestors() for unit in units)


def _share(one: Plan, two: Plan) -> bool:
    """True where the two touch one unit, or one a unit within the other's."""
    left = {*one.whole, *one.touched}
    right = {*two.whole, *two.touched}
    return any(element in right or any(outer in right for outer in element.iterancestors()) for element in left) or any(
        any(outer in left for outer in element.iterancestors()) for element in right
    )


def _brought(step: object) -> Iterator[str]:
    """The text that a step brings."""
    if isinstance(step, EditWords):
        yield from (edit.new for edit in step.edits if edit.new.strip())
        return
    for name in ("new", "text", "rest"):
        value = getattr(step, name, None)
        for element in value if isinstance(value, tuple) else (value,):
            if isinstance(element, etree._Element):
                yield from paragraphs(element)


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


def _near(step: Renumber, found: place.PlaceInTree, new: AddUnit) -> bool:
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
