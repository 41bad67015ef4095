"""The proofs: nothing else changed, each command was applied once, it can be replayed, and the text adds up.

- *untouched*: the canonical XML outside the units that commands changed is identical before and after; of the changed
  units ``period``, ``status`` and the marks of notes are theirs as well as the text.
- *once*: each command has one outcome; what is applied took its steps, what is refused has a finding of severity error.
- *replay*: applying the same acts to the same base again gives the same bytes.
- *text balance*: old text − removed + added = new text, as visible characters and as paragraphs in their order.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from lxml import etree

from lexkz.akn.canonical import serialise
from lexkz.amend.model import Reading
from lexkz.consolidate import proofs as computed
from lexkz.consolidate.applying import COVERED, NO_CHANGE
from lexkz.consolidate.ledger import Ledger
from lexkz.consolidate.messages import finding
from lexkz.consolidate.report import Proofs
from lexkz.findings import Finding
from lexkz.structure import Act


def prove(
    act: Act,
    base: Act,
    amending: Sequence[tuple[Act, Reading]],
    *,
    at: date | None = None,
    published: Mapping[str, date] | None = None,
) -> tuple[Proofs, tuple[Finding, ...]]:
    """Run the proofs of the consolidated ``act`` again: apply ``amending`` to ``base`` and hold the result against it.

    Takes what :func:`lexkz.consolidate.consolidate` took. Returns the proofs and a finding for each that fails.
    """
    from lexkz.consolidate.consolidation import run

    result = run(base, amending, at=at, published=published)
    return proofs(base.root, act.root, result.ledger, replayed=result.root)


def proofs(
    before: etree._Element, after: etree._Element, ledger: Ledger, *, replayed: etree._Element
) -> tuple[Proofs, tuple[Finding, ...]]:
    """Return the proofs of ``after`` against ``before``, the ledger of the consolidation, and a replay of it.

    Trees whose plain serialisations are the same give the same file, which is made of nothing else.
    """
    changes = [done.change for done in ledger.done]
    old, new = computed.Texts(before), computed.Texts(after)
    differing = computed.outside_differs(old, new, changes)
    unbalanced = computed.balance_differs(old, new, changes)
    not_once = _not_once(ledger)
    same = etree.tostring(after) == etree.tostring(replayed) or serialise(after) == serialise(replayed)
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
        if outcome.outcome == "applied":
            right = (did > 0 and changed[key] >= did) or outcome.note in (NO_CHANGE, COVERED)
        else:
            right = did == 0 and changed[key] == 0 and (outcome.outcome != "refused" or outcome.command in refused)
        if counted[key] != 1 or not right:
            wrong.append(outcome.command)
    return tuple(wrong)
