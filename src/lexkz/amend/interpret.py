"""From the tree of a sentence to what it commands: drafts of commands, or the context that it opens."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING, Literal, cast

from lexkz.amend.addresses import Addressing, addresses
from lexkz.amend.base import base_act
from lexkz.amend.context import NOTHING, RANK, Context
from lexkz.amend.model import Action, Address, BaseAct, Step
from lexkz.amend.numbers import numbers
from lexkz.languages.chunks import ActReference
from lexkz.languages.tokens import Token

if TYPE_CHECKING:
    from lark import Tree


@dataclass(frozen=True, slots=True)
class Draft:
    """What one clause commands, before its content is known."""

    action: Action
    base: BaseAct
    targets: tuple[Address, ...]
    start: int
    """First character of the clause in its sentence."""
    end: int
    """One past its last."""
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    everywhere: bool = False
    position: Literal["after", "before", "end"] | None = None
    anchor: Address | None = None
    renumber_to: tuple[Address, ...] = ()
    annex: tuple[str, ...] = ()
    quotations: tuple[tuple[int, int, str], ...] = ()
    """Quoted words in the sentence: start, end (quotes included) and ``old`` or ``new``."""


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A sentence understood."""

    drafts: tuple[Draft, ...]
    context: Context
    """The context after the sentence."""
    opens: bool
    """True where the sentence opens a context for the lines that follow."""
    slips: tuple[tuple[str, str], ...] = ()
    """Codes of slips with the words concerned."""


@dataclass(slots=True)
class _Parts:
    """The parts of one clause, gathered from its tree."""

    outer: tuple[Address, ...] | None = None
    targets: tuple[Address, ...] | None = None
    anchor: Address | None = None
    position: Literal["after", "before", "end"] | None = None
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    paired: bool = True
    everywhere: bool = False
    text: bool = False
    renumber_to: tuple[Address, ...] = ()
    annex: tuple[str, ...] = ()
    quotations: list[tuple[int, int, str]] = field(default_factory=list)


def interpret(tree: "Tree[Token]", context: Context, lang: str) -> Interpretation:
    """Return what a sentence's tree says in ``context``. Raises UnreadableRangeError."""
    addressing = Addressing(context, lang, context.steps)
    drafts: list[Draft] = []
    opens = False
    for clause, end in _clauses(tree):
        if clause.data == "listing":
            opens = True
            addressing.context = replace(addressing.context, repealing=True)
            continue
        if clause.data == "context":
            opens = True
            addressing.context = _opened(clause, addressing)
            continue
        before = addressing.context
        draft = _draft(clause, addressing)
        draft = replace(draft, end=max(draft.end, end))
        drafts.append(draft)
        # Within one sentence the next clause inherits the units of the one before it.
        outer = draft.targets[0] if draft.targets and draft.action.endswith("_words") else before.steps
        addressing.context = replace(addressing.context, steps=outer)
    after = addressing.context
    if not opens:
        after = replace(after, steps=context.steps if after.base == context.base else ())
    return Interpretation(tuple(drafts), after, opens, tuple(addressing.slips))


def _clauses(tree: "Tree[Token]") -> Iterator[tuple["Tree[Token]", int]]:
    """Yield each clause with the end of its words; the last of several that share a verb ends with the verb."""
    for child in tree.children:
        if isinstance(child, Token):
            continue
        if child.data != "clause":
            yield child, 0
            continue
        parts = [part for part in child.children if not isinstance(part, Token)]
        for part in parts:
            yield part, max(token.end for token in _leaves(child)) if part is parts[-1] else 0


def _opened(clause: "Tree[Token]", addressing: Addressing) -> Context:
    outer: tuple[Address, ...] = ()
    for child in clause.children:
        if isinstance(child, Token):
            if child.type.startswith("B_"):
                addressing.context = addressing.context.in_act(base_act(cast(ActReference, child.value)))
                outer = ((),)
        elif child.data == "targets":
            outer = addresses(child, addressing)
            addressing.context = addressing.context.opened(outer[-1])
        elif child.data == "named":
            name = cast("Token", child.children[0]).value
            step = Step("table", name=getattr(name, "name", None))
            outer = ((*addressing.context.under(step), step),)
            addressing.context = addressing.context.opened(outer[-1])
    if len(outer) > 1:
        addressing.slips.append(("amend.context_of_several", ""))
    return addressing.context.opened(outer[-1] if outer else addressing.context.steps)


_ACTIONS: dict[str, Action] = {
    "replace": "replace",
    "insert": "insert",
    "repeal": "repeal",
    "listed": "repeal",
    "replace_words": "replace_words",
    "insert_words": "insert_words",
    "delete_words": "delete_words",
    "renumber": "renumber",
    "move": "move",
    "suspend": "suspend",
    "none": "none",
}


def _draft(clause: "Tree[Token]", addressing: Addressing) -> Draft:
    parts = _Parts()
    _gather(clause, addressing, parts)
    action = _ACTIONS[clause.data]
    leaves = list(_leaves(clause))
    targets = _targets(action, parts, addressing)
    if action == "repeal" and targets == ((),):
        action = "repeal_act"
    if action == "suspend" and targets == ((),):
        targets = ((),)
    old, new = tuple(parts.old), tuple(parts.new)
    if action == "replace_words" and len(new) == 1 and len(old) > 1:
        new = new * len(old)
    position = parts.position
    if action == "insert_words" and position is None:
        position = "end"
    return Draft(
        action=action,
        base=addressing.context.base,
        targets=targets,
        start=min(token.start for token in leaves),
        end=max(token.end for token in leaves),
        old=old,
        new=new,
        everywhere=parts.everywhere,
        position=position,
        anchor=_anchored(parts.anchor, targets),
        renumber_to=parts.renumber_to,
        annex=parts.annex,
        quotations=tuple(parts.quotations),
    )


