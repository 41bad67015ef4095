"""Markdown as public corpora keep it: the marks are syntax, the front matter is the card, the numbers are the act's."""

import datetime
import textwrap
from pathlib import Path

import pytest

from lexkz.akn.namespace import q
from lexkz.reading import SourceError, read_source
from lexkz.reading.blocks import Paragraph, Table
from lexkz.reading.markdown import card, read
from lexkz.structure import load

FILE = Path(__file__).parent / "fixtures" / "corpus.md"


def _texts(text: str) -> list[str]:
    return [block.text for block in read(text.encode(), "act.md", "rus").blocks if isinstance(block, Paragraph)]


def test_each_line_is_a_paragraph_and_no_mark_is_text() -> None:
    assert [block.text for block in read_source(FILE).blocks if isinstance(block, Paragraph)] == [
        "О складах (сочинённый для проверки)",
        "1. Склад закрывают на ночь, кроме случаев, когда идёт приёмка¹.",
        "2. Склад хранит:",
        "1) лук;",
        "2) товар «Б».",
        "Сноска. Пункт 1 в редакции приказа от 01.02.2020 № 5 (вводится в действие с 01.03.2020).",
        "Подпись: ______________ (фамилия)",
        "- тире печатает сам акт;",
        "3. Отступ ничего не значит.",
        "Глава 2. Порядок",
        "Приёмка – получение товара.",
    ]


def test_pipe_tables_and_tables_in_html_are_tables() -> None:
    tables = [block for block in read_source(FILE).blocks if isinstance(block, Table)]
    assert [[cell.text for row in table.rows for cell in row.cells] for table in tables] == [
        ["Вид", "Срок", "А", "1 день"],
        ["№", "Товар", "1", "Лук"],
    ]


def test_links_bold_words_headings_and_lines_are_kept_beside_the_text() -> None:
    blocks = [block for block in read_source(FILE).blocks if isinstance(block, Paragraph)]
    assert [run.href for run in blocks[4].runs if run.href] == ["https://example.test/b"]
    assert [run.text for run in blocks[1].runs if run.bold] == ["на ночь"]
    assert [block.heading for block in blocks if block.heading] == [1, 2]
    assert [block.place.line for block in blocks] == [10, 14, 16, 17, 18, 20, 22, 23, 25, 27, 35]


def test_the_front_matter_says_what_the_text_does_not() -> None:
    found = card(FILE.read_bytes(), FILE.name)
    assert (found.title, found.number, found.date, found.lang) == ("О складах", "14", datetime.date(2020, 3, 3), "rus")
    identity = load(FILE).root.find(f".//{q('FRBRWork')}/{q('FRBRuri')}")
    assert identity is not None
    assert identity.get("value") == "/akn/kz/act/2020-03-03/14"


@pytest.mark.parametrize("front", ["---\na: [\n---\n", "---\njust words\n---\n"])
def test_front_matter_that_is_no_yaml_is_refused_in_a_sentence(front: str) -> None:
    with pytest.raises(SourceError, match="front matter"):
        read(f"{front}1. Текст приказа.\n".encode(), "act.md", "rus")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1. Один;\n2. Два.", ["1. Один;", "2. Два."]),
        ("1. Один, два и\nтри.", ["1. Один, два и три."]),
        ("следующее:\nпервое;\nвторое.", ["следующее:", "первое;", "второе."]),
        ("_______\n\n– – –\n\nИмя.", ["_______", "– – –", "Имя."]),
    ],
)
def test_numbers_blanks_and_dashes_are_the_acts_own(text: str, lines: list[str]) -> None:
    assert _texts(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Статья 1\n===\nТекст.", ["Статья 1", "Текст."]),
        ("Один.\n\n---\n\n* * *\n\nДва.", ["Один.", "Два."]),
        ("1. Объём 10 м^3^, статья 5^1^, CO~2~, ~~нет~~.", ["1. Объём 10 м³, статья 5¹, CO₂, нет."]),
        ("1. 5-бап [[zan-5|5-бап]], [[6-бап]] бар.", ["1. 5-бап 5-бап, 6-бап бар."]),
        ("- [x] келісемін\n- [ ] келіспеймін", ["☒ келісемін", "☐ келіспеймін"]),
        ("2 ^ 3 ^ и ~ 5", ["2 ^ 3 ^ и ~ 5"]),
    ],
)
def test_marks_of_other_writers_of_markdown_are_no_text(text: str, lines: list[str]) -> None:
    assert _texts(text) == lines


