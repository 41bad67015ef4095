"""What style sheets, fields of forms and fonts of symbols print is what is read, or it is said not to be. Made up."""

from pathlib import Path

import pytest

from lexkz.reading.blocks import Source
from lexkz.reading.source import read_source
from tests.reading.docx.raw import p, r, word
from tests.reading.pdf.drawing import KAZ, RUS, quoted, texts


def _read(folder: Path, body: str, style: str = "", lines: tuple[str, ...] = RUS) -> Source:
    path = folder / "act.html"
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    path.write_text(
        f"<html><head><meta charset='utf-8'><style>{style}</style></head><body>{paragraphs}{body}</body></html>",
        encoding="utf-8",
    )
    return read_source(path)


@pytest.mark.parametrize(
    "mark",
    [
        "<sup>…</sup>",
        "<span style='vertical-align: super; font-size: 8pt'>…</span>",
        "<span style='position:relative;top:-4.0pt;mso-text-raise:4.0pt'>…</span>",
        "<span style='vertical-align:3pt'>…</span>",
        "<span class='up'>…</span>",
    ],
)
def test_figures_that_a_style_raises_are_raised(tmp_path: Path, mark: str) -> None:
    one, two = mark.replace("…", "1"), mark.replace("…", "2")
    source = _read(tmp_path, f"<p>4. Статья 5{one}, площадь 10 м{two}.</p>", ".up { vertical-align: super }")
    assert texts(source)[-1] == "4. Статья 5¹, площадь 10 м²."


@pytest.mark.parametrize("mark", ["<sub>…</sub>", "<span style='vertical-align:sub'>…</span>", "<b class='d'>…</b>"])
def test_figures_that_a_style_lowers_are_lowered(tmp_path: Path, mark: str) -> None:
    source = _read(tmp_path, f"<p>4. Состав: CO{mark.replace('…', '2')}.</p>", ".d{vertical-align:-2pt}")
    assert texts(source)[-1] == "4. Состав: CO₂."


def test_cells_at_the_top_and_figures_on_the_line_are_neither(tmp_path: Path) -> None:
    body = "<table><tr><td style='vertical-align:super'>5</td><td style='vertical-align:top'>2</td></tr></table>"
    source = _read(tmp_path, body + "<p>4. Статья 5<span style='vertical-align:baseline'>1</span>.</p>")
    assert texts(source)[-1] == "4. Статья 51."


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (".n::before { content: '4. ' }", "4."),
        ("p.n:before{content:counter(item) '.'; counter-increment:item}", "counter(item) '.'"),
    ],
)
def test_numbers_that_only_a_style_sheet_prints_are_an_error(tmp_path: Path, style: str, said: str) -> None:
    source = _read(tmp_path, "<p class='n'>Төртінші тармақ.</p>", style, KAZ)
    assert quoted(source, "read.generated_text") == [said]
    assert [one.severity for one in source.findings] == ["error"]


@pytest.mark.parametrize(
    "style",
    [
        ".n::before { content: '\\201C' }",
        ".icon:before { content: 'x' }",
        "a:after{content:none}",
        "@media print { p:after { content: ' (' attr(href) ')' } }",
        ".n:after{content:''}",
    ],
)
def test_signs_and_what_is_printed_beside_no_element_of_the_act_are_not_said(tmp_path: Path, style: str) -> None:
    assert not _read(tmp_path, "<p class='n'>Төртінші тармақ.</p>", style, KAZ).findings


def test_fields_of_a_page_are_read_as_they_are_filled_in(tmp_path: Path) -> None:
    body = (
        "<p>4. Согласен <input type=checkbox checked> не согласен <input type='checkbox'></p>"
        "<p>Имя: <input value='А. Алмов'>, город: <input type=text>, <select><option>нет</option>"
        "<option selected>да</option></select><input type=hidden value=тайна><input type=submit value=Отправить></p>"
        "<p><input type=text placeholder='Поиск' value=запрос></p>"
    )
    assert texts(_read(tmp_path, body))[-2:] == [
        "4. Согласен ☒ не согласен ☐",
        "Имя: А. Алмов, город: __________, да",
    ]


