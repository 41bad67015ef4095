"""Nothing is lost between the source of the order and the text that is exported."""

from collections import Counter
from pathlib import Path

from lexkz.publication import export_text
from lexkz.reading import read_source
from lexkz.reading.blocks import Paragraph
from lexkz.structure import load

ROOT = Path(__file__).parent.parent.parent
ORDER = ROOT / "corpus" / "V2400035172" / "kaz.txt"
XML = ROOT / "xml" / "V2400035172" / "kaz.xml"


def _visible(text: str) -> str:
    return "".join(text.split())


def test_every_visible_character_of_the_order_stands_once_in_the_exported_text() -> None:
    source = Counter(_visible(ORDER.read_text(encoding="utf-8")))
    for furniture in read_source(ORDER).furniture:
        source.subtract(_visible(furniture.text))
    assert Counter(_visible(export_text(load(XML)))) == +source


def test_each_paragraph_without_a_displaced_word_stands_in_the_text_as_it_was() -> None:
    lines = ORDER.read_text(encoding="utf-8").splitlines()
    exported = _visible(export_text(load(XML)))
    kept = [
        block
        for block in read_source(ORDER).blocks
        if isinstance(block, Paragraph) and not block.repairs and block.place.line and block.place.end_line
    ]
    assert len(kept) > 200
    for block in kept:
        assert block.place.line is not None
        assert block.place.end_line is not None
        raw = _visible("".join(lines[block.place.line - 1 : block.place.end_line]))
        if raw == _visible(block.text):
            assert raw in exported


def test_the_source_and_its_xml_export_the_same_text() -> None:
    assert export_text(load(ORDER)) == export_text(load(XML))
