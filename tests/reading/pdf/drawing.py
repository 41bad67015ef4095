"""Small PDFs drawn line by line, for tests that need a place, a colour or an order of their own."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from lexkz.reading.blocks import Lang, Paragraph, Source, Table
from lexkz.reading.pdf import read_pdf
from tests.facsimile import font

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

RUS = (
    "Приказ Министра труда от 5 мая 2023 года № 17",
    "Об утверждении Правил учёта",
    "В соответствии с Законом ПРИКАЗЫВАЮ:",
    "1. Утвердить Правила учёта.",
    "2. Контроль возложить на вице-министра.",
    "3. Настоящий приказ вводится в действие со дня подписания.",
)
KAZ = (
    "Еңбек министрінің 2023 жылғы 5 мамырдағы № 17 бұйрығы",
    "Есеп қағидаларын бекіту туралы",
    "Заңға сәйкес БҰЙЫРАМЫН:",
    "1. Есеп қағидалары бекітілсін.",
    "2. Бақылау вице-министрге жүктелсін.",
    "3. Осы бұйрық қол қойылған күннен бастап қолданысқа енгізіледі.",
)


def face() -> str:
    """Return the font that is drawn with."""
    return font.register(sorted(font.files())[0])[0]


def drawn(draw: "Callable[[Canvas], object]") -> bytes:
    """Return the PDF that ``draw`` draws; its last page is closed here."""
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def raw(*objects: bytes) -> bytes:
    """Return a PDF of these objects, numbered from 1; no cross-reference table, which readers rebuild."""
    made = b"%PDF-1.5\n"
    for number, content in enumerate(objects, start=1):
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    return made + b"trailer << /Root 1 0 R /Size %d >>\n%%%%EOF\n" % (len(objects) + 1)


def read(draw: "Callable[[Canvas], object]", lang: Lang | None = "rus") -> Source:
    """Return what the reader makes of it."""
    return read_pdf(drawn(draw), lang=lang)


def put(
    canvas: "Canvas", lines: Sequence[str], x: float = 70, y: float = 780, step: float = 18, size: float = 11
) -> float:
    """Draw lines one under the other; return where the next would stand."""
    canvas.setFont(face(), size)
    for line in lines:
        canvas.drawString(x, y, line)
        y -= step
    return y


def width(text: str, size: float = 11) -> float:
    """Return how wide a text is printed, in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, face(), size))


def texts(source: Source) -> list[str]:
    """Return the texts of its paragraphs."""
    return [block.text for block in source.blocks if isinstance(block, Paragraph)]


def rows(source: Source) -> list[list[str]]:
    """Return the cells of all its tables, row by row."""
    return [
        [cell.text for cell in row.cells] for block in source.blocks if isinstance(block, Table) for row in block.rows
    ]


def quoted(source: Source, code: str) -> list[str]:
    """Return what the findings with a code quote."""
    return [finding.text or "" for finding in source.findings if finding.code == code]


def widget(
    canvas: "Canvas", kind: str, name: str, box: tuple[float, float, float, float], **properties: object
) -> None:
    """Put a field on the page: ``kind`` as in PDF (Tx, Ch, Btn), ``box`` left, bottom, right and top; texts among the
    properties may have any letters, which reportlab's own fields may not."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

    values = {"Type": PDFName("Annot"), "Subtype": PDFName("Widget"), "F": 4}
    values |= {"FT": PDFName(kind), "T": _hexadecimal(name), "Rect": PDFArray(list(box))}
    values |= {key: _object(value) for key, value in properties.items()}
    cast(Any, canvas)._addAnnotation(PDFDictionary(values))


class _Raw(str):
    __slots__ = ()

    def format(self, *_document: object) -> bytes:  # type: ignore[override]
        """Return what stands in the file; the name is reportlab's."""
        return self.encode()


def _hexadecimal(text: str) -> _Raw:
    return _Raw(f"<FEFF{text.encode('utf-16-be').hex()}>")


def _object(value: object) -> object:
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

    if isinstance(value, str):
        return PDFName(value[1:]) if value.startswith("/") else _hexadecimal(value)
    if isinstance(value, list | tuple):
        return PDFArray([_object(one) for one in value])
    if isinstance(value, dict):
        return PDFDictionary({key: _object(one) for key, one in value.items()})
    return value
