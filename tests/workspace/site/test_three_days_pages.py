"""Pages of the workspace of three days: one state on top, a mark at each unit, each order in its own step."""

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lexkz.languages.detect import detect
from lexkz.reading.blocks import Lang
from lexkz.workspace.build import build as build_workspace
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site import act_index, act_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest.importorskip("furo")
LANGS: tuple[Lang, ...] = ("kaz", "rus")
DAYS = ("2024-03-31", "2024-07-01", "2025-03-01")
TONGUE = {"kaz": "казахский", "rus": "русский"}


def page(pages: Path, name: str) -> str:
    """The article of a page, without what stands around it."""
    found = (pages / f"{name}.html").read_text("utf-8")
    return found[found.index('role="main"') : found.index("</article>", found.rindex("</section>"))]


def unit(html: str, eid: str) -> str:
    """The paragraph of a unit with its marks."""
    found = re.search(rf'<(p|tr|div|section)[^>]*id="{eid}".*?</\1>', html, re.S)
    assert found, eid
    return found.group()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("day", DAYS)
def test_no_page_of_a_text_calls_it_full_and_the_old_ones_lead_to_the_new(pages: Path, lang: Lang, day: str) -> None:
    html = page(pages, f"acts/V2300031001/{lang}@{day}")
    assert "Текст не полон: некоторых изменений в нём нет" in html
    assert "lx-state-open" in html
    assert "Полный текст" not in html
    assert "Все изменения" not in html
    period = {DAYS[0]: "31.03.2024 – 30.06.2024", DAYS[1]: "01.07.2024 – 28.02.2025"}
    assert ("Период действия этого текста" in html) == (day in period)
    if day in period:
        assert f"Период действия этого текста: {period[day]}." in html
        assert f'<a href="{lang}@{DAYS[2]}.html">действующий текст – здесь</a>' in html
    else:
        assert "Действующий текст – с 1 марта 2025 года." in html


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_bears_the_title_of_its_language(pages: Path, lang: Lang) -> None:
    for path in (pages / "acts").rglob(f"{lang}*.html"):
        title = re.search(r"<h1>(.*?)<a class", path.read_text("utf-8"), re.S)
        assert title
        assert detect(title[1]) == lang, path


def test_the_list_of_acts_has_an_act_of_two_languages_once_and_does_not_call_it_full(pages: Path) -> None:
    (row,) = [part for part in page(pages, "acts/index").split("<li ") if "V2300031001/" in part]
    assert all(f"V2300031001/{lang}@{DAYS[2]}.html" in row for lang in LANGS)
    assert "lx-badge-open" in row
    assert "полный текст" not in row


@pytest.mark.parametrize("lang", LANGS)
def test_a_unit_that_waits_is_marked_in_red_and_leads_to_its_command(pages: Path, lang: Lang) -> None:
    html = page(pages, f"acts/V2300031001/{lang}@{DAYS[2]}")
    mark = unit(html, "att_1__para_4")
    assert "lx-mark-refused" in mark
    assert "не внесено, ждёт решения" in mark
    assert f'href="../../changes/V2500036001/V2300031001-{lang}.html#cmd_2"' in mark
    assert "lx-mark-refused" not in unit(html, "att_1__para_3")
    # The note says why, and is not folded: it is printed.
    assert '<details class="lx-note lx-note-missing" open>' in html


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_not_yet_in_force_is_marked_in_grey_with_its_day(pages: Path, lang: Lang) -> None:
    html = page(pages, f"acts/V2300031001/{lang}@{DAYS[0]}")
    mark = unit(html, "att_1__para_5")
    assert "lx-mark-not_yet" in mark
    assert "01.07.2024" in mark
    assert f'href="../../changes/V2400034001/V2300031001-{lang}@{DAYS[1]}.html#cmd_2"' in mark
    # The words of point 2 are changed already, and will be changed again.
    twice = unit(html, "att_1__para_2")
    assert "lx-mark-substitution" in twice
    assert "lx-mark-not_yet" in twice
    assert "lx-mark-not_yet" not in page(pages, f"acts/V2300031001/{lang}@{DAYS[2]}")


@pytest.mark.parametrize("lang", LANGS)
def test_each_step_shows_its_own_order_and_what_it_lacks(pages: Path, lang: Lang) -> None:
    first = page(pages, f"changes/V2400034001/V2300031001-{lang}")
    assert {"kaz": "7-тармақ алып тасталын", "rus": "пункт 7 исключит"}[lang] in first
    assert "lxc-missing" in first
    assert "ещё не введено в действие · 01.07.2024" in first
    second = (pages / f"changes/V2400034001/V2300031001-{lang}@{DAYS[1]}.html").read_text("utf-8")
    title = re.findall("<title>(.*?)</title>", second)[0]
    # Its name tells it from the step of the other day and from the other language, in search results too.
    assert title.startswith(
        {"kaz": "№ 7 бұйрық: что меняет № 9 бұйрық", "rus": "приказ № 7: что меняет приказ № 9"}[lang]
    )
    assert f"01.07.2024 · {TONGUE[lang]}" in title
    # What the first step made is no change of the second.
    assert re.findall('<article class="lxc-change[^>]* id="(.*?)"', second) == ["cmd_2"]
    last = page(pages, f"changes/V2500036001/V2300031001-{lang}")
    # The text before holds the changes of № 9 as well, so nothing is to be said of them.
    assert "Новый текст содержит и изменения других актов" not in last
    assert {"kaz": "он бес", "rus": "пятнадцать"}[lang] in last
    assert "lxc-missing" not in last


