"""Text extracted from PDF: a heading at the left edge begins a paragraph, though wrapped lines stand there too."""

import pytest

from lexkz.reading import read_text
from lexkz.reading.blocks import Lang, Paragraph

WRAPPED = {
    "rus": "      Настоящий Закон применяется к складам, которые хранят \nовощи{stop}\n{heading}\n      1. Тест.\n",
    "kaz": "      Осы Заң көкөністерді сақтайтын қоймаларға \nқолданылады{stop}\n{heading}\n      1. Сынақ.\n",
}


def _texts(lang: Lang, heading: str, stop: str = ".") -> list[str]:
    source = read_text(WRAPPED[lang].format(heading=heading, stop=stop), lang=lang)
    return [block.text for block in source.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("lang", "heading"),
    [
        ("rus", "Статья 2. Сфера действия"),
        ("rus", "Статья 2-1. Сфера"),
        ("rus", "Глава 3. УЧЁТ"),
        ("rus", "РАЗДЕЛ 2"),
        ("rus", "Раздел 2. Порядок"),
        ("rus", "§ 2. Порядок"),
        ("kaz", "2-бап. Қолданылу аясы"),
        ("kaz", "3-тарау. ЕСЕП"),
        ("kaz", "2-БӨЛІМ"),
        ("kaz", "2-бөлім. Тәртіп"),
    ],
)
def test_a_heading_at_the_left_edge_is_a_paragraph(lang: Lang, heading: str) -> None:
    assert heading in _texts(lang, heading)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("rus", "Статья 5 Закона"),
        ("rus", "Раздел 2 правил;"),
        ("kaz", "5-бап күшін жояды"),
        ("kaz", "2-тарауға сәйкес"),
    ],
)
def test_words_that_speak_of_a_division_go_on_with_their_sentence(lang: Lang, line: str) -> None:
    assert line not in _texts(lang, line, stop="")
