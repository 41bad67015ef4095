"""Read a source: find out what a file is, and hand it to the reader of its format."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from lexkz.languages.detect import detect
from lexkz.reading import encoding, extraction, letters, plain
from lexkz.reading.blocks import Lang, Source, SourceError
from lexkz.reading.laid_out import laid_out
from lexkz.reading.layout import is_extraction
from lexkz.reading.letter_around import unquoted, without_letter
from lexkz.reading.limits import MEGABYTE, Limits, watched
from lexkz.reading.lost import with_lost_letters
from lexkz.reading.marked.characters import without_never_text
from lexkz.reading.marked.language import no_language
from lexkz.reading.misread import with_doubted_letters
from lexkz.reading.print_view import without_view
from lexkz.reading.taken_for_other import refused, taken_back

Reader = Callable[[bytes, str, Lang | None], Source]
"""What a reader module offers as ``read``: the file's bytes, its name for messages, the language if given."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format, how a file of it is recognised, and the module that reads it."""

    name: str
    suffixes: tuple[str, ...]
    magic: tuple[bytes, ...] = ()
    """What a file of the format begins with."""
    module: str | None = None
    """Module with a function ``read`` of type Reader; the format is readable once the module exists. None: never."""
    advice: str = "save the act as plain text (.txt) and give that."


# Magic goes before suffix: a Word file named .pdf is a Word file.
_CONVERT = "save it as .docx or plain text and give that."
_OLD_WORD = "take its password off if it has one, " + _CONVERT
_SHEET = "give the act itself as .docx, PDF or text; tables alone are no act."
_PAGE = "save it as .html or .docx and give that."
_PICTURE = "give the text of the act, not a picture of it."
MARKDOWN = (".md", ".markdown")
"""Suffixes of a file in Markdown."""
FORMATS = (
    Format("a PDF", (".pdf",), (b"%PDF-",), "lexkz.reading.pdf"),
    Format("a Word document (.docx)", (".docx",), (b"PK\x03\x04",), "lexkz.reading.docx"),
    Format(
        "an HTML page",
        (".html", ".htm", ".xhtml"),
        (b"<!DOCTYPE html", b"<!doctype html", b"<html"),
        "lexkz.reading.html",
    ),
    Format("a JSON file", (".json",), (), "lexkz.reading.bank"),
    Format("Markdown", MARKDOWN, (), "lexkz.reading.markdown"),
    Format("an old Word document (.doc)", (".doc",), (b"\xd0\xcf\x11\xe0",), advice=_OLD_WORD),
    Format("an RTF document", (".rtf",), (b"{\\rtf",), advice=_CONVERT),
    Format("an OpenDocument text", (".odt",), advice=_CONVERT),
    Format("a flat OpenDocument text (.fodt)", (".fodt",), advice=_CONVERT),
    Format(
        "a web page in a single file (.mht)", (".mht", ".mhtml"), (b"MIME-Version:", b"From: <Saved by"), advice=_PAGE
    ),
    Format("a spreadsheet", (".xlsx", ".xls", ".ods", ".xlsm"), advice=_SHEET),
    Format("a presentation", (".pptx", ".ppt", ".odp"), advice=_CONVERT),
    Format("an archive", (".zip", ".gz", ".7z", ".rar"), (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"), advice="unpack it."),
    Format("an image", (".png", ".gif", ".bmp", ".webp"), (b"\x89PNG", b"GIF8"), advice=_PICTURE),
    Format("an image", (".jpg", ".jpeg", ".tif", ".tiff"), (b"\xff\xd8\xff", b"II*\x00", b"MM\x00*"), advice=_PICTURE),
    Format("a scan", (".djvu",), (b"AT&TFORM",), advice=_PICTURE),
    Format("an XML file", (".xml", ".akn"), (b"<?xml", b"<akomaNtoso"), advice="give the source of the act."),
)


_SHARED = (".odt", ".zip", ".xlsx", ".xls", ".xlsm", ".ods", ".pptx", ".ppt", ".odp")
"""Suffixes of formats that begin as Word files of now or then do."""


_PAGE_IN_XML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}>\s*(?:<!--.{0,1000}?-->\s*)?(?i:<!DOCTYPE\s+html\b|<html[\s>])", re.S
)
_MAIL = re.compile(rb"\s*(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?(?i:content-type:\s*multipart/)")
"""The headers of pages that a browser saved with all that belongs to them."""