@pytest.mark.parametrize("lang", LANGS)
def test_the_overview_of_an_order_has_what_became_of_each_command_in_the_end(pages: Path, lang: Lang) -> None:
    overview = page(pages, f"changes/V2400034001/{lang}")
    # Point 5 is not yet in force in the first step and applied in the second.
    assert "ещё не введено в действие" not in overview
    assert overview.count("применено") == 3
    assert {"kaz": "7-тармақ алып тасталын", "rus": "пункт 7 исключит"}[lang] in overview
    assert "· 31.03.2024" in overview
    assert "· 01.07.2024" in overview


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_the_screen(browser: "Browser", pages: Path, width: int) -> None:
    screen = browser.new_page(viewport={"width": width, "height": 844})
    wide = []
    for path in sorted(pages.rglob("*.html")):
        if path.match("acts/V*/**/index.html") or path.match("acts/V*/index.html"):
            continue  # These only lead to the text in force.
        screen.goto(path.as_uri())
        if screen.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path.relative_to(pages).as_posix())
    screen.close()
    assert wide == []


@pytest.mark.parametrize(("width", "height", "head", "first"), [(1280, 900, 150, 260), (390, 844, 250, 420)])
def test_the_head_of_a_change_is_short_and_its_first_card_is_on_the_first_screen(
    browser: "Browser", pages: Path, width: int, height: int, head: int, first: int
) -> None:
    screen = browser.new_page(viewport={"width": width, "height": height})
    screen.goto((pages / "changes/V2500036001/V2300031001-rus.html").as_uri())
    top = "(one) => document.querySelector(one).getBoundingClientRect().top"
    assert screen.evaluate(top, ".lxc-strip") <= head
    assert screen.evaluate(top, ".lxc-change") <= first
    # On a phone the old and the new words stand in one text.
    assert screen.locator("#cmd_1 .lxc-merged").count() == (width == 390)
    # A block of the strip leads to its card, and stays in sight above it.
    screen.click(".lxc-strip a[href='#cmd_3']")
    screen.wait_for_function(f"({top})('#cmd_3') < 200")
    assert screen.evaluate(top, "#cmd_3") >= screen.locator(".lxc-strip").bounding_box()["height"]  # type: ignore[index]
    screen.close()


def test_the_number_of_a_unit_opens_its_menu_which_knows_history_and_other_language(
    browser: "Browser", pages: Path
) -> None:
    screen = browser.new_page()
    screen.goto((pages / f"acts/V2300031001/rus@{DAYS[2]}.html").as_uri())
    screen.click("#att_1__para_2 .lx-num")
    ways = screen.eval_on_selector_all(
        ".lx-unit-menu a:not([hidden])", "all => all.map((one) => one.getAttribute('href'))"
    )
    assert [way.rpartition("/")[2].replace("%40", "@") for way in ways] == [
        "history-rus.html#att_1__para_2",
        f"kaz@{DAYS[2]}.html#att_1__para_2",
    ]
    screen.keyboard.press("Escape")
    assert screen.evaluate("document.activeElement.hash") == "#att_1__para_2"
    screen.click("#att_1__para_1 .lx-num")
    assert not screen.locator("[data-place=history]").is_visible()
    screen.click(".lx-languages a >> nth=0")
    screen.wait_for_url(lambda url: url.endswith("#att_1__para_1"))
    screen.close()


def test_marks_of_what_is_missing_are_printed(browser: "Browser", pages: Path) -> None:
    screen = browser.new_page()
    screen.goto((pages / f"acts/V2300031001/rus@{DAYS[2]}.html").as_uri())
    screen.emulate_media(media="print")
    assert screen.locator(".lx-mark-refused").first.is_visible()
    assert screen.locator(".lx-note-missing p").first.is_visible()
    assert screen.locator(".lx-state-open").first.is_visible()
    screen.close()


def test_a_text_whose_last_amending_act_is_here_in_the_other_language_only_is_not_called_full(tmp_path: Path) -> None:
    corpus = Path(__file__).parents[1] / "three_days" / "corpus"
    shutil.copytree(corpus, tmp_path / "corpus")
    # № 9 has nothing unread any more, № 21 is in Russian only: the Kazakh text holds all that there is in Kazakh.
    first = tmp_path / "corpus" / "V2400034001" / "kaz.txt"
    first.write_text(first.read_text("utf-8").replace("7-тармақ алып тасталын;", "7-тармақ алып тасталсын;"), "utf-8")
    (tmp_path / "corpus" / "V2500036001" / "kaz.txt").unlink()
    build_workspace(tmp_path)
    workspace = Workspace(tmp_path)
    made = {one.name: one for one in act_pages.pages(workspace, pdf=False)}
    newest = made["acts/V2300031001/kaz@2024-07-01"].lead
    # The file itself says what it lacks; the page adds the way there.
    assert "Not full: changes are missing." in newest
    assert "acts/V2500036001/rus.html" in newest.replace("../", "acts/")
    assert "Full text" not in newest
    assert "may lack changes" not in made["acts/V2300031001/rus@2025-03-01"].lead
    (listed,) = act_index.pages(workspace)
    rows = "".join(section.html for section in listed.sections).split("<li ")
    row = next(part for part in rows if "kaz@2024-07-01.html" in part)
    assert "lx-badge-full" not in row
