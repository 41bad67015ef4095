"""The pages of changes of a workspace: one for each text that an amending act changed, and one that leads to them."""

from pathlib import Path

import pytest
from lxml import html

from lexkz.workspace.layout import Workspace
from lexkz.workspace.site.change_pages import pages
from lexkz.workspace.site.page import Page

ROOT = Path(__file__).parent.parent.parent.parent


@pytest.fixture(scope="module")
def made() -> dict[str, Page]:
    return {page.name: page for page in pages(Workspace(ROOT))}


def whole(page: Page) -> html.HtmlElement:
    return html.document_fromstring("".join([page.lead, *(section.html for section in page.sections)]))


def test_each_text_that_the_order_changed_has_a_page_and_the_order_leads_to_them(made: dict[str, Page]) -> None:
    assert list(made) == [
        "changes/V2400035172/kaz",
        "changes/V2400035172/V2300032875-kaz",
        "changes/V2400035172/V2300032941-kaz",
        "changes/index",
    ]
    # The way there is a row of the list: the navigation is the same however many acts there are.
    assert not [page for page in made.values() if page.children]
    rows = whole(made["changes/index"]).xpath("//li[@class='lx-row']//a[@class='lx-row-way']/@href")
    assert {f"changes/{href.removesuffix('.html')}" for href in rows} == set(list(made)[1:3])


def test_the_page_of_the_order_has_a_place_for_each_command_that_leads_to_its_change(made: dict[str, Page]) -> None:
    tree = whole(made["changes/V2400035172/kaz"])
    rows = tree.xpath("//tr/@id")
    assert rows == [f"cmd_{number}" for number in range(1, 28)]
    there = {
        f"{page.name.rpartition('/')[2]}.html#{name}"
        for page in made.values()
        if page.sections
        for name in whole(page).xpath("//article/@id")
    }
    assert set(tree.xpath("//tr//a/@href")) == there


def test_every_command_is_on_the_page_of_the_text_it_changed_and_refused_ones_are_too(made: dict[str, Page]) -> None:
    tree = whole(made["changes/V2400035172/V2300032941-kaz"])
    assert len(tree.findall(".//article")) == 20
    refused = tree.xpath("//article[@data-outcome='refused']")
    assert refused
    assert all(one.find_class("lxc-findings") for one in refused)


def test_links_of_a_page_lead_to_places_that_the_order_and_the_text_have(made: dict[str, Page]) -> None:
    order = (ROOT / "xml" / "V2400035172" / "kaz.xml").read_text(encoding="utf-8")
    links = [
        link.partition("#")[2]
        for page in made.values()
        for link in whole(page).xpath("//a/@href")
        if link.startswith("../../acts/V2400035172/kaz.html#")
    ]
    assert len(links) >= 27
    assert all(f'eId="{eid}"' in order for eid in links)


def test_sections_are_the_documents_that_the_order_changed(made: dict[str, Page]) -> None:
    titles = [section.title for section in made["changes/V2400035172/V2300032941-kaz"].sections]
    assert len(titles) == 3
    assert all(title and "стандарт" in title for title in titles)
