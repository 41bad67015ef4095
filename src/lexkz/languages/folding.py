"""Folding for matching only, never for output: letter case, look-alike letters, dashes, quotes and spaces."""

_LOOK_ALIKE = str.maketrans(
    {
        "i": "і",
        "a": "а",
        "c": "с",
        "e": "е",
        "o": "о",
        "p": "р",
        "x": "х",
        "y": "у",
        "h": "һ",
        "k": "к",
        "m": "м",
        "t": "т",
        "b": "в",
        "ё": "е",
        "–": "-",
        "—": "-",
        "‑": "-",
        "−": "-",
        "\u00a0": " ",
        "«": '"',
        "»": '"',
        "“": '"',
        "”": '"',
        "„": '"',
    }
)


def fold(text: str) -> str:
    """Return ``text`` as it is compared: small letters, Cyrillic for Latin look-alikes, one dash, one quote.

    One character gives one character, so that offsets in the folded text are offsets in the printed one.
    """
    lowered = "".join(char if len(char.lower()) != 1 else char.lower() for char in text)
    return lowered.translate(_LOOK_ALIKE)


def fold_spaces(text: str) -> str:
    """Return ``fold(text)`` with each run of white space as one space and none at the ends."""
    return " ".join(fold(text).split())
