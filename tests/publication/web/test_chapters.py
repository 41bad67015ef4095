"""An act as chapters of HTML."""

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from markupsafe import Markup

from lexkz.akn.text import paragraphs
from lexkz.publication.web import Beside, Chapter, chapters
from lexkz.structure import Act, load

ROOT = Path(__file__).parent.parent.parent.parent
ORDER = ROOT / "xml" / "V2400035172" / "kaz.xml"
CONSOLIDATED = ROOT / "consolidated" / "V2300032875" / "kaz@2024-09-30.xml"
WITH_NAMED_TABLES = ROOT / "consolidated" / "V2300032941" / "kaz@2024-09-30.xml"
HOSTILE = """"Тестовый <script>alert(1)</script> приказ" о проверке

Приказ Министра здравоохранения Республики Казахстан от 1 марта 2024 года № 77

ПРИКАЗЫВАЮ:

1. Утвердить <img src=x onerror=alert(2)> правила & условия:

1) первое </p></div><script>alert(3)</script>;

2) второе "><svg onload=alert(4)> &lt;b&gt;.

2. Настоящий приказ вводится в действие со дня подписания.
"""


def _tree(text: str) -> Any:
    return html.fromstring(f"<div>{text}</div>")


def _all(found: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    return tuple(one for chapter in found for one in (chapter, *_all(chapter.chapters)))


def _page(found: tuple[Chapter, ...]) -> str:
    return "\n".join(
        f"<section id='s-{place}'>{one.above}{one.html}</section>" for place, one in enumerate(_all(found))
    )


def _made(text: str, tmp_path: Path) -> Act:
    path = tmp_path / "act.txt"
    path.write_text(text)
    return load(path)


def _letters(text: str) -> str:
    return re.sub(r"[\s¶]+", "", text)


@pytest.mark.parametrize("path", [ORDER, CONSOLIDATED], ids=["order", "consolidated"])
def test_every_paragraph_of_the_act_stands_in_its_chapters(path: Path) -> None:
    act = load(path)
    found = _all(chapters(act, Beside()))
    said = _letters(
        "".join(_tree(one.above).text_content() + (one.title or "") + _tree(one.html).text_content() for one in found)
    )
    _title, *rest = paragraphs(act.root)
    assert rest
    assert [paragraph for paragraph in rest if _letters(paragraph) not in said] == []


@pytest.mark.parametrize(
    "path", [ORDER, CONSOLIDATED, WITH_NAMED_TABLES], ids=["order", "consolidated", "with-named-tables"]
)
def test_every_unit_is_one_place_with_a_link_to_itself(path: Path) -> None:
    act = load(path)
    found = chapters(act, Beside())
    page = _tree(_page(found))
    headings = [one.id for one in _all(found) if one.id]
    ids = [*page.xpath("//@id"), *headings]
    assert len(ids) == len(set(ids))
    names = ("paragraph", "subparagraph", "alinea", "article", "tr", "table", "attachment")
    units = [one.get("eId") for name in names for one in act.root.iter(f"{{*}}{name}") if one.get("eId")]
    assert set(units) <= set(ids)
    links = [target[1:] for target in page.xpath("//a[@class='lx-num' or @class='lx-link']/@href")]
    assert len(links) == len(set(links))
    assert set(links) <= set(ids)
    numbered = [one.get("eId") for one in act.root.iter("{*}paragraph") if one.get("eId")]
    assert set(numbered) <= set(links)


def test_nothing_of_the_source_is_markup(tmp_path: Path) -> None:
    act = _made(HOSTILE, tmp_path)
    page = _page(chapters(act, Beside(names={"x": '"><script>'}, gap='"><script>', note="<script>")))
    tree = _tree(page)
    assert not tree.xpath("//script | //img | //svg | //b[not(ancestor::*[@class='lx-formula'])]")
    assert not [name for element in tree.iter() for name in element.attrib if str(name).startswith("on")]
    assert "<script>alert(3)</script>" in tree.text_content()
    assert "&lt;b&gt;" in tree.text_content()


def test_a_hostile_eid_stays_an_attribute(tmp_path: Path) -> None:
    act = _made(HOSTILE, tmp_path)
    unit = next(act.root.iter("{*}paragraph"))
    unit.set("eId", 'a"><script>alert(5)</script>')
    tree = _tree(_page(chapters(act, Beside())))
    assert not tree.xpath("//script")
    assert 'a"><script>alert(5)</script>' in tree.xpath("//@id")


def test_unknown_text_is_marked_and_said() -> None:
    page = _page(chapters(load(CONSOLIDATED), Beside(gap="мәтін жоқ", lang="kk")))
    tree = _tree(page)
    gaps = tree.xpath("//p[@class='lx-gap']")
    assert gaps
    assert all("[…]" in gap.text_content() and gap.xpath("span[@lang='kk']")[-1].text == "мәтін жоқ" for gap in gaps)


def test_a_mark_stands_once_in_the_unit_it_is_for() -> None:
    each = {"att_1__para_29": "A", "att_1__para_31": "B", "att_1__att_8": "C"}
    marks = {eid: Markup(f"<i>{mark}</i>") for eid, mark in each.items()}
    found = chapters(load(CONSOLIDATED), Beside(marks=marks))
    tree = _tree(_page(found))
    assert [mark.text for mark in tree.xpath("//i")] == ["A", "B", "C"]
    assert tree.get_element_by_id("att_1__para_29").xpath("i")
    annex = next(one for one in _all(found) if one.id == "att_1__att_8")
    assert "<i>C</i>" in annex.html.partition("<p")[0]


def test_the_name_of_a_table_stands_above_it_and_the_table_bears_id_and_mark() -> None:
    table = "att_2__att_2__table_1"
    tree = _tree(_page(chapters(load(WITH_NAMED_TABLES), Beside(marks={table: Markup("<i>A</i>")}))))
    assert tree.get_element_by_id(table).tag == "table"
    assert [mark.text for mark in tree.xpath("//i")] == ["A"]


def test_editors_notes_are_folded_under_their_unit() -> None:
    tree = _tree(_page(chapters(load(CONSOLIDATED), Beside())))
    unit = tree.get_element_by_id("att_1__para_29")
    (note,) = unit.xpath("details")
    assert "29-тармақ жаңа редакцияда" in note.text_content()


def test_heads_of_tables_have_a_scope_and_merged_cells_their_spans() -> None:
    tree = _tree(_page(chapters(load(CONSOLIDATED), Beside())))
    table = tree.get_element_by_id("att_1__att_8__table_1")
    heads = table.xpath("thead//th")
    assert heads[0].get("rowspan") == "2"
    assert [head.get("scope") for head in heads[:3]] == ["col", "col", "colgroup"]
    assert heads[2].get("colspan") == "6"
    (region,) = table.xpath("parent::div[@role='region'][@tabindex='0']")
    assert region.get("aria-label")


def test_references_are_links_where_they_lead_somewhere() -> None:
    act = load(ORDER)
    iri = "/akn/kz/act/order/enbek/2023-06-22/230"
    page = _page(chapters(act, Beside(resolve=lambda href: "there.html?a=1&b=2" if href == iri else None)))
    tree = _tree(page)
    assert tree.xpath("//a[@href='there.html?a=1&b=2']")
    assert "there.html?a=1&amp;b=2" in page
    assert not _tree(_page(chapters(act, Beside()))).xpath("//a[contains(@href, '/akn/')]")


def test_quoted_new_text_is_set_apart_from_the_words_of_the_order() -> None:
    tree = _tree(_page(chapters(load(ORDER), Beside())))
    quoted = tree.get_element_by_id("para_1__al_6__mod_1__qstr_1")
    assert "lx-quoted" in quoted.get("class", "")
    assert "Уақытша болу ұйымдары келесі түрде құрылады" in quoted.text_content()
    assert "29-тармақ жаңа редакцияда жазылсын" not in quoted.text_content()


def test_chapters_stand_in_their_annexes() -> None:
    found = chapters(load(CONSOLIDATED), Beside())
    first, rules = found
    assert first.title is None
    assert rules.id == "att_1"
    assert [one.id for one in rules.chapters] == ["att_1__att_8"]
