"""Letters that can be a part of a word only, and short ones that are words: where a column cuts words, both tell."""

from dataclasses import dataclass
from functools import cache

from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of

SHORT = 3
"""Letters of a short word at most."""
_LANGS: tuple[Lang, ...] = ("kaz", "rus")
"""An act in one language has words of the other: both are looked at."""


@dataclass(frozen=True, slots=True)
class WordParts:
    """What one language knows of how its words begin and end."""

    vowels: frozenset[str]
    never_first: frozenset[str]
    """Letters that no word begins with."""
    never_last: frozenset[str]
    """Letters that no word of the language's own ends in."""
    short: frozenset[str]
    """Words of up to three letters; an act has far more of them than the words that any act has."""


@cache
def short_words() -> frozenset[str]:
    """Return the words of up to three letters of both languages."""
    known = {
        word
        for lang in _LANGS
        for word in words_of(lang).traits.words | words_of(lang).traits.particles
        if len(word) <= SHORT
    }
    return frozenset(known | {word for lang in _LANGS for word in words_of(lang).word_parts.short})


@cache
def common_words() -> frozenset[str]:
    """Return words of both languages that stand in nearly every act."""
    return short_words() | words_of("kaz").traits.words | words_of("rus").traits.words


def is_part(text: str) -> bool:
    """Tell whether small letters are a part of a word, never a whole one: they have no vowel, begin with a letter that
    no word begins with, or end in one that no word with the language's own letters ends in."""
    parts = [words_of(one).word_parts for one in _LANGS]
    if text in short_words():
        return False
    if text[:1] in parts[0].never_first & parts[1].never_first:
        return True
    if not any(letter in own.vowels for own in parts for letter in text):
        return True
    return any(
        text[-1:] in own.never_last and any(letter in words_of(one).traits.own for letter in text)
        for one, own in zip(_LANGS, parts, strict=True)
    )
