"""Every case of the fixtures: the sentence, applied to the text before it, gives the text after it or the finding."""

import re
from datetime import date
from pathlib import Path

import pytest

from lexkz.akn import schema, semantics
from lexkz.consolidation import prove, read_rulings
from tests.consolidation.written import Case, case, cases, shown
from tests.observed import approved, hold_to_approved, observed_consolidation, observed_reading

_FOLDER = Path(__file__).parent
CASES = list(cases(_FOLDER / "fixtures"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.lang}: {case.name}")
def test_a_sentence_gives_the_text_after_it(case: Case) -> None:
    made, found = case.consolidated()
    wanted = {f"error {code}" for code in case.verdicts.get("refused", ())}
    wanted |= {f"warning {code}" for code in case.verdicts.get("warned", ())}
    assert (shown(made.act), sorted(set(found))) == (case.expected(), sorted(wanted))
    outcomes = [outcome.outcome for outcome in made.report.commands]
    if "already" in case.verdicts:
        assert outcomes.count("already") > 0
    if "outcome" in case.verdicts:
        assert outcomes == list(case.verdicts["outcome"])
    assert made.report.proofs.hold, made.report.findings
    codes = {found.code for _, reading in case.amending() for found in reading.findings}
    codes |= {found.code for found in made.report.findings}
    assert set(case.verdicts.get("told", ())) <= codes
    said = [getattr(found.message, case.lang) for found in made.report.findings]
    said += [name for found in made.report.findings for name in found.meant]
    for words in case.verdicts.get("says", ()):
        assert any(words in each for each in said), said
    unjudged = any(found.code == "consolidate.content_unjudged" for found in made.report.findings)
    assert unjudged == ("unjudged" in case.verdicts)
    assert schema.errors(made.act.root) + semantics.errors(made.act.root) == ()
    if case.topic:
        acts = case.amending()
        read = [line for act, reading in acts for line in observed_reading(act, reading, case.lang)]
        became = observed_consolidation(case.base, acts, made, case.lang)
        hold_to_approved(approved(_FOLDER, case.lang, case.topic), case.name, [*read, *became])


@pytest.mark.parametrize(
    "case", [case for case in CASES if "unjudged" in case.verdicts], ids=lambda case: f"{case.lang}: {case.name}"
)
def test_what_the_proof_of_the_content_could_not_judge_is_proved_again_as_the_file_tells_it(case: Case) -> None:
    made, _ = case.consolidated()
    published = {"*": date.fromisoformat(text)} if (text := case.one("published")) else {}
    at = date.fromisoformat(text) if (text := case.one("at")) else None
    rulings = read_rulings(case.one("rulings"), "rulings.toml")
    again, findings = prove(made.act, case.base, case.amending(), published=published, at=at, rulings=rulings)
    assert again.hold, findings
    unjudged = [found.message for found in findings if found.code == "consolidate.content_unjudged"]
    assert unjudged
    # The reason is a word of the proof's own, in English; the other languages name the command alone.
    assert not any(
        re.search("[A-Za-z]{3}", said.replace("cmd_", "")) for one in unjudged for said in (one.kaz, one.rus)
    )


@pytest.mark.parametrize(
    "written",
    [
        "пункт 1 исключить.\n--- base\n1. Раз.\n",
        "пункт 1 исключить.\n--- after\n1. Раз.\n",
        "пункт 1 исключить.\n--- base\n1. Раз.\n--- rules\n1. Раз.\n--- after\n1. Раз.\n",
        "пункт 1 исключить.\n--- bsae\n1. Раз.\n--- after\n1. Раз.\n",
        "пункт 1 исключить.\n--- base\n1. Раз.\n→ refsued: consolidate.target_missing\n",
    ],
)
def test_a_case_that_says_nothing_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="LEGEND"):
        case("так", "rus", written)


def test_nearly_all_cases_are_held_to_approved_lines() -> None:
    held = [case.name in approved(_FOLDER, case.lang, case.topic).known for case in CASES]
    assert sum(held) > 0.9 * len(held), (
        "APPROVE=1 pytest tests/consolidation/test_fixtures.py writes the lines of new ones"
    )


def test_a_line_that_is_not_as_approved_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("APPROVE", raising=False)
    case = next(case for case in CASES if case.name in approved(_FOLDER, case.lang, case.topic).known)
    known = approved(_FOLDER, case.lang, case.topic)
    lines = [line[1:] for line in known.known[case.name]]
    hold_to_approved(known, case.name, lines)
    with pytest.raises(pytest.fail.Exception, match="another line"):
        hold_to_approved(known, case.name, [*lines, "another line"])


def test_the_runner_sees_a_wrong_text_and_a_missing_finding() -> None:
    right = "пункт 1 исключить.\n--- base\n1. Раз.\n2. Два.\n--- after\n1. исключен\n2. Два.\n"
    test_a_sentence_gives_the_text_after_it(case("так", "rus", right))
    for wrong in (
        right.replace("2. Два.\n---", "2. Три.\n---"),
        right + "→ warned: consolidate.scope_widened",
        right + "→ refused: consolidate.target_missing",
        right + "→ already",
        right + "→ told: consolidate.words_folded",
        right + "→ says: Такого никто не говорит.",
        right + "→ outcome: refused",
    ):
        with pytest.raises(AssertionError):
            test_a_sentence_gives_the_text_after_it(case("не так", "rus", wrong))
