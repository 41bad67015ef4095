"""Pages that are not set as most are: columns, footnotes, turned words, text printed twice or out of sight."""

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("reportlab")

from lexkz.reading.blocks import Lang, Paragraph, Source, Table
from lexkz.reading.pdf import read_pdf
from tests.facsimile import font
from tests.reading.pdf.drawing import KAZ, RUS, put, quoted, read, texts

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.skipif(not font.files(), reason="no font with Kazakh letters is installed")
_WORDS = (
    "осы сынақ қағидалары арнаулы әлеуметтік қызметтер көрсететін ұйымдар қызметінің тәртібін айқындайды және барлық "
    "ұйымдарға олардың меншік нысанына және ведомстволық бағыныстылығына қарамастан қолданылады"
)
_ACT = tuple(f"{number}. {_WORDS[:1].upper()}{_WORDS[1:]}." for number in range(1, 9))


def _read(
    draw: "Callable[[Canvas], object]", size: tuple[float, float] = (595, 842), rotation: int | None = None
) -> Source:
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    draw(canvas)
    if rotation is not None:
        canvas.setPageRotation(rotation)
    canvas.showPage()
    canvas.save()
    return read_pdf(out.getvalue(), lang="kaz")


def _set(canvas: "Canvas", text: str, x: float, y: float, width: float, size: float = 10) -> float:
    """Draw a paragraph with an indent, ragged; return where the next line stands."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    from tests.facsimile.wrap import wrap

    regular, _ = font.register(sorted(font.files())[0])
    canvas.setFont(regular, size)
    space = stringWidth(" ", regular, size)
    for index, line in enumerate(wrap(text.split(), width, 20, regular, size)):
        at = x + (0 if index else 20)
        for word in line:
            canvas.drawString(at, y, word + " ")
            at += stringWidth(word, regular, size) + space
        y -= 1.25 * size
    return y


def _down(canvas: "Canvas", texts: tuple[str, ...], x: float, y: float, width: float) -> float:
    for text in texts:
        y = _set(canvas, text, x, y, width)
    return y


def _texts(source: Source) -> list[str]:
    return [block.text for block in source.blocks if isinstance(block, Paragraph)]


def _codes(source: Source) -> set[str]:
    return {finding.code for finding in source.findings}


def test_a_page_in_two_columns_is_read_down_the_left_one_first_and_said_to_be_one() -> None:
    def draw(canvas: "Canvas") -> None:
        _down(canvas, _ACT[:4], 60, 780, 225)
        _down(canvas, _ACT[4:], 320, 780, 225)

    source = _read(draw)
    assert _texts(source) == list(_ACT)
    assert _codes(source) == {"read.page_in_columns"}


def test_a_footnote_stands_after_the_paragraph_that_its_page_ends_with() -> None:
    def draw(canvas: "Canvas") -> None:
        regular, _ = font.register(sorted(font.files())[0])
        _down(canvas, _ACT[:3], 60, 780, 470)
        canvas.setFont(regular, 10)
        canvas.drawString(80, 500, "4. Штат саны* осы қағидаларда айқындалады және барлық сынақ ұйымдарына бірдей")
        canvas.setFont(regular, 7)
        canvas.drawString(60, 90, "* Штат кестесінде көрсетіледі.")
        canvas.showPage()
        canvas.setFont(regular, 10)
        canvas.drawString(60, 780, "қолданылады.")
        _down(canvas, _ACT[4:], 60, 767.5, 470)

    source = _read(draw)
    whole = "4. Штат саны* осы қағидаларда айқындалады және барлық сынақ ұйымдарына бірдей қолданылады."
    assert _texts(source) == [*_ACT[:3], whole, "* Штат кестесінде көрсетіледі.", *_ACT[4:]]
    notes = [block.footnote for block in source.blocks if isinstance(block, Paragraph)]
    assert [mark for mark in notes if mark] == ["*"]


def _table_with_turned_heads(canvas: "Canvas") -> None:
    regular, _ = font.register(sorted(font.files())[0])
    across, down = (60, 90, 300, 340, 380), (700, 600, 580, 560)
    for x in across:
        canvas.line(x, down[0], x, down[-1])
    for y in down:
        canvas.line(across[0], y, across[-1], y)
    canvas.setFont(regular, 9)
    for x, text in zip(across, ("№", "Лауазым атауы"), strict=False):
        canvas.drawString(x + 5, 650, text)
    for x, text in zip(across[2:], ("Ең азы", "Орташа саны"), strict=False):
        canvas.saveState()
        canvas.translate(x + 20, 610)
        canvas.rotate(90)
        canvas.setFont(regular, 9)
        canvas.drawString(0, 0, text)
        canvas.restoreState()
    for row, y in enumerate(down[1:-1], start=1):
        for x, text in zip(across, (str(row), "Директор", "1", "0,5"), strict=False):
            canvas.drawString(x + 5, y - 14, text)


def test_turned_heads_of_narrow_columns_are_the_text_of_their_cells() -> None:
    def draw(canvas: "Canvas") -> None:
        _down(canvas, _ACT[:1], 60, 780, 470)
        _table_with_turned_heads(canvas)

    table = next(block for block in _read(draw).blocks if isinstance(block, Table))
    assert [cell.text for cell in table.rows[0].cells] == ["№", "Лауазым атауы", "Ең азы", "Орташа саны"]


def test_turned_words_outside_tables_are_a_stamp_that_is_told_of() -> None:
    def draw(canvas: "Canvas") -> None:
        _down(canvas, _ACT, 60, 780, 400)
        canvas.translate(550, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "COPY")

    source = _read(draw)
    assert _texts(source) == list(_ACT)
    assert [piece.text for piece in source.furniture] == ["COPY"]
    assert _codes(source) == {"read.turned_text"}


@pytest.mark.parametrize("rotation", [None, 90])
def test_a_page_on_its_side_is_read_as_its_words_stand(rotation: int | None) -> None:
    def draw(canvas: "Canvas") -> None:
        canvas.translate(595, 0)
        canvas.rotate(90)
        _down(canvas, _ACT, 60, 560, 700)

    # reportlab turns the box of the page with it.
    size = (595.0, 842.0) if rotation is None else (842.0, 595.0)
    assert _texts(_read(draw, size, rotation)) == list(_ACT)


def test_text_printed_twice_to_make_it_bold_counts_once() -> None:
    def draw(canvas: "Canvas") -> None:
        for shift in (0, 0.3):
            _down(canvas, _ACT, 60 + shift, 780, 470)

    assert _texts(_read(draw)) == list(_ACT)


def test_text_beyond_the_edge_of_the_page_is_told_of() -> None:
    def draw(canvas: "Canvas") -> None:
        _down(canvas, _ACT, 60, 780, 470)
        canvas.drawString(700, 400, "12345")

    source = _read(draw)
    assert _texts(source) == list(_ACT)
    assert _codes(source) == {"read.text_outside_page"}


def test_text_that_recognition_laid_out_of_sight_is_read_and_told_of() -> None:
    def draw(canvas: "Canvas") -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(Image.new("L", (60, 84), 230)), 0, 0, 595, 842)
        regular, _ = font.register(sorted(font.files())[0])
        text = canvas.beginText(60, 700)
        text.setFont(regular, 10)
        text.setTextRenderMode(3)
        text.textLine("1. Осы сынақ бұйрығы қолданысқа енгізіледі.")
        canvas.drawText(text)

    source = _read(draw)
    assert _texts(source) == ["1. Осы сынақ бұйрығы қолданысқа енгізіледі."]
    assert _codes(source) == {"read.recognised_text"}


@pytest.mark.parametrize("heading", ["2-бап. Тәртіп", "2-тарау. ТӘРТІП"])
def test_a_heading_at_the_margin_begins_a_paragraph_below_a_note_and_at_the_head_of_a_page(heading: str) -> None:
    def draw(canvas: "Canvas") -> None:
        y = _down(canvas, _ACT[:3], 60, 780, 470)
        y = _set(canvas, "Ескерту. 1-бап жаңа редакцияда – ҚР 28.12.2016 № 34-VI Заңымен.", 60, y, 470)
        regular, _ = font.register(sorted(font.files())[0])
        canvas.setFont(regular, 10)
        canvas.drawString(60, y, heading)
        _down(canvas, _ACT[3:5], 60, y - 12.5, 470)
        canvas.showPage()
        canvas.setFont(regular, 10)
        canvas.drawString(60, 780, "3-бап. Сақтау")
        _down(canvas, _ACT[5:], 60, 767, 470)

    texts = _texts(_read(draw))
    assert heading in texts
    assert "3-бап. Сақтау" in texts


@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_a_short_text_in_two_columns_is_not_read_across_them(lang: Lang) -> None:
    left = {
        "rus": [
            "1. Работник ведёт журнал учёта",
            "саженцев и сверяет остатки со",
            "складом каждый месяц, а также",
            "сообщает о них руководителю.",
        ],
        "kaz": [
            "1. Қызметкер көшет есебінің",
            "журналын жүргізеді, оның әр",
            "қалдығын қоймамен айына бір",
            "салыстырып, басшыға айтады.",
        ],
    }[lang]
    right = [line.replace("1. ", "2. ") for line in left]

    def draw(canvas: "Canvas") -> None:
        y = put(canvas, (RUS if lang == "rus" else KAZ)[:3]) - 30
        put(canvas, left, x=70, y=y)
        put(canvas, right, x=330, y=y)

    source = read(draw, lang)
    assert texts(source)[-2:] == [" ".join(left), " ".join(right)]
    assert quoted(source, "read.page_in_columns")
