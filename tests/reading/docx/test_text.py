"""What Word prints is read, whatever it is made of; what it does not print is said."""

import io
import zipfile

import pytest

from lexkz.reading import docx
from lexkz.reading.blocks import Lang, Paragraph, Run, Source, SourceError, Table
from tests.reading.docx.raw import BORDERS, hyperlink, p, r, tbl, tc, word


def _read(body: str, parts: dict[str, str] | None = None, *, relations: str = "", lang: Lang = "kaz") -> Source:
    return docx.read(word(body, parts, relations=relations), "x.docx", lang)


def _lines(source: Source) -> list[str]:
    return [f"{block.align[0]} {block.text}" for block in source.blocks if isinstance(block, Paragraph)]


def _codes(source: Source) -> list[str]:
    return [finding.code for finding in source.findings]


def _char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_links_keep_their_targets_and_fields_are_their_results() -> None:
    instruction = '<w:r><w:instrText> HYPERLINK "https://adilet.zan.kz/a" </w:instrText></w:r>'
    field = _char("begin") + instruction + _char("separate") + r("екінші") + _char("end")
    body = p("Қараңыз ", runs=f'<w:hyperlink r:id="h">{r("бірінші")}</w:hyperlink>{r(" және ")}{field}')
    read = _read(body, relations=hyperlink("h", "https://adilet.zan.kz/kaz/docs/V1"))
    (block,) = read.blocks
    assert isinstance(block, Paragraph)
    assert block.runs == (
        Run("Қараңыз "),
        Run("бірінші", "https://adilet.zan.kz/kaz/docs/V1"),
        Run(" және "),
        Run("екінші", "https://adilet.zan.kz/a"),
    )


def test_a_link_that_could_run_something_loses_its_target() -> None:
    read = _read(
        p(runs=f'<w:hyperlink r:id="h">{r("сөз")}</w:hyperlink>'), relations=hyperlink("h", "java\tscript:x()")
    )
    assert isinstance(read.blocks[0], Paragraph)
    assert read.blocks[0].runs == (Run("сөз"),)


def test_tracked_changes_are_taken_as_accepted_and_said() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>ескі </w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{r("жаңа ")}</w:ins>'
    moved = f'<w:moveFrom w:id="3">{r("көшкен")}</w:moveFrom>'
    gone = f'<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>{r("Жалғасы ")}</w:p>'
    row = tbl((tc("1"), tc("а")), ('<w:trPr><w:del w:id="5"/></w:trPr>' + tc("2"), tc("б")), properties=BORDERS)
    read = _read(p("Мәтін ", runs=deleted + inserted + moved) + gone + p("осында.") + row)
    assert _lines(read) == ["b Мәтін жаңа", "b Жалғасы осында."]
    assert isinstance(read.blocks[-1], Table)
    assert len(read.blocks[-1].rows) == 1
    (finding,) = read.findings
    assert finding.code == "read.tracked_changes"
    assert finding.text is not None
    assert "ескі" in finding.text
    assert "2б" in finding.text


def test_merged_cells_are_refused_while_they_are_tracked_for_word_alone_knows_how_to_go_on() -> None:
    with pytest.raises(SourceError, match="accept or reject them in Word"):
        _read(p("Сөз") + tbl((tc("а", '<w:cellMerge w:id="1"/>'), tc("б"))))


def test_a_deleted_cell_is_left_out_and_said_and_an_inserted_one_is_text() -> None:
    gone, came = '<w:cellDel w:id="1"/>', '<w:cellIns w:id="2"/>'
    rows = (tc("№") + tc("Ескі", gone) + tc("Жаңа", came), tc("1") + tc("ескі", gone) + tc("жаңа", came))
    read = _read(tbl(*((row,) for row in rows), properties=BORDERS))
    (table,) = read.blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["№", "Жаңа"], ["1", "жаңа"]]
    (finding,) = read.findings
    assert (finding.code, "Ескі" in (finding.text or "")) == ("read.tracked_changes", True)


