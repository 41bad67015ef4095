"""Sentences: the short words that end in a full stop without ending a sentence."""

from functools import cache
from importlib import import_module


@cache
def abbreviations(lang: str) -> frozenset[str]:
    """Return the abbreviations of ``lang`` (``kaz``, ``rus``), folded, without the full stop."""
    found: frozenset[str] = import_module(f"lexkz.languages.{lang}.sentences").ABBREVIATIONS
    return found
