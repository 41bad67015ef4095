"""The order of printed numbers, and the place that a number has among others."""

import re
from functools import lru_cache

from lexkz.consolidation.content_proof.addressed import within
from lexkz.consolidation.content_proof.text_tree import (
    DIVISIONS,
    PrintedLine,
    PrintedUnit,
    Unjudged,
    compared,
    own_units,
    place_of,
)

_LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_ROMAN = {"і": 1, "v": 5, "х": 10, "l": 50, "с": 100}
"""As numbers are compared: Latin letters that have a Cyrillic look-alike are Cyrillic."""


@lru_cache(maxsize=65536)
def sort_key(number: str) -> tuple[tuple[int, int], ...]:
    """Return what numbers sort by: 8 < 8-1 < 8-10 < 9; а < б. Raises Unjudged for what is no number."""
    return tuple(_part(part) for part in number.split("-"))


def _part(part: str) -> tuple[int, int]:
    if part.isdigit():
        return 0, int(part)
    small = part.lower()
    if small and all(char in _ROMAN for char in small) and not re.fullmatch("с+|хх+", small):
        values = [_ROMAN[char] for char in small]
        return 0, sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))
    if re.fullmatch(rf"([{_LETTERS}])\1{{0,2}}", small):
        # «бб)» stands between «б)» and «в)».
        return 1, 3 * _LETTERS.index(small[0]) + len(small)
    raise Unjudged(f"number {part}")


@lru_cache(maxsize=65536)
def _printed_key(printed: str, in_figures: bool) -> tuple[tuple[int, int], ...] | None:
    number = compared(printed, in_figures=in_figures)
    return None if number is None else sort_key(number)


def put_in_order(scope: PrintedUnit, new: PrintedUnit, number: str) -> None:
    """Put ``new`` among the units of its kind in ``scope``, by its number. Raises Unjudged where these do not stand in
    the order of their numbers, so that its place is not plain."""
    rows = new.tag == "tr"
    known = [unit for unit in (own_units(scope) if rows else within(scope, new.tag)) if unit.tag == new.tag]
    if rows:
        keyed = [(sort_key(unit.number), unit) for unit in known if unit.number is not None]
    else:
        # Each command that puts a unit in looks at the numbers of all that stand beside it.
        figures = new.tag in DIVISIONS
        keyed = [(key, unit) for unit in known if (key := _printed_key(unit.printed, figures)) is not None]
    keys = [key for key, _ in keyed]
    wanted = sort_key(number)
    if keys != sorted(keys) or wanted in keys:
        raise Unjudged("numbers out of order")
    lower = [unit for key, unit in keyed if key < wanted]
    if lower:
        beside(lower[-1], new, after=True)
    elif keyed:
        beside(keyed[0][1], new, after=False)
    elif rows or known:
        raise Unjudged("nothing with a number to stand beside")
    else:
        _append(scope, new)


def _append(scope: PrintedUnit, new: PrintedUnit) -> None:
    holder = next((unit for unit in scope.units() if unit.tag in ("body", "mainBody")), scope)
    closing = (
        place for place, item in enumerate(holder.items) if isinstance(item, PrintedLine) and item.role == "closing"
    )
    holder.add(new, next(closing, None))


def beside(anchor: PrintedUnit, new: PrintedUnit, *, after: bool) -> None:
    """Put ``new`` right beside ``anchor``."""
    holder, place = place_of(anchor)
    holder.add(new, place + after)
