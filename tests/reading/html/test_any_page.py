"""Pages of other sites are read too: text by text, menus and forms set aside."""

import pytest

from lexkz.akn.namespace import q
from lexkz.reading import html
from lexkz.reading.blocks import Lang, Paragraph, Source, SourceError, Table
from lexkz.reading.laid_out import laid_out
from lexkz.structure import build


def _read(body: str, lang: Lang | None = "kaz") -> Source:
    return html.read(f"<html><body>{body}</body></html>".encode(), "x.html", lang)


def _lines(body: str) -> list[str]:
    return [block.text for block in _read(body).blocks if isinstance(block, Paragraph)]


def test_blocks_break_lines_and_inline_elements_do_not() -> None:
    assert _lines("<div>бір<span> екі</span><div>үш</div>төрт<br>бес</div>алты") == [
        "бір екі",
        "үш",
        "төрт",
        "бес",
        "алты",
    ]


def test_menus_and_forms_are_furniture_and_scripts_are_nothing() -> None:
    read = _read("<nav>Мәзір</nav><script>код</script><header>Сайт</header><p>Мәтін</p><footer>Соңы</footer>")
    assert [block.text for block in read.blocks if isinstance(block, Paragraph)] == ["Мәтін"]
    assert sorted(piece.text for piece in read.furniture) == ["Мәзір", "Сайт", "Соңы"]


def test_the_main_part_of_a_page_is_the_act_where_it_holds_most_of_it() -> None:
    read = _read("<div>Сайт</div><main><p>Актінің мәтіні осында тұр.</p></main><div>Соңы</div>")
    assert [block.text for block in read.blocks if isinstance(block, Paragraph)] == ["Актінің мәтіні осында тұр."]
    assert [(piece.kind, piece.text) for piece in read.furniture] == [("header", "Сайт"), ("footer", "Соңы")]


def test_a_numbered_list_has_the_numbers_that_a_browser_prints() -> None:
    assert _lines('<ol start="3"><li>а<li value="7">б<li>в</ol><ul><li>г</ul><ol type="I"><li>д</ol>') == [
        "3. а", "7. б", "8. в", "г", "I. д",
    ]  # fmt: skip
    assert _lines("<ol><li>1) өз нөмірі<li>2) бар</ol>") == ["1) өз нөмірі", "2) бар"]


def test_lines_of_one_width_are_joined_to_the_paragraphs_that_their_indents_show() -> None:
    page = "<pre>      1. Бірінші тармақтың\nжалғасы <b>осында\nтұр</b>.\n      2. Екінші.\n\nСоңы</pre>"
    assert _lines(page) == ["1. Бірінші тармақтың жалғасы осында тұр.", "2. Екінші.", "Соңы"]
    assert _lines("<pre>бірінші\nекінші</pre>") == ["бірінші", "екінші"]
    # Lines above the first indent are a heading's, unless one goes on.
    page = "<pre>Қағидаларды бекіту\nтуралы\nМинистрдің бұйрығы\nБҰЙЫРАМЫН:\n     1. Бір\nекі.</pre>"
    assert _lines(page) == ["Қағидаларды бекіту туралы", "Министрдің бұйрығы", "БҰЙЫРАМЫН:", "1. Бір екі."]


def test_alignment_is_taken_from_style_attribute_or_element() -> None:
    read = _read('<p style="text-align: center">а</p><p align=right>б</p><center>в</center><p>г</p>')
    assert [block.align for block in read.blocks if isinstance(block, Paragraph)] == [
        "center",
        "right",
        "center",
        "body",
    ]


def test_red_words_are_editors_only_where_the_page_is_of_adilet() -> None:
    assert not any(
        block.note for block in _read("<p><font color=red>Мәтін</font></p>").blocks if isinstance(block, Paragraph)
    )


def test_hidden_deleted_and_embedded_things_are_said() -> None:
    read = _read('<p>Бар<span style="display:none">жоқ</span><del>ескі</del><img src="http://127.0.0.1:9/a.png"></p>')
    assert [block.text for block in read.blocks if isinstance(block, Paragraph)] == ["Бар"]
    assert [found.code for found in read.findings] == ["read.embedded", "read.hidden_text", "read.deleted_text"]


def test_a_table_that_lays_out_the_page_is_its_contents() -> None:
    read = _read("<table><tr><td><p>Мәтін</p><table border=1><tr><td>а<td>б<tr><td>в<td>г</table></td></tr></table>")
    assert [type(block) for block in read.blocks] == [Paragraph, Table]


