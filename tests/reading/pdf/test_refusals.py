"""What cannot be read as a PDF, or should not be, is refused in one clear sentence."""

import zlib
from io import BytesIO
from pathlib import Path

import pytest

pytest.importorskip("reportlab")

from lexkz.reading.blocks import Source, SourceError
from lexkz.reading.pdf import PdfLimits, read_pdf
from tests.facsimile import font
from tests.facsimile.maker import draw
from tests.facsimile.model import Setting, Text

needs_font = pytest.mark.skipif(not font.files(), reason="no font with Kazakh letters is installed")
_TEXT = Text("1. Осы бұйрықтың орындалуын бақылау жетекшілік ететін вице-министрге жүктелсін, осы сынақ үшін.")


def _act(count: int = 3) -> bytes:
    return draw([_TEXT] * count, Setting(font=sorted(font.files())[0]))


def _pdf(*objects: bytes) -> bytes:
    """Return a PDF of numbered objects, the first its catalogue, with no cross reference table."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"


def _page(content: bytes, extra: bytes = b"", box: bytes = b"0 0 595 842") -> bytes:
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << %s >> >>" % (box, extra),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    )


def _refused(data: bytes, limits: PdfLimits | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        read_pdf(data, name="act.pdf", limits=limits)
    message = str(caught.value)
    assert message.startswith("act.pdf ")
    assert "\n" not in message
    return message


def test_a_scanned_file_says_that_it_is_one() -> None:
    from PIL import Image
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.drawInlineImage(Image.new("RGB", (60, 80), "white"), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    assert "scanned" in _refused(out.getvalue())


@needs_font
def test_an_encrypted_file_says_that_it_is_one() -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, encrypt="secret")
    canvas.drawString(100, 700, "text")
    canvas.save()
    assert "encrypted" in _refused(out.getvalue())


@needs_font
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.8])
def test_a_file_cut_short_is_damaged_or_read_but_never_a_traceback(kept: float) -> None:
    data = _act()
    outcome: Source | SourceError
    try:
        outcome = read_pdf(data[: int(len(data) * kept)], name="act.pdf")
    except SourceError as error:
        outcome = error
    assert isinstance(outcome, Source) or str(outcome).startswith("act.pdf ")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4\n",
        b"%PDF-1.7\n" + b"\x00" * 500,
        b"no PDF at all",
        _pdf(b"<< /Type /Catalog >>"),
        _pdf(b"<< /Type /Catalog /Pages 1 0 R >>"),
        _pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
        _pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids 7 /Count (x) >>"),
        _page(b"BT (", box=b"a b c"),
    ],
)
def test_files_with_broken_or_endless_structure_are_refused(data: bytes) -> None:
    _refused(data)


def test_a_form_that_draws_itself_is_refused() -> None:
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >> /Length 5 >>"
    data = _page(b"/F Do", b"/XObject << /F 5 0 R >>").replace(
        b"trailer", b"5 0 obj\n" + form + b"\nstream\n/F Do\nendstream\nendobj\ntrailer"
    )
    _refused(data)


def test_a_page_of_a_kilometre_is_refused() -> None:
    assert "larger than" in _refused(_page(b"", box=b"0 0 3000000 842"))


def test_a_stream_that_unpacks_to_far_more_than_an_act_is_refused() -> None:
    bomb = zlib.compress(b" " * 3_000_000, 9)
    data = _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(bomb), bomb),
    )
    assert "unpacks" in _refused(data, PdfLimits(unpacked=1_000_000))


@needs_font
def test_limits_on_pages_size_time_and_characters_hold() -> None:
    data = _act(60)
    assert "more than 1 pages" in _refused(data, PdfLimits(pages=1))
    assert "larger than" in _refused(data, PdfLimits(bytes=1000))
    assert "takes longer" in _refused(data, PdfLimits(seconds=-1))
    assert "more than 1000 characters" in _refused(data, PdfLimits(glyphs=1000))


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be opened"):
        read_pdf(tmp_path / "none.pdf")


_WIDE = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << >> /DW 500 %s >>"


def _in_font(descendant: bytes, extra: bytes = b"", more: bytes = b"") -> bytes:
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length 60 >>\nstream\nBT /F 12 Tf 50 700 Td <004100420043004400450046> Tj ET\nendstream",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] %s >>" % extra,
        _WIDE % descendant,
        more,
    )


def test_a_font_that_does_not_tell_its_letters_is_said_to_be_one() -> None:
    assert "fonts that do not tell" in _refused(_in_font(b""))


def test_a_font_with_more_characters_than_there_are_is_refused() -> None:
    assert "damaged" in _refused(_in_font(b"/W [0 2000000000 500]"))
    ranges = b"1 beginbfrange <00000000> <7fffffff> <0041> endbfrange"
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(ranges), ranges)
    assert "damaged" in _refused(_in_font(b"", b"/ToUnicode 7 0 R", stream))


@pytest.mark.parametrize(
    ("dictionary", "layers"),
    [
        (b"/Filter /FlateDecode", 1),
        (b"/Filter [/Fl /Fl]", 2),
        (b"/Filter 5 0 R", 1),
        (b"/Filter /Flate#44ecode", 1),
        (b"/Subtype /Image /Filter /FlateDecode", 1),
        (b"/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode", 1),
    ],
)
def test_a_bomb_is_found_however_its_stream_is_described(dictionary: bytes, layers: int) -> None:
    bomb = b" " * 3_000_000
    for _ in range(layers):
        bomb = zlib.compress(bomb, 9)
    data = _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< %s /Length %d >>\nstream\n%s\nendstream" % (dictionary, len(bomb), bomb),
        b"/FlateDecode",
    )
    assert "unpacks" in _refused(data, PdfLimits(unpacked=1_000_000))


def test_a_bomb_written_in_letters_or_packed_in_an_old_way_is_found() -> None:
    from base64 import a85encode

    lettered = a85encode(zlib.compress(b"".join(b"%d " % number for number in range(400_000)), 9)) + b"~>"
    runs = b"\x81\x81" * 100_000
    for dictionary, content in (
        (b"/Filter [/ASCII85Decode /FlateDecode]", lettered),
        (b"/Filter [/RunLengthDecode /RunLengthDecode]", runs),
    ):
        data = _pdf(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            b"<< %s /Length %d >>\nstream\n%s\nendstream" % (dictionary, len(content), content),
        )
        assert "unpacks" in _refused(data, PdfLimits(unpacked=1_000_000))


def test_a_row_of_a_picture_wider_than_any_is_refused() -> None:
    content = zlib.compress(b"abc" * 99)
    head = b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>"
    data = _page(b"").replace(
        b"<< /Length 0 >>\nstream\n", b"<< %s /Length %d >>\nstream\n%s" % (head, len(content), content)
    )
    assert "damaged" in _refused(data)


def test_page_trees_that_are_deep_or_loop_or_claim_too_much_are_refused_soon() -> None:
    deep = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1) for number in range(2, 10_002)]
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    _refused(_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", *deep, page))
    _refused(_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>", page))
    looped = (b"<< /Type /Pages /Parent 4 0 R /Kids [4 0 R] >>", b"<< /Type /Pages /Parent 3 0 R /Kids [3 0 R] >>")
    _refused(_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>", *looped))


def test_forms_that_draw_each_other_without_end_are_refused() -> None:
    head = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] %s /Length %d >>\nstream\n%s\nendstream"
    twice = b"/A Do /A Do "
    forms = [head % (b"/Resources << /XObject << /A %d 0 R >> >>" % (at + 1), 12, twice) for at in range(5, 40)]
    data = _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>",
        b"<< /Length 5 >>\nstream\n/A Do\nendstream",
        *forms,
        head % (b"", 0, b""),
    )
    assert "more than 5000" in _refused(data, PdfLimits(glyphs=5000))
