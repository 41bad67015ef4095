"""From all the ways of reading a sentence to the one that it means."""

from dataclasses import replace
from itertools import pairwise

from lexkz.amendment.clauses import interpreted
from lexkz.amendment.context import NOTHING, Context, within
from lexkz.amendment.draft import Draft, Interpretation, numberless
from lexkz.languages.grammar import MOST
from lexkz.languages.parse_tree import ParseTree
from lexkz.languages.tokens import Token


def interpret(trees: tuple[ParseTree[Token], ...], context: Context, lang: str) -> Interpretation:
    """Return what a sentence says in ``context``, of all its ways of being read the one that holds together best.

    That is the one whose addresses go strictly inward, with the fewest addresses and then the fewest commands: units
    in a row are one address, word pairs under one verb are one command. Where two such readings mean different
    things, the slip ``amend.ambiguous`` says so. ``trees`` are not empty. Raises UnreadableRangeError.
    """
    found = [interpreted(tree, context, lang) for tree in trees]
    if len(found) == 1:
        return _checked(found[0])
    costs = [
        (
            _outward(each) + _untold(each),
            _count(tree, "path", "path_inner_first", "place"),
            len(each.drafts),
            _leading(tree),
        )
        for each, tree in zip(found, trees, strict=True)
    ]
    best = [each for each, cost in zip(found, costs, strict=True) if cost == min(costs)]
    chosen = best[0]
    if any(_meaning(each) != _meaning(chosen) for each in best[1:]) or len(trees) >= MOST:
        chosen = replace(chosen, slips=(*chosen.slips, ("amend.ambiguous", "")))
    return _checked(chosen)


def _checked(found: Interpretation) -> Interpretation:
    if not _outward(found):
        return found
    return replace(found, slips=(*found.slips, ("amend.address_doubtful", "")))


def _outward(found: Interpretation) -> int:
    """How many steps of the addresses do not lead inward: signs of a misreading."""
    named = [address for draft in found.drafts for address in (*draft.targets, *draft.renumber_to)]
    named += [draft.anchor for draft in found.drafts if draft.anchor]
    if found.opens:
        named.append(found.context.steps)
    return sum(not within(outer, inner) for address in named for outer, inner in pairwise(address))


def _untold(found: Interpretation) -> int:
    return sum(
        numberless(target, draft_inserts=draft.action == "insert") for draft in found.drafts for target in draft.targets
    )


def _count(tree: ParseTree[Token], *names: str) -> int:
    return sum(str(node.data) in names for node in tree.iter_subtrees())


def _leading(tree: ParseTree[Token]) -> int:
    """Units whose number comes first: Russian puts it after the noun unless there is no other way to read."""
    return sum(
        str(node.data) == "step" and not isinstance(node.children[0], Token) and node.children[0].data == "numbers"
        for node in tree.iter_subtrees()
    )


def _meaning(found: Interpretation) -> tuple[object, ...]:
    drafts = tuple(replace(draft, start=0, end=0, quotations=()) for draft in found.drafts)
    return drafts, found.opens, found.context


__all__ = ["NOTHING", "Draft", "Interpretation", "interpret"]
