"""Earley's parser over a row of terminals, with all readings of it: after Scott's "SPPF-style parsing from Earley
recognisers", as lark has it.

The items of a column are taken in lark's order, so that readings stand in the order in which lark gives them; the tests
hold both to the same trees. What makes it faster: states are numbers, what is looked up in lark's objects stands in
lists, and productions are predicted only for rules that a row comes to. No production is empty, and none derives itself
alone.
"""

from collections.abc import Iterable, Sequence
from itertools import product

from lexkz.languages.parse_tree import ParseTree
from lexkz.languages.productions import Production

Shape = ParseTree[int]
"""A tree whose leaves are places in the row."""
AMBIGUOUS = "_ambig"
"""Name of a node whose children are readings of one stretch."""
_SEVERAL = "_iambig"
"""Name of a node whose children are readings of the beginning of a production, each a node of that name."""


class _Derived:
    """All ways in which a symbol, or the beginning of a production, derives one stretch of the row."""

    __slots__ = ("begins", "families", "made")

    def __init__(self, begins: bool) -> None:
        self.begins = begins
        self.families: dict[tuple[_Derived | None, _Derived | int], Production] = {}
        self.made: Shape | list[Shape | int] | None = None


_Item = tuple[int, int]
"""A production up to a place in it (its state), and where in the row it begins."""


class Machine:
    """The productions of a grammar with their states: one for each place in each, in a row."""

    def __init__(self, rules: Sequence[Production]) -> None:
        self.first: list[int] = []
        """The state with which each production begins."""
        self.of: list[Production] = []
        """The production of each state."""
        self.expected: list[str | None] = []
        """The symbol behind each state; None where the production is complete."""
        for rule in rules:
            self.first.append(len(self.of))
            self.of += [rule] * (len(rule.expansion) + 1)
            self.expected += [*rule.expansion, None]

    def readings(self, row: Sequence[str], kept: Iterable[int], terminals: frozenset[str]) -> Shape | None:
        """Return the forest of the readings of ``row`` as a ``sentence``; None where there is none.

        ``kept``: which of the productions may be used, by their places in order.
        """
        solution = self._derive(row, _Predicted(self, kept), terminals)
        return None if solution is None else _made(solution)

    def _derive(self, row: Sequence[str], predicted: "_Predicted", terminals: frozenset[str]) -> _Derived | None:
        of, expected = self.of, self.expected
        # Items that expect a terminal are kept only where it is the next one of the row.
        to_scan: dict[_Item, _Derived | None] = {}
        column: dict[_Item, _Derived | None] = {}
        deeper, at_once = predicted.states("sentence")
        column.update(((state, 0), None) for state in deeper)
        to_scan.update(((state, 0), None) for state in (at_once.get(row[0], ()) if row else ()))
        waiting: list[dict[str, list[tuple[_Item, _Derived | None]]]] = []
        nodes: dict[tuple[int | str, int], _Derived] = {}
        for at, coming in enumerate((*row, None)):
            items = list(column)
            looked_for: set[str] = set()
            while items:
                item = items.pop()
                state, start = item
                symbol = expected[state]
                if symbol is None:
                    right = column[item]
                    assert right is not None
                    for (old, begun), left in waiting[start].get(of[state].origin, ()):
                        new = (old + 1, begun)
                        behind = expected[old + 1]
                        if behind in terminals and behind != coming:
                            continue
                        node = _add(nodes, of, expected, new, left, right)
                        if behind == coming is not None:
                            to_scan.setdefault(new, node)
                        elif new not in column:
                            column[new] = node
                            items.append(new)
                    continue
                if symbol in looked_for:
                    continue
                looked_for.add(symbol)
                deeper, at_once = predicted.states(symbol)
                for state in deeper:
                    new = (state, at)
                    if new not in column:
                        column[new] = None
                        items.append(new)
                if coming is not None:
                    for state in at_once.get(coming, ()):
                        to_scan.setdefault((state, at), None)
            if coming is None:
                return nodes.get(("sentence", 0))
            expecting: dict[str, list[tuple[_Item, _Derived | None]]] = {}
            for item, left in column.items():
                symbol = expected[item[0]]
                if symbol is not None:
                    expecting.setdefault(symbol, []).append((item, left))
            waiting.append(expecting)
            scanned = to_scan
            to_scan, column, nodes = {}, {}, {}
            following = row[at + 1] if at + 1 < len(row) else None
            for (state, start), left in scanned.items():
                new = (state + 1, start)
                behind = expected[state + 1]
                if behind not in terminals:
                    column[new] = _add(nodes, of, expected, new, left, at)
                elif behind == following:
                    to_scan[new] = _add(nodes, of, expected, new, left, at)
            if not to_scan and not column:
                return None
        return None


def _add(
    nodes: dict[tuple[int | str, int], _Derived],
    of: list[Production],
    expected: list[str | None],
    item: _Item,
    left: _Derived | None,
    right: _Derived | int,
) -> _Derived:
    state, start = item
    rule = of[state]
    begins = expected[state] is not None
    label = (state, start) if begins else (rule.origin, start)
    node = nodes.get(label)
    if node is None:
        node = nodes[label] = _Derived(begins)
    # The same parts by another production of the rule are the same derivation: the first one stays.
    node.families.setdefault((left, right), rule)
    return node


