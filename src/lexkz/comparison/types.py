"""What kind of change a change is: of wording, a number, a date, a reference; of place; of layout only."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from lexkz.comparison.words import Words, tokens
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.mentions import day_key
from lexkz.languages.own_numbers import own_number

HunkType = Literal["added", "removed", "wording", "number", "date", "reference", "moved", "layout"]
"""``number``: a quantity; ``reference``: a unit or an act pointed at; ``moved``: another place or number of its own;
``layout``: nothing that is read, only spaces, or signs and letters that look alike."""
TYPES: tuple[HunkType, ...] = get_args(HunkType)

_BARE_NUMBER = re.compile(r"[\d\s.,%–-]*\d[\d\s.,%–-]*")


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    kind: HunkType
    key: str
    """What it says, however it is written: two spans of one key say the same."""


def change_types(old: str, new: str, words: Words, lang: Lang) -> tuple[HunkType, ...]:
    """Return the types of the change from ``old`` to ``new``, both in ``lang``, in the order of :data:`TYPES`.

    ``words`` are their differences. A type is there where what it is about is not the same in both: a date that stands
    in words written anew, but is the same date, is none. Where nothing else is told apart, it is a change of wording.
    """
    if _looks(old) == _looks(new):
        return ("layout",)
    sides = {"-": _Side(old, lang), "+": _Side(new, lang)}
    place = {"-": 0, "+": 0}
    region = 0
    for mark, text in words:
        region += mark == "="
        for sign in ("-", "+"):
            if mark in ("=", sign):
                if mark == sign:
                    sides[sign].take(place[sign], text, region)
                place[sign] += len(text)
    gone, came = sides["-"], sides["+"]
    found: set[HunkType] = {
        kind for kind in ("number", "date", "reference", "moved") if gone.said(kind) != came.said(kind)
    }
    if gone.wording != came.wording:
        found.add("wording")
    return tuple(kind for kind in TYPES if kind in found) or ("wording",)


def _looks(text: str) -> str:
    return "".join(fold_spaces(text).split())


class _Side:
    """What is changed in one of the texts."""

    def __init__(self, text: str, lang: Lang) -> None:
        self.spans = _spans(text, lang)
        self.starts = [span.start for span in self.spans]
        self.touched: dict[_Span, None] = {}
        self.wording: list[tuple[int, str]] = []
        """Words that nothing else claims, each with the run of changes in which it stands."""

    def take(self, start: int, text: str, region: int) -> None:
        """Let the changed ``text``, which begins at ``start``, count for the spans that it touches."""
        for token in tokens(text):
            at = bisect_right(self.starts, start) - 1
            span = self.spans[at] if at >= 0 and start < self.spans[at].end else None
            if span is not None:
                self.touched[span] = None
            elif not token.isspace():
                self.wording.append((region, _looks(token)))
            start += len(token)

    def said(self, kind: HunkType) -> Counter[str]:
        """What is touched of one kind."""
        return Counter(span.key for span in self.touched if span.kind == kind)


def _spans(text: str, lang: Lang) -> tuple[_Span, ...]:
    """What is told apart from wording, in order; what is found first has its characters."""
    words = words_of(lang).mentions
    found: list[_Span] = []
    taken = bytearray(len(text))
    own = own_number(text)
    if own:
        found.append(_Span(0, own, "moved", fold(text[:own]).strip()))
        taken[:own] = b"x" * own
    for kind, pattern in (("date", words.dates), ("reference", words.references), ("number", words.quantities)):
        for match in pattern.finditer(text):
            if match.end() > match.start() and not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"x" * (match.end() - match.start())
                found.append(_Span(match.start(), match.end(), kind, _key(match.group(), kind, lang)))  # type: ignore[arg-type]
    found.extend(_bare_numbers(text, taken))
    return tuple(sorted(found, key=lambda span: span.start))


def _bare_numbers(text: str, taken: bytearray) -> Iterator[_Span]:
    start = 0
    for token in tokens(text):
        end = start + len(token)
        if _BARE_NUMBER.fullmatch(token) and not any(taken[start:end]):
            yield _Span(start, end, "number", "".join(token.split()))
        start = end


def _key(text: str, kind: str, lang: Lang) -> str:
    """A date by its figures and month, a reference by its numbers: case endings do not make it another."""
    folded = fold_spaces(text)
    if kind == "number":
        *numbers, measure = folded.split() or [""]
        return " ".join((*numbers, measure[:3] if measure.isalpha() else measure))
    figures = re.findall(r"\d+(?:-\d+)*", folded)
    if kind == "date":
        return day_key(folded, lang)
    return " ".join(figures) if figures else " ".join(folded.split())
