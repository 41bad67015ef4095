"""A synthetic Russian order in the layout of an extraction."""

from pathlib import Path

import pytest

from lexkz.reading import Source, read_source
from lexkz.reading.blocks import Paragraph, Table
from lexkz.reading.extraction.join import join


@pytest.fixture(scope="module")
def source() -> Source:
    return read_source(Path(__file__).parent / "fixtures" / "rus_extraction.txt")


def test_displaced_words_of_a_russian_order_go_back(source: Source) -> None:
    assert (source.format, source.lang) == ("extracted_text", "rus")
    body = [block.text for block in source.blocks if isinstance(block, Paragraph) and block.repairs]
    assert body == [
        "1. Внести в приказ Министра труда и социальной защиты населения Республики Казахстан от 22 июня 2023 года "
        "№ 230 следующие изменения и дополнения:",
        "в Правилах деятельности организаций, утвержденных указанным приказом:",
        "пункт 29 изложить в следующей редакции:",
        '"29. Организации создаются в виде (далее – организации) центров согласно приложению 3 к настоящим Правилам;";',
        "пункты 6 и 7 изложить в новой редакции:",
        "абзац второй пункта 2 изложить в следующей редакции:",
        "подпункт 3) пункта 37 изложить в следующей редакции:",
        "приложение 8 к указанным Правилам изложить в новой редакции согласно приложению 1 к настоящему приказу.",
    ]  # fmt: skip


def test_a_russian_corner_mark_ends_before_the_title(source: Source) -> None:
    aligned = [(block.text, block.align) for block in source.blocks if isinstance(block, Paragraph)]
    assert ("Приложение 1", "right") in aligned
    assert ("№ 391", "right") in aligned
    assert ("Минимальные штатные нормативы", "center") in aligned


def test_russian_tables_are_rebuilt(source: Source) -> None:
    quoted, staff = (block for block in source.blocks if isinstance(block, Table))
    assert [cell.text for cell in quoted.rows[0].cells] == [
        "18", "Пеленки", "штук", "по заключению врача организации, но не более 1 штуки",
    ]  # fmt: skip
    assert [[(cell.text, cell.colspan) for cell in row.cells] for row in staff.rows[:4]] == [
        [("№", 1), ("Наименование должности", 1), ("Количество получателей услуг", 3)],
        [("до 50", 1), ("51-100", 1), ("свыше 100", 1)],
        [("Административный персонал организаций и хозяйственно-обслуживающий персонал", 5)],
        [("1", 1), ("Директор", 1), ("1 единица на учреждение", 3)],
    ]


def test_a_word_that_may_be_cut_or_two_is_not_joined_but_told(source: Source) -> None:
    (finding,) = source.findings
    assert finding.code == "read.cells_uncertain"
    assert finding.candidates == ("обслуживанию зданий",)
    assert finding.place.line == 58


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("Прави\u2010", "ла учёта", "Правила учёта"),
        ("қағида\u00ac", "лары", "қағидалары"),
        ("4-", "қосымша", "4-қосымша"),
        ("вице\u2011", "министр", "вице\u2011министр"),
        ("№ 5\u2010", "Правила", "№ 5\u2010 Правила"),
    ],
)
def test_a_sign_that_only_divides_a_word_goes_where_extracted_lines_are_joined(
    left: str, right: str, whole: str
) -> None:
    assert join(left, right) == whole
