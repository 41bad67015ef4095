"""Which plan a command needs: its targets are found, and the planner of its action and of their kind is asked."""

import re
from dataclasses import replace
from itertools import product

from lexkz.akn.namespace import q
from lexkz.amendment.distribute import one_text_for_each
from lexkz.amendment.model import Address, Command, Kind
from lexkz.consolidation.conflicts import refuse_twice
from lexkz.consolidation.plan import Plan, Refusal, Setting
from lexkz.consolidation.planners import inserts, plans_command, plans_targets, repeals, replaces
from lexkz.consolidation.rulings import Ruling
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree import block_words as words
from lexkz.consolidation.tree.counted_lines import lines
from lexkz.consolidation.tree.resolve import resolve
from lexkz.consolidation.tree.target import Target, Unresolved, acting, spell
from lexkz.consolidation.tree.unit_index import printed_number
from lexkz.findings import Message


def make_plan(command: Command, setting: Setting, ruling: Ruling | None = None) -> Plan:
    """Return the plan of ``command`` on the indexed base; raises Refusal where it cannot be applied."""
    plan = _made(command, setting, ruling)
    refuse_twice(plan)
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
    planner = None if temporary else plans_command.find(command.action, plan, setting, command)
    if planner is not None:
        planner(plan, setting, command)
        return plan
    action = "replace" if temporary else command.action
    if action not in ("replace", "repeal") and action not in plans_targets:
        raise plan.refuse("action_unsupported", command.action)
    targets = tuple(target for address in command.targets for target in _targets(plan, setting, address))
    plan.eids.extend(target.eid for target in targets if target.eid)
    if action == "replace" and len(targets) > len(command.targets):
        # One wording for all annexes: whose it is is not said.
        raise plan.refuse("action_unsupported", acting("replace", spell(command.targets[0])))
    if ruling is None:
        _whole_range(plan, targets)
    for target in targets:
        _say_how_counted(plan, target)
    on_all = plans_targets.find(action, plan, setting, targets)
    if on_all is not None:
        on_all(plan, setting, targets)
    elif action == "replace":
        _plan_replace(plan, setting, targets)
    else:
        _plan_repeal(plan, setting, targets)
    return plan


def _whole_range(plan: Plan, targets: tuple[Target, ...]) -> None:
    """Raise Refusal where between the units of a range others stand that the range leaves out.

    «а) – в)» over а), б), бб), в), «а) – б)» over а), ә), б), «1) – 3)» over 1), 2), 2-1), 3): what a list has is known
    with the base alone, and whether the range means those between, too, its words do not tell.
    """
    if len(targets) != len(plan.command.targets):
        return
    numbers = [(address[-1].number if address else None) or "" for address in plan.command.targets]
    units = {target.element for target in targets}
    sentence = _QUOTED.sub(" ", plan.command.instruction)
    # What the sentence leaves out by its number («кроме 3)») is said; a number of what holds the units is not theirs.
    outer = {step.number for address in plan.command.targets for step in address[:-1]}
    said = set(_SAID.findall(sentence)) - outer
    for first, last in _RANGE.findall(sentence):
        # «7-1» is a number of its own where the command has it.
        if f"{first}-{last}" in numbers:
            continue
        starts, ends = (
            [target for number, target in zip(numbers, targets, strict=True) if number == end] for end in (first, last)
        )
        for start, end in product(starts, ends):
            holder = start.element.getparent()
            if holder is None or end.element.getparent() is not holder:
                continue
            for child in list(holder)[holder.index(start.element) : holder.index(end.element)]:
                if child.tag == start.element.tag and child not in units and printed_number(child) not in said:
                    raise plan.refuse("target_ambiguous", spell(end.address), (child.get("eId", ""),))


_NUMBER = r"\d+(?:-\d+)?|[^\W\d_]"
_SAID = re.compile(rf"(?<![\w-])({_NUMBER})(?![\w-])")
_RANGE = re.compile(rf"(?<![\w-])({_NUMBER})\s?\)?\s?[-–—]\s?({_NUMBER})(?!\w)")
_QUOTED = re.compile('«[^»]*»|“[^”]*”|"[^"]*"')


