"""What was found in reading the file, or was not understood in it, is told by `lexkz check` as well."""

from dataclasses import replace

import pytest

from lexkz.checks import check
from lexkz.findings import Finding, FindingPlace, Message
from lexkz.reading.blocks import Lang
from lexkz.structure import build
from tests.checks.acts import CLEAN, spoiled
from tests.structure.acts import source

LOST = Finding("read.page_without_text", "error", Message("а", "б", "c"), FindingPlace(2), "")
HIDDEN = Finding("read.hidden_text", "warning", Message("а", "б", "c"), FindingPlace(1), "пункт 3 исключить")


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_findings_of_reading_are_findings_of_the_check(lang: Lang) -> None:
    act = build(source(CLEAN[lang], lang))
    found = check(replace(act, findings=(*act.findings, LOST, HIDDEN)))
    assert [(one.code, one.severity) for one in found] == [
        ("check.page_without_text", "error"),
        ("read.hidden_text", "warning"),
    ]
    assert found[1].text == HIDDEN.text


@pytest.mark.parametrize(
    ("lang", "old", "new"),
    [
        ("kaz", "12-тармақ алып тасталсын;", "12-тармақ алып тасталын;"),
        ("rus", "пункт 12 исключить;", "пункт 12 исключит;"),
    ],
)
def test_a_sentence_that_orders_and_is_not_understood_is_an_error(lang: Lang, old: str, new: str) -> None:
    assert ("check.unread", "error") in {(one.code, one.severity) for one in spoiled(lang, old, new)}
