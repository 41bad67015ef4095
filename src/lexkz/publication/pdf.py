"""PDF: the HTML page of a sheet, printed by WeasyPrint (an extra)."""

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from typing import NoReturn

from lexkz.publication.extras import MissingExtraError, MissingFontError, MissingLibraryError
from lexkz.publication.html import write_html
from lexkz.publication.sheet.model import Sheet

_FONTS = "apt install fonts-dejavu-core"


def write_pdf(sheet: Sheet) -> bytes:
    """Return ``sheet`` as the bytes of a PDF file, its headings as bookmarks.

    Nothing is fetched while it is made. Raises :class:`~lexkz.publication.extras.MissingExtraError` where WeasyPrint,
    the libraries of the system that it needs, or a font with all signs of the text are not installed.
    """
    try:
        # It prints a page of advice in English where a library of the system is missing: one sentence is said below.
        # Without any font it warns here, and Pango would end the process when text is set.
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()), warnings.catch_warnings():
            warnings.filterwarnings("error", "No fonts configured|FontConfig cannot load", UserWarning)
            from weasyprint import HTML  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError as error:
        raise MissingExtraError("PDF", "pdf-out") from error
    except OSError as error:
        raise MissingLibraryError("PDF", "Pango", "apt install libpango-1.0-0 libpangoft2-1.0-0") from error
    except UserWarning as error:
        raise MissingFontError("PDF", "А–Я, Ә–І", _FONTS) from error
    page = HTML(string=write_html(sheet), url_fetcher=_nothing)
    with _without_clock(), _signs_without_font() as lost:
        made: bytes = page.write_pdf(pdf_identifier=b"lexkz", pdf_tags=True)
    if lost:
        # A box in place of a letter is a wrong text on paper.
        raise MissingFontError("PDF", " ".join(sorted(lost)[:20]), _FONTS)
    return made


@contextmanager
def _signs_without_font() -> Iterator[set[str]]:
    """Give the set that the signs for which no font was found come into while a page is printed."""
    lost: set[str] = set()

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.msg.startswith(".notdef") and isinstance(record.args, tuple):
                lost.add(str(record.args[0]))

    logger, listener = logging.getLogger("weasyprint"), Listener()
    logger.addHandler(listener)
    try:
        yield lost
    finally:
        logger.removeHandler(listener)


@contextmanager
def _without_clock() -> Iterator[None]:
    """Let fonts be embedded without the time of day.

    Where HarfBuzz-Subset is not installed, WeasyPrint has fontTools cut the fonts, which writes when it did that,
    unless the usual variable of reproducible builds names another moment.
    """
    name = "SOURCE_DATE_EPOCH"
    given = os.environ.get(name)
    os.environ.setdefault(name, "0")
    try:
        yield
    finally:
        if given is None:
            del os.environ[name]


def _nothing(url: str, *_: object, **__: object) -> NoReturn:
    raise ValueError(f"A page of lexkz asks for nothing: {url}")
