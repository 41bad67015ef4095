"""Words of one printed line, by geometry: characters sorted from left to right, parted by spaces and gaps.

So a link's run falls into its place whenever the file draws it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

from lexkz.reading.pdf.drop_caps import LARGE
from lexkz.reading.pdf.sheet import Glyph
from lexkz.reading.pdf.spacing import NARROW, WIDE, closed_up, gap_limit, slight_white, white_without_spaces

SLIGHT = "\u2009"
"""Between two words that may be one, where the words of the document have to tell."""
_BLANK_GAP = 0.15
"""The same between underscores."""
_SAME = 0.3
"""Of a character's width: two alike that stand nearer print one bold letter."""
_WORD_GAP = 1.5
"""Between letter-spaced words the gap is at least so many times that between their letters."""
_TYPED = 4
"""So many letters, each typed with a space after it, are a word."""
_CLOSING = (")", ".", ".)")
_NUMBER = 4
"""Signs of an item's number with its bracket."""
_RUN = 3
"""From so many single letters in a row on, letters inside a longer line are taken for one word spaced apart."""


class WordPiece(NamedTuple):
    """Part of a word with one appearance."""

    text: str
    href: str | None
    bold: bool


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two spaces."""

    pieces: tuple[WordPiece, ...]
    x0: float
    x1: float
    size: float
    spaced: bool = False
    """True for a word whose letters stood apart."""
    first: float = 0.0
    """Width of its first letter."""
    glued: bool = False
    """True where a space of the file parts it from what follows, not a gap only."""
    initial: bool = False
    """True where a large letter begins it."""
    doubt: str = ""
    """Where white within it may part two words: those, with a space between, or :data:`SLIGHT`."""

    @property
    def text(self) -> str:
        """The word as it is read."""
        return "".join(piece.text for piece in self.pieces)


def words(glyphs: Sequence[Glyph], *, cell: bool = False) -> tuple[Word, ...]:
    """Return the words of one line; ``cell`` for one of a table cell, where letters are spread to fill it."""
    ordered = sorted(glyphs, key=lambda glyph: glyph.x0)
    inked = _single([glyph for glyph in ordered if glyph.text != " "])
    if not inked:
        return ()
    spaces = [glyph for glyph in ordered if glyph.text == " "]
    closer = None if cell else closed_up(inked, spaces)
    if closer is not None:
        inked, spaces = closer
    limit = WIDE if spaces else gap_limit(inked, NARROW)
    between = _parted_by_spaces(inked, spaces)
    parting, doubted = white_without_spaces(inked, between, cell=cell) if spaces else (frozenset(), frozenset())
    told, slight = slight_white(inked, between, limit)
    made: list[Word] = []
    held: list[Glyph] = [inked[0]]
    marks: dict[int, str] = {}
    for place, glyph in enumerate(inked[1:], start=1):
        # Blanks to fill in touch sign by sign: the least white in them parts two.
        least = _BLANK_GAP if glyph.text == held[-1].text == "_" else limit
        wide = glyph.x0 - held[-1].x1 > least * max(glyph.size, held[-1].size)
        if between[place] or wide or place in parting:
            made.append(_word(held, marks, space=between[place]))
            held, marks = [], {}
        elif place in doubted or place in told:
            marks[len(held)] = " "
        elif place in slight:
            marks[len(held)] = SLIGHT
        held.append(glyph)
    after = any((space.x0 + space.x1) / 2 >= inked[-1].x0 + 0.1 * inked[-1].size for space in spaces)
    made.append(_word(held, marks, space=after))
    if closer is not None:
        return tuple(replace(word, spaced=len(word.text) > 1) for word in made)
    return tuple(_unspaced(made, cell=cell))


def _parted_by_spaces(inked: Sequence[Glyph], spaces: Sequence[Glyph]) -> list[bool]:
    """Tell for each character whether a space of the file stands between it and the one before."""
    made = [False]
    at = 0
    for before, glyph in pairwise(inked):
        found = False
        while at < len(spaces) and (spaces[at].x0 + spaces[at].x1) / 2 < glyph.x0 + 0.1 * glyph.size:
            found = found or (spaces[at].x0 + spaces[at].x1) / 2 > (before.x0 + before.x1) / 2
            at += 1
        made.append(found)
    return made


def _single(glyphs: list[Glyph]) -> list[Glyph]:
    """Drop the second of two characters printed over each other, as some programs make letters bold."""
    made: list[Glyph] = []
    for glyph in glyphs:
        # Where many stand close (accents), more than the last could be its double.
        double = any(
            known.text == glyph.text
            and abs(known.x0 - glyph.x0) < _SAME * (glyph.x1 - glyph.x0)
            and abs(known.size - glyph.size) < 0.5
            for known in made[-2:]
        )
        if not double:
            made.append(glyph)
    return made


def _word(glyphs: Sequence[Glyph], marks: Mapping[int, str], *, space: bool) -> Word:
    """Return the word of characters; ``marks``: before which of them white may part two words, and what is put there
    where that is told."""
    pieces: list[WordPiece] = []
    for glyph in glyphs:
        if pieces and pieces[-1][1:] == (glyph.href, glyph.bold):
            pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + glyph.text)
        else:
            pieces.append(WordPiece(glyph.text, glyph.href, glyph.bold))
    return Word(
        tuple(pieces),
        glyphs[0].x0,
        glyphs[-1].x1,
        max(glyph.size for glyph in glyphs),
        False,
        glyphs[0].x1 - glyphs[0].x0,
        space,
        glyphs[0].initial or _is_large(glyphs),
        "".join(f"{marks.get(place, '')}{glyph.text}" for place, glyph in enumerate(glyphs)) if marks else "",
    )


def _is_large(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether the first letter of a word is much larger than the rest, on one line with it."""
    return glyphs[0].text.isupper() and len(glyphs) > 1 and glyphs[0].size >= LARGE * glyphs[1].size


