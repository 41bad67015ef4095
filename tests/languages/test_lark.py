"""What the reader of grammars asks of lark that lark does not promise: a new lark that has it not is named here."""

import inspect
from importlib.metadata import version

import pytest
from lark import Lark

from lexkz.languages import grammar


@pytest.mark.parametrize("name", ["_build_parser", "_prepare_callbacks"])
def test_lark_has_the_private_call_by_which_a_cut_grammar_gets_its_parser(name: str) -> None:
    assert inspect.isfunction(getattr(Lark, name, None)), (
        f"lark {version('lark')} has no Lark.{name} any more: lexkz.languages.grammar cuts grammars down with it "
        "(decision 0004); see what has taken its place, then raise the bound in pyproject.toml."
    )


def test_a_compiled_grammar_holds_its_rules_as_a_list_that_can_be_cut() -> None:
    made = Lark('start: A B?\nA: "a"\nB: "b"', parser="earley", lexer="dynamic")
    assert made.rules, "the rules of a compiled grammar are what is cut"
    assert {rule.origin.name for rule in made.rules} == {"start"}


def test_a_grammar_is_cut_to_the_pairs_of_terminals_that_a_row_shows() -> None:
    rules = "sentence: a B | a C | C a\na: A"
    terminals = frozenset({"A", "B", "C"})
    kept = grammar._pruned(rules, terminals, frozenset({"A", "B", "C"}), frozenset({("A", "B"), ("B", "C")}))
    assert kept is not None
    made = {tuple(symbol.name for symbol in rule.expansion) for rule in kept.rules}
    assert made == {("a", "B"), ("A",)}
    assert grammar._shapes(("A", "C"), rules, terminals)
    assert not grammar._shapes(("B", "A"), rules, terminals)
