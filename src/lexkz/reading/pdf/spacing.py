"""White between the characters of one line: what parts words, what was spread to fill the width."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from lexkz.reading.pdf.sheet import Glyph

_NONE = 0.06
"""Of the type size: gaps inside a word are smaller, where nothing is spread."""
_LEAST = 0.09
"""Of the type size: the least white that parts two words."""
_KINDS = 0.05
"""Of the type size: gaps of two kinds lie so far apart."""
_SPREAD = 0.08
"""Of the type size: letters that stand further apart were spread."""
_EVEN = 0.25
"""Spread letters stand as far apart as the others of their line, within this share."""
_FEW = 5
"""So many gaps at least show that a line was spread."""
_WIDE = 1.5
"""Of the type size: white between the words of a line that was spread over the page."""
_SPACE = 0.25
"""Of the type size: white of a space that nothing spreads."""


def gap_limit(inked: Sequence[Glyph], usual: float) -> float:
    """Return from what gap on words are parted in a line without spaces, in type sizes: between the two kinds of gaps
    where it has two, else ``usual``."""
    gaps = sorted((other.x0 - one.x1) / max(one.size, other.size, 0.1) for one, other in pairwise(inked))
    close = [gap for gap in gaps if gap < _NONE]
    wide = gaps[len(close) :]
    if not close or not wide or 2 * len(close) < len(gaps):
        return usual
    if wide[0] < _LEAST or wide[0] - close[-1] < _KINDS or wide[0] >= usual:
        return usual
    return (close[-1] + wide[0]) / 2


def closed_up(inked: Sequence[Glyph], spaces: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]] | None:
    """Return the characters and spaces of a line whose letters were spread over the page, as they stood before; None
    for any other line.

    Programs that justify every line spread letters evenly, and spaces far more: what looks like columns is a line.
    """
    if len(inked) <= _FEW or not spaces:
        return None
    size = inked[0].size
    between = _spaces_between(inked, spaces)
    gaps = [other.x0 - one.x1 for one, other in pairwise(inked)]
    letters = [gap for gap, count in zip(gaps, between[1:], strict=True) if not count]
    words = [gap for gap, count in zip(gaps, between[1:], strict=True) if count]
    if len(letters) < _FEW:
        return None
    usual = median(letters)
    if usual < _SPREAD * size or max(letters) - min(letters) > _EVEN * usual + 0.4:
        return None
    widest = max(words, default=0.0)
    if widest < _WIDE * size and not (between[0] and inked[0].x0 - spaces[0].x0 > _WIDE * size * between[0]):
        return None
    x = inked[0].x0
    if between[0]:
        # Spaces before the first word are its indent.
        x = min(x, spaces[0].x0 + _SPACE * size * between[0])
    made: list[Glyph] = []
    kept: list[Glyph] = []
    for index, glyph in enumerate(inked):
        if index and between[index]:
            kept.append(Glyph(" ", x, x + _SPACE * size, glyph.y, glyph.size, glyph.bold))
            x += _SPACE * size
        wide = glyph.x1 - glyph.x0
        made.append(glyph._replace(x0=x, x1=x + wide))
        x += wide
    return made, kept


def _spaces_between(inked: Sequence[Glyph], spaces: Sequence[Glyph]) -> list[int]:
    """Return how many spaces stand before each character, since the one before it."""
    made: list[int] = []
    at = 0
    for glyph in inked:
        count = 0
        while at < len(spaces) and (spaces[at].x0 + spaces[at].x1) / 2 < glyph.x0 + 0.1 * glyph.size:
            count += 1
            at += 1
        made.append(count)
    return made
