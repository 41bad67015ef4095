"""The page of a change in a browser, from a file: filter, keys, one column, links; readable without the script."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lexkz.publication.difference_html import diff_html
from tests.consolidation.acts import act, point
from tests.publication.change.made import HOSTILE, change
from tests.publication.change.made import page as written

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SHOWN = ".lxc-change:not([hidden])"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the page of the synthetic change lies."""
    path = tmp_path_factory.mktemp("change") / "change.html"
    path.write_text(written(change()), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """A page on a wide screen; an error of the script or the console fails the test."""
    opened = browser.new_page(viewport={"width": 1400, "height": 900})
    wrong: list[str] = []
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("dialog", lambda dialog: wrong.append(dialog.message))
    yield opened
    assert wrong == []
    opened.close()


def with_filter(page: "Page", address: str) -> None:
    """Go to a page and fold its filter open."""
    page.goto(address)
    page.click(".lxc-filters > summary")


def shown(page: "Page") -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        SHOWN.replace(":visible", ":not([hidden])"), "all => all.map(one => one.id)"
    )
    return found


def focused(page: "Page") -> Any:
    return page.evaluate("document.activeElement.id")


def test_a_filter_leaves_what_fits_and_says_how_many(page: "Page", address: str) -> None:
    with_filter(page, address)
    assert len(shown(page)) == 6
    page.select_option("select[name=action]", "repeal")
    assert shown(page) == ["cmd_4", "cmd_6"]
    page.select_option("select[name=outcome]", "refused")
    assert shown(page) == ["cmd_6"]
    assert page.inner_text(".lxc-shown") == "Показано: 1 из 6"
    page.select_option("select[name=action]", "*")
    page.select_option("select[name=outcome]", "*")
    page.select_option("select[name=types]", "number")
    assert shown(page) == ["cmd_1", "cmd_2", "cmd_5"]
    page.select_option("select[name=types]", "*")
    page.select_option("select[name=instrument]", "Тестовые правила")
    assert shown(page) == ["cmd_5"]
    assert not page.locator("#document-1").is_visible()


def test_words_are_searched_without_regard_to_case_and_the_address_remembers_them(page: "Page", address: str) -> None:
    with_filter(page, address)
    page.fill("input[type=search]", "ХОДАТАЙСТВА")
    assert shown(page) == ["cmd_1"]
    page.goto(page.url)
    page.reload()
    assert shown(page) == ["cmd_1"]


def test_a_link_to_a_command_that_the_filter_hides_leads_there_all_the_same(page: "Page", address: str) -> None:
    page.goto(f"{address}?action=repeal#cmd_1")
    assert "cmd_1" in shown(page)
    top = page.evaluate("document.getElementById('cmd_1').getBoundingClientRect().top")
    assert 0 <= top < 900


def test_one_column_has_old_and_new_words_in_one_text_and_the_address_remembers_it(page: "Page", address: str) -> None:
    with_filter(page, address)
    page.check("input[name=inline]")
    merged = page.locator("#cmd_1 .lxc-merged p")
    assert merged.inner_html().startswith(
        "2. Срок рассмотрения <del>заявления</del><ins>ходатайства</ins> составляет <del>три</del><ins>пять</ins>"
    )
    assert not page.locator("#cmd_1 .lxc-row:not(.lxc-heads) .lxc-before").is_visible()
    assert HOSTILE in page.locator("#cmd_2").inner_text()
    with_filter(page, f"{address}?view=inline")
    assert page.is_checked("input[name=inline]")
    page.uncheck("input[name=inline]")
    assert page.locator("#cmd_1 .lxc-row:not(.lxc-heads) .lxc-before").is_visible()
    assert "view=" not in page.url


def test_keys_go_from_change_to_change_whatever_the_layout(page: "Page", address: str) -> None:
    page.goto(address)
    page.keyboard.press("KeyJ")
    assert focused(page) == "cmd_1"
    page.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'о', code: 'KeyJ', bubbles: true}))"
    )
    assert focused(page) == "cmd_2"
    page.keyboard.press("KeyK")
    assert focused(page) == "cmd_1"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert not page.locator("#cmd_1 details").first.evaluate("one => one.open")
    page.keyboard.press("Enter")
    assert page.locator("#cmd_1 details").first.evaluate("one => one.open")
    page.keyboard.press("KeyI")
    assert page.is_checked("input[name=inline]")


def test_keys_do_nothing_in_a_field_with_control_or_where_they_are_switched_off(page: "Page", address: str) -> None:
    with_filter(page, address)
    page.fill("input[type=search]", "")
    page.type("input[type=search]", "jk")
    assert page.input_value("input[type=search]") == "jk"
    page.fill("input[type=search]", "")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Control+KeyK")
    assert focused(page) == ""
    page.uncheck("input[name=keys]")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("KeyJ")
    assert focused(page) == ""


def test_pointing_at_the_new_text_shows_the_words_of_the_command_and_the_old_text(page: "Page", address: str) -> None:
    page.goto(address)
    page.hover("#cmd_1 .lxc-row:not(.lxc-heads) .lxc-after")
    lit = page.eval_on_selector_all(".lxc-linked", "all => all.map(one => one.tagName + ' ' + one.className)")
    assert sorted(lit) == ["DIV lxc-after lxc-linked", "DIV lxc-before lxc-linked", "P lxc-linked"]
    page.focus("#cmd_3 .lxc-row .lxc-link")
    assert page.eval_on_selector_all(".lxc-linked", "all => all.map(one => one.closest('article').id)")[0] == "cmd_3"


def test_without_a_script_all_is_there_to_read(browser: "Browser", address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.goto(address)
    assert not page.locator("form").is_visible()
    assert page.locator("article").count() == 6
    assert page.locator("#cmd_1 ins").first.is_visible()
    context.close()


@pytest.mark.parametrize(
    ("width", "scheme", "query"), [(1400, "light", ""), (1400, "dark", "?view=inline"), (390, "dark", "")]
)
def test_nothing_hinders_those_who_read_otherwise(
    browser: "Browser", address: str, scheme: Any, width: int, query: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(address + query)
    # What is not drawn yet is not looked at.
    page.add_style_tag(content=".lxc-change{content-visibility:visible!important}")
    found = axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response
    grave = [
        (one["id"], one["nodes"][0]["html"][:200])
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]
    assert grave == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_comparison_of_two_texts_has_the_same_filter_and_view(page: "Page", tmp_path: Path) -> None:
    old = act(point("1", "Срок три дня."), point("2", "Порядок приёма."))
    new = act(point("1", "Срок пять дней."), point("2", "Порядок приёма граждан."))
    path = tmp_path / "diff.html"
    path.write_text(diff_html(old, new), encoding="utf-8")
    page.goto(path.as_uri())
    page.select_option("select[name=types]", "number")
    assert shown(page) == ["change-1"]
    page.check("input[name=inline]")
    assert page.locator("#change-1 .lxc-merged").is_visible()
    page.keyboard.press("KeyJ")
    assert focused(page) == "change-1"
