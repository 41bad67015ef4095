"""Set blocks as a Word document, by python-docx, which has no part in reading."""

import io
from collections.abc import Iterable
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lexkz.reading.blocks import Block, Paragraph, Table

_ALIGNS = {
    "body": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
}


def new() -> Any:
    """Return an empty document of python-docx."""
    return docx.Document()


def data(document: Any) -> bytes:
    """Return the bytes of a document of python-docx."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def plain(blocks: Iterable[Block]) -> bytes:
    """Return a document with nothing but ``blocks`` in it."""
    document = new()
    for block in blocks:
        if isinstance(block, Table):
            put_table(document, block)
        else:
            put_paragraph(document, block)
    return data(document)


def put_paragraph(document: Any, block: Paragraph) -> Any:
    """Append a paragraph."""
    style = None if block.heading is None else f"Heading {block.heading}"
    made = document.add_paragraph(style=style)
    made.alignment = _ALIGNS[block.align]
    for run in block.runs:
        own = made.add_run(run.text)
        own.bold = run.bold
        if run.href:
            relation = made.part.relate_to(run.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), relation)
            own._r.addprevious(link)
            link.append(own._r)
    return made


def put_table(document: Any, block: Table) -> Any:
    """Append a table, its spans merged."""
    columns = max(1, *(sum(cell.colspan for cell in row.cells) for row in block.rows))
    made = document.add_table(len(block.rows), columns, style="Table Grid" if block.borders else None)
    taken: set[tuple[int, int]] = set()
    for line, row in enumerate(block.rows):
        column = 0
        for cell in row.cells:
            while (line, column) in taken:
                column += 1
            last = made.cell(line + cell.rowspan - 1, column + cell.colspan - 1)
            own = made.cell(line, column)
            own = own.merge(last) if own is not last else own
            taken |= {(line + down, column + along) for down in range(cell.rowspan) for along in range(cell.colspan)}
            first, *rest = cell.text.split("\n")
            own.paragraphs[0].text = first
            for text in rest:
                own.add_paragraph(text)
    return made
