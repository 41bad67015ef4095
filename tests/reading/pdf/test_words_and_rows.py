"""Words that a line end divides or runs together, rows that a page end cuts: made whole where the document shows it."""

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("reportlab")

from lexkz.reading.blocks import Lang, Table
from lexkz.reading.pdf import read_pdf
from lexkz.reading.pdf.cells import Column, cell_text
from lexkz.reading.pdf.hyphens import only_divides, words_of_lines
from lexkz.reading.pdf.lines import PdfLine, printed
from lexkz.reading.pdf.words import Word, WordPiece
from tests.facsimile import font
from tests.reading.pdf.drawing import KAZ, RUS, face, put, quoted, read, rows, texts, width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.skipif(not font.files(), reason="no font with Kazakh letters is installed")


def test_a_hyphen_that_only_divides_a_word_goes_and_others_stay() -> None:
    lines = (
        "     1. Утвердить прилагаемые Правила предоставления социальных услуг, а равно Правила государ-",
        "ственного регулирования. Контроля требуют пункты 29-1 и 30 Правил, а также их пункт 31-",
        "2 Правил. Органы государственного контроля, комиссии и общественный совет социально-",
        "экономические условия проживания обследуют ежегодно.",
    )
    source = read(lambda canvas: put(canvas, [*RUS[:3], *lines], 40, step=16, size=10))
    text = texts(source)[-1]
    assert "Правила государственного регулирования" in text
    assert "пункт 31-2 Правил" in text
    assert "социально-экономические условия" in text
    assert quoted(source, "read.hyphen_kept") == ["социально-экономические"]


def test_the_words_of_a_document_tell_what_a_hyphen_is() -> None:
    known = words_of_lines(
        ["осы әлеуметтік қызметтер мен жай-күйі туралы ереже", "барлық жүріп немесе тұрып өткен адамдар"]
    )
    assert only_divides("көрсетілген әлеу-", "меттік көмек", known) is True
    assert only_divides("адамның жай-", "күйі туралы", known) is False
    assert only_divides("олар жүріп-", "тұрып келеді", known) is False
    assert only_divides("бекітілген нор-", "малар туралы", known) is None
    assert only_divides("осы 4-", "қосымшаға", known) is False
    assert only_divides("Қазақ-", "Стан", known) is False


@pytest.mark.parametrize(
    ("act", "lines", "word"),
    [
        (RUS, ("Правила ведения учёта утвердить, а равно Правила государ-", "ственного надзора."), "государ-ственного"),
        (KAZ, ("Есепті жүргізу қағидалары бекітілсін, сондай-ақ мемле-", "кеттік бақылау."), "мемле-кеттік"),
    ],
    ids=["rus", "kaz"],
)
def test_one_hyphen_of_which_the_document_tells_nothing_is_said(
    act: tuple[str, ...], lines: tuple[str, str], word: str
) -> None:
    filled = [f"{number}. {act[2]}" for number in range(4, 34)]
    source = read(lambda canvas: put(canvas, [*filled, *lines], 40, step=16, size=10), None)
    assert word in " ".join(texts(source))
    assert quoted(source, "read.hyphen_kept") == [word]


def test_a_number_cut_at_its_hyphen_goes_on() -> None:
    lines = ("     1. Контроля требуют пункты Правил, в том числе пункт 31-", "2 Правил.", "     2. Конец.")
    assert "пункт 31-2 Правил." in " ".join(texts(read(lambda canvas: put(canvas, [*RUS[:3], *lines]))))


def test_numbered_units_without_the_white_of_other_paragraphs_are_parted() -> None:
    def draw(canvas: "Canvas") -> None:
        y = put(canvas, RUS[3:5])
        for line in (RUS[0], RUS[5], RUS[1]):
            y = put(canvas, [line], y=y - 10)

    assert texts(read(draw))[:2] == list(RUS[3:5])


@pytest.mark.parametrize("lines", [RUS, KAZ], ids=["rus", "kaz"])
@pytest.mark.parametrize("gap", [0.12, 0.16, 0.18, 0.2, 0.25])
def test_words_set_tight_without_spaces_are_words(lines: tuple[str, ...], gap: float) -> None:
    def draw(canvas: "Canvas") -> None:
        canvas.setFont(face(), 11)
        for index, line in enumerate(lines):
            x = 70.0
            for word in line.split(" "):
                canvas.drawString(x, 780 - 18 * index, word)
                x += width(word) + 11 * gap

    assert " ".join(texts(read(draw, None))) == " ".join(lines)


