"""Words of values in tables: units of measure, "for each", ranges, heads of number columns, and whom a norm follows.

All patterns are matched in full against text folded by :func:`lexkz.languages.folding.fold`, spaces collapsed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

NUMBER = r"(?:\d{1,3}(?: \d{3})+|0|[1-9]\d{0,8})(?:,\d{1,6})?"
"""A number as acts print it: decimal comma, thousands parted by a space. A leading zero makes a code, not a number."""


@dataclass(frozen=True, slots=True)
class Values:
    """What one language says about the values of cells and heads."""

    units: Mapping[str, str]
    """Folded form of a unit of measure or count to the form that names it: «ставкадан» → «ставка»."""
    measures: tuple[re.Pattern[str], ...]
    """A number with its unit: groups ``number``, ``unit`` and, where the norm is for each of something, ``per``."""
    nominative: Callable[[str, str], str | None]
    """Given what a norm is for, as printed and folded, its name in the nominative; None where it is not certain."""
    ranges: tuple[re.Pattern[str], ...]
    """A head that is a range: groups ``min`` and ``max``, either may be missing."""
    follows: re.Pattern[str]
    """A cell that refers to another norm: group ``norm``, its words."""
    number_head: re.Pattern[str]
    """The head of the column of row numbers."""
    label: re.Pattern[str]
    """The number of a table by itself, above its title: «1-кесте», «Таблица 1»."""
    group: str
    """Head of the column that holds the group of each row."""


def unit_pattern(units: Mapping[str, str]) -> str:
    """Return a pattern of any of ``units``, longer forms first, that ends at the end of a word."""
    forms = "|".join(re.escape(form) for form in sorted(units, key=len, reverse=True))
    return rf"(?:{forms})(?!\w)"
