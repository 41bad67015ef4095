"""Styles of official texts as real Word styles: what is a heading is one, for the navigation pane as well."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from lexkz.publication.docx.names import make, qw
from lexkz.publication.sheet.model import SheetLine

if TYPE_CHECKING:
    from docx.document import Document

FONT = "Times New Roman"
"""Has all Kazakh letters and is on every machine with Word; LibreOffice has one of the same widths for it."""

_CORNER = 4820  # 8.5 cm
_INDENT = 709  # 1.25 cm in twentieths of a point


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    jc: str = "left"
    size: int = 24
    """In half points."""
    bold: bool = False
    italic: bool = False
    colour: str = ""
    indent: int = 0
    left: int = 0
    """Twentieths of a point by which its lines begin further right."""
    before: int = 0
    after: int = 0
    """Twentieths of a point."""
    keep: bool = False
    fill: str = ""
    outline: int | None = None
    together: bool = False
    """No space between two lines of the style."""


_STYLES = (
    _Style("Body Text", "both", indent=_INDENT),
    _Style("Title", "center", 28, bold=True, before=120, after=120, keep=True),
    _Style("Requisites", "center", after=240),
    _Style("Enacting Formula", "both", indent=_INDENT, before=120, after=120),
    *(
        _Style(f"Heading {level}", "center", bold=True, before=240, after=120, keep=True, outline=level - 1)
        for level in range(1, 7)
    ),
    _Style("Form Line"),
    # A narrow block at the right of the page, in the official manner: eight centimetres of the sixteen and a half.
    _Style("Corner Mark", "center", left=_CORNER),
    _Style("Form Mark", "right", before=120),
    _Style("Addressee", "right"),
    _Style("Centred", "center"),
    _Style("Right", "right"),
    _Style("Act Note", "both", 22, indent=_INDENT),
    _Style("Footnote", "both", 18),
    _Style("Gap", "center", colour="595959", before=60, after=60, fill="F2F2F2"),
    _Style("Signature Post", bold=True, before=120, keep=True, together=True),
    _Style("Signature Name", "right", bold=True, before=120),
    _Style("Approval", before=200, keep=True),
    _Style("Approved By"),
    _Style("Table Text", size=20),
    _Style("Table Head", "center", 20, bold=True),
    _Style("Inner Table Text", size=16),
    _Style("Inner Table Head", "center", 16, bold=True),
    _Style("Editors Note", "both", 18, colour="404040", indent=_INDENT, after=60),
    _Style("State of the Text", "center", 18, italic=True, after=20),
)

_BY_ROLE = {
    "title": "Title",
    "caption": "Title",
    "requisites": "Requisites",
    "identified": "Requisites",
    "formula": "Enacting Formula",
    "text": "Body Text",
    "form_line": "Form Line",
    "corner": "Corner Mark",
    "form": "Form Mark",
    "addressee": "Addressee",
    "center": "Centred",
    "right": "Right",
    "note": "Act Note",
    "footnote": "Footnote",
    "gap": "Gap",
    "post": "Signature Post",
    "signature": "Signature Name",
    "approval": "Approval",
    "cell": "Table Text",
    "editors_note": "Editors Note",
    "state": "State of the Text",
}


def style_of(line: SheetLine) -> str:
    """Return the name of the style of a line."""
    if line.role in ("heading", "article"):
        return f"Heading {max(1, min(line.level, 6))}"
    if line.role == "approval" and not line.level:
        return "Approved By"
    return _BY_ROLE[line.role]


def style_id(name: str) -> str:
    """Return the id by which paragraphs refer to the style."""
    return name.replace(" ", "")


def define(document: "Document", locale: str) -> None:
    """Give ``document`` the styles above and its language."""
    from docx.enum.style import WD_STYLE_TYPE

    _defaults(document, locale)
    known = {style.name for style in document.styles}
    for style in _STYLES:
        if style.name not in known:
            document.styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH)
        made = document.styles[style.name]
        made.hidden = False
        made.quick_style = True
        _define(made.element, style)


def _defaults(document: "Document", locale: str) -> None:
    styles = document.styles.element
    for properties in styles.iter(qw("rPrDefault")):
        for old in list(properties):
            properties.remove(old)
        properties.append(make("rPr", _fonts(), make("sz", val=24), make("szCs", val=24), _language(locale)))
    for properties in styles.iter(qw("pPrDefault")):
        for old in list(properties):
            properties.remove(old)
        properties.append(make("pPr", make("spacing", before=0, after=0, line=240, lineRule="auto")))
    normal = document.styles["Normal"].element
    for name in ("rPr", "pPr"):
        for old in normal.findall(qw(name)):
            normal.remove(old)
    normal.append(make("rPr", _fonts(), _language(locale)))


def _define(element: etree._Element, style: _Style) -> None:
    for name in ("rPr", "pPr", "link"):
        for old in element.findall(qw(name)):
            element.remove(old)
    lines = make("pPr")
    if style.keep:
        lines.extend((make("keepNext"), make("keepLines")))
    if style.fill:
        lines.append(make("shd", val="clear", color="auto", fill=style.fill))
    lines.append(make("spacing", before=style.before, after=style.after))
    if style.indent or style.left:
        lines.append(make("ind", left=style.left, firstLine=style.indent))
    if style.together:
        lines.append(make("contextualSpacing"))
    lines.append(make("jc", val=style.jc))
    if style.outline is not None:
        lines.append(make("outlineLvl", val=style.outline))
    words = make("rPr", _fonts())
    if style.bold:
        words.extend((make("b"), make("bCs")))
    if style.italic:
        words.extend((make("i"), make("iCs")))
    words.append(make("color", val=style.colour or "000000"))
    words.extend((make("sz", val=style.size), make("szCs", val=style.size)))
    element.extend((lines, words))


def _fonts() -> etree._Element:
    return make("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def _language(locale: str) -> etree._Element:
    return make("lang", val=locale, eastAsia=locale, bidi="ar-SA")