def test_a_table_in_a_cell_becomes_lines_of_the_cell_and_is_said() -> None:
    read = _read("<table border=1><tr><td>а<td><table border=1><tr><td>б<td>в<tr><td>г<td>д</table></table>")
    (table,) = read.blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0].cells] == ["а", "б в\nг д"]
    assert [found.code for found in read.findings] == ["read.nested_table"]


def test_text_that_stands_in_a_table_outside_its_cells_is_kept() -> None:
    read = _read("<table border=1>бір<tr>екі<td>үш</td><td>төрт</td></tr></table>")
    text = "".join(block.text for block in read.blocks if isinstance(block, Paragraph)).replace(" ", "")
    assert sorted(text) == sorted("бірекі")


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "kz1048", "utf-16"])
def test_the_characters_are_those_that_the_page_declares_or_shows(charset: str) -> None:
    text = "Әділет министрлігі бұйрығы" if charset != "windows-1251" else "Приказ министра об утверждении"
    page = f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'
    read = html.read(page.encode(charset), "x.html", None)
    assert [block.text for block in read.blocks if isinstance(block, Paragraph)] == [text]


def test_a_declaration_that_the_bytes_belie_is_not_believed() -> None:
    page = '<meta charset="us-ascii"><p>Әділет министрлігі бұйрығы</p>'.encode()
    assert isinstance(block := html.read(page, "x.html", None).blocks[0], Paragraph)
    assert block.text == "Әділет министрлігі бұйрығы"


@pytest.mark.parametrize(
    "page", ["", "<html></html>", "<body><script>var x = 'мәтін'</script></body>", "<p>&nbsp;</p>"]
)
def test_a_page_without_text_is_one_clear_sentence(page: str) -> None:
    with pytest.raises(SourceError, match=r"x\.html (?:holds no text|is empty)[^.]*\.$"):
        html.read(page.encode(), "x.html", None)


def test_a_page_in_another_language_is_one_clear_sentence() -> None:
    with pytest.raises(SourceError, match="neither in Kazakh nor in Russian"):
        html.read(b"<p>The quick brown fox jumps over the lazy dog.</p>", "x.html", None)


def test_a_few_bytes_that_are_no_characters_are_said_and_many_are_refused() -> None:
    page = '<meta charset="utf-8"><p>' + "Әділет министрлігі бұйрығы. " * 100
    read = html.read(page.encode() + b"\xd0 \xff</p>", "x.html", None)
    assert [found.code for found in read.findings] == ["read.unreadable_characters"]
    with pytest.raises(SourceError, match="binary"):
        html.read(page.encode() + b"\xd0 \x98\xff\x01\x02" * 100, "x.html", None)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("10<sup>-6</sup> Бк", "10⁻⁶ Бк"),
        ("слово<sup>1</sup> и", "слово¹ и"),
        ("5 м<sup>2</sup>", "5 м²"),
        ("CL<sub>50</sub>", "CL₅₀"),
        ("пункт 5<sup>1</sup>", "пункт 5¹"),
        ("2<sup>тв</sup>", "2тв"),
    ],
)
def test_raised_and_lowered_characters_keep_their_height(markup: str, text: str) -> None:
    page = f"<html><body><p>Приказ Министра труда.</p><p>{markup}</p></body></html>"
    blocks = html.read(page.encode(), "page.html", "rus").blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)][1] == text


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="opacity:0">Тайна.</p>',
        '<p style="font-size:0">Тайна.</p>',
        '<span style="font-size: 1px">Тайна.</span>',
        '<p style="color:#fff">Тайна.</p>',
        '<p style="position:absolute;left:-9999px">Тайна.</p>',
        '<p class="x">Тайна.</p>',
        '<p id="y">Тайна.</p>',
        '<p class="w">Тайна.</p>',
    ],
)
def test_text_that_the_page_hides_is_left_out_and_said(hidden: str) -> None:
    sheet = (
        "<style>@media print{.seen{display:none}} .x, .z {display : none} #y{visibility:hidden} "
        "@media screen { p{margin:0} .w{display:none} } @media screen and (max-width: 9em){.seen{display:none}}</style>"
    )
    page = f'<html><head>{sheet}</head><body><p class="seen">Приказ Министра труда.</p>{hidden}</body></html>'
    source = html.read(page.encode(), "page.html", "rus")
    assert [block.text for block in source.blocks if isinstance(block, Paragraph)] == ["Приказ Министра труда."]
    assert [(found.code, found.text) for found in source.findings] == [("read.hidden_text", "Тайна.")]


