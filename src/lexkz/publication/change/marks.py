"""Words of a comparison by what became of them: what has gone, what has come, what both sides have."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lexkz.comparison.words import Mark, Words
from lexkz.languages.folding import fold

Say = Callable[[str], str]
"""From an English id to the words of the interface."""


class MarkedWords(NamedTuple):
    """Words that follow one another and look alike."""

    said: str
    tag: str = ""
    """``ins`` or ``del``; empty for words that both sides have."""
    alike: bool = False
    """They differ from those on the other side in letters only that look alike, and are marked more quietly."""


def side(words: Words, mark: Mark) -> tuple[MarkedWords, ...]:
    """Return one side of a comparison: of ``-`` the old words, of ``+`` the new ones, changed ones marked."""
    tag = "ins" if mark == "+" else "del"
    other = "-" if mark == "+" else "+"
    made: list[MarkedWords] = []
    for place, (kind, said) in enumerate(words):
        if kind == "=":
            made.append(MarkedWords(said))
        elif kind == mark:
            beside = words[max(0, place - 1) : place + 2]
            alike = any(sign == other and _look_alike(theirs, said) for sign, theirs in beside)
            made.extend(_marked(said, tag, alike))
    return tuple(made)


def both(words: Words) -> tuple[MarkedWords, ...]:
    """Return both sides of a comparison as one: the old words, struck, before the new ones."""
    made: list[MarkedWords] = []
    for place, (kind, said) in enumerate(words):
        if kind == "=":
            made.append(MarkedWords(said))
            continue
        beside = words[max(0, place - 1) : place + 2]
        alike = any(sign not in ("=", kind) and _look_alike(theirs, said) for sign, theirs in beside)
        made.extend(_marked(said, "del" if kind == "-" else "ins", alike))
    return tuple(made)


def _look_alike(one: str, other: str) -> bool:
    """True for words that differ in letters or signs only that look alike; a capital letter is seen."""
    return fold(one) == fold(other) and [*map(str.isupper, one)] == [*map(str.isupper, other)]


def cells(words: Words, mark: Mark = "=") -> Iterator[Words]:
    """Give the words of a row cell by cell; tabs part cells, and are themselves no words.

    Cells are those of the side of ``mark``; words of the other side come along with the cell beside them.
    """
    own: list[tuple[Mark, str]] = []
    for kind, said in words:
        if kind not in ("=", mark):
            own.append((kind, said.replace("\t", " ")))
            continue
        first, *rest = said.split("\t")
        if first:
            own.append((kind, first))
        for part in rest:
            yield tuple(own)
            own = [(kind, part)] if part else []
    yield tuple(own)


def bare(said: str) -> str:
    """Return words as a string of a style sheet may hold them."""
    return re.sub(r"[\\\"'\n]", "", said)


def _marked(said: str, tag: str, alike: bool) -> Iterator[MarkedWords]:
    """White space at the ends stands outside the mark, so that no stroke runs on into the margin."""
    inner = said.strip()
    if not inner:
        yield MarkedWords(said, tag)
        return
    start = said[: len(said) - len(said.lstrip())]
    end = said[len(said.rstrip()) :]
    yield MarkedWords(start, tag if "\n" in start else "")
    yield MarkedWords(inner, tag, alike)
    yield MarkedWords(end, tag if "\n" in end else "")
