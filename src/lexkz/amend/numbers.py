"""Numbers of units as commands write them: lists and ranges, spelled out one by one."""

import re
from typing import TYPE_CHECKING

from lexkz.languages.tokens import Token

if TYPE_CHECKING:
    from lark import Tree

_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class UnreadableRangeError(ValueError):
    """A range whose ends do not tell what stands between them."""


def numbers(node: "Tree[Token] | None") -> tuple[str, ...]:
    """Return the numbers of a ``numbers`` node in order, ranges spelled out; ``()`` for None.

    Raises :class:`UnreadableRangeError` for a range such as "5-1 – 7".
    """
    if node is None:
        return ()
    found: list[str] = []
    for child in node.children:
        if isinstance(child, Token):
            if child.type in ("NUM", "ORD"):
                found.append(number(child))
        elif child.data == "range":
            ends = [end for end in child.children if isinstance(end, Token) and end.type in ("NUM", "ORD")]
            first, last = number(ends[0]), number(ends[-1])
            found.extend(spread(first, last))
    return tuple(found)


def number(token: Token) -> str:
    """Return the bare number of a NUM or ORD token: "3-1)" gives "3-1", «тоғызыншы» gives "9"."""
    value = token.value
    return str(value[0]) if isinstance(value, tuple) else str(value)


def spread(first: str, last: str) -> tuple[str, ...]:
    """Return all numbers from ``first`` to ``last``: whole ones, letters, or such as share all but their last part."""
    if first.isdigit() and last.isdigit() and int(first) < int(last) < int(first) + 1000:
        return tuple(str(value) for value in range(int(first), int(last) + 1))
    if first in _LETTERS and last in _LETTERS and first < last:
        return tuple(_LETTERS[_LETTERS.index(first) : _LETTERS.index(last) + 1])
    head, _, low = first.rpartition("-")
    other, _, high = last.rpartition("-")
    if head and head == other and low.isdigit() and high.isdigit() and int(low) < int(high):
        return tuple(f"{head}-{value}" for value in range(int(low), int(high) + 1))
    raise UnreadableRangeError(f"{first} – {last}")


def as_arabic(text: str) -> str:
    """Return a Roman number (Latin or look-alike letters) in figures: "IV" gives "4"; anything else as it is."""
    letters = text.upper().replace("І", "I").replace("Х", "X")
    if not letters or not re.fullmatch(r"[IVXLC]+", letters):
        return text
    total = 0
    for place, letter in enumerate(letters):
        value = _ROMAN[letter]
        total += -value if any(_ROMAN[later] > value for later in letters[place + 1 : place + 2]) else value
    return str(total)
