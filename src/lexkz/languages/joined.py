"""Words that a source has run together: parted where all of the parts are words of the vocabulary.

«сөзбенауыстырылсын», «дополнитьсловами», «впункте». Only what is no word by itself is parted, and only into words that
commands are made of; the letters stay as they are printed.
"""

import re
from dataclasses import replace
from functools import lru_cache

from lexkz.languages.folding import fold
from lexkz.languages.tokens import Token
from lexkz.languages.vocabulary import Vocabulary

_SHORTEST = 5
"""Letters of a word that can be two: shorter ones are names and abbreviations."""
_LONGEST = 60


def parted(tokens: tuple[Token, ...], vocabulary: Vocabulary) -> tuple[Token, ...]:
    """Return scanned ``tokens`` with each unknown word that is known words run together as these words."""
    out: list[Token] = []
    for token in tokens:
        found = _parts(fold(token.text), vocabulary) if token.type == "WORD" else ()
        start = token.start
        for length in found:
            offset = start - token.start
            text = token.text[offset : offset + length]
            out.append(replace(token, text=text, start=start, end=start + length, joined=token.joined and not offset))
            start += length
        if not found:
            out.append(token)
    return tuple(out)


def _parts(word: str, vocabulary: Vocabulary) -> tuple[int, ...]:
    if not _SHORTEST <= len(word) <= _LONGEST or word in vocabulary.words or vocabulary.ordinal((word,)) is not None:
        return ()
    return _segmented(word, _known(vocabulary))


class _KnownJoins:
    """The words of a vocabulary, those of its phrases included."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.words = {*vocabulary.words, *(word for phrase in vocabulary.phrases for word in phrase.split())}

    def __contains__(self, word: str) -> bool:
        return word in self.words or (len(word) > 3 and self.vocabulary.ordinal((word,)) is not None)


def put_together(left: str, right: str, vocabulary: Vocabulary) -> str:
    """Return two lines of a broken sentence as one: a word that the break has cut is one word again.

    «дополнить пунктом 4 следую-» and «щего содержания:»; without a hyphen where only the whole is a word of commands.
    """
    begin, end = _CUT.search(left), _GOES_ON.match(right)
    if begin is None or end is None:
        return f"{left} {right}"
    if begin[2]:
        return f"{left[:-1]}{right}"
    known = _known(vocabulary)
    whole = fold(begin[1] + end[0]) in known
    parts = all(fold(part) in known for part in (begin[1], end[0]))
    return f"{left}{right}" if whole and not parts else f"{left} {right}"


_CUT = re.compile(r"([^\W\d_]+)([-\u00ad\u2010\u2011]?)$")
_GOES_ON = re.compile(r"[^\W\d_]+")


_KNOWN: dict[int, _KnownJoins] = {}
"""Of each vocabulary, of which a language has one for as long as the program runs."""


def _known(vocabulary: Vocabulary) -> _KnownJoins:
    found = _KNOWN.get(id(vocabulary))
    if found is None:
        found = _KNOWN[id(vocabulary)] = _KnownJoins(vocabulary)
    return found


@lru_cache(maxsize=4096)
def _segmented(word: str, known: _KnownJoins) -> tuple[int, ...]:
    """The lengths of the parts of ``word``, the fewest that there can be; ``()`` where it has none.

    A part of one or two letters («в», «и») can only come first.
    """
    best: list[tuple[int, ...] | None] = [None] * (len(word) + 1)
    best[0] = ()
    for end in range(1, len(word) + 1):
        for start in range(end):
            before = best[start]
            if before is None or (end - start < 3 and start):
                continue
            if word[start:end] in known and (best[end] is None or len(before) + 1 < len(best[end] or ())):
                best[end] = (*before, end - start)
    found = best[-1] or ()
    return found if len(found) > 1 else ()
