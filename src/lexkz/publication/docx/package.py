"""The file around a Word document's text: page, properties, page numbers; the same sheet gives the same bytes."""

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from lexkz.languages.language import words_of
from lexkz.publication.docx.names import make, text
from lexkz.publication.docx.styles import define
from lexkz.publication.extras import MissingExtraError
from lexkz.publication.sheet.model import Sheet
from lexkz.publication.stable_zip import repack

if TYPE_CHECKING:
    from docx.document import Document

_MM = 36000  # English Metric Units
A4 = (210, 297)
LEFT, RIGHT, TOP, BOTTOM = 25, 15, 20, 20
"""Margins in millimetres."""


def text_width(sheet: Sheet) -> int:
    """Return the width of the text in twentieths of a point."""
    wide = A4[1] if sheet.landscape else A4[0]
    return round((wide - LEFT - RIGHT) / 25.4 * 1440)


def new_document(sheet: Sheet) -> "Document":
    """Return an empty document with page, styles, language, properties and page numbers of ``sheet``.

    Raises :class:`MissingExtraError` where python-docx is not installed.
    """
    try:
        import docx
    except ImportError as error:
        raise MissingExtraError("DOCX", "docx") from error
    document = docx.Document()
    define(document, words_of(sheet.lang).layout.locale)
    _page(document, sheet)
    _properties(document, sheet)
    return document


def save(document: "Document") -> bytes:
    """Return the bytes of a file, with fixed times in its archive."""
    buffer = BytesIO()
    document.save(buffer)
    return repack(buffer.getvalue())


def _page(document: "Document", sheet: Sheet) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Emu

    section = document.sections[0]
    wide, high = reversed(A4) if sheet.landscape else A4
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Emu(wide * _MM), Emu(high * _MM)
    section.left_margin, section.right_margin = Emu(LEFT * _MM), Emu(RIGHT * _MM)
    section.top_margin, section.bottom_margin = Emu(TOP * _MM), Emu(BOTTOM * _MM)
    section.header_distance = section.footer_distance = Emu(10 * _MM)
    footer = section.footer.paragraphs[0]._p
    footer.clear()
    footer.append(make("pPr", make("pStyle", val="Footer"), make("jc", val="center")))
    footer.extend((*_field("PAGE"), make("r", text(" / ")), *_field("NUMPAGES")))
    if sheet.running:
        header = section.header.paragraphs[0]._p
        header.clear()
        small = make("rPr", make("color", val="595959"), make("sz", val=16))
        header.extend(
            (make("pPr", make("pStyle", val="Header"), make("jc", val="right")), make("r", small, text(sheet.running)))
        )


def _field(instruction: str) -> tuple[etree._Element, ...]:
    return (
        make("r", make("fldChar", fldCharType="begin")),
        make("r", text(f" {instruction} ", "instrText")),
        make("r", make("fldChar", fldCharType="separate")),
        make("r", text("1")),
        make("r", make("fldChar", fldCharType="end")),
    )


def _properties(document: "Document", sheet: Sheet) -> None:
    core = document.core_properties
    core.title = sheet.title[:255]
    core.author = core.last_modified_by = core.comments = core.keywords = core.subject = ""
    core.language = words_of(sheet.lang).layout.locale
    core.revision = 1
    if sheet.date:
        core.created = core.modified = datetime.fromisoformat(sheet.date)
    else:
        for dated in [child for child in core._element if child.tag.endswith(("}created", "}modified"))]:
            core._element.remove(dated)
    settings = document.settings.element
    for old in settings.findall(make("compat").tag):
        settings.remove(old)
    mode = make("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    place = next((child for child in settings if child.tag in _AFTER_COMPAT), None)
    compat = make("compat", mode)
    if place is None:
        settings.append(compat)
    else:
        place.addprevious(compat)


_AFTER_COMPAT = frozenset(
    make(name).tag
    for name in (
        "docVars",
        "rsids",
        "attachedSchema",
        "themeFontLang",
        "clrSchemeMapping",
        "doNotIncludeSubdocsInStats",
        "shapeDefaults",
        "decimalSymbol",
        "listSeparator",
    )
) | {"{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"}
"""What stands after ``w:compat`` in the schema of settings."""
