"""Words by which an act or an editors' note says that the text of one language alone is changed."""

import re
from functools import cache
from importlib import import_module

from lexkz.languages.detect import Lang


@cache
def one_language(lang: Lang) -> re.Pattern[str]:
    """Return how ``lang`` says it, in folded text: «текст на русском языке не меняется»; loaded at first use."""
    found: re.Pattern[str] = import_module(f"lexkz.languages.{lang}.one_language").ONE_LANGUAGE
    return found
