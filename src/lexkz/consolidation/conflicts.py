"""What stands in each other's way: plans of several commands, and two targets of one command."""

from collections.abc import Iterator, Sequence

from lxml import etree

from lexkz.amendment.contradictions import rewords
from lexkz.amendment.model import Address
from lexkz.consolidation.actions.on_numbers import Move, Renumber, changes_numbers
from lexkz.consolidation.actions.on_units import SetUnit
from lexkz.consolidation.actions.on_words import EditWords
from lexkz.consolidation.messages import finding
from lexkz.consolidation.plan import Plan
from lexkz.consolidation.tree import block_words as words
from lexkz.consolidation.tree.change import region_of
from lexkz.consolidation.tree.target import spell, spelled
from lexkz.consolidation.tree.unit_index import NUMBERED_TAGS
from lexkz.findings import Finding


def conflicts(plans: Sequence[Plan]) -> dict[str, Finding]:
    """Return a finding for each command whose plan stands in the way of another one's, by command id.

    Two commands may change different words of one line, or add to one unit; but what one sets or takes out as a whole
    no other may touch, and no two may create the same unit. Words changed "everywhere" do not reach into what is set.
    """
    owners: dict[etree._Element, list[Plan]] = {}
    created: dict[tuple[str, ...], list[Plan]] = {}
    against: dict[str, set[str]] = {}
    for plan in plans:
        for element in plan.whole:
            owners.setdefault(element, []).append(plan)
        for name in (*plan.created, *_made_within(plan)):
            if plan not in (known := created.setdefault(name, [])):
                known.append(plan)
    for plan in plans:
        for element in (*plan.whole, *plan.touched):
            for outer in (element, *element.iterancestors()):
                for other in owners.get(outer, ()):
                    if other is not plan and not plan.command.everywhere and not _of_one_unit(plan, other):
                        _meet(against, plan, other)
    for group in created.values():
        for plan in group[1:]:
            if not _of_one_unit(plan, group[0]):
                _meet(against, plan, group[0])
    for plan in plans:
        for table in plan.reshaped:
            for other in plans:
                if other is not plan and any(step.shapes(table) for _, step in other.steps):
                    _meet(against, plan, other)
    by_block: dict[etree._Element, list[tuple[Plan, EditWords]]] = {}
    for plan in plans:
        for _, step in plan.steps:
            if isinstance(step, EditWords):
                by_block.setdefault(step.block, []).append((plan, step))
    overlaps = _overlaps(by_block)
    sentences = {plan.command.id: " ".join(plan.command.instruction.split()).rstrip(":;. ") for plan in plans}
    found = {
        plan.command.id: finding(
            "conflict",
            "; ".join(f"«{sentences[each]}»" for each in sorted(against[plan.command.id], key=_place_of)),
            command=plan.command,
            candidates=tuple(plan.eids),
        )
        for plan in plans
        if plan.command.id in against
    }
    return overlaps | found


def _place_of(name: str) -> tuple[int, str]:
    """Commands in the order of the text, the tenth behind the ninth."""
    digits = name.rpartition("_")[2]
    return (int(digits) if digits.isdigit() else 0, name)


def _of_one_unit(one: Plan, two: Plan) -> bool:
    return _under_new_number(one, two) or _reworded(one, two) or _reworded(two, one)


def _reworded(plan: Plan, other: Plan) -> bool:
    """True for a wording of the unit that the other plan gives the number which the new text bears."""
    set_anew = [step.old for _, step in plan.steps if isinstance(step, SetUnit)]
    numbered = [step.unit for _, step in other.steps if isinstance(step, Renumber)]
    alone = len(plan.steps) == len(other.steps) == 1
    return alone and bool(set_anew) and set_anew == numbered and rewords(other.command, plan.command)


def _under_new_number(plan: Plan, other: Plan) -> bool:
    """True for words that change in a unit of which the other plan changes no more than its number: whether they may
    name it has been asked when it was planned (``names_freed``)."""
    words_only = bool(plan.steps) and all(isinstance(step, EditWords) for _, step in plan.steps)
    return words_only and all(isinstance(step, Renumber) for _, step in other.steps)


