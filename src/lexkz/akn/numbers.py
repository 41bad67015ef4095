"""Numbers of units: what they are worth, their order, which comes next, what stands between two.

One reading for all packages: 8, 8-1, … 8-10, 9; а, ә, б; I, II, IX, in Latin letters or in the Cyrillic ones that look
alike (І, Х, С, М). Bare numbers, as they stand in eIds and addresses; printed ones are for :mod:`lexkz.akn.eids`.
"""

import re
from functools import lru_cache

Key = tuple[tuple[int, int, str], ...]

ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
"""Letters of lists, of both languages in one order."""
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_SKIPPED = frozenset("әғёйқңөұүһъыіь")
"""Letters that lists leave out: those that are no good marks, and in Russian texts the Kazakh ones."""
_PLAIN = tuple(letter for letter in ALPHABET if letter not in _SKIPPED)
_OPTIONAL = frozenset("ёйы")
"""Russian letters that some lists do use."""
_LATIN_LETTERS = str.maketrans("aceopxyhkmtbi", "асеорхуһкмтві")
_LATIN = str.maketrans("ІХСМ", "IXCM")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
"""Also with four alike ("IIII"), as old acts print them."""
_LETTERED = re.compile(r"(\d+)([^\W\d_])")
_LETTER_SKIP = 3
"""So many letters on, a list of letters may still be the same list: «з)», «к)» without «и)», «й)»."""
_NO_NUMERALS = frozenset({"", "D", "M", "С", "М"})
"""Single capitals that are letters of a list: no act has five hundred sections, and С and М are Cyrillic letters."""
LONGEST_RANGE = 1000


class UnreadableRangeError(ValueError):
    """A range whose ends do not tell what stands between them."""


@lru_cache(maxsize=4096)
def roman(text: str) -> int | None:
    """Return the value of a Roman number in capitals, in letters of either script; None for what is none."""
    latin = text.translate(_LATIN)
    if text in _NO_NUMERALS or _ROMAN.fullmatch(latin) is None:
        return None
    values = [_VALUES[letter] for letter in latin]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def as_arabic(text: str) -> str:
    """Return a Roman number in figures, small letters too: "IV" and "іv" give "4", "I-1" gives "1-1"; anything else as
    it is."""
    head, hyphen, later = text.partition("-")
    value = roman(head.upper())
    return text if value is None else f"{value}{hyphen}{later}"


def as_roman(figures: str, *, like: str) -> str:
    """Return a number in figures as Roman ones, in the script that ``like`` is written in: "4" gives "IV"."""
    head, hyphen, later = figures.partition("-")
    return f"{_as_roman(int(head), like=like)}{hyphen}{later}" if head.isdigit() else figures


def _letter(text: str) -> int | None:
    small = text.lower().translate(_LATIN_LETTERS)
    return ALPHABET.index(small) if len(small) == 1 and small in ALPHABET else None


def is_doubled(text: str) -> bool:
    """True for a letter that lists print twice or more for a line put in later: «бб)» behind «б)»."""
    return len(text) > 1 and text.isalpha() and len(set(text.lower())) == 1


def _small_doubled(part: str) -> bool:
    """«сс», «хх» are letters of a list, doubled; «ii», «іі» are small Roman numbers."""
    return is_doubled(part) and part.islower() and part[0] not in "iі"


@lru_cache(maxsize=65536)
def order_key(number: str) -> Key:
    """Return what bare numbers sort by: ``"8"`` < ``"8-1"`` < ``"8-10"`` < ``"9"``. Digits stand before letters."""
    return tuple(_part(part) for part in re.split(r"[-.]|(?<=\d)(?=[^\W\d_])", number))


def _part(part: str) -> tuple[int, int, str]:
    if part.isdigit():
        return (0, int(part), "")
    # One Cyrillic letter that looks like a Roman number is a letter: «х)» comes after «ф)».
    value = None if part in ("х", "Х") or _small_doubled(part) else roman(part.upper())
    if value is not None:
        return (0, value, "")
    small = part.lower()
    if is_doubled(small) and small[:1] in ALPHABET:
        return (1, ALPHABET.index(small[:1]), small)
    if len(small) == 1 and small in ALPHABET:
        return (1, ALPHABET.index(small), "")
    return (2, 0, small)


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
    """True where nothing is expected between two numbers: 6 and 7, 6 and 6-1, 6-1 and 6-2, 6-2 and 7, з and к."""
    one, two = order_key(first), order_key(second)
    shared = min(len(one), len(two))
    if len(two) > len(one):
        return len(two) == len(one) + 1 and two[:shared] == one and two[-1][:2] == (0, 1)
    return one[: len(two) - 1] == two[:-1] and _next(one[len(two) - 1], two[-1])


