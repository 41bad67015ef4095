"""Hyphens at line ends: those that only divide a word go, those that belong to one stay."""

import re
from collections.abc import Iterable

TYPESET = "\u2010"
"""The hyphen of typesetters: programs put it where they divide a word, while an act is typed with «-»."""
_BEGUN = re.compile(rf"([^\W\d_]+(?:-[^\W\d_]+)*)[-{TYPESET}]$")
_ENDED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(rf"[^\W\d_]{TYPESET}[^\W\d_]")
_LONG = 5
"""Words of a line that is looked at for what words a document has; its first and last can be parts of words."""
_HALF = 2
"""Letters at least that a word is divided after, and before."""


def words_of_lines(lines: Iterable[str], flow: Iterable[str] = ()) -> frozenset[str]:
    """Return the words of a document, small, and its words with a hyphen whole: those that no line end can have cut;
    with them :data:`TYPESET` where it stands inside lines, so that at their ends it need not divide.

    ``flow``: of these lines those in no table; only a hyphen divides their words.
    """
    made: set[str] = set()
    divided_ = False
    for line in flow:
        tokens = line.split()
        ended = line[-1:] in ("-", TYPESET, "\xad")
        for token in tokens[divided_ : len(tokens) - ended]:
            made.update(_WORD.findall(token.lower()))
        divided_ = ended
    for line in lines:
        if _INSIDE.search(line):
            made.add(TYPESET)
        tokens = line.split()
        if len(tokens) < _LONG:
            continue
        for token in tokens[1:-1]:
            small = token.lower()
            made.update(_WORD.findall(small))
            if "-" in small:
                compounds = [word for word in _ENDED.findall(small) if "-" in word]
                made.update(compounds)
                # The first part of a compound, with its hyphen: «іс-шара» vouches for «іс-шаралардың».
                made.update(word[: word.index("-") + 1] for word in compounds)
    return frozenset(made)


def divides(left: str, right: str) -> bool:
    """Tell whether a line ends in a hyphen between small letters, which may only divide a word."""
    found = _BEGUN.search(left)
    return found is not None and found[1][-1].islower() and right[:1].islower()


def only_divides(left: str, right: str, known: frozenset[str]) -> bool | None:
    """Tell whether the hyphen at the end of ``left`` goes: the whole word stands elsewhere in the document. False where
    it stays, since it stands so elsewhere too; None where neither is known."""
    begun, ended = _BEGUN.search(left), _ENDED.match(right)
    if begun is None or ended is None or not divides(left, right):
        return False
    if left.endswith(TYPESET) and TYPESET not in known:
        return True
    before, after = begun[1].lower(), ended.group().lower()
    if f"{before}-{after}" in known:
        return False
    one, other = before.rpartition("-")[2], after.partition("-")[0]
    if len(one) < _HALF or len(other) < _HALF:
        return False
    if one + other in known:
        return True
    # What is divided inside a word leaves no two words; a compound of two is written with its hyphen.
    return False if (one in known and other in known) or f"{one}-" in known else None


def divided(left: str, right: str) -> str:
    """Return the word that a hyphen at a line end divides, with its hyphen."""
    begun, ended = _BEGUN.search(left), _ENDED.match(right)
    return f"{begun[1]}-{ended.group()}" if begun and ended else f"{left} {right}"
