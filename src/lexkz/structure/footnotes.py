"""Footnotes of the act itself: the text under a mark (``*``, ``1``), tied to the line that bears the mark."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lexkz.languages.detect import Lang
from lexkz.reading.blocks import Cell, Table
from lexkz.structure.corner_marks import at
from lexkz.structure.lines import Footnote, Item, Line, borne, raised
from lexkz.structure.notes import is_editors

_TYPED = re.compile(r"(?P<mark>\*{1,5}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})\)?\s*(?=\S)")
"""A mark typed at the head of a line."""


def tie(items: Sequence[Item], lang: Lang) -> tuple[Item, ...]:
    """Return ``items`` without the lines that are footnotes, each of them now in the line that bears its mark.

    What the format marks as a footnote is one, and belongs to the nearest line above with its mark, or to the nearest
    cell of a table in which the mark is raised. A line that only
    begins with a mark is one where exactly one line above it bears the mark behind a word, in the same annex where
    alignment shows annexes; else it is text like any other (a list with stars, a note under a table).
    """
    out: list[Item] = []
    begins = 0
    """Where the annex begins in which the walk is."""
    last: tuple[str, _Bearer] | None = None
    """Mark of the footnote that the item before was, and its bearer: a footnote can have several paragraphs."""
    for place, item in enumerate(items):
        if not isinstance(item, Line):
            out.append(item)
            last = None
            continue
        mark = item.footnote or _typed(item, lang)
        if mark is not None and item.footnote is not None and last is not None and last[0] == mark:
            bearer: _Bearer | None = last[1]
        else:
            bearer = None if mark is None else _bearer(out, begins, mark, sure=item.footnote is not None)
        if mark is not None and bearer is not None:
            out[bearer[0]] = _bearing(out[bearer[0]], bearer[1:], mark, item)
            last = (mark, bearer)
            continue
        last = None
        if item.align == "right" and at(items, place, lang) is not None:
            begins = len(out)
        out.append(item)
    return tuple(out)


def _typed(line: Line, lang: Lang) -> str | None:
    match = _TYPED.match(line.text)
    return match["mark"] if match is not None and not is_editors(line, lang) else None


_Bearer = tuple[int, ...]
"""Place of a line among the items; of a cell: those of its table, its row and itself."""


def _bearer(out: list[Item], begins: int, mark: str, *, sure: bool) -> _Bearer | None:
    if sure:
        near = (found for place in range(len(out) - 1, begins - 1, -1) for found in _in_item(out[place], place, mark))
        return next(near, None)
    lines = [place for place in range(begins, len(out)) if isinstance(out[place], Line)]
    found = [bearer for place in lines for bearer in _in_item(out[place], place, mark)]
    return found[0] if len(found) == 1 else None


def _in_item(item: Item, place: int, mark: str) -> Iterator[_Bearer]:
    """Yield where an item bears a mark, the cells of a table from the first on: their notes stand in this order."""
    if isinstance(item, Line):
        if borne(item.text, mark) and not item.note and not _noted(item, mark):
            yield (place,)
        return
    for number, row in enumerate(item.rows):
        for column, cell in enumerate(row.cells):
            if raised(cell.text, mark) and all(own != mark for own, _ in cell.footnotes):
                yield place, number, column


def _bearing(item: Item, within: tuple[int, ...], mark: str, note: Line) -> Item:
    if isinstance(item, Line):
        return replace(item, notes=_with(item.notes, mark, note))
    number, column = within
    row = item.rows[number]
    cell = row.cells[column]
    before = cell.footnotes
    if before and before[-1][0] == mark:
        notes = (*before[:-1], (mark, (*before[-1][1], note.text)))
    else:
        notes = (*before, (mark, (note.text,)))
    cells: tuple[Cell, ...] = (*row.cells[:column], replace(cell, footnotes=notes), *row.cells[column + 1 :])
    rows = (*item.rows[:number], replace(row, cells=cells), *item.rows[number + 1 :])
    made: Table = replace(item, rows=rows)
    return made


def _noted(line: Line, mark: str) -> bool:
    return any(note.mark == mark for note in line.notes)


def _with(notes: tuple[Footnote, ...], mark: str, line: Line) -> tuple[Footnote, ...]:
    if notes and notes[-1].mark == mark:
        return (*notes[:-1], replace(notes[-1], lines=(*notes[-1].lines, line)))
    return (*notes, Footnote(mark, (line,)))
