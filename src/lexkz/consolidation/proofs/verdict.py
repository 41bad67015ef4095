"""The verdict: nothing else changed, each command was applied once, it can be replayed, and the text adds up.

- *untouched*: the canonical XML outside the units that commands changed is identical before and after; of the changed
  units ``period``, ``status`` and the marks of notes are theirs as well as the text.
- *once*: each command has one outcome; what is applied took its steps, what is refused has a finding of severity error;
  and the file's own books (records, modifications, periods, states, editors' notes) have each once. See :mod:`books`.
- *replay*: the recorded changes, made again on a fresh copy of the base and nowhere else, give the same bytes, and what
  was given is as it was. :func:`prove`, which has no record, applies the same acts to the same base again.
- *text balance*: old text − removed + added = new text, as visible characters and as paragraphs in their order.
- *content*: the text is what the amending acts say: their commands, done again on plain lines by code of its own, give
  it. Which commands that code cannot judge is said. See :mod:`lexkz.consolidation.content_proof`.
"""

from collections import Counter
from dataclasses import dataclass

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.akn.namespace import q
from lexkz.amendment.model import Command
from lexkz.consolidation import applied_records as records
from lexkz.consolidation.applying import COVERED, ENDED, NO_CHANGE, NOT_DUE, SAID_TWICE
from lexkz.consolidation.content_proof import Acting, Held, Order, hold
from lexkz.consolidation.ledger import AmendingSource, Ledger
from lexkz.consolidation.messages import finding
from lexkz.consolidation.proofs import books
from lexkz.consolidation.proofs import computed_proofs as computed
from lexkz.consolidation.report import Proofs
from lexkz.consolidation.rulings import Ruling
from lexkz.findings import Finding, Message


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """A mark of the trees that a consolidation is given, by which it is told that it left them alone."""

    roots: tuple[etree._Element, ...]
    marks: tuple[bytes, ...]

    @classmethod
    def of(cls, *roots: etree._Element) -> "Given":
        """Mark the trees."""
        return cls(roots, tuple(_mark(root) for root in roots))

    def holds(self) -> bool:
        """Tell whether all are as they were."""
        return all(_mark(root) == mark for root, mark in zip(self.roots, self.marks, strict=True))


