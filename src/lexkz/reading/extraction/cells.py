"""The text of a table cell: its printed lines joined, words that a narrow column cut or spaced apart made whole
again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lexkz.reading.blocks import Repair
from lexkz.reading.extraction.join import join
from lexkz.reading.extraction.pages import ExtractLine

# Advance widths of Times New Roman, the face of these tables, in thousandths of an em; wide letters decide where a line
# is full. Look-alike Latin letters are as wide.
_WIDTHS = {
    letter: width
    for width, letters in (
        (250, ",. "),
        (278, "iі:;/"),
        (333, "-()"),
        (395, "з"),
        (410, "гғ"),
        (429, "э"),
        (437, "т"),
        (444, "аәеёсaec"),
        (456, "ь"),
        (460, "я"),
        (472, "в"),
        (486, "кқ"),
        (499, "л"),
        (503, "ч"),
        (509, "бд"),
        (517, "ъ"),
        (535, "ийнпцң"),
        (632, "м"),
        (648, "ф"),
        (671, "ы"),
        (691, "ж"),
        (747, "ю"),
        (770, "шщ"),
    )
    for letter in letters
}
_OTHER = 500
_SPACE = 250
_CAPITAL = 1.4
_ENOUGH = 6
"""So many lines show how wide a column is; fewer may all be shorter than it."""

_TOKEN = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class ExtractedCell:
    """The text of one cell and what was done to get it."""

    text: str
    repairs: tuple[Repair, ...] = ()
    doubts: tuple[str, ...] = ()
    """Readings of a line end that could be a cut word or two words; the text holds two words there."""


@dataclass(frozen=True, slots=True)
class ExtractedColumn:
    """What the lines of a column show of its width."""

    width: float
    """Of its widest line, in thousandths of an em."""
    lines: int


def column(lines: Iterable[ExtractLine]) -> ExtractedColumn:
    """Return the width that ``lines`` of one column show; letter-spaced lines are stretched and do not count."""
    widths = [_width(line.text.rstrip()) for line in lines if unspaced(line.text) == line.text]
    return ExtractedColumn(max(widths, default=0.0), len(widths))


def vocabulary(text: str) -> frozenset[str]:
    """Return the words of a document's long lines, small; the first and the last of a line may be cut and are left
    out."""
    words: set[str] = set()
    for line in text.split("\n"):
        tokens = line.split()
        if len(tokens) >= 5:
            words.update(part.lower() for token in tokens[1:-1] for part in _TOKEN.findall(token))
    return frozenset(words)


def unspaced(text: str) -> str:
    """Return a letter-spaced line as words: "ж ә н е  " is "және ", ",  а ғ а ш  " is ", ағаш ".

    Such a line stands letter by letter, has two spaces between words and ends in two; other lines are returned as
    they are.
    """
    if not text.endswith("  ") or not text.strip():
        return text
    words = re.split(r" {2,}", text.strip())
    if any(len(letter) != 1 for word in words for letter in word.split(" ")):
        return text
    return " ".join(word.replace(" ", "") for word in words) + " "


def cell_text(lines: Sequence[ExtractLine], wide: ExtractedColumn, known: frozenset[str]) -> ExtractedCell:
    """Return the lines of one cell as its text.

    A line that is a single word, ends without a space and fills its column (``wide``) was cut inside that word where
    the
    next line goes on in small letters; where ``known`` words of the document speak for two words instead, that is a
    doubt.
    """
    text = ""
    repairs: list[Repair] = []
    doubts: list[str] = []
    for index, line in enumerate(lines):
        whole = unspaced(line.text)
        if whole != line.text:
            repairs.append(Repair("letter_spaced", whole.strip(), line.number))
        piece = re.sub(r" {2,}", " ", whole)
        verdict = _cut(lines[index - 1], piece, wide, known) if index else False
        if verdict:
            text = text.rstrip() + piece.lstrip()
            repairs.append(Repair("joined_word", _last_word(text, piece), line.number))
        else:
            if verdict is None:
                doubts.append(lines[index - 1].text.strip() + piece.strip())
            text = join(text, piece) + (" " if piece.endswith(" ") else "")
    return ExtractedCell(text.strip(), tuple(repairs), tuple(doubts))


def _cut(above: ExtractLine, piece: str, wide: ExtractedColumn, known: frozenset[str]) -> bool | None:
    """Tell whether the line above was cut inside its last word; None where that cannot be told."""
    bare = above.text
    if above.open or " " in bare.strip() or not bare[-1:].isalpha() or not piece[:1].islower():
        return False
    begun, ended = bare.rpartition("-")[2].lower(), _TOKEN.match(piece)
    if ended is None:
        return False
    following = ended.group().lower()
    if _width(bare) + _width(piece[0]) <= wide.width:
        # The next letter would have fitted: the line ended for another reason.
        return False
    if begun + following in known:
        return True
    if begun in known and following in known:
        # A whole word that leaves room for a space keeps the space; this one kept none.
        return True if wide.lines >= _ENOUGH and _width(bare) + _SPACE <= wide.width else None
    if len(following) == 1 or wide.lines >= _ENOUGH:
        return True
    return None


def _width(text: str) -> float:
    return sum(map(_letter_width, text))


@lru_cache(maxsize=1024)
def _letter_width(letter: str) -> float:
    return _CAPITAL * _WIDTHS.get(letter.lower(), _OTHER) if letter.isupper() else _WIDTHS.get(letter, _OTHER)


def _last_word(text: str, piece: str) -> str:
    first = piece.split()[0] if piece.split() else ""
    end = len(text.rstrip()) - len(piece.strip()) + len(first)
    return text[:end].split()[-1] if text[:end].split() else first
