"""Reading a sentence by the phrase families of its language: lark's Earley parser over classified tokens.

A sentence that can be read in several ways gives all of its readings, so that who asks can see where they differ.

The grammar of a language is compiled once. For each set of terminals that a sentence shows, and of pairs that stand
side by side in it, it is cut down to the rules that these can fill: the same readings, found some twenty times faster.
The readings depend on nothing but the row of terminals, so that sentences of one shape, which acts are full of, are
parsed once.
"""

import copy
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice, pairwise, product
from typing import TYPE_CHECKING, Any

from lexkz.languages.phrase import Phrase
from lexkz.languages.tokens import Token

if TYPE_CHECKING:
    from lark import Lark, Tree


@cache
def _compiled(rules: str, terminals: frozenset[str]) -> "Lark":
    from lark import Lark
    from lark import Token as LarkToken
    from lark.lexer import Lexer

    class Tokens(Lexer):
        """Hands lark the terminals that the vocabulary has already found; the value of each is its place."""

        def __init__(self, lexer_conf: Any) -> None: ...

        def lex(self, lexer_state: Any, parser_state: Any = None) -> Iterator[LarkToken]:  # noqa: ARG002
            for place, terminal in enumerate(lexer_state):
                yield LarkToken(terminal, place)

    class Rules(Lark):
        """A compiled grammar without a parser: parsers are made of parts of it, with the callbacks of the whole."""

        prepared = False

        def _build_parser(self) -> Any:
            return None

        def _prepare_callbacks(self) -> None:
            # A callback belongs to one rule, whatever rules stand beside it: a part makes none anew.
            if not self.prepared:
                super()._prepare_callbacks()
                self.prepared = True

    declared = "\n".join(f"%declare {name}" for name in sorted(terminals))
    made = Rules(f"{rules}\n{declared}\n", parser="earley", lexer=Tokens, ambiguity="explicit", start="sentence")
    made.rules = _shared(made.rules)
    made._prepare_callbacks()
    return made


def _shared(rules: list[Any]) -> list[Any]:
    """The rules again, of symbols that are one object each, compared as such: lark compares them more than all else.

    ``sentence`` stays a symbol of lark's, which makes another one of that name to begin with.
    """
    from lark.grammar import NonTerminal, Rule, Terminal

    class OneTerminal(Terminal):
        __eq__ = object.__eq__
        __ne__ = object.__ne__
        __hash__ = object.__hash__

    class OneNonTerminal(NonTerminal):
        __eq__ = object.__eq__
        __ne__ = object.__ne__
        __hash__ = object.__hash__

    class OneRule(Rule):
        __eq__ = object.__eq__
        __ne__ = object.__ne__
        __hash__ = object.__hash__

    known: dict[tuple[str, bool, bool], Any] = {}

    def one(symbol: Any) -> Any:
        name = str(symbol.name)
        key = (name, symbol.is_term, getattr(symbol, "filter_out", False))
        if key not in known:
            if symbol.is_term:
                known[key] = OneTerminal(name, symbol.filter_out)
            else:
                known[key] = NonTerminal(name) if name == "sentence" else OneNonTerminal(name)
        return known[key]

    return [
        OneRule(one(rule.origin), tuple(map(one, rule.expansion)), rule.order, rule.alias, rule.options)
        for rule in rules
    ]


@lru_cache(maxsize=1024)
def _pruned(
    rules: str, terminals: frozenset[str], present: frozenset[str], beside: frozenset[tuple[str, str]]
) -> "Lark | None":
    """The language's parser cut down to what ``present`` terminals can fill that stand ``beside`` each other in these
    pairs; None where they fill no sentence."""
    from lark import Lark

    whole = _compiled(rules, terminals)
    needs, bits = _needs(rules, terminals)
    lacking = ~sum(bits.get(name, 0) for name in present)
    after = _Following(bits, beside)
    fitting = [entry for entry in needs if not entry[1] & lacking and all(after.met(*pair) for pair in entry[5])]
    productive: set[str] = set()
    waiting, fillable = fitting, []
    grew = True
    while grew:
        grew, later = False, []
        for entry in waiting:
            if entry[2] <= productive:
                fillable.append(entry)
                productive.add(entry[3])
                grew = True
            else:
                later.append(entry)
        waiting = later
    if "sentence" not in productive:
        return None
    reached = {"sentence"}
    frontier = ["sentence"]
    below: dict[str, set[str]] = {}
    for entry in fillable:
        below.setdefault(entry[3], set()).update(entry[2])
    while frontier:
        fresh = below[frontier.pop()] - reached
        reached |= fresh
        frontier.extend(fresh)
    parser = copy.copy(whole)
    # In the order of the whole grammar, so that the readings of a sentence keep theirs.
    parser.rules = [entry[4] for entry in sorted(fillable, key=_place) if entry[3] in reached]
    # lark has no public way to compile a part of a grammar; the version is bounded in pyproject.toml for this.
    parser.parser = Lark._build_parser(parser)
    return parser


