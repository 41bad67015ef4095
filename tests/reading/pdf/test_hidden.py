"""Text that no page shows is no law: it is left out, and a warning quotes it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("reportlab")

from lexkz.reading.pdf import read_pdf
from tests.facsimile import font
from tests.reading.pdf.drawing import KAZ, RUS, face, put, quoted, raw, read, texts

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.skipif(not font.files(), reason="no font with Kazakh letters is installed")

_GHOST = "пункт 3 исключить."


def _white(canvas: "Canvas", y: float) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(70, y, _GHOST)


def _nearly_white(canvas: "Canvas", y: float) -> None:
    canvas.setFillGray(0.95)
    canvas.drawString(70, y, _GHOST)


def _white_of_four_inks(canvas: "Canvas", y: float) -> None:
    canvas.setFillColorCMYK(0, 0, 0, 0)
    canvas.drawString(70, y, _GHOST)


def _blue_on_blue(canvas: "Canvas", y: float) -> None:
    canvas.setFillColorRGB(0.2, 0.2, 0.9)
    canvas.rect(60, y - 4, 400, 16, fill=1, stroke=0)
    canvas.drawString(70, y, _GHOST)


def _covered(canvas: "Canvas", y: float) -> None:
    canvas.drawString(70, y, _GHOST)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(60, y - 4, 400, 16, fill=1, stroke=0)


def _under_a_picture(canvas: "Canvas", y: float) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawString(70, y, _GHOST)
    canvas.drawImage(ImageReader(Image.new("L", (40, 4), 200)), 60, y - 4, 400, 16)


def _tiny(canvas: "Canvas", y: float) -> None:
    canvas.setFontSize(0.4)
    canvas.drawString(70, y, _GHOST)


def _tiny_by_scale(canvas: "Canvas", y: float) -> None:
    canvas.saveState()
    canvas.scale(0.1, 0.1)
    canvas.drawString(700, 10 * y, _GHOST)
    canvas.restoreState()


def _mode(canvas: "Canvas", y: float) -> None:
    text = canvas.beginText(70, y)
    text.setTextRenderMode(3)
    text.textLine(_GHOST)
    canvas.drawText(text)
    # The mode stays set where no text object resets it.
    text = canvas.beginText(70, y)
    text.setTextRenderMode(0)
    canvas.drawText(text)


def _transparent(canvas: "Canvas", y: float) -> None:
    canvas.setFillAlpha(0)
    canvas.drawString(70, y, _GHOST)


def _clipped(canvas: "Canvas", y: float) -> None:
    path = canvas.beginPath()
    path.rect(0, 0, 10, 10)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(70, y, _GHOST)


def _form_beyond_its_box(canvas: "Canvas", y: float) -> None:
    canvas.beginForm("ghost", 0, 0, 20, 20)
    put(canvas, [_GHOST], y=y)
    canvas.endForm()
    canvas.doForm("ghost")


_WAYS = (
    _white,
    _nearly_white,
    _white_of_four_inks,
    _blue_on_blue,
    _covered,
    _under_a_picture,
    _tiny,
    _tiny_by_scale,
    _mode,
    _transparent,
    _clipped,
    _form_beyond_its_box,
)


@pytest.mark.parametrize("hide", _WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("lines", [RUS, KAZ], ids=["rus", "kaz"])
def test_what_the_page_does_not_show_is_left_out_and_quoted(
    hide: "Callable[[Canvas, float], None]", lines: tuple[str, ...]
) -> None:
    def draw(canvas: "Canvas") -> None:
        y = put(canvas, lines)
        canvas.saveState()
        hide(canvas, y)
        canvas.restoreState()
        put(canvas, ["4. Соңғы тармақ."], y=y - 18)

    source = read(draw, None)
    assert texts(source) == [*lines, "4. Соңғы тармақ."]
    assert quoted(source, "read.hidden_text") == [_GHOST]


def _white_on_black(canvas: "Canvas", y: float) -> None:
    canvas.rect(60, y - 4, 400, 16, fill=1, stroke=0)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(70, y, _GHOST)


def _black_on_grey(canvas: "Canvas", y: float) -> None:
    canvas.setFillGray(0.9)
    canvas.rect(60, y - 4, 400, 16, fill=1, stroke=0)
    canvas.setFillGray(0)
    canvas.drawString(70, y, _GHOST)


def _marked_in_yellow(canvas: "Canvas", y: float) -> None:
    canvas.drawString(70, y, _GHOST)
    canvas.setFillColorRGB(1, 1, 0)
    canvas.setFillAlpha(0.4)
    canvas.rect(60, y - 4, 400, 16, fill=1, stroke=0)


def _drawn_again_on_the_box(canvas: "Canvas", y: float) -> None:
    _covered(canvas, y)
    canvas.setFillGray(0)
    canvas.drawString(70, y, _GHOST)


def _framed(canvas: "Canvas", y: float) -> None:
    canvas.drawString(70, y, _GHOST)
    canvas.rect(60, y - 4, 400, 16, fill=0, stroke=1)


def _grey(canvas: "Canvas", y: float) -> None:
    canvas.setFillGray(0.5)
    canvas.drawString(70, y, _GHOST)


@pytest.mark.parametrize(
    "show",
    [_white_on_black, _black_on_grey, _marked_in_yellow, _drawn_again_on_the_box, _framed, _grey],
    ids=lambda way: way.__name__,
)
def test_what_the_page_shows_is_read_whatever_its_colour(show: "Callable[[Canvas, float], None]") -> None:
    def draw(canvas: "Canvas") -> None:
        y = put(canvas, RUS)
        canvas.saveState()
        show(canvas, y)
        canvas.restoreState()

    source = read(draw)
    assert " ".join(texts(source)) == " ".join((*RUS, _GHOST))


@pytest.mark.parametrize(
    ("owner", "shown"),
    [
        (b"7 0 R", False),
        (b"<< /Type /OCMD /OCGs [7 0 R 8 0 R] /P /AllOn >>", False),
        (b"<< /Type /OCMD /OCGs 7 0 R >>", False),
        (b"<< /Type /OCMD /OCGs [7 0 R 8 0 R] >>", True),
        (b"8 0 R", True),
    ],
)
def test_text_of_a_layer_that_is_off_is_left_out(owner: bytes, shown: bool) -> None:
    content = b"BT /F 11 Tf 70 780 Td (1. One.) Tj /OC /L BDC 0 -18 Td (2. Two.) Tj EMC 0 -18 Td (3. Three.) Tj ET"
    data = raw(
        b"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [7 0 R 8 0 R] /D << /OFF [7 0 R] >> >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources "
        b"<< /Font << /F 5 0 R >> /Properties << /L 6 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        owner,
        b"<< /Type /OCG /Name (off) >>",
        b"<< /Type /OCG /Name (on) >>",
    )
    source = read_pdf(data.replace(b"/L 6 0 R", b"/L " + owner), lang="rus")
    text = " ".join(texts(source))
    assert text == ("1. One. 2. Two. 3. Three." if shown else "1. One. 3. Three.")
    assert quoted(source, "read.hidden_text") == ([] if shown else ["2. Two."])


@pytest.mark.parametrize("angle", [45, 90, 180, 270])
@pytest.mark.parametrize("words", ["2-тармақ алып тасталсын.", "пункт 2 исключить."])
def test_hidden_words_that_do_not_stand_upright_are_quoted_as_they_are_read(angle: float, words: str) -> None:
    def draw(canvas: "Canvas") -> None:
        y = put(canvas, RUS)
        canvas.setFillGray(1)
        canvas.drawString(70, y, _GHOST)
        canvas.translate(300, 350)
        canvas.rotate(angle)
        canvas.drawString(0, 0, words)

    source = read(draw)
    assert texts(source) == list(RUS)
    assert quoted(source, "read.hidden_text") == [f"{_GHOST} {words}"]


def test_a_remark_of_a_reader_is_no_text_and_is_quoted() -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, RUS)
        canvas.textAnnotation("Проверить срок", Rect=(300, 700, 320, 720))

    source = read(draw)
    assert texts(source) == list(RUS)
    assert quoted(source, "read.hidden_text") == ["Проверить срок"]


def test_text_beyond_the_edge_is_quoted() -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, RUS)
        put(canvas, [_GHOST], x=700)

    source = read(draw)
    assert texts(source) == list(RUS)
    assert quoted(source, "read.text_outside_page") == [_GHOST]


@pytest.mark.parametrize("first", [True, False])
def test_recognised_text_of_a_scanned_page_is_read_under_its_picture_or_over_it(first: bool) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    def page(canvas: "Canvas") -> None:
        canvas.drawImage(ImageReader(Image.new("L", (60, 84), 230)), 0, 0, 595, 842)

    def draw(canvas: "Canvas") -> None:
        if first:
            page(canvas)
        canvas.setFont(font.register(sorted(font.files())[0])[0], 11)
        text = canvas.beginText(70, 780)
        text.setTextRenderMode(3 if first else 0)
        for line in RUS:
            text.textLine(line)
        canvas.drawText(text)
        if not first:
            page(canvas)

    source = read(draw)
    assert " ".join(texts(source)) == " ".join(RUS)
    assert {finding.code for finding in source.findings} == {"read.recognised_text"}


def test_values_of_fields_are_read_where_they_are_printed_and_an_empty_field_is_a_blank() -> None:
    def draw(canvas: "Canvas") -> None:
        y = put(canvas, [*RUS[:5], "3. Руководитель комиссии:", "4. Телефон:", "5. Согласен:"])
        form = canvas.acroForm
        form.textfield(name="fio", value="A. Ivanov", x=240, y=int(y) + 50, width=200, height=16, borderWidth=0)
        form.textfield(name="tel", value="", x=240, y=int(y) + 32, width=60, height=16, borderWidth=0)
        form.checkbox(name="yes", checked=True, x=240, y=int(y) + 14, size=14, borderWidth=0)

    text = " ".join(texts(read(draw)))
    assert "3. Руководитель комиссии: A. Ivanov 4. Телефон: ____" in text
    assert text.endswith("_ 5. Согласен: \u2612")


@pytest.mark.parametrize("kind", ["white", "mode", "clear"])
def test_the_spaces_of_hidden_words_do_not_part_words_that_stand_there(kind: str) -> None:
    def draw(canvas: "Canvas") -> None:
        put(canvas, RUS)
        canvas.saveState()
        if kind == "white":
            canvas.setFillGray(1)
        elif kind == "clear":
            canvas.setFillAlpha(0)
        hidden = canvas.beginText(72, 780 - 3 * 18)
        hidden.setFont(face(), 11)
        hidden.setTextRenderMode(3 if kind == "mode" else 0)
        hidden.textOut("и то и то и то и то и то и то")
        canvas.drawText(hidden)
        canvas.restoreState()

    assert texts(read(draw)) == list(RUS)
