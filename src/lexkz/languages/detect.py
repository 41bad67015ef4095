"""Detect the language of a text: Kazakh, Russian, or neither."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Literal

Lang = Literal["kaz", "rus"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_QUOTED = re.compile(r"\"[^\"]*\"|«[^»]*»|“[^”]*”")
SAMPLE = 200_000
"""Characters looked at: an act shows its language long before its end."""


@dataclass(frozen=True, slots=True)
class Traits:
    """By what one language is told from the others written in Cyrillic."""

    own: frozenset[str]
    """Letters that the other language of the country does not have."""
    alphabet: frozenset[str]
    """All its letters, small."""
    words: frozenset[str]
    """Its frequent words that are not words of the other, small."""
    expected: frozenset[str]
    """Letters of which a text of some length must have some; where all are missing it is a relative, not this
    language."""
    endings: re.Pattern[str]
    """Endings of words that are usual here and not there."""


@cache
def traits(lang: Lang) -> Traits:
    """Return the traits of ``lang``, loaded on first use."""
    module = import_module(f"lexkz.languages.{lang}.detect")
    built: Traits = module.TRAITS
    return built


def detect(text: str) -> Lang | None:
    """Return the language of ``text``, or None where it is neither Kazakh nor Russian or holds no words to tell by.

    What stands in quotation marks speaks last: an act in one language can quote words of the other. A single command
    sentence suffices.
    """
    text = text.strip()[:SAMPLE]
    unquoted = _QUOTED.sub(" ", text)
    return _detect(unquoted) or _detect(text)


def _detect(text: str) -> Lang | None:
    words = [_folded(word.lower()) for word in _WORD.findall(text)]
    letters = sum(map(len, words))
    if not letters:
        return None
    kaz, rus = traits("kaz"), traits("rus")
    known = kaz.alphabet | rus.alphabet
    foreign = sum(1 for word in words for letter in word if letter not in known and letter not in "-i")
    # Latin abbreviations and names stand in true acts; a third of the letters does not.
    if foreign * 3 > letters or _kin(words, letters):
        return None
    votes = {"kaz": 0, "rus": 0}
    for word in words:
        if not kaz.own.isdisjoint(word) or word in kaz.words:
            votes["kaz"] += 2
        elif word in rus.words or not rus.own.isdisjoint(word):
            votes["rus"] += 2
        elif kaz.endings.search(word):
            votes["kaz"] += 1
        elif rus.endings.search(word):
            votes["rus"] += 1
    lang: Lang = "kaz" if votes["kaz"] > votes["rus"] else "rus"
    if votes[lang] == 0 or votes["kaz"] == votes["rus"]:
        return None
    # In a text of the language most words vote for it; in a relative of it only a few look alike.
    if letters > 150 and (votes[lang] < 0.25 * len(words) or traits(lang).expected.isdisjoint("".join(words))):
        return None
    return lang


def _folded(word: str) -> str:
    """Put the Kazakh letter for the Latin i that sources mix into Cyrillic words."""
    return word.replace("i", "і") if "i" in word and re.search("[а-яәғқңөұүһ]", word) else word


def _kin(words: list[str], letters: int) -> bool:
    """Tell whether letters of other Cyrillic alphabets (Ukrainian, Uzbek, Tatar, Serbian …) occur too often for a
    stray name."""
    strange = sum(1 for word in words for letter in word if letter in "їєґўҳҷӣӯјљњђћџѓќѕҗҥӊ")
    return strange * 200 > letters