@pytest.mark.parametrize(
    ("runs", "made", "told"),
    [
        # Runs of one line: text, white before it in type sizes, "grey" for another ink.
        ((("1. Срок", 0.0, ""), ("три дня.", 0.25, "")), "1. Срок три дня.", []),
        ((("1. Мерзімі", 0.0, ""), ("он күн.", 0.22, "grey")), "1. Мерзімі он күн.", []),
        ((("1. Срок по", 0.0, ""), ("пункту", 0.3, ""), ("5 указан.", 0.3, "")), "1. Срок по пункту 5 указан.", []),
        # A word whose letters stand apart, a bracket, a raised sign.
        ((("1. Орган", 0.0, ""), *((x, 0.9 if x == "Р" else 0.24, "") for x in "РЕШИЛ"), ("без спора.", 0.9, "")),
         "1. Орган РЕШИЛ без спора.", []),
        ((("1. Қызмет (учёт", 0.0, ""), (") – сад.", 0.25, "")), "1. Қызмет (учёт) – сад.", []),
        ((("1. Срок", 0.0, ""), ("три дня.", 0.18, "")), "1. Сроктри дня.", ["Срок три"]),
        # Narrower still: told where it stands out from the line, or the words of the act tell.
        ((("1. Срок учёта", 0.0, ""), ("три дня.", 0.07, "")), "1. Срок учётатри дня.", ["учёта три"]),
        ((("1. Статья", 0.0, ""), ("5 вводится.", 0.1, "")), "1. Статья5 вводится.", ["Статья 5"]),
        ((("1. Мерзімі (күн)", 0.0, ""), ("он екі.", 0.12, "")), "1. Мерзімі (күн)он екі.", ["(күн) он"]),
        ((("1. Срок Правил", 0.0, ""), ("учёта труда.", 0.04, "")), "1. Срок Правилучёта труда.", ["Правил учёта"]),
        ((("1. Срок дачи", 0.0, ""), ("ягод и плодов.", 0.04, "")), "1. Срок дачиягод и плодов.", []),
        ((("1. Орган", 0.0, ""), *((x, 0.1, "") for x in "ведёт"), ("учёт.", 0.9, "")),
         "1. Органведёт учёт.", ["Орган ведёт"]),
        ((*((x, 0.1, "") for x in "1.Орган"), *((x, 0.1 + 0.4 * (x == "в"), "") for x in "ведёт"), ("учёт.", 0.9, "")),
         "1.Орган ведёт учёт.", []),
        # Narrower by far than the spaces of the line: it may be setting.
        ((("1. Қағида     мен     көшет", 0.0, ""), ("тер     есебі.", 0.22, "")),
         "1. Қағида мен көшеттер есебі.", ["көшет тер"]),
    ],
    ids=str,
)  # fmt: skip
def test_narrow_white_without_a_space_parts_words_where_the_lines_letters_touch(
    runs: tuple[tuple[str, float, str], ...], made: str, told: list[str]
) -> None:
    def draw(canvas: "Canvas") -> None:
        y = put(canvas, RUS[:3])
        x = 70.0
        canvas.setFont(face(), 11)
        for text, white, ink in runs:
            canvas.setFillGray(0.4 if ink else 0)
            x += 11 * white
            canvas.drawString(x, y, text)
            x += width(text)

    source = read(draw)
    assert (texts(source)[-1], quoted(source, "read.words_uncertain")) == (made, told)


