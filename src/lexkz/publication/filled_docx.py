"""A filled-in form as a Word document; each value stands in a content control that bears the name of its field."""

import io
from typing import TYPE_CHECKING, Any

from lexkz.annex.marked_fields import is_ticked
from lexkz.publication.extras import MissingExtraError
from lexkz.publication.filled import BlankEntry, FilledForm, FilledLine, FilledSheet
from lexkz.publication.sheet.model import WIDE_BLANK
from lexkz.publication.stable_zip import stable_zip

if TYPE_CHECKING:
    from docx.document import Document as Document_
    from docx.text.paragraph import Paragraph

_LANGUAGES = {"kaz": "kk-KZ", "rus": "ru-RU"}
_LONGEST_ALIAS = 64
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"


def filled_docx(form: FilledForm, day: str | None = None) -> bytes:
    """Return ``form`` as a DOCX file; ``day`` (ISO) is the date that its properties bear.

    A blank without a value is a content control that shows its underscores, so that it can be filled in by hand later.
    Raises MissingExtraError without the extra ``docx``.
    """
    try:
        from docx import Document
    except ModuleNotFoundError as error:
        raise MissingExtraError("DOCX", "docx") from error

    document = Document()
    _page(document, form)
    for block in form.blocks:
        if isinstance(block, FilledLine):
            _line(document.add_paragraph(), block)
        else:
            _sheet(document, block)
    out = io.BytesIO()
    document.save(out)
    return stable_zip(out.getvalue(), day)


def docx_entries(data: bytes) -> tuple[tuple[str, str], ...]:
    """Return the tag and text of each value in a document that :func:`filled_docx` made, in order."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.text.run import Run

    made = []
    document = Document(io.BytesIO(data))
    for control in document.element.body.iter(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is None or control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None:
            continue
        runs = control.iter(qn("w:r"))
        made.append((tag.get(qn("w:val")) or "", "".join(Run(run, document._body).text for run in runs)))
    return tuple(made)


def _page(document: "Document_", form: FilledForm) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    document.core_properties.title = (form.title or "")[:255]
    document.core_properties.author = "lexkz"
    document.core_properties.comments = ""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(12)
    normal.paragraph_format.space_after = Pt(4)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LANGUAGES[form.lang])
    normal.element.get_or_add_rPr().append(language)


def _line(paragraph: "Paragraph", line: FilledLine, *, in_cell: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.shared import Cm

    if line.style == "corner":
        # A narrow block of centred lines at the right, as in the papers of an act.
        paragraph.alignment = ALIGN.CENTER
        paragraph.paragraph_format.left_indent = Cm(8.5)
    elif line.style in ("mark", "addressee"):
        paragraph.alignment = ALIGN.RIGHT
    elif line.style == "title":
        paragraph.alignment = ALIGN.CENTER
    elif not in_cell:
        wide = WIDE_BLANK.search("".join(one if isinstance(one, str) else one.text for one in line.pieces))
        paragraph.alignment = ALIGN.LEFT if wide else ALIGN.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.25)
    bold = line.style in ("title", "heading")
    for piece in line.pieces:
        if isinstance(piece, BlankEntry):
            _control(paragraph, piece)
        else:
            paragraph.add_run(piece).bold = bold or None


def _control(paragraph: "Paragraph", entry: BlankEntry) -> None:
    """Append a content control; its run is made by the paragraph, then moved into it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run(entry.text)
    run.underline = True if entry.given and not entry.ticks else None
    control, properties, content = (OxmlElement(name) for name in ("w:sdt", "w:sdtPr", "w:sdtContent"))
    for name, value in (("w:alias", entry.label[:_LONGEST_ALIAS]), ("w:tag", entry.tag)):
        made = OxmlElement(name)
        made.set(qn("w:val"), value)
        properties.append(made)
    if not entry.given:
        properties.append(OxmlElement("w:showingPlcHdr"))
    properties.append(_kind(entry))
    control.append(properties)
    control.append(content)
    paragraph._p.append(control)
    content.append(run._r)


def _kind(entry: BlankEntry) -> Any:
    """Return what a content control holds: a box, a list, else text."""
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import qn

    if entry.ticks:
        checked = int(is_ticked(entry.text))
        return parse_xml(f'<w14:checkbox xmlns:w14="{_WORD_2010}"><w14:checked w14:val="{checked}"/></w14:checkbox>')
    if entry.values:
        made = OxmlElement("w:comboBox" if entry.other else "w:dropDownList")
        for value in entry.values:
            listed = OxmlElement("w:listItem")
            listed.set(qn("w:displayText"), value)
            listed.set(qn("w:value"), value)
            made.append(listed)
        return made
    made = OxmlElement("w:text")
    made.set(qn("w:multiLine"), "1")
    return made


def _sheet(document: "Document_", sheet: FilledSheet) -> None:
    table = document.add_table(rows=len(sheet.rows), cols=max(sheet.width, 1))
    table.style = "Table Grid"
    for place, row in enumerate(sheet.rows):
        for cell in row:
            target = table.cell(place, cell.column)
            if cell.rows > 1 or cell.columns > 1:
                last_row = min(place + cell.rows, len(sheet.rows)) - 1
                target = target.merge(table.cell(last_row, min(cell.column + cell.columns, sheet.width) - 1))
            for number, line in enumerate(cell.lines):
                _line(target.paragraphs[0] if not number else target.add_paragraph(), line, in_cell=True)
