"""Raised and lowered characters stay in their word and keep their height: 3¹ is not 31."""

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("reportlab")

from lexkz.reading.blocks import Lang
from tests.facsimile import font
from tests.reading.pdf.drawing import KAZ, RUS, face, put, read, texts, width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.skipif(not font.files(), reason="no font with Kazakh letters is installed")


def _parts(canvas: "Canvas", y: float, text: str, size: float, rise: float, fall: float = -2.5) -> None:
    """Draw «a^b_c»: what follows ^ is raised up to the next blank or |, what follows _ lowered."""
    x, up = 70.0, 0
    for letter in text:
        if letter in "^_|":
            up = {"^": 1, "_": -1, "|": 0}[letter]
            continue
        own = size if up else 11
        canvas.setFont(face(), own)
        canvas.drawString(x, y + (rise if up > 0 else fall if up else 0), letter)
        x += width(letter, own)


@pytest.mark.parametrize(("size", "rise"), [(7, 4.5), (7, 3), (9.1, 5), (8, 7)], ids=str)
@pytest.mark.parametrize(
    ("drawn", "right", "lang"),
    [
        ("4. Активность не выше 10^6| Бк, пункт 5^1| Правил.", "4. Активность не выше 10⁶ Бк, пункт 5¹ Правил.", "rus"),
        ("4. Справка выдаётся в течение 3^1| дней.", "4. Справка выдаётся в течение 3¹ дней.", "rus"),
        ("4. Мощность не более 10^-6| Вт на 40 м^2|.", "4. Мощность не более 10⁻⁶ Вт на 40 м².", "rus"),
        ("4. Доза CL_50| и площадь 12 м^2| в журнале.", "4. Доза CL₅₀ и площадь 12 м² в журнале.", "rus"),
        ("4. Анықтама 3^1| күнде беріледі, алаңы 40 м^2|.", "4. Анықтама 3¹ күнде беріледі, алаңы 40 м².", "kaz"),
        ("4. Қағидалардың 5^12|-тармағы қолданылады.", "4. Қағидалардың 5¹²-тармағы қолданылады.", "kaz"),
    ],
)
def test_an_index_keeps_its_height_and_joins_no_number(
    size: float, rise: float, drawn: str, right: str, lang: Lang
) -> None:
    def draw(canvas: "Canvas") -> None:
        y = put(canvas, KAZ if lang == "kaz" else RUS)
        _parts(canvas, y, drawn, size, rise)
        put(canvas, ["5. Соңғы."], y=y - 18)

    assert texts(read(draw, lang))[-2:] == [right, "5. Соңғы."]


def test_an_index_far_above_its_line_neither_cuts_a_paragraph_nor_is_a_line() -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, ["Правила хранения овощей"], 42, 760, size=15.4)
        put(canvas, ["      1. Склад занимает не менее 40 квадратных "], 42, 730, size=14)
        begun = "метров (далее – м"
        put(canvas, [begun], 42, 700, size=14)
        end = 42 + width(begun, 14)
        put(canvas, [") и стоит отдельно от других построек,"], end + 7, 700, size=14)
        put(canvas, ["2"], end + 0.5, 709, size=10)
        put(canvas, ["его пол сухой.", "      2. Кладовщик проверяет склад каждый день."], 42, 682, size=14)

    assert texts(read(draw))[1:] == [
        "1. Склад занимает не менее 40 квадратных метров (далее – м²) и стоит отдельно от других построек, его пол "
        "сухой.",
        "2. Кладовщик проверяет склад каждый день.",
    ]


def test_a_footnote_with_a_raised_mark_is_known_by_it() -> None:
    def draw(canvas: "Canvas") -> None:
        y = put(canvas, RUS)
        _parts(canvas, y, "4. Справка выдаётся в течение 3^1| дней.", 7, 4.5)
        put(canvas, ["1"], 70, 101, size=6)
        put(canvas, ["Срок исчисляется в рабочих днях."], 75, 98, size=9)

    source = read(draw)
    note = source.blocks[-1]
    assert (note.footnote, note.text) == ("1", "¹Срок исчисляется в рабочих днях.")  # type: ignore[union-attr]


def test_lines_of_small_type_are_no_index_of_the_line_above() -> None:
    def draw(canvas: "Canvas") -> None:
        y = put(canvas, RUS)
        put(canvas, ["(подпись)"], 90, y + 10, size=6)

    assert texts(read(draw))[-1] == "(подпись)"


@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_an_index_that_a_style_sheet_lowers_by_half_the_type_stays_in_its_word(lang: Lang) -> None:
    drawn = "4. Содержание CO_2| не выше 5 процентов." if lang == "rus" else "4. CO_2| мөлшері 5 пайыздан аспайды."

    def draw(canvas: "Canvas") -> None:
        y = put(canvas, KAZ if lang == "kaz" else RUS)
        _parts(canvas, y, drawn, 10.7, 5.3, -5.3)

    assert texts(read(draw, lang))[-1] == drawn.replace("_2|", "₂")