def _unspaced(found: list[Word], *, cell: bool) -> list[Word]:
    """Join letters that were spread: a whole line of them, or three and more within one, evenly set and apart from
    the rest."""
    if len(found) > 1 and all(_lone(word) for word in found) and sum(word.text[0].isalpha() for word in found) > 1:
        # Capitals that were typed apart («Б Ұ Й Ы Р А М Ы Н») stay so; in a cell they were spread to fill its column.
        typed = any(word.glued for word in found[:-1])
        return _spread(found) if cell or not typed or _is_word_typed_apart(found) else found
    if cell and 1 < len(found) <= _NUMBER and found[-1].text in _CLOSING:
        own = found[:-1]
        if all(word.text.isdigit() and not word.glued for word in own) and all(len(word.text) == 1 for word in own[1:]):
            # «1» and «)», or «1», «2» and «)», spread to fill a column.
            return [reduce(_beside, found[1:], found[0])]
    made: list[Word] = []
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and _lone(found[end]) and found[end].text[0].isalpha():
            end += 1
            if end < len(found) and found[end - 1].glued and not cell:
                break
        if end - at >= _RUN and _apart(found, at, end):
            made.extend(_spread(found[at:end]))
            at = end
        else:
            made.append(found[at])
            at += 1
    return made


def _is_word_typed_apart(found: Sequence[Word]) -> bool:
    """Tell whether letters with a space after each are small letters of words, each with its capital at most."""
    letters = [word.text[0] for word in found if word.text[0].isalpha()]
    words = len(_spread(list(found)))
    return len(letters) >= _TYPED and len(letters) > 2 * words and sum(map(str.isupper, letters)) <= words


def _lone(word: Word) -> bool:
    text = word.text
    return len(text) == 1 or (len(text) == 2 and text[0].isalpha() and text[1] in ",.;:)")


def _apart(found: list[Word], at: int, end: int) -> bool:
    """Tell whether the letters from ``at`` to ``end`` stand evenly, and nearer to each other than to their
    neighbours."""
    gaps = [right.x0 - left.x1 for left, right in zip(found[at:end], found[at + 1 : end], strict=False)]
    outer = [found[at].x0 - found[at - 1].x1] if at else []
    outer += [found[end].x0 - found[end - 1].x1] if end < len(found) else []
    return max(gaps) < 1.3 * min(gaps) and all(gap > _WORD_GAP * max(gaps) * 0.9 for gap in outer)


def _spread(letters: list[Word]) -> list[Word]:
    """Join letters up to each gap that is much wider than the narrowest."""
    narrowest = min(right.x0 - left.x1 for left, right in pairwise(letters))
    made = [letters[0]]
    for letter in letters[1:]:
        if letter.x0 - made[-1].x1 > _WORD_GAP * max(narrowest, 0.1 * letter.size):
            made.append(letter)
            continue
        made[-1] = _beside(made[-1], letter)
    return made


def _beside(word: Word, letter: Word) -> Word:
    """Return a word with one more letter, which stood apart."""
    pieces = word.pieces
    if pieces[-1][1:] == letter.pieces[0][1:]:
        joined = pieces[-1]._replace(text=pieces[-1].text + letter.pieces[0].text)
        pieces = (*pieces[:-1], joined, *letter.pieces[1:])
    else:
        pieces += letter.pieces
    return replace(word, pieces=pieces, x1=letter.x1, spaced=True, glued=letter.glued)
