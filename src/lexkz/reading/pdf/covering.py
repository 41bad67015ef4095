"""What boxes and pictures of a page lie under its characters, and which lie over them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lexkz.reading.pdf.colours import WHITE, Colour, alike
from lexkz.reading.pdf.sheet import Glyph

_BAND = 24.0
"""Points: characters are looked up in bands so high."""


class Fill(NamedTuple):
    """A filled box or a picture, in points from the top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float
    colour: Colour | None
    """None for a picture, or a colour that cannot be told."""
    solid: bool
    """True where nothing shows through it."""
    before: int
    """So many characters were drawn before it."""
    picture: bool = False


def ground(fills: Sequence[Fill], x: float, y: float) -> Colour | None:
    """Return the colour that what is drawn at a place stands on; None where it cannot be told."""
    for fill in reversed(fills):
        if fill.x0 <= x <= fill.x1 and fill.top <= y <= fill.bottom:
            return fill.colour if fill.solid else None
    return WHITE


def is_seen(colour: Colour, fills: Sequence[Fill], glyph: Glyph) -> bool:
    """Tell whether a character of ``colour`` shows on what was drawn before it."""
    if not fills:
        return not alike(colour, WHITE)
    below = ground(fills, (glyph.x0 + glyph.x1) / 2, glyph.y - 0.3 * glyph.size)
    return below is None or not alike(colour, below)


def covered(
    glyphs: Sequence[Glyph], fills: Sequence[Fill], tick: Callable[[], None]
) -> tuple[frozenset[int], frozenset[int]]:
    """Return which characters a later box hides, and which a later picture, by their places in ``glyphs``."""
    over = [fill for fill in fills if fill.solid and fill.before]
    if not over:
        return frozenset(), frozenset()
    bands: dict[int, list[int]] = {}
    for index, glyph in enumerate(glyphs):
        bands.setdefault(int(glyph.y // _BAND), []).append(index)
    boxes: set[int] = set()
    pictures: set[int] = set()
    for fill in over:
        tick()
        taken = pictures if fill.picture else boxes
        for band in range(int(fill.top // _BAND), int(fill.bottom // _BAND) + 1):
            found = bands.get(band)
            if not found or found[0] >= fill.before:
                continue
            below = [index for index in found if index < fill.before]
            hidden = [index for index in below if glyphs[index].text != " " and _hides(fill, glyphs[index])]
            if hidden:
                taken.update(hidden)
                gone = set(hidden)
                bands[band] = [index for index in found if index not in gone]
    return frozenset(boxes), frozenset(pictures)


def _hides(fill: Fill, glyph: Glyph) -> bool:
    """Tell whether the core of a letter lies within the box: its middle, from the line up to its half."""
    return (
        fill.x0 <= (glyph.x0 + glyph.x1) / 2 <= fill.x1
        and fill.top <= glyph.y - 0.45 * glyph.size
        and fill.bottom >= glyph.y - 0.05 * glyph.size
    )
