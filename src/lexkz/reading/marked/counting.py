"""Numbers as lists print them: decimal, Roman, Latin and Russian letters."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
# ISO/IEC 29500-1, 17.18.59, "russianLower": without ё, й, ъ and ь.
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"


def decimal(number: int) -> str:
    """Return ``number`` in digits."""
    return str(number)


def roman(number: int) -> str:
    """Return ``number`` in capital Roman digits; numbers beyond 3999 and below 1 in Arabic ones, as browsers do."""
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, digits in _ROMAN:
        count, number = divmod(number, value)
        out += digits * count
    return out


def latin(number: int) -> str:
    """Return ``number`` in small Latin letters, as Word counts: z, then aa, bb."""
    return _letters(number, _LATIN)


def russian(number: int) -> str:
    """Return ``number`` in small Russian letters, as Word counts: я, then аа, бб."""
    return _letters(number, _RUSSIAN)


def _letters(number: int, alphabet: str) -> str:
    if not 0 < number <= 30 * len(alphabet):
        return str(number)
    repeats, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (repeats + 1)
