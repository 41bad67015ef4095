"""Words of forms: captions under blanks, dates to be filled in, what a field holds by its label.

All patterns are matched against text folded by :func:`lexkz.languages.folding.fold`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Role = Literal["year", "year2", "day", "month"]
"""What one blank of a date holds; ``year2``: the last two digits, "20" is printed before the blank."""


@dataclass(frozen=True, slots=True)
class DateForm:
    """A date to be filled in: its blanks, and what stands before, between and behind them."""

    roles: tuple[Role, Role, Role]
    before: re.Pattern[str]
    """Searched in the words before the first blank; must match at their end."""
    between: tuple[re.Pattern[str], re.Pattern[str]]
    """Matched in full against the words between the blanks."""
    behind: re.Pattern[str]
    """Matched against the words behind the last blank."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What one language says about the fields of its forms."""

    remark: re.Pattern[str]
    """A remark in brackets within a caption: «(бар болса)»."""
    placeholder: re.Pattern[str]
    """What Word shows in a field that nobody filled in: «Место для ввода текста.». Searched in text as printed."""
    definition: re.Pattern[str]
    """A name for what is filled in: group ``term``, «бұдан әрі – Ұйым»."""
    signature_last: re.Pattern[str]
    """A caption that ends with the signature: groups ``first`` and ``signature``."""
    signature_first: re.Pattern[str]
    """A caption that begins with the signature: groups ``signature`` and ``rest``."""
    goes_on: re.Pattern[str]
    """What may follow a remark within one caption; other words behind a remark are none of it."""
    kinds: Mapping[str, re.Pattern[str]]
    """Kind of field to what its label says; the first that is found holds."""
    identity_number: re.Pattern[str]
    """A label that asks for the number of twelve digits of a person or a body."""
    in_words: re.Pattern[str]
    """A label that asks for an amount in words, which is text."""
    counted: re.Pattern[str]
    """What stands behind a blank for a number: «____ адам», «____ тенге»."""
    dates: tuple[DateForm, ...]
    months: tuple[str, ...]
    """Names of the months as they stand in a date."""
    journal: re.Pattern[str]
    """The title of a form whose tables are filled in: card, journal, register."""
    date: str
    """Label of a date that has none."""
    blank: str
    """Label of a blank that nothing is said of."""
    yes: frozenset[str]
    """Folded words that tick a box."""
    no: frozenset[str]
    """Folded words that leave it empty."""
