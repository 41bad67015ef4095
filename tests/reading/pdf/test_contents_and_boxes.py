"""Small things of a page that once went wrong unsaid: leaders of a contents list, a table in a cell, a stamp between
lines, the number of a page on top."""

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("reportlab")

from lexkz.languages.detect import Lang
from tests.reading.pdf.drawing import KAZ, RUS, face, put, quoted, read, rows, texts, width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LINES: dict[Lang, tuple[str, ...]] = {"rus": RUS, "kaz": KAZ}


@pytest.mark.parametrize("reach", [440.0, 470.0, 492.0])
@pytest.mark.parametrize(
    ("lang", "entries"),
    [
        ("rus", ("Глава 1. Общие положения", "Глава 2. Порядок учёта", "Приложение 1")),
        ("kaz", ("1-тарау. Жалпы ережелер", "2-тарау. Есеп жүргізу тәртібі", "1-қосымша")),
    ],
)
def test_an_entry_of_the_contents_and_its_page_are_one_line(lang: Lang, entries: tuple[str, ...], reach: float) -> None:
    wanted: list[str] = []

    def page(canvas: "Canvas") -> None:
        y = put(canvas, LINES[lang][:2]) - 10
        for number, entry in enumerate(entries, start=2):
            dots = "." * int((reach - 70 - width(entry)) / width("."))
            put(canvas, [entry + dots], y=y)
            canvas.drawRightString(510, y, str(number))
            wanted.append(f"{entry}{dots} {number}")
            y -= 18

    assert texts(read(page, lang))[2:] == wanted


def test_a_table_within_a_cell_is_said() -> None:
    def page(canvas: "Canvas") -> None:
        put(canvas, RUS)
        canvas.rect(70, 500, 450, 100)
        canvas.line(250, 500, 250, 600)
        put(canvas, ["Показатели"], x=75, y=580)
        put(canvas, ["Состав:"], x=255, y=580)
        canvas.rect(260, 510, 240, 56)
        canvas.line(380, 510, 380, 566)
        canvas.line(260, 538, 500, 538)
        for x, y, word in ((265, 545, "вид"), (385, 545, "число"), (265, 517, "яблоня"), (385, 517, "5")):
            put(canvas, [word], x=x, y=y)

    source = read(page)
    assert rows(source) == [["Показатели", "Состав: вид число яблоня 5"]]
    assert quoted(source, "read.nested_table") == ["вид число яблоня 5"]


def test_two_tables_side_by_side_or_one_below_the_other_are_not_nested() -> None:
    def page(canvas: "Canvas") -> None:
        put(canvas, RUS)
        for x, y in ((70, 500), (300, 500), (70, 300)):
            canvas.rect(x, y, 200, 50)
            canvas.line(x + 100, y, x + 100, y + 50)
            put(canvas, ["Вид"], x=x + 5, y=y + 20)
            put(canvas, ["Число"], x=x + 105, y=y + 20)

    source = read(page)
    assert len(rows(source)) == 3
    assert not quoted(source, "read.nested_table")


@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_a_stamp_of_several_lines_of_which_one_stands_on_the_text_is_set_aside_whole(lang: Lang) -> None:
    stamp = ("Зарегистрирован в Министерстве юстиции", "Республики Казахстан", "12 мая 2023 года № 32111")

    def page(canvas: "Canvas") -> None:
        y = put(canvas, LINES[lang])
        canvas.setFillColorRGB(0, 0, 0.7)
        # The last line falls on a line of the text, the others between two.
        put(canvas, stamp, x=90, y=y + 60, step=19, size=8)

    source = read(page, lang)
    assert texts(source) == list(LINES[lang])
    assert quoted(source, "read.stamped_text") == [" ".join(stamp)]


@pytest.mark.parametrize("lang", ["rus", "kaz"])
@pytest.mark.parametrize("sign", ["-", "–"])
def test_the_number_of_a_page_between_dashes_is_none_of_its_text_on_top_too(lang: Lang, sign: str) -> None:
    def page(canvas: "Canvas") -> None:
        put(canvas, LINES[lang][:4])
        canvas.showPage()
        canvas.setFont(face(), 10)
        canvas.drawCentredString(297, 815, f"{sign} 2 {sign}")
        put(canvas, LINES[lang][4:])

    source = read(page, lang)
    assert texts(source) == list(LINES[lang])
    assert [piece.text for piece in source.furniture] == [f"{sign} 2 {sign}"]
    assert not source.findings


def test_a_number_between_dashes_that_is_not_the_pages_stays() -> None:
    def page(canvas: "Canvas") -> None:
        canvas.setFont(face(), 11)
        canvas.drawCentredString(297, 815, "- 7 -")
        put(canvas, RUS)

    assert texts(read(page))[0] == "- 7 -"