class _Predicted:
    """The states with which what may stand at a symbol begins, among the productions that are kept."""

    def __init__(self, machine: Machine, kept: Iterable[int]) -> None:
        self.machine = machine
        self.by_origin: dict[str, list[int]] = {}
        for place in kept:
            state = machine.first[place]
            self.by_origin.setdefault(machine.of[state].origin, []).append(state)
        self.known: dict[str, tuple[list[int], dict[str, list[int]]]] = {}

    def states(self, symbol: str) -> tuple[list[int], dict[str, list[int]]]:
        """Return the states that expect a symbol with productions, and those that expect a terminal, by terminal."""
        found = self.known.get(symbol)
        if found is None:
            deeper: list[int] = []
            at_once: dict[str, list[int]] = {}
            queue, seen = [symbol], {symbol}
            for origin in queue:
                for state in self.by_origin.get(origin, ()):
                    first = self.machine.expected[state]
                    assert first is not None
                    if first not in self.by_origin:
                        at_once.setdefault(first, []).append(state)
                        continue
                    deeper.append(state)
                    if first not in seen:
                        seen.add(first)
                        queue.append(first)
            found = self.known[symbol] = deeper, at_once
        return found


def _made(solution: _Derived) -> Shape:
    """The forest below a symbol as a tree with nodes :data:`AMBIGUOUS`; lists are deep, hence no recursion."""
    stack = [solution]
    while stack:
        node = stack[-1]
        if node.made is not None:
            stack.pop()
            continue
        below = [part for pair in node.families for part in pair if isinstance(part, _Derived) and part.made is None]
        if below:
            stack += below
            continue
        stack.pop()
        node.made = _of_beginning(node) if node.begins else _of_symbol(node)
    assert isinstance(solution.made, ParseTree)
    return solution.made


def _parts(node: _Derived) -> list[tuple[Production, list[Shape | int]]]:
    found = []
    for (left, right), rule in sorted(node.families.items(), key=_order):
        parts: list[Shape | int] = []
        if left is not None:
            # The beginning of a production in several ways stays one part, for its end to be told to each.
            parts += left.made if isinstance(left.made, list) else [left.made]  # type: ignore[list-item]
        parts.append(right if isinstance(right, int) else right.made)  # type: ignore[arg-type]
        found.append((rule, parts))
    return found


def _order(family: tuple[tuple[_Derived | None, _Derived | int], Production]) -> int:
    return family[1].order


def _of_beginning(node: _Derived) -> "Shape | list[Shape | int]":
    found = [parts for _, parts in _parts(node)]
    return found[0] if len(found) == 1 else ParseTree(_SEVERAL, [ParseTree("", parts) for parts in found])


def _of_symbol(node: _Derived) -> Shape:
    found: list[Shape | int] = []
    for rule, parts in _parts(node):
        made = _node(rule, parts)
        if isinstance(made, ParseTree) and made.data == AMBIGUOUS:
            found += made.children
        else:
            found.append(made)
    return found[0] if len(found) == 1 else ParseTree(AMBIGUOUS, found)  # type: ignore[return-value]


def _node(rule: Production, parts: list[Shape | int]) -> Shape | int:
    """The node of a production, or a node of its several readings."""
    beginnings = _told_apart(parts)
    if beginnings:
        return ParseTree(AMBIGUOUS, [_inlined(rule, each) for each in beginnings])
    return _inlined(rule, parts)


def _told_apart(parts: list[Shape | int]) -> list[list[Shape | int]]:
    """Each way of filling a production whose beginning has several, which stand as its first part; else none."""
    first = parts[0]
    if not (isinstance(first, ParseTree) and first.data == _SEVERAL):
        return []
    out: list[list[Shape | int]] = []
    for each in first.children:
        assert isinstance(each, ParseTree)
        inner = _told_apart(each.children)
        out += [[*way, *parts[1:]] for way in inner or [each.children]]
    return out


def _inlined(rule: Production, parts: list[Shape | int]) -> Shape | int:
    """The node of a production once for each reading of the parts that give way to their children."""
    if not rule.inlined:
        return _filled(rule, parts)
    several = False
    for place, part in enumerate(parts):
        if isinstance(part, ParseTree) and part.data == AMBIGUOUS:
            several = several or place in rule.inlined
            flat: list[Shape | int] = []
            for reading in part.children:
                within = isinstance(reading, ParseTree) and reading.data == AMBIGUOUS
                flat += reading.children if within else [reading]  # type: ignore[union-attr]
            part.children = flat
    if not several:
        return _filled(rule, parts)
    ways = [
        part.children if place in rule.inlined and isinstance(part, ParseTree) and part.data == AMBIGUOUS else [part]
        for place, part in enumerate(parts)
    ]
    return ParseTree(AMBIGUOUS, [_filled(rule, list(way)) for way in product(*ways)])


def _filled(rule: Production, parts: list[Shape | int]) -> Shape | int:
    if rule.inlined:
        children: list[Shape | int] = []
        for place, part in enumerate(parts):
            if place in rule.inlined:
                assert isinstance(part, ParseTree)
                children += part.children
            else:
                children.append(part)
    else:
        children = parts
    if rule.spares_node and len(children) == 1:
        return children[0]
    return ParseTree(rule.name, children)
