"""What stands between the paragraphs of the body: title and requisites, signatures, corner marks, centred titles,
tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from lexkz.findings import Finding, FindingPlace, finding
from lexkz.languages.language import words_of
from lexkz.languages.references import References
from lexkz.reading.blocks import Align, Block, Lang, Paragraph
from lexkz.reading.extraction.pages import ExtractLine, Group
from lexkz.reading.extraction.paragraphs import plain_paragraph
from lexkz.reading.extraction.tables import begins_table, table

NARROW = 42
"""Longest line of a corner mark, in characters: it stands in the right half of the page."""
_MANY = 4
"""From so many groups on, what stands between two paragraphs is more than a signature or a title."""


@dataclass(frozen=True, slots=True)
class Between:
    """Groups of lines that stand between two paragraphs of the body."""

    groups: tuple[Group, ...]
    first: bool
    """True where no body stands before them: the title and the requisites."""
    quoted: bool
    """True where the paragraph before is a lone opening quote: the quoted table of a command."""


@dataclass(frozen=True, slots=True)
class Read:
    """The blocks of a stretch, and what could not be decided in it."""

    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()


def between(stretch: Between, lang: Lang, known: frozenset[str]) -> Read:
    """Return the blocks of ``stretch``: tables where a head or row numbers tell of one, paragraphs elsewhere.

    ``known``: words of the document.
    """
    words = words_of(lang).references
    if stretch.quoted and stretch.groups:
        made, findings = table(stretch.groups, words, known, quoted=True)
        return Read((made,), findings)
    blocks: list[Block] = []
    found: list[Finding] = []
    for segment in _segments(stretch.groups):
        at = next((index for index in range(len(segment)) if begins_table(segment[index:], words)), len(segment))
        blocks.extend(_lines(segment[:at], words, first=stretch.first, titled=at < len(segment)))
        if at == len(segment) >= _MANY and not stretch.first and not segment[0].lone:
            found.append(_unrecognised(segment[0].lines[0]))
        if at < len(segment):
            made, findings = table(segment[at:], words, known, quoted=False)
            blocks.append(made)
            found.extend(findings)
    return Read(tuple(blocks), tuple(found))


def _segments(groups: Sequence[Group]) -> list[list[Group]]:
    segments: list[list[Group]] = []
    for group in groups:
        if group.lone or not segments:
            segments.append([])
        segments[-1].append(group)
    return segments


def _lines(groups: list[Group], words: References, *, first: bool, titled: bool) -> list[Paragraph]:
    if not groups:
        return []
    if groups[0].lone and not first:
        return _annex_head(groups, words)
    made: list[Paragraph] = []
    for group in groups:
        if all(line.indent for line in group.lines):
            made.extend(_each(group.lines, "right"))
        else:
            text = " ".join(line.text for line in group.lines)
            align: Align = "center" if not first and (titled or text.isupper()) else "left"
            made.append(plain_paragraph(group.lines, align))
    return made


def _annex_head(groups: list[Group], words: References) -> list[Paragraph]:
    """Return the corner mark of an annex, a line each at the right, then what stands under it, centred."""
    end = _corner_end(groups, words)
    corner = [line for group in groups[:end] for line in group.lines]
    made = _each(corner, "right")
    for group in groups[end:]:
        if all(line.indent for line in group.lines) or words.form.fullmatch(group.lines[0].text.strip()):
            made.extend(_each(group.lines, "right"))
        else:
            made.append(plain_paragraph(group.lines, "center"))
    return made


def _corner_end(groups: list[Group], words: References) -> int:
    """Return how many of ``groups`` are the corner mark: narrow lines up to the last that names an annex.

    Where the annex is named first and its act after it, the narrow lines that follow belong to the mark too, up to the
    last group, which is the title where it begins with a capital.
    """
    narrow = 0
    for group in groups:
        if any(len(line.text) > NARROW for line in group.lines):
            break
        narrow += 1
    named = [
        index
        for index in range(narrow)
        for line in groups[index].lines
        if words.annex.search(line.text.strip()) and not line.indent
    ]
    if named and not any(
        words.annex.match(line.text.strip()) and line is not groups[named[-1]].lines[-1]
        for line in groups[named[-1]].lines
    ):
        return named[-1] + 1
    last = narrow
    for index in range(narrow):
        lines = groups[index].lines
        if index and (all(line.indent for line in lines) or words.form.fullmatch(lines[0].text.strip())):
            return index
    if last == len(groups) and last > 1 and groups[-1].lines[0].text[:1].isupper():
        last -= 1
    return last


def _each(lines: Sequence[ExtractLine], align: Align) -> list[Paragraph]:
    """Return a paragraph for each printed line, lines that ended at an open space joined with the next."""
    made: list[Paragraph] = []
    held: list[ExtractLine] = []
    for line in lines:
        held.append(line)
        if not line.open:
            made.append(plain_paragraph(held, align))
            held = []
    if held:
        made.append(plain_paragraph(held, align))
    return made


def _unrecognised(line: ExtractLine) -> Finding:
    return finding("read.table_unrecognised", FindingPlace(page=line.page, line=line.number), text=line.text.strip())
