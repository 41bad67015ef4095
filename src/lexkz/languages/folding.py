"""Folding for matching only, never for output: letter case, look-alike letters, dashes, quotes and spaces."""

import re

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
    "–": "-",
    "—": "-",
    "‑": "-",
    "−": "-",
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
    lowered = text.lower()
    # A capital sigma is lowered by its place in a word, and a dotted capital I becomes two letters: letter by letter.
    if len(lowered) != len(text) or "Σ" in text:
        lowered = "".join(char if len(char.lower()) != 1 else char.lower() for char in text)
    # Most texts have next to none of them, and a search for one is far quicker than a translation of all letters.
    return _FOLDED.sub(_folded, lowered) if _FOLDED.search(lowered) else lowered


def fold_spaces(text: str) -> str:
    """Return ``fold(text)`` with each run of white space as one space and none at the ends."""
    return " ".join(fold(text).split())


_RUSSIAN_KEYS = str.maketrans("әғқңөұүһі", "агкноуухи")


def fold_keyboard(text: str) -> str:
    """Return folded text with the letters that a Russian keyboard lacks as people type them on one: «қызмет», «кызмет».

    One character gives one character.
    """
    return text.translate(_RUSSIAN_KEYS)
