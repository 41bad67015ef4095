"""Word differences: by whole words of the language, never by half a word; diff-match-patch on tokens.

The same pair gives the same runs whichever text is called old, but for their marks. Nothing depends on time:
what is too large to be compared token by token is cut at the words that stand once in both texts.
Words are aligned by what a reader sees: one that only has look-alike letters of the other script is paired with its
like, and alone is gone and come, so that it never drowns a change beside it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from lexkz.languages.folding import fold

Mark = Literal["=", "-", "+"]
Words = tuple[tuple[Mark, str], ...]

_LETTER, _SAID = r"[^\W\d_][\u0300-\u036f]*", r"[^\W_][\u0300-\u036f]*"
_NUMBER = r"\d+(?:[ \u00a0]\d{3}(?!\d))*(?:[.,]\d+)*(?:[-–‑]\d+)*"
_TOKEN = re.compile(
    r"[\n\t]|[^\S\n\t]+"
    rf"|№[ \u00a0]?(?=\S*\d)(?:{_SAID})+(?:[-/](?:{_SAID})+)*"  # the number of an act with its sign: "№ 391", "№ 15-п"
    rf"|{_NUMBER}(?:[-–‑]?(?:{_LETTER})+)*"  # "6-1", "2,5", "2 450 000", "29-тармақ", "5кг"
    rf"|{_LETTER}(?:{_SAID})*(?:[-‑'’](?:{_SAID})+)*"  # "қ-ң", "төсек-орын", "м2"
    r"|.",
    re.DOTALL,
)
_WORD, _SIGN = (0x4E00, 0x9FA5, 0x20000, 0x2A6D6, 0xF0000, 0x10FFFD), (0x2200, 0x23FF, 0xE000, 0xF8FF)
"""First and last characters that stand for words and for signs: diff-match-patch sees words there as letters, signs as
none, and so prefers to cut where a reader would."""
_LARGE = 250_000
"""Product of the numbers of tokens from which two texts are cut before they are compared."""


def tokens(text: str) -> tuple[str, ...]:
    """Return the words, numbers, signs and white space of ``text``; joined they are ``text``."""
    return tuple(_TOKEN.findall(text))


def word_diff(old: str, new: str) -> Words:
    """Return the runs of ``old`` and ``new``: kept (``=``), gone (``-``), come (``+``), in reading order.

    The kept and gone runs joined are ``old``, the kept and come ones ``new``, character by character; each run is made
    of whole tokens (:func:`tokens`). What is gone stands before what has come in its place.
    """
    if old == new:
        return (("=", old),) if old else ()
    if not old or not new:
        return (("-", old),) if old else (("+", new),)
    swapped = (len(old), old) > (len(new), new)
    left, right = (new, old) if swapped else (old, new)
    found = _compared(tokens(left), tokens(right))
    if swapped:
        turned: dict[Mark, Mark] = {"=": "=", "-": "+", "+": "-"}
        found = ((turned[mark], text) for mark, text in found)
    return tuple(_joined(found))


def _compared(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[Mark, str]]:
    if not left or not right or len(left) * len(right) <= _LARGE:
        yield from _by_engine(left, right)
        return
    ones = _once_in_both(left, right)
    if not ones:
        # Nothing that the texts share stands out: one took the place of the other.
        yield "-", "".join(left)
        yield "+", "".join(right)
        return
    here = there = 0
    for one, other in ones:
        yield from _compared(left[here:one], right[there:other])
        yield "=", left[one]
        here, there = one + 1, other + 1
    yield from _compared(left[here:], right[there:])


def _once_in_both(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """The longest run, in the order of both, of tokens that stand once in each."""
    counts, others = Counter(left), Counter(right)
    places = {token: place for place, token in enumerate(right) if others[token] == 1}
    pairs = [(here, places[token]) for here, token in enumerate(left) if counts[token] == 1 and token in places]
    return [pairs[place] for place in rising([there for _, there in pairs])]


def rising(numbers: Sequence[int]) -> list[int]:
    """Return the places of the longest run of ``numbers`` that rise, in order."""
    tails: list[int] = []
    ends: list[int] = []
    links: list[int] = []
    for place, number in enumerate(numbers):
        spot = bisect_left(tails, number)
        if spot == len(tails):
            tails.append(number)
            ends.append(place)
        else:
            tails[spot], ends[spot] = number, place
        links.append(ends[spot - 1] if spot else -1)
    kept: list[int] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        kept.append(place)
        place = links[place]
    return kept[::-1]


def _by_engine(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[Mark, str]]:
    if left == right:
        if left:
            yield "=", "".join(left)
        return
    if not left or not right:
        yield ("-", "".join(left)) if left else ("+", "".join(right))
        return
    from diff_match_patch import diff_match_patch

    known: dict[str, str] = {}
    codes = {"word": _codes(_WORD), "sign": _codes(_SIGN)}
    one, other = _encoded(left, known, codes), _encoded(right, known, codes)
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    found = engine.diff_main(one, other, False)
    if "".join(left).split() != "".join(right).split():  # else only spaces differ, and no word is to be marked
        engine.diff_cleanupSemantic(found)
    here = there = 0
    for kind, text in found:
        if kind == 0:
            yield from _alike(left[here : here + len(text)], right[there : there + len(text)])
        elif kind < 0:
            yield "-", "".join(left[here : here + len(text)])
        else:
            yield "+", "".join(right[there : there + len(text)])
        here += len(text) if kind <= 0 else 0
        there += len(text) if kind >= 0 else 0


def _alike(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[Mark, str]]:
    """Tokens that look alike, pair by pair: kept where they are the same, else gone and come."""
    for one, other in zip(left, right, strict=True):
        if one == other:
            yield "=", one
        else:
            yield "-", one
            yield "+", other


def _codes(ranges: Sequence[int]) -> Iterator[str]:
    for first, last in zip(ranges[::2], ranges[1::2], strict=True):
        yield from map(chr, range(first, last + 1))


def _encoded(found: Sequence[str], known: dict[str, str], codes: dict[str, Iterator[str]]) -> str:
    out = []
    for token in found:
        looks = fold(token)
        if looks not in known:
            if token in (" ", "\n", "\t"):
                known[looks] = token
            else:
                known[looks] = next(codes["word" if any(map(str.isalnum, token)) else "sign"])
        out.append(known[looks])
    return "".join(out)


def _joined(found: Iterator[tuple[Mark, str]]) -> Iterator[tuple[Mark, str]]:
    """Runs of one mark joined; between two kept runs first all that is gone, then all that has come."""
    gone: list[str] = []
    came: list[str] = []
    kept: list[str] = []
    for mark, text in (*found, ("=", "")):
        if mark == "=":
            if gone or came:
                yield from _changed(gone, came)
                gone, came = [], []
            kept.append(text)
            continue
        if kept:
            if "".join(kept):
                yield "=", "".join(kept)
            kept = []
        (gone if mark == "-" else came).append(text)
    if "".join(kept):
        yield "=", "".join(kept)


def _changed(gone: list[str], came: list[str]) -> Iterator[tuple[Mark, str]]:
    if gone:
        yield "-", "".join(gone)
    if came:
        yield "+", "".join(came)
