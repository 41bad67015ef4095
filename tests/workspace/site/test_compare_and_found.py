"""What a browser does with the units of texts: any two texts of an act beside each other, results that are units."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from lexkz.reading.blocks import Lang
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site import compare_pages
from lexkz.workspace.site.library import library
from lexkz.workspace.site.unit_data import units_data
from tests.workspace.site.pages import fragment

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest.importorskip("furo")
LANGS: tuple[Lang, ...] = ("kaz", "rus")
BASE = "acts/V2300031001"


@pytest.mark.parametrize("lang", LANGS)
def test_each_text_is_compared_with_the_one_before_it_without_a_script(three_days: Path, lang: Lang) -> None:
    pages = {page.name: page for page in compare_pages.pages(Workspace(three_days))}
    page = pages[f"{BASE}/compare-{lang}"]
    assert [section.id for section in page.sections] == ["to-2025-03-01", "to-2024-07-01", "to-2024-03-31"]
    rows = fragment(page.sections[1].html).xpath("//li")
    assert [row.xpath("string(.//ins)") for row in rows] == [{"kaz": "сегізден", "rus": "восьми"}[lang]]
    # № 21 and its changes are no part of the step before it.
    words = {"kaz": "жиырма", "rus": "двадцать"}[lang]
    assert [words in section.html for section in page.sections] == [True, False, False]


def test_a_unit_is_known_by_one_name_in_all_texts_of_its_act(three_days: Path) -> None:
    texts = library(Workspace(three_days))
    found = texts.of("V2300031001", "rus")
    first, *_between, last = [
        {key: words for key, _eid, _name, words in units_data(texts, text, place)} for place, text in enumerate(found)
    ]
    assert "десять" in first["att_1__para_2"]
    assert "двадцать" in last["att_1__para_2"]
    new = set(last) - set(first)
    assert [key.partition("@")[2] for key in new if "para_9" in key] == ["2025-03-01"]


def test_any_two_texts_stand_beside_each_other_in_a_page_opened_as_a_file(browser: "Browser", pages: Path) -> None:
    screen = browser.new_page()
    address = (pages / f"{BASE}/compare-rus.html").as_uri()
    screen.goto(f"{address}?from=published&to=2025-03-01")
    screen.wait_for_selector(".lx-compared table")
    changed = "all => all.map((row) => [row.querySelector('del')?.textContent, row.querySelector('ins')?.textContent])"
    rows = screen.eval_on_selector_all(".lx-compared tbody tr:not(.lx-of-group, .lx-kept)", changed)
    assert ["десять", "двадцать"] in rows
    assert ["девяти", "восьми"] in rows
    assert ["5", "7"] in rows
    assert [None, "9. Читательский билет выдаётся бесплатно."] in rows
    assert not screen.locator("#to-2024-07-01").is_visible()
    # Another choice is another table, and stands in the address.
    screen.select_option("select[name=to]", "2024-03-31")
    screen.wait_for_function("!document.querySelector('.lx-compared').textContent.includes('двадцать')")
    assert "to=2024-03-31" in screen.url
    screen.close()


def _found(screen: Any, pages: Path, query: str) -> list[tuple[str, ...]]:
    """The acts that a search shows, each with the places in it."""
    screen.goto(f"{(pages / 'search.html').as_uri()}?q={quote(query)}")
    screen.wait_for_selector(".lx-found")
    said = screen.evaluate(
        "JSON.stringify(Array.from(document.querySelectorAll('.lx-found-part:first-of-type .lx-found'), (row) => "
        "[row.querySelector('b')?.textContent, ...Array.from(row.querySelectorAll('.lx-places a'), (to) => to.hash)]))"
    )
    return [tuple(row) for row in json.loads(said)]


def test_a_search_leads_to_units_of_texts_in_force_and_knows_numbers_and_phrases(
    browser: "Browser", pages: Path
) -> None:
    screen = browser.new_page()
    problems: list[str] = []
    screen.on("pageerror", lambda error: problems.append(str(error)))
    # A form of the word finds the points where it stands, in the text in force alone.
    found = {row[0]: row[1:] for row in _found(screen, pages, "читателю")}
    assert found["приказ № 7"][:2] == ("#att_1__para_1", "#att_1__para_4")
    assert "01.03.2025" in screen.inner_text(".lx-found >> nth=0")
    for query in ("21", "№ 21", "V2500036001", "36001"):
        assert {row[0] for row in _found(screen, pages, query)[:2]} == {"приказ № 21", "№ 21 бұйрық"}, query
    assert _found(screen, pages, "«на двадцать дней»") == [("приказ № 7", "#att_1__para_2")]
    # The same words in another order are no phrase.
    screen.goto(f"{(pages / 'search.html').as_uri()}?q={quote('«дней на двадцать»')}")
    screen.wait_for_function("document.querySelector('p.search-summary')?.innerText")
    assert screen.locator(".lx-found").count() == 0
    assert problems == []
    screen.close()
