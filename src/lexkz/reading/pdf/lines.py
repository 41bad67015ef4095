"""Printed lines: the characters of a page, of a column or of a cell gathered by their baselines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from struct import Struct
from typing import NamedTuple

from lexkz.reading.pdf.raising import gathered, with_heights
from lexkz.reading.pdf.sheet import Glyph
from lexkz.reading.pdf.words import Word, WordPiece, words

ASCENT, DESCENT = 0.8, 0.22
"""Of the type size: how far letters reach above and below the baseline, near enough for any face."""
_LEVEL = 0.2
"""Of the type size: baselines that differ by less are one line."""
_MEASURES = Struct("=7d")
"""Measures of a line as they are kept, in points: y, size, x0, x1, first, letter, gap. As seven numbers of Python
they would take more than its words."""
_NUMBER = Struct("=d")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """One printed line."""

    words: tuple[Word, ...]
    page: int
    y: float
    """Baseline, downwards."""
    size: float
    """Type size of most of it."""

    @property
    def x0(self) -> float:
        """Where its first letter begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where its last letter ends."""
        return self.words[-1].x1

    @property
    def bold(self) -> bool:
        """True where all of it is bold."""
        return all(piece.bold for word in self.words for piece in word.pieces)

    @property
    def top(self) -> float:
        """Top of its letters, near enough for any face."""
        return self.y - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Bottom of its letters."""
        return self.y + DESCENT * self.size


class Printed(NamedTuple):
    """A line as it is kept once its page is let go: small, for a code has a hundred thousand of them."""

    ink: str | tuple[WordPiece, ...]
    """What is printed: a text where all of it is plain, else its pieces."""
    page: int
    packed: bytes
    """Its measures, see :data:`_MEASURES`."""
    open: bool
    """True where the file prints a space at the line's end, so that no word was cut."""
    spaced: tuple[str, ...] = ()
    """Words whose letters stood apart."""
    begins: bool = False
    """True where its first letter is a large one, as a paragraph begins with."""
    doubts: tuple[str, ...] = ()
    """Words that white within may part, with a space there."""

    @property
    def pieces(self) -> tuple[WordPiece, ...]:
        """What is printed, parted where links or bold type begin or end."""
        return (WordPiece(self.ink, None, False),) if isinstance(self.ink, str) else self.ink

    @property
    def y(self) -> float:
        """Baseline, downwards."""
        return float(_NUMBER.unpack_from(self.packed, 0)[0])

    @property
    def size(self) -> float:
        """Type size of most of it."""
        return float(_NUMBER.unpack_from(self.packed, 8)[0])

    @property
    def x0(self) -> float:
        """Where its first letter begins."""
        return float(_NUMBER.unpack_from(self.packed, 16)[0])

    @property
    def x1(self) -> float:
        """Where its last letter ends."""
        return float(_NUMBER.unpack_from(self.packed, 24)[0])

    @property
    def first(self) -> float:
        """Width of its first word: what would have had to fit on the line above."""
        return float(_NUMBER.unpack_from(self.packed, 32)[0])

    @property
    def letter(self) -> float:
        """Width of its first letter."""
        return float(_NUMBER.unpack_from(self.packed, 40)[0])

    @property
    def gap(self) -> float:
        """Least white between two of its words, in points; 0 for a single word."""
        return float(_NUMBER.unpack_from(self.packed, 48)[0])

    @property
    def text(self) -> str:
        """The line's words with one space between."""
        return self.ink if isinstance(self.ink, str) else "".join(piece.text for piece in self.ink)

    @property
    def bold(self) -> bool:
        """True where all of it is bold."""
        return not isinstance(self.ink, str) and all(piece.bold for piece in self.ink if piece.text.strip())

    @property
    def top(self) -> float:
        """Top of its letters."""
        return self.y - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Bottom of its letters."""
        return self.y + DESCENT * self.size

    def moved(self, shift: float) -> "Printed":
        """Return the line so many points further to the right."""
        y, size, x0, x1, *rest = _MEASURES.unpack(self.packed)
        return self._replace(packed=_MEASURES.pack(y, size, x0 + shift, x1 + shift, *rest))


def printed(words: Sequence[Word], line: PdfLine) -> Printed:
    """Return ``words``, all or some of ``line``, as what is kept of them; a space between two runs is no link's."""
    pieces: list[WordPiece] = []
    for word in words:
        if pieces:
            before, after = pieces[-1], word.pieces[0]
            both = before.href == after.href
            gap = WordPiece(" ", before.href if both else None, before.bold and after.bold)
            _add(pieces, gap)
        for piece in word.pieces:
            _add(pieces, piece)
    return kept(
        tuple(pieces),
        line.page,
        (
            line.y,
            max(word.size for word in words) if len(words) < len(line.words) else line.size,
            words[0].x0,
            words[-1].x1,
            words[0].x1 - words[0].x0,
            words[0].first,
            min((other.x0 - one.x1 for one, other in pairwise(words)), default=0.0),
        ),
        open_=words[-1].glued,
        spaced=tuple(word.text for word in words if word.spaced),
        begins=words[0].initial,
        doubts=tuple(word.doubt for word in words if word.doubt),
    )


def kept(
    pieces: tuple[WordPiece, ...],
    page: int,
    measures: tuple[float, float, float, float, float, float, float],
    *,
    open_: bool,
    spaced: tuple[str, ...] = (),
    begins: bool = False,
    doubts: tuple[str, ...] = (),
) -> Printed:
    """Return a line as it is kept; ``measures`` in the order of :data:`_MEASURES`, in points."""
    plain = len(pieces) == 1 and not pieces[0].bold and pieces[0].href is None
    return Printed(pieces[0].text if plain else pieces, page, _MEASURES.pack(*measures), open_, spaced, begins, doubts)


def _add(pieces: list[WordPiece], piece: WordPiece) -> None:
    if pieces and pieces[-1][1:] == piece[1:]:
        pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + piece.text)
    else:
        pieces.append(piece)


def lines(glyphs: Iterable[Glyph], page: int, *, cell: bool = False) -> tuple[PdfLine, ...]:
    """Return the lines of ``glyphs`` from top to bottom; ``cell`` as in :func:`lexkz.reading.pdf.words.words`."""
    made: list[PdfLine] = []
    groups = _level(glyphs)
    if len(groups) > 1:
        groups = gathered(groups, [_main(group) for group in groups])
    for group in groups:
        size, y = _main(group)
        found = words(with_heights(group, size, y), cell=cell)
        if found:
            made.append(PdfLine(found, page, y, size))
    return tuple(sorted(made, key=lambda line: (line.y, line.x0)))


def _level(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Gather glyphs on one baseline; those of one size are compared first, for a line drifts less than a leading."""
    groups: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        last = groups[-1] if groups else None
        if last is not None and glyph.y - last[0].y <= _LEVEL * max(glyph.size, last[0].size):
            last.append(glyph)
        else:
            groups.append([glyph])
    return groups


def _main(group: Sequence[Glyph]) -> tuple[float, float]:
    """Return the size and baseline that most of the inked characters have."""
    counts: dict[tuple[float, float], int] = {}
    for glyph in group:
        if glyph.text != " ":
            key = (round(glyph.size, 1), round(glyph.y, 1))
            counts[key] = counts.get(key, 0) + 1
    if not counts:
        return group[0].size, group[0].y
    return max(counts, key=lambda key: (counts[key], key))
