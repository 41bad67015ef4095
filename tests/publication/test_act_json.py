"""An act as JSON: its identity, its tree of units, its tables and annexes; and its text."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from lexkz.languages.layout import GAP
from lexkz.publication import act_json, export_text
from lexkz.publication.source_page import page_of_registered
from lexkz.structure import load

ROOT = Path(__file__).parent.parent.parent
ACT = Path(__file__).parent / "synthetic.xml"
ALL = [ACT, *sorted((ROOT / "xml").glob("*/*.xml")), *sorted((ROOT / "consolidated").glob("*/*.xml"))]


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    """The synthetic act as JSON."""
    parsed: dict[str, Any] = json.loads(act_json(load(ACT)))
    return parsed


def test_the_metadata_say_what_the_act_is(data: dict[str, Any]) -> None:
    known = data["metadata"]
    assert known["work"] == "/akn/kz/act/order/synthetic/2024-01-01/1"
    assert known["expression"] == "/akn/kz/act/order/synthetic/2024-01-01/1/rus@2024-01-01"
    assert (known["date"], known["language"], known["type"], known["number"]) == ("2024-01-01", "rus", "order", "1")
    assert known["outline"] is False


def test_a_text_whose_day_of_entry_into_force_is_not_known_says_so_and_from_when_it_can_be_at_the_earliest() -> None:
    path = ROOT / "consolidated" / "V2300032875" / "kaz@2024-09-30.xml"
    known = json.loads(act_json(load(path)))["metadata"]
    # The date is the day on which the order was signed; ten days after publication cannot be over before 11 October.
    assert (known["expression_date"], known["dated_by"]) == ("2024-09-30", "amended")
    assert (known["in_force"], known["not_before"]) == (None, "2024-10-11")
    assert known["by"] == ["/akn/kz/act/order/enbek/2024-09-30/391"]
    assert "он күн өткен соң" in known["rule"]


def test_units_keep_their_numbers_their_lines_and_their_order(data: dict[str, Any]) -> None:
    first = data["units"][0]
    assert (first["eId"], first["kind"], first["number"], first["num"]) == ("para_1", "paragraph", "1", "1.")
    assert first["text"] == ["Внести следующие изменения:"]
    assert [(child["kind"], child["number"]) for child in first["children"]] == [
        ("subparagraph", "1"),
        ("alinea", None),
    ]


def test_quoted_new_text_stands_apart_from_the_instruction(data: dict[str, Any]) -> None:
    command = data["units"][0]["children"][0]
    assert command["text"] == ["пункт 5 изложить в следующей редакции:;"]
    quoted = command["quoted"][0]
    assert (quoted["eId"], quoted["start"], quoted["end"]) == ("para_1__subpara_1__mod_1__qstr_1", "«", "»")
    assert [(unit["kind"], unit["number"], unit["text"]) for unit in quoted["units"]] == [
        ("paragraph", "5", ["Срок – 3 дня."])
    ]


def test_quoted_words_stay_in_the_text_with_their_quotes(data: dict[str, Any]) -> None:
    assert data["units"][0]["children"][1]["text"] == ["в пункте 7 слова «пять дней» исключить."]


def test_annexes_have_their_corner_mark_title_and_tables(data: dict[str, Any]) -> None:
    annex = data["attachments"][0]
    assert (annex["eId"], annex["name"], annex["title"]) == ("att_1", "annex", "Нормы")
    assert annex["preface"] == ["Приложение 1 к тестовому приказу", "Нормы"]
    table = next(unit for unit in annex["units"] if unit["kind"] == "table")
    rows = table["tables"][0]["rows"]
    assert [cell["header"] for cell in rows[0]["cells"]] == [True, True]
    assert [(cell["text"], cell["colspan"]) for cell in rows[1]["cells"]] == [("Итого", 2)]


@pytest.mark.parametrize("path", ALL, ids=lambda path: "/".join(path.parts[-3:]))
def test_what_is_published_as_json_is_all_of_the_text_and_nothing_twice(path: Path) -> None:
    act = load(path)
    assert _visible(_texts(json.loads(act_json(act)))) == _visible([export_text(act).replace(GAP, "")])


def _visible(texts: list[str]) -> Counter[str]:
    return Counter("".join("".join(texts).split()))


def _texts(node: Any) -> list[str]:
    """Give every published text of a node, without metadata and without what is said twice."""
    if isinstance(node, str):
        return [node]
    if isinstance(node, list):
        return [text for item in node for text in _texts(item)]
    if isinstance(node, dict):
        left_out = {"schema", "metadata", "standing", "eId", "iri", "kind", "number", "status", "title"} | {
            "name",
            "notes",
            "findings",
        }
        return [text for key, value in node.items() if key not in left_out for text in _texts(value)]
    return []


@pytest.mark.parametrize(
    ("number", "registered", "made", "page"),
    [
        ("35172", "2024-10-01", "2024-09-30", "https://adilet.zan.kz/kaz/docs/V2400035172"),
        # Of December, registered in January: which year the id has is not known.
        ("35999", "2025-01-09", "2024-12-30", None),
        ("35172", "2024-10-01", None, None),
        ("812", "2024-10-01", "2024-09-30", None),  # a register of a region
    ],
)
def test_the_page_of_an_act_is_told_only_where_its_id_is_sure(
    number: str, registered: str, made: str | None, page: str | None
) -> None:
    assert page_of_registered(number, registered, made, "kaz") == page
