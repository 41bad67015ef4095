"""Boxes to tick that a page draws with lines: small squares beside words, empty or crossed out."""

from collections.abc import Sequence
from typing import NamedTuple

from lexkz.reading.pdf.fields import OFF, ON
from lexkz.reading.pdf.sheet import Glyph, Rule

_SIDES = (5.0, 18.0)
"""Points: the least and the largest side."""
_SQUARE = 0.2
"""Of the longer side: so much it may differ from the other one."""
_MOST = 20_000
"""A page with more lines is a drawing."""
_NEAR = 1.0
"""Points: corners that touch."""
_BESIDE = 3.0
"""Of the type size: words so near stand beside a box."""


class DrawnBoxes(NamedTuple):
    """What a page draws once its boxes are signs."""

    boxes: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    """Those lines that draw none of them."""


def drawn_boxes(glyphs: Sequence[Glyph], rules: Sequence[Rule], slants: Sequence[Rule]) -> DrawnBoxes:
    """Return the boxes that stand beside words as characters, ``☐`` or ``☒``, and the lines that are left.

    ``slants`` are the boxes of lines that are neither level nor upright: where one stands in a box, the box is ticked.
    A square with letters in it, one that other lines touch, and one that stands by itself are none.
    """
    if len(rules) > _MOST:
        return DrawnBoxes((), tuple(rules))
    small = [rule for rule in rules if _SIDES[0] <= max(rule.x1 - rule.x0, rule.bottom - rule.top) <= _SIDES[1]]
    level = [rule for rule in small if rule.level]
    upright = [rule for rule in small if not rule.level]
    made: list[Glyph] = []
    taken: set[Rule] = set()
    by_left: dict[int, list[Rule]] = {}
    for rule in upright:
        for key in (round(rule.x0) - 1, round(rule.x0), round(rule.x0) + 1):
            by_left.setdefault(key, []).append(rule)
    for top in level:
        if top in taken:
            continue
        left = _side(by_left.get(round(top.x0), ()), top.x0, top.top)
        right = _side(by_left.get(round(top.x1), ()), top.x1, top.top)
        if left is None or right is None:
            continue
        low = next((one for one in level if one is not top and _meets(one, top.x0, left.bottom, top.x1)), None)
        if low is None:
            continue
        sides = {top, low, left, right}
        frame = Rule(top.x0, top.top, top.x1, left.bottom)
        if not _is_square(frame) or any(_touches(other, frame) for other in rules if other not in sides):
            continue
        beside = _beside(frame, glyphs)
        if beside is None:
            continue
        ticked = any(_within(slant, frame) for slant in slants)
        made.append(Glyph(ON if ticked else OFF, frame.x0, frame.x1, beside.y, beside.size, bold=False))
        taken |= sides
    return DrawnBoxes(tuple(made), tuple(rule for rule in rules if rule not in taken) if taken else tuple(rules))


def _side(sides: Sequence[Rule], x: float, top: float) -> Rule | None:
    return next((one for one in sides if abs(one.x0 - x) <= _NEAR and abs(one.top - top) <= _NEAR), None)


def _meets(rule: Rule, x0: float, y: float, x1: float) -> bool:
    return abs(rule.top - y) <= _NEAR and abs(rule.x0 - x0) <= _NEAR and abs(rule.x1 - x1) <= _NEAR


def _is_square(frame: Rule) -> bool:
    width, height = frame.x1 - frame.x0, frame.bottom - frame.top
    return min(width, height) >= _SIDES[0] and abs(width - height) <= _SQUARE * max(width, height)


def _touches(other: Rule, frame: Rule) -> bool:
    """Tell whether a line comes near a square from outside, as those of a table do."""
    return (
        other.x0 <= frame.x1 + _NEAR
        and other.x1 >= frame.x0 - _NEAR
        and other.top <= frame.bottom + _NEAR
        and other.bottom >= frame.top - _NEAR
    )


def _within(slant: Rule, frame: Rule) -> bool:
    x, y = (slant.x0 + slant.x1) / 2, (slant.top + slant.bottom) / 2
    return frame.x0 <= x <= frame.x1 and frame.top <= y <= frame.bottom


def _beside(frame: Rule, glyphs: Sequence[Glyph]) -> Glyph | None:
    """Return a character of the words on whose line a square stands; None where it holds letters or stands alone."""
    found: tuple[float, Glyph] | None = None
    for glyph in glyphs:
        if glyph.text == " " or not frame.top + 0.3 * (frame.bottom - frame.top) <= glyph.y <= frame.bottom + 0.4 * (
            frame.bottom - frame.top
        ):
            continue
        away = max(frame.x0 - glyph.x1, glyph.x0 - frame.x1)
        if away < -_NEAR:
            return None
        if away <= _BESIDE * glyph.size and (found is None or away < found[0]):
            found = (away, glyph)
    return found[1] if found is not None else None
