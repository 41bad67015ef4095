"""Footnotes: small type at the foot of a page that begins with a mark, so that no sentence is cut by it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lexkz.reading.blocks import Block, Paragraph
from lexkz.reading.pdf.frame import Style
from lexkz.reading.pdf.lines import Printed
from lexkz.reading.pdf.paragraphs import Reader

_MARK = re.compile(r"(\*{1,4}|\d{1,2}(?![\d.])|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})[)⁾]?\s?(?=[^\W\d_]|[\"«“(])")
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SMALL = 0.88
"""Of the type size of the text: footnotes are set smaller."""
_FOOT = 0.5
"""Of the page's height: footnotes stand below it."""


def footnotes(
    pages: Mapping[int, Sequence[Printed]], heights: Mapping[int, float], style: Style
) -> dict[int, tuple[tuple[Printed, ...], ...]]:
    """Return the footnotes of each page, each as its lines: the last lines of the page as far as they are small, from
    the first that begins with a mark on."""
    made: dict[int, tuple[tuple[Printed, ...], ...]] = {}
    for page, lines in pages.items():
        begin = len(lines)
        while begin and _is_small(lines[begin - 1], heights[page], style):
            begin -= 1
        notes: list[list[Printed]] = []
        for line in lines[begin:]:
            if _MARK.match(line.text):
                notes.append([])
            if notes:
                notes[-1].append(line)
        # Small type from the page's first line on is an annex set small, no footnote.
        if notes and begin:
            made[page] = tuple(tuple(note) for note in notes)
    return made


def begins_note(line: Printed) -> bool:
    """Tell whether a line begins as a footnote does: with a mark and the first word behind it."""
    return bool(_MARK.match(line.text))


def _is_small(line: Printed, height: float, style: Style) -> bool:
    return line.size < _SMALL * style.size and line.y > _FOOT * height


def with_footnotes(
    blocks: Sequence[Block], notes: Mapping[int, Sequence[Sequence[Printed]]], reader: Reader
) -> list[Block]:
    """Return ``blocks`` with each footnote after the last block that begins on its page."""
    made = list(blocks)
    for page in sorted(notes):
        own = [_paragraph(lines, reader) for lines in notes[page]]
        at = next((index for index, block in enumerate(made) if (block.place.page or 0) > page), len(made))
        made[at:at] = own
    return made


def _paragraph(lines: Sequence[Printed], reader: Reader) -> Paragraph:
    found = _MARK.match(lines[0].text)
    assert found is not None
    return replace(reader.joined(lines, "left"), footnote=found[1].translate(_LEVEL))