def _cell(above: str, below: str, known: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    column = Column(right=60.0, edge=True, spaces=False)
    lines = [
        printed(line.words, line)
        for line in (
            PdfLine((Word((WordPiece(text, None, False),), 0.0, 59.0, 10.0, first=5.0),), 1, y, 10.0)
            for y, text in ((10.0, above), (22.0, below))
        )
    ]
    made = cell_text(lines, column, known)
    return made.text, made.doubts


def test_the_words_of_a_document_tell_what_a_line_end_without_a_blank_is_in_a_narrow_cell() -> None:
    known = words_of_lines(["все физические параметры и содержание воды и стандартизованный норматив указаны"])
    assert _cell("Физические", "параметры", known) == ("Физические параметры", ())
    assert _cell("Содержание", "и", known) == ("Содержание и", ())
    assert _cell("стандарти", "зованный", known) == ("стандартизованный", ())
    assert _cell("содержание", "чегото", known) == ("содержание чегото", ("содержаниечегото",))


@pytest.mark.parametrize(
    ("above", "below"),
    [("Срок", "исполнения"), ("ұйым", "дардың"), ("Техническое", "состояние"), ("Отчётный", "год"), ("Келесі", "жыл")],
)
def test_a_line_end_of_which_nothing_tells_what_it_is_is_said_in_every_column(above: str, below: str) -> None:
    known = words_of_lines(["ұйым мен оның техническое құжаты"])
    assert _cell(above, below, known) == (f"{above} {below}", (above + below,))


@pytest.mark.parametrize(
    ("above", "below", "made"),
    [
        ("Специалис", "т", "Специалист"),
        ("Жөрг", "ектер", "Жөргектер"),
        ("Об", "ъём", "Объём"),
        ("Примечани", "е", "Примечание"),
        ("да", "на", "дана"),
    ],
)
def test_letters_that_are_no_word_go_on_in_every_column(above: str, below: str, made: str) -> None:
    assert _cell(above, below, frozenset()) == (made, ())


def test_the_beginning_of_a_word_that_is_cut_itself_does_not_join_the_word_before_it() -> None:
    column = Column(right=60.0, edge=True, spaces=False)
    for known in (frozenset({"редакцияда"}), frozenset({"редакцияда", "мазмұндағы"})):
        cut = [
            printed(one.words, one)
            for place, text in enumerate(("редакцияда", "мазмұнд", "ағы"))
            for one in (
                PdfLine((Word((WordPiece(text, None, False),), 0.0, 59.0, 10.0, first=5.0),), 1, 12.0 * place, 10.0),
            )
        ]
        made = cell_text(cut, column, known)
        assert made.text == "редакцияда мазмұндағы"
        assert bool(made.doubts) == ("мазмұндағы" not in known)


def test_a_line_that_ends_in_a_stroke_goes_on_without_a_blank() -> None:
    assert _cell("№ п/", "п", frozenset()) == ("№ п/п", ())
    assert _cell("и /", "или", frozenset())[0] == "и / или"


def _grid(canvas: "Canvas", xs: tuple[float, ...], ys: tuple[float, ...]) -> None:
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)


_XS = (60, 100, 400, 500)


def _table(canvas: "Canvas", found: list[tuple[str, list[str], str]], top: float) -> float:
    """Draw rows of a number, lines, and a term; return where the table ends."""
    edges = [top]
    for number, lines, term in found:
        put(canvas, [number], _XS[0] + 5, edges[-1] - 14)
        put(canvas, lines, _XS[1] + 5, edges[-1] - 14, 14, 10)
        put(canvas, [term], _XS[2] + 5, edges[-1] - 14)
        edges.append(edges[-1] - 8 - 14 * len(lines))
    _grid(canvas, _XS, tuple(edges))
    return edges[-1]


def _items(first: int, last: int) -> list[str]:
    return [f"{number}) қызмет көрсетудің {number} түрі;" for number in range(first, last + 1)]


def test_a_row_cut_between_the_items_of_a_list_is_one_row_over_a_whole_page_too() -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, KAZ)
        _table(canvas, [("№", ["Жұмыстың мазмұны"], "Мерзімі"), ("1", ["Бірінші."], "1 күн")], 600)
        y = 600 - 2 * 22
        _table(canvas, [("2", _items(1, 30), "2 күн")], y)
        canvas.showPage()
        _table(canvas, [("", _items(31, 80), "")], 800)
        canvas.showPage()
        _table(canvas, [("", _items(81, 90), ""), ("3", ["Үшінші."], "3 күн")], 800)

    found = rows(read(draw, "kaz"))
    assert [row[0] for row in found] == ["№", "1", "2", "3"]
    assert found[2][1].split("\n") == _items(1, 90)


