"""What a cell or a head says beyond doubt: a number with its unit, none, a range, a reference; else text alone."""

import re
from functools import lru_cache

from lexkz.annex.table_model import Number, Value
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.languages.values import NUMBER

_DASH = re.compile(r"-{1,3}")
_NUMBER = re.compile(rf"[-+]?{NUMBER}")
_LONGEST = 200
"""Longer texts say more than a number."""


@lru_cache(maxsize=8192)
def read_value(text: str, lang: Lang) -> Value:
    """Return what ``text`` says: «0,5» → 0.5; «-» → none; «мекемеге 4 бірлік» → 4, «бірлік», per «мекеме».

    The whole text must say it: a condition, a remark or a second number leaves text alone. A decimal point is none of
    Kazakhstan's: ``1.5`` may be the number of a unit, hence text.
    """
    printed = " ".join(text.replace("\u2212", "-").split())
    folded = fold(printed)
    if _DASH.fullmatch(folded):
        return Value("none")
    if _NUMBER.fullmatch(printed):
        return Value("number", number(printed))
    words = words_of(lang).values
    for pattern in words.measures if len(folded) <= _LONGEST else ():
        found = pattern.fullmatch(folded)
        if found is None:
            continue
        unit = words.units[found["unit"]]
        if not found.groupdict().get("per"):
            return Value("number", number(found["number"]), unit)
        start, end = found.span("per")
        per = words.nominative(printed[start:end], found["per"])
        if per is not None:
            return Value("number", number(found["number"]), unit, per)
    referred = words.follows.fullmatch(folded)
    if referred is not None:
        start, end = referred.span("norm")
        return Value("reference", reference=printed[start:end])
    return Value()


def read_range(text: str, lang: Lang) -> tuple[Number | None, Number | None]:
    """Return the bounds that a head prints: «101-150» → 101, 150; «51-ге дейін» → None, 51; else None, None."""
    folded = fold(" ".join(text.split()))
    for pattern in words_of(lang).values.ranges:
        found = pattern.fullmatch(folded)
        if found is None:
            continue
        groups = found.groupdict()
        low, high = (number(groups[name]) if groups.get(name) else None for name in ("min", "max"))
        if low is None or high is None or low <= high:
            return low, high
    return None, None


def number(text: str) -> Number:
    """Return a number as acts print it: «1 000,5» → 1000.5, whole numbers as ``int``."""
    plain = re.sub(r"\s", "", text).replace(",", ".")
    return float(plain) if "." in plain else int(plain)
