"""Pages of "Әділет" give the act, its notes marked, and set the site aside."""

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from lexkz.reading import html
from lexkz.reading.blocks import Lang, Paragraph, Repair, Run, Source, Table
from lexkz.structure import build
from tests.structure.acts import assert_nothing_is_lost

FIXTURES = Path(__file__).parent / "fixtures"


def _read(lang: Lang) -> Source:
    return html.read((FIXTURES / f"{lang}.html").read_bytes(), f"{lang}.html", None)


def _squeezed(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def shown(source: Source) -> str:
    """Return all text of a source, furniture included."""
    parts = [piece.text for piece in source.furniture]
    for block in source.blocks:
        if isinstance(block, Paragraph):
            parts.append(block.text)
        else:
            parts.extend(cell.text for row in block.rows for cell in row.cells)
    return " ".join(parts)


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_each_visible_character_of_a_page_stands_once_in_the_act_or_in_the_furniture(lang: Lang) -> None:
    page = (FIXTURES / f"{lang}.html").read_text(encoding="utf-8")
    page = re.sub(r"<head>.*?</head>|<!--.*?-->", "", page, flags=re.DOTALL)
    visible = unescape(re.sub(r"<[^>]*>", " ", re.sub(r"<sup>(\d)</sup>", lambda match: "⁰¹²³"[int(match[1])], page)))
    assert _squeezed(shown(_read(lang))) == _squeezed(visible)


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_nothing_of_a_page_is_lost_on_the_way_to_the_act(lang: Lang) -> None:
    source = _read(lang)
    assert source.lang == lang
    assert_nothing_is_lost(source, build(source))


def test_the_text_is_that_of_the_article_with_title_and_requisites() -> None:
    source = _read("kaz")
    texts = [(block.text, block.align, block.heading) for block in source.blocks if isinstance(block, Paragraph)]
    assert texts[0] == ("Сынақ актісі: сынақ қағидаларын бекіту туралы", "center", 1)
    assert texts[1][1] == "left"
    assert texts[2][0] == "«Сынақ туралы» Заңның 5-бабына сәйкес"
    assert ("1) бірінші <5 & одан аз>;", "body", None) in texts
    assert [(piece.kind, piece.text) for piece in source.furniture] == [
        ("header", "Басты бет Іздеу"),
        ("header", "ҚазақшаРусскийТабу"),
        ("header", "Жаңартылған"),
        ("footer", "© 2012. Заңнама институты"),
        ("footer", "Байланыс"),
    ]


def test_notes_of_editors_are_marked_and_those_of_the_act_are_not() -> None:
    noted = [block.text for block in _read("kaz").blocks if isinstance(block, Paragraph) and block.note]
    assert [text.split()[0] for text in noted] == ["Ескерту.", "ЗҚАИ-ның", "2-тармақ", "-"]
    noted = [block.text for block in _read("rus").blocks if isinstance(block, Paragraph) and block.note]
    assert noted == [
        "Сноска. Статья 1 с изменениями, внесенными Законом РК от 01.02.2025 № 3-VIII.",
        "Законом РК от 01.02.2025 № 3-VIII;",
        "(см. сноску)",
    ]


def test_a_repealed_unit_keeps_its_number_and_the_words_and_the_rest_is_the_note() -> None:
    texts = [(block.text, block.note) for block in _read("rus").blocks if isinstance(block, Paragraph)]
    place = texts.index(("1-1) исключен", False))
    assert texts[place + 1] == ("Законом РК от 01.02.2025 № 3-VIII;", True)


PAGE = """<html><body><div id="container" class="module_npaView lang_rus"><div class="container_gamma text"><article>
<p id="z1">2) склад – здание для хранения;</p>
<span class="note">&nbsp;&nbsp; <a name="z4"></a>{}</span><a href="/z#z7">{}</a><span class="note">{}</span><br>
<p id="z5">4) журнал – <a href="/x">книга</a>.</p></article></div></div></body></html>"""


@pytest.mark.parametrize(
    ("parts", "text", "note"),
    [
        (("3) исключен Законом РК от 18.07.2025 ", "№ 215-VIII", " (вводится в действие с 01.01.2026)."),
         "3) исключен", "Законом РК от 18.07.2025 № 215-VIII (вводится в действие с 01.01.2026)."),
        (("5. Исключен Законом РК от 01.07.2024 ", "№ 107-VIII", "."),
         "5. Исключен", "Законом РК от 01.07.2024 № 107-VIII."),
        (("3) алып тасталды - ҚР 18.07.2025 ", "№ 215-VIII", " Заңымен;"),
         "3) алып тасталды", "- ҚР 18.07.2025 № 215-VIII Заңымен;"),
        (("5-бап. Алып тасталды – ҚР 18.07.2025 ", "№ 215-VIII", " Заңымен."),
         "5-бап. Алып тасталды", "– ҚР 18.07.2025 № 215-VIII Заңымен."),
        (("5-тармақ алып тасталды – ҚР 18.07.2025 ", "№ 215-VIII", " Заңымен."),
         None, "5-тармақ алып тасталды – ҚР 18.07.2025 № 215-VIII Заңымен."),
        (("Ескерту. 3-бапқа өзгеріс енгізілді – ҚР 15.03.2025 ", "№ 172-VIII", " Заңымен."),
         None, "Ескерту. 3-бапқа өзгеріс енгізілді – ҚР 15.03.2025 № 172-VIII Заңымен."),
        (("Сноска. Пункт 5 исключен приказом от 15.03.2025 ", "№ 172", "."),
         None, "Сноска. Пункт 5 исключен приказом от 15.03.2025 № 172."),
    ],
)  # fmt: skip
def test_a_note_made_of_words_and_links_is_one_note(parts: tuple[str, str, str], text: str | None, note: str) -> None:
    page = PAGE.format(*parts).encode()
    blocks = [block for block in html.read(page, "page.html", "rus").blocks if isinstance(block, Paragraph)]
    expected = [("2) склад – здание для хранения;", False), (note, True), ("4) журнал – книга.", False)]
    if text is not None:
        expected.insert(1, (text, False))
    assert [(block.text, block.note) for block in blocks] == expected


def test_a_note_inside_a_line_stands_after_it_and_is_told_as_a_repair() -> None:
    (block,) = [block for block in _read("rus").blocks if isinstance(block, Paragraph) and block.repairs]
    assert block.text == "2. Текст продолжается."
    assert block.repairs == (Repair("note_apart", "(см. сноску)"),)


def test_paragraphs_know_their_anchor_and_links_their_target() -> None:
    blocks = {block.place.anchor: block for block in _read("kaz").blocks if isinstance(block, Paragraph)}
    assert blocks["z2"].text.startswith("1. Осы бұйрыққа қосымшаға сәйкес сынақ")
    assert blocks["z2"].runs[1] == Run("бұйрыққа қосымшаға", "/kaz/docs/V2400000012#z9")
    assert blocks["z3+1"].text == "2. Мыналар:"


def test_a_corner_mark_is_lines_at_the_right_and_a_signature_a_post_and_a_name() -> None:
    blocks = [block for block in _read("kaz").blocks if isinstance(block, Paragraph)]
    assert [block.text for block in blocks if block.align == "right"] == [
        "Қазақстан Республикасы", "Сынақ министрінің", "2024 жылғы 3 мамырдағы", "№ 12 бұйрығына", "қосымша",
    ]  # fmt: skip
    texts = [block.text for block in blocks]
    assert texts[texts.index("А. Сынақов") - 1] == "Қазақстан Республикасының Сынақ министрі"


def test_headings_that_share_an_element_are_two() -> None:
    headings = [block.text for block in _read("kaz").blocks if isinstance(block, Paragraph) and block.heading == 3]
    assert headings == ["Сынақ қағидалары", "1-бөлім. ЖАЛПЫ БӨЛІМ", "1-тарау. Жалпы ережелер"]


def test_a_table_keeps_its_spans_and_its_head_is_above_number_one() -> None:
    (table,) = [block for block in _read("kaz").blocks if isinstance(block, Table)]
    assert [[(cell.text, cell.colspan, cell.rowspan) for cell in row.cells] for row in table.rows] == [
        [("№", 1, 2), ("Саны", 2, 1)],
        [("бар", 1, 1), ("жоқ", 1, 1)],
        [("Топ", 3, 1)],
        [("1", 1, 1), ("2", 1, 1), ("3\nтөрт", 1, 1)],
    ]
    assert [row.header for row in table.rows] == [True, True, False, False]


def test_the_status_on_the_page_is_said() -> None:
    assert [(found.code, found.text) for found in _read("rus").findings] == [("read.status", "Утратил силу")]
