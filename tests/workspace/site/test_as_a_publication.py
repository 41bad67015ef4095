"""Pages as values: what a reader of the workspace of three days is told of texts, days, units and changes."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lexkz.reading.blocks import Lang
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site import (
    act_index,
    act_pages,
    change_pages,
    current,
    history_pages,
    library,
    start,
)
from lexkz.workspace.site.page import Page, Section
from tests.workspace.site.pages import fragment

LANGS: tuple[Lang, ...] = ("kaz", "rus")
DAYS = ("2024-03-31", "2024-07-01", "2025-03-01")
BASE = "acts/V2300031001"


@pytest.fixture(scope="module")
def made(three_days: Path) -> dict[str, Page]:
    """All pages of acts, changes and histories, in English."""
    workspace = Workspace(three_days)
    modules = (act_index, act_pages, change_pages, history_pages)
    return {page.name: page for module in modules for page in module.pages(workspace)}


def whole(page: Page) -> Any:
    """The tree of a page."""
    return fragment(page.lead + "".join(map(_html, page.sections)))


def _html(section: Section) -> str:
    heading = f"<h2>{section.title or ''}</h2>"
    below = "".join(map(_html, section.sections))
    return f"{section.above}<section id='{section.id}'>{heading}{section.html}{below}</section>"


@pytest.mark.parametrize("lang", LANGS)
def test_the_corner_of_an_annex_stands_above_its_heading_and_its_mark_below(made: dict[str, Page], lang: Lang) -> None:
    text = whole(made[f"{BASE}/{lang}@{DAYS[2]}"]).text_content()
    corner = {"kaz": "қағидаларына 2-қосымша", "rus": "Приложение 2 к Тестовым"}[lang]
    form = {"kaz": "Нысан", "rus": "Форма"}[lang]
    title = {"kaz": "Оқырманның өтініші", "rus": "Заявление читателя"}[lang]
    places = [text.rindex(corner), text.rindex(form), text.rindex(title), text.rindex("changed № 9")]
    assert places == sorted(places)
    # Who signed the order is no part of it.
    above = [section.above for section in made[f"{BASE}/{lang}@{DAYS[2]}"].sections if section.above]
    assert above
    assert not [one for one in above if "Образцов" in one]


@pytest.mark.parametrize("lang", LANGS)
def test_a_finding_leads_to_the_card_of_its_command(made: dict[str, Page], lang: Lang) -> None:
    (found,) = whole(made[f"{BASE}/{lang}@{DAYS[2]}"]).xpath("//details[contains(@class, 'lx-findings')]")
    ways = found.xpath(".//li[@class='lx-error']/a/@href")
    assert f"../../changes/V2500036001/V2300031001-{lang}.html#cmd_2" in ways


@pytest.mark.parametrize("lang", LANGS)
def test_every_mark_in_a_text_leads_to_a_card_that_is_there(made: dict[str, Page], lang: Lang) -> None:
    for day in DAYS:
        for way in whole(made[f"{BASE}/{lang}@{day}"]).xpath("//a[contains(@class, 'lx-mark')]/@href"):
            name, _, command = way.replace("%40", "@").removeprefix("../../").partition("#")
            page = made[name.removesuffix(".html")]
            assert whole(page).xpath(f"//article[@id='{command}']"), way


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("today", "name"), [("2024-01-01", ""), ("2024-06-30", "@2024-03-31"), ("2026-01-01", "@2025-03-01")]
)
def test_the_lasting_address_leads_to_the_text_in_force_on_the_day_of_the_build(
    three_days: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: Lang, today: str, name: str
) -> None:
    monkeypatch.setattr(library, "today", lambda: date.fromisoformat(today))
    current.write_addresses(Workspace(three_days), tmp_path)
    own = (tmp_path / BASE / lang / "index.html").read_text("utf-8")
    assert f'<a href="../{lang}{name}.html">' in own
    assert f"url=../{lang}{name}.html" in own
    # Without a language it is that of the reader, or the first there is.
    assert f'<a href="kaz{name}.html">' in (tmp_path / BASE / "index.html").read_text("utf-8")


def test_a_text_that_is_not_yet_in_force_says_so_and_is_not_searched(
    three_days: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "today", lambda: date(2024, 8, 1))
    pages = {page.name: page for page in act_pages.pages(Workspace(three_days))}
    coming, now = pages[f"{BASE}/rus@{DAYS[2]}"], pages[f"{BASE}/rus@{DAYS[1]}"]
    assert "This text enters into force on a later day: 01.03.2025." in coming.lead
    assert "Text in force from 1 July 2024." in now.lead
    assert [coming.searched, now.searched] == [False, True]


def test_a_text_before_one_of_an_unknown_day_was_superseded_and_is_not_to_come(
    three_days: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library.Text, "first_day", property(lambda text: None if text.date == DAYS[2] else text.date))
    pages = {page.name: page for page in act_pages.pages(Workspace(three_days))}
    lead = pages[f"{BASE}/rus@{DAYS[1]}"].lead
    assert "This text was superseded." in lead
    assert "enters into force on a later day" not in lead


@pytest.mark.parametrize("lang", LANGS)
def test_a_unit_has_all_its_wordings_with_their_days_the_latest_first(made: dict[str, Page], lang: Lang) -> None:
    page = made[f"{BASE}/history-{lang}"]
    units = {section.id: section for section in page.sections}
    changed = {f"att_1__para_{number}" for number in (2, 5, 9)}
    assert changed <= set(units)
    assert not {"att_1__para_3", "att_1__para_4"} & set(units)
    rows = fragment(units["att_1__para_2"].html).xpath("//li")
    assert [row.xpath(".//a[@class='lx-day']/text()")[0] for row in rows] == [
        "01.03.2025 – …",
        "31.03.2024 – 28.02.2025",
        "… – 30.03.2024",
    ]
    words = {"kaz": ("жиырма", "бес"), "rus": ("двадцать", "пятнадцать")}[lang]
    assert [row.xpath("string(.//ins)") for row in rows] == [*words, ""]


@pytest.mark.parametrize("lang", LANGS)
def test_a_changed_row_is_shown_in_its_table_with_both_words_in_the_cell(made: dict[str, Page], lang: Lang) -> None:
    (card,) = whole(made[f"changes/V2500036001/V2300031001-{lang}"]).xpath("//article[@id='cmd_4']")
    assert "lxc-broad" in card.get("class")
    (table,) = card.xpath(".//div[contains(@class, 'lxc-only')]//table")
    assert (table.xpath("string(.//del)"), table.xpath("string(.//ins)")) == ("5", "7")
    assert len(table.xpath(".//td[.//del and .//ins]")) == 1


@pytest.mark.parametrize("lang", LANGS)
def test_new_text_that_stands_in_the_text_after_is_not_said_twice(made: dict[str, Page], lang: Lang) -> None:
    (card,) = whole(made[f"changes/V2500036001/V2300031001-{lang}"]).xpath("//article[@id='cmd_3']")
    assert card.xpath(".//details[@class='lxc-said']/blockquote")
    assert not card.xpath(".//*[contains(@class, 'lxc-command')]/div/blockquote")
    (refused,) = whole(made[f"changes/V2500036001/V2300031001-{lang}"]).xpath("//article[@id='cmd_2']")
    assert not refused.xpath(".//details[@class='lxc-said']")


def test_the_foot_of_a_change_leads_to_both_texts_beside_each_other(made: dict[str, Page]) -> None:
    found = whole(made["changes/V2400034001/V2300031001-rus@2024-07-01"]).xpath("//p[@class='lx-where']/a/@href")
    assert found == [f"../../{BASE}/compare-rus.html#to-2024-07-01", f"../../{BASE}/rus/index.html"]


def test_the_first_page_has_the_latest_changes_with_a_line_of_each_and_the_acts_once(three_days: Path) -> None:
    page = fragment(start.blocks(Workspace(three_days), "index"))
    rows = page.xpath("//ul[@class='lx-latest']/li")
    assert [row.xpath("string(.//*[@class='lx-day'])") for row in rows] == ["01.03.2025", "01.07.2024", "31.03.2024"]
    assert (rows[0].xpath("string(.//del)"), rows[0].xpath("string(.//ins)")) == ("он бес", "жиырма")
    assert rows[0].xpath("string(.//*[@class='lx-count-waiting'])") == "waiting for a person: 1"
    assert rows[1].xpath(".//*[starts-with(@class, 'lx-count-')]/text()") == ["changed: 1"]
    assert len(page.xpath("//ul[@class='lx-list']/li")) == 3
    assert page.xpath("//form[@role='search']/@action") == ["search.html"]
