"""The contract of ``lexkz commands --json``."""

import json
from dataclasses import replace
from typing import Any

from lexkz.amendment.model import BaseAct, Command, CommandPlace, Coverage, Reading, Step
from lexkz.findings import Finding, FindingPlace, Message
from lexkz.publication import reading_json

ACT = "/akn/kz/act/order/enbek/2024-09-30/391/kaz@2024-09-30"
BASE = BaseAct("order", "Сынақ бұйрық туралы", "2023-06-22", "230", "/akn/kz/act/order/enbek/2023-06-22/230", "32875")
SLIP = Finding(
    "amend.slip", "info", Message("қаз", "рус", "eng"), FindingPlace(2, None, "para_1"), "сөз", "cmd_1", ("бір", "екі")
)
COMMAND = Command(
    id="cmd_1",
    action="replace",
    base=BASE,
    targets=((Step("instrument", None, "Сынақ қағидалары"), Step("paragraph", "37"), Step("subparagraph", "3")),),
    instruction="37-тармақтың 3) тармақшасы жаңа редакцияда жазылсын:",
    content=("3) жеке іс.", "…"),
    source=CommandPlace(2, "para_1__al_3__mod_1__qstr_1"),
    findings=(SLIP,),
)


def _command(**changes: Any) -> dict[str, Any]:
    reading = Reading(ACT, (replace(COMMAND, **changes),), Coverage(10, 10), (SLIP,))
    command: dict[str, Any] = json.loads(reading_json(reading))["commands"][0]
    return command


def _steps(*steps: Step) -> list[dict[str, Any]]:
    address: list[dict[str, Any]] = _command(targets=(steps,))["targets"][0]["address"]
    return address


def test_a_command_has_exactly_the_fields_of_the_contract() -> None:
    assert _command() == {
        "id": "cmd_1",
        "action": "replace",
        "base": {
            "iri": BASE.iri,
            "type": "order",
            "title": "Сынақ бұйрық туралы",
            "date": "2023-06-22",
            "number": "230",
        },
        "targets": [
            {
                "address": [
                    {"kind": "instrument", "name": "Сынақ қағидалары"},
                    {"kind": "paragraph", "number": "37"},
                    {"kind": "subparagraph", "number": "3"},
                ]
            }
        ],
        "instruction": "37-тармақтың 3) тармақшасы жаңа редакцияда жазылсын:",
        "content": ["3) жеке іс.", "…"],
        "annex": None,
        "old": [],
        "new": [],
        "everywhere": False,
        "source": {"page": 2, "eId": "para_1__al_3__mod_1__qstr_1"},
        "findings": [
            {
                "code": "amend.slip",
                "severity": "info",
                "message": {"kaz": "қаз", "rus": "рус", "eng": "eng"},
                "command": "cmd_1",
                "text": "сөз",
                "source": {"page": 2, "eId": "para_1"},
                "candidates": ["бір", "екі"],
            }
        ],
    }


def test_a_reading_has_act_coverage_commands_and_all_findings() -> None:
    data = json.loads(reading_json(Reading(None, (), Coverage(7, 5), (SLIP,))))
    assert list(data) == ["schema", "act", "coverage", "commands", "findings"]
    assert data["act"] is None
    assert data["coverage"] == {"characters": 7, "claimed": 5}
    assert [finding["code"] for finding in data["findings"]] == ["amend.slip"]


def test_a_numbered_unit_without_number_has_null() -> None:
    assert _steps(Step("alinea")) == [{"kind": "alinea", "number": None}]


def test_a_unit_of_which_there_is_one_has_neither_number_nor_name() -> None:
    assert _steps(Step("title"), Step("preamble")) == [{"kind": "title"}, {"kind": "preamble"}]


def test_a_table_has_its_name_if_the_text_gives_one() -> None:
    assert _steps(Step("table", None, "Бағалау парағы"), Step("table", "2")) == [
        {"kind": "table", "number": None, "name": "Бағалау парағы"},
        {"kind": "table", "number": "2"},
    ]


def test_the_whole_act_is_the_empty_address() -> None:
    assert _steps() == []


def test_one_annex_is_its_number_and_several_are_a_list() -> None:
    assert _command(annex=("8",))["annex"] == "8"
    assert _command(annex=("1", "2"))["annex"] == ["1", "2"]


def test_position_and_new_addresses_stand_only_where_they_apply() -> None:
    assert "position" not in _command()
    assert "renumber_to" not in _command()
    assert _command(position="after")["position"] == "after"
    assert _command(renumber_to=((Step("paragraph", "5"),),))["renumber_to"] == [
        {"address": [{"kind": "paragraph", "number": "5"}]}
    ]


def test_the_act_is_null_for_a_fragment() -> None:
    acts = (None, "/akn/kz/act/0001-01-01/nn/kaz@0001-01-01", "/akn/kz/act/law/2020-01-01/nn/kaz@2020-01-01", ACT)
    published = [json.loads(reading_json(Reading(act, (), Coverage(0, 0))))["act"] for act in acts]
    assert published == [None, None, None, ACT]


def test_json_keeps_the_letters_and_ends_with_one_newline() -> None:
    text = reading_json(Reading(None, (COMMAND,), Coverage(1, 1)))
    assert "тармақтың" in text
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
