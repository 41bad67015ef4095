"""The site of a synthetic workspace in both languages: full texts, an act that lost force, a large one."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from tests.workspace.site.pages import dead_links, tree
from tests.workspace.site.synthetic import UNITS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ACT = "acts/V2000000007/rus@2024-03-01.html"
CHANGE = "changes/V2400000077/V2000000007-rus.html"


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """A page of a desk; what the console says of errors makes the test fail."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    wrong: list[str] = []
    opened.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    opened.close()
    assert wrong == []


def test_no_link_of_any_page_leads_nowhere(small: Path) -> None:
    found = {str(page.relative_to(small)): dead for page in small.rglob("*.html") if (dead := dead_links(page, small))}
    assert found == {}


def test_an_act_that_lost_force_says_so_on_top_and_by_which_act(small: Path) -> None:
    (state,) = tree(small / "acts/V2000000008/rus@2024-03-02.html").find_class("lx-state-lost")
    assert "Акт утратил силу. № 78" in state.text_content()
    assert state.xpath(".//a/@href") == ["../V2400000078/rus.html"]


def test_documents_for_legal_staff_stand_beside_a_change(small: Path) -> None:
    links = tree(small / CHANGE).xpath("//*[contains(@class, 'lxc-files')]//a/@href")
    names = [link.partition(".")[2] for link in links if link.endswith(".docx")]
    assert names == ["changes.docx", "redline.docx", "compare.docx"]
    with ZipFile(small / CHANGE.replace(".html", ".redline.docx")) as redline:
        told = redline.read("word/document.xml").decode()
    assert "<w:ins " in told
    assert "<w:del " in told


def test_a_page_of_an_act_of_two_thousand_units_weighs_less_than_a_megabyte(small: Path) -> None:
    page = small / "acts/V2400000079/rus.html"
    assert len(tree(page).xpath("//a[@class='lx-num']")) == UNITS
    assert page.stat().st_size < 1_000_000
    # The text is there before any script runs.
    assert all(script.get("defer") is not None for script in tree(page).xpath("//head//script[@src]"))


def test_command_old_and_new_text_stand_side_by_side_on_a_screen_of_1280(page: "Page", small: Path) -> None:
    page.goto((small / CHANGE).as_uri())
    parts = ("#cmd_1 .lxc-command", "#cmd_1 .lxc-row:not(.lxc-heads) .lxc-before", "#cmd_1 .lxc-row .lxc-after p")
    boxes = [page.locator(part).first.bounding_box() for part in parts]
    left, middle, right = (box for box in boxes if box is not None)
    assert left["x"] + left["width"] <= middle["x"]
    assert middle["x"] + middle["width"] <= right["x"]
    assert min(box["width"] for box in (left, middle, right)) > 200
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_language_of_a_text_is_switched_on_its_page(page: "Page", small: Path) -> None:
    page.goto((small / ACT).as_uri())
    assert "Тестовых правил" in page.inner_text("h1")
    page.click(".lx-languages a")
    page.wait_for_url(lambda url: url.endswith("/acts/V2000000007/kaz@2024-03-01.html"))
    assert "Сынақ" in page.inner_text("h1")
    assert page.get_attribute("h1 [lang]", "lang") == "kk"


def test_from_a_mark_one_comes_to_the_change_and_back_to_the_unit(page: "Page", small: Path) -> None:
    page.goto((small / ACT).as_uri())
    page.locator(".lx-mark").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/changes/V2400000077/V2000000007-rus.html#cmd_1")
    assert page.inner_text("#cmd_1 ins")
    page.click("#cmd_1 .lxc-to")
    page.wait_for_url(f"**/{ACT}#para_2__subpara_2")
    assert page.locator("#para_2__subpara_2").is_visible()


def test_words_of_the_theme_are_in_the_language_of_the_interface(small: Path) -> None:
    page = tree(small / ACT)
    labels = page.xpath("//button[contains(@class, 'theme-toggle')]/@aria-label")
    assert set(labels) == {"Сменить тему: светлая, тёмная, по системе"}
    assert page.xpath("//a[contains(@class, 'skip-to-content')]")[0].text_content().strip() == "Перейти к содержанию"
    assert not [title for title in page.xpath("//symbol/title/text()") if title.isascii()]