@pytest.mark.parametrize(
    "around",
    [
        "<ul><li><a href='/'>Басты бет</a></li><li><a href='/docs'>Құжаттар</a></li></ul>",
        "<div class='cookie-banner'>Біз cookie файлдарын қолданамыз. <b>Жарайды</b></div>",
        "<div role='navigation'>Сіз осындасыз: бұйрықтар</div>",
        "<ol class='breadcrumbs'><li>Басты бет</li><li>Бұйрықтар</li></ol>",
    ],
)
def test_menus_and_banners_of_a_site_are_set_aside(tmp_path: Path, around: str) -> None:
    source = _read(tmp_path, around, lines=KAZ)
    assert texts(source) == list(KAZ)
    assert source.furniture


@pytest.mark.parametrize("name", ["social-protection", "share-capital"])
def test_a_block_of_the_act_may_have_a_class_with_like_words(tmp_path: Path, name: str) -> None:
    assert texts(_read(tmp_path, f"<div class='{name}'>4. Социальная защита.</div>"))[-1] == "4. Социальная защита."


@pytest.mark.parametrize("words", [("приказ № 5", "приказ № 6"), ("Министерство труда", "Министерство финансов")])
def test_a_list_of_links_that_no_portal_has_is_text(tmp_path: Path, words: tuple[str, str]) -> None:
    body = "".join(f"<li><a href='/a'>{word}</a></li>" for word in words)
    assert texts(_read(tmp_path, f"<ul>{body}</ul>"))[-2:] == list(words)


@pytest.mark.parametrize("mark", ["<font face='Symbol'>…</font>", "<span style='font-family: Symbol, serif'>…</span>"])
def test_letters_in_a_font_of_symbols_are_the_signs_that_it_prints(tmp_path: Path, mark: str) -> None:
    source = _read(
        tmp_path, f"<p>4. Не более {mark.replace('…', '£ a')} <i style='font-family:Wingdings'>\u00de</i>.</p>"
    )
    assert texts(source)[-1] == "4. Не более ≤ α □."
    assert "Wingdings" in source.findings[0].message.eng


def test_a_word_file_is_read_with_the_signs_that_it_prints(tmp_path: Path) -> None:
    symbol = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    runs = r("4. Не более ") + r("£", symbol) + r(" 5, пункт 5") + r("1", '<w:position w:val="6"/>') + r(".")
    initial = p("Б", '<w:framePr w:dropCap="drop" w:lines="2"/>') + p("ақылау бар.")
    removed = p("5. Бір", '<w:rPr><w:del w:id="1"/></w:rPr>') + p("ге.")
    path = tmp_path / "act.docx"
    path.write_bytes(word("".join(map(p, RUS)) + p(runs=runs) + initial + removed))
    source = read_source(path)
    assert texts(source)[-3:] == ["4. Не более ≤ 5, пункт 5¹.", "Бақылау бар.", "5. Бірге."]
    assert [finding.code for finding in source.findings] == ["read.tracked_changes"]


@pytest.mark.parametrize(
    "style",
    [
        "height:0;overflow:hidden",
        "overflow: hidden; margin: 0; max-height: 0px",
        "transform: scale(0)",
        "clip-path:inset(100%)",
    ],
)
@pytest.mark.parametrize("lines", [RUS, KAZ])
def test_what_a_box_without_room_holds_is_hidden(tmp_path: Path, style: str, lines: tuple[str, ...]) -> None:
    source = _read(tmp_path, f"<p style='{style}'>4. Скрыто.</p><p style='height:0'>5. Видно.</p>", lines=lines)
    assert texts(source)[-1] == "5. Видно."
    assert quoted(source, "read.hidden_text") == ["4. Скрыто."]


@pytest.mark.parametrize(
    "style", ["overflow:hidden;height:10px", "transform:scale(0.9)", "line-height:0;overflow:hidden"]
)
def test_what_a_box_with_room_holds_is_shown(tmp_path: Path, style: str) -> None:
    assert texts(_read(tmp_path, f"<p style='{style}'>4. Видно.</p>"))[-1] == "4. Видно."