def header_there(plan: Plan, setting: Setting) -> None:
    """Raise Refusal where the line above the command has opened a unit that the base act does not have.

    «в пункте 77:» over «пункт 2 исключить»: the number in the header is a slip, or point 2 is that of another document.
    A command within the units of the header fails by its own address. Of an outline most units are not known.
    """
    if not plan.command.under or next(setting.index.act.iter(q("omissis")), None) is not None:
        return
    for unit in plan.command.under:
        found = resolve(setting.index, unit)
        if isinstance(found, Unresolved) and found.code == "target_missing":
            raise plan.refuse("header_missing", spell(unit), found.candidates)


def _targets(plan: Plan, setting: Setting, address: Address) -> tuple[Target, ...]:
    return _all_annexes(plan, setting, address) or (plan.target(setting.index, address),)


def _all_annexes(plan: Plan, setting: Setting, address: Address) -> tuple[Target, ...]:
    """Return the annexes, at any depth, where ``address`` means all of a document («и приложений к ним»); none for any
    other address. That a text has none is said: its annexes may not be at hand."""
    if not address or address[-1].number != "all" or address[-1].kind != "annex":
        return ()
    parent = plan.target(setting.index, address[:-1])
    found = tuple(
        Target((*address[:-1], replace(address[-1], number=documents.annex_number(each))), "annex", each)
        for each in documents.all_attachments(parent.element)
    )
    if not found:
        raise plan.refuse("annexes_absent", spell(address), (parent.eid,) if parent.eid else ())
    return found


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
    if any(not address or address[-1].number == "all" for address in addresses):
        raise plan.refuse("target_missing", plan.command.instruction)
    kinds = {address[-1].kind for address in addresses}
    kind = next(iter(kinds))
    if len(kinds) > 1:
        raise plan.refuse("action_unsupported", " + ".join(sorted(kinds)))
    planner = inserts.find(kind, plan, setting, addresses)
    if planner is None:
        raise plan.refuse("action_unsupported", acting("insert", spell(addresses[0])))
    planner(plan, setting, addresses)


def _plan_replace(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    kinds = {_kind(target) for target in targets}
    kind = next(iter(kinds))
    if any(target.rows for target in targets) or len(kinds) > 1 or kind is None:
        raise plan.refuse("action_unsupported", spell(plan.command.targets[0]))
    planner = replaces.find(kind, plan, setting, targets)
    if planner is None:
        raise plan.refuse("action_unsupported", acting("replace", spell(targets[0].address)))
    planner(plan, setting, targets)


def _kind(target: Target) -> Kind | None:
    """The kind that decides the plan: a numbered part of an article is replaced like a point."""
    if target.kind in ("part", "paragraph") and not target.lines:
        return "paragraph" if target.element.tag == q("paragraph") else "subparagraph"
    return target.kind


def _plan_repeal(plan: Plan, setting: Setting, targets: tuple[Target, ...]) -> None:
    for target in joined(targets):
        found = None if target.kind is None or target.rows else target.kind
        planner = None if found is None else repeals.find(found, plan, setting, target)
        if planner is None:
            raise plan.refuse("action_unsupported", acting("repeal", spell(target.address)))
        planner(plan, setting, target)


def joined(targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """Return ``targets`` with sentences of one line that follow each other («предложения второе и третье») as one."""
    out: list[Target] = []
    for target in targets:
        last = out[-1] if out else None
        if last is not None and last.span is not None and target.span is not None:
            one, two = last.lines[0].block, target.lines[0].block
            if one is two and last.span[1] <= target.span[0]:
                between = words.block_text(one)[last.span[1] : target.span[0]]
                if not between.strip():
                    out[-1] = replace(last, span=(last.span[0], target.span[1]))
                    continue
        out.append(target)
    return tuple(out)
