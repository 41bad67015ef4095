"""Texts with one paragraph a line."""

from pathlib import Path

import pytest

from lexkz.read import read_source, read_text
from lexkz.read.blocks import Lang, Paragraph, Table

GOLD = Path(__file__).parents[3] / "shared" / "gold"


def test_each_line_is_a_paragraph_and_its_indent_is_not_its_text() -> None:
    source = read_text("Сынақ заңы туралы\n\n      1-бап. Жалпы ережелер\n\n      Осы Заң  енгізіледі.\n")
    assert source.format == "text"
    assert [(block.text, block.place.line) for block in source.blocks if isinstance(block, Paragraph)] == [
        ("Сынақ заңы туралы", 1), ("1-бап. Жалпы ережелер", 3), ("Осы Заң  енгізіледі.", 5),
    ]  # fmt: skip


def test_markdown_heading_marks_give_the_level_and_are_not_text() -> None:
    source = read_text("# Тестовый закон о проверке\n\n## Глава 1. Общие положения\n\n#5 не заголовок и не глава.")
    assert [(block.text, block.heading) for block in source.blocks if isinstance(block, Paragraph)] == [
        ("Тестовый закон о проверке", 1), ("Глава 1. Общие положения", 2), ("#5 не заголовок и не глава.", None),
    ]  # fmt: skip


def test_lines_with_tabs_between_words_are_rows_of_a_table() -> None:
    source = read_text("Тестовый перечень услуг\n№\tУслуга\n1\tпомощь\n\tАбзац с отступом для проверки.")
    title, table, last = source.blocks
    assert isinstance(title, Paragraph)
    assert isinstance(last, Paragraph)
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["№", "Услуга"], ["1", "помощь"]]
    assert last.text == "Абзац с отступом для проверки."


def test_double_spaces_and_deep_indents_of_a_plain_text_are_no_displaced_words() -> None:
    text = "       Сноска. Статья 1 с изменениями от 04.06.2008   N 36-IV   (см.  статью 2\n\n       Президент\n"
    source = read_text(text)
    assert source.format == "text"
    first = source.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text.endswith("(см.  статью 2")
    assert not first.repairs


@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold texts are not at hand")
def test_all_gold_texts_are_read_a_paragraph_a_line() -> None:
    for path in sorted(GOLD.rglob("*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        lang: Lang = "kaz" if path.parent.name == "kaz" else "rus"
        source = read_source(path, lang=lang)
        assert source.format == "text", path
        assert [block.text for block in source.blocks if isinstance(block, Paragraph)] == [
            line.lstrip("#").strip() if line.startswith("#") else line for line in lines
        ]
