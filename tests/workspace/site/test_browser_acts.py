"""Act, table and form pages in a browser, from files: no server, no network."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ACT = "acts/V2300032875/kaz@2024-09-30.html"
TABLE = "tables/V2300032875/kaz/att_1__att_8__table_1.html"
FORM = "forms/V2400035172/kaz/att_2.html"
CHANGE = "changes/V2400035172/V2300032941-kaz.html"
CHANGES = "changes/V2400035172/kaz.html"
PAGES = (ACT, TABLE, FORM, CHANGE, CHANGES, "acts/index.html", "index.html", "search.html")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """A page of a desk; what the console says of errors makes the test fail."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    context.close()
    assert wrong == []


def _open(page: "Page", site: Path, name: str) -> None:
    page.goto(f"file://{site}/en/{name}")


def test_the_number_of_a_unit_leads_to_it(page: "Page", site: Path) -> None:
    _open(page, site, ACT)
    page.click("#att_1__para_33 .lx-num")
    page.wait_for_url(lambda url: url.endswith("#att_1__para_33"))
    # The theme scrolls smoothly.
    top = "document.getElementById('att_1__para_33').getBoundingClientRect().top"
    page.wait_for_function(f"-5 <= {top} && {top} <= 200", timeout=5000)


def test_a_link_of_a_line_without_number_shows_when_the_keyboard_is_on_it(page: "Page", site: Path) -> None:
    _open(page, site, ACT)
    link = page.locator("#att_1__para_33__al_2 > .lx-link")
    assert link.evaluate("(one) => getComputedStyle(one).opacity") == "0"
    page.locator("#att_1__para_33 .lx-num").focus()
    page.keyboard.press("Tab")
    page.wait_for_timeout(200)
    assert link.evaluate("(one) => one === document.activeElement")
    assert link.evaluate("(one) => getComputedStyle(one).opacity") == "1"
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith("#att_1__para_33__al_2"))


def test_version_and_language_of_the_interface_are_switched_on_the_page(page: "Page", site: Path) -> None:
    _open(page, site, ACT)
    page.click(".lx-versions a")
    page.wait_for_url(lambda url: url.endswith("/en/acts/V2300032875/kaz.html"))
    page.click(".lx-interface a[lang='kk']")
    page.wait_for_url(lambda url: url.endswith("/kk/acts/V2300032875/kaz.html"))
    assert page.evaluate("document.documentElement.lang") == "kk"
    assert page.locator(".lx-text").count() > 0


def test_a_mark_leads_to_the_command(page: "Page", site: Path) -> None:
    _open(page, site, ACT)
    page.click("#att_1__para_29 .lx-mark")
    assert "/changes/V2400035172/" in page.url
    page.wait_for_url(lambda url: url.endswith("#cmd_3"))
    page.wait_for_selector("#cmd_3", state="attached", timeout=10_000)


def test_rows_of_a_table_are_sorted_and_found(page: "Page", site: Path) -> None:
    _open(page, site, TABLE)
    rows = page.locator(".lx-sortable tbody tr:not(.lx-of-group):visible")
    before = rows.count()
    head = page.locator(".lx-sort").nth(1)
    head.focus()
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    names = [row.locator("td").nth(1).inner_text() for row in rows.all()]
    assert names == page.evaluate("(names) => [...names].sort(new Intl.Collator('kk', {numeric: true}).compare)", names)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort]").count() == 0
    assert rows.first.locator("td").first.inner_text() == "1"
    page.fill(".lx-data input", "бухгалтер")
    assert 0 < rows.count() < before
    assert page.locator("[role=status]").first.inner_text() == f"Rows shown: {rows.count()} of {before}"


def test_pages_are_read_without_scripts(browser: "Browser", site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"file://{site}/index.html")
    page.wait_for_url("**/kk/index.html")
    page.goto(f"file://{site}/en/{ACT}#att_1__para_33")
    assert page.locator("#att_1__para_33").is_visible()
    page.click("summary >> nth=0")
    page.goto(f"file://{site}/en/{TABLE}")
    assert page.locator("table.lx-sortable tbody tr").count() > 10
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_no_barrier_is_serious(browser: "Browser", site: Path, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for name in PAGES:
        _open(page, site, name)
        if name == ACT:
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        # What is not drawn yet is not looked at.
        page.add_style_tag(content=".lxc-change{content-visibility:visible!important}")
        said = axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
        grave = [one for one in said if one["impact"] in ("serious", "critical")]
        if grave:
            found[name] = [f"{one['id']}: {one['nodes'][0]['html'][:200]} ({len(one['nodes'])})" for one in grave]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    context.close()
    assert found == {}


def test_a_blank_form_fits_a_phone(browser: "Browser", site: Path) -> None:
    phone = browser.new_page(viewport={"width": 390, "height": 844})
    wide = []
    for path in sorted((site / "en" / "forms").rglob("*.blank.html")):
        phone.goto(path.as_uri())
        if phone.evaluate("document.documentElement.scrollWidth") > 390:
            wide.append(path.name)
    phone.close()
    assert wide == []