@pytest.mark.parametrize(
    ("lang", "lines", "word"),
    [
        (
            "rus",
            ("1. Утвердить Правила предоставления услуг и государ-", "ственного учёта саженцев."),
            "государ-ственного",
        ),
        (
            "kaz",
            ("1. Қызметтерді көрсету қағидалары мен мемлекет-", "тік есепке алу тәртібі бекітілсін."),
            "мемлекет-тік",
        ),
    ],
)
def test_nothing_ends_behind_the_hyphen_of_a_divided_word(lang: Lang, lines: tuple[str, str], word: str) -> None:
    source = read(lambda canvas: put(canvas, [*LINES[lang][:3], "     " + lines[0], lines[1]], x=40), lang)
    assert texts(source)[-1] == lines[0] + lines[1]
    assert quoted(source, "read.hyphen_kept") == [word]


@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_several_choices_of_a_list_are_enumerated(lang: Lang) -> None:
    from tests.reading.pdf.drawing import widget

    def page(canvas: "Canvas") -> None:
        y = put(canvas, LINES[lang])
        put(canvas, ["4. Түрлері:"], y=y)
        widget(canvas, "Ch", "v", (150, y - 40, 400, y + 12), V=["бір", "үш"], Opt=["бір", "екі", "үш"], Ff=1 << 21)
        put(canvas, ["5. Соңы."], y=y - 60)

    assert texts(read(page, lang))[-2:] == ["4. Түрлері: бір, үш", "5. Соңы."]


def test_a_word_that_runs_over_the_line_of_its_cell_stays_whole() -> None:
    words = ("содержание автомобильных дорог", "Ескерту мен түсіндірме", "кратко")

    def page(canvas: "Canvas") -> None:
        put(canvas, RUS)
        for row in range(4):
            canvas.line(70, 600 - 30 * row, 350, 600 - 30 * row)
        for x in (70, 170, 250, 350):
            canvas.line(x, 600, x, 510)
        # Each word begins 100 points before the line and is wider, into an empty cell or out of the table.
        for row, (word, x) in enumerate(zip(words, (172, 72, 172), strict=True)):
            put(canvas, [word], x=x, y=580 - 30 * row)
        put(canvas, ["саженцев"], x=322, y=520)

    source = read(page)
    assert rows(source)[0][1] == words[0]
    assert rows(source)[1][0] == words[1]
    assert rows(source)[2][1:] == [words[2], "саженцев"]
    assert texts(source) == list(RUS)


@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_a_title_below_requisites_that_are_the_longest_line_is_a_paragraph(lang: Lang) -> None:
    lines = {
        "rus": ("Приказ Министра труда от 5 мая 2023 года № 17", "Об утверждении Правил учёта", "ПРИКАЗЫВАЮ:"),
        "kaz": (
            "Еңбек министрінің 2023 жылғы 5 мамырдағы № 17 бұйрығы",
            "Есеп қағидаларын бекіту туралы",
            "БҰЙЫРАМЫН:",
        ),
    }[lang]
    assert texts(read(lambda canvas: put(canvas, [*lines, "1. Иә."]), lang)) == [*lines, "1. Иә."]


def test_requisites_within_a_sentence_part_nothing() -> None:
    lines = (
        "     1. Внести в Правила учёта саженцев, утверждённые",
        "Приказом Министра труда от 5 мая 2023 года № 17",
        "О внесении которых извещён питомник, изменения.",
    )
    assert texts(read(lambda canvas: put(canvas, [*RUS[:3], *lines], x=40)))[3:] == [
        " ".join(line.strip() for line in lines)
    ]


@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_boxes_that_are_drawn_beside_words_are_signs_and_an_empty_field_is_a_blank(lang: Lang) -> None:
    words = {"rus": ("4. Согласие:", "да", "нет", "5. Срок: "), "kaz": ("4. Келісім:", "иә", "жоқ", "5. Мерзім: ")}[
        lang
    ]

    def page(canvas: "Canvas") -> None:
        y = put(canvas, LINES[lang])
        put(canvas, words[:1], y=y)
        for place, word in enumerate(words[1:3]):
            x = 180 + 80 * place
            canvas.rect(x, y - 2, 10, 10)
            put(canvas, [word], x=x + 14, y=y)
        canvas.line(180, y - 2, 190, y + 8)
        canvas.line(180, y + 8, 190, y - 2)
        # Word sets an empty field with five spaces of half the type size; four are spaces.
        put(canvas, [f"{words[3]}{chr(0x2002) * 5} ж.", f"6. {words[1]}{chr(0x2002) * 4}{words[2]}"], y=y - 18)
        canvas.rect(70, 100, 10, 10)
        canvas.rect(90, 100, 60, 10)

    made = texts(read(page, lang))
    assert made[-3:] == [
        f"{words[0]} ☒ {words[1]} ☐ {words[2]}", f"{words[3]}_____ ж.", f"6. {words[1]} {words[2]}",
    ]  # fmt: skip
