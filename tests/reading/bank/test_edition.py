"""Editions of the reference control bank give the act; what is not understood is kept or said."""

import datetime
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from lexkz.reading import bank
from lexkz.reading.blocks import Lang, Paragraph, Source, SourceError, Table
from lexkz.structure import build
from tests.structure.acts import assert_nothing_is_lost, body, source_lines

FIXTURES = Path(__file__).parent / "fixtures"


def _read(*nodes: dict[str, Any], lang: Lang = "kaz") -> Source:
    return bank.read(json.dumps({"content": nodes}).encode(), "x.json", lang)


def _lines(source: Source) -> list[str]:
    return [block.text for block in source.blocks if isinstance(block, Paragraph)]


def _squeezed(texts: list[str]) -> Counter[str]:
    return Counter("".join("".join(texts).split()))


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_each_character_of_the_nodes_stands_once_in_the_act(lang: Lang) -> None:
    data = (FIXTURES / f"{lang}.json").read_bytes()
    source = bank.read(data, "x.json", None)
    assert source.lang == lang
    assert source.findings == ()
    # The index of a subpoint is its number where its text has none; title and requisites come from the record.
    expected = [node["text"].replace("<br>", "") for node in json.loads(data)["content"]]
    if lang == "kaz":
        metadata = json.loads(data)["version"]["metadata"]
        expected += ["1)", metadata["title"]["kaz"], metadata["requisites"]["kaz"]]
    assert _squeezed(source_lines(source)) == _squeezed(expected)
    assert_nothing_is_lost(source, build(source))


def test_split_headings_are_joined_and_those_with_a_number_are_not() -> None:
    source = _read(
        {"type": "section", "text": "1-БӨЛІМ."},
        {"type": "heading", "text": "ЖАЛПЫ"},
        {"type": "heading", "text": "БӨЛІМ"},
        {"type": "heading", "text": "1-тарау. Негізгі ережелер"},
        {"type": "article", "text": "1-бап."},
        {"type": "heading", "text": "Ұғымдар"},
        {"type": "text", "text": "Осы бапта ұғымдар бар."},
    )
    assert _lines(source) == [
        "1-БӨЛІМ. ЖАЛПЫ БӨЛІМ",
        "1-тарау. Негізгі ережелер",
        "1-бап. Ұғымдар",
        "Осы бапта ұғымдар бар.",
    ]


def test_a_law_of_the_bank_is_built_as_a_law() -> None:
    source = bank.read((FIXTURES / "rus.json").read_bytes(), "x.json", None)
    lines = [line.strip() for line in body(build(source))]
    assert "art_1 Статья 1. Основные понятия" in lines
    assert "art_2 Статья 2. Порядок введения в действие" in lines
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    assert [row.header for row in table.rows] == [True, False]


def test_notes_of_editors_are_marked_and_those_of_the_act_are_not() -> None:
    source = bank.read((FIXTURES / "kaz.json").read_bytes(), "x.json", None)
    notes = {block.text.split()[0]: block.note for block in source.blocks if isinstance(block, Paragraph)}
    assert (notes["Ескерту."], notes["Ескертпе:"]) == (True, False)


def test_an_unknown_type_is_kept_as_text_and_said() -> None:
    source = _read({"type": "text", "text": "Мәтін."}, {"type": "жаңа", "text": "Белгісіз торап."})
    assert _lines(source) == ["Мәтін.", "Белгісіз торап."]
    assert [(found.code, found.text) for found in source.findings] == [("read.node_type", "Белгісіз торап.")]


def test_points_without_a_number_in_their_text_are_said() -> None:
    source = _read({"type": "point", "text": "Мерзім белгіленсін."}, {"type": "point", "text": "2. Мерзім ұзартылсын."})
    assert [(found.code, found.text) for found in source.findings] == [("read.node_number", "Мерзім белгіленсін.")]


def test_text_in_an_unknown_field_is_said() -> None:
    source = _read({"type": "text", "text": "Мәтін бар.", "көшірме": "Мәтін бар.", "қосымша": "тағы бір сөз"})
    assert [(found.code, found.text) for found in source.findings] == [("read.node_field", "тағы бір сөз")]


def test_nodes_in_nodes_are_read_in_their_order() -> None:
    source = _read(
        {"type": "article", "text": "1-бап. Ұғымдар", "children": [
            {"type": "point", "text": "1. Бірінші.", "children": [{"type": "subpoint", "text": "1) екінші;"}]},
            {"type": "point", "text": "2. Үшінші."},
        ]},
    )  # fmt: skip
    assert _lines(source) == ["1-бап. Ұғымдар", "1. Бірінші.", "1) екінші;", "2. Үшінші."]


def test_a_bare_list_of_nodes_and_html_in_nodes_are_read() -> None:
    nodes = [{"type": "text", "text": '<p>Бірінші <a href="/kaz/docs/V1">екінші</a><br/>үшінші&nbsp;сөз</p>'}]
    source = bank.read(json.dumps(nodes).encode(), "x.json", None)
    assert _lines(source) == ["Бірінші екінші", "үшінші сөз"]
    assert isinstance(source.blocks[0], Paragraph)
    assert source.blocks[0].runs[1].href == "/kaz/docs/V1"


def test_signs_of_less_and_more_are_no_html() -> None:
    assert _lines(_read({"type": "text", "text": "Егер а < б және в > г болса."})) == ["Егер а < б және в > г болса."]


def test_cells_without_rows_are_parted_by_their_properties_or_said() -> None:
    cells = [("а", 0), ("б", 0), ("в", 1), ("г", 1)]
    named = [{"type": "tableCell", "text": text, "properties": {"rowIndex": row, "borders": 1}} for text, row in cells]
    (table,) = [block for block in _read({"type": "table", "text": ""}, *named).blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["а", "б"], ["в", "г"]]
    bare = [{"type": "tableCell", "text": text} for text, _ in cells]
    source = _read({"type": "table", "text": ""}, *bare)
    assert [found.code for found in source.findings] == ["read.table_rows"]


def test_the_card_is_what_the_record_says_of_the_act_and_not_of_the_amending_one() -> None:
    card = bank.card((FIXTURES / "kaz.json").read_bytes(), "x.json", "rus")
    assert (card.id, card.title, card.number) == ("V2300032875", "Тестовый акт об утверждении правил", "230")
    assert (card.date, card.registration_number) == (datetime.date(2023, 6, 22), "32875")


@pytest.mark.parametrize(
    "data", [b"{}", b"[1, 2]", b'{"versions": [{"id": 1}]}', b'{"content": []}', b'{"content": "  "}']
)
def test_json_without_the_text_of_an_act_is_one_clear_sentence(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"x\.json is JSON without the text of an act: give one edition"):
        bank.read(data, "x.json", None)


def test_what_is_no_json_is_one_clear_sentence() -> None:
    with pytest.raises(SourceError, match=r"x\.json is no JSON"):
        bank.read('{"content": [мәтін'.encode(), "x.json", None)
