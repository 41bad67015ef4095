"""What several expressions hold alike is kept once: the first and the last expression that has it."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class HeldFor(Generic[T]):
    """A value and the expressions in a row that hold it."""

    value: T
    first: int
    last: int
    ord: int
    """Its place in the first of them."""


def periods(expressions: Sequence[Iterable[T]]) -> tuple[HeldFor[T], ...]:
    """Return the values of expressions, each with the run of expressions that hold it, by first and by place.

    A value that goes and comes back has two periods; one that an expression holds twice counts once.
    """
    running: dict[T, tuple[int, int]] = {}
    found: list[HeldFor[T]] = []
    for seq, values in enumerate(expressions):
        there = dict.fromkeys(values)
        for value in [value for value in running if value not in there]:
            first, place = running.pop(value)
            found.append(HeldFor(value, first, seq - 1, place))
        for place, value in enumerate(there):
            running.setdefault(value, (seq, place))
    last = len(expressions) - 1
    found.extend(HeldFor(value, first, last, place) for value, (first, place) in running.items())
    return tuple(sorted(found, key=lambda period: (period.first, period.ord)))
