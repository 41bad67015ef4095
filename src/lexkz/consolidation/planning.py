"""Which plan a command needs, by its action and the kind of its targets; and which plans stand in each other's way."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.amendment.distribute import one_text_for_each
from lexkz.amendment.model import Address, Command, Kind
from lexkz.consolidation.actions.on_acts import replace_act
from lexkz.consolidation.actions.on_annexes import insert_annexes, replace_annexes
from lexkz.consolidation.actions.on_columns import insert_columns, repeal_column, replace_column, replace_heading
from lexkz.consolidation.actions.on_lines import insert_lines, replace_blocks, replace_lines
from lexkz.consolidation.actions.on_notes import insert_into_note, insert_note, replace_note, whole_note
from lexkz.consolidation.actions.on_numbers import changes_numbers, plan_numbers
from lexkz.consolidation.actions.on_sentences import (
    insert_sentence,
    joined,
    repeal_sentence,
    replace_cell,
    replace_sentence,
)
from lexkz.consolidation.actions.on_state import plan_state
from lexkz.consolidation.actions.on_tables import check_spans, replace_table
from lexkz.consolidation.actions.on_units import insert_units, look_at_tail, replace_units
from lexkz.consolidation.actions.on_words import all_annexes, plan_words
from lexkz.consolidation.actions.steps import (
    AddBeside,
    AddColumns,
    AddUnit,
    DropColumns,
    EditWords,
    Move,
    Renumber,
    RepealLines,
    RepealUnit,
    SetBlocks,
    SetLines,
    SetUnit,
    Step,
)
from lexkz.consolidation.headers import header_there
from lexkz.consolidation.messages import finding
from lexkz.consolidation.new_content import quoted
from lexkz.consolidation.plan import Plan, Refusal, Setting
from lexkz.consolidation.ruling import Ruling
from lexkz.consolidation.tree import block_words as words
from lexkz.consolidation.tree.change import region_of
from lexkz.consolidation.tree.counted_lines import lines
from lexkz.consolidation.tree.target import Target, acting, spell
from lexkz.consolidation.tree.unit_index import NUMBERED
from lexkz.findings import Finding, Message
from lexkz.languages.notes import notes

_DOCUMENTS: frozenset[Kind] = frozenset({"annex", "instrument", "form"})
_LINES: frozenset[Kind] = frozenset({"alinea", "part"})
_BLOCKS: frozenset[Kind] = frozenset({"heading", "title", "preamble", "corner_mark", "note"})
_WORDS = frozenset({"replace_words", "insert_words", "delete_words"})


def make_plan(command: Command, setting: Setting, ruling: Ruling | None = None) -> Plan:
    """Return the plan of ``command`` on the indexed base; raises Refusal where it cannot be applied."""
    plan = _made(command, setting, ruling)
    _refuse_twice(plan)
    return plan


def _made(command: Command, setting: Setting, ruling: Ruling | None) -> Plan:
    plan = Plan(command, ruling=ruling)
    if command.id in setting.against and ruling is None:
        raise Refusal(setting.against[command.id])
    if not command.targets:
        raise plan.refuse("target_missing", command.instruction)
    if ruling is None:
        header_there(plan, setting)
    if one_text_for_each(command):
        for address in command.targets:
            plan.absorb(_made(replace(command, targets=(address,)), setting, ruling))
        return plan
    if command.action == "insert":
        _plan_insert(plan, setting)
        return plan
    temporary = command.action == "suspend" and bool(command.content)
    if temporary and command.until is None:
        # A wording for a time of which the end is not known would stay for good.
        raise plan.refuse("action_unsupported", acting("suspend", Message(*[command.instruction] * 3)))
    if command.action in ("repeal_act", "suspend") and not temporary:
        plan_state(plan, setting)
        return plan
    if command.action in ("renumber", "move"):
        plan_numbers(plan, setting)
        return plan
    if command.action not in ("replace", "repeal", *_WORDS) and not temporary:
        raise plan.refuse("action_unsupported", command.action)
    if command.action == "replace" and command.targets == ((),):
        replace_act(plan, setting)
        return plan
    targets = tuple(target for address in command.targets for target in _targets(plan, setting, address))
    plan.eids.extend(target.eid for target in targets if target.eid)
    for target in targets:
        _say_how_counted(plan, target)
    if command.action in _WORDS:
        plan_words(plan, setting, targets)
    elif command.action == "replace" or temporary:
        _plan_replace(plan, setting, targets)
    else:
        _plan_repeal(plan, setting, targets)
    return plan


def _targets(plan: Plan, setting: Setting, address: Address) -> tuple[Target, ...]:
    return all_annexes(plan, setting, address) or (plan.target(setting.index, address),)


def _refuse_twice(plan: Plan) -> None:
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
        for element in _claims(step):
            if claimed.setdefault(element, place) != place:
                raise plan.refuse("conflict", spell(address), (region_of(element).eid,))
    for place, (address, step) in enumerate(plan.steps):
        if isinstance(step, Move) and step.unit in numbered:
            continue
        for element in (step.block,) if isinstance(step, EditWords) else _claims(step):
            if any(claimed.get(outer, place) != place for outer in (element, *element.iterancestors())):
                raise plan.refuse("conflict", spell(address), (region_of(element).eid,))


def _claims(step: Step) -> tuple[etree._Element, ...]:
    """What a step sets, takes out or moves as a whole."""
    if isinstance(step, SetUnit | RepealUnit):
        return (step.old,)
    if isinstance(step, SetLines | RepealLines):
        return tuple(line.block for line in step.lines)
    if isinstance(step, SetBlocks):
        return (step.holder,)
    return (step.unit,) if isinstance(step, Renumber | Move) else ()


def _say_how_counted(plan: Plan, target: Target) -> None:
    """A part that is not the line of the same number: who meant the line is told so."""
    if target.kind != "part" or not target.lines or not (target.number or "").isdigit():
        return
    known = lines(target.element)
    place = int(target.number or "0") - 1
    if place >= len(known) or known[place].block is not target.lines[0].block:
        plan.note("counted_as_parts", spell(target.address), (target.eid,))


def _plan_insert(plan: Plan, setting: Setting) -> None:
    addresses = plan.command.targets
    if any(not address for address in addresses):
        raise plan.refuse("target_missing", plan.command.instruction)
    kinds = {address[-1].kind for address in addresses}
    kind = next(iter(kinds))
    if len(kinds) > 1:
        raise plan.refuse("action_unsupported", " + ".join(sorted(kinds)))
    inside_note = len(addresses[0]) > 1 and addresses[0][-2].kind == "note"
    if kind in _DOCUMENTS:
        insert_annexes(plan, setting, addresses)
    elif kind == "note":
        if len(addresses) > 1:
            raise plan.refuse("action_unsupported", spell(addresses[1]))
        insert_note(plan, setting, addresses[0])
    elif inside_note and kind in ("alinea", "paragraph", "subparagraph"):
        insert_into_note(plan, setting, plan.target(setting.index, addresses[0][:-1]), addresses)
    elif kind == "sentence":
        insert_sentence(plan, setting, addresses)
    elif kind in _LINES and not _brings_numbered_parts(plan, setting, addresses):
        insert_lines(plan, setting, addresses)
    elif kind in NUMBERED or kind in ("row", "part"):
        insert_units(plan, setting, addresses)
    elif kind == "column":
        insert_columns(plan, setting, addresses)
    else:
        raise plan.refuse("action_unsupported", acting("insert", spell(addresses[0])))


def _brings_numbered_parts(plan: Plan, setting: Setting, addresses: tuple[Address, ...]) -> bool:
    """True where new parts of an article carry numbers, as in codes: they are units among units."""
    if addresses[0][-1].kind != "part":
        return False
    parent = plan.target(setting.index, addresses[0][:-1])
    found = quoted(setting.amending, plan.command.source.eid)
    return (
        parent.element.tag == q("article")
        and found is not None
        and bool(found.elements)
        and found.elements[0].tag == q("paragraph")
    )


def _plan_replace(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    kinds = {_kind(target) for target in targets}
    if any(target.rows for target in targets):
        raise plan.refuse("action_unsupported", spell(plan.command.targets[0]))
    kind = next(iter(kinds))
    if len(kinds) > 1 or kind is None:
        raise plan.refuse("action_unsupported", spell(plan.command.targets[0]))
    if kind in _DOCUMENTS:
        replace_annexes(plan, setting, targets)
    elif kind in _LINES:
        replace_lines(plan, setting, targets)
    elif kind in NUMBERED or kind == "row":
        replace_units(plan, setting, targets)
    elif kind == "table" and len(targets) == 1:
        replace_table(plan, setting, targets[0])
    elif kind == "sentence" and len(targets) == 1:
        replace_sentence(plan, setting, targets[0])
    elif kind == "column" and len(targets) == 1 and targets[0].element.tag != q("table"):
        replace_cell(plan, setting, targets[0])
    elif kind == "column" and len(targets) == 1:
        replace_column(plan, setting, targets[0])
    elif kind == "heading" and len(targets) == 1 and targets[0].cells:
        replace_heading(plan, setting, targets[0])
    elif kind == "note" and len(targets) == 1 and targets[0].lines:
        replace_note(plan, setting, targets[0])
    elif kind in _BLOCKS and len(targets) == 1:
        replace_blocks(plan, setting, targets[0])
    else:
        raise plan.refuse("action_unsupported", acting("replace", spell(targets[0].address)))


def _kind(target: Target) -> Kind | None:
    """The kind that decides the plan: a numbered part of an article is replaced like a point."""
    if target.kind in ("part", "paragraph") and not target.lines:
        return "paragraph" if target.element.tag == q("paragraph") else "subparagraph"
    return target.kind


def _plan_repeal(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    language = notes(setting.lang)
    for target in joined(targets):
        if target.kind is None or target.rows:
            raise plan.refuse("action_unsupported", acting("repeal", spell(target.address)))
        if target.span is not None:
            repeal_sentence(plan, target)
            continue
        official = language.repealed(target.kind, plan.command.instruction)
        if target.lines:
            gone = whole_note(plan, setting, target) if target.kind == "note" else target.lines
            carriers = [line.unit if line.unit.tag == q("alinea") else line.block for line in gone]
            plan.whole.extend(carriers)
            plan.steps.append((target.address, RepealLines(gone, official)))
        elif target.kind in NUMBERED or target.kind in ("row", "table", "part") or target.kind in _DOCUMENTS:
            if target.element.tag == q("tr"):
                check_spans(plan, target.element, None)
            plan.whole.append(target.element)
            look_at_tail(plan, target)
            plan.steps.append((target.address, RepealUnit(target.element, official)))
        elif target.kind == "column" and target.element.tag == q("table"):
            repeal_column(plan, target)
        else:
            raise plan.refuse("action_unsupported", acting("repeal", spell(target.address)))


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
                    if other is not plan and not plan.command.everywhere and not _under_new_number(plan, other):
                        _meet(against, plan, other)
    for group in created.values():
        for plan in group[1:]:
            _meet(against, plan, group[0])
    for plan in plans:
        for table in plan.reshaped:
            for other in plans:
                if other is not plan and any(_shapes(step, table) for _, step in other.steps):
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
            "; ".join(f"«{sentences[each]}» ({each})" for each in sorted(against[plan.command.id])),
            command=plan.command,
            candidates=tuple(plan.eids),
        )
        for plan in plans
        if plan.command.id in against
    }
    return overlaps | found


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
        brought = getattr(step, "new", None)
        for element in brought if isinstance(brought, tuple) else (brought,):
            if isinstance(element, etree._Element):
                eids = (found.get("eId") for found in element.iter(*_NUMBERED_TAGS))
                yield from (("eId", eid) for eid in eids if eid)


_NUMBERED_TAGS = tuple(q(name) for name in NUMBERED.values())


def _shapes(step: Step, table: etree._Element) -> bool:
    """True for a step that sets, adds or takes out rows or columns of ``table``."""
    match step:
        case AddColumns() | DropColumns():
            return step.table is table
        case AddUnit():
            return step.scope is table
        case AddBeside():
            return step.anchor.getparent() is table
        case SetUnit() | RepealUnit():
            return step.old.getparent() is table
    return False


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


__all__ = ["Refusal", "conflicts", "drop_words_within", "make_plan"]
