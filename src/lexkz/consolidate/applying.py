"""Applying one amending act to the working tree: plans for all its commands first, then those that do not conflict."""

from collections.abc import Iterable

from lxml import etree

from lexkz.akn import meta
from lexkz.amend.model import Command
from lexkz.consolidate import records
from lexkz.consolidate.identify import Named, for_base, is_unnamed
from lexkz.consolidate.index import Index
from lexkz.consolidate.ledger import Done, Ledger, Source
from lexkz.consolidate.messages import finding
from lexkz.consolidate.numbers import order_key
from lexkz.consolidate.perform import perform
from lexkz.consolidate.plan import Plan, Refusal, Setting
from lexkz.consolidate.planning import conflicts, drop_words_within, make_plan
from lexkz.consolidate.report import CommandOutcome, Outcome
from lexkz.consolidate.steps import (
    AddAttachment,
    AddLines,
    AddUnit,
    EditWords,
    NumberLine,
    RepealLines,
    RepealUnit,
    SetBlocks,
    SetLines,
    SetUnit,
    Step,
)
from lexkz.consolidate.words import Edit
from lexkz.languages.notes import NoteKind

NO_CHANGE = "no change in this language"
COVERED = "all its places have new wordings by other commands of the act"
_NOTES: dict[type, NoteKind] = {
    SetUnit: "replaced",
    SetLines: "replaced",
    SetBlocks: "replaced",
    RepealUnit: "repealed",
    RepealLines: "repealed",
    AddUnit: "inserted",
    AddLines: "inserted",
    AddAttachment: "inserted",
    EditWords: "changed",
    NumberLine: "changed",
}
_RANKS = {
    kind: rank
    for rank, kind in enumerate(
        (
            EditWords,
            NumberLine,
            SetBlocks,
            SetLines,
            RepealLines,
            SetUnit,
            RepealUnit,
            AddLines,
            AddUnit,
            AddAttachment,
        )
    )
}


def apply_act(index: Index, base: Named, source: Source, ledger: Ledger, *, lang: str) -> None:
    """Apply the commands of ``source`` that are about the base to the indexed tree, and enter all into ``ledger``.

    All targets are found on the tree as it was before the act, so that the order of commands does not matter; what two
    commands claim both is refused to both.
    """
    own = for_base(source.commands, base)
    known = {id(command) for command in own}
    if not own:
        ledger.findings.append(finding("no_command", base.title or base.identity.work))
    setting = Setting(index, source.amending, base.identity, lang)
    before = records.applied(meta.of(index.act))
    plans: list[Plan] = []
    outcomes: dict[str, tuple[Outcome, tuple[str, ...], str | None]] = {}
    for command in source.commands:
        if id(command) not in known:
            outcomes[command.id] = ("other_base", (), None)
            continue
        if is_unnamed(command.base):
            ledger.findings.append(finding("base_unnamed", command=command))
        ledger.findings.extend(command.findings)
        outcome = _without_plan(command, source, before, ledger)
        if outcome is not None:
            outcomes[command.id] = outcome
            continue
        try:
            plans.append(make_plan(command, setting))
        except Refusal as refusal:
            ledger.findings.append(refusal.finding)
            outcomes[command.id] = ("refused", (), None)
    clashes = conflicts([plan for plan in plans if plan.steps])
    for plan in plans:
        ledger.findings.extend(plan.findings)
        clash = clashes.get(plan.command.id)
        if clash is not None:
            ledger.findings.append(clash)
            outcomes[plan.command.id] = ("refused", tuple(plan.eids), None)
        else:
            outcomes[plan.command.id] = ("applied" if plan.steps else "already", tuple(plan.eids), None)
    free = [plan for plan in plans if plan.command.id not in clashes]
    drop_words_within(free)
    for plan in free:
        outcome_, eids, note = outcomes[plan.command.id]
        if outcome_ == "applied" and not plan.steps:
            outcomes[plan.command.id] = (outcome_, eids, COVERED)
    _perform(free, index, source, ledger)
    for command in source.commands:
        outcome_, eids, note = outcomes[command.id]
        ledger.outcomes.append((source, CommandOutcome(command.id, source.amending.work, eids, outcome_, note)))


def _without_plan(
    command: Command, source: Source, before: frozenset[tuple[str, str]], ledger: Ledger
) -> tuple[Outcome, tuple[str, ...], str | None] | None:
    if command.refused:
        return "refused", (), None
    if command.action == "none":
        return "applied", (), NO_CHANGE
    if (source.amending.work, records.digest(command)) in before:
        ledger.findings.append(finding("already_applied", command=command))
        return "already", (), None
    return None


def _perform(plans: Iterable[Plan], index: Index, source: Source, ledger: Ledger) -> None:
    """Take all steps: words first, then wordings, repeals, and at last what is new, in the order of its numbers."""
    steps = [(plan, address, step) for plan in plans for address, step in plan.steps]
    steps.sort(key=lambda item: (_RANKS[type(item[2])], _order(item[2])))
    made: dict[etree._Element, list[Edit]] = {}
    for plan, address, step in steps:
        if isinstance(step, EditWords):
            step = _shifted(step, made.setdefault(step.block, []))
        changes = perform(step, index)
        ledger.done.extend(Done(source, plan.command, address, _NOTES[type(step)], change) for change in changes)
        key = (source, plan.command.id)
        ledger.steps[key] = ledger.steps.get(key, 0) + 1


def _order(step: Step) -> tuple[object, ...]:
    if isinstance(step, AddUnit):
        return order_key(step.number)
    if isinstance(step, AddLines):
        return ((0, step.ordinal, ""),) if step.ordinal is not None else ((1, 0, ""),)
    return ()


def _shifted(step: EditWords, made: list[Edit]) -> EditWords:
    """The edits of ``step``, planned on the text as it was, for the text after the edits already ``made``."""
    moved = []
    for edit in step.edits:
        by = sum(len(other.new) - (other.end - other.start) for other in made if other.end <= edit.start)
        moved.append(Edit(edit.start + by, edit.end + by, edit.new))
    made.extend(step.edits)
    return EditWords(step.block, tuple(moved))