def _next(one: tuple[int, int, str], two: tuple[int, int, str]) -> bool:
    if one[0] != two[0] or one[0] == 2:
        return False
    if one[0] == 1 and one[1] == two[1]:
        # «б» → «бб» → «ббб».
        return len(two[2]) == max(len(one[2]), 1) + 1
    if one[0] == 1 and two[2]:
        return False
    if one[0] == 1:
        return two[1] > one[1] and not set(ALPHABET[one[1] + 1 : two[1]]) - _SKIPPED
    return two[1] == one[1] + 1


def follows(number: str, later: str) -> bool:
    """Tell whether ``later`` may stand right after ``number`` in a printed list: 3 → 4 or 3-1, 3-1 → 3-2 or 4, а → б.

    More is let pass than in :func:`consecutive`: a list of letters may leave out some that it should have.
    """
    if number.isdecimal() and later.isdecimal():
        # Nearly all are such; the rules below say the same of them.
        return int(later) == int(number) + 1
    first, second = roman(number), roman(later)
    if first is not None and second is not None:
        return second == first + 1
    if lettered := _LETTERED.fullmatch(later):
        # 1 → 1а → 1б → 2.
        known = _LETTERED.fullmatch(number)
        return (known is None and number == lettered[1] and lettered[2] in "аa") or (
            known is not None and known[1] == lettered[1] and follows(known[2], lettered[2])
        )
    if lettered := _LETTERED.fullmatch(number):
        number = lettered[1]
    if is_doubled(later) and later[0].islower() and number == later[1:]:
        return True
    if number.isalpha() and later.isalpha():
        number = number[:1] if is_doubled(number) else number
        one, two = _letter(number), _letter(later)
        if one is None or two is None:
            return False
        russian = [_RUSSIAN.find(ALPHABET[place]) for place in (one, two)]
        steps = [two - one] + ([russian[1] - russian[0]] if min(russian) >= 0 else [])
        return any(0 < step <= _LETTER_SKIP for step in steps)
    old, new = _figures(number), _figures(later)
    if not old or not new:
        return False
    if new[: len(old)] == old and len(new) == len(old) + 1:
        return new[-1] == 1
    depth = len(new)
    return depth <= len(old) and new[:-1] == old[: depth - 1] and new[-1] == old[depth - 1] + 1


def _figures(number: str) -> list[int]:
    parts = number.split("-")
    return [int(part) for part in parts] if all(part.isdigit() for part in parts) else []


def spread(first: str, last: str) -> tuple[str, ...]:
    """Return all numbers from ``first`` to ``last``: whole ones, Roman ones, letters, or such as share all but their
    last part.

    Of letters, those that lists leave out stand in it only as its ends. Raises :class:`UnreadableRangeError` where the
    ends do not tell what stands between them: "5-1 – 7", or Kazakh letters, of which lists use some and some not.
    """
    if first.isdigit() and last.isdigit() and int(first) < int(last) < int(first) + LONGEST_RANGE:
        return tuple(str(value) for value in range(int(first), int(last) + 1))
    low, high = roman(first), roman(last)
    if low is not None and high is not None and low < high:
        return tuple(_as_roman(value, like=first + last) for value in range(low, high + 1))
    ends = {first, last}
    if all(end in _PLAIN or end in _OPTIONAL for end in ends) and ALPHABET.index(first) < ALPHABET.index(last):
        between = ALPHABET[ALPHABET.index(first) : ALPHABET.index(last) + 1]
        return tuple(letter for letter in between if letter in _PLAIN or letter in ends)
    head, _, begin = first.rpartition("-")
    other, _, end = last.rpartition("-")
    if head and head == other and begin.isdigit() and end.isdigit() and int(begin) < int(end):
        return tuple(f"{head}-{value}" for value in range(int(begin), int(end) + 1))
    raise UnreadableRangeError(f"{first} – {last}")


def _as_roman(value: int, *, like: str) -> str:
    """A Roman number in the script that ``like`` is written in."""
    said = ""
    for worth, letters in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        said += letters * (value // worth)
        value %= worth
    cyrillic = any(letter in "ІХСМ" for letter in like)
    return said.translate(str.maketrans("IXCM", "ІХСМ")) if cyrillic else said
