"""Reading a sentence by the phrase families of its language: an Earley parser over classified tokens.

A sentence that can be read in several ways gives all of its readings, so that who asks can see where they differ.

The grammar of a language is spelled out once. For the terminals that a sentence shows, and the pairs that stand side by
side in it, it is cut down to the productions that these can fill: the same readings, found some twenty times faster.
The readings depend on nothing but the row of terminals, so that sentences of one shape, which acts are full of, are
parsed once.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice, pairwise, product

from lexkz.languages.earley import AMBIGUOUS, Machine, Shape
from lexkz.languages.parse_tree import ParseTree
from lexkz.languages.phrase import Phrase
from lexkz.languages.productions import Production, productions
from lexkz.languages.tokens import Token


class _Cut:
    """The productions of a grammar as cutting sees them."""

    def __init__(self, rules: str, terminals: frozenset[str]) -> None:
        self.rules = productions(rules, terminals)
        self.machine = Machine(self.rules)
        bits = {name: 1 << place for place, name in enumerate(sorted(terminals))}
        self.bits = bits
        first, last = _edges(self.rules, bits, 0), _edges(self.rules, bits, -1)
        # Behind the bits of the terminals, one for each two sets of terminals that may meet within a production.
        self.meetings: dict[tuple[int, int], int] = {}
        self.needs: list[tuple[int, int, frozenset[str], str]] = []
        for place, rule in enumerate(self.rules):
            need = 0
            for name in rule.expansion:
                need |= bits.get(name, 0)
            for left, right in pairwise(rule.expansion):
                pair = (last[left], first[right])
                need |= self.meetings.setdefault(pair, 1 << (len(bits) + len(self.meetings)))
            below = frozenset(name for name in rule.expansion if name not in bits)
            self.needs.append((place, need, below, rule.origin))
        self.met: dict[tuple[str, str], int] = {}

    def shown(self, row: tuple[str, ...]) -> int:
        """A bit for each terminal in ``row``, and for each meeting that two of them side by side are."""
        found = 0
        for name in row:
            found |= self.bits.get(name, 0)
        for pair in set(pairwise(row)):
            meetings = self.met.get(pair)
            if meetings is None:
                left, right = self.bits[pair[0]], self.bits[pair[1]]
                meetings = 0
                for (last, first), bit in self.meetings.items():
                    if last & left and first & right:
                        meetings |= bit
                self.met[pair] = meetings
            found |= meetings
        return found

    def fillable(self, row: tuple[str, ...]) -> list[int]:
        """The places of the productions that ``row`` can fill and that a sentence reaches; ``[]`` where none does."""
        lacking = ~self.shown(row)
        fillable: list[tuple[int, int, frozenset[str], str]] = []
        # The productions that wait for a symbol, which is not the only one that some of them wait for.
        waiting: dict[str, list[tuple[int, int, frozenset[str], str]]] = {}
        for entry in self.needs:
            if entry[1] & lacking:
                continue
            if not entry[2]:
                fillable.append(entry)
            for name in entry[2]:
                waiting.setdefault(name, []).append(entry)
        productive: set[str] = set()
        for entry in fillable:
            if entry[3] not in productive:
                productive.add(entry[3])
                fillable += (each for each in waiting.get(entry[3], ()) if each[2] <= productive)
        if "sentence" not in productive:
            return []
        below: dict[str, set[str]] = {}
        for entry in fillable:
            below.setdefault(entry[3], set()).update(entry[2])
        reached, frontier = {"sentence"}, ["sentence"]
        while frontier:
            fresh = below[frontier.pop()] - reached
            reached |= fresh
            frontier.extend(fresh)
        # In the order of the whole grammar, so that the readings of a sentence keep theirs.
        return sorted(entry[0] for entry in fillable if entry[3] in reached)


@cache
def _cut(rules: str, terminals: frozenset[str]) -> _Cut:
    return _Cut(rules, terminals)


def _edges(rules: tuple[Production, ...], bits: Mapping[str, int], edge: int) -> dict[str, int]:
    """The terminals that each symbol can begin (``edge`` 0) or end (-1) with, a bit for each."""
    found = {rule.origin: 0 for rule in rules} | dict(bits)
    edges = dict.fromkeys((rule.origin, rule.expansion[edge]) for rule in rules)
    grew = True
    while grew:
        grew = False
        for name, at_edge in edges:
            more = found[name] | found[at_edge]
            grew = grew or more != found[name]
            found[name] = more
    return found


def parse(
    tokens: tuple[Token, ...], phrases: tuple[Phrase, ...], shared: str, terminals: frozenset[str]
) -> tuple[ParseTree[Token], ...]:
    """Return the trees of a sentence, each one way of reading the whole of it; ``()`` where no family reads it.

    ``shared`` holds the language's rules of addresses and quotations; ``terminals`` all terminals of its vocabulary.
    Leaves of a tree are :class:`Token`. At most :data:`MOST` trees are given.
    """
    if not all(token.type in terminals for token in tokens):
        return ()
    rules = _rules(phrases, shared)
    shapes = _shapes(tuple(token.type for token in tokens), rules, terminals)
    return tuple(_filled(shape, tokens) for shape in shapes)


@lru_cache(maxsize=4096)
def _shapes(row: tuple[str, ...], rules: str, terminals: frozenset[str]) -> tuple[Shape, ...]:
    """The trees of a row of terminals; their leaves are places in the row."""
    grammar = _cut(rules, terminals)
    kept = grammar.fillable(row)
    forest = grammar.machine.readings(row, kept, terminals) if kept else None
    readings = () if forest is None else islice(_readings(forest), MOST)
    return tuple(reading for reading in readings if isinstance(reading, ParseTree))


@lru_cache(maxsize=16)
def _rules(phrases: tuple[Phrase, ...], shared: str) -> str:
    clauses = "\n     | ".join(phrase.rule for phrase in phrases)
    return "\n".join((_SENTENCE, f"?clause: {clauses}", shared, *(phrase.grammar for phrase in phrases)))


def _filled(shape: Shape, tokens: tuple[Token, ...]) -> ParseTree[Token]:
    """A tree with the tokens of a sentence at their places; always a new one, since trees can be changed."""
    children = [tokens[child] if isinstance(child, int) else _filled(child, tokens) for child in shape.children]
    return ParseTree(shape.data, children)


MOST = 96
"""Readings of one sentence that are looked at; a sentence with more is beyond telling apart."""

_SENTENCE = """
sentence: clause (_between clause)* _end*
_between: COMMA | SEMI | AND | COMMA AND | DOT
_end: COLON | SEMI | DOT | COMMA
"""


def _readings(tree: Shape | int) -> Iterator[Shape | int]:
    """Yield each tree that a forest of alternatives holds; a leaf is its own."""
    if isinstance(tree, int):
        yield tree
        return
    if tree.data == AMBIGUOUS:
        # A form that is several cases at once gives the same reading several times.
        seen: list[Shape | int] = []
        for alternative in tree.children:
            for reading in _readings(alternative):
                if reading not in seen:
                    seen.append(reading)
                    yield reading
        return
    for children in product(*(list(islice(_readings(child), MOST)) for child in tree.children)):
        yield ParseTree(tree.data, list(children))


def terminals_of(words: Mapping[str, object]) -> frozenset[str]:
    """Return all terminals a vocabulary's entries can give, with those of the scanner."""
    own = frozenset(getattr(entry, "terminal", "WORD") for entry in words.values())
    cases = {name.partition("_")[2] for name in own if name[:2] in ("U_", "A_", "I_", "T_", "W_")}
    return own | SCANNED | {f"{prefix}_{case}" for prefix in "UIABTWN" for case in cases}


SCANNED = frozenset(
    {
        "QUOTED",
        "NUM",
        "ORD",
        "WORD",
        "COMMA",
        "SEMI",
        "COLON",
        "DOT",
        "DASH",
        "OPEN",
        "CLOSE",
        "NO",
        "MARK",
        "PARAGRAPH_SIGN",
        "ACTS",
        "REMARK",
        "GLUED",
        "MET",
        "SINCE",
        "SINCE_APART",
        "PERSON",
        "LINED",
    }
)
"""Terminals that the scanner and the ordinals of any language can give."""
