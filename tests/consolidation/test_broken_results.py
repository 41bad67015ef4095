"""Each proof sees what it is for: right results are broken in some sixty ways, and the right proof names each."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache

import pytest

from lexkz.akn.canonical import parse, serialise
from lexkz.consolidation import Proofs, consolidate, prove
from lexkz.consolidation.consolidation import ConsolidationRun, run, sources_of
from lexkz.consolidation.ledger import Ledger
from lexkz.consolidation.proofs.verdict import Given, proofs
from lexkz.structure import Act
from tests.consolidation.broken import ANEW, BROKEN, BROKEN_ANEW, BROKEN_WIDE, RIGHT, TEXT, WIDE, Broken
from tests.consolidation.broken_beside_words import BROKEN_LAW, BROKEN_RIGHT, LAW
from tests.consolidation.damaging_hands import block
from tests.consolidation.written import Case, case

BASE, ACTS = RIGHT.base, RIGHT.amending()
NAMES = ("untouched", "once", "replay", "text_balance", "content")


def _failing(found: Proofs) -> set[str]:
    return {name for name in NAMES if not getattr(found, name)}


@pytest.fixture(scope="module")
def right() -> bytes:
    made = consolidate(BASE, ACTS)
    assert {one.outcome for one in made.report.commands} == {"applied"}
    assert made.report.proofs.hold
    return serialise(made.act.root)


@pytest.fixture
def done() -> ConsolidationRun:
    return run(BASE, sources_of(BASE, ACTS, None))


def test_the_right_result_is_proved(right: bytes, done: ConsolidationRun) -> None:
    assert prove(Act(parse(right)), BASE, ACTS) == (Proofs(True, True, True, True, True), ())
    assert proofs(BASE.root, done.root, done.ledger)[0].hold


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.what)
def test_a_broken_file_is_named_by_the_right_proof(broken: Broken, right: bytes) -> None:
    root = parse(right)
    broken.hand(root)
    found, findings = prove(Act(root), BASE, ACTS)
    assert {"replay", *broken.named} <= _failing(found)
    assert ("untouched" in _failing(found)) == ("untouched" in broken.named)
    codes = {one.code for one in findings}
    assert {f"consolidate.proof_{name}" for name in _failing(found)} <= codes


@pytest.mark.parametrize("broken", [broken for broken in BROKEN if broken.at_once], ids=lambda broken: broken.what)
def test_a_broken_result_is_seen_by_the_consolidation_itself(broken: Broken, done: ConsolidationRun) -> None:
    broken.hand(done.root)
    found, _ = proofs(BASE.root, done.root, done.ledger)
    assert set(broken.at_once) <= _failing(found)


OTHERS = [
    (made, broken)
    for made, several in ((WIDE, BROKEN_WIDE), (ANEW, BROKEN_ANEW), (RIGHT, BROKEN_RIGHT), (LAW, BROKEN_LAW))
    for broken in several
]
"""Columns, notes, moves, sections of tables, words everywhere with annexes; a whole act set anew; what words alone do
not say, and the books; articles, headings, new numbers, sentences."""


@cache
def _right(name: str) -> bytes:
    made = {"wide": WIDE, "anew": ANEW, "right": RIGHT, "law": LAW}[name]
    done = consolidate(made.base, made.amending())
    assert {one.outcome for one in done.report.commands} == {"applied"}
    assert done.report.proofs.hold
    assert "consolidate.content_unjudged" not in {found.code for found in done.report.findings}
    return serialise(done.act.root)


@pytest.mark.parametrize(("made", "broken"), OTHERS, ids=[each.what for _, each in OTHERS])
def test_a_broken_file_of_further_kinds_is_named_by_the_right_proof(made: Case, broken: Broken) -> None:
    root = parse(_right(made.name))
    broken.hand(root)
    found = prove(Act(root), made.base, made.amending())[0]
    assert {"replay", *broken.named} <= _failing(found)
    assert ("untouched" in _failing(found)) == ("untouched" in broken.named)


@pytest.mark.parametrize(("made", "broken"), OTHERS, ids=[each.what for _, each in OTHERS])
def test_a_broken_result_of_further_kinds_is_seen_at_once(made: Case, broken: Broken) -> None:
    done = run(made.base, sources_of(made.base, made.amending(), None))
    broken.hand(done.root)
    assert set(broken.at_once) <= _failing(proofs(made.base.root, done.root, done.ledger)[0])


@dataclass(frozen=True, slots=True)
class BadBooks:
    """One way in which the books of a consolidation are wrong."""

    what: str
    hand: Callable[[Ledger], object]
    named: str


def _outcome(ledger: Ledger, place: int, **fields: object) -> None:
    source, outcome = ledger.outcomes[place]
    ledger.outcomes[place] = (source, replace(outcome, **fields))  # type: ignore[arg-type]


def _change(ledger: Ledger, place: int, **fields: object) -> None:
    done = ledger.done[place]
    ledger.done[place] = replace(done, change=replace(done.change, **fields))  # type: ignore[arg-type]


def _steps(ledger: Ledger, place: int, by: int) -> None:
    ledger.steps[list(ledger.steps)[place]] += by


_SUM = "text_balance"
BOOKS = (
    BadBooks("an outcome twice", lambda ledger: ledger.outcomes.append(ledger.outcomes[0]), "once"),
    BadBooks("applied, but said to be refused", lambda ledger: _outcome(ledger, 1, outcome="refused"), "once"),
    BadBooks("applied, but said to stand already", lambda ledger: _outcome(ledger, 1, outcome="already"), "once"),
    BadBooks("applied without any step", lambda ledger: ledger.steps.pop(next(iter(ledger.steps))), "once"),
    BadBooks("more steps than changes", lambda ledger: _steps(ledger, 0, 5), "once"),
    BadBooks("a change that is not in the books", lambda ledger: ledger.done.pop(1), "untouched"),
    BadBooks(
        "text removed that did not stand there", lambda ledger: _change(ledger, 1, removed=("не то",)), "text_balance"
    ),
    BadBooks(
        "text put in that does not stand there", lambda ledger: _change(ledger, 1, added=("не то",)), "text_balance"
    ),
    BadBooks("nothing removed where text was", lambda ledger: _change(ledger, 1, removed=()), "text_balance"),
    BadBooks(
        "one letter of what was put in",
        lambda ledger: _change(ledger, 1, added=("2) в электроннай книге;",)),
        "text_balance",
    ),
)


@pytest.mark.parametrize("bad", BOOKS, ids=lambda bad: bad.what)
def test_wrong_books_are_named_by_the_right_proof(bad: BadBooks, done: ConsolidationRun) -> None:
    bad.hand(done.ledger)
    found, findings = proofs(BASE.root, done.root, done.ledger)
    assert bad.named in _failing(found)
    assert f"consolidate.proof_{bad.named}" in {one.code for one in findings}


def test_a_refusal_without_a_finding_is_not_once() -> None:
    wrong = case("x", "rus", "пункт 9 исключить.\n--- base\n1. Раз.\n→ refused: consolidate.target_missing\n")
    done = run(wrong.base, sources_of(wrong.base, wrong.amending(), None))
    assert proofs(wrong.base.root, done.root, done.ledger)[0].once
    done.ledger.findings.clear()
    assert _failing(proofs(wrong.base.root, done.root, done.ledger)[0]) == {"once"}


def test_a_base_that_changed_while_it_was_read_is_no_replay() -> None:
    base = Act(deepcopy(BASE.root))
    given = Given.of(base.root)
    done = run(base, sources_of(base, ACTS, None))
    block(base.root, "para_7").text = "Тайком."
    assert "replay" in _failing(proofs(base.root, done.root, done.ledger, given=given)[0])


def test_another_base_is_seen(right: bytes) -> None:
    other = Act(deepcopy(BASE.root))
    block(other.root, "para_7").text = "Другой приказ."
    assert {"untouched", "replay"} <= _failing(prove(Act(parse(right)), other, ACTS)[0])


def test_another_amending_act_is_seen(right: bytes) -> None:
    other = case("other", "rus", TEXT.replace("Срок продлевает лаборант", "Срок продлевает министр"))
    assert {"content", "replay"} <= _failing(prove(Act(parse(right)), BASE, other.amending())[0])


def test_a_command_that_was_left_out_is_seen() -> None:
    fewer = case("fewer", "rus", TEXT.replace("6) пункт 5 исключить;\n", ""))
    shorter = consolidate(BASE, fewer.amending()).act
    assert {"content", "replay"} <= _failing(prove(Act(parse(serialise(shorter.root))), BASE, ACTS)[0])