def test_comments_and_hidden_words_are_left_out_and_said() -> None:
    body = p("Мәтін", runs=r("жасырын", "<w:vanish/>") + '<w:r><w:commentReference w:id="0"/></w:r>')
    read = _read(body, {"comments": f'<w:comment w:id="0">{p("Пікір")}</w:comment>'})
    assert _lines(read) == ["b Мәтін"]
    assert _codes(read) == ["read.comments", "read.hidden_text"]


def test_a_corner_mark_stands_at_the_right_however_word_puts_it_there() -> None:
    jc = '<w:jc w:val="right"/>'
    far = '<w:ind w:left="5670"/>'
    drawing = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH relativeFrom="column">'
        "<wp:posOffset>3600000</wp:posOffset></wp:positionH><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{0}"
        "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    marks = (
        p("2024 жылғы 1 мамырдағы", jc) + p("№ 5 бұйрығына", jc) + p("1-қосымша", jc),
        p("2024 жылғы 1 мамырдағы", far) + p("№ 5 бұйрығына", far) + p("1-қосымша", far),
        p(runs="<w:r><w:tab/><w:tab/><w:tab/><w:tab/><w:tab/><w:tab/></w:r>" + r("2024 жылғы 1 мамырдағы"))
        + p("№ 5 бұйрығына", jc) + p("1-қосымша", jc),
        p(runs=drawing.format(p("2024 жылғы 1 мамырдағы") + p("№ 5 бұйрығына") + p("1-қосымша"))),
        tbl((tc(""), tc(p("2024 жылғы 1 мамырдағы") + p("№ 5 бұйрығына") + p("1-қосымша")))),
        p("", jc, "<w:r><w:br/></w:r>".join((r("2024 жылғы 1 мамырдағы"), r("№ 5 бұйрығына"), r("1-қосымша")))),
    )  # fmt: skip
    for mark in marks:
        read = _read(mark + p("Сынақ тізбесі", '<w:jc w:val="center"/>'))
        assert _lines(read) == ["r 2024 жылғы 1 мамырдағы", "r № 5 бұйрығына", "r 1-қосымша", "c Сынақ тізбесі"]


@pytest.mark.parametrize(
    "body",
    [
        tbl((tc(p("Қазақстан Республикасының") + p("Еңбек министрі")), tc("С. Сынақова"))),
        p("Қазақстан Республикасының Еңбек министрі", runs="<w:r><w:tab/><w:tab/></w:r>" + r("С. Сынақова")),
        p("Қазақстан Республикасының Еңбек министрі                    С. Сынақова"),
    ],
)
def test_a_signature_is_a_post_and_a_name_however_they_are_set_side_by_side(body: str) -> None:
    assert _lines(_read(body)) == ["b Қазақстан Республикасының Еңбек министрі", "l С. Сынақова"]


def test_merged_cells_stand_once_with_their_spans() -> None:
    rows = (
        (tc("№", '<w:vMerge w:val="restart"/>'), tc("Саны", '<w:gridSpan w:val="2"/>')),
        (tc("", "<w:vMerge/>"), tc("бар"), tc("жоқ")),
        (tc("Топ", '<w:gridSpan w:val="3"/>'),),
        (tc("1"), tc("2"), tc(p("3") + p("төрт"))),
    )
    (table,) = _read(tbl(*rows, properties=BORDERS)).blocks
    assert isinstance(table, Table)
    assert [[(cell.text, cell.colspan, cell.rowspan) for cell in row.cells] for row in table.rows] == [
        [("№", 1, 2), ("Саны", 2, 1)],
        [("бар", 1, 1), ("жоқ", 1, 1)],
        [("Топ", 3, 1)],
        [("1", 1, 1), ("2", 1, 1), ("3\nтөрт", 1, 1)],
    ]
    assert [row.header for row in table.rows] == [True, True, False, False]


