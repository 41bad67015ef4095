"""The whole of a PDF: its pages one by one, then what only all of them show: furniture, style, tables over pages."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lexkz.findings import Finding
from lexkz.languages.detect import Lang, detect
from lexkz.languages.folding import fold_spaces
from lexkz.languages.references import references
from lexkz.languages.structure import structure
from lexkz.read.blocks import Block, Furniture, Paragraph, Place, Source, SourceError
from lexkz.read.extraction.cells import vocabulary
from lexkz.read.pdf.frame import style
from lexkz.read.pdf.furniture import Page, set_aside
from lexkz.read.pdf.grid import grids
from lexkz.read.pdf.gutters import Columns, regions
from lexkz.read.pdf.lines import Line, Printed, lines, printed
from lexkz.read.pdf.merging import goes_on, whole
from lexkz.read.pdf.paragraphs import Reader
from lexkz.read.pdf.parts import Part, drawn
from lexkz.read.pdf.sheet import Sheet
from lexkz.read.pdf.tables import box, table
from lexkz.read.pdf.trouble import hidden_text, page_without_text, unmapped

_OPENERS = frozenset({'"', "«", "“", "„"})
_NAME = re.compile(r"(?:[^\W\d_]\.\s?){1,3}[^\W\d_][\w-]+|[^\W\d_][\w-]+\s(?:[^\W\d_]\.\s?){1,2}")
"""A signatory: «С. Жакупова», «Жакупова С.»."""
_PICTURE = 0.3
"""A picture over so much of a page without text is the page."""
_UNMAPPED = 0.2
"""With so many of its letters unknown a text is none."""

Item = Printed | Part | Columns


@dataclass(slots=True)
class _Gathered:
    """What was taken from the pages read so far."""

    pages: dict[int, list[Item]] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    furniture: list[Furniture] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    letters: int = 0
    unmapped: int = 0
    hidden: int = 0
    pictured: list[int] = field(default_factory=list)


def read_sheets(sheets: Iterable[Sheet], name: str, lang: Lang | None) -> Source:
    """Return the blocks of a PDF's pages.

    Raises SourceError where they hold no text, or text whose letters or language cannot be told; ``name`` is
    the file's in messages.
    """
    gathered = _Gathered()
    for sheet in sheets:
        _gather(sheet, gathered)
    _refuse(gathered, name)
    text = "\n".join(_lines_of(gathered))
    known = lang or detect(text)
    if known is None:
        raise SourceError(
            f"{name} is neither in Kazakh nor in Russian, as far as can be told: "
            "if it is, say so with --lang kaz or --lang rus."
        )
    return _assemble(gathered, known, vocabulary(text))


def _gather(sheet: Sheet, into: _Gathered) -> None:
    """Take from one page what is kept of it."""
    glyphs = sheet.glyphs
    items: list[Item] = []
    for grid in grids(sheet.rules):
        part, glyphs = drawn(grid, glyphs, sheet.number)
        if part is not None:
            items.append(part)
    for item in regions(lines(glyphs, sheet.number), sheet.number):
        items.append(printed(item.words, item) if isinstance(item, Line) else item)
    into.pages[sheet.number] = sorted(items, key=lambda item: item.top if isinstance(item, Printed) else item.y)
    into.widths[sheet.number] = sheet.width
    into.heights[sheet.number] = sheet.height
    for marked in lines(sheet.marked, sheet.number):
        line = printed(marked.words, marked)
        side: Literal["header", "footer"] = "header" if line.y < sheet.height / 2 else "footer"
        number = line.text.strip(" -–.").isdigit()
        into.furniture.append(Furniture(line.text, "page_number" if number else side, box([line])))
    if sheet.turned:
        # Across the page stand watermarks and stamps; their letters are counted, not lost.
        turned = "".join(glyph.text for glyph in sheet.turned).strip()
        if turned:
            into.furniture.append(Furniture(turned, "header", Place(sheet.number, None)))
    into.letters += len(sheet.glyphs)
    into.unmapped += sheet.unmapped
    into.hidden += sheet.hidden
    if sheet.unmapped:
        into.findings.append(unmapped(sheet.number, sheet.unmapped))
    if not sheet.glyphs and sheet.pictured > _PICTURE:
        into.pictured.append(sheet.number)


def _refuse(gathered: _Gathered, name: str) -> None:
    """Raise SourceError for a file whose pages are pictures, or whose fonts do not tell their letters."""
    if not any(any(letter.isalnum() for letter in text) for text in _lines_of(gathered)):
        if gathered.pictured:
            raise SourceError(
                f"{name} is a scanned PDF, pictures of pages without text: run text recognition (OCR) over it, or give "
                "the act as text, HTML or .docx."
            )
        raise SourceError(f"{name} holds no text: give a PDF that has some, or the act as text, HTML or .docx.")
    if gathered.unmapped > _UNMAPPED * gathered.letters:
        raise SourceError(
            f"{name} has fonts that do not tell which letters they print: give the act as text, HTML or .docx."
        )
    gathered.findings.extend(page_without_text(page) for page in gathered.pictured)
    if gathered.hidden > gathered.letters / 2:
        gathered.findings.append(hidden_text())


def _lines_of(gathered: _Gathered) -> list[str]:
    made: list[str] = []
    for items in gathered.pages.values():
        for item in items:
            if isinstance(item, Part):
                made.extend(line.text for cell in item.fields for line in cell.lines)
            elif isinstance(item, Columns):
                made.extend(line.text for line in item.whole)
            else:
                made.append(item.text)
    return made


def _assemble(gathered: _Gathered, lang: Lang, known: frozenset[str]) -> Source:
    words = references(lang)
    flow = {page: [item for item in items if isinstance(item, Printed)] for page, items in gathered.pages.items()}
    # Columns are lines of the page too, where its frame and furniture are looked for.
    printed_lines = {
        page: sorted(
            [*own, *(line for item in gathered.pages[page] if isinstance(item, Columns) for line in item.whole)],
            key=lambda line: line.y,
        )
        for page, own in flow.items()
    }
    first_look = style(printed_lines, gathered.widths)
    aside, furniture = set_aside(
        {
            page: Page(gathered.heights[page], tuple(own), _tables(gathered, page))
            for page, own in printed_lines.items()
        },
        first_look.leading,
        words,
    )
    kept = {page: [line for line in own if line not in aside] for page, own in flow.items()}
    reader = Reader(style(kept, gathered.widths), lang)
    blocks: list[Block] = []
    findings = list(gathered.findings)
    found_furniture = [*gathered.furniture, *furniture]
    for stretch in _stretches(gathered, aside, lang):
        if isinstance(stretch, Columns):
            for column in stretch.columns:
                blocks.extend(_column(column, reader))
            continue
        if isinstance(stretch[0], Part):
            source = whole([part for part in stretch if isinstance(part, Part)])
            last = blocks[-1] if blocks else None
            quoted = isinstance(last, Paragraph) and last.text in _OPENERS
            made = table(source, words, known, quoted=quoted, spaces=reader.style.spaces)
            blocks.append(made.table)
            findings.extend(made.findings)
            found_furniture.extend(Furniture(line.text, "header", box([line])) for line in source.repeated)
            continue
        paragraphs, doubts = reader.read([line for line in stretch if isinstance(line, Printed)])
        blocks.extend(paragraphs)
        findings.extend(doubts)
    ordered = sorted(found_furniture, key=lambda piece: (piece.place.page or 0, (piece.place.box or (0.0, 0.0))[1]))
    return Source("pdf", lang, tuple(blocks), tuple(ordered), tuple(findings), len(gathered.pages))


def _tables(gathered: _Gathered, page: int) -> tuple[tuple[float, float], ...]:
    return tuple((item.rows[0], item.rows[-1]) for item in gathered.pages[page] if isinstance(item, Part))


def _stretches(
    gathered: _Gathered, aside: frozenset[Printed], lang: Lang
) -> list[list[Printed] | list[Part] | Columns]:
    """Return lines that follow each other, parts of one table, and blocks in columns, in order."""
    made: list[list[Printed] | list[Part] | Columns] = []
    items = [item for page in sorted(gathered.pages) for item in gathered.pages[page] if not _is_aside(item, aside)]
    for index, item in enumerate(items):
        last = made[-1] if made else None
        above = last[-1] if isinstance(last, list) else None
        if isinstance(item, Columns):
            below = items[index + 1] if index + 1 < len(items) else None
            before = isinstance(above, Part) and not above.borders and goes_on(above, item.row)
            if before or (isinstance(below, Part) and not below.borders and goes_on(item.row, below)):
                item = item.row
        if isinstance(item, Part):
            if isinstance(last, list) and isinstance(above, Part) and goes_on(above, item):
                made[-1] = [*(part for part in last if isinstance(part, Part)), item]
            else:
                made.append([item])
            continue
        if isinstance(item, Columns) and _stands_in_columns(item, lang):
            made.append(item)
            continue
        lines_of = [line for line in (item.whole if isinstance(item, Columns) else (item,)) if line not in aside]
        if isinstance(last, list) and isinstance(above, Printed):
            made[-1] = [*(one for one in last if isinstance(one, Printed)), *lines_of]
        else:
            made.append(list(lines_of))
    return made


def _is_aside(item: Item, aside: frozenset[Printed]) -> bool:
    return set(item.whole) <= aside if isinstance(item, Columns) else item in aside


def _stands_in_columns(block: Columns, lang: Lang) -> bool:
    """Tell whether a block is read column by column: a signature, approvals, or more lines than one side by side; a
    single line with wide white in it is a line."""
    if all(len(column) > 1 for column in block.columns) and len(block.columns) > 1:
        return True
    words = structure(lang)
    left = fold_spaces(" ".join(line.text for line in block.columns[0]))
    right = " ".join(line.text for line in block.columns[-1])
    return len(block.columns) == 2 and bool(
        _NAME.fullmatch(right) or (words.post.search(left) and len(block.whole) > 1)
    )


def _column(column: Sequence[Printed], reader: Reader) -> list[Block]:
    """Return the lines of one column of a block: a paragraph for each stretch without white in it."""
    words = structure(reader.lang)
    stretches: list[list[Printed]] = []
    for line in column:
        above = stretches[-1][-1] if stretches else None
        alone = above is not None and (
            words.approval.fullmatch(fold_spaces(above.text)) or words.approval.fullmatch(fold_spaces(line.text))
        )
        if above is None or alone or reader.style.loose(above, line) or _NAME.fullmatch(line.text):
            stretches.append([])
        stretches[-1].append(line)
    return [reader.joined(stretch, "left") for stretch in stretches]
