"""The number that a unit or a row begins with, in either language: «5.», «6-1)», «а)», «5-бап.», «Статья 5.»."""

import re
from functools import cache
from importlib import import_module

_DIGITS = r"\d+(?:-\d+)*"


def own_number(text: str) -> int:
    """Return where the number ends that ``text`` begins with, white space after it included; 0 where it has none."""
    match = _pattern().match(text)
    return match.end() if match else 0


@cache
def _pattern() -> re.Pattern[str]:
    heads = "|".join(import_module(f"lexkz.languages.{lang}.own_numbers").ARTICLE for lang in ("kaz", "rus"))
    return re.compile(rf"\s*(?:(?:{_DIGITS}[.)]|[^\W\d_]\))(?=\s|$)|{_DIGITS}(?=\t)|{heads})\s*")
