"""What pages say to machines, as the site of the workspace of three days has it: schema.org, previews, feeds, a map."""

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from lexkz.workspace.layout import Workspace
from lexkz.workspace.site import feeds
from lexkz.workspace.site.machine_data import _resolved, _script
from tests.workspace.site.pages import tree

pytest.importorskip("furo")
BASE = "acts/V2300031001"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def said(pages: Path, name: str) -> Any:
    (found,) = tree(pages / f"{name}.html").xpath("//script[@type='application/ld+json']/text()")
    return json.loads(found)


def test_a_text_is_legislation_with_its_day_its_force_and_what_it_consolidates(pages: Path) -> None:
    found = said(pages, f"{BASE}/rus@2025-03-01")
    assert (found["@type"], found["inLanguage"]) == ("Legislation", "ru")
    assert found["legislationDateVersion"] == "2025-03-01"
    assert found["legislationLegalForce"] == "https://schema.org/InForce"
    assert found["legislationConsolidates"] == ["rus.html", "../V2400034001/rus.html", "../V2500036001/rus.html"]
    assert found["encoding"]["legislationLegalValue"] == "https://schema.org/UnofficialLegalValue"
    assert said(pages, f"{BASE}/rus@2024-07-01")["legislationLegalForce"] == "https://schema.org/NotInForce"
    # Of an act whose day of entry into force the files do not say, nothing is said.
    order = said(pages, "acts/V2500036001/rus")
    assert "legislationLegalForce" not in order
    assert order["legislationChanges"] == ["../V2300031001/rus/index.html"]


def test_a_preview_has_the_state_of_a_text_and_the_day_of_a_change(pages: Path) -> None:
    def preview(name: str) -> str:
        (found,) = tree(pages / f"{name}.html").xpath("//meta[@property='og:description']/@content")
        return str(found)

    assert "Период действия этого текста: 31.03.2024 – 30.06.2024." in preview(f"{BASE}/rus@2024-03-31")
    assert "Текст не полон" in preview(f"{BASE}/rus@2025-03-01")
    assert preview("changes/V2500036001/V2300031001-rus").startswith("01.03.2025 · изменено: 2 ·")


def test_feeds_name_each_change_once_the_latest_first_and_pages_lead_to_them(pages: Path) -> None:
    for name, above in (("changes/feed.xml", ""), (f"{BASE}/feed.xml", "../../")):
        feed: Any = etree.parse(pages / name)
        ways = feed.xpath("//a:entry/a:link/@href", namespaces=ATOM)
        assert len(ways) == 3
        assert all(((pages / name).parent / way).is_file() for way in ways), above
        assert feed.xpath("string(//a:entry/a:summary)", namespaces=ATOM).count("01.03.2025") == 1
        assert len(set(feed.xpath("//a:id/text()", namespaces=ATOM))) == 4
    heads = tree(pages / f"{BASE}/rus@2025-03-01.html").xpath("//link[@type='application/atom+xml']/@href")
    assert heads == ["feed.xml", "../../changes/feed.xml"]


def test_where_the_site_will_stand_is_known_addresses_are_whole(three_days: Path, tmp_path: Path) -> None:
    feeds.write_feeds(Workspace(three_days), tmp_path, "https://law.example/en/")
    feed: Any = etree.parse(tmp_path / "changes" / "feed.xml")
    ways = feed.xpath("//a:entry/a:link/@href", namespaces=ATOM)
    assert ways[0].startswith("https://law.example/en/changes/V2500036001/")
    made = _resolved({"url": "page:acts/V1/rus@2024-01-01"}, "index", "https://law.example/en/")
    assert made == {"url": "https://law.example/en/acts/V1/rus%402024-01-01.html"}


def test_data_cannot_end_their_element() -> None:
    made = _script({"name": "</script><b>&"})
    assert "<" not in made
    assert json.loads(made) == {"name": "</script><b>&"}
