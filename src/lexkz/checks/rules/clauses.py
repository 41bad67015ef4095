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
    if _orders(draft) and not _kinds(draft) & {"execution", "control"}:
        yield quoting("check.execution_missing", "", _last(draft))


def control(draft: DraftAct) -> Iterator[Finding]:
    """Yield a finding where an order charges somebody with its execution and nobody with control of it."""
    kinds = _kinds(draft)
    if _orders(draft) and "execution" in kinds and "control" not in kinds:
        yield quoting("check.control_missing", "", _last(draft))


def signature(draft: DraftAct) -> Iterator[Finding]:
    """Yield a finding where nobody signs an order that has its clauses."""
    if _orders(draft) and "entry_into_force" in _kinds(draft) and not draft.zone("closing"):
        yield quoting("check.signature_missing", "", _last(draft))


def registration(draft: DraftAct) -> Iterator[Finding]:
    """Yield a finding where an order amends a registered act and has nobody register it, though it charges others."""
    if not _orders(draft) or not _kinds(draft) & {"execution", "control", "publication"}:
        return
    own = [fold_spaces(passage.text) for passage in draft.zone("own")]
    registered = [draft.words.registered.search(text) is not None for text in own]
    clauses = [text for text, cites in zip(own, registered, strict=True) if not cites]
    if any(registered) and not any(draft.words.to_register.search(text) for text in clauses):
        yield quoting("check.registration_missing", "", _last(draft))


def _orders(draft: DraftAct) -> bool:
    """True for a whole act that begins «БҰЙЫРАМЫН», «ПРИКАЗЫВАЮ» and commands something."""
    head = draft.zone("head")
    ordering = draft.root.find(".//akn:formula", NAMESPACES) is not None and any(
        draft.words.orders.search(fold_spaces(passage.text)) for passage in head
    )
    return bool(draft.reading.commands) and ordering


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
