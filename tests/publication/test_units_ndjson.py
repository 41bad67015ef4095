"""The units of an act, one a line: nothing of the text is lost, nothing is said twice, ids stay what they are."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import lexkz
from lexkz.languages.layout import GAP
from lexkz.publication import export_text
from lexkz.publication.unit_json import units_ndjson
from lexkz.reading.blocks import Lang
from lexkz.structure import Act, load
from tests.publication.published import ROOT, act

SYNTHETIC = Path(__file__).parent / "synthetic.xml"
ALL = [SYNTHETIC, *sorted((ROOT / "xml").glob("*/*.xml")), *sorted((ROOT / "consolidated").glob("*/*.xml"))]
BEFORE = """Тестовые правила проверок
Приказ Министра тестов Республики Казахстан от 1 февраля 2023 года № 3
1. Правила устанавливают порядок.
2. Срок – 3 дня.
3. Ответ:
1) даётся в три дня;
2) подписывается.
"""
BY = """О внесении изменений в Тестовые правила проверок
Приказ Министра тестов Республики Казахстан от 5 мая 2024 года № 7
1. Внести в приказ Министра тестов Республики Казахстан от 1 февраля 2023 года № 3 "Тестовые правила проверок" \
следующее изменение:
пункт 2 изложить в следующей редакции:
"2. Срок – 5 дней.".
2. Настоящий приказ вводится в действие со дня его первого официального опубликования.
"""


def _lines(given: Act) -> list[dict[str, Any]]:
    return [json.loads(line) for line in units_ndjson(given).splitlines()]


@pytest.mark.parametrize("path", ALL, ids=lambda path: "/".join(path.parts[-3:]))
def test_each_line_of_the_act_stands_in_exactly_one_unit(path: Path) -> None:
    given = load(path)
    texts = [line for unit in _lines(given) for line in unit["text"].split("\n") if line]
    known = export_text(given).replace(f" {GAP}", "").replace(GAP, "")
    assert Counter(texts) == Counter(line for line in known.splitlines() if line)


@pytest.mark.parametrize("path", ALL, ids=lambda path: "/".join(path.parts[-3:]))
def test_no_eid_is_given_twice_and_each_leads_to_those_above(path: Path) -> None:
    units = _lines(load(path))
    eids = [unit["eId"] for unit in units if unit["eId"]]
    assert len(eids) == len(set(eids))
    for unit in units:
        assert set(unit["path"]) <= set(eids)
        assert len(unit["breadcrumb"]) >= len(unit["path"])


def test_a_unit_says_what_it_is_and_where_it_stands() -> None:
    (unit,) = [unit for unit in _lines(act(BEFORE)) if unit["eId"] == "para_3__subpara_1"]
    assert (unit["kind"], unit["number"], unit["text"]) == ("subparagraph", "1", "1) даётся в три дня;")
    assert unit["path"] == ["para_3"]
    assert unit["breadcrumb"] == ["3."]
    assert (unit["lang"], unit["quoted"], unit["in_force"]) == ("rus", False, None)
    assert unit["source"]["line"] == 6
    assert unit["iri"].endswith("/2023-02-01/3/!main#para_3__subpara_1")


def test_quoted_new_text_is_told_apart() -> None:
    quoted = [unit for unit in _lines(act(BY)) if unit["quoted"]]
    assert [unit["text"] for unit in quoted if unit["text"]] == ['"2. Срок – 5 дней.".']


def test_a_changed_unit_says_since_when_it_reads_so_where_that_is_known() -> None:
    known = lexkz.consolidate(act(BEFORE), by=act(BY), published=date(2024, 5, 20))
    told = {unit["eId"]: unit["in_force"] for unit in _lines(known.tree)}
    assert told["para_2"] == {"from": "2024-05-20", "to": None}
    assert told["para_1"] is None
    unknown = lexkz.consolidate(act(BEFORE), by=act(BY))
    assert {unit["eId"]: unit["in_force"] for unit in _lines(unknown.tree)}["para_2"] is None


def test_ids_of_units_are_the_same_from_version_to_version() -> None:
    base = lexkz.read(ROOT / "xml" / "V2300032941" / "kaz.xml")
    new = lexkz.consolidate(base, by=ROOT / "xml" / "V2400035172" / "kaz.xml")
    before = {unit.iri: unit.own_text for unit in base.units if unit.own_text}
    after = {unit.iri: unit.own_text for unit in new.units}
    assert len(before) > 20
    assert set(before) <= set(after)
    touched = {target for outcome in new.report.commands for target in outcome.targets}
    for unit in base.units:
        if unit.eid and not any(unit.eid.startswith(eid) or eid.startswith(unit.eid) for eid in touched):
            assert new.unit(unit.eid).own_text == unit.own_text
            assert new.unit(unit.eid).iri == unit.iri


@pytest.mark.parametrize(
    ("lang", "text", "numbers"),
    [
        (
            "rus",
            "Тестовый закон\nОБЩАЯ ЧАСТЬ\nРАЗДЕЛ I. ОСНОВЫ\nГлава первая. Начала\n§ 1. Виды\nСтатья 1. Понятия\n"
            "1. Понятия:\n1-1) тест.\nСтатья 1-1. Порядок\nПорядок устанавливается.\n",
            {"sec_I": "I", "chp_1": "1", "chp_1__subchp_1": "1", "art_1": "1", "art_1-1": "1-1", "part_1": None},
        ),
        (
            "kaz",
            "Сынақ заңы туралы\n1-бөлім. НЕГІЗДЕР\nБірінші тарау. Бастау\n1-параграф. Түрлер\n1-бап. Ұғымдар\n"
            "1. Ұғымдар:\n1-1) сынақ.\n1-1-бап. Тәртіп\nТәртіп белгіленеді.\n",
            {"sec_1": "1", "chp_1": "1", "chp_1__subchp_1": "1", "art_1": "1", "art_1-1": "1-1"},
        ),
    ],
)
def test_the_number_of_a_unit_is_bare_whatever_words_are_printed_with_it(
    lang: Lang, text: str, numbers: dict[str, str | None]
) -> None:
    read = lexkz.read_text(text, lang=lang)
    assert {eid: read.unit(eid).number for eid in numbers} == numbers
    told = {unit["eId"]: unit["number"] for unit in map(json.loads, read.to_ndjson().splitlines())}
    assert {eid: told[eid] for eid in numbers} == numbers
    assert '"1-1"' in read.to_json()
    assert all(f'"number": "{word}' not in read.to_json() for word in ("Статья", "Глава", "1-бап", "1-тарау"))


def test_numbering_runs_on_through_the_general_and_the_special_part_of_a_code() -> None:
    text = "Тестовый кодекс\nОБЩАЯ ЧАСТЬ\nСтатья 1. Один\nА.\nОСОБЕННАЯ ЧАСТЬ\nСтатья 2. Два\nБ.\n"
    read = lexkz.read_text(text, lang="rus")
    assert read.unit("art_2").parent is read.unit("part_2")
    assert lexkz.validate(read) == ()