def _made_within(plan: Plan) -> Iterator[tuple[str, ...]]:
    """Names of the numbered units that the plan's new text brings: a new chapter brings its points."""
    for _, step in plan.steps:
        if isinstance(step, Renumber):
            yield "eId", step.eid
        for element in step.brings():
            eids = (found.get("eId") for found in element.iter(*NUMBERED_TAGS))
            yield from (("eId", eid) for eid in eids if eid)


def _meet(against: dict[str, set[str]], one: Plan, two: Plan) -> None:
    against.setdefault(one.command.id, set()).add(two.command.id)
    against.setdefault(two.command.id, set()).add(one.command.id)


def _overlaps(by_block: dict[etree._Element, list[tuple[Plan, EditWords]]]) -> dict[str, Finding]:
    found: dict[str, Finding] = {}
    for block, group in by_block.items():
        for place, (plan, step) in enumerate(group):
            for other, another in group[place + 1 :]:
                if other is plan or not any(words.overlap(one, two) for one in step.edits for two in another.edits):
                    continue
                for each in (plan, other):
                    found[each.command.id] = finding(
                        "words_overlap",
                        "; ".join(each.command.old),
                        command=each.command,
                        candidates=(region_of(block).eid,),
                    )
    return found


def drop_words_within(plans: Sequence[Plan]) -> None:
    """Take out of "everywhere" plans the blocks that another command sets or takes out as a whole."""
    # A unit that gets another number or place keeps its text, and its words change with all others.
    kept = {step.unit for plan in plans for _, step in plan.steps if isinstance(step, Renumber | Move)}
    whole = {element for plan in plans for element in plan.whole} - kept
    for plan in plans:
        if plan.command.everywhere:
            plan.steps = [
                (address, step)
                for address, step in plan.steps
                if not isinstance(step, EditWords)
                or not any(outer in whole for outer in (step.block, *step.block.iterancestors()))
            ]


def words_in_new_text(plans: Sequence[Plan]) -> Iterator[Finding]:
    """Yield what is to be said where words change in a whole text and another command of the act brings them anew.

    New text is as the act gives it; that the word stays there is seen by nobody who does not look for it.
    """
    for plan in plans:
        for other in plans if plan.command.everywhere else ():
            there = [address for address in other.command.targets if _is_in(address, plan.command.targets)]
            text = "\n".join(other.command.content)
            left = [old for old in plan.command.old if words.occurrences_everywhere(text, old)]
            if other is not plan and there and left:
                said = ", ".join(f"«{old}»" for old in left).replace("{", "{{").replace("}", "}}")
                yield finding("words_in_new_text", spelled(f"{said} ({{}})", there[0]), command=plan.command)


def _is_in(address: Address, whole: tuple[Address, ...]) -> bool:
    return any(address[: len(one)] == one and (one or address[0].kind not in _DOCUMENTS) for one in whole if address)


_DOCUMENTS = ("instrument", "annex", "form")
"""What the whole text of an act does not take along."""


def refuse_twice(plan: Plan) -> None:
    """Two targets of one command must not be one, or one within the other: «главу 1 и пункт 1 исключить», where point 1
    is in chapter 1, means something else."""
    claimed: dict[etree._Element, int] = {}
    numbered = changes_numbers(plan)
    edits: dict[etree._Element, list[words.Edit]] = {}
    for place, (address, step) in enumerate(plan.steps):
        if isinstance(step, Move) and step.unit in numbered:
            # A unit gets a number and a place by one command: where two exchange theirs.
            continue
        if isinstance(step, EditWords):
            known = edits.setdefault(step.block, [])
            if any(words.overlap(one, two) for one in step.edits for two in known):
                raise plan.refuse("words_overlap", spell(address), (region_of(step.block).eid,))
            known.extend(step.edits)
            continue
        for element in step.claims():
            if claimed.setdefault(element, place) != place:
                raise plan.refuse("conflict", spell(address), (region_of(element).eid,))
    for place, (address, step) in enumerate(plan.steps):
        if isinstance(step, Move) and step.unit in numbered:
            continue
        for element in (step.block,) if isinstance(step, EditWords) else step.claims():
            if any(claimed.get(outer, place) != place for outer in (element, *element.iterancestors())):
                raise plan.refuse("conflict", spell(address), (region_of(element).eid,))
