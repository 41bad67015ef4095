"""The proofs: nothing else changed, each command was applied once, it can be replayed, and the text adds up.

- *untouched*: the canonical XML outside the units that commands changed is identical before and after; of the changed
  units ``period``, ``status`` and the marks of notes are theirs as well as the text.
- *once*: each command has one outcome; what is applied took its steps, what is refused has a finding of severity error.
- *replay*: the recorded changes, made again on a fresh copy of the base and nowhere else, give the same bytes, and what
  was given is as it was. :func:`prove`, which has no record, applies the same acts to the same base again.
- *text balance*: old text − removed + added = new text, as visible characters and as paragraphs in their order.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date

from lxml import etree

from lexkz.akn.canonical import digest
from lexkz.amend.model import Reading
from lexkz.consolidate import proofs as computed
from lexkz.consolidate.applying import COVERED, NO_CHANGE, NOT_DUE, SKIPPED
from lexkz.consolidate.given import Given
from lexkz.consolidate.ledger import Ledger
from lexkz.consolidate.messages import finding
from lexkz.consolidate.report import Proofs
from lexkz.consolidate.rulings import Ruling
from lexkz.findings import Finding
from lexkz.structure import Act


def prove(
    act: Act,
    base: Act,
    amending: Sequence[tuple[Act, Reading]],
    *,
    at: date | None = None,
    published: Mapping[str, date] | None = None,
    rulings: Sequence[Ruling] = (),
) -> tuple[Proofs, tuple[Finding, ...]]:
    """Run the proofs of the consolidated ``act`` again: apply ``amending`` to ``base`` and hold the result against it.

    Takes what :func:`lexkz.consolidate.consolidate` took. Returns the proofs and a finding for each that fails.
    """
    from lexkz.consolidate.consolidation import run

    text, result_text = _without_layout(base), _without_layout(act)
    result = run(text, amending, at=at, published=published, rulings=rulings)
    old, new = computed.Texts(text.root), computed.Texts(result_text.root)
    changes = [done.change for done in result.ledger.done]
    differing = () if computed.same_again(old, new, changes) else computed.outside_differs(old, new, changes)
    same = digest(result_text.root) == digest(result.root)
    return _result(old, new, result.ledger, differing=differing, same=same)


def _without_layout(act: Act) -> Act:
    """A copy without the white space that a file has between its elements and a tree that was just made has not."""
    root = deepcopy(act.root)
    computed.drop_layout(root)
    return Act(root, act.findings)


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
    return _result(old, new, ledger, differing=differing, same=again and kept)


def _result(
    old: computed.Texts, new: computed.Texts, ledger: Ledger, *, differing: tuple[str, ...], same: bool
) -> tuple[Proofs, tuple[Finding, ...]]:
    unbalanced = computed.balance_differs(old, new, [done.change for done in ledger.done])
    not_once = _not_once(ledger)
    findings = []
    if differing:
        findings.append(finding("proof_untouched", ", ".join(differing), candidates=differing))
    if not_once:
        findings.append(finding("proof_once", ", ".join(not_once)))
    if not same:
        findings.append(finding("proof_replay"))
    if unbalanced:
        findings.append(finding("proof_text_balance", ", ".join(unbalanced), candidates=unbalanced))
    return Proofs(not differing, not not_once, same, not unbalanced), tuple(findings)


def _not_once(ledger: Ledger) -> tuple[str, ...]:
    """Ids of the commands that have not exactly one outcome, or whose outcome is not borne out by what was done."""
    counted = Counter((source, outcome.command) for source, outcome in ledger.outcomes)
    changed = Counter((done.source, done.command.id) for done in ledger.done)
    refused = {found.command for found in ledger.findings if found.severity == "error"}
    wrong = []
    for source, outcome in ledger.outcomes:
        key = (source, outcome.command)
        did = ledger.steps.get(key, 0)
        if outcome.outcome in ("applied", "ruled") and not (outcome.note or "").startswith(SKIPPED):
            right = (did > 0 and changed[key] >= did) or outcome.note in (NO_CHANGE, COVERED)
        else:
            right = (
                did == 0
                and changed[key] == 0
                and (outcome.outcome != "refused" or outcome.command in refused or outcome.note == NOT_DUE)
            )
        if counted[key] != 1 or not right:
            wrong.append(outcome.command)
    return tuple(wrong)
