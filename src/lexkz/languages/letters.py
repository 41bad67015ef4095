"""Letters that stand as words of a language have them, or as a font has them that tells wrong ones."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_keyboard
from lexkz.languages.language import words_of

_LANGS: tuple[Lang, ...] = ("kaz", "rus")
_WORD = re.compile("[\u0400-\u04ff]+")
_EDGE = "_"
_ENOUGH = 400
"""Pairs of letters that show how they follow each other."""
_OFTEN, _NOW_AND_THEN, _NEVER = -2.0, -4.0, -7.5
"""Logarithms, near enough, of how often a letter follows one that it follows often, now and then, or never."""
_RUBBISH = -3.1
"""Mean of them: texts of law have -2.2 to -2.4, of both languages together -2.9, of an alphabet that is shifted -4."""
_GAIN = 0.04
"""What two letters changed for each other bring to the mean: in right texts 0.016 at most, mostly nothing."""
_LEAST = 30.0
"""And to their sum: a few odd words, names or parts of words, bring as much to a short text."""
_WORDS = 3
"""So many known words that changing two letters brings about show that they were changed before."""
_FEW = 60
"""Words of a text that is too short to show anything."""
_STANDING = 8
"""So many known words show that a text is one of acts, in this language."""
_CANDIDATES = 12
_LONG = 5
"""Letters: shorter words differ by one letter by themselves."""
_BEGUN = 6
"""Letters that show the root of a word."""
_RARE = "щ"
"""A letter that hardly any two roots differ by."""
_ROOT = 2
"""So many words of a root show that it is one of the text."""
_OTHER = 0.02
"""Of the words: with more that have letters of another alphabet a text is in both languages."""

Pairs = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Letters:
    """What one language knows of its letters."""

    followers: Mapping[str, tuple[str, str]]
    """Of each letter those that often follow it, and those that now and then do."""
    words: frozenset[str] = frozenset()
    """Words of acts with letters that are rare: of these their company shows too little."""
    alike: tuple[str, ...] = ()
    """Two letters each that are read for each other, and by which hardly any two words of the language differ: «внести»
    and «ввести», «приняты» and «принять», «саласы» and «сапасы» are all right, so that such pairs show nothing."""
    both: tuple[str, ...] = ()
    """How words begin that are right with either letter of such a pair: «смешение», «смещение»."""


def followers(table: str) -> dict[str, tuple[str, str]]:
    """Return a table of a language's letters as it is used."""
    rows = (line.split() for line in table.strip().splitlines())
    return {letter: (often, now_and_then) for letter, often, now_and_then in rows}


def words_of_letters(text: str) -> frozenset[str]:
    """Return the words of a text, small, each once: a table can say one word a hundred times."""
    return frozenset(_WORD.findall(text.lower()))


def is_rubbish(words: Iterable[str]) -> bool:
    """Tell whether the letters of words follow each other as in neither language: a font tells wrong ones."""
    pairs = _pairs(words)
    return pairs.total() >= _ENOUGH and max(_mean(pairs, lang) for lang in _LANGS) < _RUBBISH


def changed_letters(words: frozenset[str], lang: Lang) -> tuple[str, str] | None:
    """Return two letters that a font tells for each other, or text recognition takes for each other, so far as the
    words of a text show it; None where they show none."""
    return _by_company(words, lang) or _by_words(words, lang)


