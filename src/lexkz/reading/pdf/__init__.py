"""Read a PDF: words by geometry, paragraphs by the marks that the file uses, tables drawn or not, over its pages."""

from pathlib import Path

from lexkz.reading.blocks import Lang, Source, SourceError
from lexkz.reading.pdf.limits import PdfLimits

__all__ = ["PdfLimits", "read", "read_pdf"]


def read(data: bytes, name: str, lang: Lang | None) -> Source:
    """Read the bytes of a PDF with the usual limits; ``name`` names the file in messages. Raises SourceError."""
    return read_pdf(data, lang=lang, name=name)


def read_pdf(
    source: Path | bytes, *, lang: Lang | None = None, limits: PdfLimits | None = None, name: str | None = None
) -> Source:
    """Read a PDF, from its path or its bytes, into blocks.

    ``lang`` is believed when given, else detected. ``limits`` caps size, pages, characters and time. Each page is read
    once and let go; nothing that the file links to is fetched. Raises SourceError, one sentence with what to do, for
    a file that is missing, damaged, encrypted, scanned, beyond the limits, or in another language.
    """
    from lexkz.reading.pdf.document import read_sheets
    from lexkz.reading.pdf.opening import sheets

    most = limits or PdfLimits()
    if isinstance(source, Path):
        name = name or source.name
        try:
            if source.stat().st_size > most.bytes:
                raise SourceError(f"{name} is larger than {most.bytes // 1024 // 1024} MB: give the PDF of one act.")
            data = source.read_bytes()
        except OSError as error:
            raise SourceError(
                f"{name} cannot be opened ({error.strerror}): check the path and your rights to it."
            ) from None
    else:
        data = source
    name = name or "The PDF"
    return read_sheets(sheets(data, name, most), name, lang)
