"""Tables that lay out a page: the whole act in a cell, a menu beside it, its text in the other language beside it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lexkz.findings import Finding, finding
from lexkz.languages.detect import Lang, detect
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.reading.blocks import Furniture, Paragraph, Row, Run, Source, Table
from lexkz.reading.findings import LONGEST

_MOST = 0.7
"""Of the letters of a source: a table with so many holds the act, or its two texts."""
_LINES = 4
"""Lines of an act at least."""
_ROWS = 3
"""Rows at most of a table whose one cell holds an act."""
_BUTTON = 60
"""Characters of a line of a site's menu at most."""
_POINT = re.compile(r"[\"«]?(\d{1,3})\.\s")


def laid_out(source: Source) -> Source:
    """Return ``source`` with the act that stands in a cell or a column of a table as paragraphs; what stands beside it,
    a menu or the same act in the other language, is set aside and quoted. A source without such a table is returned as
    it is."""
    if not any(isinstance(block, Table) for block in source.blocks):
        return source
    whole = sum(map(_letters, (text for block in source.blocks for text in _texts(block))))
    for place, block in enumerate(source.blocks):
        if not isinstance(block, Table) or sum(map(_letters, _texts(block))) < _MOST * whole:
            continue
        found = _columns(block, source.lang) or _cell(block, source.lang)
        if found is not None:
            inside, aside, said = found
            pieces = (Furniture(" ".join(text.split()), "header", block.place) for text in aside)
            return replace(
                source,
                blocks=(*source.blocks[:place], *inside, *source.blocks[place + 1 :]),
                furniture=(*source.furniture, *pieces),
                findings=(*source.findings, *said),
            )
    return source


_Found = tuple[list[Paragraph], list[str], tuple[Finding, ...]]


def _columns(table: Table, lang: Lang) -> _Found | None:
    """Read a table of two columns, each of which is an act in a language of its own."""
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row.cells)]
    both = [row for row in rows if len(row.cells) == 2 and all(cell.colspan == 1 for cell in row.cells)]
    if not both or len(both) != len(rows):
        return None
    texts = ["\n".join(row.cells[column].text for row in both) for column in (0, 1)]
    langs = [detect(text) for text in texts]
    if set(langs) != {"kaz", "rus"}:
        return None
    if not all(_is_act(text, own) for text, own in zip(texts, langs, strict=True) if own is not None):
        return None
    own = langs.index(lang)
    other = texts[1 - own]
    told = finding("read.other_language", text=" ".join(other.split())[:LONGEST])
    return [line for row in both for line in _lines(row, own)], [other], (told,)


def _cell(table: Table, lang: Lang) -> _Found | None:
    """Read a table one of whose cells is an act, the others empty or a menu."""
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row.cells)]
    if len(rows) > _ROWS:
        return None
    holders = [(row, at) for row in rows for at, cell in enumerate(row.cells) if _is_act(cell.text, lang, whole=True)]
    if len(holders) != 1:
        return None
    holder, column = holders[0]
    others = [
        cell.text
        for row in rows
        for at, cell in enumerate(row.cells)
        if cell.text.strip() and not (row is holder and at == column)
    ]
    if not all(map(_is_menu, others)):
        return None
    said = (finding("read.print_view", text=" … ".join(" ".join(text.split()) for text in others)),) if others else ()
    return _lines(holder, column), others, said


def _lines(row: Row, column: int) -> list[Paragraph]:
    return [Paragraph((Run(line),), row.place) for line in row.cells[column].text.split("\n") if line.strip()]


def _is_act(text: str, lang: Lang, *, whole: bool = False) -> bool:
    """Tell whether a text is an act's by its lines: points that follow each other, or its requisites over the first;
    ``whole``: by both, for a comparative table has points as well."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < _LINES:
        return False
    points = [int(found[1]) for line in lines if (found := _POINT.match(line))]
    requisites = any(words_of(lang).structure.requisite.match(fold_spaces(line)) for line in lines[:_LINES])
    if requisites and points[:1] == [1]:
        return True
    return not whole and any(two == one + 1 for one, two in pairwise(points))


def _is_menu(text: str) -> bool:
    """Tell whether a text is none of an act: short lines that end no sentence and begin no unit."""
    lines: Sequence[str] = [line.strip() for line in text.split("\n") if line.strip()]
    return all(len(line) <= _BUTTON and line[-1] not in ".;:," and not _POINT.match(line) for line in lines)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _texts(block: Paragraph | Table) -> list[str]:
    return [block.text] if isinstance(block, Paragraph) else [cell.text for row in block.rows for cell in row.cells]
