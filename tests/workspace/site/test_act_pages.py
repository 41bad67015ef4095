"""The pages of acts, as the site of the repository has them."""

from pathlib import Path

import pytest

from lexkz.structure import load
from tests.workspace.site.pages import dead_links, tree

ROOT = Path(__file__).parent.parent.parent.parent
CONSOLIDATED = "acts/V2300032875/kaz@2024-09-30"
ORDER = "acts/V2400035172/kaz"


def _pages(site: Path, *folders: str) -> list[Path]:
    return sorted(
        path for folder in folders for path in (site / "en" / folder).rglob("*.html") if ".blank." not in path.name
    )


def test_no_link_of_a_page_leads_nowhere(site: Path) -> None:
    pages = [site / "index.html", *_pages(site, "."), *(site / "kk").rglob("changes/**/*.html")]
    assert len(pages) > 40
    dead = {page.relative_to(site).as_posix(): found for page in pages if (found := dead_links(page, site))}
    assert dead == {}


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    for page in _pages(site, "acts", "tables", "forms"):
        loaded = tree(page).xpath("//script/@src | //img/@src | //iframe/@src | //link[not(@rel='alternate')]/@href")
        assert loaded
        assert [address for address in loaded if address.startswith(("http:", "https:", "//"))] == []


def test_each_unit_of_an_act_is_a_place_of_its_page(site: Path) -> None:
    act = load(ROOT / "consolidated" / "V2300032875" / "kaz@2024-09-30.xml")
    names = ("paragraph", "subparagraph", "alinea", "attachment", "table", "tr")
    units = {one.get("eId") for name in names for one in act.root.iter(f"{{*}}{name}")}
    page = tree(site / "en" / f"{CONSOLIDATED}.html")
    assert units <= set(page.xpath("//@id"))
    assert len(page.xpath("//@id")) == len(set(page.xpath("//@id")))


@pytest.mark.parametrize("code", ["kk", "en"])
def test_what_is_the_acts_is_said_to_be_in_its_language_and_the_page_in_that_of_the_interface(
    site: Path, code: str
) -> None:
    page = tree(site / code / f"{CONSOLIDATED}.html")
    assert page.get("lang") == code
    assert page.xpath("//h1//*[@lang='kk']")
    assert {part.get("lang") for part in page.xpath("//div[@class='lx-text']")} == {"kk"}


def test_an_outline_says_so_on_top_with_what_is_not_known_of_its_days(site: Path) -> None:
    (state,) = tree(site / "en" / f"{CONSOLIDATED}.html").xpath("//div[contains(@class, 'lx-state-outline')]")
    assert "lx-state-open" not in state.get("class", "")
    said = state.text_content()
    assert "Outline." in said
    assert "not known" in said
    assert "күнтізбелік он күн өткен соң" in said
    assert "Not an official publication." in said


def test_a_text_in_which_commands_wait_says_so_on_top(site: Path) -> None:
    page = tree(site / "en" / "acts/V2300032941/kaz@2024-09-30.html")
    (state,) = page.xpath("//div[contains(@class, 'lx-state-open')]")
    assert "Not full: changes are missing." in state.text_content()
    # In the language of the text, as on paper.
    assert "2 өзгеріс енгізілген жоқ және адамның шешімін күтіп тұр" in state.text_content()


def test_a_changed_unit_bears_the_order_the_day_and_the_way_to_its_command(site: Path) -> None:
    page = tree(site / "en" / f"{CONSOLIDATED}.html")
    (mark,) = page.xpath("//*[@id='att_1__para_29']/span[@class='lx-marks']/a")
    assert mark.text_content() == "changed № 391 · 30.09.2024"
    assert mark.get("href").endswith("changes/V2400035172/V2300032875-kaz.html#cmd_3")


def test_commands_of_the_order_lead_to_what_they_change(site: Path) -> None:
    page = tree(site / "en" / f"{ORDER}.html")
    marks = page.xpath("//span[@class='lx-marks']/a")
    assert len(marks) == 27
    (refused,) = {mark.get("href").rpartition("#")[2] for mark in marks if "lx-mark-refused" in mark.get("class")} - {
        "cmd_25"
    }
    assert refused == "cmd_27"
    assert page.xpath("//p[@class='lx-way lx-way-main']/a/@href") == ["../../changes/V2400035172/kaz.html"]


def test_references_of_the_order_lead_to_the_acts_that_it_changes(site: Path) -> None:
    links = tree(site / "en" / f"{ORDER}.html").xpath("//*[@id='para_1']//p/a[not(@class)]/@href")
    assert "../V2300032875/kaz@2024-09-30.html" in links


def test_versions_are_a_click_apart_and_the_page_itself_is_no_link(site: Path) -> None:
    page = tree(site / "en" / f"{CONSOLIDATED}.html")
    (versions,) = page.xpath("//nav[contains(@class, 'lx-versions')]")
    assert versions.xpath(".//*[@aria-current='page']/text()") == ["30.09.2024"]
    assert versions.xpath("./ol/li/a/@href") == ["kaz.html"]
    # Of an outline nothing is as it was published.
    assert versions.xpath("./ol/li/a/text()") == ["earlier text: not at hand"]
    assert versions.xpath("./ol/li/small/a/text()") == ["№ 391"]


def test_files_stand_beside_the_page_and_are_what_they_say(site: Path) -> None:
    folder = site / "en" / "acts" / "V2300032875"
    source = ROOT / "consolidated" / "V2300032875" / "kaz@2024-09-30.xml"
    assert (folder / "kaz@2024-09-30.xml").read_bytes() == source.read_bytes()
    assert (folder / "kaz@2024-09-30.json").read_text().startswith("{")
    assert (folder / "kaz@2024-09-30.docx").read_bytes().startswith(b"PK")
    assert not (folder / "kaz@2024-09-30.pdf").exists()


def test_each_page_leads_to_itself_in_the_other_languages_of_the_interface(site: Path) -> None:
    page = tree(site / "kk" / f"{CONSOLIDATED}.html")
    links = page.xpath("//nav[@class='lx-interface']//a/@href")
    assert links == [f"../../../en/{CONSOLIDATED}.html"]
    assert page.xpath("//nav[@class='lx-interface']//*[@aria-current]/@lang") == ["kk"]
    assert page.xpath("//link[@rel='alternate']/@hreflang") == ["kk", "en"]


def test_the_list_of_acts_tells_how_each_stands_and_what_is_open(site: Path) -> None:
    rows = tree(site / "en" / "acts" / "index.html").xpath("//li[@class='lx-row']")
    states = [row.xpath(".//span[contains(@class, 'lx-badge')]/text()")[0] for row in rows]
    assert states == ["amending act", "outline", "outline"]
    assert "not applied: 2" in rows[0].text_content()


def test_the_start_page_leads_to_a_language_without_scripts(site: Path) -> None:
    start = tree(site / "index.html")
    assert start.xpath("//li/a/@href") == ["kk/index.html", "en/index.html"]
    assert "url=kk/index.html" in start.xpath("//noscript/meta/@content")[0]


def test_the_contents_of_a_page_are_its_chapters(site: Path) -> None:
    links = tree(site / "en" / f"{ORDER}.html").xpath("//div[@class='toc-tree']//a/@href")
    assert [link for link in links if link.startswith("#att_")] == [f"#att_{place}" for place in range(1, 6)]


def test_search_knows_the_words_and_chapters_of_acts(site: Path) -> None:
    index = (site / "en" / "searchindex.js").read_text()
    assert f'"{ORDER}"' in index
    assert '"att_1__att_8"' in index