def read_source(path: Path, *, lang: Lang | None = None, limits: Limits | None = None) -> Source:
    """Read the file at ``path`` into blocks.

    ``lang`` is believed when given, else detected. ``limits`` caps size, pages, depth and time; without it those hold
    that were chosen (:func:`lexkz.reading.limits.choose`).
    Raises SourceError, one sentence with what to do, for a file that is missing, empty, beyond the limits, binary, of a
    format that cannot be read, or in a language that is neither Kazakh nor Russian.
    """
    name = path.name or str(path)
    with watched(name, limits) as most:
        source = _source(path, name, lang, most)
        refused(source, name)
        source = with_lost_letters(with_doubted_letters(without_view(without_letter(laid_out(source)))))
        if source.pages is not None and source.pages > most.pages:
            raise SourceError(f"{name} has more than {most.pages} pages: give one act, or allow more with --max-pages.")
    return source


def _source(path: Path, name: str, lang: Lang | None, most: Limits) -> Source:
    data = _bytes(path, name, most.bytes)
    known = _format(path.suffix.lower(), data)
    if known is None:
        return _read(encoding.decode(data, name), name, lang)
    if known.module is None or find_spec(known.module) is None:
        raise SourceError(f"{name} is {known.name}, which cannot be read: {known.advice}")
    module = import_module(known.module)
    if known.name == "a PDF":
        # Its reader goes by pages, so it stops at a page too many before it has read the rest.
        own = module.PdfLimits(bytes=most.bytes, pages=most.pages, seconds=most.seconds)
        pdf: Source = module.read_pdf(data, lang=lang, limits=own, name=name)
        return pdf
    return cast(Reader, module.read)(data, name, lang)


def read_text(text: str, *, lang: Lang | None = None) -> Source:
    """Read an act or a fragment of one from a string, like the text of a file; raises SourceError as read_source
    does."""
    source = _read(encoding.clean(text, "The text"), "The text", lang)
    return with_lost_letters(with_doubted_letters(without_view(without_letter(laid_out(source)))))


def _read(text: str, name: str, lang: Lang | None) -> Source:
    text, taken = taken_back(text, name)
    text, said = letters.modern(text)
    # Only now: bytes that were taken for another encoding's, and letters of old fonts, look like control characters.
    text, strange = without_never_text(text)
    text, letter = unquoted(text)
    known = lang or detect(text)
    if known is None:
        raise no_language(text, name)
    source = extraction.read(text, known) if is_extraction(text) else plain.read(text, known)
    first = tuple(one for one in (strange, taken, said, letter) if one is not None)
    return replace(source, findings=(*first, *source.findings)) if first else source


def _bytes(path: Path, name: str, max_bytes: int) -> bytes:
    try:
        if path.is_dir():
            raise SourceError(f"{name} is a folder: give the file of the act inside it.")
        if path.exists() and not path.is_file():
            # What is asked for its kind first is then no longer whole.
            raise SourceError(f"{name} is a pipe or a device, no file: save the act and give its file.")
        if path.stat().st_size > max_bytes:
            megabytes = f"{max_bytes / MEGABYTE:.3g}"
            raise SourceError(
                f"{name} is larger than {megabytes} MB: give the text of one act, or allow more with --max-size."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{name} does not exist: check the path.") from None
    except OSError as error:
        raise SourceError(
            f"{name} cannot be opened ({error.strerror}): check the path and your rights to it."
        ) from None


def is_page(data: bytes) -> bool:
    """Tell whether a file that begins as XML is a page of HTML: its first element says so."""
    return _PAGE_IN_XML.match(data) is not None


def _format(suffix: str, data: bytes) -> Format | None:
    """Return the format of a file that is not plain text; None for text of any suffix."""
    head = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    if _MAIL.match(data):
        # Its headers come in any order, and its name can end in .html.
        return next(known for known in FORMATS if ".mht" in known.suffixes)
    if is_page(data):
        return next(known for known in FORMATS if ".xhtml" in known.suffixes)
    for known in FORMATS:
        if head.startswith(known.magic) and known.magic:
            # Files of other programs are zips, too, or OLE files; then the suffix decides.
            other = next((other for other in FORMATS if suffix in other.suffixes and suffix in _SHARED), None)
            return other if other and head.startswith((b"PK", b"\xd0\xcf")) else known
    return next((known for known in FORMATS if suffix in known.suffixes), None)
