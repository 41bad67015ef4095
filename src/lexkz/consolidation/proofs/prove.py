"""The proofs of a consolidated text, run again from its base and what amends it. Each is told in :mod:`verdict`."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date

from lexkz.akn import meta
from lexkz.akn.canonical import digest
from lexkz.akn.namespace import q
from lexkz.amendment.model import Reading
from lexkz.consolidation.consolidation import reported, run, sources_of
from lexkz.consolidation.proofs import books
from lexkz.consolidation.proofs import computed_proofs as computed
from lexkz.consolidation.proofs.verdict import content, proofs, verdict
from lexkz.consolidation.report import Proofs, Report
from lexkz.consolidation.rulings import Ruling
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

    Takes what :func:`lexkz.consolidation.consolidate` took. Returns the proofs and a finding for each that fails.
    """
    proved = prove_again(act, base, amending, at=at, published=published, rulings=rulings)
    return proved.proofs, proved.findings


@dataclass(frozen=True, slots=True)
class ProvedAgain:
    """Proofs that were run again."""

    proofs: Proofs
    findings: tuple[Finding, ...]
    """One for each proof that fails."""
    report: Report
    """The report that the consolidation gives when it is done again."""


def prove_again(
    act: Act,
    base: Act,
    amending: Sequence[tuple[Act, Reading]],
    *,
    at: date | None = None,
    published: Mapping[str, date] | None = None,
    rulings: Sequence[Ruling] = (),
    lacking: Sequence[Finding] = (),
) -> ProvedAgain:
    """Do what :func:`prove` does, and return the report of doing it again as well.

    ``lacking``: what the text has to say of acts that change it and that were not given.
    """
    text, result_text = _without_layout(base), _without_layout(act)
    result = run(text, sources_of(text, amending, published), at=at, rulings=rulings, lacking=lacking)
    old, new = computed.Texts(text.root), computed.Texts(result_text.root)
    changes = [done.change for done in result.ledger.done]
    differing = () if computed.same_again(old, new, changes) else computed.outside_differs(old, new, changes)
    proved = proofs(text.root, result.root, result.ledger)
    # The file tells of what its proofs said when it was made, so that what is made again has to tell it as well.
    meta.record_findings(meta.of(result.root), proved[1])
    same = digest(result_text.root) == digest(result.root)
    held = content(text.root, result_text.root, result.ledger, elsewhere=differing)
    unbooked = () if same else books.differ(next(result_text.root.iter(q("act"))), next(result.root.iter(q("act"))))
    told = verdict(old, new, result.ledger, differing=differing, same=same, held=held, unbooked=unbooked)
    return ProvedAgain(*told, reported(result, *proved))


def _without_layout(act: Act) -> Act:
    """A copy without the white space that a file has between its elements and a tree that was just made has not."""
    root = deepcopy(act.root)
    computed.drop_layout(root)
    return Act(root, act.findings)
