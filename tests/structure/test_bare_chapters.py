"""Chapters whose heading has only a number are told from points by the two rows of numbers."""

import pytest

from lexkz.akn.namespace import local, q
from lexkz.reading.blocks import Lang

from .acts import act

RULES = {
    "kaz": "Сынақ қағидалары\n",
    "rus": "Правила проверки\n",
}


def _outline(text: str, lang: Lang) -> list[str]:
    found = []
    for unit in act(text, lang).root.iter(q("chapter"), q("paragraph")):
        number = (unit.findtext(q("num")) or "").rstrip(".")
        found.append(f"{'ch' if local(unit) == 'chapter' else ''}{number}")
    return found


@pytest.mark.parametrize(
    ("lines", "lang", "expected"),
    [
        # Points are counted through the whole act.
        ("1. Общие положения\n1. Тест.\n2. Тест.\n2. Порядок\n3. Тест.\n3. Конец\n4. Тест.", "rus",
         ["ch1", "1", "2", "ch2", "3", "ch3", "4"]),
        # Each chapter counts its points anew.
        ("1. Жалпы ережелер\n1. Сынақ.\n2. Сынақ.\n2. Тәртіп\n1. Сынақ.\n2. Сынақ.\n3. Сынақ.", "kaz",
         ["ch1", "1", "2", "ch2", "1", "2", "3"]),
        # The number of the chapter is also the number of the next point.
        ("1. Жалпы ережелер\n1. Сынақ.\n2. Тәртіп\n2. Сынақ.\n3. Қорытынды\n3. Сынақ.", "kaz",
         ["ch1", "1", "ch2", "2", "ch3", "3"]),
        # Points that were put in and left out, an editors' note below the heading, a heading over two lines.
        ("1. Общие положения\nСноска. Заголовок главы 1 в редакции приказа от 01.02.2020 № 5.\n1. Тест.\n1-1. Тест.\n"
         "2. Тест.\n2. Порядок проверки и\nвыдачи справок\n4. Тест.\n5. Тест.", "rus",
         ["ch1", "1", "1-1", "2", "ch2", "4", "5"]),
        # Points stand above the first chapter.
        ("1. Тест.\n2. Тест.\n3. Тест.\n1. Расчет нормативов\n4. Тест.\n2. Порядок\n5. Тест.", "rus",
         ["1", "2", "3", "ch1", "4", "ch2", "5"]),
        # Lists stand between.
        ("1. Общие положения\n1. Тест:\n1) один;\n2) два.\n2. Порядок\n2. Тест.", "rus", ["ch1", "1", "ch2", "2"]),
    ],
)  # fmt: skip
def test_the_outer_row_of_numbers_is_chapters(lines: str, lang: Lang, expected: list[str]) -> None:
    assert _outline(RULES[lang] + lines, lang) == expected


@pytest.mark.parametrize(
    ("lines", "lang"),
    [
        # A full stop is missing at the end of a point, of the first, of the last.
        ("1. Тест один.\n2. Тест без точки\n3. Тест три.\n4. Тест.", "rus"),
        ("1. Сынақ нүктесіз\n2. Сынақ.\n3. Сынақ.", "kaz"),
        # A list of names: nobody ends them with a full stop.
        ("1. Лекция\n2. Практика\n3. Экзамен\n4. Диплом", "rus"),
        # Another list, of names, begins at 1 below the points.
        ("1. Тест.\n2. Тест.\n1. Лекция\n2. Практика\n3. Экзамен", "rus"),
        # Numbers that begin anew after whole sentences are two lists.
        ("1. Тест.\n2. Тест.\n1. Тест.\n2. Тест.", "rus"),
        # A chapter has its word: bare numbers are points.
        ("Глава 1. Общее\n1. Первый пункт\n1. Тест.\n2. Тест.", "rus"),
    ],
)
def test_points_stay_points(lines: str, lang: Lang) -> None:
    found = [unit for unit in _outline(RULES[lang] + lines, lang) if unit.startswith("ch")]
    assert found in ([], ["chГлава 1"])


def test_headings_that_the_source_marks_are_chapters_without_numbered_text_of_their_own() -> None:
    text = "Правила проверки\n## 1. Общие положения\n1. Тест.\n2. Тест.\n## 2. Порядок\nТест без номера.\n"
    assert _outline(text, "rus") == ["ch1", "1", "2", "ch2"]
