"""Stems of words for search: Kazakh endings cut by vowel harmony, Russian and English by Snowball, numbers kept whole.

A stem is a key that a word's forms share («тармақ», «тармағында», «тармақтардың»), not a word to print. Index and
query must be stemmed alike: with the same ``lang``, or without one on both sides. Without one the joint rule is used,
under which a text of either language, or of both, meets a query of which nobody said in what language it is.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from threading import Lock
from typing import Any, Literal

from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold

Harmony = Literal["back", "front", "any", "loan"]

TOKEN = re.compile(r"[0-9]+(?:[-./][0-9]+)*(?!\w)|\w+")
"""A number with its parts («6-1», «2.1», «30.09.2024»), or a word. The site's JavaScript has its twin."""
DROPPED = "\u00ad\u200b\u2060\ufeff"
"""Characters that stand in words and are not seen: soft hyphen, zero-width space and joiner, byte order mark."""
LATIN_TOO = {"ə": "ә", "ɵ": "ө"}
"""Latin letters that stand for Kazakh ones in old fonts, beside those of `lexkz.languages.folding`."""
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_ALIKE = frozenset("iacepoxyhkmtb")
_VOWELS = frozenset("аәеёиоөуүұыіэюя")


@dataclass(frozen=True, slots=True)
class Ending:
    """One ending and what must stand before it."""

    text: str
    after: str
    """A pattern, the same in Python and JavaScript, that the word before the ending ends with."""
    harmony: Harmony
    """Which vowels the word before it has; ``loan``: back vowels and a cluster, as «акт-і»."""
    least: int
    """How many letters must be left."""
    strong: bool = False
    """True where it is Kazakh beyond doubt, even at the end of a word that looks Russian."""
    weak: bool = False
    """True where many Russian words end so: it is cut only from words that have a letter of Kazakh's own."""


@dataclass(frozen=True, slots=True)
class Endings:
    """All that the cutting of Kazakh endings knows."""

    endings: tuple[Ending, ...]
    whole: frozenset[str]
    """Words from which nothing is cut, and which are looked for before all others."""
    lost: Mapping[str, str]
    """Words that lose a vowel before an ending, and their full form: «кәсіпорн-ы», «кәсіпорын»."""
    front: str
    """Vowels that take front endings; those that are neither here nor below take back ones."""
    either: str
    """Vowels that take endings of both kinds."""
    voiced: Mapping[str, str]
    """A last consonant as it sounds before a vowel, and as the dictionary writes it: «тармағ-ы», «тармақ»."""
    own: str
    """Letters that Russian does not have."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a word looks that is Russian, or came through Russian."""

    letters: str
    """Letters that native Kazakh words do not have."""
    late: str
    """Vowels that native Kazakh words have only in their first syllable."""
    unlike: tuple[str, ...]
    """Ends that a native Kazakh word has not."""
    nouns: tuple[str, ...]
    """Ends of words which no Russian ending follows, so that what stands behind them is a Kazakh one."""
    words: Mapping[str, str]
    """Words that Snowball takes for others, with their stem: «правило» is no form of «право»."""
    lost: Mapping[str, str]
    """Stems that have a vowel more than those of their other forms, and these: «порядок», «порядк-а»."""


def stem(word: str, lang: Lang | None = None) -> str:
    """Return the stem of ``word``, one token: folded, small letters, never empty where ``word`` is not.

    ``lang`` is the language of the text; None asks for the joint rule. Words in Latin letters are English. A number is
    its own stem. Raises nothing.
    """
    return _stem(_folded(_plain(word)), lang) or word


def terms(text: str, lang: Lang | None = None) -> tuple[str, ...]:
    """Return the stems of the words and numbers of ``text``, in their order, none left out.

    No word is too common to be left out: in law «не» and «емес» decide.
    """
    return tuple(_stem(token, lang) for token in words(text))


def words(text: str) -> tuple[str, ...]:
    """Return the words and numbers of ``text``, folded, not stemmed: «6-1-тармақ» is «6-1» and «тармақ»."""
    return tuple(_folded(token) for token in TOKEN.findall(_plain(text)))


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).translate(_DASHES)
    return composed.translate({ord(char): None for char in DROPPED})


@lru_cache(maxsize=65536)
def _folded(token: str) -> str:
    """Fold look-alikes in a word that has a Cyrillic letter; words in Latin letters alone stay Latin."""
    if _CYRILLIC.search(token):
        # A small Latin "h" looks like «һ», a capital one like «Н».
        token = fold(token.replace("H", "Н"))
        return "".join(LATIN_TOO.get(char, char) for char in token)
    return token.lower()


@lru_cache(maxsize=65536)
def _stem(token: str, lang: Lang | None) -> str:
    if not token or token[0].isdigit() or "_" in token:
        return token
    if not _CYRILLIC.search(token):
        return _latin(token, lang)
    if lang == "rus":
        return _russian(token)
    if lang == "kaz":
        return _cut(token, joint=False)
    cut = _cut(token, joint=True)
    return cut if cut in _endings().whole else _hardened(_russian(cut))


def _russian(word: str) -> str:
    shape = _shape()
    if word in shape.words:
        return shape.words[word]
    found = _snowball("russian")(word)
    return shape.lost.get(found, found)


def _latin(token: str, lang: Lang | None) -> str:
    """Return the English stem; where all its letters look Cyrillic, as those of «TOO», the stem of what it looks."""
    found = _snowball("english")(token)
    return _stem(fold(found), lang) if found and set(found) <= _ALIKE else found


