"""The whole of a PDF: its pages one by one, then what only all of them show: furniture, style, tables over pages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from lexkz.findings import Finding, FindingPlace, finding
from lexkz.languages.detect import SAMPLE, Lang, detect
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.letters import changed_letters, is_rubbish, words_of_letters
from lexkz.languages.old_fonts import old_codes, old_font
from lexkz.reading.blocks import Block, Furniture, Paragraph, Place, Source, SourceError
from lexkz.reading.controls import Controls
from lexkz.reading.findings import nested_table, on_page, struck_text
from lexkz.reading.letters import font_map, font_wrong, letters_changed
from lexkz.reading.marked.language import no_language
from lexkz.reading.pdf.corner import parted_by_marks
from lexkz.reading.pdf.cramped import cramped
from lexkz.reading.pdf.drop_caps import with_initials
from lexkz.reading.pdf.edges import PageEdges
from lexkz.reading.pdf.footnotes import footnotes, with_footnotes
from lexkz.reading.pdf.frame import style
from lexkz.reading.pdf.furniture import set_aside
from lexkz.reading.pdf.grid import grids
from lexkz.reading.pdf.gutters import Columns, in_cells
from lexkz.reading.pdf.hyphens import TYPESET, words_of_lines
from lexkz.reading.pdf.line_numbers import Count, without_numbers
from lexkz.reading.pdf.lines import PdfLine, Printed, lines, printed
from lexkz.reading.pdf.merging import whole
from lexkz.reading.pdf.paragraphs import Reader
from lexkz.reading.pdf.parts import TablePart, drawn, within
from lexkz.reading.pdf.prose import in_columns, paragraphs_of
from lexkz.reading.pdf.sheet import Glyph, PdfSheet
from lexkz.reading.pdf.signed import NAME
from lexkz.reading.pdf.stamps import beside_text, is_coloured, said_by, says_stamp, without_stamps
from lexkz.reading.pdf.stretches import Item, stretches
from lexkz.reading.pdf.tables import box, table
from lexkz.reading.pdf.turned import said_turned, turned_in
from lexkz.reading.pdf.words import SLIGHT
from lexkz.reading.wrapping import begins_unit

_INNER = (0.12, 0.85)
"""Of the height of a page: between them hardly any head or foot stands."""
_OPENERS = frozenset({'"', "«", "“", "„"})
_PICTURE = 0.3
"""A picture over so much of a page without text is the page."""
_LOOSE = 1.2
"""Lines further apart than others of their column, so many times, do not go on each other."""
_QUOTED = 200
"""Characters of a page that a finding quotes."""
_UNMAPPED = 0.2
"""With so many of its letters unknown a text is none."""


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
    recognised: int = 0
    pictured: list[int] = field(default_factory=list)
    slight: list[tuple[int, str]] = field(default_factory=list)
    """Pages, and words that slight white may part."""
    stamped: set[str] = field(default_factory=set)
    """What the stamps say."""
    inks: frozenset[int] = frozenset()
    """Coloured inks that stand within the text."""
    counted: Count | None = None
    """How far the lines are counted in the margin."""


def read_sheets(sheets: Iterable[PdfSheet], name: str, lang: Lang | None) -> Source:
    """Return the blocks of a PDF's pages.

    Raises SourceError where they hold no text, or text whose letters or language cannot be told; ``name`` is
    the file's in messages.
    """
    gathered = _Gathered()
    controls = Controls()
    letters: Mapping[str, str] | None = None
    for sheet in sheets:
        if not gathered.pages:
            letters = old_font(_said(sheet.glyphs, sheet.number)) if _may_be_old(sheet) else None
        _gather(_with_fields(_in_letters(sheet, letters) if letters else sheet, controls), gathered)
    _refuse(gathered, name)
    gathered.findings.extend(_font_findings(gathered, letters))
    known = lang or detect(_sample(gathered))
    whole = "\n".join(text for items in gathered.pages.values() for text in _lines_of(items))
    words = words_of_letters(whole)
    gathered.findings.extend(_parted_slightly(gathered.slight, whole, words))
    changed = changed_letters(words, known or "rus")
    if changed is not None:
        gathered.findings.append(letters_changed(changed))
    if known is None:
        raise no_language(_sample(gathered), name)
    return controls.told(_assemble(gathered, known))


def _parted_slightly(slight: Sequence[tuple[int, str]], text: str, words: frozenset[str]) -> Iterator[Finding]:
    """Yield what tells of slight white within words: where both parts are words of the document, and the whole is not
    found in it without that white."""
    whole = Counter(doubt.replace(SLIGHT, "").lower() for _, doubt in slight)
    printed = Counter(re.findall(r"\w+", text.lower())) if slight else Counter[str]()
    for page, doubt in slight:
        said = doubt.replace(SLIGHT, "").lower()
        parts = re.findall(r"\w+", doubt.lower())
        if " " in doubt or (
            all(part in words and len(part) > 1 for part in parts)
            and all(printed[one] <= whole[said] for one in re.findall(r"\w+", said))
        ):
            yield on_page("read.words_uncertain", page, doubt.replace(SLIGHT, " "))


def _with_fields(sheet: PdfSheet, controls: Controls) -> PdfSheet:
    """Return a page with what is printed in its fields, marked as theirs."""
    if not sheet.fields:
        return sheet
    glyphs = list(sheet.glyphs)
    for control, printed_ in sheet.fields:
        inked = [place for place, glyph in enumerate(printed_) if glyph.text != " "]
        if not inked:
            continue
        first, last = controls.marked(control, "\0").split("\0")
        own = list(printed_)
        own[inked[0]] = own[inked[0]]._replace(text=first + own[inked[0]].text)
        own[inked[-1]] = own[inked[-1]]._replace(text=own[inked[-1]].text + last)
        glyphs.extend(own)
    return replace(sheet, glyphs=tuple(glyphs))


def _may_be_old(sheet: PdfSheet) -> bool:
    """Tell whether a page has letters that stand in old fonts only: most have none, and need no closer look."""
    codes = old_codes()
    return any(glyph.text in codes for glyph in sheet.glyphs)


def _in_letters(sheet: PdfSheet, letters: Mapping[str, str]) -> PdfSheet:
    """Return a page set in an old font with the letters that it prints."""
    made: dict[int, Glyph] = {}

    def read(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
        # Those struck through are some of the others, and stay the same.
        return tuple(
            made.setdefault(id(glyph), glyph._replace(text=letters.get(glyph.text, glyph.text))) for glyph in glyphs
        )

    return replace(
        sheet,
        glyphs=read(sheet.glyphs),
        turned=read(sheet.turned),
        slanted=read(sheet.slanted),
        marked=read(sheet.marked),
        unseen=read(sheet.unseen),
        unseen_turned=read(sheet.unseen_turned),
        outside=read(sheet.outside),
        struck=read(sheet.struck),
    )


def _font_findings(gathered: _Gathered, letters: Mapping[str, str] | None) -> Iterator[Finding]:
    """Yield what is wrong with the letters of a file: an old font, or letters that are rubbish, page by page."""
    if letters:
        yield font_map(letters, "".join(text for items in gathered.pages.values() for text in _lines_of(items)))
    for page, items in gathered.pages.items():
        text = "\n".join(_lines_of(items))
        if old_font(text) is not None or is_rubbish(words_of_letters(text)):
            yield font_wrong(FindingPlace(page=page), text[:_QUOTED])


def _gather(sheet: PdfSheet, into: _Gathered) -> None:
    """Take from one page what is kept of it."""
    across = sheet.turned
    initials = with_initials(sheet.glyphs)
    into.findings.extend(
        on_page("read.initial_uncertain", sheet.number, one, candidates=(other,)) for one, other in initials.doubts
    )
    glyphs, stamps = without_stamps(initials.glyphs, frozenset(into.stamped))
    for own in stamps:
        into.stamped.add(said_by(own))
        if said := _said(own, sheet.number):
            into.furniture.append(Furniture(said, "header", Place(sheet.number, None)))
            into.findings.append(on_page("read.stamped_text", sheet.number, said))
    glyphs = _without_marks(sheet, glyphs, into)
    items: list[Item] = []
    found_grids = grids(sheet.rules)
    for grid in found_grids:
        if any(other.nests(grid) for other in found_grids):
            # Its letters are those of the cell that it stands in.
            if said := _said(within(grid.whole, sheet.glyphs), sheet.number):
                into.findings.append(nested_table(said, sheet.number))
            continue
        turned, across = turned_in(grid, across, sheet.number)
        part, glyphs = drawn(grid, glyphs, sheet.number, turned)
        if part is not None:
            items.append(part)
    free: list[PdfLine] = []
    counted = without_numbers(lines(glyphs, sheet.number), into.counted)
    into.counted = counted.count or into.counted
    into.findings.extend(on_page("read.furniture_uncertain", sheet.number, number) for number in counted.doubts)
    if counted.numbers:
        kept = [printed(line.words, line) for line in counted.numbers]
        into.furniture.extend(Furniture(line.text, "page_number", box([line])) for line in kept)
        into.findings.append(on_page("read.line_numbers", sheet.number, " ".join(line.text for line in kept)))
    for stretch in [*in_columns(counted.lines, sheet.number), None]:
        if isinstance(stretch, PdfLine):
            free.append(stretch)
            continue
        found = parted_by_marks(free, sheet.number)
        doubts = (*found.doubts, *cramped(free, found.items))
        into.findings.extend(on_page("read.columns_uncertain", sheet.number, doubt) for doubt in doubts)
        for item in found.items:
            items.append(printed(item.words, item) if isinstance(item, PdfLine) else item)
            if isinstance(item, PdfLine) and in_cells(item):
                into.findings.append(on_page("read.columns_uncertain", sheet.number, printed(item.words, item).text))
        free = []
        if stretch is not None:
            items.append(stretch)
            into.findings.append(on_page("read.page_in_columns", sheet.number))
    into.pages[sheet.number] = sorted(items, key=lambda item: item.top if isinstance(item, Printed) else item.y)
    for doubt in dict.fromkeys(doubt for item in items for line in _printed_in(item) for doubt in line.doubts):
        if SLIGHT in doubt:
            into.slight.append((sheet.number, doubt))
        else:
            into.findings.append(on_page("read.words_uncertain", sheet.number, doubt))
    into.widths[sheet.number] = sheet.width
    into.heights[sheet.number] = sheet.height
    for marked in lines(sheet.marked, sheet.number):
        line = printed(marked.words, marked)
        side: Literal["header", "footer"] = "header" if line.y < sheet.height / 2 else "footer"
        number = line.text.strip(" -–.").isdigit()
        into.furniture.append(Furniture(line.text, "page_number" if number else side, box([line])))
    # Across the page stand watermarks and stamps; their letters are counted, not lost.
    stamp = said_turned((*across, *sheet.slanted))
    if stamp:
        into.furniture.append(Furniture(stamp, "header", Place(sheet.number, None)))
        into.findings.append(on_page("read.turned_text", sheet.number, stamp))
    into.letters += len(sheet.glyphs)
    into.unmapped += sheet.unmapped
    into.recognised += sheet.recognised
    if sheet.unmapped:
        into.findings.append(on_page("read.unmapped_characters", sheet.number, count=sheet.unmapped))
    if outside := _said(sheet.outside, sheet.number):
        count = sum(glyph.text != " " for glyph in sheet.outside)
        into.findings.append(on_page("read.text_outside_page", sheet.number, outside, count=count))
    if unseen := f"{_said(sheet.unseen, sheet.number)} {said_turned(sheet.unseen_turned)}".strip():
        into.findings.append(on_page("read.hidden_text", sheet.number, unseen, case="pdf"))
    if through := _struck(sheet, stamps):
        into.findings.append(struck_text(through, sheet.number))
    if sheet.remarks:
        into.findings.append(on_page("read.hidden_text", sheet.number, " ".join(sheet.remarks), case="remarks"))
    if not sheet.glyphs and sheet.pictured > _PICTURE:
        into.pictured.append(sheet.number)


def _without_marks(sheet: PdfSheet, glyphs: Sequence[Glyph], into: _Gathered) -> Sequence[Glyph]:
    """Return characters without those of stamps beside the text that say what stamps say; of others in an ink of their
    own there, which can be a stamp's as well as text, tell so."""
    gone: set[int] = set()
    told: set[int] = set()
    for own in beside_text(glyphs, sheet.width, sheet.height, into.inks):
        kept: list[str] = []
        for line in lines(own, sheet.number):
            said = " ".join(word.text for word in line.words)
            if says_stamp(said):
                gone.update(id(glyph) for glyph in own if abs(glyph.y - line.y) < 0.5 * line.size)
                into.furniture.append(Furniture(said, "header", Place(sheet.number, None)))
                into.findings.append(on_page("read.stamped_text", sheet.number, said))
            else:
                kept.append(said)
        if kept and not begins_unit(kept[0]) and not kept[0][:1].islower():
            into.findings.append(on_page("read.stamp_uncertain", sheet.number, " ".join(kept)))
            told.update(glyph.ink for glyph in own)
    into.inks |= {glyph.ink for glyph in glyphs if is_coloured(glyph.ink) and id(glyph) not in gone} - told
    return [glyph for glyph in glyphs if id(glyph) not in gone] if gone else glyphs


