"""The units of an act, one a line: nothing of the text is lost, nothing is said twice, ids stay what they are."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import lexkz
from lexkz.publish import export_text
from lexkz.publish.unit_json import units_ndjson
from lexkz.structure import Act, load
from tests.publish.published import ROOT, act

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
    assert Counter(texts) == Counter(line for line in export_text(given).splitlines() if line)


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
