"""The rules of a grammar, as a person writes them, spelled out into productions without options, groups and stars.

The notation is lark's, as far as the packs use it: ``name: FIRST second? (a | b)* -> other_name``. A rule whose name
begins with ``_`` leaves no node of its own in a tree, one written ``?name`` none where it has but one child. The
productions of a rule stand in the order in which lark spells them out: of readings that differ in nothing else, the
first one stands first.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

_Alternative = tuple[str, ...]


class Production(NamedTuple):
    """One way of filling a rule: ``origin`` is the symbols ``expansion`` in a row, of which there is at least one."""

    origin: str
    expansion: _Alternative
    order: int
    """Which of its rule's productions it is."""
    name: str
    """Of the node that it makes."""
    spares_node: bool
    """True where a single child stands for the node."""
    inlined: tuple[int, ...]
    """Places of the symbols whose nodes give way to their children."""


_RULE = re.compile(r"(\??)(_?[a-z]\w*):")
_PART = re.compile(r"\s*(->|[|()?*+]|\w+)")


@cache
def productions(rules: str, terminals: frozenset[str]) -> tuple[Production, ...]:
    """Return all productions of ``rules``, rule by rule. Raises ValueError where a name is not known."""
    spelled: dict[str, list[tuple[_Alternative, str | None]]] = {}
    repeated: dict[tuple[_Alternative, ...], str] = {}
    spare = set()
    for mark, name, text in _rules(rules):
        if name in spelled:
            raise ValueError(f"the rule {name} is there twice")
        spelled[name] = _RuleText(text, repeated).whole()
        if mark:
            spare.add(name)
    for each, name in repeated.items():
        # What is repeated: once, or once more behind what is there.
        again = dict.fromkeys([*each, *((name, *way) for way in each)])
        spelled[name] = [(way, None) for way in again]
    out = []
    for origin, ways in spelled.items():
        for order, (expansion, alias) in enumerate(ways):
            if unknown := [each for each in expansion if each not in spelled and each not in terminals]:
                raise ValueError(f"the rule {origin} names what is not there: {unknown[0]}")
            if not expansion:
                raise ValueError(f"the rule {origin} can be empty")
            inlined = tuple(place for place, each in enumerate(expansion) if each.startswith("_"))
            spares = origin in spare and alias is None
            out.append(Production(origin, expansion, order, alias or origin, spares, inlined))
    return tuple(out)


def _rules(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the mark, the name and the body of each rule; a body goes on over the lines that begin with ``|``."""
    lines = text.splitlines()
    starts = [(found, at) for at, line in enumerate(lines) if (found := _RULE.match(line))]
    for (found, at), end in zip(starts, [*(at for _, at in starts[1:]), len(lines)], strict=True):
        yield found[1], found[2], "\n".join([lines[at][found.end() :], *lines[at + 1 : end]])


class _RuleText:
    """The body of a rule, read from left to right."""

    def __init__(self, text: str, repeated: dict[tuple[_Alternative, ...], str]) -> None:
        self.parts = _PART.findall(text)
        if "".join(self.parts) != "".join(text.split()):
            raise ValueError(f"not a rule: {text}")
        self.at = 0
        self.repeated = repeated

    def whole(self) -> list[tuple[_Alternative, str | None]]:
        """Return each way of filling the rule, and the name that its node then has if it is not the rule's."""
        found = []
        while True:
            ways = self._row()
            alias = None
            if self._takes("->"):
                alias = self.parts[self.at]
                self.at += 1
            found += [(way, alias) for way in ways]
            if not self._takes("|"):
                break
        if self.at != len(self.parts):
            raise ValueError(f"not a rule: {' '.join(self.parts)}")
        return list(dict.fromkeys(found))

    def _takes(self, part: str) -> bool:
        if self.at < len(self.parts) and self.parts[self.at] == part:
            self.at += 1
            return True
        return False

    def _row(self) -> list[_Alternative]:
        found: list[list[_Alternative]] = []
        while self.at < len(self.parts) and self.parts[self.at] not in ("|", ")", "->"):
            found.append(self._one())
        return list(dict.fromkeys(tuple(symbol for way in ways for symbol in way) for ways in product(*found)))

    def _one(self) -> list[_Alternative]:
        if self._takes("("):
            ways = self._row()
            while self._takes("|"):
                ways += self._row()
            ways = list(dict.fromkeys(ways))
            if not self._takes(")"):
                raise ValueError(f"not a rule: {' '.join(self.parts)}")
        else:
            ways = [(self.parts[self.at],)]
            self.at += 1
        if self._takes("?"):
            return list(dict.fromkeys([*ways, ()]))
        starred = self._takes("*")
        if starred or self._takes("+"):
            name = self.repeated.setdefault(tuple(ways), f"__{len(self.repeated)}")
            return [(name,), ()] if starred else [(name,)]
        return ways
