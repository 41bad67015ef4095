"""The real order, set as Word documents, is the same act as its text extraction."""

import re
from html import escape

from lexkz.reading import docx
from lexkz.reading.blocks import Block, Paragraph, Table
from tests.reading.docx import setting
from tests.reading.docx.raw import lvl, num, numbering, p, r, tbl, tc, word
from tests.reading.html.test_order import assert_same_act, extraction

NUMBER = re.compile(r"(\d+)([.)]) (?=\S)")
BORDERS = '<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>'


def test_the_order_set_by_python_docx_gives_the_act_that_its_extraction_gives() -> None:
    assert_same_act(docx.read(setting.plain(extraction().blocks), "kaz.docx", None))


def test_the_order_with_numbers_by_word_and_marks_in_tables_gives_the_same_act() -> None:
    assert_same_act(docx.read(_as_ministries_do(extraction().blocks), "kaz.docx", None))


def _as_ministries_do(blocks: tuple[Block, ...]) -> bytes:
    """Set numbers as numbers of Word's, corner marks as tables without borders, each with lines broken by hand."""
    body: list[str] = []
    levels = {"1": lvl(0, "decimal", "%1."), "2": lvl(0, "decimal", "%1)")}
    nums: dict[str, str] = {}
    place = 0
    while place < len(blocks):
        block = blocks[place]
        if isinstance(block, Table):
            body.append(_table(block))
        elif block.align == "right":
            mark = [block.text]
            while (
                place + 1 < len(blocks) and isinstance(after := blocks[place + 1], Paragraph) and after.align == "right"
            ):
                mark.append(after.text)
                place += 1
            runs = "<w:r><w:br/></w:r>".join(r(escape(line, quote=False)) for line in mark)
            body.append(tbl((tc(""), tc(p(runs=runs)))))
        else:
            body.append(_paragraph(block, nums))
        place += 1
    return word("".join(body), {"numbering": numbering(levels, nums)})


def _paragraph(block: Paragraph, nums: dict[str, str]) -> str:
    jc = f'<w:jc w:val="{"center" if block.align == "center" else "both"}"/>'
    match = NUMBER.match(block.text)
    if match is None:
        return p(escape(block.text, quote=False), jc)
    # Each number is a list of its own that begins at it: so numbers come out whatever stands between them.
    key = str(len(nums) + 1)
    kind = "1" if match[2] == "." else "2"
    start = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{match[1]}"/></w:lvlOverride>'
    nums[key] = f'<w:abstractNumId w:val="{kind}"/>{start}'
    return p(escape(block.text[match.end() :], quote=False), num(key) + jc)


def _table(table: Table) -> str:
    """Set a table, cells that span rows as Word does: once in each row."""
    rows: list[tuple[str, ...]] = []
    below: dict[int, tuple[int, int]] = {}
    for row in table.rows:
        cells: list[str] = []
        column = 0
        for cell in (*row.cells, None):
            while column in below:
                left, span = below.pop(column)
                cells.append(tc("", f'<w:gridSpan w:val="{span}"/><w:vMerge/>'))
                if left > 1:
                    below[column + 1000] = (left - 1, span)
                column += span
            if cell is None:
                break
            merge = '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
            if cell.rowspan > 1:
                below[column + 1000] = (cell.rowspan - 1, cell.colspan)
            inner = "".join(p(escape(line, quote=False)) for line in cell.text.split("\n"))
            cells.append(tc(inner, f'<w:gridSpan w:val="{cell.colspan}"/>{merge}'))
            column += cell.colspan
        below = {place - 1000: left for place, left in below.items() if place >= 1000}
        rows.append(tuple(cells))
    return tbl(*rows, properties=BORDERS if table.borders else "")
