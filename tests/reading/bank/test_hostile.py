"""Hostile JSON is refused in one clear sentence, or read without harm."""

import json
import time

import pytest

from lexkz.reading import bank
from lexkz.reading.blocks import Paragraph, SourceError

TEXT = "Осы бұйрық қолданысқа енгізіледі."


def _refused(data: bytes, match: str, limits: bank.EditionLimits | None = None) -> None:
    with pytest.raises(SourceError, match=match) as error:
        bank.read(data, "x.json", "kaz", limits=limits)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("data", [b"[" * 1_000_000, b'{"content":' * 100_000, b"[" * 3000 + b"]" * 3000])
def test_json_nested_deep_is_refused(data: bytes) -> None:
    _refused(data, "nests its JSON too deeply|without the text")


def test_nodes_nested_deep_are_refused() -> None:
    node: dict[str, object] = {"type": "text", "text": TEXT}
    for _ in range(200):
        node = {"type": "point", "text": "", "children": [node]}
    _refused(json.dumps([node]).encode(), "nests its nodes too deeply")


def test_too_many_nodes_are_refused() -> None:
    _refused(
        json.dumps([{"type": "text", "text": "сөз"}] * 11).encode(), "more than 10 nodes", bank.EditionLimits(nodes=10)
    )


def test_a_number_of_a_million_digits_is_refused() -> None:
    _refused(b'{"content": [{"type": "text", "level": ' + b"9" * 1_000_000 + b"}]}", "no JSON")


def test_controls_surrogates_and_marks_of_direction_are_left_out_and_said() -> None:
    data = json.dumps([{"type": "text", "text": TEXT[:5] + "\x00\x1b\ud800\u202e" + TEXT[5:]}]).encode()
    source = bank.read(data, "x.json", "kaz")
    assert isinstance(source.blocks[0], Paragraph)
    assert source.blocks[0].text == TEXT
    assert [found.code for found in source.findings] == ["read.control_characters"]


@pytest.mark.parametrize(
    "node",
    [
        {"type": "text", "text": None},
        {"type": "text", "text": ["а"]},
        {"type": "text", "text": {"а": 1}},
        {"type": "text", "text": True},
        {"type": 5, "text": "сөз"},
        {"type": "tableCell", "text": "сөз", "properties": {"colspan": -1, "rowspan": "много"}},
        {"type": "tableCell", "text": "сөз", "properties": [1]},
        {"type": "tableRow", "text": "сөз"},
        {"type": "table", "text": "сөз", "level": "x"},
        {"type": "point", "text": "сөз", "level": -5, "index": {}, "id": []},
        {"type": "text", "text": "<p>" * 1000 + "сөз"},
        {"type": "text", "children": "сөз"},
        "сөз",
        5,
        None,
        [],
    ],
)
def test_nodes_of_any_shape_do_no_harm(node: object) -> None:
    source = bank.read(json.dumps([{"type": "text", "text": TEXT}, node]).encode(), "x.json", "kaz")
    assert isinstance(source.blocks[0], Paragraph)
    assert source.blocks[0].text == TEXT


def test_markup_in_a_node_that_could_run_something_is_not_kept() -> None:
    text = f'<p>{TEXT}<script>alert(1)</script><a href="javascript:alert(1)">сөз</a></p>'
    source = bank.read(json.dumps([{"type": "text", "text": text}]).encode(), "x.json", "kaz")
    assert isinstance(source.blocks[0], Paragraph)
    assert source.blocks[0].text == f"{TEXT}сөз"
    assert all(run.href is None for run in source.blocks[0].runs)


def test_a_large_edition_is_read_in_time() -> None:
    nodes = [{"type": "point", "level": 2, "text": f"{number}. {TEXT}"} for number in range(50_000)]
    started = time.process_time()
    assert len(bank.read(json.dumps(nodes).encode(), "x.json", "kaz").blocks) == 50_000
    assert time.process_time() - started < 60
