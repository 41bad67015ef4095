"""Folding for matching only, never for output: letter case, look-alike letters, dashes, quotes and spaces."""

import re
import unicodedata
from functools import lru_cache

_LOOK_ALIKE = {
    "i": "і",
    "a": "а",
    "c": "с",
    "e": "е",
    "o": "о",
    "p": "р",
    "x": "х",
    "y": "у",
    "h": "һ",
    "k": "к",
    "m": "м",
    "t": "т",
    "b": "в",
    "ё": "е",
    **dict.fromkeys("\u2010\u2011\u2012–—\u2015−\u2043\ufe58\ufe63\uff0d", "-"),
    "\u00a0": " ",
    "«": '"',
    "»": '"',
    "“": '"',
    "”": '"',
    "„": '"',
}
_FOLDED = re.compile(f"[{re.escape(''.join(_LOOK_ALIKE))}]")


def _folded(found: re.Match[str]) -> str:
    return _LOOK_ALIKE[found[0]]


def fold(text: str) -> str:
    """Return ``text`` as it is compared: small letters, Cyrillic for Latin look-alikes, one dash, one quote.

    One character gives one character, so that offsets in the folded text are offsets in the printed one.
    """
    return _fold_short(text) if len(text) <= _SHORT else _fold(text)


_SHORT = 48
"""Letters of what is likely a word or a phrase, and asked for again and again."""


def _fold(text: str) -> str:
    lowered = text.lower()
    # A capital sigma is lowered by its place in a word, and a dotted capital I becomes two letters: letter by letter.
    if len(lowered) != len(text) or "Σ" in text:
        lowered = "".join(char if len(char.lower()) != 1 else char.lower() for char in text)
    # Most texts have next to none of them, and a search for one is far quicker than a translation of all letters.
    return _FOLDED.sub(_folded, lowered) if _FOLDED.search(lowered) else lowered


_fold_short = lru_cache(maxsize=16384)(_fold)


_HYPHENS = {**dict.fromkeys("\u2010\u2011\u2043\u2212\ufe63\uff0d", "-"), "\u2012": "–", "\u2015": "—", "\ufe58": "—"}
"""Signs that look like a hyphen or a dash, and which of the three usual ones is meant."""
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
ODD = f"\u0300-\u036f{''.join(_UNSEEN)}{''.join(_HYPHENS)}"
"""Characters of a text that is not plain, for a class of a regular expression."""
_ODD = re.compile(f"[{ODD}]")


def is_plain(text: str) -> bool:
    """Return whether each letter of ``text`` is one character, each hyphen a usual one, and no character is unseen."""
    return _ODD.search(text) is None


def cleaned(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Return ``text`` without what no reader sees, each letter one character, each hyphen one hyphen.

    With it, for each character, where it begins and ends in ``text``.
    """
    plain: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    for place, char in enumerate(text):
        if char in _UNSEEN:
            continue
        composed = unicodedata.normalize("NFC", plain[-1] + char) if plain and unicodedata.combining(char) else ""
        if len(composed) == 1:
            plain[-1], ends[-1] = composed, place + 1
            continue
        plain.append(_HYPHENS.get(char, char))
        begins.append(place)
        ends.append(place + 1)
    return "".join(plain), tuple(begins), tuple(ends)


def seen(text: str) -> str:
    """Return ``text`` as a reader sees it: without soft hyphens and the like, each letter one character."""
    return cleaned(text)[0] if _ODD.search(text) else text


def fold_spaces(text: str) -> str:
    """Return ``fold(text)`` as a reader sees it, with each run of white space as one space and none at the ends."""
    return " ".join(fold(seen(text)).split())


_RUSSIAN_KEYS = str.maketrans("әғқңөұүһі", "агкноуухи")


def fold_keyboard(text: str) -> str:
    """Return folded text with the letters that a Russian keyboard lacks as people type them on one: «қызмет», «кызмет».

    One character gives one character.
    """
    return text.translate(_RUSSIAN_KEYS)
