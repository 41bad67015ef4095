"""Many words as one regular expression that is soon compiled: what they begin with stands in it once."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

_END = ""


def any_of(words: Iterable[str]) -> str:
    """Return an expression for one of ``words``, none of them empty: of those that fit, the longest is tried first."""
    tree: dict[str, Any] = {}
    for word in words:
        at = tree
        for letter in word:
            at = at.setdefault(letter, {})
        at[_END] = {}
    return f"(?:{_below(tree)})"


def _below(tree: dict[str, Any]) -> str:
    rests: dict[str, list[str]] = defaultdict(list)
    for letter, after in sorted(tree.items()):
        if letter != _END:
            rests[_below(after)].append(letter)
    ways = [f"{_one(letters)}{rest}" for rest, letters in rests.items()]
    if not ways:
        return ""
    whole = "|".join(ways)
    single = len(ways) == 1
    if _END in tree:
        letters = next(iter(rests.values()))
        return f"{whole}?" if single and whole == _one(letters) else f"(?:{whole})?"
    return whole if single else f"(?:{whole})"


def _one(letters: list[str]) -> str:
    if len(letters) == 1:
        return re.escape(letters[0])
    return f"[{''.join(map(re.escape, letters))}]"