def test_a_row_goes_on_though_another_row_has_its_number_on_the_other_page() -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, KAZ)
        _table(canvas, [("№", ["Жұмыстың мазмұны"], "Мерзімі"), ("1", _items(1, 2), "1 күн")], 600)
        canvas.showPage()
        whole = [(str(number), [f"{number}-жұмыс."], "1 күн") for number in range(2, 6)]
        _table(canvas, [("", _items(3, 4), ""), *whole, ("", _items(1, 2), "")], 800)
        canvas.showPage()
        _table(canvas, [("6", _items(3, 4), "1 күн")], 800)

    found = rows(read(draw, "kaz"))
    assert [row[0] for row in found] == ["№", "1", "2", "3", "4", "5", "6"]
    assert found[1][1].split("\n") == _items(1, 4)


def test_a_row_that_may_go_on_is_said_where_too_few_rows_tell() -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, KAZ)
        _table(canvas, [("1", ["Бірінші сөйлем."], "1 күн")], 600)
        canvas.showPage()
        _table(canvas, [("", ["Екінші сөйлем."], "")], 800)

    assert len(quoted(read(draw, "kaz"), "read.table_uncertain")) == 1


@pytest.mark.parametrize("pages", [2, 3])
def test_a_row_that_stands_on_top_of_each_page_is_the_head(pages: int) -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, RUS)
        for page in range(pages):
            if page:
                canvas.showPage()
            body = [(f"Отдел {page}", [f"Должность {row}"], "1 ед.") for row in range(5 * page, 5 * page + 5)]
            _table(canvas, [("Отдел", ["Должность"], "Норма"), *body], 500 if page == 0 else 800)

    source = read(draw)
    table = next(block for block in source.blocks if isinstance(block, Table))
    assert [row.header for row in table.rows] == [True] + [False] * 5 * pages
    assert [cell.text for cell in table.rows[0].cells] == ["Отдел", "Должность", "Норма"]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("1", "0"), "10"),
        (("0,", "5"), "0,5"),
        (("10", "1-150"), "101-150"),
        (("50", "-", "100"), "50-100"),
        (("нормативтік", "-құқықтық"), "нормативтік-құқықтық"),
    ],
)
def test_numbers_and_compounds_that_a_narrow_cell_cuts_are_whole(lines: tuple[str, ...], whole: str) -> None:
    column = Column(right=60.0, edge=True, spaces=False)
    cut = [
        printed(one.words, one)
        for place, text in enumerate(lines)
        for one in (
            PdfLine((Word((WordPiece(text, None, False),), 0.0, 59.0, 10.0, first=5.0),), 1, 12.0 * place, 10.0),
        )
    ]
    assert cell_text(cut, column, frozenset()).text == whole


def test_a_word_that_is_cut_twice_does_not_join_the_word_before_it() -> None:
    column = Column(right=60.0, edge=True, spaces=False)
    cut = [
        printed(one.words, one)
        for place, text in enumerate(("51-", "ге", "дейі", "н"))
        for one in (
            PdfLine((Word((WordPiece(text, None, False),), 0.0, 59.0, 10.0, first=5.0),), 1, 12.0 * place, 10.0),
        )
    ]
    assert cell_text(cut, column, frozenset({"дейін"})).text == "51-ге дейін"


_FORMS = (
    (
        "Сондай-ақ жалған ақпарат беру фактілері жөнінде ескертілді.",
        '20__ жылғы "__" ______________________________________',
        "(Өтініш берушінің тегі, аты, әкесінің аты (бар болса) және қолы)",
    ),
    ("Шарт екі данада жасалды және оған қол қойылды.", "Орталық директоры ____________________ ______________"),
    ("______________________________________ атынан", "(уақытша болу ұйымының атауы)", "Басқа сөйлем басталады."),
)


@pytest.mark.parametrize("lines", _FORMS)
def test_lines_of_a_form_are_paragraphs_though_nothing_else_parts_them(lines: tuple[str, ...]) -> None:
    # Lines that fill their width, at the margin, with no white between: as programs set them.
    body = [f"     {number}. Осы тармақтың мәтіні ұзақ болғандықтан бірнеше жолға бөлініп" for number in range(1, 9)]

    def draw(canvas: "Canvas") -> None:
        y = 790.0
        for line in body:
            y = put(canvas, [line, "келесі жолда жалғасады, өйткені нормалар толық беріледі."], 60, y, 16)
        for line in lines:
            step = (480 - width(line)) / max(line.count(" "), 1)
            x = 60.0
            for word in line.split(" "):
                canvas.drawString(x, y, word)
                x += width(word + " ") + step
            y -= 16

    assert texts(read(draw, "kaz"))[-len(lines) :] == list(lines)