def misread(words: Sequence[str], lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return the words of a text that stand there once and differ, by one letter that is read for another, from a word
    that stands there more than once or begins several; with each that word, or the word as it should begin."""
    counts = Counter(words)
    known, both = words_of(lang).letters.words, words_of(lang).letters.both
    begun = Counter(word[:_BEGUN] for word in counts if len(word) >= _BEGUN)
    made: list[tuple[str, str]] = []
    for word, count in counts.items():
        if count == 1 and len(word) >= _LONG and word not in known and not word.startswith(both):
            meant = next((other for other in _alike(word, lang) if _stands(other, word, counts, known, begun)), None)
            if meant is not None:
                made.append((word, meant))
    return tuple(made)


def _alike(word: str, lang: Lang) -> Iterator[str]:
    """Yield a word with each of its letters changed for each that it is read for."""
    for at, letter in enumerate(word):
        for pair in words_of(lang).letters.alike:
            if letter in pair:
                yield f"{word[:at]}{pair[letter == pair[0]]}{word[at + 1 :]}"


def _stands(other: str, word: str, counts: Counter[str], known: frozenset[str], begun: Counter[str]) -> bool:
    if counts[other] > 1 or other in known:
        return True
    # The word itself may stand nowhere else, but others of its root do, and none of the root as it is printed. Of most
    # letters that shows nothing: «постановить» stands beside «поставить».
    root = other[:_BEGUN]
    rare = any(_RARE in pair for pair in zip(word[:_BEGUN], root, strict=False) if pair[0] != pair[1])
    return rare and len(word) > _BEGUN and begun[word[:_BEGUN]] == 1 and begun[root] >= _ROOT


def _by_words(words: frozenset[str], lang: Lang) -> tuple[str, str] | None:
    """Return two letters of which known words show that they change places, or that one always stands for the other.

    So rare letters are found, and two that stand in the same company («ф» and «щ», «щ» and «ш»): known words stand in
    the text with the other letter, and none stands there as it is written.
    """
    pack = words_of(lang)
    known = pack.letters.words | pack.old_fonts.words | pack.traits.words
    own = pack.letters.followers
    text = frozenset(letter for word in words for letter in word)
    if (
        len(words) < _FEW
        or len(words & known) < _STANDING
        or sum(not own.keys() >= set(word) for word in words) > _OTHER * len(words)
    ):
        return None
    for one in sorted(own.keys() & frozenset("".join(known))):
        with_it = [word for word in known if one in word]
        if any(word in words for word in with_it):
            continue
        for other in own:
            if other == one or fold_keyboard(one) == fold_keyboard(other) or {one, other} == {"е", "ё"}:
                # The Kazakh letters that a keyboard lacks were typed as these.
                continue
            swap = str.maketrans({one: other, other: one})
            swapped = sum(word.translate(swap) in words for word in with_it)
            lost = 0 if one in text else sum(word.replace(one, other) in words for word in with_it)
            if max(swapped, lost) >= _WORDS:
                return one, other
    return None


def _by_company(words: frozenset[str], lang: Lang) -> tuple[str, str] | None:
    own = words_of(lang).letters.followers
    plain = frozenset(word for word in words if all(letter in own for letter in word))
    if len(words) - len(plain) > _OTHER * len(words):
        # A text in both languages: the table of the one with more letters bears the words of the other.
        return _by_company(words, "kaz") if lang != "kaz" else None
    words = plain
    pairs = _pairs(words)
    if pairs.total() < _ENOUGH:
        return None
    by_letter: dict[str, dict[tuple[str, str], int]] = {}
    for pair, count in pairs.items():
        for letter in set(pair):
            by_letter.setdefault(letter, {})[pair] = count
    table = words_of(lang).letters.followers
    found = sorted(
        (
            (_gain({**by_letter[one], **by_letter[other]}, {one: other, other: one}, table), one, other)
            for one, other in combinations(sorted(letter for letter in by_letter if letter != _EDGE), 2)
        ),
        reverse=True,
    )
    if not found:
        return None
    gain, one, other = found[0]
    if gain > max(_GAIN * pairs.total(), _LEAST):
        return one, other
    known = words_of(lang).old_fonts.words
    before = len(words & known)
    for gain, one, other in found[:_CANDIDATES]:
        swap = str.maketrans({one: other, other: one})
        if gain > 0 and len({word.translate(swap) for word in words} & known) >= before + _WORDS:
            return one, other
    return None


def _pairs(words: Iterable[str]) -> Pairs:
    return Counter(pair for word in words for pair in pairwise(f"{_EDGE}{word}{_EDGE}"))


def _mean(pairs: Pairs, lang: Lang) -> float:
    table = words_of(lang).letters.followers
    return sum(_value(one, other, table) * count for (one, other), count in pairs.items()) / pairs.total()


def _value(one: str, other: str, table: Mapping[str, tuple[str, str]]) -> float:
    often, now_and_then = table.get(one, ("", ""))
    return _OFTEN if other in often else _NOW_AND_THEN if other in now_and_then else _NEVER


def _gain(pairs: Mapping[tuple[str, str], int], swap: Mapping[str, str], table: Mapping[str, tuple[str, str]]) -> float:
    return sum(
        count * (_value(swap.get(one, one), swap.get(other, other), table) - _value(one, other, table))
        for (one, other), count in pairs.items()
    )
