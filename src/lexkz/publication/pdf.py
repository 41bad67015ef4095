"""PDF: the HTML page of a sheet, printed by WeasyPrint (an extra)."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from typing import NoReturn

from lexkz.publication.extras import MissingExtraError, MissingLibraryError
from lexkz.publication.html import write_html
from lexkz.publication.sheet.model import Sheet


def write_pdf(sheet: Sheet) -> bytes:
    """Return ``sheet`` as the bytes of a PDF file, its headings as bookmarks.

    Nothing is fetched while it is made. Raises :class:`~lexkz.publication.extras.MissingExtraError` where WeasyPrint,
    or the libraries of the system that it needs, are not installed.
    """
    try:
        # It prints a page of advice in English where a library of the system is missing: one sentence is said below.
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            from weasyprint import HTML  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError as error:
        raise MissingExtraError("PDF", "pdf-out") from error
    except OSError as error:
        raise MissingLibraryError("PDF", "Pango", "apt install libpango-1.0-0 libpangoft2-1.0-0") from error
    page = HTML(string=write_html(sheet), url_fetcher=_nothing)
    with _without_clock():
        made: bytes = page.write_pdf(pdf_identifier=b"lexkz", pdf_tags=True)
    return made


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
