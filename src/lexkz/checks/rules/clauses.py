"""Clauses that an amending act must have: entry into force; for an order, execution and control."""

from collections.abc import Iterator

from lexkz.akn.namespace import NAMESPACES
from lexkz.checks.draft import DraftAct
from lexkz.findings import Finding, FindingPlace, quoting
from lexkz.languages.clauses import clause_kind
from lexkz.languages.folding import fold_spaces


def entry(draft: DraftAct) -> Iterator[Finding]:
    """Yield a finding where no line of the act says when it comes into force. A fragment without title is no act."""
    if not draft.reading.commands or not draft.zone("title"):
        return
    if "entry_into_force" not in _kinds(draft):
        yield quoting("check.entry_missing", "", _last(draft))


def execution(draft: DraftAct) -> Iterator[Finding]:
    """Yield a finding where an order (an act that begins «БҰЙЫРАМЫН») charges nobody with execution or control."""
    formula = " ".join(passage.text for passage in draft.zone("head"))
    ordering = draft.root.find(".//akn:formula", NAMESPACES) is not None and any(
        draft.words.orders.search(fold_spaces(passage.text)) for passage in draft.zone("head")
    )
    if not draft.reading.commands or not formula or not ordering:
        return
    if not _kinds(draft) & {"execution", "control"}:
        yield quoting("check.execution_missing", "", _last(draft))


def _kinds(draft: DraftAct) -> set[str]:
    kinds = {clause.kind for clause in draft.reading.clauses}
    for passage in draft.zone("own"):
        kind = clause_kind(passage.text, draft.lang)
        if kind is not None:
            kinds.add(kind)
    return {str(kind) for kind in kinds}


def _last(draft: DraftAct) -> FindingPlace:
    own = draft.zone("own")
    return own[-1].place if own else FindingPlace()