def _mark(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8")


def proofs(
    before: etree._Element, after: etree._Element, ledger: Ledger, *, given: Given | None = None
) -> tuple[Proofs, tuple[Finding, ...]]:
    """Return the proofs of ``after`` against ``before`` and the ledger of the consolidation.

    ``given`` is the mark of what the consolidation was given, taken before it: what was read is not to have changed.
    Where the base, made again with the recorded changes, is the result, nothing else has changed; where it is not, what
    is outside the changes is looked at apart, and the units that differ are named.
    """
    changes = [done.change for done in ledger.done]
    old, new = computed.Texts(before), computed.Texts(after)
    again = computed.same_again(old, new, changes)
    differing = () if again else computed.outside_differs(old, new, changes)
    kept = given is None or given.holds()
    held = content(before, after, ledger, elsewhere=differing)
    unbooked = books.unrecorded(after, ledger)
    return verdict(old, new, ledger, differing=differing, same=again and kept, held=held, unbooked=unbooked)


def verdict(
    old: computed.Texts,
    new: computed.Texts,
    ledger: Ledger,
    *,
    differing: tuple[str, ...],
    same: bool,
    held: Held,
    unbooked: tuple[str, ...] = (),
) -> tuple[Proofs, tuple[Finding, ...]]:
    """Return the five proofs and a finding for each that fails, and for each command whose content is not judged.

    ``differing``: eIds outside the changes that are not as they were; ``same``: the replay gave the same; ``held``:
    what the proof of the content found; ``unbooked``: what the file's own books lack or have too much.
    """
    unbalanced = computed.balance_differs(old, new, [done.change for done in ledger.done])
    not_once = (*_not_once(ledger), *unbooked)
    findings = []
    if differing:
        findings.append(finding("proof_untouched", ", ".join(differing), candidates=differing))
    if not_once:
        findings.append(finding("proof_once", ", ".join(not_once)))
    if not same:
        findings.append(finding("proof_replay"))
    if unbalanced:
        findings.append(finding("proof_text_balance", ", ".join(unbalanced), candidates=unbalanced))
    if not held.holds:
        said = [name.partition(":")[2] for name in held.wrong]
        findings.append(finding("proof_content", ", ".join((*said, *held.stray)), candidates=held.stray))
    findings += [finding("content_unjudged", _unjudged(name.partition(":")[2], why)) for name, why in held.unjudged]
    return Proofs(not differing, not not_once, same, not unbalanced, held.holds), tuple(findings)


def _unjudged(command: str, why: str) -> Message:
    """The command, and in English why: the reasons are words of the proof itself, for those who read its code."""
    return Message(command, command, f"{command} ({why})")


def content(before: etree._Element, after: etree._Element, ledger: Ledger, *, elsewhere: tuple[str, ...] = ()) -> Held:
    """Return what the proof of the content finds. Of the ledger it gets which commands were applied, and in which order
    the acts were; nothing of how."""
    lang = akn_meta.read_identity(before).lang
    return hold(before, after, _acting(before, ledger), lang=lang, elsewhere=elsewhere)


def _acting(before: etree._Element, ledger: Ledger) -> list[Acting]:
    recorded = records.applied(akn_meta.of(next(before.iter(q("act")))))
    rulings = {(done.source, done.command.id): done.ruling for done in ledger.done}
    acts: list[tuple[AmendingSource, list[Order]]] = []
    commands: dict[str, Command] = {}
    for source, outcome in ledger.outcomes:
        if not acts or acts[-1][0] is not source:
            acts.append((source, []))
            commands = {each.id: each for each in source.commands}
        command = commands.get(outcome.command)
        applied = outcome.outcome in ("applied", "ruled")
        # What stands already in the text must be what the command says, but for what an earlier file records: later
        # acts may have changed it since.
        there = outcome.outcome == "already"
        if command is None or not (applied or there) or outcome.note == SAID_TWICE:
            continue
        if there and (source.amending.work, records.digest(command)) in recorded:
            continue
        ruling = rulings.get((source, command.id))
        acts[-1][1].append(
            Order(
                command,
                target=ruling.target if ruling is not None else "",
                chosen=_chosen(ruling, command),
                by_number=ruling is not None and ruling.decision == "apply",
                name=f"{len(acts)}:{command.id}",
                targets=outcome.targets,
            )
        )
    return [Acting(source.amending.root, tuple(orders)) for source, orders in acts]


def _chosen(ruling: Ruling | None, command: Command) -> tuple[str, int]:
    if command.times is not None:
        return "times", command.times
    if ruling is None or ruling.decision not in ("times", "occurrence"):
        return "", 0
    return ruling.decision, ruling.times if ruling.decision == "times" else ruling.occurrence


def _not_once(ledger: Ledger) -> tuple[str, ...]:
    """Ids of the commands that have not exactly one outcome, or whose outcome is not borne out by what was done."""
    counted = Counter((source, outcome.command) for source, outcome in ledger.outcomes)
    changed = Counter((done.source, done.command.id) for done in ledger.done)
    refused = {found.command for found in ledger.findings if found.severity == "error"}
    wrong = []
    for source, outcome in ledger.outcomes:
        key = (source, outcome.command)
        did = ledger.steps.get(key, 0)
        if outcome.outcome in ("applied", "ruled"):
            right = (did > 0 and changed[key] >= did) or outcome.note in (NO_CHANGE, COVERED)
        else:
            right = (
                did == 0
                and changed[key] == 0
                and (outcome.outcome != "refused" or outcome.command in refused or outcome.note in (NOT_DUE, ENDED))
            )
        if counted[key] != 1 or not right:
            wrong.append(outcome.command)
    return tuple(wrong)
