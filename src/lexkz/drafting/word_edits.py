"""What changed within a line, as the words that a command quotes: replaced, put in behind others, taken out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lexkz.comparison.words import Words, tokens, word_diff
from lexkz.consolidation.tree.block_words import occurrences

_NEAR = 16
"""Characters of kept text between two changes below which they are told as one: a drafter quotes the phrase."""
_LONGEST = 8
"""Words that a quotation is made longer by at most, so that it stands once in its unit."""

_QUOTES = '"«»“”„'
_TELLING = 4
"""Letters of a word from which it tells its place to a reader; «в» and «или» do not."""


@dataclass(frozen=True, slots=True)
class WordEdit:
    """One change of words: ``old`` replaced by ``new``, ``new`` put in after ``old``, or ``old`` taken out."""

    action: Literal["replace_words", "insert_words", "delete_words"]
    old: str
    new: str


@dataclass(slots=True)
class _EditSpan:
    start: int
    end: int
    new: str


def word_edits(old: str, new: str, around: Sequence[str]) -> tuple[WordEdit, ...] | None:
    """Return the changes that make ``old`` into ``new``; None where no words tell them.

    ``around`` are all lines of the unit that the command will name, ``old`` among them: what is quoted must stand once
    in them, as the command says no more than "the words".
    """
    found: list[WordEdit] = []
    for span in _spans(word_diff(old, new)):
        edit = _told(old, span, around)
        if edit is None:
            return None
        found.append(edit)
    return tuple(found)


def _spans(words: Words) -> list[_EditSpan]:
    spans: list[_EditSpan] = []
    at = 0
    kept = ""
    for mark, text in words:
        if mark == "=":
            kept = text
            at += len(text)
            continue
        if not spans or (kept and len(kept) > _NEAR):
            spans.append(_EditSpan(at, at, ""))
        elif kept:
            spans[-1].new += kept
            spans[-1].end = at
        kept = ""
        if mark == "-":
            at += len(text)
            spans[-1].end = at
        else:
            spans[-1].new += text
    return spans


def _told(old: str, span: _EditSpan, around: Sequence[str]) -> WordEdit | None:
    gone, came = old[span.start : span.end], span.new
    start, end = span.start, span.end
    # Spaces at the ends belong to the sentence, not to the words.
    while gone and came and gone[0] == came[0] and gone[0].isspace():
        gone, came, start = gone[1:], came[1:], start + 1
    while gone and came and gone[-1] == came[-1] and gone[-1].isspace():
        gone, came, end = gone[:-1], came[:-1], end - 1
    if not gone.strip():
        return _inserted(old, start, came, around)
    if not came.strip():
        words = gone.strip()
        if _once(words, around) and any(map(str.isalnum, words)) and not _has_quote_at_edge(words):
            return WordEdit("delete_words", words, "")
    elif _is_whole(gone, came) and any(map(str.isalnum, gone)) and _once(gone, around):
        return WordEdit("replace_words", gone, came)
    return _widened(old, start, end, came, around)


def _is_whole(*quotes: str) -> bool:
    return all(one == one.strip() and not _has_quote_at_edge(one) for one in quotes)


def _inserted(old: str, place: int, came: str, around: Sequence[str]) -> WordEdit | None:
    """Words put in after those before them; at the head of a line, with the words behind them."""
    before = tokens(old[:place].rstrip())
    anchors = ["".join(before[-count:]) for count in range(1, min(len(before), 2 * _LONGEST) + 1)]
    able = [anchor for anchor in anchors if _is_quotable(anchor) and _once(anchor, around)]
    if able and not _has_quote_at_edge(came.strip()):
        # «после слова "в"» stands once, and yet tells a reader nothing.
        anchor = next((one for one in able if any(len(word) >= _TELLING for word in one.split())), able[0])
        return WordEdit("insert_words", anchor, came.strip())
    return _widened(old, place, place, came, around)


def _widened(old: str, start: int, end: int, came: str, around: Sequence[str]) -> WordEdit | None:
    """The change with words before and behind it, as many as make it stand once."""
    left, right = list(tokens(old[:start])), list(tokens(old[end:]))
    head = tail = ""
    for turn in range(4 * _LONGEST):
        side = left if (turn % 2 == 0 and left) or not right else right
        if not side:
            return None
        if side is left:
            head = left.pop() + head
        else:
            tail += right.pop(0)
        quoted = head + old[start:end] + tail
        text = head + came + tail
        if _is_quotable(quoted) and text == text.strip() and not _has_quote_at_edge(text) and _once(quoted, around):
            return WordEdit("replace_words", quoted, text)
    return None


def _is_quotable(words: str) -> bool:
    """Return whether words can be quoted as they are: not from a space, or from a mark that ends the words before."""
    return (
        words == words.strip()
        and any(map(str.isalnum, words))
        and words[0] not in ",.;:)–-"
        and not _has_quote_at_edge(words)
    )


def _has_quote_at_edge(words: str) -> bool:
    """Return whether a quote stands where those of the command will: «словом ""комиссия";"» has no end to be seen."""
    return any(mark in _QUOTES for mark in (words[:1], words[-1:], words.rstrip(".,;:")[-1:]) if mark)


def _once(words: str, around: Sequence[str]) -> bool:
    return sum(len(occurrences(line, words)) for line in around) == 1
