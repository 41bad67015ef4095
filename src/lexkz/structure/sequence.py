"""Sequence: which number may stand after which."""

from lexkz.languages.folding import fold


def follows(number: str, later: str) -> bool:
    """Tell whether ``later`` is a number that may stand right after ``number``: 3 → 4 or 3-1, 3-1 → 3-2 or 4, а → б."""
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


def _parts(number: str) -> list[int]:
    parts = number.split("-")
    return [int(part) for part in parts] if all(part.isdigit() for part in parts) else []
