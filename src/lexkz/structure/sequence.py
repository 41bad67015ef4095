"""Sequence: which number may stand after which."""

from lexkz.languages.folding import fold

_LATIN = str.maketrans("ІХС", "IXC")
_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def follows(number: str, later: str) -> bool:
    """Tell whether ``later`` is a number that may stand right after ``number``: 3 → 4 or 3-1, 3-1 → 3-2 or 4, а → б."""
    first, second = _roman(number), _roman(later)
    if first is not None and second is not None:
        return second == first + 1
    if number.isalpha() and later.isalpha():
        letters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
        kazakh = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
        one, two = fold(number), fold(later)
        return any(
            one in known and two in known and 0 < known.index(two) - known.index(one) <= 3
            for known in (letters, kazakh)
        )
    old, new = _parts(number), _parts(later)
    if not old or not new:
        return False
    if new[: len(old)] == old and len(new) == len(old) + 1:
        return new[-1] == 1
    depth = len(new)
    return depth <= len(old) and new[:-1] == old[: depth - 1] and new[-1] == old[depth - 1] + 1


def _roman(number: str) -> int | None:
    """Return a Roman number, in letters of either script; None for what is none."""
    values = [_DIGITS.get(char) for char in number.translate(_LATIN)]
    total = 0
    for place, value in enumerate(values):
        if value is None:
            return None
        after = values[place + 1] if place + 1 < len(values) else None
        total += -value if after is not None and after > value else value
    return total or None


def _parts(number: str) -> list[int]:
    parts = number.split("-")
    return [int(part) for part in parts] if all(part.isdigit() for part in parts) else []
