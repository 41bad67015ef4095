"""Which block of an old text is which of a new one, in an order that both texts keep."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lexkz.languages.folding import fold_spaces
from lexkz.languages.layout import GAP

_SAME_UNIT = 0.25
"""Share of words in common from which two lines of one eId are one line that was changed."""
_ALIKE = 0.5
"""The same for lines that stand in one place but have no eId in common."""
_SMALL = 2500
"""Most comparisons that are made for one place."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line, a row or a table, to be paired."""

    kind: str
    eid: str
    text: str


Pair = tuple[int | None, int | None]


def pair(old: Sequence[Item], new: Sequence[Item], *, by_text: bool = True) -> tuple[Pair, ...]:
    """Return pairs of places in ``old`` and ``new``, in the order of both; None where one text has it not.

    What only the old text has stands before what only the new one has in the same place. What changed its place is two
    items, as a tracked change has it. ``by_text=False`` pairs by eId alone: for two languages of one act.
    """
    partner = _same_key(old, new, _SAME_UNIT if by_text else None)
    if by_text:
        partner = _same_text(old, new, partner)
    kept = _rising(sorted(partner.items()))
    pairs: list[Pair] = []
    here = there = 0
    for left, right in (*kept, (len(old), len(new))):
        pairs.extend(_between(old, new, (here, left), (there, right), by_text))
        if left < len(old) and right < len(new):
            pairs.append((left, right))
        here, there = left + 1, right + 1
    return tuple(pairs)


def _keys(items: Sequence[Item]) -> list[tuple[str, str, int]]:
    seen: Counter[tuple[str, str]] = Counter()
    made = []
    for item in items:
        seen[item.kind, item.eid] += 1
        made.append((item.kind, item.eid, seen[item.kind, item.eid]))
    return made


def _same_key(old: Sequence[Item], new: Sequence[Item], least: float | None) -> dict[int, int]:
    by_key = {key: place for place, key in enumerate(_keys(new)) if key[1]}
    partner: dict[int, int] = {}
    for place, key in enumerate(_keys(old)):
        found = by_key.get(key)
        if found is not None and (least is None or _alike(old[place].text, new[found].text, least)):
            partner[place] = found
    return partner


def _alike(left: str, right: str, least: float) -> bool:
    """Whether two texts are one that was changed.

    What is not known of an outline can have read in any way. A text to which words only came, or from which they only
    went, is itself: so is the «2-қосымша» that an outline knows of a corner mark.
    """
    return GAP in left or GAP in right or likeness(left, right) >= least or _within(left, right) or _within(right, left)


def _within(part: str, whole: str) -> bool:
    """Whether all words of a text stand in another one, in their order."""
    words = iter(fold_spaces(whole).split())
    return bool(part.strip()) and all(word in words for word in fold_spaces(part).split())


def _same_text(old: Sequence[Item], new: Sequence[Item], partner: dict[int, int]) -> dict[int, int]:
    """Let equal texts be one, also where numbers moved on: only a pair of equal texts stands before them."""
    equal = {here: there for here, there in partner.items() if old[here].text == new[there].text}
    taken = set(equal.values())
    waiting: dict[tuple[str, str], list[int]] = {}
    for place, item in enumerate(new):
        if place not in taken:
            waiting.setdefault((item.kind, item.text), []).append(place)
    made = dict(equal)
    for place, item in enumerate(old):
        found = waiting.get((item.kind, item.text))
        if place not in made and found:
            made[place] = found.pop(0)
    taken = set(made.values())
    for here, there in partner.items():
        if here not in made and there not in taken:
            made[here] = there
    return made


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of ``pairs``, sorted by their first place, in which the second rises as well."""
    tails: list[int] = []
    ends: list[int] = []
    links: list[int] = []
    for index, (_, there) in enumerate(pairs):
        spot = bisect_left(tails, there)
        if spot == len(tails):
            tails.append(there)
            ends.append(index)
        else:
            tails[spot], ends[spot] = there, index
        links.append(ends[spot - 1] if spot else -1)
    kept: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.append(pairs[index])
        index = links[index]
    return kept[::-1]


def _between(
    old: Sequence[Item], new: Sequence[Item], here: tuple[int, int], there: tuple[int, int], by_text: bool
) -> list[Pair]:
    """Pair what stands between two pairs by likeness, in order; the best first."""
    (begin, end), (first, last) = here, there
    best: tuple[float, int, int] | None = None
    if by_text and 0 < (end - begin) * (last - first) <= _SMALL:
        for left in range(begin, end):
            for right in range(first, last):
                if old[left].kind == new[right].kind:
                    found = likeness(old[left].text, new[right].text)
                    if found >= _ALIKE and (best is None or found > best[0]):
                        best = found, left, right
    if best is None:
        return [*((left, None) for left in range(begin, end)), *((None, right) for right in range(first, last))]
    _, left, right = best
    return [
        *_between(old, new, (begin, left), (first, right), by_text),
        (left, right),
        *_between(old, new, (left + 1, end), (right + 1, last), by_text),
    ]


def likeness(left: str, right: str) -> float:
    """Return the share of words that two texts have in common, 0 to 1."""
    one, other = set(fold_spaces(left).split()), set(fold_spaces(right).split())
    return len(one & other) / max(1, len(one | other)) if one or other else 1.0
