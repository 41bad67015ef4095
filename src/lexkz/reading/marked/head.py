"""The head of a table, where the format does not mark it: what stands above row number 1."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lexkz.reading.blocks import Row

_FIRST = re.compile(r"1\s*[.)]?")
_NUMBER = re.compile(r"\d{1,4}(?:[-–.]\d{1,3})*\s*[.)]?")
_TALLEST = 8
"""Rows of the tallest head that is looked for."""


def with_head(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return ``rows`` with those of the head marked.

    Marks of the format are believed. Where it has none, the rows above number 1 are the head, those that number the
    columns included, a row of a group («Басшы қызметкерлер» over all columns) directly above number 1 apart. A table
    whose rows are not numbered from 1 shows no head.
    """
    if any(row.header for row in rows):
        return tuple(rows)
    end = _end(rows)
    return tuple(replace(row, header=True) if place < end else row for place, row in enumerate(rows))


def _end(rows: Sequence[Row]) -> int:
    numbered = _numbering(rows)
    if numbered is not None:
        return numbered + 1
    first = _first(rows, 0)
    if first is None or first > _TALLEST:
        return 0
    if _numbers_columns(rows[first]):
        return _above_groups(rows, _first(rows, first + 1) or first + 1, first + 1)
    return _above_groups(rows, first, 1) if first else 0


def _first(rows: Sequence[Row], start: int) -> int | None:
    """Return the row with number 1 in its first cell, None where another number comes before it."""
    for place in range(start, min(len(rows), start + _TALLEST + 1)):
        cells = rows[place].cells
        text = cells[0].text.strip() if cells else ""
        if _FIRST.fullmatch(text) and len(cells) > 1:
            return place
        if _NUMBER.fullmatch(text):
            return None
    return None


def _numbering(rows: Sequence[Row]) -> int | None:
    """Return the row that numbers columns from more than 1 on, as a table that continues a form has it: 12, 13, 14.

    None where a row above it begins with a number: then it is a row of data.
    """
    for place, row in enumerate(rows[: _TALLEST + 1]):
        texts = [cell.text.strip() for cell in row.cells]
        if place and len(texts) > 1 and all(text.isdecimal() for text in texts):
            start = int(texts[0])
            return place if texts == [str(start + offset) for offset in range(len(texts))] and start > 1 else None
        if not texts or _NUMBER.fullmatch(texts[0]):
            return None
    return None


def _numbers_columns(row: Row) -> bool:
    texts = [cell.text.strip() for cell in row.cells]
    return len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _above_groups(rows: Sequence[Row], end: int, least: int) -> int:
    while end > least and len(rows[end - 1].cells) == 1 and rows[end - 1].cells[0].colspan > 1:
        end -= 1
    return end
