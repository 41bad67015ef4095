"""Open a PDF and give its pages one by one; each is read once and let go."""

import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from lexkz.reading.blocks import SourceError
from lexkz.reading.pdf.limits import PdfLimits, PdfWatch
from lexkz.reading.pdf.sheet import PdfSheet
from lexkz.reading.pdf.unpacking import damaged, unpacked

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF

    from lexkz.reading.pdf.collect import Collector
    from lexkz.reading.pdf.fonts import Fonts

_PACKS, _FONTS = 16, 64
"""So many object streams and fonts are kept from page to page."""
_TURNS = (90, 180, 270)
"""Degrees, each from where the one before left the page: to 90, 270 and 180."""


def sheets(data: bytes, name: str, limits: PdfLimits) -> Iterator[PdfSheet]:
    """Yield the pages of a PDF.

    Raises SourceError, one sentence with what to do, for a file that is damaged, encrypted or beyond ``limits``, and
    where the extra ``pdf`` is not installed.
    """
    try:
        import pdfplumber
    except ImportError:
        raise SourceError(
            f"{name} is a PDF, and the extra that reads it is not installed: run pip install 'lexkz[pdf]'."
        ) from None
    from pdfplumber.utils.exceptions import PdfminerException

    if len(data) > limits.bytes:
        raise SourceError(f"{name} is larger than {limits.bytes // 1024 // 1024} MB: give the PDF of one act.")
    if b"%PDF-" not in data[:1024]:
        raise damaged(name)
    unpacked(data, name, limits)
    watch = PdfWatch(limits, name)
    with _quiet():
        try:
            document = pdfplumber.open(BytesIO(data))
        except PdfminerException as error:
            raise _refusal(error.args[0] if error.args else error, name) from None
        except (ArithmeticError, AttributeError, LookupError, MemoryError, RuntimeError, TypeError, ValueError):
            raise damaged(name) from None
        yield from _pages(document, name, limits, watch)


def _pages(document: "PDF", name: str, limits: PdfLimits, watch: PdfWatch) -> Iterator[PdfSheet]:
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.pdfpage import PDFPage
    from pdfminer.psexceptions import PSException

    from lexkz.reading.pdf.collect import Collector
    from lexkz.reading.pdf.fonts import Fonts
    from lexkz.reading.pdf.interpreter import Interpreter
    from lexkz.reading.pdf.layers import layers

    fonts = Fonts()
    collector = Collector(fonts, watch)
    number = 0
    try:
        interpreter = Interpreter(fonts, collector, layers(document.doc.catalog))
        for page in PDFPage.create_pages(document.doc):
            number += 1
            watch.page(number)
            x0, y0, x1, y1 = page.mediabox
            if max(abs(x1 - x0), abs(y1 - y0)) > limits.side:
                raise SourceError(
                    f"{name} has a page larger than {limits.side / 72:g} inches: give a PDF in a size that is printed."
                )
            interpreter.process_page(page)
            sheet = collector.sheet(number)
            # A page whose words lie on their side was drawn for another way up: it is read as its words stand.
            for turn in _TURNS if len(sheet.turned) > len(sheet.glyphs) else ():
                page.rotate = (page.rotate + turn) % 360
                interpreter.process_page(page)
                sheet = max(sheet, collector.sheet(number), key=lambda one: len(one.glyphs))
            yield sheet
            _forget(document, fonts, collector)
    except (PDFException, PSException) as error:
        raise _refusal(error, name) from None
    except (
        ArithmeticError,
        AssertionError,
        AttributeError,
        EOFError,
        MemoryError,
        LookupError,
        RuntimeError,
        TypeError,
        ValueError,
        struct.error,
        zlib.error,
    ):
        # What pdfminer raises where objects are not of the kinds that the format demands.
        raise damaged(name) from None
    if not number:
        raise damaged(name)


def _forget(document: "PDF", fonts: "Fonts", collector: "Collector") -> None:
    """Empty the caches of pdfminer: it keeps every object that it has seen, decoded streams of pages among them."""
    document.doc._cached_objs.clear()
    # Packed objects are unpacked many at a time, and fonts serve many pages: they are let go when they are many.
    if len(document.doc._parsed_objs) > _PACKS:
        document.doc._parsed_objs.clear()
    if len(fonts._cached_fonts) > _FONTS:
        fonts._cached_fonts.clear()
        collector.forget_fonts()


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pdfminer's log lines about slips of the file off the terminal: what matters is raised or found here."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _refusal(error: object, name: str) -> SourceError:
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    if isinstance(error, PDFPasswordIncorrect | PDFEncryptionError):
        return SourceError(f"{name} is encrypted: open it with its password, save it without one, and give that.")
    return damaged(name)
