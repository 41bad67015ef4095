"""The sentences (сөйлемдер, предложения) of one line of text, with how sure it is where each ends."""

import re
from dataclasses import dataclass

from lexkz.languages.folding import fold
from lexkz.languages.sentences import abbreviations

_END = re.compile(r"[.!?…]+[»”\")\]]*(?=\s+[«“\"(\[]*(?P<next>[^\W_]))")
_WORD = re.compile(r"[^\W\d_]+$")
_OPEN, _CLOSE = "«“(", "»”)"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: ``text[start:end]``, without the space around it."""

    start: int
    end: int
    sure: bool
    """False where what seems to end it may be an abbreviation («2020 г. Срок …»)."""


def sentences(text: str, lang: str) -> tuple[Sentence, ...]:
    """Return the sentences of ``text``. One ends at a full stop, question or exclamation mark before a capital.

    A full stop after an initial («А. Тестов») or an abbreviation ends none before a small letter or a number; before a
    capital it may, so that the end is not sure. Within brackets and angular quotes no sentence ends.
    """
    found: list[Sentence] = []
    start = len(text) - len(text.lstrip())
    for match in _END.finditer(text):
        following = match.group("next")
        before = text[: match.start()]
        if _depth(text[start : match.end()]) > 0 or not (following.isupper() or following.isdigit()):
            continue
        word = _WORD.search(before)
        short = word is not None and (len(word.group()) == 1 or fold(word.group()) in abbreviations(lang))
        if short and following.isdigit():
            continue
        numbers = following.isdigit() and before[-1:].isdigit()
        found.append(Sentence(start, match.end(), sure=not short and not numbers))
        start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    end = len(text.rstrip())
    if start < end:
        found.append(Sentence(start, end, sure=True))
    return tuple(found)


def _depth(text: str) -> int:
    return sum(text.count(mark) for mark in _OPEN) - sum(text.count(mark) for mark in _CLOSE)
