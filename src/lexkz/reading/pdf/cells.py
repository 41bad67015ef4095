"""The text of a table cell: its lines joined, words that a narrow column cut made whole again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lexkz.languages.word_parts import SHORT, common_words, is_part, short_words
from lexkz.reading.blocks import Repair
from lexkz.reading.extraction.join import join
from lexkz.reading.pdf.hyphens import TYPESET, divided, only_divides
from lexkz.reading.pdf.lines import Printed

_TOKEN = re.compile(r"[^\W\d_]+")
_ITEM = re.compile(r"(?:\d{1,3}(?:-\d{1,3})*[.)]|[а-яәғқңөұүһі]\)|[–—•-])\s?\S")
_HYPHENED = re.compile(r"[-\u2010\u2011][^\W\d_]")
_SLASHED = re.compile(r"\w/$")
_SLACK = 0.05
"""Of the type size: so exactly borders tell where lines end."""
_IN_NUMBERS = "0123456789.,-–/%"
_NUMBERS = re.compile(r"\d[\d.,/–-]*|[-–]")
_SPACE = 0.35
"""Of the type size: a space that its column has no room for is not printed."""
_CUTS = 4
"""Times at most that one word is cut."""
_SURE = 4
"""Letters of words that are not taken for parts of one."""
_ROOM = 0.8
"""Of the type size: what a line leaves free must be so much more than the next word needs, to have been ended on
purpose."""


@dataclass(frozen=True, slots=True)
class CellText:
    """The text of one cell and what was done to get it."""

    text: str
    repairs: tuple[Repair, ...] = ()
    doubts: tuple[str, ...] = ()
    """Line ends that could be a cut word or two words; the text holds two words there."""
    kept: tuple[str, ...] = ()
    """Words with a hyphen that a line end may have put there."""


@dataclass(frozen=True, slots=True)
class Column:
    """What is known of the column that a cell's lines are set in."""

    right: float
    """Where lines can reach to, in points."""
    edge: bool
    """True where ``right`` is known from a drawn border, not only from the longest line."""
    spaces: bool
    """True in a document that prints the space at a line's end: a line without one was cut inside a word."""


def cell_text(lines: Sequence[Printed], column: Column, known: frozenset[str]) -> CellText:
    """Return the lines of one cell as its text, paragraphs parted by a newline.

    A line that is one word alone and leaves no room for the next letter can have been cut inside that word, where the
    next line goes on in letters of the same case. The words of the document (``known``) and the letters themselves
    decide it; where they do not, two words are kept, and that is a doubt.
    """
    text = ""
    repairs: list[Repair] = []
    doubts: list[str] = []
    kept: list[str] = []
    for index, line in enumerate(lines):
        repairs.extend(Repair("letter_spaced", word) for word in line.spaced)
        piece = line.text
        above = lines[index - 1] if index else None
        verdict = _cut(above, line, lines[index + 1 :], column, known, text) if above else False
        if above is not None and verdict:
            text += piece
            repairs.append(Repair("joined_word", _last_word(text, piece)))
        elif above is not None and _ended(above, line, column.right):
            text += "\n" + piece
        else:
            if above is not None and verdict is None:
                doubts.append(above.text + piece)
            open_ = above is not None and above.open
            if not open_ and only_divides(text, piece, known) is None:
                kept.append(divided(text, piece))
            text = soft(text, piece, open_=open_, known=known)
    return CellText(text.strip(), tuple(repairs), tuple(doubts), tuple(kept))


def soft(left: str, right: str, *, open_: bool, known: frozenset[str] = frozenset()) -> str:
    """Join two lines as :func:`lexkz.reading.extraction.join.join` does; a hyphen that only parts syllables goes, where
    it is a soft one or the words of the document (``known``) show it."""
    if left.endswith("\xad") or ((known or left.endswith(TYPESET)) and not open_ and only_divides(left, right, known)):
        return left[:-1] + right
    if left.endswith(TYPESET) and not open_ and right[:1].isalnum():
        return left + right
    if _SLASHED.search(left) and not open_ and right[:1].isalnum():
        # A line can end behind the stroke of «и/или», where no space is.
        return left + right
    return join(left + " " if open_ else left, right).replace("\xad", "")


def _cut(
    above: Printed, line: Printed, later: Sequence[Printed], column: Column, known: frozenset[str], text: str
) -> bool | None:
    """Tell whether the line above was cut inside its last word; None where that cannot be told. ``text``: what the cell
    has said so far, for a word can be cut more than once."""
    bare, following = above.text, line.text
    if not above.open and bare[-1:].isalpha() and _HYPHENED.match(following):
        # A word with a hyphen was cut before it; a dash that begins an item is followed by a space.
        return above.x1 + line.letter > column.right - _SLACK * line.size
    if not above.open and column.edge and _NUMBERS.fullmatch(bare) and following[0] in _IN_NUMBERS:
        # A number that its column has no room for; no table has a column in which two digits never stand together.
        return above.x1 + line.letter > column.right - _SLACK * line.size
    if above.open or " " in bare or not bare[-1:].isalpha() or not following[:1].isalpha():
        return False
    if following[0].isupper() and not (bare.isupper() and len(bare) > 1):
        return False
    if above.x1 + line.letter <= column.right - _SLACK * line.size:
        # The next letter would have fitted: the line ended for another reason.
        return False
    begun = text.split()[-1].rpartition("-")[2].lower()
    ended = _TOKEN.match(following)
    assert ended is not None
    rest = ended.group().lower()
    # A word can be cut more than once: «дейі», «н».
    whole = list(_longer(rest, following, later))
    if any(begun + one in known or begun + one in common_words() for one in whole):
        return True
    if any(len(one) >= _SURE and one in known for one in whole[1:]):
        return False
    if (begun in known and rest in known) or (len(rest) >= _SURE and rest in common_words()):
        # Both are words elsewhere, and what they make together is none: a line break was put there.
        return False
    # What the line begins with can be cut itself: the word to its end tells what it is.
    end = whole[-1]
    if is_part(begun) or is_part(end):
        return True
    if len(end) <= SHORT and end not in known and end not in short_words():
        return True
    word = (begun in known and len(begun) >= _SURE) or (rest in known and len(rest) >= _SURE)
    if column.spaces and column.edge and not word and above.x1 + _SPACE * line.size <= column.right:
        return True
    # One half that is a word by itself shows nothing: «ұйым» begins «ұйымдардың», and «состояние» can end a line that
    # «техническое» begins as well as be the end of a longer word. Nor does a narrow column, in which words end, too.
    return None


def _longer(rest: str, following: str, later: Sequence[Printed]) -> Iterator[str]:
    """Yield the word that a line begins with, and that word with the lines after it as far as each is a part of one."""
    yield rest
    if rest != following.lower():
        return
    for line in later[:_CUTS]:
        found = _TOKEN.match(line.text)
        if found is None:
            return
        rest += found.group().lower()
        yield rest
        if found.group() != line.text:
            return


def _ended(above: Printed, line: Printed, right: float) -> bool:
    """Tell whether a paragraph of the cell ends with the line above: on purpose, and a sentence or an item does."""
    if right - above.x1 - 0.25 * line.size - line.first <= _ROOM * line.size:
        return False
    return bool(_ITEM.match(line.text)) or (above.text.endswith((".", ";", ":")) and not line.text[:1].islower())


def _last_word(text: str, piece: str) -> str:
    first = piece.split()[0]
    end = len(text) - len(piece) + len(first)
    return text[:end].split()[-1]
