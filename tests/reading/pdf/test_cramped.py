"""Tables without borders whose cells all but touch: where they are not read as tables, a warning quotes them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("reportlab")

from tests.facsimile import font
from tests.reading.pdf.drawing import KAZ, RUS, put, quoted, read, width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.skipif(not font.files(), reason="no font with Kazakh letters is installed")

_RUS = (("Мёд", "цветочный", "кг", "12"), ("Воск", "пчелиный", "г", "300"), ("Прополис", "сырой", "банка", "5"))
_KAZ = (("Бал", "гүлді", "кг", "12"), ("Балауыз", "ара балауызы", "г", "300"), ("Прополис", "шикі", "банка", "5"))


def _set(canvas: "Canvas", rows: Sequence[Sequence[str]], y: float, gap: float) -> None:
    """Set rows as a program does that makes each column as wide as its longest cell."""
    x = 70.0
    for column in zip(*rows, strict=True):
        for place, cell in enumerate(column):
            put(canvas, [cell], x, y - 14 * place)
        x += max(map(width, column)) + gap


@pytest.mark.parametrize("gap", [1.5, 4, 6])
@pytest.mark.parametrize(("lines", "rows"), [(RUS, _RUS), (KAZ, _KAZ)], ids=["rus", "kaz"])
def test_a_table_of_cells_that_nearly_touch_is_told(
    lines: Sequence[str], rows: Sequence[Sequence[str]], gap: float
) -> None:
    source = read(lambda canvas: _set(canvas, rows, put(canvas, lines) - 14, gap), None)
    said = " ".join(quoted(source, "read.columns_uncertain"))
    assert all(word in said for row in rows[:2] for word in row)


@pytest.mark.parametrize("lines", [RUS, KAZ], ids=["rus", "kaz"])
def test_cells_set_in_the_middle_of_a_row_are_told(lines: Sequence[str]) -> None:
    def draw(canvas: "Canvas") -> None:
        y = put(canvas, lines)
        put(canvas, ["ұзын және кең", "ара ұясы"], 90, y, 14)
        put(canvas, ["бір дана"], 90 + width("ұзын және кең") + 2, y - 7)

    (said,) = quoted(read(draw, None), "read.columns_uncertain")
    assert "ұзын және кең бір дана" in said


def _numbered(canvas: "Canvas") -> None:
    for place, text in enumerate(("журнал ведёт пасечник;", "учёт ведёт инспектор;", "отчёт сдаёт район;")):
        put(canvas, [f"{place + 9})"], 70, 400 - 14 * place)
        put(canvas, [text], 92, 400 - 14 * place)


def _alike(canvas: "Canvas") -> None:
    put(canvas, [f"Пасечник ведёт журнал № {place} и сдаёт его" for place in range(5, 9)], 70, 400, 14)


@pytest.mark.parametrize("draw", [_numbered, _alike])
def test_lists_and_lines_with_the_same_first_words_are_no_columns(draw: "Callable[[Canvas], None]") -> None:
    def page(canvas: "Canvas") -> None:
        put(canvas, RUS)
        draw(canvas)

    assert quoted(read(page), "read.columns_uncertain") == []
