"""Synthetic acts, set as ministries set theirs, lose nothing on the way from Word to the act."""

import re
from collections import Counter

import pytest

from lexkz.reading import docx
from lexkz.reading.blocks import Lang, Paragraph, Source, Table
from lexkz.structure import build
from tests.reading.docx.raw import BORDERS, lvl, num, numbering, p, r, tbl, tc, word
from tests.structure.acts import assert_nothing_is_lost, body, source_lines

CENTRE, RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
LEVELS = {
    "1": lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%2)"),
    "2": lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%1-%2)"),
}
NUMBERS = ["1.", "1)", "2)", "2.", "1.", "2.", "2-1)"]
"""What Word prints before the numbered paragraphs of each act."""


def _kaz() -> str:
    mark = p("Сынақ министрінің") + p("2024 жылғы 3 мамырдағы") + p("№ 12 бұйрығына") + p("қосымша")
    return (
        p("Сынақ актісі: сынақ қағидаларын бекіту туралы", CENTRE, r(" (тестілік)", "<w:b/>"))
        + p("«Сынақ туралы» Заңның 5-бабына сәйкес БҰЙЫРАМЫН:")
        + p("Мыналар бекітілсін:", num(1))
        + p("сынақ қағидалары;", num(1, 1))
        + p("сынақ тізбесі.", num(1, 1))
        + p("Осы бұйрық алғашқы ресми жарияланған күнінен кейін қолданысқа енгізіледі.", num(1))
        + tbl((tc(p("Қазақстан Республикасының") + p("Сынақ министрі")), tc("А. Сынақов")))
        + tbl((tc(""), tc(mark)))
        + p("Сынақ қағидалары", CENTRE)
        + p("1-тарау. Жалпы ережелер", CENTRE)
        + p("Осы қағидалар сынақ үшін жазылды.", num(2))
        + p("Ұғымдар:", num(2))
        + p("сынақ – мәтінді тексеру.", num(2, 1))
        + tbl((tc("№"), tc("Атауы")), (tc("1"), tc("Бірінші")), (tc("2"), tc("Екінші")), properties=BORDERS)
    )


def _rus() -> str:
    mark = p("Приложение", RIGHT) + p("к приказу Министра проверки", RIGHT) + p("от 3 мая 2024 года № 12", RIGHT)
    return (
        p("Тестовый акт об утверждении правил проверки", CENTRE)
        + p("В соответствии со статьей 5 Закона «О проверке» ПРИКАЗЫВАЮ:")
        + p("Утвердить:", num(1))
        + p("правила проверки;", num(1, 1))
        + p("перечень проверки.", num(1, 1))
        + p("Настоящий приказ вводится в действие после дня его первого официального опубликования.", num(1))
        + p("Министр проверки", runs="<w:r><w:tab/><w:tab/><w:tab/></w:r>" + r("К. Проверяев"))
        + mark
        + p("Правила проверки", CENTRE)
        + p("Глава 1. Общие положения", CENTRE)
        + p("Настоящие Правила написаны для проверки.", num(2))
        + p("Понятия:", num(2))
        + p("проверка – сличение текста.", num(2, 1))
        + tbl((tc("№"), tc("Наименование")), (tc("1"), tc("Первый")), (tc("2"), tc("Второй")), properties=BORDERS)
    )


ACTS: dict[Lang, str] = {"kaz": _kaz(), "rus": _rus()}


def _read(lang: Lang) -> Source:
    return docx.read(word(ACTS[lang], {"numbering": numbering(LEVELS)}), "x.docx", None)


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_each_character_that_word_prints_stands_once_in_the_act(lang: Lang) -> None:
    source = _read(lang)
    assert (source.lang, source.findings) == (lang, ())
    printed = "".join([*re.findall(r"<w:t [^>]*>([^<]*)</w:t>", ACTS[lang]), *NUMBERS])
    assert Counter("".join("".join(source_lines(source)).split())) == Counter("".join(printed.split()))
    assert_nothing_is_lost(source, build(source))


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_numbers_that_word_generates_become_units(lang: Lang) -> None:
    built = build(_read(lang))
    units = [line.split()[0] for line in body(built)]
    assert units == ["para_1", "para_1__subpara_1", "para_1__subpara_2", "para_2"]
    ids = {element.get("eId") for element in built.root.iter()}
    assert {"att_1__para_1", "att_1__para_2", "att_1__para_2__subpara_2-1"} <= ids


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_a_corner_mark_and_a_signature_are_no_tables(lang: Lang) -> None:
    source = _read(lang)
    tables = [block for block in source.blocks if isinstance(block, Table)]
    assert [[row.header for row in table.rows] for table in tables] == [[True, False, False]]
    right = [block.text for block in source.blocks if isinstance(block, Paragraph) and block.align == "right"]
    assert len(right) == (4 if lang == "kaz" else 3)
