"""Misprints of the words that command: «сездер», "следущего", read as the known word that is one letter away.

So are words typed on a keyboard without the Kazakh letters: «тармактагы», «ушинши».
"""

import re
from dataclasses import replace
from functools import cache
from importlib import import_module

from lexkz.languages.folding import fold, fold_keyboard
from lexkz.languages.tokens import Token
from lexkz.languages.vocabulary import Noun, Vocabulary

LEAST = 5
"""Letters of the shortest word that is looked for: of shorter ones too many are one letter away from each other."""
TYPED_LEAST = 3
"""The same for words that lack the letters of a keyboard: «соз» is «сөз», whatever else is near it."""
MOST = 60
"""Tokens of the longest sentence that is looked at: a longer one is a norm."""


def respelled(tokens: tuple[Token, ...], lang: str) -> tuple[Token, ...] | None:
    """Return ``tokens`` with misprinted words as the known word one letter away.

    None where there is none, or the sentence is too long to command. Words within quotes are never touched.
    """
    if len(tokens) > MOST:
        return None
    known, vocabulary = _known(lang), _vocabulary(lang)
    out: list[Token] = []
    found = False
    for token in tokens:
        word = fold(token.text)
        if (
            token.type == "WORD"
            and len(word) >= LEAST
            and word not in known.words
            and vocabulary.ordinal((word,)) is None
        ):
            meant = known.nearest(word)
            if meant is not None:
                found = True
                token = replace(token, text=meant)
        out.append(token)
    return tuple(out) if found else None


_FIGURES = {"О": "0", "о": "0", "O": "0", "o": "0", "З": "3", "з": "3", "l": "1", "I": "1", "І": "1"}
"""Letters that look like figures, Cyrillic and Latin, to the figures."""
_MIXED = re.compile(rf"(?<![\w-])(?=[{''.join(_FIGURES)}]*\d)[\d{''.join(_FIGURES)}]+(?![\w])")
_ALONE = re.compile(r"(?<![\w-])З(?=[-–]([^\W\d_]+))")
_BEHIND = re.compile(r"([^\W\d_]+) З(?![\w)])")
_FIGURED = frozenset({"chapter", "article", "paragraph", "part", "row", "column"})
"""Units that bear figures, never a capital letter."""


def with_figures(text: str, tokens: tuple[Token, ...], lang: str) -> tuple[str, tuple[str, ...]] | None:
    """Return ``text`` with letters in numbers as the figures that they look like («1О-тармақ», «З-бап»), as long as it
    was, and the numbers as printed; None where there is none. Words within quotes are never touched.

    ``tokens``: those of the text.
    """
    quoted = [(token.start, token.end) for token in tokens if token.type == "QUOTED"]
    words = _vocabulary(lang).words
    found: list[str] = []

    def mended(match: re.Match[str]) -> str:
        printed = match.group()
        if printed.isdigit() or any(start <= match.start() < end for start, end in quoted):
            return printed
        found.append(printed)
        return "".join(_FIGURES.get(char, char) for char in printed)

    def alone(match: re.Match[str]) -> str:
        entry = words.get(fold(match[1]))
        return mended(match) if entry is not None and entry.terminal.startswith("U_") else match.group()

    def behind(match: re.Match[str]) -> str:
        entry = words.get(fold(match[1]))
        meaning = entry.value.meaning if entry is not None and isinstance(entry.value, Noun) else ""
        if meaning not in _FIGURED or any(start <= match.start() < end for start, end in quoted):
            return match.group()
        found.append(match.group())
        return f"{match[1]} 3"

    made = _BEHIND.sub(behind, _ALONE.sub(alone, _MIXED.sub(mended, text)))
    return (made, tuple(found)) if found else None


def typed_words(tokens: tuple[Token, ...], lang: str) -> tuple[Token, ...] | None:
    """Return ``tokens`` with words that were typed on a Russian keyboard as they are spelled; None where none was."""
    known = _known(lang)
    out: list[Token] | None = None
    for place, token in enumerate(tokens):
        if token.type != "WORD" or len(token.text) < TYPED_LEAST:
            continue
        word = fold(token.text)
        meant = known.typed(word) if word not in known.words else None
        if meant is not None and meant != word:
            out = list(tokens) if out is None else out
            out[place] = replace(token, text=meant)
    return tuple(out) if out is not None else None


class _KnownSpellings:
    """All words of a vocabulary, those of its phrases too, by what is left of them without one letter."""

    def __init__(self, words: frozenset[str], counted: frozenset[str]) -> None:
        self.words = words
        self.by_keys: dict[str, set[str]] = {}
        for word in words | counted:
            if fold_keyboard(word) != word:
                self.by_keys.setdefault(fold_keyboard(word), set()).add(word)
        self.without: dict[str, set[str]] = {}
        for word in words:
            if len(word) >= LEAST:
                for shorter in _shorter(word):
                    self.without.setdefault(shorter, set()).add(word)

    def typed(self, word: str) -> str | None:
        """Return the one known word that ``word`` is without the letters that a Russian keyboard lacks, if it has one.

        Some of its Kazakh letters may be there: «тармақтагы».
        """
        found = self.by_keys.get(fold_keyboard(word))
        return next(iter(found)) if found is not None and len(found) == 1 else None

    def nearest(self, word: str) -> str | None:
        """Return the one known word that is one letter away; None where there is none or more than one."""
        found = set(self.without.get(word, ()))
        for shorter in _shorter(word):
            if shorter in self.words and len(shorter) >= LEAST:
                found.add(shorter)
            found.update(near for near in self.without.get(shorter, ()) if _one_away(near, word))
        return found.pop() if len(found) == 1 else None


def _shorter(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


def _one_away(left: str, right: str) -> bool:
    """One letter for another, or two beside each other the wrong way round."""
    if len(left) != len(right):
        return False
    differ = [place for place, (one, other) in enumerate(zip(left, right, strict=True)) if one != other]
    if len(differ) == 1:
        return True
    return (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and left[differ[0]] == right[differ[1]]
        and left[differ[1]] == right[differ[0]]
    )


def _vocabulary(lang: str) -> Vocabulary:
    found: Vocabulary = import_module(f"lexkz.languages.{lang}.vocabulary").vocabulary()
    return found


@cache
def _known(lang: str) -> _KnownSpellings:
    vocabulary = _vocabulary(lang)
    words = frozenset(vocabulary.words) | {word for phrase in vocabulary.phrases for word in phrase.split()}
    return _KnownSpellings(words, vocabulary.ordinals)
