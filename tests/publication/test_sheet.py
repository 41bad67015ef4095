"""An act laid out: the words are those of the visible text, each line is what it is on the page."""

from pathlib import Path

import pytest

from lexkz.akn.text import paragraphs
from lexkz.amendment.annotate import annotate
from lexkz.consolidation import consolidate, outline
from lexkz.languages.layout import GAP
from lexkz.publication import export_text
from lexkz.publication.redline import redline_sheet
from lexkz.publication.sheet.act import act_sheet, state
from lexkz.publication.sheet.lay import language, lay
from lexkz.publication.sheet.model import SheetLine, SheetTable, own_text
from lexkz.reading.blocks import Lang
from lexkz.structure import load
from tests.publication.published import GOLD, ORDER, ROOT, act, consolidated

TEXTS = sorted((*ROOT.glob("xml/*/*.xml"), *ROOT.glob("consolidated/*/*.xml"), *GOLD.glob("*/*/*.txt")))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: "/".join(path.parts[-3:]))
def test_the_words_of_a_sheet_are_the_visible_text(path: Path) -> None:
    folder = path.parent.name
    given = load(path, lang="rus" if folder == "rus" else "kaz" if folder == "kaz" else None)
    laid = own_text(lay(given.root, lang=language(given.root)))
    visible = paragraphs(given.root, omissis=GAP)
    # Of gaps that follow one another one is shown.
    assert [line for line in laid if line != GAP] == [line for line in visible if line != GAP]


def test_a_note_stands_after_the_unit_that_it_is_about() -> None:
    flow = [block for block in act_sheet(consolidated("V2300032875")).flow if isinstance(block, SheetLine)]
    place = next(place for place, line in enumerate(flow) if line.text.startswith("Ескерту. 29-тармақ"))
    assert flow[place - 1].text.startswith("2) адам саудасының құрбандарына")
    assert flow[place].role == "editors_note"


def test_an_outline_says_on_top_and_on_every_page_that_it_is_one() -> None:
    sheet = act_sheet(consolidated("V2300032941"))
    said = " ".join(state(consolidated("V2300032941")))
    # Two of its commands wait: the paper must not say that the order's changes are in the text.
    assert "№ 391 бұйрық: 18 өзгеріс енгізілді, 2 өзгеріс енгізілген жоқ" in said
    assert "енгізілген өзгерістермен" not in said
    assert "Мәтіннің сұлбасы" in said
    assert "Ресми басылым емес" in said
    assert "сұлбасы" in sheet.running
    assert any(isinstance(block, SheetLine) and block.role == "gap" for block in sheet.flow)


OUTLINES: dict[Lang, tuple[str, str, list[str]]] = {
    "rus": (
        """О внесении изменений в приказ Тестового министра от 3 февраля 2022 года № 201 "Об учете"
Приказ Тестового министра от 1 марта 2024 года № 301
ПРИКАЗЫВАЮ:
1. Внести в приказ Тестового министра от 3 февраля 2022 года № 201 "Об учете" (зарегистрирован в Реестре \
государственной регистрации нормативных правовых актов под № 26700) следующие изменения:
пункт 2 изложить в следующей редакции:
"2. Центр ведет учет.";
пункт 5 изложить в следующей редакции:
"5. Центр хранит журнал.".
2. Настоящий приказ вводится в действие со дня подписания.
""",
        "Приказ Тестового министра от 3 февраля 2022 года № 201. Зарегистрирован в Реестре государственной регистрации "
        "нормативных правовых актов под № 26700.",
        ["Об учете", GAP, "2. Центр ведет учет.", GAP, "5. Центр хранит журнал.", GAP],
    ),
    "kaz": (
        """"Есеп туралы" Сынақ министрінің 2022 жылғы 3 ақпандағы № 201 бұйрығына өзгерістер енгізу туралы
Сынақ министрінің 2024 жылғы 1 наурыздағы № 301 бұйрығы
БҰЙЫРАМЫН:
1. "Есеп туралы" Сынақ министрінің 2022 жылғы 3 ақпандағы № 201 бұйрығына (Нормативтік құқықтық актілерді \
мемлекеттік тіркеу тізілімінде № 26700 болып тіркелген) мынадай өзгерістер енгізілсін:
2-тармақ мынадай редакцияда жазылсын:
"2. Орталық есеп жүргізеді.";
5-тармақ мынадай редакцияда жазылсын:
"5. Орталық журналды сақтайды.".
2. Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.
""",
        "Сынақ министрінің 2022 жылғы 3 ақпандағы № 201 бұйрығы. Нормативтік құқықтық актілерді мемлекеттік тіркеу "
        "тізілімінде № 26700 болып тіркелген.",
        ["Есеп туралы", GAP, "2. Орталық есеп жүргізеді.", GAP, "5. Орталық журналды сақтайды.", GAP],
    ),
}


@pytest.mark.parametrize("lang", OUTLINES)
def test_page_one_of_an_outline_names_the_act_below_its_title_and_its_text_marks_what_is_not_known(lang: Lang) -> None:
    text, requisites, lines = OUTLINES[lang]
    amending, reading = annotate(act(text.replace("\\\n", ""), lang))
    known = outline(reading, reading.commands[0].base, amending)
    made = consolidate(known, [(amending, reading)]).act
    for sheet in (act_sheet(made), redline_sheet(known, made)):
        flow = [block for block in sheet.flow if isinstance(block, SheetLine)]
        place = next(at for at, line in enumerate(flow) if line.role == "title")
        assert flow[place + 1].text == requisites
    # The line is ours: how the act prints its requisites is not known.
    assert requisites not in export_text(made)
    assert export_text(made).splitlines() == lines


def test_a_text_that_is_at_hand_names_itself() -> None:
    assert not [
        block for block in act_sheet(load(ORDER)).flow if isinstance(block, SheetLine) and block.role == "identified"
    ]


def test_each_annex_begins_a_page_with_its_corner_mark() -> None:
    starts = [block for block in act_sheet(load(ORDER)).flow if isinstance(block, SheetLine) and block.starts]
    assert [line.role for line in starts] == ["corner"] * 5


def test_a_quoted_heading_is_no_heading_of_the_amending_act() -> None:
    flow = act_sheet(
        act(
            "Тестовый закон об изменениях\n"
            "1. В Тестовом законе от 1 мая 2020 года «О проверках»:\n"
            'статью 5 изложить в следующей редакции:\n"Статья 5. Срок\nСрок – 5 дней.";\n'
        )
    ).flow
    assert [block.text for block in flow if isinstance(block, SheetLine) and block.role in ("heading", "article")] == []


def test_the_table_of_an_annex_keeps_its_merged_heads() -> None:
    grid = next(block for block in act_sheet(consolidated("V2300032875")).flow if isinstance(block, SheetTable))
    assert [(cell.text, cell.rowspan, cell.colspan) for cell in grid.rows[0].cells] == [
        ("№", 2, 1),
        ("Лауазым атауы", 2, 1),
        ("Қызмет алушылар саны", 1, 6),
    ]
