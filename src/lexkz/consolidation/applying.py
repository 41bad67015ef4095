"""Applying one amending act to the working tree: plans for all its commands first, then those that do not conflict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from lxml import etree

from lexkz.akn import meta
from lexkz.amendment.model import Address, Command
from lexkz.consolidation import applied_records as records
from lexkz.consolidation.actions.on_numbers import (
    Renumber,
    by_old_numbers,
    changes_numbers,
    in_turn,
    left_waiting,
    names_freed,
    renumber,
    vacates,
)
from lexkz.consolidation.actions.on_units import RepealUnit, SetUnit
from lexkz.consolidation.actions.on_words import EditWords
from lexkz.consolidation.conflicts import conflicts, drop_words_within, words_in_new_text
from lexkz.consolidation.entry_days import registered, undated
from lexkz.consolidation.identify import NamedBase, citations, for_base, is_unnamed
from lexkz.consolidation.ledger import Addressed, AmendingSource, Done, Ledger, Left
from lexkz.consolidation.messages import finding
from lexkz.consolidation.plan import Plan, Refusal, Setting
from lexkz.consolidation.planning import make_plan
from lexkz.consolidation.report import CommandOutcome, Outcome
from lexkz.consolidation.ruled_target import by_eid
from lexkz.consolidation.rulings import Ruling, fits
from lexkz.consolidation.tree.block_words import Edit, occurrences_everywhere
from lexkz.consolidation.tree.change import Change
from lexkz.consolidation.tree.followed_links import FollowedLinks
from lexkz.consolidation.tree.resolve import resolve
from lexkz.consolidation.tree.target import Target, spell, spelled
from lexkz.consolidation.tree.unit_index import Index
from lexkz.consolidation.tree_step import TreeStep
from lexkz.findings import Finding, Message
from lexkz.reading.limits import look

NO_CHANGE = "no change in this language"
NOT_DUE = "not in force on the day asked for, or not known to be"
ENDED = "no longer in force on the day asked for"
COVERED = "all its places have new wordings by other commands of the act"
SAID_TWICE = "another act of the day has said the same"
_NOTHING: Mapping[str, Finding] = {}
_NONE: Mapping[str, CommandOutcome] = {}


def apply_act(
    index: Index,
    base: NamedBase,
    source: AmendingSource,
    ledger: Ledger,
    links: FollowedLinks,
    *,
    lang: str,
    rulings: Sequence[Ruling] = (),
    against: Mapping[str, Finding] = _NOTHING,
    said_already: Mapping[str, CommandOutcome] = _NONE,
) -> None:
    """Apply the commands of ``source`` that are about the base to the indexed tree, and enter all into ``ledger``.

    All targets are found on the tree as it was before the act, so that the order of commands does not matter; what two
    commands claim both is refused to both. ``links`` remembers the references of what changes.
    ``against`` says by command id what other acts of the same day speak against it, ``said_already`` which of them has
    said the same.
    """
    own = for_base(source.commands, base)
    known = {id(command) for command in own}
    start = len(ledger.findings)
    slips, loose = citations(own, base)
    if untimely := _untimely(source, base):
        slips = {**slips, **{command.id: replace(untimely, command=command.id) for command in own}}
    slips = {**slips, **_temporary(index, own, source, ledger)}
    ledger.findings.extend(loose)
    if own and not untimely and (backdated := _backdated(source)):
        ledger.findings.append(backdated)
    setting = Setting(index, source.amending, base.identity, lang, against={**against, **slips})
    before = records.applied(meta.of(index.act))
    # Looking at all commands for each of thousands is for acts that give units other numbers.
    renumbers = any(command.action == "renumber" for command in own)
    for command in own:
        if command.action == "renumber":
            found = [resolve(index, address) for address in command.targets]
            numbers = [address[-1].number for address in command.renumber_to]
            numbers += [None] * (len(found) - len(numbers))
            setting.renumbered.update(
                (target.element, number)
                for target, number in zip(found, numbers, strict=False)
                if isinstance(target, Target)
            )
    plans: list[Plan] = []
    asked = {command.id: command.refused for command in own}
    outcomes: dict[str, tuple[Outcome, tuple[str, ...], str | None]] = {}
    # Which numbers come free is known before anything is put there.
    for command in in_turn(source.commands, setting):
        look()
        if id(command) not in known:
            outcomes[command.id] = _of_other(command, ledger)
            continue
        if is_unnamed(command.base):
            ledger.findings.append(finding("base_unnamed", command=command))
        ruling = next((one for one in rulings if fits(one, source.amending.work, command)), None)
        if ruling is not None:
            named_unit = by_eid(ruling, command, index, lang)
            if isinstance(named_unit, Finding):
                ledger.findings.extend((*command.findings, named_unit))
                outcomes[command.id] = ("refused", (), None)
                continue
            ruling = named_unit
        ledger.findings.extend(answered(command.findings, ruling))
        outcome = _without_plan(command, source, before, ledger, ruling)
        if outcome is None and ruling is None and (same := said_already.get(command.id)) is not None:
            ledger.findings.append(finding("already_said", command=command, candidates=same.targets))
            outcome = ("already", same.targets, SAID_TWICE)
        if outcome is not None:
            outcomes[command.id] = outcome
            continue
        try:
            meant = command
            if renumbers:
                meant = by_old_numbers(command, own, lambda address: isinstance(resolve(index, address), Target))
            plan = make_plan(decided(meant, ruling, index), setting, ruling)
            names_freed(plan, setting, own)
            plan.command = replace(plan.command, targets=command.targets) if meant is not command else plan.command
            setting.freed.update(changes_numbers(plan))
            setting.vacated.update(vacates(plan))
            plans.append(plan)
        except Refusal as refusal:
            _refuse(command, refusal.finding, ruling, ledger)
            outcomes[command.id] = ("refused", (), None)
    clashes = left_waiting(plans, setting, conflicts([plan for plan in plans if plan.steps]))
    clashes |= _by_numbers_not_given(
        plans, own, {*clashes, *(each for each in outcomes if outcomes[each][0] in ("refused", "skipped"))}
    )
    for plan in plans:
        ledger.findings.extend(plan.findings)
        clash = clashes.get(plan.command.id)
        if clash is not None:
            _refuse(plan.command, clash, plan.ruling, ledger)
            outcomes[plan.command.id] = ("refused", tuple(plan.eids), None)
        else:
            done: Outcome = "applied" if plan.ruling is None else "ruled"
            if plan.ruling is not None:
                needless = plan.ruling.decision == "apply" and not asked[plan.command.id]
                name = "ruling_needless" if needless else "ruled"
                ledger.findings.append(finding(name, ruled(plan.ruling), command=plan.command))
            note = said(plan.ruling) if plan.ruling is not None else None
            outcomes[plan.command.id] = (done if plan.steps else "already", tuple(plan.eids), note)
    free = [plan for plan in plans if plan.command.id not in clashes]
    drop_words_within(free)
    ledger.findings.extend(words_in_new_text(free))
    for plan in free:
        outcome_, eids, note = outcomes[plan.command.id]
        if outcome_ in ("applied", "ruled") and not plan.steps:
            outcomes[plan.command.id] = (outcome_, eids, COVERED)
    left = _left(index, source, outcomes, rulings)
    _perform(free, index, source, ledger, links)
    ledger.left.extend(left)
    by_command = {one.command.id: one for one in left}
    for command in source.commands:
        outcome_, eids, note = outcomes[command.id]
        if command.id in by_command and not eids:
            eids = units_of(by_command[command.id], index, exact=True)
        ledger.outcomes.append((source, CommandOutcome(command.id, source.amending.work, eids, outcome_, note)))
    ledger.findings[start:] = (replace(one, of=source.amending.work) for one in ledger.findings[start:])


def _by_numbers_not_given(plans: Sequence[Plan], own: Sequence[Command], waiting: set[str]) -> dict[str, Finding]:
    """A finding for each command that names a unit by a number which an earlier command of the act was to give it.

    Where that one waits, or a person left it out, another unit still stands under the number: «пункт 3 считать пунктом
    2; в пункте 2 слово …» would change the old point 2. A person's ruling on the later command stands.
    """
    given: dict[Address, Command] = {}
    found: dict[str, Finding] = {}
    by_id = {plan.command.id: plan for plan in plans}
    for command in own:
        if command.id in by_id and command.id not in waiting and by_id[command.id].ruling is None:
            named = next((new for new in given for one in command.targets if one[: len(new)] == new), None)
            if named is not None:
                found[command.id] = finding("number_taken", spell(named), command=command)
        if command.action == "renumber" and command.id in waiting:
            given.update(dict.fromkeys(command.renumber_to, command))
    return found


def _without_plan(
    command: Command, source: AmendingSource, before: frozenset[tuple[str, str]], ledger: Ledger, ruling: Ruling | None
) -> tuple[Outcome, tuple[str, ...], str | None] | None:
    if ruling is not None and ruling.decision == "skip":
        ledger.findings.append(finding("skipped", ruled(ruling), command=command))
        return "skipped", (), said(ruling)
    if command.refused and ruling is None:
        return "refused", (), None
    if command.action == "none":
        return "applied", (), NO_CHANGE
    if before and (source.amending.work, records.digest(command)) in before:
        ledger.findings.append(finding("already_applied", command=command))
        return "already", (), None
    return None


def _untimely(source: AmendingSource, base: NamedBase) -> Finding | None:
    """The finding for a day on which the amending act cannot have been signed, or cannot have come into force; None
    where it can, or is not known."""
    if not source.identity.date:
        return None
    signed = date.fromisoformat(source.identity.date)
    known = date.fromisoformat(base.identity.date) if base.identity.date else None
    if known is not None and signed < known:
        return finding("older_than_base", f"{signed} < {known}")
    if known is not None and source.entry.day is not None and source.entry.day < known:
        return finding("entry_impossible", f"{source.entry.day} < {known}")
    what = undated(signed, registered(source.amending.root), old=known is not None)
    return finding("signed_impossible", what) if what else None


def _temporary(index: Index, commands: Sequence[Command], source: AmendingSource, ledger: Ledger) -> dict[str, Finding]:
    """Findings for commands that change a unit which another act has reworded for a time.

    Whether the wording that holds for a time is meant, or the one that comes back after it, only a person can say; that
    the unit is repealed is plain.
    """
    for_a_time = {
        done.change.region.eid: done
        for done in ledger.done
        if done.source.entry.until is not None and done.command.content and done.source.identity != source.identity
    }
    found: dict[str, Finding] = {}
    for command in commands if for_a_time else ():
        for address in command.targets if command.action in _CHANGING else ():
            # A unit that is put in stands nowhere yet; where it will stand is asked.
            eid = next(
                (one.eid for end in (address, address[:-1]) if isinstance(one := resolve(index, end), Target)), ""
            )
            for held, done in for_a_time.items():
                within = eid == held or eid.startswith(f"{held}__")
                if held and (within or (command.everywhere and _reaches(eid, held, command, done))):
                    what = spelled(f"{{}} ({done.source.entry.until})", done.address)
                    found[command.id] = finding("temporary_wording", what, candidates=(held,), command=command)
    return found


def _reaches(eid: str, held: str, command: Command, done: Done) -> bool:
    """True where a whole text is meant, the wording that holds for a time stands in it, and it has the words."""
    inside = held.startswith(f"{eid}__") if eid else not held.startswith("att_")
    return inside and any(occurrences_everywhere(line, old) for line in done.change.added for old in command.old)


_CHANGING = frozenset({"replace", "replace_words", "insert_words", "delete_words", "insert"})


def _backdated(source: AmendingSource) -> Finding | None:
    """The finding for an entry into force before the act was made: that happens, and so does a slip in the year."""
    signed = source.identity.date
    if not signed or source.entry.day is None or source.entry.day >= date.fromisoformat(signed):
        return None
    return finding("entry_backdated", f"{source.entry.day} < {signed}")


def _of_other(command: Command, ledger: Ledger) -> tuple[Outcome, tuple[str, ...], str | None]:
    """A command about another act; one that names none, among others that do, is not said to be about another."""
    if not is_unnamed(command.base):
        return "other_base", (), None
    ledger.findings.extend((*command.findings, finding("base_untold", command=command)))
    return "refused", (), None


def answered(findings: Iterable[Finding], ruling: Ruling | None) -> tuple[Finding, ...]:
    """Return the findings of a command; what a person has decided on is no error any more."""
    if ruling is None:
        return tuple(findings)
    return tuple(replace(one, severity="info") if one.severity == "error" else one for one in findings)


def _refuse(command: Command, why: Finding, ruling: Ruling | None, ledger: Ledger) -> None:
    ledger.findings.append(why)
    if ruling is not None:
        ledger.findings.append(finding("ruling_not_enough", ruled(ruling), command=command))


def _left(
    index: Index,
    source: AmendingSource,
    outcomes: Mapping[str, tuple[Outcome, tuple[str, ...], str | None]],
    rulings: Sequence[Ruling],
) -> list[Left]:
    """The commands that the result will not contain, each with the units that it addresses on the tree as it is now."""
    left = []
    for command in source.commands:
        outcome = outcomes[command.id][0]
        if outcome == "refused" or outcome == "skipped":
            ruling = next((one for one in rulings if fits(one, source.amending.work, command)), None)
            left.append(Left(source, command, outcome, addressed(index, command), ruling))
    return left


def addressed(index: Index, command: Command) -> tuple[Addressed, ...]:
    """Return the units that ``command`` addresses; where one is not found, or is to come, what would hold it."""
    found: dict[etree._Element, Addressed] = {}
    for target in command.targets:
        address = target[:-1] if command.action == "insert" else target
        place = resolve(index, address)
        while not isinstance(place, Target):
            address = address[:-1]
            place = resolve(index, address)
        element = place.lines[0].unit if place.lines and place.lines[0].unit.get("eId") else place.element
        if place.eid:
            found.setdefault(element, Addressed(element, place.eid, exact=address == target))
    return tuple(found.values())


def units_of(left: Left, index: Index, *, exact: bool = False) -> tuple[str, ...]:
    """Return the eIds that the units of ``left`` have now: after renumbering, or of what holds one that is gone.

    ``exact``: only of those that are the very units addressed.
    """
    places = (one for one in left.places if one.exact or not exact)
    return tuple(dict.fromkeys(filter(None, (_eid_now(one.element, one.eid, index) for one in places))))


def _eid_now(element: etree._Element, eid: str, index: Index) -> str:
    for found in (element, *element.iterancestors()):
        name = found.get("eId") or ""
        if name and index.element(name) is found:
            return name
    while eid and eid not in index:
        eid = eid.rpartition("__")[0]
    return eid


def decided(command: Command, ruling: Ruling | None, index: Index) -> Command:
    """The command as a ruling has it applied: to another target; of a new unit, into another unit."""
    if ruling is None or ruling.decision != "target":
        return command
    head, *below = ruling.address
    found = resolve(index, (head,))
    if isinstance(found, Target) and found.kind is not None:
        head = replace(head, kind=found.kind, number=found.number)
    if command.action == "insert":
        return replace(command, targets=tuple((head, *below, address[-1]) for address in command.targets))
    return replace(command, targets=((head, *below),))


def said(ruling: Ruling) -> str:
    """A ruling in one line: what, why, who, when."""
    what = ruling.target or str(ruling.times or ruling.occurrence or "")
    return f"{' '.join(filter(None, (ruling.decision, what)))}: {ruling.reason} ({ruling.name}, {ruling.date})"


def ruled(ruling: Ruling) -> Message:
    """The same as findings say it: the words of the file of rulings stand in English only."""
    what = ruling.target or ruling.times or ruling.occurrence
    kaz, rus = (f"{word} – {what}: " if word else "" for word in _DECISIONS.get(ruling.decision, ("", "")))
    who = f"{ruling.reason} ({ruling.name}, {ruling.date})"
    return Message(kaz + who, rus + who, said(ruling))


_DECISIONS = {
    "target": ("орны", "место"),
    "times": ("кездесу саны", "число вхождений"),
    "occurrence": ("кездесу реті", "вхождение по порядку"),
}
"""Decision to its words in Kazakh and in Russian; what is applied or left out is said by the finding itself."""


def _perform(plans: Iterable[Plan], index: Index, source: AmendingSource, ledger: Ledger, links: FollowedLinks) -> None:
    """Take all steps: words first, then wordings, repeals, and at last what is new, in the order of its numbers."""
    steps = [(plan, address, step) for plan in plans for address, step in plan.steps]
    takers = {step.shell: step.unit for _, _, step in steps if isinstance(step, Renumber) and step.shell is not None}
    steps.sort(key=lambda item: (_rank(item[2], takers), item[2].order()))
    made: dict[etree._Element, list[Edit]] = {}
    # Of a command that a ruling has applied elsewhere, what it says is kept, not what was made of it.
    own = {command.id: command for command in source.commands}
    numbering = [step for _, _, step in steps if isinstance(step, Renumber)]
    renumbered: dict[Renumber, tuple[Change, ...]] = {}
    for plan, address, step in steps:
        look()
        if isinstance(step, EditWords):
            links.before(step.block)
            step = _shifted(step, made.setdefault(step.block, []))
        if isinstance(step, Renumber):
            renumbered = renumbered or dict(zip(numbering, renumber(numbering, index), strict=True))
            changes = renumbered[step]
            _carry(ledger, source, changes)
            if step.shell is not None:
                _hand_over(ledger, step.shell, step.unit)
        else:
            changes = step.perform(index)
        if isinstance(step, SetUnit) and any(each.unit is step.old for each in numbering):
            # «пункт 5 считать пунктом 6 и изложить …»: what is told of the number is told at the new wording.
            _hand_over(ledger, step.old, step.new)
        note = step.told_as()
        command = own[plan.command.id]
        ledger.done.extend(Done(source, command, address, note, change, plan.ruling) for change in changes)
        key = (source, plan.command.id)
        ledger.steps[key] = ledger.steps.get(key, 0) + 1


def _carry(ledger: Ledger, source: AmendingSource, changes: Sequence[Change]) -> None:
    """Let what the act changed within a unit before its number changed be told of the unit with its new number."""
    first = next(change for change in changes if change.type == "renumbering")
    old, unit = first.region.eid, first.marked
    for place, done in enumerate(ledger.done):
        change = done.change
        if (
            done.source is source
            and change.type == "substitution"
            and unit in (change.marked, *change.marked.iterancestors())
        ):
            eid = first.eid + change.eid[len(old) :] if change.eid.startswith(old) else change.eid
            ledger.done[place] = replace(done, change=replace(change, eid=eid))


def _hand_over(ledger: Ledger, shell: etree._Element, unit: etree._Element) -> None:
    """Let what is told of a unit that has left the tree, its repeal above all, be told at the one with its number."""
    for place, done in enumerate(ledger.done):
        change = done.change
        if not change.silent and shell in (change.marked, change.place):
            ledger.done[place] = replace(done, change=replace(change, place=unit))


def _rank(step: TreeStep, takers: Mapping[etree._Element, etree._Element]) -> float:
    """When a step is taken; a unit whose number another one gets is repealed just before that."""
    if isinstance(step, RepealUnit) and step.old in takers:
        return Renumber.rank - 0.5
    return step.rank


def _shifted(step: EditWords, made: list[Edit]) -> EditWords:
    """The edits of ``step``, planned on the text as it was, for the text after the edits already ``made``."""
    moved = []
    for edit in step.edits:
        by = sum(len(other.new) - (other.end - other.start) for other in made if other.end <= edit.start)
        moved.append(Edit(edit.start + by, edit.end + by, edit.new))
    made.extend(step.edits)
    return EditWords(step.block, tuple(moved))