def test_footnotes_follow_the_paragraph_that_refers_to_them_with_their_mark() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{p("сызық")}</w:footnote>'
        f'<w:footnote w:id="2">{p(runs="<w:r><w:footnoteRef/></w:r>" + r(" Түсіндірме."))}</w:footnote>'
    )
    body = p("Сөз", runs='<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" бар.")) + p("Келесі.")
    read = _read(body, {"footnotes": notes})
    assert [(block.text, block.footnote) for block in read.blocks if isinstance(block, Paragraph)] == [
        ("Сөз¹ бар.", None), ("¹ Түсіндірме.", "1"), ("Келесі.", None)
    ]  # fmt: skip


def test_headers_and_footers_are_furniture() -> None:
    page = '<w:fldSimple w:instr=" PAGE ">' + r("3") + "</w:fldSimple>"
    read = _read(p("Мәтін"), {"header": p("Жоба"), "footer": p(runs=page)})
    assert [(piece.kind, piece.text) for piece in read.furniture] == [("header", "Жоба"), ("page_number", "3")]


def test_a_line_of_contents_loses_its_page_number_to_the_furniture() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    read = _read(p("1-тарау. Жалпы", '<w:pStyle w:val="11"/>', "<w:r><w:tab/></w:r>" + r("12")), {"styles": styles})
    assert _lines(read) == ["b 1-тарау. Жалпы"]
    assert [(piece.kind, piece.text) for piece in read.furniture] == [("page_number", "12")]


def test_capitals_raised_digits_and_signs_are_read_as_printed() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    signs = '<w:r><w:sym w:font="Symbol" w:char="F0B0"/><w:noBreakHyphen/></w:r>'
    runs = r("бұйырамын", "<w:caps/>") + r(": 5") + r("1", raised) + r("-бап, 20 м") + r("2", raised) + signs
    assert _lines(_read(p(runs=runs))) == ["b БҰЙЫРАМЫН: 5¹-бап, 20 м²°-"]


def test_headings_have_the_level_of_their_style_or_outline() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    body = p("Бірінші", '<w:pStyle w:val="H"/>') + p("Екінші", '<w:outlineLvl w:val="0"/>') + p("Үшінші")
    assert [block.heading for block in _read(body, {"styles": styles}).blocks if isinstance(block, Paragraph)] == [
        2,
        1,
        None,
    ]


def test_text_in_controls_and_alternatives_is_read_once() -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Бірінші')}</w:sdtContent></w:sdt>"
        + p(runs=f"<w:sdt><w:sdtContent>{r('екінші')}</w:sdtContent></w:sdt><w:smartTag>{r(' үшінші')}</w:smartTag>")
        + p(runs="<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>")
    )
    read = _read(body)
    assert _lines(read) == ["b Бірінші", "b екінші үшінші", "b x+y"]
    assert _codes(read) == ["read.embedded"]


def test_strict_documents_are_read_as_all_others() -> None:
    strict = word(p("Мәтін", '<w:jc w:val="center"/>'))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(strict)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(
                name,
                old.read(name).replace(
                    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                ),
            )
    assert _lines(docx.read(stream.getvalue(), "x.docx", "kaz")) == ["c Мәтін"]


