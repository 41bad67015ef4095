"""From the tree of an address to addresses: inherited context, lists and ranges, approved acts by their names."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, cast

from lexkz.amend.base import base_act
from lexkz.amend.context import RANK, Context
from lexkz.amend.model import Address, Kind, Step
from lexkz.amend.numbers import as_arabic, numbers
from lexkz.languages.chunks import ActReference, Named
from lexkz.languages.tokens import Token
from lexkz.languages.vocabulary import Noun

if TYPE_CHECKING:
    from lark import Tree

_ROMAN_KINDS = ("section", "subsection", "chapter", "subchapter", "annex")


@dataclass(slots=True)
class Addressing:
    """Addresses being read: the context they started from, and what they added to it."""

    context: Context
    lang: str
    opened: Address = ()
    """Units that were open before the sentence."""
    slips: list[tuple[str, str]] = field(default_factory=list)
    """Codes of slips with the words concerned."""


def addresses(node: "Tree[Token]", addressing: Addressing) -> tuple[Address, ...]:
    """Return the addresses of a ``targets`` node in the order of the text, each complete from the base act down.

    A later address of the list inherits from the one before it what stands higher than its own first step:
    "1-баптың 2-тармағы және 4-тармағының 1) тармақшасы" is all of article 1. Raises UnreadableRangeError.
    """
    found: list[Address] = []
    paths = [path for path in node.children if not isinstance(path, Token)]
    groups: list[tuple[Address, ...]] = []
    for path in paths:
        within = Context(addressing.context.base, found[-1], addressing.context.instruments) if found else None
        groups.append(_path(path, addressing, within))
        found.extend(groups[-1])
    if len(groups) > 1 and any(path.data == "path_inner_first" for path in paths):
        found = [address for group in _shared_outer(groups, addressing.opened) for address in group]
    return tuple(found)


def _shared_outer(groups: list[tuple[Address, ...]], opened: Address) -> list[tuple[Address, ...]]:
    """Russian names the outer units last: "в заголовке и пункте 1 статьи 6" is the heading of article 6, too."""
    out = [groups[-1]]
    for group in reversed(groups[:-1]):
        later = out[0][0]
        own = group[0][len(_inherited(group[0], opened)) :]
        outer = tuple(step for step in later if own and RANK[step.kind] < RANK[own[0].kind])
        lone = len(own) == 1 and len(outer) > len(_inherited(group[0], opened))
        out.insert(0, tuple((*outer, address[-1]) for address in group) if lone else group)
    return out


def _inherited(address: Address, opened: Address) -> Address:
    length = 0
    while length < min(len(address), len(opened)) and address[length] == opened[length]:
        length += 1
    return address[:length]


def _path(path: "Tree[Token]", addressing: Addressing, earlier: Context | None) -> tuple[Address, ...]:
    head: Address | None = None
    groups: list[tuple[Step, ...]] = []
    approved = False
    for child in path.children:
        if isinstance(child, Token):
            if child.type.startswith("I_"):
                step = _instrument(child, addressing, approved=approved)
                head = (*(addressing.context.under(step) if step.kind == "table" else ()), step)
            elif child.type.startswith("A_"):
                head = ()
            elif child.type.startswith("B_"):
                head = _other_act(child, addressing)
        elif child.data == "approved":
            approved = True
            for token in child.children:
                if isinstance(token, Token) and token.type.startswith("B_"):
                    _other_act(token, addressing)
        elif child.data == "named":
            groups.append((_named(child),))
        elif child.data == "step":
            groups.append(_steps(child, addressing))
    if path.data == "path_inner_first":
        groups.reverse()
    if head is None and groups:
        context = earlier or addressing.context
        head = context.under(groups[0][0])
    return tuple((*(head or ()), *combination) for combination in product(*groups))


def _other_act(token: Token, addressing: Addressing) -> Address:
    addressing.context = addressing.context.in_act(base_act(cast(ActReference, token.value)))
    return ()


def _named(node: "Tree[Token]") -> Step:
    return Step("table", name=cast(Named, cast(Token, node.children[0]).value).name)


def _instrument(token: Token, addressing: Addressing, *, approved: bool) -> Step:
    named = cast(Named, token.value)
    context = addressing.context
    known, fits = context.instrument(named)
    if known is None and len(fits) > 1:
        addressing.slips.append(("amend.instrument_ambiguous", token.text))
    if known is None and not approved and not named.again and any(step.kind == "annex" for step in context.steps):
        # Under an annex a new name without "approved" is a table or list of that annex, not an act of its own.
        return Step("table", name=named.name)
    if known is not None and known.casefold() != named.name.casefold() and not named.again:
        addressing.slips.append(("amend.name_shortened", token.text))
    name = known or named.name
    addressing.context = context.knowing(name)
    return Step("instrument", name=name)


def _steps(node: "Tree[Token]", addressing: Addressing) -> tuple[Step, ...]:
    noun_token = next(child for child in node.children if isinstance(child, Token) and child.type.startswith("U_"))
    noun = cast(Noun, noun_token.value)
    kind = cast(Kind, noun.meaning)
    quoted = next((child.text for child in node.children if isinstance(child, Token) and child.type == "QUOTED"), None)
    list_node = next((child for child in node.children if not isinstance(child, Token)), None)
    found = numbers(list_node)
    if list_node is not None:
        last = [child for child in list_node.children if isinstance(child, Token) and child.type in ("NUM", "ORD")][-1:]
        if addressing.lang == "kaz" and last and last[0].type == "NUM" and _hyphen_missing(last[0], noun_token, kind):
            addressing.slips.append(("amend.hyphen_missing", f"{last[0].text} {noun_token.text}"))
    if not found:
        return (Step(kind, name=" ".join(quoted.split()) if quoted else None),)
    if kind in _ROMAN_KINDS:
        found = tuple(as_arabic(text) for text in found)
    return tuple(Step(kind, number=text) for text in found)


def _hyphen_missing(last: Token, noun: Token, kind: Kind) -> bool:
    """Kazakh joins a bare number to its noun («16-тармақ»); with a bracket («3) тармақша») it does not."""
    bracket = isinstance(last.value, tuple) and last.value[1]
    return not noun.joined and not bracket and kind != "subparagraph" and noun.start > last.start


def outermost(steps: Iterable[Step]) -> int:
    """Return the rank of the outermost step, beyond all ranks where there is none."""
    return min((RANK[step.kind] for step in steps), default=100)
