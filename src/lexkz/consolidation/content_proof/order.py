"""The order of printed numbers, which units of a text tree have which, and the place that a number has among others.

Units are entered by their numbers once, not looked through for each command, since an act has thousands of both. What
is entered is of the tree alone. It is forgotten where the tree changes (:class:`PrintedItems`), but for the two changes
that many commands make one after the other: a unit in the place of another of its number, and a new one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from lexkz.consolidation.content_proof.text_tree import (
    DIVISIONS,
    PrintedLine,
    PrintedUnit,
    Unjudged,
    all_units,
    own_units,
    place_of,
)

SortKey = tuple[tuple[int, int], ...]
_LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_ROMAN = {"і": 1, "v": 5, "х": 10, "l": 50, "с": 100}
"""As numbers are compared: Latin letters that have a Cyrillic look-alike are Cyrillic."""
_WITHIN = DIVISIONS - {"attachments"}


@lru_cache(maxsize=65536)
def sort_key(number: str) -> SortKey:
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


def within(scope: PrintedUnit, tag: str) -> list[PrintedUnit]:
    """Return the units ``tag`` of ``scope`` itself: only chapters and the like stand between."""
    out: list[PrintedUnit] = []
    for unit in scope.items:
        if not isinstance(unit, PrintedUnit):
            continue
        own = unit.tag
        if own == tag:
            out.append(unit)
        if own in _WITHIN:
            out.extend(within(unit, tag))
    return out


@dataclass(slots=True, eq=False)
class NumberedUnits:
    """Units of one kind by their numbers, and in the order of the text."""

    any: bool = False
    """There are units of the kind, be they without numbers."""
    with_number: dict[str, list[PrintedUnit]] = field(default_factory=dict)
    units: list[PrintedUnit] = field(default_factory=list)
    """Those with a number; ``keys`` has what they sort by."""
    keys: list[SortKey] = field(default_factory=list)
    why: str = ""
    """Why the place of a new number among them is not plain; empty where it is."""

    @classmethod
    def of(cls, units: Iterable[PrintedUnit]) -> "NumberedUnits":
        """Enter ``units``, given in the order of the text."""
        made = cls()
        for unit in units:
            made.any = True
            number = unit.number
            if number is None:
                continue
            made.with_number.setdefault(number, []).append(unit)
            if made.why:
                continue
            try:
                made.keys.append(sort_key(number))
            except Unjudged as why:
                made.why = str(why)
            else:
                made.units.append(unit)
        if any(two < one for one, two in pairwise(made.keys)):
            made.why = made.why or "numbers out of order"
        return made


def near(scope: PrintedUnit, tag: str) -> NumberedUnits:
    """Return the units ``tag`` of ``scope`` itself, see :func:`within`."""
    return _entered(scope, "near", tag, lambda: within(scope, tag))


def below(scope: PrintedUnit, tag: str) -> NumberedUnits:
    """Return all units ``tag`` of the document that ``scope`` is of."""
    return _entered(scope, "below", tag, lambda: (unit for unit in own_units(scope) if unit.tag == tag))


def anywhere(scope: PrintedUnit, tag: str) -> NumberedUnits:
    """Return all units ``tag`` of ``scope`` and of what is attached to it."""
    return _entered(scope, "anywhere", tag, lambda: (unit for unit in all_units(scope) if unit.tag == tag))


def _entered(scope: PrintedUnit, way: str, tag: str, walk: Callable[[], Iterable[PrintedUnit]]) -> NumberedUnits:
    found = scope.entered.get((way, tag))
    if found is None:
        found = scope.entered[way, tag] = NumberedUnits.of(walk())
    return found


def put_in_place(old: PrintedUnit, new: PrintedUnit) -> None:
    """Put ``new`` where ``old`` stands. What is entered of the units around stays, with the one for the other."""
    holder, place = place_of(old)
    number = old.number
    # Through a chapter others come and go with it; of what stands in points, none is entered here.
    alike = number is not None and old.tag == new.tag and old.tag not in _WITHIN and number == new.number
    around = [unit for unit in (holder, *holder.outer()) if unit.entered] if alike else []
    kept = [(unit, known) for unit in around if (known := unit.entered.get(("near", old.tag))) is not None]
    holder.items[place] = new
    new.parent = holder
    for unit, known in kept:
        assert number is not None
        same = known.with_number.get(number, [])
        same[:] = [new if each is old else each for each in same]
        if not known.why:
            for at in range(bisect_left(known.keys, sort_key(number)), bisect_right(known.keys, sort_key(number))):
                known.units[at] = new if known.units[at] is old else known.units[at]
        unit.entered["near", old.tag] = known


def put_in_order(scope: PrintedUnit, new: PrintedUnit, number: str) -> None:
    """Put ``new`` among the units of its kind in ``scope``, by its number. Raises Unjudged where these do not stand in
    the order of their numbers, so that its place is not plain."""
    if new.tag == "tr":
        _put_row(scope, new, number)
        return
    known, wanted = near(scope, new.tag), sort_key(number)
    at = bisect_left(known.keys, wanted)
    if known.why or known.keys[at : at + 1] == [wanted]:
        raise Unjudged(known.why or "numbers out of order")
    if at:
        beside(known.units[at - 1], new, after=True)
    elif known.units:
        beside(known.units[0], new, after=False)
    elif known.any:
        raise Unjudged("nothing with a number to stand beside")
    else:
        _append(scope, new)
    if new.tag not in _WITHIN and new.number == number:
        known.any = True
        known.keys.insert(at, wanted)
        known.units.insert(at, new)
        known.with_number.setdefault(number, []).append(new)
        scope.entered["near", new.tag] = known


def _put_row(table: PrintedUnit, new: PrintedUnit, number: str) -> None:
    keyed = [
        (sort_key(known), row) for row in own_units(table) if row.tag == "tr" and (known := row.number) is not None
    ]
    keys, wanted = [key for key, _ in keyed], sort_key(number)
    if not keyed:
        raise Unjudged("nothing with a number to stand beside")
    if keys != sorted(keys) or wanted in keys:
        raise Unjudged("numbers out of order")
    at = bisect_left(keys, wanted)
    beside(keyed[at - 1 if at else 0][1], new, after=bool(at))


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