def test_text_that_a_broken_field_would_swallow_is_said() -> None:
    read = _read(p("Бар.") + p(runs='<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("Жұтылған.")))
    assert _codes(read) == ["read.hidden_text"]
    assert read.findings[0].text == "Жұтылған."


def test_text_that_stands_where_none_is_looked_for_is_said() -> None:
    read = _read(p("Бар.") + "<w:p><w:t>Жоқ.</w:t></w:p>")
    assert [(found.code, found.severity, found.text) for found in read.findings] == [
        ("read.text_missed", "error", "Жоқ.")
    ]


def _field(data: str, instruction: str, result: str | None = None) -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    shown = "" if result is None else _char("separate") + r(result)
    return f"{begin}<w:r><w:instrText> {instruction} </w:instrText></w:r>{shown}{_char('end')}"


def _control(said: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{said}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


ENTRIES = '<w:listEntry w:val="а"/><w:listEntry w:val="б"/>'


@pytest.mark.parametrize(
    ("field", "printed"),
    [
        (_field('<w:checkBox><w:default w:val="1"/></w:checkBox>', "FORMCHECKBOX"), "☒"),
        (_field('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "FORMCHECKBOX"), "☐"),
        (_field(f'<w:ddList><w:result w:val="1"/>{ENTRIES}</w:ddList>', "FORMDROPDOWN"), "б"),
        (_field(f"<w:ddList>{ENTRIES}</w:ddList>", "FORMDROPDOWN", "а"), "а"),
        (_field("<w:textInput/>", "FORMTEXT", "\u2002\u2002\u2002"), "__________"),
        (_field("<w:textInput/>", "FORMTEXT", "Сынақов"), "Сынақов"),
        (_control("<w:showingPlcHdr/>", r("Мәтін") + r(" енгізіңіз")), "__________"),
        (_control("<w:alias w:val='а'/>", r("Алматы")), "Алматы"),
    ],
)  # fmt: skip
def test_fields_of_forms_are_read_with_their_values_and_empty_ones_are_blanks(field: str, printed: str) -> None:
    source = _read(p(runs=r("Өріс: ") + field + r(" соңы")))
    assert _lines(source) == [f"b Өріс: {printed} соңы"]
    assert source.findings == ()


@pytest.mark.parametrize("how", ['<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>', "<w:vanish/>"])
def test_runs_that_nobody_can_see_are_left_out_and_said(how: str) -> None:
    source = _read(p(runs=r("Көрінеді.") + r(" Көрінбейді.", how)))
    assert _lines(source) == ["b Көрінеді."]
    assert [(found.code, found.text) for found in source.findings] == [("read.hidden_text", "Көрінбейді.")]


def test_white_letters_on_a_ground_are_seen() -> None:
    assert _lines(_read(p(runs=r("Ақ", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>')))) == ["b Ақ"]


def test_white_letters_in_a_cell_are_seen() -> None:
    head = (tc(p(runs=r("Атауы", '<w:color w:val="FFFFFF"/>'))), tc("Саны"))
    source = _read(tbl(head, (tc("а"), tc("1"))))
    assert "Атауы" in str(source.blocks)
    assert source.findings == ()


_BOX = (
    "<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p>"
    "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)


@pytest.mark.parametrize(("box", "text"), [("Образец", "3. Склад учитывается"), ("Үлгі", "3. Қойма есепке алынады")])
def test_a_text_box_stands_where_it_hangs_or_its_place_is_doubted(box: str, text: str) -> None:
    hung = _BOX.format(box)
    first = _read(p(runs=hung + r(text)))
    last = _read(p(runs=r(text) + hung))
    within = _read(p(runs=r(text[:12]) + hung + r(text[12:])))
    assert _lines(first) == _lines(within) == [f"b {box}", f"b {text}"]
    assert _lines(last) == [f"b {text}", f"b {box}"]
    assert _codes(first) == _codes(last) == []
    assert [(finding.code, finding.text) for finding in within.findings] == [("read.box_uncertain", box)]


@pytest.mark.parametrize(
    ("colour", "fill", "seen"), [("000000", "000000", False), ("1F3864", "1f3864", False), ("FFFFFF", "000000", True)]
)
def test_letters_in_the_colour_of_their_own_ground_are_hidden(colour: str, fill: str, seen: bool) -> None:
    run = r("4. Жабық тармақ.", f'<w:color w:val="{colour}"/><w:shd w:val="clear" w:fill="{fill}"/>')
    read = _read(p(runs=run) + p(runs=r("5. Ашық тармақ.")))
    assert _lines(read) == [*(["b 4. Жабық тармақ."] if seen else []), "b 5. Ашық тармақ."]
    assert _codes(read) == ([] if seen else ["read.hidden_text"])


def test_letters_in_the_colour_of_the_paper_by_its_theme_are_hidden() -> None:
    white = r("4. Ақ тармақ.", '<w:color w:val="auto" w:themeColor="background1"/>')
    dark = r("5. Қара тармақ.", '<w:color w:val="auto" w:themeColor="text1"/>')
    read = _read(p(runs=white) + p(runs=dark))
    assert _lines(read) == ["b 5. Қара тармақ."]
    assert _codes(read) == ["read.hidden_text"]
