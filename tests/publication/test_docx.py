"""DOCX: real styles, headings, tables, language and page numbers; the same act gives the same bytes."""

from io import BytesIO
from zipfile import ZipFile

import pytest

pytest.importorskip("docx")

from lexkz.publication.docx import write_docx
from lexkz.publication.html import write_html
from lexkz.publication.sheet.act import act_sheet
from lexkz.publication.sheet.model import Sheet, SheetCell, SheetLine, SheetRow, SheetRun, SheetTable, own_text
from lexkz.structure import load
from tests.publication.published import AFTER, ORDER, PAIRS, act, consolidated
from tests.publication.word import W, body, lines, part, styles, text


@pytest.mark.parametrize("name", PAIRS)
def test_a_document_has_every_word_of_the_act_and_its_notes(name: str) -> None:
    sheet = act_sheet(consolidated(name))
    shown = lines(body(write_docx(sheet)))
    own = [line.rstrip("\t") for line in own_text(sheet.flow)]
    assert [line for line in shown if line in set(own)] == own
    assert any(line.startswith("Ескерту.") for line in shown)


def test_titles_annexes_and_articles_are_headings_of_word() -> None:
    found = styles(body(write_docx(act_sheet(load(ORDER)))))
    assert [said for style, said in found if style == "Heading1"][-1].startswith("Арнаулы әлеуметтік қызметтер көрсету")
    assert [style for style, _ in found].count("Title") == 1
    russian = styles(body(write_docx(act_sheet(act(AFTER)))))
    assert ("Heading1", "Статья 1. Предмет") in russian
    assert ("BodyText", "2. Срок – 5 дней.") in russian


def test_headings_have_outline_levels_for_the_navigation_pane() -> None:
    defined = part(write_docx(act_sheet(act(AFTER))), "word/styles.xml")
    level = defined.find(f"{W}style[@{W}styleId='Heading2']/{W}pPr/{W}outlineLvl")
    assert level is not None
    assert level.get(f"{W}val") == "1"


@pytest.mark.parametrize(("lang", "locale"), [("kaz", "kk-KZ"), ("rus", "ru-RU")])
def test_the_language_of_the_file_is_that_of_the_act(lang: str, locale: str) -> None:
    given = act(AFTER) if lang == "rus" else load(ORDER)
    defined = part(write_docx(act_sheet(given)), "word/styles.xml")
    found = defined.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert found is not None
    assert found.get(f"{W}val") == locale


def test_a_table_has_borders_merged_heads_and_repeats_them() -> None:
    table = next(body(write_docx(act_sheet(consolidated("V2300032875")))).iter(f"{W}tbl"))
    first, second, third = table.findall(f"{W}tr")[:3]
    assert [each.get(f"{W}val") for each in first.iter(f"{W}vMerge")] == ["restart", "restart"]
    assert [each.get(f"{W}val") for each in first.iter(f"{W}gridSpan")] == ["6"]
    assert [each.get(f"{W}val") for each in second.iter(f"{W}vMerge")] == [None, None]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in (first, second, third)] == [True, True, False]
    assert table.find(f"{W}tblPr/{W}tblBorders/{W}insideH[@{W}val='single']") is not None


def test_every_row_of_a_table_fills_its_grid() -> None:
    for name in PAIRS:
        for table in body(write_docx(act_sheet(consolidated(name)))).iter(f"{W}tbl"):
            columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            for row in table.iterfind(f"{W}tr"):
                spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iterfind(f"{W}tc"))
                assert sum(int(span.get(f"{W}val", "1")) if span is not None else 1 for span in spans) == columns


def test_the_corner_mark_stands_at_the_right_and_the_signature_in_one_line() -> None:
    data = write_docx(act_sheet(load(ORDER)))
    assert "CornerMark" in {style for style, _ in styles(body(data))}
    corner = part(data, "word/styles.xml").find(f"{W}style[@{W}styleId='CornerMark']/{W}pPr")
    assert corner is not None
    told = [(each.get(f"{W}val"), each.get(f"{W}left")) for each in corner.iter(f"{W}jc", f"{W}ind")]
    assert ("center", None) in told, "its lines stand in the middle"
    assert (None, "4820") in told, "of a narrow block at the right"
    signature = next(row for row in body(data).iter(f"{W}tr") if "С. Жакупова" in text(row))
    assert [style for style, _ in styles(signature)] == ["SignaturePost", "SignatureName"]


def test_pages_are_numbered_of_all() -> None:
    data = write_docx(act_sheet(act(AFTER)))
    with ZipFile(BytesIO(data)) as archive:
        footer = next(name for name in archive.namelist() if name.startswith("word/footer"))
    said = "".join(map(str, part(data, footer).itertext()))
    assert said.split() == ["PAGE", "1", "/", "NUMPAGES", "1"]


def test_properties_stand_once_and_first_as_the_schema_wants() -> None:
    data = write_docx(act_sheet(consolidated("V2300032941")))
    with ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
    for name in names:
        root = part(data, name)
        for tag, properties in (("p", "pPr"), ("r", "rPr"), ("tc", "tcPr"), ("tr", "trPr"), ("tbl", "tblPr")):
            for element in root.iter(f"{W}{tag}"):
                places = [place for place, child in enumerate(element) if child.tag == f"{W}{properties}"]
                assert places in ([], [0]), (name, tag)


def test_the_same_act_gives_the_same_bytes_and_no_clock_is_in_them() -> None:
    given = consolidated("V2300032941")
    data = write_docx(act_sheet(given))
    assert data == write_docx(act_sheet(given))
    with ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2023-06-29T00:00:00Z") == 2
    with ZipFile(BytesIO(write_docx(act_sheet(act(AFTER))))) as archive:
        assert "dcterms:created" not in archive.read("docProps/core.xml").decode()


def test_a_narrow_mark_is_not_torn_at_its_hyphen_and_a_wide_blank_stretches_no_line() -> None:
    line = SheetLine("corner", (SheetRun("әлеуметтік қызметтер көрсету стандартына 2-қосымша"),))
    text_line = SheetLine("text", (SheetRun("1. Есептің 2-қосымшасы"),))
    blank = SheetLine("text", (SheetRun("1. Тегі, аты, әкесінің аты (бар болса) ____________________"),))
    data = write_docx(Sheet("kaz", "Нысан", (line, text_line, blank)))
    marks, plain, wide = body(data).findall(f"{W}p")[:3]
    assert text(marks) == line.text, "its words are as they were"
    assert marks.find(f"{W}r/{W}noBreakHyphen") is not None
    assert plain.find(f".//{W}noBreakHyphen") is None
    jc = wide.find(f"{W}pPr/{W}jc")
    assert jc is not None
    assert jc.get(f"{W}val") == "left"
    assert plain.find(f"{W}pPr/{W}jc") is None
    page = write_html(Sheet("kaz", "Нысан", (line, text_line, blank)))
    assert page.count("<span>2-қосымша</span>") == 1
    assert page.count('class="text blanks"') == 1


def test_the_paragraph_below_a_last_table_opens_no_page() -> None:
    data = write_docx(Sheet("rus", "Нормы", (SheetTable((SheetRow((SheetCell((SheetLine("cell", ()),)),)),)),)))
    spacing = body(data).findall(f"{W}p")[-1].find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule"), spacing.get(f"{W}after")) == ("20", "exact", "0")
