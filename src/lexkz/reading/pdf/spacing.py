"""White between the characters of one line: what parts words, what was spread to fill the width."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from lexkz.reading.pdf.sheet import Glyph

NARROW = 0.2
"""Of the type size: a wider gap parts words where the line has no spaces of its own."""
WIDE = 0.33
"""The same in any line; between the two, where the line has spaces, the line tells."""
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
_DOUBTED = 0.15
"""Of the type size: narrower white between two letters that touch no other so is told in such a line."""
_OWN = 0.12
"""Of the type size: in a line that is not spread, white of more stands in a word whose letters stand apart."""
_LIKE = 0.6
"""Of the white of the line's spaces: less may be that of uneven letters."""
_SLIGHT = 0.06
"""Of the type size: white that is so much wider than the others of its line is told, however narrow."""
_LEAST_SLIGHT = 0.03
"""The same where the words of the document tell that it may part two."""
_UNEVEN = 4
"""Slight white is told where it is so many times further from the usual as that of most letters of its line."""
_MOST = 0.6
"""Share of the letters of a line."""
_ENDING = frozenset(".,;:!?%)]}»”")
"""Signs behind which a space is due before a word."""
_ALIKE = 0.05
"""Sizes of one type differ by less, in its own."""
_OPENING = frozenset("([{«„“‹")
_CLOSING = frozenset(")]}»”›.,:;!?%-–—…⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₋·°")
"""Signs behind or before which no word begins or ends: white there parts none."""


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


def white_without_spaces(
    inked: Sequence[Glyph], between: Sequence[bool], *, cell: bool
) -> tuple[frozenset[int], frozenset[int]]:
    """Return, for a line that prints spaces, before which characters white without a space parts words, and before
    which it may.

    ``between`` tells before which of them a space stands. White of :data:`NARROW` to :data:`WIDE` is that of a space
    where the letters of the line touch; where other letters beside it stand apart, their word was spread.
    """
    gaps = [0.0, *((two.x0 - one.x1) / max(one.size, two.size, 0.1) for one, two in pairwise(inked))]
    asked = [place for place, gap in enumerate(gaps) if _DOUBTED < gap <= WIDE and not between[place]]
    if not asked:
        return frozenset(), frozenset()
    own = [gap for place, gap in enumerate(gaps) if place and not between[place] and gap <= WIDE]
    usual = median(own)
    spaces = median([gap for place, gap in enumerate(gaps) if between[place]] or [_SPACE])
    parting: set[int] = set()
    doubted: set[int] = set()
    for place in asked:
        one, two = inked[place - 1], inked[place]
        if one.text in _OPENING or two.text in _CLOSING or one.text == two.text == "_" or one.initial:
            continue
        if usual >= _NONE:
            # The whole line was spread.
            if not cell and gaps[place] > usual + _SPACE / 2:
                doubted.add(place)
            continue
        kin = _letters_of(place, gaps, between)
        wide = [other for other in kin if gaps[other] > _OWN]
        if len(wide) > 1 and 2 * len(wide) > len(kin):
            # A word whose letters stand apart.
            continue
        changed = (
            one.ink != two.ink or one.bold != two.bold or abs(one.size - two.size) > _ALIKE * max(one.size, two.size)
        )
        alone = len(kin) == 1 and one.text.isalpha() and two.text.isalpha()
        if gaps[place] <= NARROW:
            if changed or (one.text.isalpha() and two.text.isalpha() and not cell):
                doubted.add(place)
        elif changed or not (alone or gaps[place] < _LIKE * spaces or _is_the_letters(place, inked, gaps, between)):
            parting.add(place)
        else:
            doubted.add(place)
    return frozenset(parting), frozenset(doubted)


def slight_white(
    inked: Sequence[Glyph], between: Sequence[bool], limit: float
) -> tuple[frozenset[int], frozenset[int]]:
    """Return before which characters white that ``limit`` does not let part words stands out from its line all the
    same, and before which it does so slightly that the words of the document have to tell.

    Files place letters by the widths of their font: within a line the white between letters is the same to a hundredth
    of the type size, whether it is 0 or the line was spread; a pair that the font sets closer stands closer.
    """
    gaps = [0.0, *((two.x0 - one.x1) / max(one.size, two.size, 0.1) for one, two in pairwise(inked))]
    own = [gap for place, gap in enumerate(gaps) if place and not between[place] and gap <= limit]
    if len(own) < _FEW or max(own) - min(own) <= _LEAST_SLIGHT:
        return frozenset(), frozenset()
    usual = median(own)
    uneven = _UNEVEN * sorted(abs(gap - usual) for gap in own)[int(_MOST * len(own))]
    told: set[int] = set()
    slight: set[int] = set()
    for place, gap in enumerate(gaps):
        out = gap - usual
        if not place or between[place] or gap > limit or out <= max(_LEAST_SLIGHT, uneven):
            continue
        one, two = inked[place - 1], inked[place]
        begins = two.text.isalnum() or (two.text in _OPENING and one.text not in _OPENING)
        ends = one.text.isalnum() or one.text in _ENDING
        if not (begins and ends) or one.initial:
            continue
        # A sign of another size that is raised or lowered is an index; on one line it begins a word as well.
        other = abs(one.size - two.size) > _ALIKE * max(one.size, two.size)
        if other and not (one.text.isalpha() and two.text.isalpha() and abs(one.y - two.y) < _ALIKE * one.size):
            continue
        kin = _letters_of(place, gaps, between)
        wide = [other for other in kin if gaps[other] - usual > _LEAST_SLIGHT]
        # A word whose letters stand apart; at its edge it may touch one whose letters do not.
        edge = (place == wide[0] and place - kin[0] > 1) or (place == wide[-1] and kin[-1] - place > 1)
        if len(wide) > 1 and 2 * len(wide) > len(kin) and not edge:
            continue
        if _is_the_letters(place, inked, gaps, between, usual + out / 2):
            continue
        (told if out > _SLIGHT else slight).add(place)
    return frozenset(told), frozenset(slight)


def _letters_of(place: int, gaps: Sequence[float], between: Sequence[bool]) -> range:
    """Return the places of the white that stands, with that at ``place``, within one stretch without spaces."""
    first = last = place
    while first > 1 and not between[first - 1] and gaps[first - 1] <= WIDE:
        first -= 1
    while last + 1 < len(gaps) and not between[last + 1] and gaps[last + 1] <= WIDE:
        last += 1
    return range(first, last + 1)


def _is_the_letters(
    place: int, inked: Sequence[Glyph], gaps: Sequence[float], between: Sequence[bool], least: float = _OWN
) -> bool:
    """Tell whether one of two letters has such white beside it wherever else it stands in the line: its font tells a
    wrong width."""
    for shift in (-1, 0):
        letter = inked[place + shift].text
        others = [
            gaps[at]
            for at in range(1, len(gaps))
            if at != place and not between[at] and gaps[at] <= WIDE and inked[at + shift].text == letter
        ]
        if others and min(others) > least:
            return True
    return False


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