def test_lines_that_an_editor_wrapped_go_on_with_a_capital_too() -> None:
    wrapped = (
        "1. В соответствии с подпунктом 3) статьи 5 Закона Республики\n"
        "Казахстан «О хранении» и Правилами учёта саженцев, которые\n"
        "Министр утвердил, питомник ведёт журнал.\n\n"
        "Министр труда\nА. Алмов"
    )
    assert _texts(wrapped) == [
        "1. В соответствии с подпунктом 3) статьи 5 Закона Республики Казахстан «О хранении» и Правилами учёта "
        "саженцев, которые Министр утвердил, питомник ведёт журнал.",
        "Министр труда",
        "А. Алмов",
    ]


_LONG = (
    "В соответствии с пунктом 5 статьи 12 Закона Республики Казахстан «О садоводстве» ПРИКАЗЫВАЮ:",
    "1. Утвердить прилагаемые Правила учёта саженцев, которые ведут товарищества Республики Казахстан и Министерство.",
    "2. Департаменту в порядке, который установлен законодательством Республики Казахстан, обеспечить:",
    "1) государственную регистрацию настоящего приказа в Министерстве юстиции Республики Казахстан;",
    "2) размещение настоящего приказа на интернет-ресурсе. Контроль возложить на 12 заместителей и руководителей.",
)


@pytest.mark.parametrize("width", [40, 45, 50, 58, 65, 80, 100])
def test_lines_wrapped_at_any_width_are_whole_paragraphs(width: int) -> None:
    heading = "# О правилах учёта, у которых длинное название, что не переносят ни в одном редакторе"
    wrapped = [textwrap.fill(line, width, break_on_hyphens=False) for line in _LONG]
    assert _texts("\n\n".join((heading, *wrapped))) == [heading.removeprefix("# "), *_LONG]


def test_short_lines_that_end_on_purpose_are_paragraphs() -> None:
    lines = ["Министр", "труда и защиты", "населения", "А. Алмов", "Согласовано", "Министр юстиции", "Б. Беков"]
    assert _texts("1. Текст.\n\n" + "\n".join(lines))[-4:] == lines[-4:]


def test_a_footnote_of_several_lines_is_one_footnote() -> None:
    assert _texts("1. Сөз[^1] соңы.\n\n[^1]: Бірінші жолы,\n    екінші жолы.\n\n2. Тағы.") == [
        "1. Сөз¹ соңы.",
        "2. Тағы.",
        "Бірінші жолы, екінші жолы.",
    ]


@pytest.mark.parametrize("call", ["{% include forms.html %}", "{{< note >}}", "{{ page.title }}"])
def test_what_a_page_maker_would_put_in_is_said_to_be_missing(tmp_path: Path, call: str) -> None:
    path = tmp_path / "rus.md"
    path.write_text(f"1. Утвердить Правила учёта.\n\n{call}\n\n2. Контроль возложить на министра.\n", encoding="utf-8")
    source = read_source(path)
    assert [block.text for block in source.blocks if isinstance(block, Paragraph)] == [
        "1. Утвердить Правила учёта.",
        "2. Контроль возложить на министра.",
    ]
    assert [finding.code for finding in source.findings] == ["read.embedded"]
    assert call in source.findings[0].message.eng


def test_a_bullet_before_the_number_of_a_point_is_a_mark_and_an_address_tells_no_language() -> None:
    text = "- 1\\. Учёт саженцев.\n- 2. Срок: <https://egov.example/services/registry/search>\n- тире\n"
    assert _texts(text) == ["1. Учёт саженцев.", "2. Срок: https://egov.example/services/registry/search", "- тире"]
    short = "1. Есеп қағидалары [Кодекске](https://law.example/kaz/docs/K1500000414/long/path) сай; <https://egov.example/x>.\n"
    assert read(short.encode(), "act.md").lang == "kaz"
