"""Every code has a case: its example raises it, or a test elsewhere says when it must come."""

import ast
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.checks.draft import draft
from lexkz.checks.rules.known import known
from lexkz.findings import CatalogueEntry, Finding, Message, Severity, catalogue, entries, retold
from lexkz.structure import build
from tests.checks.acts import CLEAN
from tests.consolidation.written import case
from tests.findings.test_catalogue import CODE
from tests.structure.acts import source

TESTS = Path(__file__).parent.parent
SITUATIONS = {
    "structure.card_differs",
    "structure.day_impossible",
    "structure.mark_differs",
    "structure.numbering-unlikely_first",
    "amend.ambiguous",
    "amend.annex_missing",
    "amend.base_unknown",
    "amend.corner_mark",
    "amend.corner_name",
    "amend.entry_unread",
    "amend.none_found",
    "amend.norms",
    "amend.title_other",
    "amend.unit_unplaced",
}
"""Codes, or cases of a code, whose example tells a situation that no few lines of commands make."""


def _name(entry: CatalogueEntry) -> str:
    return f"{entry.code}{entry.case and '-'}{entry.case}"


SENTENCES = [
    entry
    for entry in catalogue()
    if entry.code.startswith(("amend.", "structure.")) and not {entry.code, _name(entry)} & SITUATIONS
]


@pytest.mark.parametrize("entry", SENTENCES, ids=_name)
def test_the_example_raises_the_finding_that_it_is_an_example_of(entry: CatalogueEntry) -> None:
    form = entry.example.form
    assert form in ("kaz", "rus")
    lines = entry.example.text.replace(" ⏎ ", "\n")
    written = case("пример", "kaz" if form == "kaz" else "rus", f"{lines}\n--- base\n1. Раз.\n--- after\n1. Раз.\n")
    told = [found for _, reading in written.amending() for found in reading.findings if found.code == entry.code]
    # Of a code with several sentences, this one: by its words before the first blank.
    assert any(found.message.eng.startswith(entry.message.eng.partition("{")[0]) for found in told)


@pytest.mark.parametrize(("old", "new"), sorted(retold("check").items()))
def test_a_finding_of_the_reading_is_told_again_to_the_drafter(old: str, new: tuple[str, Severity]) -> None:
    act, reading = annotate(build(source(CLEAN["rus"], "rus")))
    grave = any(entry.severity == "error" for entry in entries(old))
    given = Finding(old, "error" if grave else entries(old)[0].severity, Message("а", "б", "c"), text="пункт 5")
    found = known(draft(act.root, replace(reading, findings=(given,))))
    assert [(each.code, each.severity, each.message) for each in found] == [(*new, given.message)]


def test_of_a_code_with_a_milder_sentence_the_drafter_sees_the_error_as_a_defect_only() -> None:
    act, reading = annotate(build(source(CLEAN["rus"], "rus")))
    mild = Finding("read.font_map", "warning", Message("а", "б", "c"))
    grave = replace(mild, severity="error")
    found = known(draft(act.root, replace(reading, findings=(mild, grave))))
    assert [(each.code, each.severity) for each in found] == [("read.font_map", "warning"), ("check.font_map", "error")]


def test_an_error_of_an_unknown_code_is_never_passed_over() -> None:
    act, reading = annotate(build(source(CLEAN["rus"], "rus")))
    given = Finding("amend.of_tomorrow", "error", Message("а", "б", "c"))
    assert tuple(known(draft(act.root, replace(reading, findings=(given,))))) == (given,)


@cache
def _told_in_tests() -> frozenset[str]:
    """Every code that a test or a fixture names; of a code put together, what stands before its first blank."""
    found = set()
    for path in sorted(TESTS.rglob("*")):
        if path.parent == Path(__file__).parent:
            continue
        if path.suffix == ".txt":
            found.update(CODE.findall(path.read_text(encoding="utf-8")))
        elif path.suffix == ".py":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.update(CODE.findall(node.value))
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "refused":
                    found.update(f"consolidate.{arg.value!s}" for arg in node.args if isinstance(arg, ast.Constant))
                if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                    found.add(str(node.values[0].value))
    return frozenset(found)


@cache
def _said_in_fixtures() -> tuple[str, ...]:
    """The words of findings that cases of consolidation ask for, whatever its severity: ``→ says: …``."""
    texts = (path.read_text(encoding="utf-8") for path in TESTS.rglob("fixtures/*/*.txt"))
    return tuple(line for text in texts for line in re.findall("(?m)^→ says: (.*)$", text))


def _is_said(entry: CatalogueEntry) -> bool:
    """Whether a case asks for the sentence: for all its words before the first blank."""
    begins = tuple(text.partition("{")[0] for text in (entry.message.kaz, entry.message.rus))
    return any(line.startswith(tuple(each for each in begins if len(each) > 20)) for line in _said_in_fixtures())


def test_every_code_has_a_case() -> None:
    told = _told_in_tests() | {entry.code for entry in SENTENCES} | {code for code, _ in retold("check").values()}
    told |= {entry.code for entry in catalogue() if _is_said(entry)}
    whole = tuple(each for each in told if re.fullmatch(r"[a-z]+\.[a-z_]+_", each))
    assert {entry.code for entry in catalogue() if not entry.code.startswith(whole)} - told == set()
