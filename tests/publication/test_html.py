"""HTML: one page in the layout of official texts, in which nothing of a source is markup."""

from lxml import etree
from lxml import html as lxml_html

from lexkz.publication.html import write_html
from lexkz.publication.redline import redline_sheet
from lexkz.publication.sheet.act import act_sheet
from lexkz.publication.sheet.model import (
    Revision,
    Sheet,
    SheetCell,
    SheetLine,
    SheetRow,
    SheetRun,
    SheetTable,
    own_text,
)
from lexkz.structure import load
from tests.publication.published import AFTER, BEFORE, ORDER, act, consolidated

EVIL = "<script>alert('x')</script>\"&</style><img src=x onerror=y>"


def _page(text: str) -> etree._Element:
    made: etree._Element = lxml_html.document_fromstring(text)
    return made


def _texts(page: etree._Element, path: str) -> list[str]:
    found = page.xpath(path)
    assert isinstance(found, list)
    return ["".join(map(str, each.itertext())) for each in found if isinstance(each, etree._Element)]


def test_no_markup_of_a_source_reaches_the_page() -> None:
    revision = Revision("+", EVIL, EVIL)
    cell = SheetCell((SheetLine("cell", (SheetRun(EVIL, "bold"),), eid=EVIL),))
    flow = (
        SheetLine("title", (SheetRun(EVIL, revision=revision),), eid=EVIL),
        SheetTable((SheetRow((cell,), EVIL),), EVIL),
    )
    made = write_html(Sheet("rus", EVIL, flow, running=EVIL))
    assert "<script" not in made
    assert "<img" not in made
    assert made.count("</style>") == 1
    page = _page(made)
    assert _texts(page, "//h1") == [EVIL]
    assert _texts(page, "//title") == [EVIL]
    assert not [name for each in page.iter() for name in each.attrib if str(name).startswith("on")]


def test_a_page_has_every_word_of_the_act_in_order() -> None:
    sheet = act_sheet(consolidated("V2300032941"))
    page = _page(write_html(sheet))
    shown = "".join("".join(_texts(page, "//body//p | //body//h1 | //body//h2 | //body//h3")).split())
    rest = "".join("".join(own_text(sheet.flow)).split())
    place = 0
    for letter in rest:
        place = shown.index(letter, place) + 1


def test_the_page_says_its_language_and_asks_for_nothing() -> None:
    made = write_html(act_sheet(consolidated("V2300032875")))
    assert '<html lang="kk">' in made
    assert '<html lang="ru">' in write_html(act_sheet(act(AFTER)))
    page = _page(made)
    assert page.xpath("count(//script | //link | //img | //*[@src] | //*[@href])") == 0
    assert "url(" not in made


def test_headings_nest_and_ids_stand_once() -> None:
    page = _page(write_html(act_sheet(load(ORDER))))
    assert len(_texts(page, "//h1")) == 1
    assert len(_texts(page, "//h2[@class='heading']")) == 5
    ids = page.xpath("//@id")
    assert isinstance(ids, list)
    assert len(ids) == len(set(map(str, ids)))
    assert page.xpath("count(//*[@id='para_1'])") == 1


def test_tables_have_heads_and_merged_cells() -> None:
    page = _page(write_html(act_sheet(consolidated("V2300032875"))))
    assert page.xpath("string((//table)[1]/thead/tr[1]/th[3]/@colspan)") == "6"
    assert page.xpath("string((//table)[1]/thead/tr[1]/th[1]/@rowspan)") == "2"


def test_a_row_for_unknown_rows_goes_through_the_whole_table() -> None:
    page = _page(write_html(act_sheet(consolidated("V2300032941"))))
    assert page.xpath("string((//tr[@class='gap'])[1]/td/@colspan)") == "4"


def test_pages_in_print_are_numbered_of_all_and_carry_the_state() -> None:
    made = write_html(act_sheet(consolidated("V2300032875")))
    assert 'counter(page) " / " counter(pages)' in made
    assert '@top-right{content:"№ 230 · Мәтіннің сұлбасы · Ресми басылым емес"' in made


def test_a_redline_page_marks_what_came_and_went() -> None:
    made = write_html(redline_sheet(act(BEFORE), act(AFTER)))
    assert '<del title="изменения">3 дня</del><ins title="изменения">5 дней</ins>' in made
    assert "&lt;b&gt;сразу&lt;/b&gt; &amp; хранится" in made
