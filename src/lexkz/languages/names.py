"""Names of documents, held against one another: the same but for the endings of words, or one shortened.

Texts are folded (:func:`lexkz.languages.folding.fold_spaces`) before they come here.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from lexkz.languages.stemming import stem


def same_word(one: str, two: str) -> bool:
    """True for two forms of one word («стандарты», «стандартына»), never for words of one root («стандартизация»)."""
    return one == two or stem(one) == stem(two)


def same_name(one: str, two: str) -> bool:
    """True where two names have the same words in the same order, their endings (case, number) aside."""
    left, right = one.split(), two.split()
    return len(left) == len(right) and all(map(same_word, left, right))


_STATE = re.compile(r"\bқазақстан республикасының\s*|\s*\bреспублики казахстан\b")


def without_state(title: str) -> str:
    """Return the folded title of a code without the name of the state, which stands in it or not.

    «Қазақстан Республикасының Еңбек кодексі» and «Еңбек кодексі» are one code.
    """
    return " ".join(_STATE.sub(" ", title).split())


def ends_alike(text: str, end: str) -> bool:
    """True where ``text`` ends with the words of ``end``, the ending of each word aside."""
    words, wanted = text.split(), end.split()
    if not wanted or len(wanted) > len(words):
        return False
    return all(map(same_word, words[-len(wanted) :], wanted))


def shortens(short: str, full: str) -> bool:
    """True where all words of ``short`` stand in ``full`` in the same order: with fewer words the same document is
    meant, with others another one."""
    rest: Iterator[str] = iter(full.split())
    return all(any(same_word(word, other) for other in rest) for word in short.split())


def alike(one: str, two: str) -> bool:
    """True where two titles can be one, of which one is cut short or has a slip of spelling in a word."""
    if shortens(one, two) or shortens(two, one):
        return True
    left, right = one.split(), two.split()
    return len(left) == len(right) and all(map(misspelt, left, right))


_LIKE = 0.75
"""Of the letters of two words, how many must stand in both in one order for a slip of spelling."""


def misspelt(one: str, two: str, *, like: float = _LIKE) -> bool:
    """True where two words can be one with a slip of the pen in it.

    Words that begin otherwise are two: «въезда» and «выезда», «ввоза» and «вывоза», «движимого» and «недвижимого»,
    «алу» and «салу».
    """
    if same_word(one, two):
        return True
    begin = sorted(one[:2]) == sorted(two[:2])
    return begin and SequenceMatcher(None, one, two, autojunk=False).ratio() >= like