@pytest.mark.parametrize(
    "style", ["opacity:0.9", "font-size:10px", "color:#fff;background:#000", "left:-10px", "font-size:1.2em"]
)
def test_text_that_is_only_styled_is_read(style: str) -> None:
    page = f'<html><body><p style="{style}">Приказ Министра труда.</p></body></html>'
    assert html.read(page.encode(), "page.html", "rus").findings == ()


@pytest.mark.parametrize("ground", ['style="background:#036"', 'bgcolor="#003366"', 'class="head"'])
def test_white_letters_on_the_ground_of_what_is_around_them_are_read(ground: str) -> None:
    cell = f'<table border="1"><tr {ground}><td><span style="color:#fff">Приказ Министра труда</span></td></tr></table>'
    source = html.read(f"<html><body><p>Приказ.</p>{cell}</body></html>".encode(), "page.html", "rus")
    assert source.findings == ()
    assert "Приказ Министра труда" in str(source.blocks)


def test_a_sites_own_heading_above_the_title_hides_neither_title_nor_requisites() -> None:
    page = """<html><body><h2>Правила хранения</h2><p>Об утверждении Правил хранения</p>
    <p>Приказ Министра садов Республики Казахстан от 30 марта 2015 года № 280.</p><p>ПРИКАЗЫВАЮ:</p>
    <p>1. Утвердить прилагаемые Правила.</p></body></html>"""
    root = build(html.read(page.encode(), "page.html", "rus")).root
    identity = root.find(f".//{q('FRBRWork')}/{q('FRBRuri')}")
    assert identity is not None
    assert str(identity.get("value")).endswith("/2015-03-30/280")


def test_a_heading_of_underscores_is_a_blank_and_heads_nothing() -> None:
    page = """<html><body><h1>Об утверждении формы</h1><p>ПРИКАЗЫВАЮ:</p><p>1. Утвердить форму.</p>
    <h3>______</h3><p>(имя)</p></body></html>"""
    assert build(html.read(page.encode(), "page.html", "rus")).root.find(f".//{q('hcontainer')}") is None


_KAZ = (
    "Есепті бекіту туралы",
    "Еңбек министрінің 2023 жылғы 5 мамырдағы № 17 бұйрығы",
    "1. Есеп жүргізіледі.",
    "2. Он күн.",
)
_RUS = (
    "Об утверждении учёта",
    "Приказ Министра труда от 5 мая 2023 года № 17",
    "1. Учёт ведут органы.",
    "2. Десять дней.",
)


@pytest.mark.parametrize("lang", ["kaz", "rus"])
@pytest.mark.parametrize("parted", [False, True], ids=["a cell each", "a row each"])
def test_of_two_languages_side_by_side_one_is_read_and_the_other_told(lang: Lang, parted: bool) -> None:
    rows = list(zip(_KAZ, _RUS, strict=True)) if parted else [("</p><p>".join(_KAZ), "</p><p>".join(_RUS))]
    cells = "".join(f"<tr><td><p>{one}</p></td><td><p>{two}</p></td></tr>" for one, two in rows)
    read = _as_source(f"<table>{cells}</table>", lang)
    own, other = (_KAZ, _RUS) if lang == "kaz" else (_RUS, _KAZ)
    assert [block.text for block in read.blocks if isinstance(block, Paragraph)] == list(own)
    assert [(found.code, found.text) for found in read.findings] == [("read.other_language", " ".join(other))]
    assert [piece.text for piece in read.furniture] == [" ".join(other)]


def test_an_act_in_a_cell_is_paragraphs_and_a_menu_beside_it_is_the_sites() -> None:
    act = "".join(f"<p>{line}</p>" for line in _RUS)
    read = _as_source(f"<table border=1><tr><td><a>Главная</a><br>Новости</td><td>{act}</td></tr></table>", "rus")
    assert [block.text for block in read.blocks if isinstance(block, Paragraph)] == list(_RUS)
    assert [piece.text for piece in read.furniture] == ["Главная Новости"]
    # Points alone can be those of a comparative table.
    points = "".join(f"<p>{n}. Учёт ведут.</p>" for n in range(1, 6))
    kept = _as_source(f"<table border=1><tr><td>Отсутствует</td><td>{points}</td></tr></table>", "rus")
    assert [type(block) for block in kept.blocks] == [Table]
    # What ends as a sentence may be the act's.
    kept = _as_source(f"<table border=1><tr><td>Учёт хранят.</td><td>{act}</td></tr></table>", "rus")
    assert [type(block) for block in kept.blocks] == [Table]


def _as_source(body: str, lang: Lang) -> Source:
    return laid_out(_read(body, lang))
