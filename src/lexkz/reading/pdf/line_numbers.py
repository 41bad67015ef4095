"""Numbers of lines in the margin of a draft: they count the printed lines and are no text of the act."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median, mode

from lexkz.reading.pdf.lines import PdfLine

_NUMBER = re.compile(r"\d{1,4}")
_LABEL = re.compile(r"[\"«“]?(?:\d{1,4}(?:[-.]\d{1,3})*[.)]|[а-яәғқңөұүһі]\))")
_FEW = 5
"""So many numbers at least."""
_GAP = 0.5
"""Of the type size: white between the numbers and the text."""
_MOST = 0.75
"""Between so many of the numbers of a page stand as many lines as they say."""
_SMALL = 0.9
"""Of the type size: a number by itself on its page must be set smaller than its line."""
_SLACK = 0.5
"""Of the type size: a number stands so far from the baseline of its line at most."""
_HEAD = 3
"""Lines at most of a head over the text."""
_WIDE = 1.6
"""Of the type size: white between columns of a table."""
_COLUMN = 3.0
"""Points: numbers stand on one left or right edge."""
_PASSED = 0.2
"""Of the steps from number to number: at most so many pass over some."""
_OVER = 4
"""Steps at most of such a one."""
_EACH = (1, 5, 10)
"""Each line is counted, or each fifth or tenth."""


@dataclass(frozen=True, slots=True)
class Count:
    """How far the lines of a document are counted."""

    step: int
    last: int
    """The last number."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Lines of a page without the numbers in its margin, and these numbers as they are printed."""

    lines: tuple[PdfLine, ...]
    numbers: tuple[PdfLine, ...] = ()
    count: Count | None = None
    doubts: tuple[str, ...] = ()
    """Small numbers left of the text that count no lines; they are kept."""


def without_numbers(found: Sequence[PdfLine], before: Count | None = None) -> Numbered:
    """Return the lines of a page with the numbers in its margin taken off; ``before``: the count of the page before.

    They count on by one step down the whole page, on one edge, left of all text; and the text is none of a table: it
    bears numbers of its own, or its sentences go on from line to line. A few numbers are enough where so many lines
    stand between them as they say, and the first says which line it is, or goes on the count of the page before.
    """
    plain = Numbered(tuple(found))
    heads = [index for index, line in enumerate(found) if _NUMBER.fullmatch(line.words[0].text)]
    if not heads:
        return plain
    rest = [
        word.x0 for line in found for word in (line.words[1:] if _NUMBER.fullmatch(line.words[0].text) else line.words)
    ]
    if not rest:
        return plain
    edge = min(rest) - _GAP * median(line.size for line in found)
    # A number at the foot is the page's.
    heads = [index for index in heads if found[index].words[0].x1 <= edge]
    if not heads:
        return plain
    numbers = [found[index] for index in heads]
    on_edge = any(
        max(edges) - min(edges) <= _COLUMN
        for edges in ([line.words[0].x0 for line in numbers], [line.words[0].x1 for line in numbers])
    )
    small = _are_small(found, heads)
    count = _count(found, heads, before) if on_edge else None
    if count is None:
        return replace(plain, doubts=tuple(line.words[0].text for line in numbers)) if small else plain
    own = set(heads)
    texts = [kept for index, line in enumerate(found) if (kept := _rest(line) if index in own else line) is not None]
    goes_on = before is not None and int(numbers[0].words[0].text) == before.last + before.step
    if not goes_on and not _is_text(texts, small=small):
        return plain
    taken = tuple(replace(line, words=line.words[:1]) for line in numbers)
    return Numbered(tuple(texts), taken, count)


def _count(found: Sequence[PdfLine], heads: Sequence[int], before: Count | None) -> Count | None:
    """Return how numbers count the lines of a page; None where they do not."""
    values = [int(found[index].words[0].text) for index in heads]
    steps = _steps(values)
    # A number set smaller can stand as a line of its own beside its line: lines of text are what is counted.
    alone = {index for index in heads if len(found[index].words) == 1}
    texts = [index for index in range(len(found)) if index not in alone]
    goes_on = before is not None and values[0] == before.last + before.step and steps <= {before.step}
    if goes_on and before is not None:
        return Count(before.step, values[-1])
    if len(values) == 1:
        one, number = found[heads[0]], found[heads[0]].words[0]
        first = values[0] in _EACH[1:] and number.size <= _SMALL * max(word.size for word in one.words)
        return Count(values[0], values[0]) if first and _says_its_line(found, texts, heads[0], values[0]) else None
    if len(steps) != 1 or (step := steps.pop()) not in _EACH:
        return None
    between = [
        _lines_between(found, texts, one, other)
        for (one, other), (earlier, later) in zip(pairwise(heads), pairwise(values), strict=True)
        if later - earlier == step
    ]
    exact = sum(lines == step for lines in between)
    # Programs do not count the lines of tables.
    over = sum(lines > step for lines in between)
    few = len(heads) < _FEW
    if few and not (
        step > 1
        and exact + over == len(between)
        and exact >= over
        and _says_its_line(found, texts, heads[0], values[0])
    ):
        return None
    return Count(step, values[-1]) if exact + min(over, exact) >= _MOST * len(between) else None


def _steps(values: Sequence[int]) -> set[int]:
    """Return by how much numbers count on: where a table stands between two, a number that no line shows is passed
    over now and then."""
    steps = [later - earlier for earlier, later in pairwise(values)]
    most = mode(steps) if steps else 0
    passed = [step for step in steps if step != most]
    rare = len(steps) >= 2 * _FEW and len(passed) <= _PASSED * len(steps)
    return {most} if passed and rare and all(most < step <= _OVER * most for step in passed) else set(steps)


def _lines_between(found: Sequence[PdfLine], texts: Sequence[int], one: int, other: int) -> int:
    """Return how many lines of text end between two numbers, the line of the second one with them."""
    slack = _SLACK * found[one].size
    return sum(found[one].y + slack < found[index].y <= found[other].y + slack for index in texts)


def _says_its_line(found: Sequence[PdfLine], texts: Sequence[int], head: int, value: int) -> bool:
    """Tell whether a number is that of its line, but for lines of a head over the text, which are not counted."""
    ordinal = sum(found[index].y <= found[head].y + _SLACK * found[head].size for index in texts)
    return value <= ordinal <= value + _HEAD


def _rest(line: PdfLine) -> PdfLine | None:
    return replace(line, words=line.words[1:]) if len(line.words) > 1 else None


def _are_small(found: Sequence[PdfLine], heads: Sequence[int]) -> bool:
    """Tell whether numbers are set smaller than their lines, as those of a table's rows are not."""
    both = [found[index].words for index in heads if len(found[index].words) > 1]
    return bool(both) and all(words[0].size <= _SMALL * max(word.size for word in words) for words in both)


def _is_text(texts: Sequence[PdfLine], *, small: bool) -> bool:
    """Tell whether lines are running text: units with numbers of their own, or sentences over several lines, or with
    ``small`` numbers in the margin; and no columns."""
    own = sum(bool(_LABEL.match(line.words[0].text)) for line in texts)
    going = sum(line.words[0].text[:1].islower() for line in texts)
    columns = sum(any(right.x0 - left.x1 > _WIDE * line.size for left, right in pairwise(line.words)) for line in texts)
    return (small or own + going >= max(2, 0.2 * len(texts))) and columns < 0.3 * len(texts)
