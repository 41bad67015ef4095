"""The parser of sentences gives what lark's Earley parser gives: the same productions, trees and order of readings."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from lark import Lark, Tree
from lark import Token as LarkToken
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer

from lexkz.languages.commands import _terminals
from lexkz.languages.grammar import MOST, _cut, _readings, _rules, _shapes
from lexkz.languages.language import words_of
from lexkz.languages.parse_tree import ParseTree
from lexkz.languages.productions import productions


class _Row(Lexer):
    def __init__(self, lexer_conf: Any) -> None: ...

    def lex(self, lexer_state: Any, parser_state: Any = None) -> Iterator[LarkToken]:  # noqa: ARG002
        for place, terminal in enumerate(lexer_state):
            yield LarkToken(terminal, place)


def _lark(rules: str, terminals: frozenset[str]) -> Lark:
    declared = "\n".join(f"%declare {name}" for name in sorted(terminals))
    return Lark(f"{rules}\n{declared}\n", parser="earley", lexer=_Row, ambiguity="explicit", start="sentence")


def _ours(tree: Any) -> Any:
    return ParseTree(str(tree.data), [_ours(each) if isinstance(each, Tree) else each.value for each in tree.children])


AMBIGUOUS = """
sentence: _part (_between _part)* _end?
_between: COMMA | AND | COMMA AND
_end: COMMA
_part: place | things | both
place: A | A+ things -> within
     | (A C | B C?) -> named
things: thing (_between thing)*
?thing: B | B C -> told | both
both: A? B (_between B)*
"""
TERMINALS = frozenset({"A", "B", "C", "COMMA", "AND"})


def test_the_readings_of_each_row_are_those_of_lark_in_its_order() -> None:
    made = _lark(AMBIGUOUS, TERMINALS)
    several = 0
    for length in range(1, 5):
        for row in product(sorted(TERMINALS), repeat=length):
            try:
                theirs = list(_readings(_ours(made.parse(row))))[:MOST]
            except UnexpectedInput:
                theirs = []
            assert list(_shapes(row, AMBIGUOUS, TERMINALS)) == theirs, row
            several += len(theirs) > 1
    assert several > 20


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_the_grammar_of_a_language_is_spelled_out_as_lark_spells_it(lang: str) -> None:
    own = words_of(lang).commands
    for phrases in (own.phrases, (own.listed,), (own.suspended,)):
        rules = _rules(phrases, own.shared)
        theirs: dict[str, list[Any]] = {}
        for rule in _lark(rules, _terminals(lang)).rules:
            symbols = [str(symbol.name) for symbol in rule.expansion]
            told = (rule.alias or rule.origin.name, rule.options.expand1 and not rule.alias)
            theirs.setdefault(str(rule.origin.name), []).append((symbols, told))
        ours: dict[str, list[Any]] = {}
        for each in productions(rules, _terminals(lang)):
            ours.setdefault(each.origin, []).append((list(each.expansion), (each.name, each.spares_node)))
        # lark names what is repeated otherwise, and leaves out what no sentence reaches.
        named = {"sentence": "sentence"}
        waiting = ["sentence"]
        for name in waiting:
            assert len(ours[name]) == len(theirs[named[name]])
            for (row, told), (their_row, their_told) in zip(ours[name], theirs[named[name]], strict=True):
                assert len(row) == len(their_row)
                assert told == their_told or name.startswith("__")
                for symbol, their_symbol in zip(row, their_row, strict=True):
                    assert symbol == their_symbol or symbol.startswith("__")
                    if symbol in ours and symbol not in named:
                        named[symbol] = their_symbol
                        waiting.append(symbol)
                    assert named.get(symbol, symbol) == their_symbol
        assert set(named.values()) == set(theirs)


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_no_rule_derives_itself_alone(lang: str) -> None:
    """Such a rule would have endless trees; the parser does not look for it."""
    own = words_of(lang).commands
    alone: dict[str, set[str]] = {}
    spelled = [_rules(phrases, own.shared) for phrases in (own.phrases, (own.listed,), (own.suspended,))]
    for each in (each for rules in spelled for each in productions(rules, _terminals(lang))):
        alone.setdefault(each.origin, set()).update(each.expansion if len(each.expansion) == 1 else ())
    for name in alone:
        below, waiting = set[str](), [name]
        while waiting:
            fresh = alone.get(waiting.pop(), set()) - below
            below |= fresh
            waiting += fresh
        assert name not in below


def test_a_grammar_is_cut_to_the_pairs_of_terminals_that_a_row_shows() -> None:
    rules = "sentence: a B | a C | C a\na: A"
    terminals = frozenset({"A", "B", "C"})
    kept = _cut(rules, terminals).fillable(("A", "B", "C"))
    assert {_cut(rules, terminals).rules[place].expansion for place in kept} == {("a", "B"), ("A",)}
    assert _shapes(("A", "C"), rules, terminals)
    assert not _shapes(("B", "A"), rules, terminals)


@pytest.mark.parametrize(
    "rules",
    ["sentence: a B", "sentence: A?", "sentence: A\nsentence: B", "sentence: A)", "sentence: (A", "sentence: A!"],
)
def test_a_rule_that_is_none_is_told(rules: str) -> None:
    with pytest.raises(ValueError, match="rule"):
        productions(rules, frozenset({"A", "B"}))
