"""References in running text, found among classified words: to units of the text itself, and to acts cited in full."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from lexkz.languages.chunks import ActReference
from lexkz.languages.language import words_of
from lexkz.languages.tokens import Token, scan
from lexkz.languages.vocabulary import Noun, classify


@dataclass(frozen=True, slots=True)
class PointedStep:
    """One unit named on the way: its kind, and its numbers side by side."""

    kind: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnReference:
    """A reference to units of the same act: «осы баптың 2-тармағында», «подпунктом 2) пункта 3 настоящей статьи»."""

    start: int
    """First character of the whole reference in its text."""
    end: int
    holder: str
    """Kind of the unit that "this" means, ``act`` for the act, ``document`` for approved rules and the like."""
    steps: tuple[PointedStep, ...]
    """Outermost first, within the holder."""
    spots: tuple[tuple[int, int], ...]
    """For each number of the innermost step, the characters that stand for it; the last has the noun as well."""


@dataclass(frozen=True, slots=True)
class CitedAct:
    """Another act, cited by kind, date and number."""

    start: int
    end: int
    reference: ActReference


class _Pointing(Protocol):
    def own(self, tokens: tuple[Token, ...]) -> Iterator[OwnReference]: ...

    HINT: tuple[str, ...]


@cache
def _module(lang: str) -> _Pointing:
    return cast(_Pointing, import_module(f"lexkz.languages.{lang}.pointing"))


def references_in(text: str, lang: str) -> tuple[OwnReference | CitedAct, ...]:
    """Return the references of ``text`` in order, none overlapping another."""
    folded = text.casefold()
    wanted = _module(lang)
    if not any(hint in folded for hint in wanted.HINT):
        return ()
    own = words_of(lang).commands
    tokens = classify(scan(text), own.vocabulary())
    found: list[OwnReference | CitedAct] = list(wanted.own(tokens))
    if "№" in text or " n " in folded:
        for token in own.chunk(tokens):
            reference = token.value
            if isinstance(reference, ActReference) and reference.date and reference.number:
                found.append(CitedAct(token.start, token.end, reference))
    found.sort(key=lambda each: (each.start, -each.end))
    kept: list[OwnReference | CitedAct] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def read_step(tokens: tuple[Token, ...], place: int) -> tuple[tuple[str, ...], tuple[int, ...], int]:
    """Read a list of numbers at ``place``: the numbers, the places of their tokens, and the place after the list."""
    numbers: list[str] = []
    spots: list[int] = []
    while place < len(tokens) and tokens[place].type in ("NUM", "ORD"):
        value = tokens[place].value
        numbers.append(str(value[0]) if isinstance(value, tuple) else str(value))
        spots.append(place)
        place += 1
        after = place
        while after < len(tokens) and tokens[after].type in ("COMMA", "AND"):
            after += 1
        if after == place or after >= len(tokens) or tokens[after].type not in ("NUM", "ORD"):
            break
        place = after
    return tuple(numbers), tuple(spots), place


def unit_kind(token: Token) -> str | None:
    """Return the kind of unit that a noun token names, None for any other."""
    return token.value.meaning if token.type.startswith("U_") and isinstance(token.value, Noun) else None