@pytest.mark.parametrize(
    ("word", "little"), [("нормативтік-құқықтық", "мен"), ("ответственность", "при"), ("жауапкершілік", "осы")]
)
def test_a_little_word_below_a_line_that_fills_its_cell_is_not_joined_unsaid(word: str, little: str) -> None:
    def page(canvas: "Canvas") -> None:
        put(canvas, RUS)
        right = 72 + width(word) + 2
        for y in (600, 560, 520):
            canvas.line(70, y, 400, y)
        for x in (70, right, 400):
            canvas.line(x, 600, x, 520)
        put(canvas, [word, f"{little} бұйрығына"], x=72, y=586, step=14)
        put(canvas, ["1"], x=right + 4, y=586)
        put(canvas, [word], x=72, y=546)
        put(canvas, ["2"], x=right + 4, y=546)

    source = read(page)
    assert rows(source)[0][0] == f"{word} {little} бұйрығына"
    assert len(quoted(source, "read.cells_uncertain")) == 1


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("1. Утвердить Прави\u2010", "ла учёта вице-министра."), "1. Утвердить Правила учёта вице-министра."),
        (("1. Есеп қағида\u2010", "лары бекітілсін."), "1. Есеп қағидалары бекітілсін."),
        (("1. Утвердить Прави\u00ac", "ла учёта."), "1. Утвердить Правила учёта."),
        (
            ("1. Совет социально\u2010", "экономических и вице\u2010министров страны всегда."),
            "1. Совет социально\u2010экономических и вице\u2010министров страны всегда.",
        ),
    ],
)
def test_the_hyphen_of_typesetters_divides_a_word_unless_words_are_typed_with_it(
    lines: tuple[str, ...], wanted: str
) -> None:
    source = read(lambda canvas: put(canvas, [*RUS[:3], *lines], 40, step=16, size=10))
    assert texts(source)[-1] == wanted


def test_the_hyphen_of_typesetters_divides_words_of_cells_too() -> None:
    def page(canvas: "Canvas") -> None:
        put(canvas, RUS)
        for y in (600, 560, 520):
            canvas.line(70, y, 300, y)
        for x in (70, 140, 300):
            canvas.line(x, 600, x, 520)
        put(canvas, ["Наимено\u2010", "вание"], x=72, y=586, step=14)
        put(canvas, ["Число"], x=144, y=586)
        put(canvas, ["Груша"], x=72, y=546)
        put(canvas, ["2"], x=144, y=546)

    assert rows(read(page)) == [["Наименование", "Число"], ["Груша", "2"]]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            ("Министр труда", "Республики Казахстан", "__________ А. Алмов"),
            ("Министр финансов", "Республики Казахстан", "__________ Б. Бериков"),
        ),
        (
            ("Еңбек министрі", "міндетін атқарушы", "________ А. Алмов"),
            ("Қаржы министрі", "міндетін атқарушы", "________ Б. Бериков"),
        ),
    ],
)
def test_two_who_sign_side_by_side_are_no_table(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    def page(canvas: "Canvas") -> None:
        y = put(canvas, RUS) - 20
        put(canvas, left, y=y)
        put(canvas, right, x=320, y=y)

    source = read(page)
    assert not rows(source)
    assert " ".join(texts(source)[len(RUS) :]) == " ".join((*left, *right))


def test_a_row_over_three_pages_whose_number_stands_on_the_last_is_one_row() -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, KAZ)
        _table(canvas, [("№", ["Жұмыстың мазмұны"], "Мерзімі"), ("", _items(1, 20), "")], 600)
        canvas.showPage()
        _table(canvas, [("", _items(21, 60), "")], 800)
        canvas.showPage()
        _table(canvas, [("1", _items(61, 70), "1 күн"), ("2", ["Екінші."], "2 күн")], 800)

    found = rows(read(draw, "kaz"))
    assert [row[0] for row in found] == ["№", "1", "2"]
    assert found[1][1].split("\n") == _items(1, 70)