def _struck(sheet: PdfSheet, stamps: Sequence[Sequence[Glyph]]) -> str:
    """Return the words of a page that a line is drawn through, those of stamps apart: they lie over tables, too."""
    stamped = {id(glyph) for own in stamps for glyph in own}
    return _said([glyph for glyph in sheet.struck if id(glyph) not in stamped], sheet.number)


def _said(glyphs: Sequence[Glyph], page: int) -> str:
    """Return characters that are not read as a finding quotes them."""
    return " ".join(word.text for line in lines(glyphs, page) for word in line.words)


def _refuse(gathered: _Gathered, name: str) -> None:
    """Raise SourceError for a file whose pages are pictures, or whose fonts do not tell their letters."""
    if gathered.unmapped > _UNMAPPED * gathered.letters:
        raise SourceError(
            f"{name} has fonts that do not tell which letters they print: give the act as text, HTML or .docx."
        )
    letters = (letter for items in gathered.pages.values() for text in _lines_of(items) for letter in text)
    if not any(letter.isalnum() for letter in letters):
        if gathered.pictured:
            raise SourceError(
                f"{name} is a scanned PDF, pictures of pages without text: run text recognition (OCR) over it, or give "
                "the act as text, HTML or .docx."
            )
        raise SourceError(f"{name} holds no text: give a PDF that has some, or the act as text, HTML or .docx.")
    gathered.findings.extend(on_page("read.page_without_text", page) for page in gathered.pictured)
    if gathered.recognised > gathered.letters / 2:
        gathered.findings.append(finding("read.recognised_text"))


