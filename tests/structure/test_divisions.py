"""Divisions and numbers as acts print them: in words, in Roman numbers, with a dash, on one line with a list."""

import pytest

from lexkz import read_text, validate
from lexkz.akn.text import paragraphs
from lexkz.reading.blocks import Lang
from lexkz.structure.labels import label

from .acts import act, body, codes


@pytest.mark.parametrize(
    ("text", "lang", "kind", "num", "number", "rest"),
    [
        ("Бірінші тарау. Жалпы ережелер", "kaz", "chapter", "Бірінші тарау.", "1", "Жалпы ережелер"),
        ("Жиырма бірінші тарау", "kaz", "chapter", "Жиырма бірінші тарау", "21", ""),
        ("ЕКІНШІ БӨЛІМ", "kaz", "section", "ЕКІНШІ БӨЛІМ", "2", ""),
        ("ІІ-БӨЛІМ. ТӘРТІП", "kaz", "section", "ІІ-БӨЛІМ.", "ІІ", "ТӘРТІП"),
        ("1-параграф. Өтініш", "kaz", "subchapter", "1-параграф.", "1", "Өтініш"),
        ("Глава первая. Общие положения", "rus", "chapter", "Глава первая.", "1", "Общие положения"),
        ("ГЛАВА ДВАДЦАТЬ ПЕРВАЯ", "rus", "chapter", "ГЛАВА ДВАДЦАТЬ ПЕРВАЯ", "21", ""),
        ("Раздел второй Порядок выдачи", "rus", "section", "Раздел второй", "2", "Порядок выдачи"),
        ("РАЗДЕЛ I. ОБЩИЕ ПОЛОЖЕНИЯ", "rus", "section", "РАЗДЕЛ I.", "I", "ОБЩИЕ ПОЛОЖЕНИЯ"),
        ("Глава 1 – Общие положения", "rus", "chapter", "Глава 1 –", "1", "Общие положения"),
        ("§ 2. Порядок", "rus", "subchapter", "§ 2.", "2", "Порядок"),
    ],
)
def test_a_division_is_told_by_its_word_and_number(
    text: str, lang: Lang, kind: str, num: str, number: str, rest: str
) -> None:
    found = label(text, lang)
    assert found is not None
    assert (found.kind, found.num, found.number, found.rest) == (kind, num, number, rest)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Осы бірінші тарау қолданылады.", "kaz"),
        ("Бірінші тарауда айтылған тәртіп.", "kaz"),
        ("Бірінші бөлім алып тасталсын.", "kaz"),
        ("Глава первая настоящего Кодекса исключается.", "rus"),
        ("Глава администрации района.", "rus"),
        ("Раздел имущества супругов", "rus"),
    ],
)
def test_words_that_speak_of_a_division_begin_none(text: str, lang: Lang) -> None:
    assert label(text, lang) is None


def test_roman_numbers_follow_one_another() -> None:
    made = act("""
        Тестовый закон
        Раздел I. Общие положения
        Статья 1. Предмет
        Текст статьи.
        Раздел II. Порядок
        Статья 2. Срок
        Текст статьи.
        Раздел IV. Прочее
        Статья 3. Иное
        Текст статьи.
    """, "rus")  # fmt: skip
    assert [finding.message.eng for finding in made.findings] == ["Number IV stands after number II."]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("БҰЙЫРАМЫН:\n3. 1) бірінші;\n2) екінші.\n4. Соңғы.", "kaz"),
        ("ПРИКАЗЫВАЮ:\n3. 1) первый;\n2) второй.\n4. Последний.", "rus"),
    ],
)
def test_a_list_that_begins_on_the_line_of_its_points_number_is_a_list(text: str, lang: Lang) -> None:
    made = act(text, lang)
    assert [line.split(" ")[0] for line in map(str.strip, body(made))] == [
        "para_3", "para_3__subpara_1", "para_3__subpara_2", "para_4",
    ]  # fmt: skip
    assert paragraphs(made.root) == tuple(text.split("\n"))
    assert codes(made) == []


def test_a_title_in_capitals_goes_over_several_lines() -> None:
    made = act("""
        > Утверждены
        > приказом Министра труда
        > от 1 марта 2020 года № 12
        ТЕСТОВЫЕ ПРАВИЛА
        ОКАЗАНИЯ УСЛУГ
        Глава первая
        ОБЩИЕ ПОЛОЖЕНИЯ
        1. Правила.
        Глава вторая
        ПОРЯДОК
        2. Порядок.
    """, "rus")  # fmt: skip
    assert [line.text for line in made.root.iter("{*}docTitle")] == ["ТЕСТОВЫЕ ПРАВИЛА", "ОКАЗАНИЯ УСЛУГ"]
    assert [line for line in map(str.strip, body(made)) if line.startswith("chp")] == [
        "chp_1 Глава первая ОБЩИЕ ПОЛОЖЕНИЯ", "chp_2 Глава вторая ПОРЯДОК",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "title"),
    [
        (
            "kaz",
            "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ КОДЕКСІ\nСынақ бұзушылықтары туралы\nЖАЛПЫ БӨЛІК\nІ тарау. БІР\n1-бап. Ұғымдар\n"
            "Ұғымдар мынадай.\nЕРЕКШЕ БӨЛІК\nІІ тарау. ЕКІ\n2-бап. Бұзу\nБұзу айыппұлға әкеп соғады.",
            "Сынақ бұзушылықтары туралы",
        ),
        (
            "rus",
            "КОДЕКС РЕСПУБЛИКИ КАЗАХСТАН\nО тестовых нарушениях\nОБЩАЯ ЧАСТЬ\nГлава I. ОДИН\nСтатья 1. Понятия\n"
            "Понятия таковы.\nОСОБЕННАЯ ЧАСТЬ\nГлава II. ДВА\nСтатья 2. Нарушение\nНарушение влечет штраф.",
            "О тестовых нарушениях",
        ),
    ],
)
def test_a_code_has_the_title_below_its_kind_and_articles_in_both_parts(lang: Lang, text: str, title: str) -> None:
    read = read_text(text, lang=lang)
    assert read.title == title
    assert [unit.kind for unit in read.units if unit.eid in ("part_1", "part_2")] == ["part", "part"]
    assert [(unit.eid, unit.number) for unit in read.units if unit.kind == "article"] == [
        ("art_1", "1"),
        ("art_2", "2"),
    ]
    assert validate(read) == ()
