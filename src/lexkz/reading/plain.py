"""Read a text that has one paragraph a line: as people type, copy and save acts, and as this project exports them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from lexkz.findings import Finding, FindingPlace, finding
from lexkz.reading.blocks import Block, Cell, Furniture, Lang, Paragraph, Place, Repair, Row, Run, Source, Table
from lexkz.reading.extraction.join import join
from lexkz.reading.findings import LONGEST
from lexkz.reading.halves import PAGE, Printed, made_whole
from lexkz.reading.limits import tick
from lexkz.reading.spaced import together
from lexkz.reading.wrapping import LISTS, NARROWEST, had_no_room, wrapped_at

_HEADING = re.compile(r"(#{1,6})\s+")
_ACROSS = re.compile(r"(?:[─━═]\s?){3,}|[=*~–—-]{3,}|(?:[=*~–—-]\s){2,}[=*~–—-]")
"""A line across the page, drawn with signs: «─────», «* * *»; a run of underscores is a blank to fill in."""
_INDENT = 3
"""Blanks at least before the first line of a paragraph."""
_PARAGRAPHS = 3
"""So many paragraphs at least show that the first line of each is indented."""
_ROW = re.compile(r"[│┃║|][^│┃║|]*[│┃║|]|[─━═]{3}|^\+?(?:-{3,}\+)+-*$")
"""A row of a table that is drawn with signs, or the line between two."""
_PLACES = re.compile(r"(?:[|│]_+)+[|│]")
"""Places of a form for single signs: «|_|_|_|»."""
_LABEL = re.compile(
    r"[\"«“]?(?:\d{1,4}(?:[-.]\d{1,3})*[.)]|[^\W\d_](?:-\d)?\)|[-–—•*]|(?:статья|глава|раздел)\s\d[\d-]*\.?|"
    r"\d[\d-]*-(?:бап|тарау|бөлім)\.?)",
    re.IGNORECASE,
)
"""The number of a unit, or the mark of an entry, alone."""
_FORM_PART = re.compile(r"_{3,}|\([^()]*\)|[^\W\d_][^\t_]{0,40}_{3,}")
"""A blank of a form, the words in brackets that tell what goes into it, or a label with its blank."""


def read(text: str, lang: Lang) -> Source:
    """Return the blocks of ``text``: each line a paragraph, Markdown heading marks taken off, lines with tabs as
    rows; lines that an editor wrapped are one paragraph."""
    furniture: list[Furniture] = []
    said: list[Finding] = []
    lines = made_whole(list(_lines(_with_numbers(re.split("[\n\f]", text)))), lang, furniture, said)
    blocks = tuple(_blocks(lines, furniture))
    said.extend(_drawn(blocks))
    return Source(format="text", lang=lang, blocks=blocks, furniture=tuple(furniture), findings=tuple(said))


def _with_numbers(printed: list[str]) -> list[str]:
    """Return lines with a blank for the tab that a word processor puts behind a number of its list: «1.<tab>Текст».
    Where a row of another kind stands right above or below, they are rows of a table, as «№<tab>Наименование» is."""
    cells = [[cell.strip() for cell in line.strip().split("\t") if cell.strip()] for line in printed]
    made = list(printed)
    at = 0
    while at < len(printed):
        end = at
        while end < len(printed) and len(cells[end]) > 1:
            end += 1
        if end > at and all(len(row) == 2 and _LABEL.fullmatch(row[0]) for row in cells[at:end]):
            made[at:end] = [" ".join(row) for row in cells[at:end]]
        at = max(end, at + 1)
    return made


def _drawn(blocks: Sequence[Block]) -> Iterator[Finding]:
    """Yield a finding for each table that is drawn with signs: what its cells are, lines that go on leave unsaid."""
    rows: list[Paragraph] = []
    for block in (*blocks, None):
        if isinstance(block, Paragraph) and _ROW.search(_PLACES.sub("", block.text)):
            rows.append(block)
            continue
        if len(rows) > 1:
            place = FindingPlace(line=rows[0].place.line)
            yield finding("read.table_unrecognised", place, text=" ".join(row.text for row in rows)[:LONGEST])
        rows = []


def _blocks(lines: Sequence[Printed], furniture: list[Furniture]) -> Iterator[Block]:
    rows: list[Row] = []
    for at, (number, end, line) in enumerate(lines):
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
        if PAGE.fullmatch(line.strip()) or (_ACROSS.fullmatch(line.strip()) and not _beside_rows(lines, at)):
            kind: Literal["header", "page_number"] = "page_number" if any(map(str.isdigit, line)) else "header"
            furniture.append(Furniture(line.strip(), kind, Place(None, number, number)))
        elif line.strip():
            yield _paragraph(line, number, end)
    if rows:
        yield _table(rows)


def _beside_rows(lines: Sequence[Printed], at: int) -> bool:
    """Tell whether a row of a table that is drawn with signs stands right above or below a line."""
    around = [lines[place][2] for place in (at - 1, at + 1) if 0 <= place < len(lines)]
    return any(_ROW.search(_PLACES.sub("", line)) or "\t" in line.strip() for line in around)


def _lines(printed: list[str]) -> Iterator[Printed]:
    """Yield lines with their first and last number; those that an editor wrapped as one."""
    bare = ["" if "\t" in line.strip() else line.strip() for line in printed]
    width = wrapped_at(bare)
    indented = not width and _hang(printed)
    number, held = 1, ""
    for place, line in enumerate(printed, start=1):
        above = bare[place - 2] if place > 1 else ""
        under = indented and above and line[:1].strip() and above[-1] not in ".;:"
        if (
            held
            and bare[place - 1]
            and (under or (not LISTS.search(above) and had_no_room(above, bare[place - 1], width)))
        ):
            held = join(held, bare[place - 1])
            continue
        if place > 1:
            yield number, place - 1, held
        number, held = place, line
    yield number, len(printed), held


def _hang(printed: list[str]) -> bool:
    """Tell whether each paragraph begins with an indented line, and lines at the edge go on with it: all indents are
    one, and no line at the edge begins a unit or stands below a blank line."""
    lines = [line.rstrip() for line in printed]
    indents = {len(line) - len(line.lstrip(" ")) for line in lines if line.startswith(" ")}
    edge = [(above, line) for above, line in pairwise(lines) if line and not line.startswith(" ")]
    if len(indents) != 1 or min(indents) < _INDENT or "\t" in "".join(lines) or not edge:
        return False
    if sum(line.startswith(" ") for line in lines) < _PARAGRAPHS or (lines[0] and not lines[0].startswith(" ")):
        return False
    return all(above and line[:1].islower() and len(above.strip()) >= NARROWEST for above, line in edge)


def _table(rows: list[Row]) -> Table:
    return Table(tuple(rows), Place(None, rows[0].place.line, rows[-1].place.end_line))


def _paragraph(line: str, number: int, end: int) -> Paragraph:
    apart = together(line)
    line = line.strip() if apart is None else apart
    mark = _HEADING.match(line)
    return Paragraph(
        runs=(Run(line[mark.end() :] if mark else line),),
        place=Place(None, number, end),
        repairs=() if apart is None else (Repair("letter_spaced", apart, number),),
        heading=len(mark[1]) if mark else None,
    )