def _lines_of(items: Sequence[Item]) -> Iterator[str]:
    """Yield the text of each line of a page."""
    return (line.text for item in items for line in _printed_in(item))


def _printed_in(item: Item) -> Iterable[Printed]:
    """Return the lines of a part of a page."""
    if isinstance(item, TablePart):
        return [line for cell in item.fields for line in cell.lines]
    return item.whole if isinstance(item, Columns) else (item,)


def _sample(gathered: _Gathered) -> str:
    """Return so much of the text as shows its language."""
    made: list[str] = []
    length = 0
    for items in gathered.pages.values():
        for text in _lines_of(items):
            made.append(text)
            length += len(text)
        if length > SAMPLE:
            break
    return "\n".join(made)


def _vocabulary(gathered: _Gathered) -> frozenset[str]:
    """Return the words of the document; only cells of tables and hyphens at line ends ask for them."""
    asked = any(
        isinstance(item, TablePart)
        or (isinstance(item, Printed) and item.text[-1:] in ("-", TYPESET) and item.text[-2:-1].islower())
        for items in gathered.pages.values()
        for item in items
    )
    if not asked:
        return frozenset()
    return words_of_lines(
        (text for items in gathered.pages.values() for text in _lines_of(items)),
        (item.text for items in gathered.pages.values() for item in items if isinstance(item, Printed)),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What only all pages together tell."""

    reader: Reader
    aside: frozenset[Printed]
    """Lines that are no part of the text's flow."""
    furniture: tuple[Furniture, ...]
    notes: dict[int, tuple[tuple[Printed, ...], ...]]
    """Footnotes of each page."""
    doubts: tuple[Printed, ...]
    """Lines that may be furniture and are kept as text."""


def _told(gathered: _Gathered, lang: Lang, known: frozenset[str]) -> _Told:
    """Look at the lines of all pages for their frame, furniture, style and footnotes."""
    flow = {page: [item for item in items if isinstance(item, Printed)] for page, items in gathered.pages.items()}
    # Columns are lines of the page too, where its frame and furniture are looked for.
    printed_lines = {
        page: sorted([*own, *extra], key=lambda line: line.y)
        if (extra := [line for item in gathered.pages[page] if isinstance(item, Columns) for line in item.whole])
        else own
        for page, own in flow.items()
    }
    pages = {
        page: PageEdges(gathered.heights[page], tuple(own), _tables(gathered, page))
        for page, own in printed_lines.items()
    }
    leading = style(printed_lines, gathered.widths).leading
    aside, furniture, doubts = set_aside(pages, leading, _body_size(gathered), words_of(lang).references)
    kept = {page: [line for line in own if line not in aside] for page, own in flow.items()}
    reader = Reader(style(kept, gathered.widths), lang, known)
    notes = footnotes(kept, gathered.heights, reader.style)
    aside |= {line for own in notes.values() for note in own for line in note}
    return _Told(reader, aside, furniture, notes, doubts)


def _body_size(gathered: _Gathered) -> float:
    """Return the type size of the text, in points: that of most lines outside tables, or of most of all lines where
    that is larger. Lines at the edges of pages are not counted: heads and feet can be longer than a short text."""
    counts: tuple[Counter[float], ...] = (Counter(), Counter(), Counter())
    every, inner, free = counts
    for page, items in gathered.pages.items():
        top, bottom = (share * gathered.heights[page] for share in _INNER)
        for item in items:
            for line in _printed_in(item):
                size, letters = round(line.size, 1), len(line.text)
                every[size] += letters
                if top < line.y < bottom:
                    inner[size] += letters
                    if not isinstance(item, TablePart):
                        free[size] += letters
    known = [found for found in (inner, free) if found] or [every]
    return max((found.most_common(1)[0][0] for found in known if found), default=10.0)


def _assemble(gathered: _Gathered, lang: Lang) -> Source:
    known = _vocabulary(gathered)
    told = _told(gathered, lang, known)
    reader = told.reader
    blocks: list[Block] = []
    findings = list(gathered.findings)
    found_furniture = [*gathered.furniture, *told.furniture]
    count = len(gathered.pages)
    parted, doubts = stretches(gathered.pages, told.aside, lang)
    findings.extend(doubts)
    findings.extend(on_page("read.furniture_uncertain", line.page, line.text) for line in told.doubts)
    # From here on a line is let go once it stands in a block.
    gathered.pages.clear()
    parted.reverse()
    while parted:
        stretch = parted.pop()
        if isinstance(stretch, Columns) and stretch.prose:
            blocks.extend(reader.joined(own, "body") for own in paragraphs_of(stretch))
        elif isinstance(stretch, Columns):
            for column in stretch.columns:
                blocks.extend(_column(column, reader))
        elif isinstance(stretch[0], TablePart):
            source = whole([part for part in stretch if isinstance(part, TablePart)])
            last = blocks[-1] if blocks else None
            quoted = isinstance(last, Paragraph) and last.text in _OPENERS
            made = table(source, words_of(lang).references, known, quoted=quoted, spaces=reader.style.spaces)
            blocks.append(made.table)
            findings.extend(made.findings)
            found_furniture.extend(Furniture(line.text, "header", box([line])) for line in source.repeated)
        else:
            paragraphs, doubts = reader.read(_let_go(stretch))
            blocks.extend(paragraphs)
            findings.extend(doubts)
    ordered = sorted(found_furniture, key=lambda piece: (piece.place.page or 0, (piece.place.box or (0.0, 0.0))[1]))
    blocks = with_footnotes(blocks, told.notes, reader)
    return Source("pdf", lang, tuple(blocks), tuple(ordered), tuple(findings), count)


def _let_go(stretch: list[Printed] | list[TablePart]) -> Iterator[Printed]:
    stretch.reverse()
    while stretch:
        item = stretch.pop()
        assert isinstance(item, Printed)
        yield item


def _tables(gathered: _Gathered, page: int) -> tuple[tuple[float, float], ...]:
    return tuple((item.rows[0], item.rows[-1]) for item in gathered.pages[page] if isinstance(item, TablePart))


def _column(column: Sequence[Printed], reader: Reader) -> list[Block]:
    """Return the lines of one column of a block: a paragraph for each stretch without white in it."""
    words = words_of(reader.lang).structure
    steps = [below.y - above.y for above, below in pairwise(column)]
    # Where all lines of an approval stand as far apart, that distance parts none of them.
    usual = min(steps) if len(steps) > 1 else 0.0
    stretches: list[list[Printed]] = []
    for line in column:
        above = stretches[-1][-1] if stretches else None
        if (
            above is None
            or any(words.approval.fullmatch(fold_spaces(one.text)) or NAME.fullmatch(one.text) for one in (above, line))
            or line.text.startswith("__")
            or (reader.style.loose(above, line) and line.y - above.y > _LOOSE * usual)
        ):
            stretches.append([])
        stretches[-1].append(line)
    return [reader.joined(stretch, "left") for stretch in stretches]
