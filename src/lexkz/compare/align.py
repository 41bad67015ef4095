"""Which unit of one text is which of another: by eId first, by likeness second."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from lexkz.compare.units import UnitText
from lexkz.languages.folding import fold_spaces

_ALIKE = 0.5
"""Share of words in common from which two units without a common eId are one that changed its place."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit in two texts; None where one has it not."""

    old: UnitText | None
    new: UnitText | None
    moved: bool = False
    """True where both have it, but not in the same order or under the same eId."""


def align(old: Sequence[UnitText], new: Sequence[UnitText]) -> tuple[Pair, ...]:
    """Return the pairs in the order of ``new``, units that only ``old`` has standing after what preceded them there.

    Linear in the number of units: those left over after eIds are matched by equal text, then by likeness to the
    neighbour in the same gap only.
    """
    by_eid = {unit.eid: place for place, unit in enumerate(new)}
    partner: dict[int, int] = {}
    for place, unit in enumerate(old):
        found = by_eid.get(unit.eid)
        if found is not None and new[found].kind == unit.kind:
            partner[place] = found
    _by_text(old, new, partner)
    _by_likeness(old, new, partner)
    taken = {there: here for here, there in partner.items()}
    ordered = _in_order([taken[there] for there in sorted(taken)])
    pairs: list[tuple[tuple[int, int], Pair]] = []
    for there, unit in enumerate(new):
        here = taken.get(there)
        before = old[here] if here is not None else None
        moved = here is not None and (here not in ordered or old[here].eid != unit.eid)
        pairs.append(((there, 0), Pair(before, unit, moved)))
    last = -1
    for here, unit in enumerate(old):
        if here in partner:
            last = partner[here]
        else:
            pairs.append(((last, here + 1), Pair(unit, None)))
    return tuple(pair for _, pair in sorted(pairs, key=lambda item: item[0]))


def _by_text(old: Sequence[UnitText], new: Sequence[UnitText], partner: dict[int, int]) -> None:
    taken = set(partner.values())
    waiting: dict[tuple[str, str], list[int]] = {}
    for place, unit in enumerate(new):
        if place not in taken:
            waiting.setdefault((unit.kind, fold_spaces(unit.text)), []).append(place)
    for place, unit in enumerate(old):
        found = waiting.get((unit.kind, fold_spaces(unit.text)))
        if place not in partner and found:
            partner[place] = found.pop(0)


def _by_likeness(old: Sequence[UnitText], new: Sequence[UnitText], partner: dict[int, int]) -> None:
    taken = set(partner.values())
    for place, unit in enumerate(old):
        if place in partner:
            continue
        there = partner.get(place - 1, -2) + 1 if place else 0
        free = 0 <= there < len(new) and there not in taken and new[there].kind == unit.kind
        if free and _likeness(unit.text, new[there].text) >= _ALIKE:
            partner[place] = there
            taken.add(there)


def _likeness(left: str, right: str) -> float:
    one, other = set(fold_spaces(left).split()), set(fold_spaces(right).split())
    return len(one & other) / max(1, len(one | other))


def _in_order(places: Sequence[int]) -> frozenset[int]:
    """The longest run of places that rise: what stands outside it was moved."""
    tails: list[int] = []
    links: list[int] = []
    at: list[int] = []
    for index, place in enumerate(places):
        spot = bisect_left(tails, place)
        if spot == len(tails):
            tails.append(place)
            at.append(index)
        else:
            tails[spot], at[spot] = place, index
        links.append(at[spot - 1] if spot else -1)
    kept: set[int] = set()
    index = at[-1] if at else -1
    while index >= 0:
        kept.add(places[index])
        index = links[index]
    return frozenset(kept)
