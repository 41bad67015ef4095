"""Raised and lowered characters of a printed line: they stay in their word, and keep their height."""

from collections.abc import Sequence
from itertools import pairwise

from lexkz.reading.marked.characters import subscript, superscript
from lexkz.reading.pdf.sheet import Glyph

_SMALL = 0.9
"""Of the line's size: characters up to so large are an index; larger ones only where they are figures."""
_UP, _DOWN = 0.75, 0.55
"""Of the line's size: so far above and below the line an index stands at most."""
_OFF = 0.12
"""Of the line's size: less is an uneven setting."""
_LONG = 12
"""Characters of an index at most."""
_FIGURES = 3
"""The same where they are not smaller than the line's."""
_TOUCH = 0.5
"""Of the line's size: an index stands so near to its word."""
_OVER = 0.35
"""Of the narrower character's width: two that share more stand one over the other, in two lines."""
_SIGNS = frozenset("0123456789+-\u2212\u2013")


def gathered(groups: Sequence[list[Glyph]], mains: Sequence[tuple[float, float]]) -> list[list[Glyph]]:
    """Return the groups of characters on one height each, with every index put to the line whose gap it fills.

    ``mains``: type size and baseline of each group.
    """
    inked = [[glyph for glyph in group if glyph.text != " "] for group in groups]

    made = [list(group) for group in groups]
    moved: set[int] = set()
    for index, own in enumerate(inked):
        if not own:
            continue
        for run in _runs(own):
            host = _host(run, index, inked, mains, moved)
            if host is None:
                continue
            gone = {id(glyph) for glyph in run}
            made[index] = [glyph for glyph in made[index] if id(glyph) not in gone]
            made[host].extend(run)
            if not any(glyph.text != " " for glyph in made[index]):
                moved.add(index)
                made[index] = []
    return [group for group in made if group]


def _runs(own: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the characters of one height in stretches without white between."""
    ordered = sorted(own, key=lambda glyph: glyph.x0)
    made = [[ordered[0]]]
    for one, other in pairwise(ordered):
        if other.x0 - one.x1 > _TOUCH * other.size:
            made.append([])
        made[-1].append(other)
    return made


def _host(
    run: Sequence[Glyph],
    index: int,
    inked: Sequence[Sequence[Glyph]],
    mains: Sequence[tuple[float, float]],
    moved: set[int],
) -> int | None:
    """Return the group whose line a run is an index in, the nearest; None where it is a line of its own."""
    if len(run) > _LONG:
        return None
    size, y = max(glyph.size for glyph in run), run[0].y
    best: tuple[float, int] | None = None
    for step in (1, -1):
        other = index + step
        while 0 <= other < len(inked):
            large, level = mains[other]
            if abs(level - y) > large * _UP:
                break
            if other not in moved and len(inked[other]) > len(run):
                off = (level - y) / large
                figures = len(run) <= _FIGURES and all(glyph.text in _SIGNS for glyph in run)
                small = size <= _SMALL * large or (figures and size <= 1.02 * large)
                if small and -_DOWN <= off <= _UP and _fills(run, inked[other], large):
                    best = min(best or (9.0, 0), (abs(off), other))
            other += step
    return best[1] if best else None


def _fills(run: Sequence[Glyph], line: Sequence[Glyph], size: float) -> bool:
    """Tell whether a run stands in a gap of a line, or at its end, and touches a word there."""
    left, right = run[0].x0, max(glyph.x1 for glyph in run)
    near = False
    for glyph in line:
        if glyph.x1 < left - _TOUCH * size or glyph.x0 > right + _TOUCH * size:
            continue
        shared = min(glyph.x1, right) - max(glyph.x0, left)
        if shared > _OVER * min(glyph.x1 - glyph.x0, right - left):
            return False
        near = True
    return near


def with_heights(group: Sequence[Glyph], size: float, y: float) -> Sequence[Glyph]:
    """Return the characters of a line, those above or below it as raised and lowered ones."""
    if all(abs(glyph.y - y) <= _OFF * size for glyph in group):
        return group
    return [_at_height(glyph, size, y) for glyph in group]


def _at_height(glyph: Glyph, size: float, y: float) -> Glyph:
    off = (y - glyph.y) / size
    if abs(off) <= (_OFF if glyph.size <= _SMALL * size else 2 * _OFF):
        return glyph
    return glyph._replace(text=superscript(glyph.text) if off > 0 else subscript(glyph.text))
