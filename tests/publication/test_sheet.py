"""An act laid out: the words are those of the visible text, each line is what it is on the page."""

from pathlib import Path

import pytest

from lexkz.akn.text import paragraphs
from lexkz.languages.layout import GAP
from lexkz.publication.sheet.act import act_sheet, state
from lexkz.publication.sheet.lay import language, lay
from lexkz.publication.sheet.model import Grid, Line, own_text
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
    flow = [block for block in act_sheet(consolidated("V2300032875")).flow if isinstance(block, Line)]
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
    assert any(isinstance(block, Line) and block.role == "gap" for block in sheet.flow)


def test_each_annex_begins_a_page_with_its_corner_mark() -> None:
    starts = [block for block in act_sheet(load(ORDER)).flow if isinstance(block, Line) and block.starts]
    assert [line.role for line in starts] == ["corner"] * 5


def test_a_quoted_heading_is_no_heading_of_the_amending_act() -> None:
    flow = act_sheet(
        act(
            "Тестовый закон об изменениях\n"
            "1. В Тестовом законе от 1 мая 2020 года «О проверках»:\n"
            'статью 5 изложить в следующей редакции:\n"Статья 5. Срок\nСрок – 5 дней.";\n'
        )
    ).flow
    assert [block.text for block in flow if isinstance(block, Line) and block.role in ("heading", "article")] == []


def test_the_table_of_an_annex_keeps_its_merged_heads() -> None:
    grid = next(block for block in act_sheet(consolidated("V2300032875")).flow if isinstance(block, Grid))
    assert [(cell.text, cell.rowspan, cell.colspan) for cell in grid.rows[0].cells] == [
        ("№", 2, 1),
        ("Лауазым атауы", 2, 1),
        ("Қызмет алушылар саны", 1, 6),
    ]