def _anchored(anchor: Address | None, targets: tuple[Address, ...]) -> Address | None:
    """An anchor without its outer units stands in those of the target: "пункт 5 дополнить … после подпункта 4)"."""
    if not anchor or not targets or anchor[0] in targets[0]:
        return anchor
    return (*(step for step in targets[0] if RANK[step.kind] < RANK[anchor[0].kind]), *anchor)


def _leaves(node: "Tree[Token]") -> Iterator[Token]:
    for child in node.children:
        if isinstance(child, Token):
            yield child
        else:
            yield from _leaves(child)


def _targets(action: Action, parts: _Parts, addressing: Addressing) -> tuple[Address, ...]:
    if action.endswith("_words") or parts.targets is None:
        if parts.outer is None:
            # "the text" is that of the unit open before the sentence, not of a heading named earlier in it.
            return (addressing.opened if parts.text else addressing.context.steps,)
        if parts.text:
            # "in the heading and in the text": the unit that is open counts beside the one named.
            return (*parts.outer, addressing.opened)
        return parts.outer
    if parts.outer is None:
        return parts.targets
    joined: list[Address] = []
    for outer, inner in product(parts.outer, parts.targets):
        own = inner[len(_common(inner, addressing.context.steps)) :]
        first = own[0] if own else None
        kept = tuple(step for step in outer if first is None or RANK[step.kind] < RANK[first.kind])
        joined.append((*kept, *own))
    return tuple(joined)


def _common(left: Address, right: Address) -> Address:
    length = 0
    while length < min(len(left), len(right)) and left[length] == right[length]:
        length += 1
    return left[:length]


def _gather(node: "Tree[Token]", addressing: Addressing, parts: _Parts) -> None:
    for child in node.children:
        if isinstance(child, Token):
            if child.type.startswith("B_"):
                addressing.context = addressing.context.in_act(base_act(cast(ActReference, child.value)))
                parts.outer = ((),) if parts.outer is None else parts.outer
            elif child.type.startswith("A_") and node.data in ("place", "place_of", "everywhere"):
                parts.outer = ((),)
            continue
        _gather_node(child, addressing, parts)


def _gather_node(node: "Tree[Token]", addressing: Addressing, parts: _Parts) -> None:
    name = str(node.data)
    if name == "targets":
        parts.targets = (parts.targets or ()) + _titled(addresses(node, addressing))
    elif name in ("place", "place_outer", "place_of"):
        inner = _Parts()
        _gather(node, addressing, inner)
        found = inner.targets if inner.targets is not None else inner.outer
        if found is not None:
            parts.outer = found if parts.outer is None else (*parts.outer, *found)
        parts.everywhere = parts.everywhere or inner.everywhere
        parts.text = parts.text or inner.text
    elif name == "slip_case":
        addressing.slips.append(("amend.case_slip", " ".join(token.text for token in _leaves(node))))
        _gather(node, addressing, parts)
    elif name in ("anchor_after", "anchor_before"):
        inner = _Parts()
        _gather(node, addressing, inner)
        parts.anchor = inner.targets[-1] if inner.targets else None
        parts.position = "after" if name == "anchor_after" else "before"
    elif name in ("after", "before"):
        parts.position = "after" if name == "after" else "before"
        _quoted(node, parts, "old")
    elif name == "said_nom":
        _quoted(node, parts, "old")
    elif name == "said_ins":
        _quoted(node, parts, "new")
    elif name == "everywhere":
        parts.everywhere = True
        _gather(node, addressing, parts)
    elif name == "text":
        parts.text = True
        _gather(node, addressing, parts)
    elif name == "renumber_to":
        inner = _Parts()
        _gather(node, addressing, inner)
        parts.renumber_to = inner.targets or ()
    elif name == "annex_source":
        cited = [number for child in node.children if not isinstance(child, Token) for number in numbers(child)]
        parts.annex = tuple(cited) or ("",)
    elif name == "in_other":
        _gather_none(node, addressing, parts)
    elif name == "in_own":
        inner = _Parts()
        _gather(node, addressing, inner)
        if parts.targets is None and inner.targets:
            parts.targets = inner.targets
    else:
        _gather(node, addressing, parts)


def _gather_none(node: "Tree[Token]", addressing: Addressing, parts: _Parts) -> None:
    inner = _Parts()
    _gather(node, addressing, inner)
    parts.targets = inner.targets
    # "the title and the text": the whole act is a target beside the title; "the text of the preamble" is the preamble.
    if inner.text and all(target and target[-1].kind in ("title", "heading") for target in inner.targets or ()):
        parts.targets = (*(inner.targets or ()), ())


def _titled(found: tuple[Address, ...]) -> tuple[Address, ...]:
    """A heading that belongs to no unit is the act's title."""
    return tuple(
        (*address[:-1], Step("title"))
        if address and address[-1].kind == "heading" and all(step.kind == "instrument" for step in address[:-1])
        else address
        for address in found
    )


def _quoted(node: "Tree[Token]", parts: _Parts, side: Literal["old", "new"]) -> None:
    for token in _leaves(node):
        if token.type == "QUOTED":
            (parts.old if side == "old" else parts.new).append(" ".join(token.text.split()))
            parts.quotations.append((token.start, token.end, side))


__all__ = ["NOTHING", "Draft", "Interpretation", "interpret"]
