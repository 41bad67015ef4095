"""Mentions: what a text says that is more than words, so that a change of it can be told apart: days, references to
units and acts, quantities."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of

NUMERIC_DATE = r"\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}"
"""A day in figures: «30.09.2024», «2024-09-30»."""
ACT_NUMBER = r"№\s?[^\W_]*\d[\w/-]*"
"""The number of an act: «№ 391», «№ ҚР ДСМ-15/2020»."""
UNIT_NUMBER = r"\d+(?:-\d+)*(?:\.\d+)*\)?"
"""The number of a unit: «6-1», «3)»."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """How one language writes what is told apart from wording. All patterns are searched in printed text."""

    dates: re.Pattern[str]
    """A day or a year: «2024 жылғы 30 қыркүйек», «30 сентября 2024 года», «30.09.2024»."""
    month: Callable[[str], int | None]
    """The number of a month from its folded name in any case form."""
    references: re.Pattern[str]
    """A unit by its number, or several; an act by its number: «6 және 7-тармақтар», «пунктами 5, 6», «№ 391»."""
    quantities: re.Pattern[str]
    """A number with what it counts, in figures or in words: «2,5 ставка», «десять рабочих дней»."""


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of ``words``, longer ones first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(set(words), key=lambda one: (-len(one), one))) + ")"


def day_key(folded: str, lang: Lang) -> str:
    """Return a folded day as year, month and day in figures, «2024-9-30», however it is written; a year or a span of
    years as its figures. Days that are the same have the same key in all languages."""
    parts = [int(figure) for figure in re.findall(r"\d+", folded)]
    if len(parts) == 3:
        return "{}-{}-{}".format(*(parts if parts[0] > 31 else parts[::-1]))
    named = next((found for word in re.findall(r"[^\W\d_]{3,}", folded) if (found := _month(word, lang))), None)
    years = sorted(parts, reverse=True)
    return "-".join(str(part) for part in (*years[:1], named, *years[1:]))


def _month(word: str, lang: Lang) -> int | None:
    """The month that a word is, or begins with where the next word runs into it: «қаңтардағыҚазақстан»."""
    month = words_of(lang).mentions.month
    return next((found for end in range(len(word), 2, -1) if (found := month(word[:end]))), None)
