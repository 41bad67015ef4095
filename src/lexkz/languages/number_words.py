"""Numbers in words, of any size that acts use: «он бес», «двух тысяч пятисот», «трёхдневный»."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of

_WORD = re.compile(r"[^\W\d_]+")
_THOUSAND = 1000
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of one language."""

    values: Mapping[str, int]
    """A folded word in any of its case forms, and its value."""
    joined: re.Pattern[str] | None = None
    """A number that is the head of a longer word, «трёхдневный»: group ``number``, which is a key of ``values``."""


@dataclass(frozen=True, slots=True)
class SpelledNumber:
    """A number that a text writes in words, with its characters."""

    start: int
    end: int
    value: int
    joined: bool = False
    """True where it is the head of a longer word."""


def spelled_numbers(text: str, lang: Lang) -> tuple[SpelledNumber, ...]:
    """Return the numbers that ``text`` writes in words, in order; neighbouring words that make one number are one."""
    return tuple(_spelled(fold(text), words_of(lang).number_words))


def _spelled(folded: str, known: NumberWords) -> Iterator[SpelledNumber]:
    run: list[tuple[re.Match[str], int]] = []
    for word in _WORD.finditer(folded):
        value = known.values.get(word[0])
        apart = run and folded[run[-1][0].end() : word.start()].strip() != ""
        if run and (value is None or apart or not _goes_on([each for _, each in run], value)):
            yield _number(run)
            run = []
        if value is not None:
            run.append((word, value))
        elif known.joined is not None and (head := known.joined.match(word[0])):
            yield SpelledNumber(word.start(), word.end(), known.values[head["number"]], joined=True)
    if run:
        yield _number(run)


def _goes_on(said: list[int], value: int) -> bool:
    """Whether ``value`` goes on with what ``said`` begins: «жиырма» + «бес», «екі» + «жүз», «пять» + «тысяч»."""
    last = said[-1]
    if value >= _THOUSAND:
        return all(each < value for each in said)
    if value == _HUNDRED:
        return last < 10 or last >= _THOUSAND
    return value < _tens(last)


def _tens(value: int) -> int:
    """The least power of ten in ``value`` that is more than one: what follows a number in words is less than it."""
    return next((power for power in (10**9, 10**6, 1000, 100, 10) if value % power == 0), 1)


def _number(run: list[tuple[re.Match[str], int]]) -> SpelledNumber:
    total = below = 0
    for _, value in run:
        if value >= _THOUSAND:
            total, below = total + max(below, 1) * value, 0
        elif value == _HUNDRED and 0 < below % _HUNDRED < 10:
            below *= _HUNDRED
        else:
            below += value
    return SpelledNumber(run[0][0].start(), run[-1][0].end(), total + below)
