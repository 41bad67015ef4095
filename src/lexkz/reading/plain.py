"""Read a text that has one paragraph a line: as people type, copy and save acts, and as this project exports them."""

import re
from collections.abc import Iterator

from lexkz.reading.blocks import Block, Cell, Furniture, Lang, Paragraph, Place, Repair, Row, Run, Source, Table
from lexkz.reading.limits import tick
from lexkz.reading.spaced import together

_HEADING = re.compile(r"(#{1,6})\s+")
_PAGE = re.compile(
    r"[-–—]\s*\d{1,4}\s*[-–—]|(?:стр|бет|page)\w*\.?\s*\d{1,4}\s*(?:из|of|/)\s*\d{1,4}|\d{1,4}\s*беттің\s*\d{1,4}-?\s*беті",
    re.IGNORECASE,
)
"""The number of a page that was copied with the text: «- 2 -», «Стр. 2 из 9», «9 беттің 2-беті»."""
_FORM_PART = re.compile(r"_{3,}|\([^()]*\)|[^\W\d_][^\t_]{0,40}_{3,}")
"""A blank of a form, the words in brackets that tell what goes into it, or a label with its blank."""


def read(text: str, lang: Lang) -> Source:
    """Return the blocks of ``text``: each line a paragraph, Markdown heading marks taken off, lines with tabs as
    rows."""
    furniture: list[Furniture] = []
    blocks = tuple(_blocks(text, furniture))
    return Source(format="text", lang=lang, blocks=blocks, furniture=tuple(furniture))


def _blocks(text: str, furniture: list[Furniture]) -> Iterator[Block]:
    rows: list[Row] = []
    for number, line in enumerate(re.split("[\n\f]", text), start=1):
        tick()
        # Only a tab between words parts cells; one before the first word is an indent.
        cells = line.strip(" \r\n").lstrip("\t").split("\t") if "\t" in line.strip() else []
        if len(cells) > 1 and all(_FORM_PART.fullmatch(cell.strip()) for cell in cells if cell.strip()):
            # Blanks set side by side by tabs are lines of a form: «______ <tab> ______ / (қолы) <tab> (күні)».
            line, cells = "  ".join(cell.strip() for cell in cells if cell.strip()), []
        if len(cells) > 1:
            rows.append(Row(tuple(Cell(cell.strip()) for cell in cells), Place(None, number, number)))
            continue
        if rows:
            yield _table(rows)
            rows = []
        if _PAGE.fullmatch(line.strip()):
            furniture.append(Furniture(line.strip(), "page_number", Place(None, number, number)))
        elif line.strip():
            yield _paragraph(line, number)
    if rows:
        yield _table(rows)


def _table(rows: list[Row]) -> Table:
    return Table(tuple(rows), Place(None, rows[0].place.line, rows[-1].place.end_line))


def _paragraph(line: str, number: int) -> Paragraph:
    apart = together(line)
    line = line.strip() if apart is None else apart
    mark = _HEADING.match(line)
    return Paragraph(
        runs=(Run(line[mark.end() :] if mark else line),),
        place=Place(None, number, number),
        repairs=() if apart is None else (Repair("letter_spaced", apart, number),),
        heading=len(mark[1]) if mark else None,
    )
