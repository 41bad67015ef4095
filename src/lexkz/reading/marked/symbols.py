"""Fonts of symbols: text set in them prints other signs than its letters say."""

import re

FONT = re.compile(r"symbol(?!a)|(?:web|wing)dings", re.IGNORECASE)
"""Name of such a font."""
UNKNOWN = "□"
"""Stands for a sign that is not known."""
_SIGNS = {
    "f0b7": "•", "f0a7": "▪", "f0d8": "➢", "f0fc": "✓", "f0a8": "☐", "f06f": "☐", "f0fe": "☒", "f052": "☑",
    "f0fd": "☒", "f078": "☒",
    "f02d": "–", "f0b0": "°", "f0b1": "±", "f0b3": "≥", "f0a3": "≤", "f0d7": "·", "f0b4": "×", "f0ae": "→",
}  # fmt: skip
"""Signs of the fonts Symbol and Wingdings that acts and forms use, by their places in them."""
_GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "αβχδεφγηιϕκλμνοπθρστυϖωξψζΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
)


def sign(code: str) -> str | None:
    """Return the sign at a place (``f0b7``) of a font of symbols; None where it is not known."""
    return _SIGNS.get(code)


def printed(text: str, font: str) -> str:
    """Return what ``text`` prints in a font of symbols, :data:`UNKNOWN` for each sign that is not known.

    Symbol has Greek letters in the place of Latin ones and other signs beyond them; Wingdings has no letters at all.
    What stands in neither, as Cyrillic letters, is printed in another font.
    """
    made = ""
    for letter in text:
        code = ord(letter)
        if letter.isspace() or not (0x20 < code <= 0xFF or 0xF020 < code <= 0xF0FF):
            made += letter
            continue
        place = code if code > 0xFF else 0xF000 + code
        plain = chr(place - 0xF000)
        greek = plain.translate(_GREEK) if "symbol" in font.lower() and plain < "\x7f" else None
        made += greek or sign(f"{place:04x}") or UNKNOWN
    return made
