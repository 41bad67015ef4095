"""Settings that look like another: stretched lines like columns, columns like lines, a chapter like its title. Made
up."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("reportlab")

from lexkz.reading.blocks import Lang, Paragraph
from tests.facsimile import font
from tests.reading.pdf.drawing import KAZ, RUS, face, put, read, rows, texts, width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.skipif(not font.files(), reason="no font with Kazakh letters is installed")

_HEAD: dict[Lang, Sequence[str]] = {"rus": RUS, "kaz": KAZ}
_NARROW: dict[Lang, tuple[str, ...]] = {
    "rus": ("4. Правила учёта саженцев", "определяют условия", "и порядок хранения", "саженцев на складах."),
    "kaz": ("4. Көшеттерді есепке алу", "қағидалары көшеттерді", "сақтаудың тәртібін", "айқындайды."),
}


def _stretched(canvas: "Canvas", line: str, y: float, left: float, right: float) -> None:
    words = line.split()
    white = (right - left - sum(map(width, words))) / (len(words) - 1)
    for word in words:
        canvas.setFont(face(), 11)
        canvas.drawString(left, y, word)
        left += width(word) + white


@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_a_line_of_two_words_that_a_narrow_column_stretches_is_no_row_of_columns(lang: Lang) -> None:
    lines = _NARROW[lang]

    def draw(canvas: "Canvas") -> None:
        y = 780.0
        for line in lines[:-1]:
            _stretched(canvas, line, y, 70, 270)
            y -= 14
        put(canvas, lines[-1:], y=y)

    assert texts(read(draw, lang)) == [" ".join(lines)]


@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_a_post_and_a_name_at_both_margins_go_on_no_sentence(lang: Lang) -> None:
    post, name = ("Министр", "А. Саженцев") if lang == "rus" else ("Министр", "А. Көшетов")

    def draw(canvas: "Canvas") -> None:
        y = put(canvas, _HEAD[lang])
        _stretched(canvas, f"{post} {name.replace(' ', chr(160))}", y - 14, 70, 500)

    assert texts(read(draw, lang))[-2:] == [_HEAD[lang][-1], f"{post} {name}"]


@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_columns_that_begin_at_one_place_are_parted_by_little_white(lang: Lang) -> None:
    names = ("Электромонтер", "Секретарь школы", "Хранитель", "Водитель")
    if lang == "kaz":
        names = ("Электрмонтер", "Мектеп хатшысы", "Сақтаушы", "Жүргізуші")
    edge = 95 + max(map(width, names)) + 12

    def draw(canvas: "Canvas") -> None:
        y = put(canvas, _HEAD[lang]) - 20
        for number, name in enumerate(names, start=1):
            # None of the names leaves so much white as parts columns by itself, but the last column does.
            widest = f"{name} {'а' * 20}"
            while width(widest) > edge - 95 - 12:
                widest = widest[:-1]
            for x, text in ((70, str(number)), (95, widest.strip()), (edge, "1,5"), (edge + 80, "0,5")):
                put(canvas, [text], x=x, y=y)
            y -= 24

    assert [(len(row), row[0], row[2]) for row in rows(read(draw, lang))] == [(4, str(n), "1,5") for n in range(1, 5)]


@pytest.mark.parametrize(
    ("lang", "title", "chapter", "point"),
    [
        ("rus", "Правила учёта саженцев", "1. Общие положения", "1. Правила применяются к саженцам."),
        ("kaz", "Көшеттерді есепке алу қағидалары", "1. Жалпы ережелер", "1. Қағидалар көшеттерге қолданылады."),
        ("rus", "Правила учёта саженцев", "I. Общие положения", "1. Правила применяются к саженцам."),
    ],
)
def test_the_first_chapter_stands_below_the_title_without_white_between(
    lang: Lang, title: str, chapter: str, point: str
) -> None:
    def draw(canvas: "Canvas") -> None:
        y = put(canvas, _HEAD[lang]) - 30
        for line in (title, chapter):
            put(canvas, [line], x=297 - width(line) / 2, y=y)
            y -= 18
        put(canvas, [point], y=y)

    assert texts(read(draw, lang))[-3:] == [title, chapter, point]


def test_a_title_on_the_middle_of_a_page_of_short_lines_is_one_title() -> None:
    """Where no line is long, the middle of the page stands at the right of all other lines."""
    lines = ("Об утверждении Правил учёта и хранения", "саженцев яблони")

    def draw(canvas: "Canvas") -> None:
        bold, y = font.register(sorted(font.files())[0])[1], 780.0
        for line in lines:
            canvas.setFont(bold, 11)
            canvas.drawCentredString(297.5, y, line)
            y -= 14
        put(canvas, ["1. Утвердить Правила.", "2. Опубликовать приказ."], y=y - 10)

    assert texts(read(draw))[0] == " ".join(lines)


@pytest.mark.parametrize("bold", [True, False], ids=["bold", "plain"])
@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_a_title_right_below_a_corner_mark_is_its_own_paragraph_where_few_lines_show_the_margin(
    lang: Lang, bold: bool
) -> None:
    mark, title = ("Приложение к Правилам", "Перечень работ") if lang == "rus" else ("Қағидаларға қосымша", "Тізбе")

    def draw(canvas: "Canvas") -> None:
        put(canvas, _HEAD[lang][:4])
        canvas.showPage()
        regular, heavy = font.register(sorted(font.files())[0])
        canvas.setFont(heavy if bold else regular, 11)
        canvas.drawRightString(525, 780, mark)
        canvas.drawCentredString(297.5, 766, title)
        put(canvas, ["1. Есеп, учёт."], y=740)

    source = read(draw, lang)
    assert texts(source) == [*_HEAD[lang][:4], mark, title, "1. Есеп, учёт."]
    # Titles are looked for in the middle: at the right it would be a line of the mark.
    assert [block.align for block in source.blocks if isinstance(block, Paragraph)][4:6] == ["right", "center"]


@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_white_round_a_heading_does_not_show_that_white_parts_paragraphs(lang: Lang) -> None:
    heading = "Порядок учёта" if lang == "rus" else "Есеп тәртібі"
    long, own = _HEAD[lang][5].rstrip("."), ("көшет, саженец;", "Қойма, склад;", "Бақ, сад;")
    expected = [f"{long} {long} {own[0]}"]

    def draw(canvas: "Canvas") -> None:
        y = put(canvas, [long, long, own[0]], step=14)
        for number, lines in enumerate((own[1:2], own[2:], own[1:]), start=1):
            canvas.setFont(font.register(sorted(font.files())[0])[1], 11)
            canvas.drawCentredString(70 + width(long) / 2, y - 10, f"{number}. {heading}")
            y = put(canvas, lines, y=y - 34, step=14)
            expected.extend((f"{number}. {heading}", *lines))

    assert texts(read(draw, lang)) == expected


@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_ragged_lines_that_happen_to_end_alike_part_no_sentence(lang: Lang) -> None:
    first, other = (
        ("учёт саженцев ведётся в садовых хозяйствах", "по правилам органа")
        if lang == "rus"
        else ("көшеттердің есебі шаруашылықтарда органның", "қағидаларымен жүргізіледі")
    )

    def draw(canvas: "Canvas") -> None:
        y = 780.0
        for number in range(1, 6):
            # Three lines of five end within a point of the margin, two a little before it.
            canvas.setFont(face(), 11)
            for place, text in enumerate((f"{number}. {first}", first, first)):
                stretch = 400 - width(text) - (1.6 if place == 0 else 0.3 * place)
                canvas.drawString(70, y, text, charSpace=stretch / (len(text) - 1))
                y -= 13
            y = put(canvas, [f"{other}."], y=y, step=13)

    assert texts(read(draw, lang)) == [f"{number}. {first} {first} {first} {other}." for number in range(1, 6)]


@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_a_point_that_breaks_off_short_and_goes_on_in_small_letters_is_whole_and_told(lang: Lang) -> None:
    long, lines = _HEAD[lang][5], _NARROW[lang]

    source = read(lambda canvas: put(canvas, [long, *lines, "Көшет, саженец."]), lang)
    assert texts(source) == [long, " ".join(lines), "Көшет, саженец."]
    assert "read.paragraph_uncertain" in {finding.code for finding in source.findings}


@pytest.mark.parametrize(
    ("lang", "mark"),
    [
        ("kaz", ("Қазақстан Республикасы", "министрінің бұйрығына", "3-қосымша", "Көшеттерді сақтаудың", "үлгілік",
                 "қағидаларына бірыңғай", "стандартының нысанына", "4-қосымша")),
        ("rus", ("Приложение 3", "к приказу министра", "сельского хозяйства", "Приложение 4", "к единым правилам",
                 "хранения саженцев")),
    ],
)  # fmt: skip
def test_two_marks_whose_lines_a_narrow_frame_stretches_hold_no_table(lang: Lang, mark: tuple[str, ...]) -> None:
    def draw(canvas: "Canvas") -> None:
        y = put(canvas, _HEAD[lang]) - 14
        for line in mark:
            if line[-1].isdigit() or line.startswith(("3", "4")) or " " not in line:
                put(canvas, [line], x=330, y=y)
            else:
                _stretched(canvas, line, y, 330, 520)
            y -= 14
        put(canvas, ("Нысан" if lang == "kaz" else "Форма",), y=y - 14)

    source = read(draw, lang)
    assert not rows(source)
    assert texts(source)[len(_HEAD[lang]) : -1] == list(mark)


@pytest.mark.parametrize(("lang", "formula"), [("rus", "ПРИКАЗЫВАЮ:"), ("kaz", "БҰЙЫРАМЫН:")])
def test_the_formula_below_requisites_that_fill_the_widest_line_begins_a_paragraph(lang: Lang, formula: str) -> None:
    requisites, title = _HEAD[lang][:2]
    lines = [title, requisites, formula, "1. Бекітілсін, учесть."]
    assert texts(read(lambda canvas: put(canvas, lines), lang)) == lines
