"""Running the rules over an act: what they find, each defect once, in the order of the text."""

from collections.abc import Callable, Iterator, Sequence

from lexkz.amendment.annotate import annotate
from lexkz.checks.draft import DraftAct, draft
from lexkz.checks.rules import (
    against_base,
    annexes,
    clauses,
    known,
    lists,
    marks,
    pairs,
    references,
    tables,
    targets,
    terms,
    titles,
    writing,
)
from lexkz.findings import Finding
from lexkz.structure import Act

Rule = Callable[[DraftAct], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    known.known,
    titles.cited,
    titles.approved,
    against_base.against,
    pairs.quotes,
    pairs.brackets,
    marks.content_marks,
    marks.opening_marks,
    marks.command_marks,
    marks.list_marks,
    lists.gaps,
    annexes.cited,
    annexes.inner,
    annexes.uncited,
    annexes.order,
    annexes.corner_act,
    annexes.corner_name,
    annexes.corner_case,
    annexes.form_marks,
    references.hyphens,
    references.cases,
    references.endings,
    references.gone,
    targets.twice,
    targets.announced,
    tables.ranges,
    tables.rows,
    terms.defined,
    terms.forms,
    terms.joined_apart,
    terms.institutions,
    terms.self_references,
    terms.self_kinds,
    clauses.entry,
    clauses.execution,
    clauses.control,
    clauses.signature,
    clauses.registration,
    writing.spaces,
    writing.doubled,
    writing.said_twice,
    writing.misspelt,
    writing.counted_words,
    writing.left_blank,
    writing.other_language,
    writing.letters,
    writing.names,
    writing.lost,
)


_OF_TITLE = "check.title_differs"


def check(act: Act, *, bases: Sequence[Act] = ()) -> tuple[Finding, ...]:
    """Return the drafting defects of an amending act (or of a fragment of one), in the order of the text.

    Beside ``bases``, acts that it amends, it is also said where a command does not fit them: a unit that does not
    exist, words that do not occur or occur more often, a number that is taken, a day or a name that is not the base's.

    Each has a code ``check.…``, a place, the words that it is about, and candidates where the right form is known.
    Nothing in the act is changed.
    """
    marked, reading = annotate(act)
    made = draft(marked.root, reading, tuple(bases))
    found = list(dict.fromkeys(finding for rule in RULES for finding in rule(made)))
    order = {element.get("eId"): place for place, element in enumerate(marked.root.iter()) if element.get("eId")}
    distinct: dict[tuple[str, str | None, str | None], Finding] = {}
    for finding in found:
        distinct.setdefault((finding.code, _line(finding), finding.text), finding)
    return tuple(sorted(distinct.values(), key=lambda finding: order.get(finding.place.eid or "", 0)))


def _line(finding: Finding) -> str | None:
    """Where one defect is one: a command's line and the new text that it quotes are one place, and so is the title,
    whichever commands wait for it."""
    return None if finding.code == _OF_TITLE else (finding.place.eid or "").partition("__mod_")[0]
