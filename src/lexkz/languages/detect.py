"""Detect the language of a text: Kazakh, Russian, or neither."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from lexkz.languages.folding import seen
from lexkz.languages.language import words_of

Lang = Literal["kaz", "rus"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_QUOTED = re.compile(r"\"[^\"]*\"|«[^»]*»|“[^”]*”")
_SHOWN = 150
"""Letters from which on most words of a text must be of its language."""
_CERTAIN = 320
"""Letters in which one of those that a text must have stands surely: a Russian one lacks «ы» in 150 now and then."""
_LINK = re.compile(r"(?:\b[a-z]{3,6}://|\bwww\.)[^\s()<>\[\]\"]+")
"""An address of a page: its letters tell nothing of the text's language."""
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
    particles: frozenset[str]
    """Words of one or two letters that stand nearly everywhere, small: a search may pass over them."""


def detect(text: str) -> Lang | None:
    """Return the language of ``text``, or None where it is neither Kazakh nor Russian or holds no words to tell by.

    What stands in quotation marks speaks last: an act in one language can quote words of the other. A single command
    sentence suffices.
    """
    text = seen(_LINK.sub(" ", text.strip()[:SAMPLE]))
    unquoted = _QUOTED.sub(" ", text)
    return _detect(unquoted) or _detect(text)


def _detect(text: str) -> Lang | None:
    words = [_folded(word.lower()) for word in _WORD.findall(text)]
    letters = sum(map(len, words))
    if not letters:
        return None
    kaz, rus = words_of("kaz").traits, words_of("rus").traits
    known = kaz.alphabet | rus.alphabet
    foreign = sum(1 for word in words for letter in word if letter not in known and letter not in "-i")
    # Latin abbreviations and names stand in true acts; a third of the letters does not.
    if foreign * 3 > letters or _kin(words, letters):
        return None
    counts = Counter(words)
    votes = {"kaz": 0, "rus": 0}
    once = {"kaz": 0, "rus": 0}
    for word, count in counts.items():
        vote = _vote(word, kaz, rus)
        if vote is not None:
            votes[vote[0]] += vote[1] * count
            once[vote[0]] += vote[1]
    lang: Lang = "kaz" if votes["kaz"] > votes["rus"] else "rus"
    if votes[lang] == 0 or votes["kaz"] == votes["rus"]:
        return None
    # In a text of the language most words vote for it; in a relative of it only a few look alike. The rows of a long
    # table say the same few words over and over, so that each is also counted once.
    few = votes[lang] < 0.25 * len(words) and once[lang] < 0.25 * len(counts)
    if letters > _SHOWN and few:
        return None
    # Each word once here, too: of a thousand commands alike, «пункт 1 исключить», none needs an «ы».
    if sum(map(len, counts)) > _CERTAIN and words_of(lang).traits.expected.isdisjoint("".join(counts)):
        return None
    return lang


def _vote(word: str, kaz: Traits, rus: Traits) -> tuple[Lang, int] | None:
    if not kaz.own.isdisjoint(word) or word in kaz.words:
        return "kaz", 2
    if word in rus.words or not rus.own.isdisjoint(word):
        return "rus", 2
    if kaz.endings.search(word):
        return "kaz", 1
    return ("rus", 1) if rus.endings.search(word) else None


def _folded(word: str) -> str:
    """Put the Kazakh letter for the Latin i that sources mix into Cyrillic words."""
    return word.replace("i", "і") if "i" in word and re.search("[а-яәғқңөұүһ]", word) else word


def _kin(words: list[str], letters: int) -> bool:
    """Tell whether letters of other Cyrillic alphabets (Ukrainian, Uzbek, Tatar, Serbian …) occur too often for a
    stray name."""
    strange = sum(1 for word in words for letter in word if letter in "їєґўҳҷӣӯјљњђћџѓќѕҗҥӊ")
    return strange * 200 > letters
