"""Words that do not stand upright: in the head of a narrow column they are its text, elsewhere stamps of the page."""

from collections.abc import Sequence

from lexkz.reading.pdf.grid import RuledBox, RuledGrid
from lexkz.reading.pdf.lines import Printed, kept
from lexkz.reading.pdf.sheet import Glyph
from lexkz.reading.pdf.words import WordPiece

_NEAR = 1.6
"""Of the type size: the middles of two letters of a word stand no further apart."""
_STEP = 0.6
"""Of the type size: so far aside a letter begins a new line of turned words."""


def turned_in(
    grid: RuledGrid, glyphs: Sequence[Glyph], page: int
) -> tuple[dict[int, tuple[Printed, ...]], tuple[Glyph, ...]]:
    """Return the lines of turned words in each cell of a table, by its place in ``grid.boxes``, and the characters
    that stand in none. Words are read in the order in which the file draws them."""
    owned: dict[int, list[Glyph]] = {}
    rest: list[Glyph] = []
    for word in _words(glyphs):
        owners = [next((index for index, box in enumerate(grid.boxes) if _holds(box, glyph)), None) for glyph in word]
        # A word over several cells, or over the edge of the table, is a stamp.
        if owners[0] is None or any(owner != owners[0] for owner in owners):
            rest.extend(word)
        else:
            owned.setdefault(owners[0], []).extend(word)
    return {index: tuple(_lines(grid.boxes[index], own, page)) for index, own in owned.items()}, tuple(rest)


def said_turned(glyphs: Sequence[Glyph]) -> str:
    """Return characters that do not stand upright as they are quoted: in the order in which the file draws them."""
    return " ".join(" ".join("".join(glyph.text for glyph in word) for word in _words(glyphs)).split())


def _words(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return turned characters in words: each follows the one before it in the file, and stands by it."""
    made: list[list[Glyph]] = []
    for glyph in glyphs:
        last = made[-1][-1] if made else None
        near = last is not None and max(abs(glyph.x0 - last.x0), abs(glyph.y - last.y)) <= _NEAR * glyph.size
        if last is None or last.text == " " or not near or abs(glyph.size - last.size) > 0.1 * glyph.size:
            made.append([])
        made[-1].append(glyph)
    return made


def _holds(box: RuledBox, glyph: Glyph) -> bool:
    return box.x0 <= glyph.x0 <= box.x1 and box.top <= glyph.y <= box.bottom


def _lines(box: RuledBox, glyphs: Sequence[Glyph], page: int) -> list[Printed]:
    """Return turned lines as if they stood one under the other in the cell."""
    groups: list[list[Glyph]] = []
    for glyph in glyphs:
        last = groups[-1] if groups else None
        # A line turned by a quarter keeps its x; one turned by half, its y.
        if last is None or min(abs(glyph.x0 - last[-1].x0), abs(glyph.y - last[-1].y)) > _STEP * glyph.size:
            groups.append([])
        groups[-1].append(glyph)
    made: list[Printed] = []
    for group in groups:
        text = " ".join("".join(glyph.text for glyph in group).split())
        if text:
            bold = all(glyph.bold for glyph in group if glyph.text != " ")
            y = min(box.top + group[0].size * (1 + 1.2 * len(made)), box.bottom)
            measures = (y, group[0].size, box.x0, box.x1, 0.0, 0.0, 0.0)
            made.append(kept((WordPiece(text, None, bold),), page, measures, open_=True))
    return made
