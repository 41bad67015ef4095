"""How an address is spelt for people: ``37-тармақ, 3) тармақша``, ``пункт 37, подпункт 3)``."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True, slots=True)
class AddressWords:
    """The words of one language."""

    numbered: Mapping[str, str]
    """Kind of unit to its name with ``{}`` for the number."""
    bare: Mapping[str, str]
    """Kind of unit to its name where there is no number."""
    whole: str
    """What stands for the empty address, the whole act."""


def address_words(lang: str) -> AddressWords:
    """Return the words of ``lang`` (``kaz`` or ``rus``)."""
    words: AddressWords = import_module(f"lexkz.languages.{lang}.address_words").WORDS
    return words
