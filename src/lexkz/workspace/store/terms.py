"""Words as the store looks for them: stems for words in any form, folded text for parts of words.

Each word is kept by the stem that its language's rule gives and by that of the joint rule, where they differ: one cuts
«патрульге» rightly, the other «басын», and a query finds what either of them finds.
"""

from functools import lru_cache
from typing import cast

from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_keyboard, fold_spaces
from lexkz.languages.stemming import stem, words

_LANGS: tuple[Lang, ...] = ("kaz", "rus")


@lru_cache(maxsize=4096)
def indexed(text: str, lang: str) -> str:
    """Return the stems of a text of ``lang``, in the order of its words, as the full-text index is given them."""
    return " ".join(one for word in words(text) for one in stems(word, lang))


def asked(word: str, lang: str | None) -> tuple[str, ...]:
    """Return the stems any of which a text must have to hold ``word``; without ``lang``, those of each language.

    None where the word has neither a letter nor a digit.
    """
    if not any(char.isalnum() for char in word):
        return ()
    langs = (lang,) if lang is not None else _LANGS
    return tuple(dict.fromkeys(found for one in langs for found in stems(word, one)))


@lru_cache(maxsize=65536)
def stems(word: str, lang: str) -> tuple[str, ...]:
    """Return the stems by which a word of a text of ``lang`` is kept: one or two."""
    own, joint = stem(word, cast(Lang, lang)), stem(word)
    return (own,) if own == joint else (own, joint)


def folded(text: str) -> str:
    """Return text as substrings are looked for in it."""
    return fold_spaces(text)


def typed(text: str) -> str:
    """Return folded text as it can be typed on a Russian keyboard."""
    return fold_keyboard(text)
