"""Large first letters of paragraphs: a letter as high as several lines goes to the word that it begins."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from lexkz.languages.language import words_of
from lexkz.languages.word_parts import common_words
from lexkz.reading.pdf.sheet import Glyph

LARGE = 1.6
"""Times the type size of its line: a letter so large begins a paragraph."""
_CAP = 0.72
"""Of the type size: height of a capital."""
_LEVEL = 0.2
"""Of the type size: baselines that differ by less are one line."""
_NEAR = 1.6
"""Of the text's type size: so near stand the lines beside the letter."""
_GUTTER = 2.5
"""Of the type size: white that parts columns."""
_SPACE = 0.3
"""Of the type size: white between two words."""
_SMALL = 0.9
"""Of the type size: smaller characters are raised or lowered."""
_LINES = 6
"""Lines at most that a letter is as high as."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Initials:
    """The characters of a page with its large first letters in their lines."""

    glyphs: Sequence[Glyph]
    doubts: tuple[tuple[str, str], ...] = ()
    """Of letters that are words too («В», «О»): the word that it begins here, and the two that there may be."""


def with_initials(glyphs: Sequence[Glyph]) -> Initials:
    """Return the characters of a page with each large first letter on the height of the line that it begins; the lines
    beside it are stretched to the margin. It is marked, for a paragraph begins with it."""
    sizes = Counter(round(glyph.size, 1) for glyph in glyphs if glyph.text != " ")
    if len(sizes) < 2:
        return Initials(glyphs)
    body = sizes.most_common(1)[0][0]
    large = [at for at, glyph in enumerate(glyphs) if glyph.size >= LARGE * body and glyph.text.isupper()]
    made = list(glyphs)
    doubts: list[tuple[str, str]] = []
    said: Counter[str] | None = None
    for at in large:
        glyph = glyphs[at]
        if any(_beside(glyphs[other], glyph) for other in large if other != at):
            # A word in large type is a heading or a stamp.
            continue
        rows = _rows(glyph, made, body)
        if not rows:
            continue
        if said is None:
            said = _words(glyphs, body)
        first = [made[index] for index in rows[0]]
        word = "".join(one.text for one in takewhile(lambda one: one.text.isalpha(), first)).lower()
        kazakh = any(made[index].text.lower() in words_of("kaz").traits.own for row in rows for index in row)
        # No Kazakh word is one letter.
        parted = not kazakh and (first[0].text == " " or _is_alone(glyph.text.lower(), word, said))
        if parted is None:
            doubts.append((glyph.text + word, f"{glyph.text} {word}"))
        _set(made, at, rows, apart=bool(parted))
    return Initials(made, tuple(doubts))


def _beside(other: Glyph, glyph: Glyph) -> bool:
    """Tell whether two large letters stand in one line, near to each other."""
    near = max(other.x0 - glyph.x1, glyph.x0 - other.x1) < 1.2 * glyph.size
    return near and abs(other.y - glyph.y) < _LEVEL * glyph.size


def _rows(glyph: Glyph, glyphs: Sequence[Glyph], body: float) -> list[list[int]]:
    """Return the places of the characters of each line beside a large letter, from top to bottom; none where it begins
    no paragraph, or stands on the line itself."""
    top, bottom = glyph.y - (_CAP + 0.1) * glyph.size, glyph.y + 0.3 * body
    beside: list[tuple[float, int]] = []
    for index, other in enumerate(glyphs):
        high = other.y - 0.3 * other.size
        # A raised figure of the first line stands higher than the letter.
        above = top - (0.6 * body if other.size < _SMALL * body else 0.0)
        if other is glyph or not above < high < bottom or other.size * LARGE > glyph.size * 1.01:
            continue
        if other.x0 < glyph.x1 - 0.1 * body:
            # Text left of it, or under it: it stands in a line, or over the text as a stamp does.
            if other.text != " " and other.x1 > glyph.x0 - _GUTTER * body:
                return []
            continue
        beside.append((other.y, index))
    rows: list[list[int]] = []
    height: float | None = None
    indexes: list[int] = []
    for y, index in sorted(beside):
        if glyphs[index].size < _SMALL * body:
            indexes.append(index)
            continue
        if height is None or y - height > _LEVEL * body:
            rows.append([])
            height = y
        rows[-1].append(index)
    for index in indexes:
        # A raised figure moves with its line.
        near = min(rows, key=lambda row: abs(glyphs[row[0]].y - glyphs[index].y), default=None)
        if near is not None:
            near.append(index)
    made = [_run(sorted(row, key=lambda index: glyphs[index].x0), glyphs, glyph.x1, body) for row in rows]
    lines = [row for row in made if row]
    if not lines or len(lines) > _LINES or not made[0]:
        return []
    first = glyphs[lines[0][0]]
    inked = [one for one in (glyphs[index] for index in lines[0]) if one.text != " "]
    if not inked or not inked[0].text.isalpha() or abs(first.y - glyph.y) <= _LEVEL * body:
        return []
    # The capital is about as high as the lines beside it.
    return lines if first.y - _CAP * body < glyph.y - 0.45 * glyph.size else []


def _run(row: Sequence[int], glyphs: Sequence[Glyph], edge: float, body: float) -> list[int]:
    """Return what stands in a line next to the letter, up to the white between columns."""
    made: list[int] = []
    right = edge
    for index in row:
        limit = _NEAR if not made else _GUTTER
        if glyphs[index].x0 - right > limit * body:
            break
        made.append(index)
        right = max(right, glyphs[index].x1)
    return made if any(glyphs[index].text != " " for index in made) else []


def _words(glyphs: Sequence[Glyph], body: float) -> Counter[str]:
    """Return how often a page says each word, as far as spaces part them; a large letter is no part of one."""
    text = "".join(f" {glyph.text} " if glyph.size >= LARGE * body else glyph.text for glyph in glyphs)
    return Counter(_WORD.findall(text.lower()))


def _is_alone(letter: str, rest: str, said: Counter[str]) -> bool | None:
    """Tell whether a letter is a word by itself before ``rest``; None where that cannot be told."""
    if letter not in common_words() or not rest or letter + rest in said or letter + rest in common_words():
        return False
    # Its own line says the rest once.
    return True if said[rest] > 1 or rest in common_words() else None


def _set(made: list[Glyph], at: int, rows: Sequence[Sequence[int]], *, apart: bool) -> None:
    """Put a large letter and the lines beside it where they would stand without it."""
    glyph = made[at]
    first = made[rows[0][0]]
    own = 0.7 * first.size
    for number, row in enumerate(rows):
        left, right = made[row[0]].x0, max(made[index].x1 for index in row)
        start = glyph.x0 + (own + (_SPACE * first.size if apart else 0.0) if number == 0 else 0.0)
        stretch = (right - start) / (right - left) if right > left else 1.0
        for index in row:
            one = made[index]
            made[index] = one._replace(x0=start + (one.x0 - left) * stretch, x1=start + (one.x1 - left) * stretch)
    made[at] = glyph._replace(x1=glyph.x0 + own, y=first.y, size=first.size, ink=first.ink, initial=True)
    if apart and first.text != " ":
        made.append(first._replace(text=" ", x0=glyph.x0 + own, x1=glyph.x0 + own + _SPACE * first.size))