def _cut(word: str, *, joint: bool) -> str:
    """Return ``word`` without its Kazakh endings.

    By the joint rule a word without a letter of Kazakh's own may be Russian and loses less; where it looks Russian,
    all is cut or nothing: it is cut if one of the endings is Kazakh beyond doubt.
    """
    data, shape = _endings(), _shape()
    own = set(data.own)
    whole, word = word, _base(word)
    sure = not joint or bool(own & set(whole)) or not looks_russian(whole)
    while word not in data.whole:
        cut = _last_ending(word, doubtful=joint and not own & set(word))
        if cut is None:
            break
        base = word[: -len(cut.text)]
        sure = sure or cut.strong or base.endswith(shape.nouns) or (base[-1] == cut.text[0] == "т")
        word = _base(base)
    return word if sure or word in data.whole else whole


def _last_ending(word: str, doubtful: bool) -> Ending | None:
    """Return the ending that ``word`` can have lost to be a word still: to be a known one, or else the longest."""
    longest: Ending | None = None
    for length in range(min(_longest(), len(word) - 2), 0, -1):
        base = word[:-length]
        for ending in _by_text().get(word[-length:], ()):
            if len(base) < ending.least or not _ends(ending.after, base) or ending.harmony not in _harmonies(base):
                continue
            if _base(base) in _endings().whole:
                return ending
            if longest is None and not (doubtful and _unlikely(base, ending)):
                longest = ending
    return longest


def _ends(pattern: str, base: str) -> bool:
    return bool(_compiled(pattern).search(base))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})$")


def _unlikely(base: str, ending: Ending) -> bool:
    """Return whether a word without a letter of Kazakh's own is rather Russian than ``base`` with ``ending``."""
    return ending.weak or (len(base) < 3 and not ending.strong) or base.endswith(_shape().unlike)


def _harmonies(base: str) -> tuple[Harmony, ...]:
    """Return which endings ``base`` can take; none where it has no vowel and so is no word."""
    data = _endings()
    vowel = next((char for char in reversed(base) if char in _VOWELS), "")
    if not vowel:
        return ()
    if base[-1] in "ьә" or vowel in data.either:
        return ("back", "front", "any")
    if base[-1] in "кг":
        # Kazakh words end so behind front vowels; «психолог» and «блок» came with theirs.
        return ("front", "any") if vowel in data.front else ("back", "front", "any")
    if vowel in data.front:
        return ("front", "any")
    cluster = len(base) > 2 and base[-2] not in _VOWELS
    return ("back", "any", "loan") if cluster else ("back", "any")


def _hardened(word: str) -> str:
    """Return ``word`` with its last consonant as the dictionary writes it, a double «сс» as one; of «ст» the т goes, as
    it does in «юрис-тің»."""
    if len(word) < 3:
        return word
    if word.endswith("сс") or (len(word) > 3 and word.endswith("ст")):
        return word[:-1]
    return word[:-1] + _endings().voiced.get(word[-1], word[-1])


def _base(word: str) -> str:
    """Return ``word`` as the dictionary writes it, its last consonant and a vowel that it lost."""
    hard = _hardened(word)
    return _endings().lost.get(hard, hard)


def looks_russian(word: str) -> bool:
    """Return whether ``word``, which has no letter of Kazakh's own, has a shape that native Kazakh words have not."""
    shape = _shape()
    vowels = [char for char in word if char in _VOWELS]
    return (
        bool(set(shape.letters) & set(word))
        or any(char in shape.late for char in vowels[1:])
        or (len(word) > 1 and word[0] not in _VOWELS and word[1] not in _VOWELS)
    )


def tables() -> dict[str, Any]:
    """Return all that a twin of this module in another language needs, as JSON can hold it."""
    data, shape = _endings(), _shape()
    return {
        "endings": [[e.text, e.after, e.harmony, e.least, e.strong, e.weak] for e in data.endings],
        "whole": sorted(data.whole),
        "vowels": "".join(sorted(_VOWELS)),
        "front": data.front,
        "either": data.either,
        "voiced": dict(data.voiced),
        "own": data.own,
        "letters": shape.letters,
        "late": shape.late,
        "unlike": list(shape.unlike),
        "nouns": list(shape.nouns),
        "words": dict(shape.words),
        "lost": dict(data.lost),
        "lost_russian": dict(shape.lost),
        "latin": "".join(sorted(_ALIKE)),
        "latin_too": dict(LATIN_TOO),
        "dashes": "".join(map(chr, _DASHES)),
        "dropped": DROPPED,
    }


@cache
def _endings() -> Endings:
    found: Endings = import_module("lexkz.languages.kaz.stemming").ENDINGS
    return found


@cache
def _by_text() -> Mapping[str, tuple[Ending, ...]]:
    found: dict[str, tuple[Ending, ...]] = {}
    for ending in _endings().endings:
        found[ending.text] = (*found.get(ending.text, ()), ending)
    return found


@cache
def _longest() -> int:
    return max(map(len, _by_text()))


@cache
def _shape() -> Shape:
    found: Shape = import_module("lexkz.languages.rus.stemming").SHAPE
    return found


@cache
def _snowball(language: str) -> Callable[[str], str]:
    import snowballstemmer

    stemmer, alone = snowballstemmer.stemmer(language), Lock()

    def found(word: str) -> str:
        with alone:  # it writes down where it is in the word: two threads at once got each other's stems
            return str(stemmer.stemWord(word))

    return found
