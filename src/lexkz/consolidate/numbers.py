"""The order of printed numbers: 8, 8-1, … 8-9, 8-10, 9; а, б, в; I, II, III."""

import re

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"

Key = tuple[tuple[int, int, str], ...]


def order_key(number: str) -> Key:
    """Return what bare numbers sort by: ``"8"`` < ``"8-1"`` < ``"8-10"`` < ``"9"``. Digits stand before letters."""
    return tuple(_part(part) for part in re.split(r"[-.]", number))


def _part(part: str) -> tuple[int, int, str]:
    if part.isdigit():
        return (0, int(part), "")
    roman = _roman(part)
    if roman:
        return (0, roman, "")
    small = part.lower()
    if len(small) == 1 and small in _ALPHABET:
        return (1, _ALPHABET.index(small), "")
    return (2, 0, small)


def _roman(text: str) -> int:
    latin = text.upper().translate(str.maketrans("ІХС", "IXC"))
    if not latin or re.fullmatch(r"[IVXLC]+", latin) is None or (len(text) == 1 and text in "сСхХ"):
        return 0
    total = 0
    for char, after in zip(latin, latin[1:] + " ", strict=True):
        value = _ROMAN[char]
        total += -value if _ROMAN.get(after, 0) > value else value
    return total


def before(number: str) -> str | None:
    """Return the number that stands right before ``number`` in its own row: ``"8-3"`` → ``"8-2"``, ``"8-1"`` → ``"8"``,
    ``"9"`` → ``"8"``; None for ``"1"`` and for letters."""
    head, _, last = number.rpartition("-")
    if not last.isdigit():
        return None
    value = int(last)
    if value > 1:
        return f"{head}-{value - 1}" if head else str(value - 1)
    return head or None


def consecutive(first: str, second: str) -> bool:
    """True where nothing is expected between two numbers: 6 and 7, 6 and 6-1, 6-1 and 6-2, 6-2 and 7."""
    one, two = order_key(first), order_key(second)
    shared = min(len(one), len(two))
    if len(two) > len(one):
        return len(two) == len(one) + 1 and two[:shared] == one and two[-1][:2] == (0, 1)
    return one[: len(two) - 1] == two[:-1] and _next(one[len(two) - 1], two[-1])


def _next(one: tuple[int, int, str], two: tuple[int, int, str]) -> bool:
    if one[0] != two[0] or one[0] == 2:
        return False
    if one[0] == 1:
        # Lists skip some letters of the alphabet (ё, й, ъ …, and the Kazakh ones in Russian).
        between = _ALPHABET[one[1] + 1 : two[1]]
        return two[1] > one[1] and not set(between) - set("әғёйқңөұүһъыіь")
    return two[1] == one[1] + 1
