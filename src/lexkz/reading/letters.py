"""What readers say of the letters of a file: they were read by the map of an old font, or are rubbish."""

import re
from collections.abc import Mapping

from lexkz.findings import Finding, FindingPlace, finding
from lexkz.languages.old_fonts import in_letters, old_codes, old_font

_SIGN_WITHIN = re.compile(r"(?:(?<=[а-яё])|(?<![^\W_]))[¤¦§©¬®±µ¶‡‰¢£¥ª²³¹º¼½¾¿×÷](?=[а-яё])", re.IGNORECASE)
"""A sign that stands for a letter, within a word or at its head: old fonts have letters there."""


def modern(text: str) -> tuple[str, Finding | None]:
    """Return ``text`` with the letters that it prints, and the finding that says so where an old font set it."""
    letters = of_old_font(text)
    return (in_letters(text, letters), font_map(letters, text)) if letters else (text, None)


def of_old_font(text: str) -> Mapping[str, str] | None:
    """Return the map of the old font that a text is set in; None where it is in none, as one look tells of most."""
    return None if old_codes().isdisjoint(text) else old_font(text)


def font_map(letters: Mapping[str, str], text: str) -> Finding:
    """Return the finding for a file in an old font, whose codes were read as the letters that it prints: those of them
    that stand in ``text``."""
    pairs = ", ".join(f"{old}→{new}" for old, new in letters.items() if old in text)
    left = sorted(set(_SIGN_WITHIN.findall(text)) - set(letters))
    if left:
        return finding("read.font_map", case="left", text=pairs, signs=", ".join(left))
    return finding("read.font_map", case="old", text=pairs)


def font_wrong(place: FindingPlace, text: str) -> Finding:
    """Return the finding for a stretch whose font tells wrong letters: it is like no text of our languages."""
    return finding("read.font_map", place, case="wrong", text=text)


def letters_changed(pair: tuple[str, str]) -> Finding:
    """Return the finding for a file whose font tells two letters for each other, as its words show."""
    one, other = pair
    return finding("read.font_map", case="mixed", text=f"{one} ↔ {other}", one=one, other=other)
