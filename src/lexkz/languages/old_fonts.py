"""Texts set in old fonts, whose codes stand for other letters than they say."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of

_WORD = re.compile(r"[^\W\d_]+")
_LANGS: tuple[Lang, ...] = ("kaz", "rus")
_SHARE = 0.004
"""Of the letters: so many that no alphabet of the country has are those of an old font."""
_FEW = 3


@dataclass(frozen=True, slots=True)
class OldFonts:
    """What one language knows of its old fonts."""

    maps: tuple[Mapping[str, str], ...]
    """For each old font: what its codes look like when they are read as others are, and which letters they print."""
    modern: frozenset[str]
    """Letters that a text in such a font cannot have."""
    words: frozenset[str]
    """Words that stand in every text of law, small: they tell one font from another."""


def old_font(text: str) -> Mapping[str, str] | None:
    """Return the map of the old font that a text is set in, code to letter; None where it is in none.

    Fonts of the country gave the same codes to different letters: of those that the text may be set in, it is that by
    which most words are words of law, then that which explains most of its strange letters.
    """
    counts = Counter(letter for letter in text if letter >= "\u00c0" or letter.isalpha())
    total = counts.total()
    found: list[tuple[tuple[int, int], int, Mapping[str, str]]] = []
    for lang in _LANGS:
        fonts = words_of(lang).old_fonts
        plain: int | None = None
        for letters in fonts.maps:
            # Signs below them («µ», «±») stand in right texts too.
            old = sum(count for letter, count in counts.items() if letter in letters and letter >= "\u00c0")
            new = sum(counts[letter] for letter in fonts.modern if letter not in letters)
            if old < _FEW or old <= _SHARE * total or old <= new:
                continue
            if plain is None:
                plain = sum(word in fonts.words for word in words_in(text))
            known = sum(word in fonts.words for word in words_in(in_letters(text, letters)))
            if known > plain:
                found.append(((known, old), -len(found), letters))
    return max(found, key=lambda one: one[:2])[2] if found else None


@cache
def old_codes() -> frozenset[str]:
    """Return the letters that show an old font: right texts have none of them, or few."""
    maps = (letters for lang in _LANGS for letters in words_of(lang).old_fonts.maps)
    return frozenset(code for letters in maps for code in letters if code >= "\u00c0")


def words_in(text: str) -> list[str]:
    """Return the words of a text, small."""
    return _WORD.findall(text.lower())


def in_letters(text: str, letters: Mapping[str, str]) -> str:
    """Return a text set in an old font with the letters that it prints."""
    return text.translate({ord(code): letter for code, letter in letters.items()})


def read_as(codes: Mapping[str, str], *, taken_for: str) -> Mapping[str, str]:
    """Return the map of a font whose eight-bit codes were taken for those of another code page: ``codes`` says which
    letters they print where they were taken for Windows-1251."""
    made: dict[str, str] = {}
    for code in range(0x80, 0x100):
        one = bytes((code,))
        letter = one.decode("cp1251", "replace")
        printed = codes.get(letter, letter)
        if printed.isalpha() and printed != "µ":
            made[one.decode(taken_for, "ignore") or chr(code)] = printed
    return made
