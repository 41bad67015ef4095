"""What stands on top of an act's page, for acts that stand otherwise than those of the repository."""

import shutil
from pathlib import Path

import pytest

from lexkz.akn import canonical
from lexkz.akn import meta as akn_meta
from lexkz.consolidation.applied_records import record_state
from lexkz.structure import load
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site import act_pages
from lexkz.workspace.site.page import Page
from tests.workspace.site.pages import fragment

ROOT = Path(__file__).parent.parent.parent.parent
NAME = "kaz@2024-09-30.xml"
ORDER = "/akn/kz/act/order/enbek/2024-09-30/391"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A copy of the repository's acts."""
    for name in ("xml", "consolidated"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return Workspace(tmp_path)


def _page(workspace: Workspace, name: str) -> Page:
    return next(page for page in act_pages.pages(workspace, pdf=False) if page.name == name)


def _with_state(workspace: Workspace, state: str, eid: str) -> Page:
    path = workspace.root / "consolidated" / "V2300032875" / NAME
    act = load(path)
    record_state(akn_meta.of(act.root), ORDER, state, eid)
    path.write_bytes(canonical.serialise(act.root))
    return _page(workspace, "acts/V2300032875/kaz@2024-09-30")


def test_an_act_that_lost_force_says_so_before_all_else_and_by_which_act(workspace: Workspace) -> None:
    (state,) = fragment(_with_state(workspace, "repealed", "").lead).xpath("//div[contains(@class, 'lx-state-lost')]")
    assert state.xpath("div[1]/strong/text()") == ["This act has lost force."]
    assert state.xpath("div[1]/a/@href") == ["../V2400035172/kaz.html"]
    assert state.xpath("div[1]/a/text()") == ["№ 391 · 30.09.2024"]


def test_a_suspended_act_says_so_before_all_else(workspace: Workspace) -> None:
    lead = fragment(_with_state(workspace, "suspended", "").lead)
    assert lead.xpath("//div[contains(@class, 'lx-state-suspended')]/div[1]/strong/text()") == [
        "This act is suspended."
    ]


def test_a_suspended_unit_is_named_with_the_way_to_it(workspace: Workspace) -> None:
    lead = fragment(_with_state(workspace, "suspended", "att_1__para_29").lead)
    (item,) = lead.xpath("//div[contains(@class, 'lx-state')]//li/a")
    assert item.get("href") == "#att_1__para_29"
    assert "29-тармақ" in item.text
    assert not lead.xpath("//div[contains(@class, 'lx-state-suspended')]")


def test_a_day_of_entry_into_force_that_is_known_is_told(workspace: Workspace) -> None:
    path = workspace.root / "consolidated" / "V2300032875" / NAME
    act = load(path)
    (record,) = akn_meta.of(act.root).iter("{*}entry")
    record.set("from", "2024-10-15")
    record.set("published", "2024-10-04")
    path.write_bytes(canonical.serialise(act.root))
    lead = fragment(_page(workspace, "acts/V2300032875/kaz@2024-09-30").lead)
    assert "in force from 15 October 2024 (first published 4 October 2024)" in lead.text_content()


def test_the_same_text_in_the_other_language_is_a_click_away(workspace: Workspace) -> None:
    folder = workspace.root / "consolidated" / "V2300032875"
    shutil.copy(folder / NAME, folder / "rus@2024-09-30.xml")
    lead = fragment(_page(workspace, "acts/V2300032875/kaz@2024-09-30").lead)
    (languages,) = lead.xpath("//nav[contains(@class, 'lx-languages')]")
    ways = [str(way).replace("%40", "@") for way in languages.xpath(".//a/@href")]
    assert ways == ["rus@2024-09-30.html", "both@2024-09-30.html"]
    assert languages.xpath(".//a/@hreflang") == ["ru"]
    assert languages.xpath(".//*[@aria-current]/text()") == ["Kazakh"]


def test_findings_stand_folded_with_the_gravest_first(workspace: Workspace) -> None:
    lead = fragment(_page(workspace, "acts/V2300032941/kaz@2024-09-30").lead)
    (found,) = lead.xpath("//details[contains(@class, 'lx-findings')]")
    assert found.xpath("summary/text()") == ["Open findings: not applied: 2, slip: 9"]
    kinds = [row.get("class") for row in found.xpath(".//li")]
    assert kinds == ["lx-error"] * 2 + ["lx-info"] * 9
    assert not found.get("open")
