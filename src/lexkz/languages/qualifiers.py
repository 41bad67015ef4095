"""Qualifiers: words that turn what a norm says, however it is worded: measures, bounds, «not», «or», «except».

They are no translation: each is a closed class of words that both languages have, and is compared only where each text
is sure to hold one of it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

OPPOSITES: tuple[tuple[str, str], ...] = (
    ("electronic", "paper"),
    ("written", "oral"),
    ("may", "may_not"),
    ("must", "must_not"),
    ("may", "must"),
    ("may_not", "must_not"),
    ("allowed", "not_allowed"),
    ("required", "not_required"),
    ("increased", "decreased"),
    ("natural_person", "legal_person"),
    ("paid", "free"),
    ("monthly", "quarterly"),
    ("monthly", "yearly"),
    ("quarterly", "yearly"),
)
"""Two classes of which one text may name the one and the other text the other only by a mistake."""


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """The classes of one language; all patterns are searched in folded text."""

    measures: tuple[tuple[str, re.Pattern[str]], ...]
    """What a number counts, searched in the words right behind it; the first that fits."""
    before: tuple[tuple[str, re.Pattern[str]], ...]
    """Bounds of a number by the words before it: ``least``, ``most``, or nothing sure (an empty name)."""
    after: tuple[tuple[str, re.Pattern[str]], ...]
    """Bounds of a number by the words behind it."""
    words: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]
    """``negation``, ``choice``, ``exception``, ``inclusion``: words that surely say it, and all that may say it."""
    opposites: Mapping[str, re.Pattern[str]]
    """Classes of :data:`OPPOSITES`."""
    posts: Mapping[str, re.Pattern[str]]
    """What makes a signatory another one: ``vice``, ``first``, ``acting``, ``deputy``."""


def classes(words: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """Return patterns of words in folded text, each word from its beginning."""
    return {name: re.compile(rf"(?<![^\W\d_])(?:{pattern})") for name, pattern in words.items()}
