"""Units of law cited in any text: where the way leads, the words on hover, what has changed since the day cited."""

from pathlib import Path

import pytest

pytest.importorskip("sphinx")

from lexkz.workspace.layout import Workspace
from lexkz.workspace.site.citing import cited
from lexkz.workspace.site.library import library

RUS, KAZ = "V2300031001/rus", "V2300031001/kaz"


@pytest.mark.parametrize(
    ("said", "page", "words", "by"),
    [
        (f"{RUS} att_1__para_2", "rus@2025-03-01", "2. Книга выдаётся на двадцать дней.", ()),
        (f"{RUS} att_1__para_2 2025-03-01", "rus@2025-03-01", "2. Книга выдаётся на двадцать дней.", ()),
        (f"{RUS} att_1__para_2 2024-05-01", "rus@2025-03-01", "2. Книга выдаётся на двадцать дней.", ("№ 21",)),
        (f"{RUS} att_1__para_2 2023-05-01", "rus@2025-03-01", "2. Книга выдаётся на двадцать дней.", ("№ 9", "№ 21")),
        (f"{RUS} att_1__para_3 2023-05-01", "rus@2025-03-01", "3. Срок продлевается один раз на пять дней.", ()),
        (f"{KAZ} att_1__para_5 2024-06-30", "kaz@2025-03-01", "5. Кітапхана сағат сегізден бастап ашық.", ("№ 9",)),
        (f"{KAZ} att_1__para_5 2024-07-01", "kaz@2025-03-01", "5. Кітапхана сағат сегізден бастап ашық.", ()),
    ],
)
def test_a_unit_is_cited_with_its_words_and_the_acts_that_changed_it_since(
    three_days: Path, said: str, page: str, words: str, by: tuple[str, ...]
) -> None:
    found = cited(library(Workspace(three_days)), said)
    assert found.text.page == f"acts/V2300031001/{page}"
    assert (found.words, found.changed_by, found.gone) == (words, by, False)


@pytest.mark.parametrize(
    ("said", "told"), [("V1 para_1", "no act V1"), (f"{RUS} para_99", "no unit para_99"), ("V1", "not by")]
)
def test_what_is_not_there_is_said(three_days: Path, said: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        cited(library(Workspace(three_days)), said)


def test_a_name_is_that_of_the_act_and_the_unit(three_days: Path) -> None:
    found = cited(library(Workspace(three_days)), f"{RUS} att_1__para_2")
    assert found.name == "приказ № 7, Тестовые правила городской библиотеки · пункт 2"
