"""How wide the tests go that combine, generate or repeat: a third in ``make test``, all of it in ``make fuzz``."""

import os
from collections.abc import Iterable
from random import Random
from typing import TypeVar

_Case = TypeVar("_Case")

WHOLE = os.environ.get("COMBINED") == "all"
"""Whether all cases run, as ``make fuzz`` has it."""


def examples(whole: int) -> int:
    """Return how many of so many generated examples are tried now."""
    return whole if WHOLE else -(-whole // 3)


def some(whole: Iterable[_Case]) -> list[_Case]:
    """Return a third of what is combined, always the same and in its order; all of it as ``make fuzz`` has it."""
    each = list(whole)
    kept = set(Random(391).sample(range(len(each)), examples(len(each))))
    return [one for place, one in enumerate(each) if place in kept]
