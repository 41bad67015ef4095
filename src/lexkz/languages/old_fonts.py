"""Texts set in old fonts, whose codes stand for other letters than they say, and texts whose letters are rubbish."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from math import sqrt

from lexkz.languages.detect import Lang

_LANGS: tuple[Lang, ...] = ("kaz", "rus")
_SHARE = 0.004
"""Of the letters: so many that no alphabet of the country has are those of an old font."""
_FEW = 3
_ENOUGH = 400
"""Letters that show how often each of them stands."""
_ALIKE = 0.78
"""Texts of one language have letters so alike (cosine of how often each stands); mixed up ones have not."""


@dataclass(frozen=True, slots=True)
class OldFonts:
    """What one language knows of its old fonts."""

    letters: Mapping[str, str]
    """What the codes of an old font look like when they are read as others are, and which letters they print."""
    modern: frozenset[str]
    """Letters that a text in such a font cannot have."""
    often: Mapping[str, int]
    """How often each letter stands in texts of law, of a thousand."""


@cache
def old_fonts(lang: Lang) -> OldFonts:
    """Return what ``lang`` knows of its old fonts; loaded at first use."""
    found: OldFonts = import_module(f"lexkz.languages.{lang}.old_fonts").OLD_FONTS
    return found


def old_font(text: str) -> Mapping[str, str] | None:
    """Return the map of the old font that a text is set in, code to letter; None where it is in none."""
    counts = Counter(letter for letter in text if letter.isalpha())
    total = counts.total()
    for lang in _LANGS:
        font = old_fonts(lang)
        old = sum(counts[letter] for letter in font.letters)
        new = sum(counts[letter] for letter in font.modern)
        if old >= _FEW and old > _SHARE * total and old > new:
            return font.letters
    return None


def is_rubbish(text: str) -> bool:
    """Tell whether the letters of a text stand as often as in neither language: a font that tells wrong ones."""
    # Each word once: a table can say one word a hundred times.
    counts = Counter(letter for word in set(text.lower().split()) for letter in word if "\u0400" <= letter <= "\u04ff")
    if counts.total() < _ENOUGH:
        return False
    return max(_likeness(counts, old_fonts(lang).often) for lang in _LANGS) < _ALIKE


def _likeness(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    both = sum(count * other.get(letter, 0) for letter, count in one.items())
    return both / sqrt(sum(count**2 for count in one.values()) * sum(count**2 for count in other.values()))