class _Following:
    """Which terminals stand right behind which in a row."""

    def __init__(self, bits: Mapping[str, int], beside: frozenset[tuple[str, str]]) -> None:
        self.next: dict[int, int] = {}
        for left, right in beside:
            self.next[bits[left]] = self.next.get(bits[left], 0) | bits[right]
        self.known: dict[int, int] = {}

    def met(self, last: int, first: int) -> bool:
        """Return whether one of the ``last`` terminals stands right before one of the ``first``, a bit for each."""
        found = self.known.get(last)
        if found is None:
            found = 0
            for left, right in self.next.items():
                if last & left:
                    found |= right
            self.known[last] = found
        return bool(found & first)


_Need = tuple[int, int, frozenset[str], str, Any, tuple[tuple[int, int], ...]]
"""A rule as pruning sees it: its place, the terminals that it needs (a bit for each) and the rules, the rule that it
makes, itself; and for each two symbols that stand side by side in it the terminals that the one can end with, and those
that the other can begin with."""


def _place(entry: _Need) -> int:
    return entry[0]


@cache
def _needs(rules: str, terminals: frozenset[str]) -> tuple[tuple[_Need, ...], Mapping[str, int]]:
    """The rules as pruning sees them, and the bit of each terminal."""
    bits = {name: 1 << place for place, name in enumerate(sorted(terminals))}
    whole = _compiled(rules, terminals).rules
    first, last = _edges(whole, bits, 0), _edges(whole, bits, -1)
    found = tuple(
        (
            place,
            sum(bits[name] for name in {symbol.name for symbol in rule.expansion if symbol.is_term}),
            frozenset(symbol.name for symbol in rule.expansion if not symbol.is_term),
            rule.origin.name,
            rule,
            tuple((last[left.name], first[right.name]) for left, right in pairwise(rule.expansion)),
        )
        for place, rule in enumerate(whole)
    )
    return found, bits


def _edges(rules: list[Any], bits: Mapping[str, int], edge: int) -> dict[str, int]:
    """The terminals that each symbol can begin (``edge`` 0) or end (-1) with, a bit for each. No rule is empty."""
    found = {rule.origin.name: 0 for rule in rules} | dict(bits)
    grew = True
    while grew:
        grew = False
        for rule in rules:
            name = rule.origin.name
            more = found[name] | found[rule.expansion[edge].name]
            grew = grew or more != found[name]
            found[name] = more
    return found


def parse(
    tokens: tuple[Token, ...], phrases: tuple[Phrase, ...], shared: str, terminals: frozenset[str]
) -> tuple["Tree[Token]", ...]:
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
def _shapes(row: tuple[str, ...], rules: str, terminals: frozenset[str]) -> tuple["Tree[int]", ...]:
    """The trees of a row of terminals; their leaves are places in the row."""
    from lark.exceptions import UnexpectedInput

    parser = _pruned(rules, terminals, frozenset(row), frozenset(pairwise(row)))
    if parser is None:
        return ()
    try:
        tree = parser.parse(row)  # goes to our lexer as it is
    except UnexpectedInput:
        return ()
    return tuple(islice(_readings(tree), MOST))


@lru_cache(maxsize=16)
def _rules(phrases: tuple[Phrase, ...], shared: str) -> str:
    clauses = "\n     | ".join(phrase.rule for phrase in phrases)
    return "\n".join((_SENTENCE, f"?clause: {clauses}", shared, *(phrase.grammar for phrase in phrases)))


def _filled(shape: "Tree[int]", tokens: tuple[Token, ...]) -> "Tree[Token]":
    """A tree with the tokens of a sentence at their places; always a new one, since trees can be changed."""
    from lark import Tree

    children = [tokens[child] if isinstance(child, int) else _filled(child, tokens) for child in shape.children]
    return Tree(shape.data, children)


MOST = 96
"""Readings of one sentence that are looked at; a sentence with more is beyond telling apart."""

_SENTENCE = """
sentence: clause (_between clause)* _end*
_between: COMMA | SEMI | AND | COMMA AND | DOT
_end: COLON | SEMI | DOT | COMMA
"""


def _readings(tree: Any) -> Iterator["Tree[int]"]:
    """Yield each tree that a forest of alternatives (lark's ``_ambig`` nodes) holds."""
    from lark import Tree

    if tree.data == "_ambig":
        # A form that is several cases at once gives the same reading several times.
        seen: list[Tree[int]] = []
        for alternative in tree.children:
            for reading in _readings(alternative):
                if reading not in seen:
                    seen.append(reading)
                    yield reading
        return
    parts: list[list[Any]] = []
    for child in tree.children:
        if isinstance(child, Tree):
            parts.append(list(islice(_readings(child), MOST)))
        elif child is not None:
            parts.append([child.value])
    for children in product(*parts):
        yield Tree(str(tree.data), list(children))


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
    }
)
"""Terminals that the scanner and the ordinals of any language can give."""
