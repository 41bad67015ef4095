"""A large first letter goes to its word, and the lines beside it to their paragraph."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("reportlab")

from tests.facsimile import font
from tests.reading.pdf.drawing import KAZ, RUS, face, put, quoted, read, texts, width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.skipif(not font.files(), reason="no font with Kazakh letters is installed")

_STEP = 16
_RUS = (
    "астоящие Правила определяют порядок учёта саженцев",
    "в садах республики и порядок выдачи справок об учёте",
    "саженцев, а также сроки хранения журналов учёта и",
    "отчётов.",
)
_KAZ = (
    "сы Қағидалар көшеттерді есепке алу тәртібін және",
    "есеп туралы анықтамалар беру тәртібін, сондай-ақ",
    "есеп журналдары мен есептерді сақтау мерзімдерін",
    "айқындайды.",
)


def _dropped(
    canvas: "Canvas", y: float, letter: str, lines: Sequence[str], *, high: int, grey: float = 0.0, x: float = 70
) -> float:
    size = high * _STEP * 0.95
    canvas.setFont(face(), size)
    canvas.setFillGray(grey)
    canvas.drawString(x, y - _STEP * (high - 1), letter)
    canvas.setFillGray(0)
    canvas.setFont(face(), 11)
    insets = [width(letter, size) + 3 if index < high else 0.0 for index in range(len(lines))]
    wide = max(inset + width(line) for inset, line in zip(insets, lines, strict=True))
    for inset, line in zip(insets, lines, strict=True):
        # All lines but the last fill the width.
        free = (wide - inset - width(line)) / len(line) if line is not lines[-1] else 0.0
        canvas.drawString(x + inset, y, line, charSpace=free)
        y -= _STEP
    return y


@pytest.mark.parametrize("high", [2, 3])
@pytest.mark.parametrize(("act", "letter", "lines"), [(RUS, "Н", _RUS), (KAZ, "О", _KAZ)])
def test_a_letter_over_several_lines_begins_its_word(
    act: Sequence[str], letter: str, lines: Sequence[str], high: int
) -> None:
    act = act[3:5]

    def page(canvas: "Canvas") -> None:
        y = put(canvas, act)
        put(canvas, ["4. Х."], y=_dropped(canvas, y - 20, letter, lines, high=high) - 10)

    source = read(page, lang="rus" if lines is _RUS else "kaz")
    assert texts(source) == [*act, letter + " ".join(lines), "4. Х."]
    assert not source.findings


def test_a_pale_letter_is_no_watermark() -> None:
    source = read(lambda canvas: _dropped(canvas, put(canvas, RUS) - 20, "Н", _RUS, high=2, grey=0.8))
    assert texts(source)[-1] == "Н" + " ".join(_RUS)


def test_the_paragraph_begins_with_it_where_no_white_parts_it() -> None:
    def page(canvas: "Canvas") -> None:
        y = _dropped(canvas, 780, "Н", _RUS, high=2)
        y = _dropped(canvas, y, "Н", _RUS[:3], high=2)
        _dropped(canvas, y, "Н", _RUS, high=2)

    assert texts(read(page)) == ["Н" + " ".join(_RUS), "Н" + " ".join(_RUS[:3]), "Н" + " ".join(_RUS)]


@pytest.mark.parametrize(
    ("letter", "line", "also", "made", "said"),
    [
        ("В", "соответствии с Законом учёт ведётся в садах и на", "В соответствии с этим.", "В соответствии с", []),
        ("О", "рганизация ведёт учёт саженцев и посадок на всех", "Есть организация.", "Организация ведёт", []),
        ("О", "рганизация ведёт учёт саженцев и посадок на всех", "", "Организация ведёт", ["Организация"]),
    ],
)
def test_a_letter_that_is_a_word_is_told_by_the_page(
    letter: str, line: str, also: str, made: str, said: list[str]
) -> None:
    def page(canvas: "Canvas") -> None:
        y = put(canvas, [*RUS[3:5], also] if also else RUS[3:5])
        _dropped(canvas, y - 20, letter, [line, "полях всей республики, и пишутся отчёты о них", "садах."], high=2)

    source = read(page)
    assert texts(source)[-1].startswith(made)
    assert quoted(source, "read.initial_uncertain") == said


def test_large_words_and_figures_are_none() -> None:
    def page(canvas: "Canvas") -> None:
        y = put(canvas, RUS)
        canvas.setFont(face(), 30)
        canvas.drawString(70, y - 40, "ОН")
        canvas.setFont(face(), 11)
        canvas.drawString(80 + width("ОН", 30), y - 25, "строка рядом с большими буквами")
        canvas.drawString(80 + width("ОН", 30), y - 41, "и ещё одна строка рядом с ними.")

    assert "ОН" in " ".join(texts(read(page)))
