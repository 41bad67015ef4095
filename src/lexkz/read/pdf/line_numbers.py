"""Numbers of lines in the margin of a draft: they count the printed lines and are no text of the act."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from lexkz.read.pdf.lines import Line

_NUMBER = re.compile(r"\d{1,4}")
_LABEL = re.compile(r"[\"«“]?(?:\d{1,4}(?:[-.]\d{1,3})*[.)]|[а-яәғқңөұүһі]\))")
_FEW = 5
"""So many numbers at least."""
_GAP = 0.5
"""Of the type size: white between the numbers and the text."""
_MOST = 0.9
"""So many of the lines of a page bear a number, where each line is counted."""
_WIDE = 1.6
"""Of the type size: white between columns of a table."""
_COLUMN = 3.0
"""Points: numbers stand on one left or right edge."""
_EACH = (1, 5, 10)
"""Each line is counted, or each fifth or tenth."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Lines of a page without the numbers in its margin, and these numbers as they are printed."""

    lines: tuple[Line, ...]
    numbers: tuple[Line, ...] = ()


def without_numbers(found: Sequence[Line]) -> Numbered:
    """Return the lines of a page with the numbers in its margin taken off.

    They count on by one step down the whole page, on one edge, left of all text; and the text is none of a table: it
    bears numbers of its own, or its sentences go on from line to line.
    """
    heads = [index for index, line in enumerate(found) if _NUMBER.fullmatch(line.words[0].text)]
    if len(heads) < _FEW:
        return Numbered(tuple(found))
    rest = [
        word.x0 for line in found for word in (line.words[1:] if _NUMBER.fullmatch(line.words[0].text) else line.words)
    ]
    if not rest:
        return Numbered(tuple(found))
    edge = min(rest) - _GAP * median(line.size for line in found)
    # A number at the foot is the page's.
    heads = [index for index in heads if found[index].words[0].x1 <= edge]
    if len(heads) < _FEW:
        return Numbered(tuple(found))
    numbers = [found[index] for index in heads]
    on_edge = any(
        max(edges) - min(edges) <= _COLUMN
        for edges in ([line.words[0].x0 for line in numbers], [line.words[0].x1 for line in numbers])
    )
    if not on_edge or not _counts(found, heads):
        return Numbered(tuple(found))
    own = set(heads)
    texts = [kept for index, line in enumerate(found) if (kept := _rest(line) if index in own else line) is not None]
    if not _is_text(texts):
        return Numbered(tuple(found))
    taken = tuple(replace(line, words=line.words[:1]) for line in numbers)
    return Numbered(tuple(texts), taken)


def _counts(found: Sequence[Line], heads: Sequence[int]) -> bool:
    """Tell whether numbers go on by one step, and each counts so many lines."""
    values = [int(found[index].words[0].text) for index in heads]
    steps = {later - earlier for earlier, later in pairwise(values)}
    if len(steps) != 1 or (step := steps.pop()) not in _EACH:
        return False
    # A number set smaller can stand as a line of its own beside its line: lines of text are what is counted.
    lines = [index for index, line in enumerate(found) if not (len(line.words) == 1 and index in set(heads))]
    alone = sum(len(found[index].words) == 1 for index in heads)
    count = len(lines) if alone else len(found)
    return len(heads) >= _MOST * count / step - 1 and (step > 1 or len(heads) >= _MOST * count)


def _rest(line: Line) -> Line | None:
    return replace(line, words=line.words[1:]) if len(line.words) > 1 else None


def _is_text(texts: Sequence[Line]) -> bool:
    """Tell whether lines are running text: units with numbers of their own, or sentences over several lines; and no
    columns."""
    own = sum(bool(_LABEL.match(line.words[0].text)) for line in texts)
    going = sum(line.words[0].text[:1].islower() for line in texts)
    columns = sum(any(right.x0 - left.x1 > _WIDE * line.size for left, right in pairwise(line.words)) for line in texts)
    return own + going >= max(2, 0.2 * len(texts)) and columns < 0.3 * len(texts)