def test_a_row_whose_number_stands_on_a_later_page_does_not_go_on_the_row_above() -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, KAZ)
        whole = [(str(number), [f"{number}-жұмыс."], "1 күн") for number in range(1, 5)]
        _table(canvas, [("№", ["Жұмыстың мазмұны"], "Мерзімі"), *whole], 600)
        canvas.showPage()
        _open(canvas, "", _items(1, 40), "", closed_top=True)
        canvas.showPage()
        _open(canvas, "5", _items(41, 60), "2 күн", closed_bottom=True)

    found = rows(read(draw, "kaz"))
    assert [row[0] for row in found] == ["№", "1", "2", "3", "4", "5"]
    assert found[-1][1].split("\n") == _items(1, 60)


def test_a_page_that_shows_the_middle_of_a_row_only_is_of_its_table() -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, KAZ)
        canvas.showPage()
        _open(canvas, "1", _items(1, 40), "1 күн", closed_top=True)
        canvas.showPage()
        _open(canvas, "", _items(41, 80), "")
        canvas.showPage()
        _open(canvas, "", _items(81, 90), "", closed_bottom=True)

    found = rows(read(draw, "kaz"))
    assert [row[0] for row in found] == ["1"]
    assert found[0][1].split("\n") == _items(1, 90)


def _open(
    canvas: "Canvas", number: str, lines: list[str], term: str, *, closed_top: bool = False, closed_bottom: bool = False
) -> None:
    """Draw one row, with a line over or under it where it begins or ends on the page."""
    bottom = 800 - 8 - 14 * len(lines)
    put(canvas, [number], _XS[0] + 5, 786)
    put(canvas, lines, _XS[1] + 5, 786, 14, 10)
    put(canvas, [term], _XS[2] + 5, 786)
    for x in _XS:
        canvas.line(x, 800, x, bottom)
    for y in [800.0] * closed_top + [float(bottom)] * closed_bottom:
        canvas.line(_XS[0], y, _XS[-1], y)


@pytest.mark.parametrize(("lang", "words"), [("kaz", ("Қызметкер", "қалдықты")), ("rus", ("Работник", "дней"))])
def test_a_head_that_is_printed_within_the_rest_of_a_row_is_the_head(lang: Lang, words: tuple[str, str]) -> None:
    first, going = words

    def draw(canvas: "Canvas") -> None:
        put(canvas, KAZ if lang == "kaz" else RUS)
        _table(canvas, [("№", ["Атауы"], "А"), ("1", [f"{first} бір."], "1"), ("2", [f"{first} екі және"], "2")], 600)
        canvas.showPage()
        # No line parts the head from what goes on below it.
        put(canvas, ["№"], _XS[0] + 5, 786)
        put(canvas, ["Атауы", f"9 {going} үш", "төрт."], _XS[1] + 5, 786, 14, 10)
        put(canvas, ["А"], _XS[2] + 5, 786)
        _grid(canvas, _XS, (800, 700))

    found = rows(read(draw, lang))
    assert found == [
        ["№", "Атауы", "А"],
        ["1", f"{first} бір.", "1"],
        ["2", f"{first} екі және 9 {going} үш төрт.", "2"],
    ]


@pytest.mark.parametrize("count", [30, 45])
@pytest.mark.parametrize("numbered", [True, False], ids=["numbered", "bare"])
@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_a_head_printed_again_above_both_parts_of_a_cut_row_is_no_row(lang: Lang, numbered: bool, count: int) -> None:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

    name, duty, norm = ("Отделение", "Обязанности", "Норма") if lang == "rus" else ("Бөлім", "Міндеттері", "Норма")
    duties = "обязанность {} по учёту саженцев;" if lang == "rus" else "көшеттерді есепке алудың {}-міндеті;"
    lines = [
        [str(number), f"{name} {letter}", " ".join(duties.format(item) for item in range(many)), "1"]
        for number, letter, many in zip(range(1, 6), "абвгд", (3, 2 * count, 3, 2 * count, 3), strict=True)
    ]
    expected = [row[not numbered :] for row in [["№", name, duty, norm], *lines]]
    style = ParagraphStyle("own", fontName=face(), fontSize=10, leading=13)
    table = LongTable(
        [[Paragraph(text, style) for text in row] for row in expected],
        colWidths=[30, 120, 200, 70][not numbered :],
        repeatRows=1,
        splitInRow=1,
    )
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    out = BytesIO()
    SimpleDocTemplate(out).build([Paragraph(f"1. {duty}.", style), table])
    source = read_pdf(out.getvalue(), lang=lang)
    assert rows(source) == expected
    assert {finding.code for finding in source.findings} <= {"read.table_uncertain"}
