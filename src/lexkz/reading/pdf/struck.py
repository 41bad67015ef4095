"""Characters that a line is drawn through: a reader sees that they are struck, and what is read must say so."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from lexkz.reading.pdf.sheet import Glyph, Rule

_LOW, _HIGH = 0.14, 0.5
"""Of the type size, above the baseline: between them a line goes through letters."""
_UNDER = 0.3
"""Of the type size, below the baseline: so far down a line underlines."""
_TALLEST = 72.0
"""Points: larger letters are no text."""


def struck(glyphs: Sequence[Glyph], rules: Iterable[Rule]) -> list[Glyph]:
    """Return the characters of a page, in their order, that one of ``rules`` goes through from side to side."""
    lines = [rule for rule in rules if rule.level]
    if not lines:
        return []
    ordered = sorted(range(len(glyphs)), key=lambda place: glyphs[place].y)
    heights = [glyphs[place].y for place in ordered]
    found: set[int] = set()
    for line in lines:
        y = (line.top + line.bottom) / 2
        through: list[int] = []
        under = 0.0
        for at in range(bisect_left(heights, y - _UNDER * _TALLEST), len(ordered)):
            if heights[at] > y + _HIGH * _TALLEST:
                break
            glyph = glyphs[ordered[at]]
            if not line.x0 <= (glyph.x0 + glyph.x1) / 2 <= line.x1:
                continue
            above = (glyph.y - y) / glyph.size
            if _LOW <= above <= _HIGH:
                through.append(ordered[at])
            elif -_UNDER <= above < _LOW and glyph.text != " ":
                under = max(under, glyph.size)
        # What underlines a word goes through the small index that hangs from it.
        if any(glyphs[place].text.isalnum() and glyphs[place].size > under for place in through):
            found.update(through)
    return [glyphs[place] for place in sorted(found)]
