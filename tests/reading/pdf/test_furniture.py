"""What stands on the page and is no text of the act: stamps, heads and feet of any length, numbers of lines."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("reportlab")

from tests.facsimile import font
from tests.reading.pdf.drawing import KAZ, RUS, face, put, quoted, read, rows, texts, width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from lexkz.reading.blocks import Source

pytestmark = pytest.mark.skipif(not font.files(), reason="no font with Kazakh letters is installed")

_ELECTRONIC = (
    "Осы құжат «Электрондық құжат және электрондық цифрлық қолтаңба туралы» Қазақстан Республикасының 2003 жылғы",
    "7 қаңтардағы № 370-II Заңы 7-бабының 1-тармағына сәйкес қағаз тасығыштағы құжатпен бірдей.",
    "Данный документ согласно пункту 1 статьи 7 ЗРК от 7 января 2003 года «Об электронном документе и электронной",
    "цифровой подписи» равнозначен документу на бумажном носителе.",
)


def _point(number: int) -> tuple[str, ...]:
    return (
        f"     {number}. Осы тармақтың мәтіні ұзақ болғандықтан бірнеше жолға бөлініп жазылады және",
        "келесі жолда жалғасады, өйткені қызмет көрсету тәртібі туралы нормалар толық беріледі",
        f"әрі {number}-тармақтың соңы осы жерде аяқталады.",
    )


def _joined(number: int) -> str:
    return " ".join(line.strip() for line in _point(number))


@pytest.mark.parametrize(("size", "y", "angle"), [(60, 640, 0), (24, 700, 0), (60, 640, 3), (60, 500, 45)], ids=str)
def test_a_watermark_over_points_is_set_aside_upright_or_slanted(size: float, y: float, angle: float) -> None:
    def draw(canvas: "Canvas") -> None:
        canvas.saveState()
        canvas.setFillGray(0.8)
        canvas.translate(200, y)
        canvas.rotate(angle)
        canvas.setFont(face(), size)
        canvas.drawString(0, 0, "ЖОБА")
        canvas.restoreState()
        put(canvas, [line for number in range(1, 14) for line in _point(number)], 60, 790, 16)

    source = read(draw, "kaz")
    assert texts(source) == [_joined(number) for number in range(1, 14)]
    assert "".join(piece.text for piece in source.furniture) == "ЖОБА"
    assert quoted(source, "read.stamped_text") + quoted(source, "read.turned_text") == ["ЖОБА"]


def test_a_red_stamp_of_the_size_of_the_text_over_a_line_is_set_aside() -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, RUS)
        canvas.setFillColorRGB(0.9, 0, 0)
        put(canvas, ["КОПИЯ ВЕРНА"], 120, 728, size=12)

    source = read(draw)
    assert texts(source) == list(RUS)
    assert quoted(source, "read.stamped_text") == ["КОПИЯ ВЕРНА"]


@pytest.mark.parametrize(
    ("words", "head", "stamp"),
    [
        (("КОПИЯ ВЕРНА",), RUS, True),
        (("КӨШІРМЕСІ ДҰРЫС",), KAZ, True),
        (("Зарегистрирован в реестре", "№ 345 от 6 мая 2023 года"), RUS, False),
        (("Құжат қабылданды", "2023 жылғы 6 мамыр, № 345"), KAZ, False),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
@pytest.mark.parametrize("y", [818, 600], ids=["above", "below"])
def test_coloured_words_apart_from_the_text_are_a_stamp_or_told_as_one(
    words: tuple[str, ...], head: tuple[str, ...], stamp: bool, y: float
) -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, head)
        canvas.setFillColorRGB(0.1, 0.2, 0.7)
        put(canvas, words, 320, y, step=13, size=10)
        canvas.showPage()
        # An ink that stands within the text is the text's, and its last line no stamp.
        canvas.setFillColorRGB(0.8, 0, 0)
        y_after = put(canvas, ["4. Көшет, саженец."])
        canvas.setFillColorRGB(0, 0, 0)
        y_after = put(canvas, ["5. Қойма, склад."], y=y_after)
        canvas.setFillColorRGB(0.8, 0, 0)
        put(canvas, ["Бақ, сад."], y=y_after)

    source = read(draw, "rus" if head is RUS else "kaz")
    after = ["4. Көшет, саженец.", "5. Қойма, склад.", "Бақ, сад."]
    kept = [] if stamp else list(words)
    assert texts(source) == [*([*kept, *head] if y > 800 else [*head, *kept]), *after]
    assert quoted(source, "read.stamped_text" if stamp else "read.stamp_uncertain") == [" ".join(words)]
    assert len(source.findings) == 1


def test_a_coloured_stamp_beside_a_signature_is_told_and_a_coloured_word_is_none() -> None:
    def draw(canvas: "Canvas") -> None:
        y = put(canvas, RUS) - 20
        put(canvas, ["Министр"], y=y)
        put(canvas, ["А. Саженцев"], 400, y)
        canvas.setFillColorRGB(0.1, 0.2, 0.7)
        put(canvas, ["М.О.", "Место печати"], 220, y, 14, 10)

    assert quoted(read(draw), "read.stamp_uncertain") == ["М.О. Место печати"]

    def worded(canvas: "Canvas") -> None:
        y = put(canvas, [*RUS[:5], "3. Срок "])
        canvas.setFillColorRGB(0.8, 0, 0)
        put(canvas, ["три дня."], 70 + width("3. Срок "), y + 18)

    source = read(worded)
    assert texts(source)[-1] == "3. Срок три дня."
    assert not source.findings


def test_a_large_title_and_a_line_in_colour_are_text() -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, ["ПРИКАЗ"], 200, 800, size=24)
        y = put(canvas, RUS, y=760)
        canvas.setFillColorRGB(0.9, 0, 0)
        put(canvas, ["4. Красный пункт."], y=y)

    source = read(draw)
    assert texts(source) == ["ПРИКАЗ", *RUS, "4. Красный пункт."]
    assert not source.findings


@pytest.mark.parametrize("count", range(1, 7))
@pytest.mark.parametrize("top", [False, True], ids=["foot", "head"])
def test_a_small_head_or_foot_of_any_number_of_lines_is_set_aside(count: int, top: bool) -> None:
    lines = [f"Сынақ жүйесінің {place}-жолы, құжаттың көшірмесі" for place in "абвгде"[:count]]

    def draw(canvas: "Canvas") -> None:
        y = 0.0
        for line in (line for number in range(1, 41) for line in _point(number)):
            if y < 110:
                if y:
                    canvas.showPage()
                put(canvas, lines, 110, 825 if top else 70, 8, 6)
                y = 760.0
            y = put(canvas, [line], 60, y, 16)

    source = read(draw, "kaz")
    assert texts(source) == [_joined(number) for number in range(1, 41)]
    assert [piece.text for piece in source.furniture] == lines * (source.pages or 1)


def test_the_sentence_of_an_electronic_document_is_known_by_its_words_on_a_single_page() -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, KAZ)
        put(canvas, _ELECTRONIC, 110, 70, 8, 6)

    source = read(draw, "kaz")
    assert texts(source) == list(KAZ)
    assert [piece.text for piece in source.furniture] == list(_ELECTRONIC)


def test_a_norm_that_cites_the_law_on_electronic_documents_is_text() -> None:
    norm = "4. Данный документ согласно Закону «Об электронном документе и электронной цифровой подписи» равнозначен"
    lines = (*RUS, norm, "документу на бумажном носителе.")
    source = read(lambda canvas: put(canvas, lines, 30, size=9))
    assert " ".join(texts(source)) == " ".join(lines)


@pytest.mark.parametrize("form", ["{0}", "- {0} -", "{0}/3", "{0} / 3", "{0}-бет", "стр. {0}", "Страница {0} из 3"])
def test_numbers_of_pages_in_any_form_are_set_aside(form: str) -> None:
    def draw(canvas: "Canvas") -> None:
        for page in range(3):
            if page:
                canvas.showPage()
            numbers = range(5 * page + 1, 5 * page + 6)
            put(canvas, [line for number in numbers for line in _point(number)], 60, 790, 16)
            put(canvas, [form.format(page + 1)], 280, 40, size=9)

    source = read(draw, "kaz")
    assert texts(source) == [_joined(number) for number in range(1, 16)]
    assert [piece.kind for piece in source.furniture] == ["page_number"] * 3


@pytest.mark.parametrize(("step", "size"), [(1, 11), (1, 7), (5, 11)], ids=str)
def test_numbers_of_lines_in_the_margin_of_a_draft_are_set_aside(step: int, size: float) -> None:
    lines = [line for number in range(1, 14) for line in _point(number)]

    def draw(canvas: "Canvas") -> None:
        put(canvas, lines, 60, 790, 16)
        for place in range(step, len(lines) + 1, step):
            put(canvas, [str(place)], 30, 790 - 16 * (place - 1), size=size)

    source = read(draw, "kaz")
    assert texts(source) == [_joined(number) for number in range(1, 14)]
    assert len(source.furniture) == len(lines) // step
    assert len(quoted(source, "read.line_numbers")) == 1


def test_small_numbers_left_of_the_text_that_count_no_lines_are_told() -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, _point(4), 60, put(canvas, KAZ, 60, 790, 16), 16)
        for place, number in ((1, "3"), (3, "8")):
            put(canvas, [number], 30, 790 - 16 * place, size=7)

    assert quoted(read(draw, "kaz"), "read.furniture_uncertain") == ["3", "8"]


def test_rows_with_numbers_that_no_line_draws_are_a_table_still() -> None:
    def draw(canvas: "Canvas") -> None:
        y = put(canvas, [str(number) for number in range(1, 9)], 60, 780)
        put(canvas, [f"Сынақ бөлімі {number}" for number in "абвгдежз"], 100, 780)
        put(canvas, ["1 бірлік"] * 8, 300, 780)
        put(canvas, KAZ, 60, y - 40)

    source = read(draw, "kaz")
    assert not source.furniture


def test_blocks_of_agreement_stretched_over_the_page_are_read_one_line_after_the_other() -> None:
    def stretched(canvas: "Canvas", y: float, text: str, gap: float) -> None:
        canvas.setFont(face(), 11)
        x = 70.0
        count = text.count(" ")
        natural = width(text) + gap * len(text)
        for letter in text:
            canvas.drawString(x, y, letter)
            x += width(letter) + (gap if letter != " " else (455 - natural) / count)

    def draw(canvas: "Canvas") -> None:
        y = put(canvas, RUS)
        for line in ("Министр национальной экономики", "Республики Казахстан", "__________ Т. Сулейменов"):
            stretched(canvas, y, line, 2.4)
            y -= 18

    assert " ".join(texts(read(draw))).endswith(
        "Министр национальной экономики Республики Казахстан __________ Т. Сулейменов"
    )


def test_a_corner_mark_in_letters_typed_apart_is_words() -> None:
    def draw(canvas: "Canvas") -> None:
        y = put(canvas, [line for number in range(1, 4) for line in _point(number)], 60, 790, 16)
        put(canvas, ["П р и л о ж е н и е", "к       п р и к а з у       М и н и с т р а", "садоводства"], 340, y - 20)

    assert texts(read(draw))[-3:] == ["Приложение", "к приказу Министра", "садоводства"]


def _pages(count: int, head: "dict[int, str]", foot: Sequence[str] = (), size: float = 8) -> "Source":
    """Return what is read of pages of points, with a line over each of some and lines under each."""

    def draw(canvas: "Canvas") -> None:
        for page in range(1, count + 1):
            if page > 1:
                canvas.showPage()
            numbers = range(5 * page - 4, 5 * page + 1)
            # A sentence goes on from page to page.
            shifted = [line for number in numbers for line in _point(number)]
            put(canvas, shifted[:-1] if page == 1 else [_point(5 * page - 5)[-1], *shifted[:-1]], 60, 780, 16)
            if page in head:
                put(canvas, [head[page]], 200, 820, size=size)
            put(canvas, [line.format(page) for line in foot], 110, 70, 8, 6)

    return read(draw, "kaz")


def _read_points(source: "Source") -> list[str]:
    return [text for text in texts(source) if re.match(r"\d+\. Осы", text)]


@pytest.mark.parametrize("size", [8, 11], ids=["small", "as the text"])
@pytest.mark.parametrize("head", ["Сынақ кодексі, {0}-бап", "Тестовый кодекс. Статья {0}"])
def test_a_head_whose_article_changes_by_fits_is_set_aside(head: str, size: float) -> None:
    heads = {page: head.format(number) for page, number in enumerate((3, 5, 8, 8, 14, 15), start=1)}
    source = _pages(6, heads, size=size)
    assert [piece.text for piece in source.furniture] == list(heads.values())
    assert len(_read_points(source)) == 29 + 1


def test_small_heads_that_tell_the_chapter_are_set_aside_whatever_they_say() -> None:
    heads = {1: "Жалпы ережелер", 2: "Сынақ тәртібі", 3: "Сынақ тәртібі", 4: "Есеп", 5: "Қорытынды ережелер"}
    assert [piece.text for piece in _pages(5, heads).furniture] == list(heads.values())


def test_a_small_line_over_one_page_only_stays_in_the_text_and_is_said_to() -> None:
    source = _pages(1, {1: "Сынақ кодексі"})
    assert texts(source)[0] == "Сынақ кодексі"
    assert quoted(source, "read.furniture_uncertain") == ["Сынақ кодексі"]


def test_small_names_of_annexes_over_all_pages_are_text() -> None:
    heads = {page: f"Қағидаларға {page}-қосымша" for page in range(1, 5)}
    source = _pages(4, heads)
    assert [text for text in texts(source) if text in heads.values()] == list(heads.values())


_SYSTEMS = (
    "QR-кодта «Сынақ» РМК лауазымды тұлғасының ЭЦҚ деректері бар.",
    "QR-код содержит данные ЭЦП должностного лица РГП «Сынақ».",
    "Нормативтік құқықтық актілерді мемлекеттік тіркеудің тізілімінде № 34567 болып енгізілген",
    "Копия электронного документа. Версия СЭД: Documentolog 7.21.0. Положительный результат проверки ЭЦП",
    "Эталонный контрольный банк НПА РК в электронном виде, 14.05.2025",
    "ҚР нормативтік құқықтық актілерінің эталондық бақылау банкі",
    "Беттердің саны: 12",
    "Количество страниц: 12",
    "Бет 1 / 12",
    "Страница 1 из 12",
)


@pytest.mark.parametrize("line", _SYSTEMS)
def test_what_systems_print_is_known_by_its_words_on_a_single_page(line: str) -> None:
    source = read(lambda canvas: (put(canvas, KAZ), put(canvas, [line], 110, 40, 8, 6)), "kaz")
    assert texts(source) == list(KAZ)
    assert [piece.text for piece in source.furniture] == [line]
    assert not quoted(source, "read.furniture_uncertain")


def test_lines_in_one_block_with_what_a_system_prints_are_of_its_make() -> None:
    block = ("Сынақ жүйесінде дайындалды, көшірме № 5-1", *_ELECTRONIC, "Сынақ қызметі, ішкі нөмір 7")
    source = read(lambda canvas: (put(canvas, KAZ), put(canvas, block, 110, 80, 8, 6)), "kaz")
    assert texts(source) == list(KAZ)
    assert [piece.text for piece in source.furniture] == list(block)


def test_a_footnote_over_the_sentence_of_an_electronic_document_is_the_acts() -> None:
    note = "* Мерзім жұмыс күнімен есептеледі."
    lines = (*KAZ[:-1], "3. Анықтама үш* күнде беріледі.")
    source = read(lambda canvas: (put(canvas, lines), put(canvas, [note, *_ELECTRONIC], 110, 80, 8, 6)), "kaz")
    assert texts(source)[-1] == note
    assert [piece.text for piece in source.furniture] == list(_ELECTRONIC)


@pytest.mark.parametrize("word", ["ЖОБА", "ПРОЕКТ", "КОПИЯ", "КӨШІРМЕ", "ОБРАЗЕЦ", "ҮЛГІ"])
@pytest.mark.parametrize("angle", [0, 45])
def test_a_black_stamp_beside_the_text_is_known_by_its_word(word: str, angle: float) -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, KAZ)
        canvas.translate(150, 300)
        canvas.rotate(angle)
        put(canvas, [word], 0, 0, size=60)

    source = read(draw, "kaz")
    assert texts(source) == list(KAZ)
    assert [piece.text for piece in source.furniture] == [word]
    assert source.findings


@pytest.mark.parametrize("angle", [45, -30, 90])
def test_letters_of_a_turned_watermark_do_not_fall_into_the_cells_of_a_table(angle: float) -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, KAZ)
        canvas.grid([70, 250, 430], [600 - 30 * row for row in range(11)])
        for row in range(10):
            put(canvas, [f"{row + 1}-жол"], 75, 580 - 30 * row)
        canvas.translate(330, 330)
        canvas.rotate(angle)
        put(canvas, ["ЖОБА"], 0, 0, size=55)

    source = read(draw, "kaz")
    assert rows(source) == [[f"{row + 1}-жол", ""] for row in range(10)]
    assert [piece.text for piece in source.furniture] == ["ЖОБА"]


def test_a_few_numbers_of_lines_go_on_from_page_to_page() -> None:
    # A line of one word is counted as well.
    lines = ["Ереже", *(line for number in range(1, 9) for line in _point(number))]

    def draw(canvas: "Canvas") -> None:
        for first, own in ((0, lines[:7]), (7, lines[7:19]), (19, lines[19:])):
            if first:
                canvas.showPage()
            put(canvas, own, 60, 790, 16)
            for place in range(len(own)):
                if (number := first + place + 1) % 5 == 0:
                    put(canvas, [str(number)], 30, 790 - 16 * place, size=7)

    source = read(draw, "kaz")
    assert "".join(texts(source)).replace(" ", "") == "".join(lines).replace(" ", "")
    assert sorted(int(piece.text) for piece in source.furniture) == [5, 10, 15, 20, 25]


@pytest.mark.parametrize("form", ["{0}", "{0} / 4", "- {0} -"])
def test_numbers_of_pages_close_under_the_text_are_set_aside(form: str) -> None:
    lines = [line for number in range(1, 40) for line in _point(number)]

    def draw(canvas: "Canvas") -> None:
        for page in range(4):
            if page:
                canvas.showPage()
            y = put(canvas, lines[29 * page : 29 * page + 29], 40, 820, 16)
            put(canvas, [form.format(page + 1)], 280, y, size=9)

    source = read(draw, "kaz")
    assert [piece.text for piece in source.furniture] == [form.format(page) for page in range(1, 5)]
    assert "".join(texts(source)).replace(" ", "") == "".join(lines[:116]).replace(" ", "")


def test_a_small_head_close_over_the_text_is_set_aside_also_where_the_first_page_begins_higher() -> None:
    lines = [line for number in range(1, 40) for line in _point(number)]

    def draw(canvas: "Canvas") -> None:
        put(canvas, lines[:29], 40, 825, 16)
        for page in range(1, 4):
            canvas.showPage()
            put(canvas, ["№ 391 · Ресми басылым емес"], 40, 822, size=7)
            put(canvas, lines[29 * page : 29 * page + 28], 40, 808, 16)

    source = read(draw, "kaz")
    assert [piece.text for piece in source.furniture] == ["№ 391 · Ресми басылым емес"] * 3


@pytest.mark.parametrize("form", ["Беті {page}, барлығы 6", "Нұсқа 3, парақ {page}"])
def test_a_foot_of_the_texts_size_right_below_it_that_counts_the_pages_is_set_aside(form: str) -> None:
    points = [f"{number}. Көшет, саженец." for number in range(1, 121)]

    def draw(canvas: "Canvas") -> None:
        for page in range(1, 7):
            put(canvas, [*points[20 * page - 20 : 20 * page], form.format(page=page)], y=780, step=18)
            canvas.showPage()

    source = read(draw, "kaz")
    assert texts(source) == points
    assert [piece.text for piece in source.furniture] == [form.format(page=page) for page in range(1, 7)]


def test_a_number_of_a_line_that_is_not_printed_beside_a_table_leaves_the_others_numbers() -> None:
    lines = [line for number in range(1, 7) for line in _point(number)]

    def draw(canvas: "Canvas") -> None:
        y, number = 790.0, 0
        for place, line in enumerate(lines):
            if place == 9:
                # A program counts the line of a table and does not print its number.
                canvas.grid([60, 200, 400], [y + 12, y - 8])
                put(canvas, ["Көшет"], 64, y, size=9)
                put(canvas, ["Қойма"], 204, y, size=9)
                y, number = y - 30, number + 1
            number += 1
            put(canvas, [str(number)], 40, y, size=8)
            put(canvas, [line], 60, y, size=10)
            y -= 16

    source = read(draw, "kaz")
    assert texts(source) == [_joined(number) for number in range(1, 7)]
    assert rows(source) == [["Көшет", "Қойма"]]


@pytest.mark.parametrize(
    "words",
    [
        ("Арнаулы әлеуметтік қызметтер", "көрсететін ұйымдар қызметінің", "қағидаларына 8-қосымша"),
        ("Правилам оказания специальных", "социальных услуг населению", "от 5 мая 2023 года"),
    ],
    ids=["kaz", "rus"],
)
def test_stretched_lines_of_a_corner_mark_are_no_columns(words: tuple[str, ...]) -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, KAZ)
        canvas.showPage()
        y = 780.0
        for line in words[:-1]:
            parts = line.split()
            white = (230 - sum(map(width, parts))) / (len(parts) - 1)
            x = 295.0
            for part in parts:
                put(canvas, [part], x, y)
                x += width(part) + white
            y -= 14
        put(canvas, words[-1:], 295, y)
        put(canvas, ["1. Көшет, саженец қоймада сақталады және журналға жазылады, ұзақ жол."], y=y - 30)

    found = " ".join(texts(read(draw, "kaz"))[len(KAZ) :])
    assert found.startswith(" ".join(words))
