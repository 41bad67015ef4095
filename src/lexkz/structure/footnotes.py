"""Footnotes of the act itself: the text under a mark (``*``, ``1``), tied to the line that bears the mark."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lexkz.languages.detect import Lang
from lexkz.structure.corner_marks import at
from lexkz.structure.lines import Footnote, Item, Line, borne
from lexkz.structure.notes import is_editors

_TYPED = re.compile(r"(?P<mark>\*{1,5}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})\)?\s*(?=\S)")
"""A mark typed at the head of a line."""


def tie(items: Sequence[Item], lang: Lang) -> tuple[Item, ...]:
    """Return ``items`` without the lines that are footnotes, each of them now in the line that bears its mark.

    What the format marks as a footnote is one, and belongs to the nearest line above with its mark. A line that only
    begins with a mark is one where exactly one line above it bears the mark behind a word, in the same annex where
    alignment shows annexes; else it is text like any other (a list with stars, a note under a table).
    """
    out: list[Item] = []
    begins = 0
    """Where the annex begins in which the walk is."""
    last: tuple[str, int] | None = None
    """Mark of the footnote that the item before was, and its bearer: a footnote can have several paragraphs."""
    for place, item in enumerate(items):
        if not isinstance(item, Line):
            out.append(item)
            last = None
            continue
        mark = item.footnote or _typed(item, lang)
        if mark is not None and item.footnote is not None and last is not None and last[0] == mark:
            bearer: int | None = last[1]
        else:
            bearer = None if mark is None else _bearer(out, begins, mark, sure=item.footnote is not None)
        if mark is not None and bearer is not None:
            borne = out[bearer]
            assert isinstance(borne, Line)
            out[bearer] = replace(borne, notes=_with(borne.notes, mark, item))
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


def _bearer(out: list[Item], begins: int, mark: str, *, sure: bool) -> int | None:
    found = [
        place
        for place in range(begins, len(out))
        if isinstance(item := out[place], Line) and borne(item.text, mark) and not item.note and not _noted(item, mark)
    ]
    if sure:
        return found[-1] if found else None
    return found[0] if len(found) == 1 else None


def _noted(line: Line, mark: str) -> bool:
    return any(note.mark == mark for note in line.notes)


def _with(notes: tuple[Footnote, ...], mark: str, line: Line) -> tuple[Footnote, ...]:
    if notes and notes[-1].mark == mark:
        return (*notes[:-1], replace(notes[-1], lines=(*notes[-1].lines, line)))
    return (*notes, Footnote(mark, (line,)))
