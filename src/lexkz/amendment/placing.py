"""What makes it uncertain where a command acts: lines above it, and an address that says too little.

What is said here is known from the amending act alone; what only the base act shows is found when applying.
"""

from collections.abc import Iterator, Sequence, Set

from lexkz.amendment.context import OF_ARTICLES, Context
from lexkz.amendment.draft import Draft
from lexkz.amendment.model import Address, BaseAct, Command
from lexkz.amendment.render import described
from lexkz.languages.chunks import Named
from lexkz.languages.tokens import Token
from lexkz.languages.vocabulary import Noun

_BELOW_POINTS = frozenset({"subparagraph", "part", "alinea", "sentence"})
_WITHIN_ARTICLES = _BELOW_POINTS | {"paragraph"}
_DIVISIONS = frozenset({"section", "subsection", "chapter", "subchapter"})
_WHOLE_TEXTS = frozenset({"instrument", "annex", "form"})
"""What is a document of its own, of which "the whole text" can be said without a doubt that the act's is meant."""
Document = tuple[BaseAct, Address]
"""An act, or with the steps down to it a document within it."""
_MOST_DOUBTS = 20
"""Lines above a command that are named to it, the nearest ones: one suffices to make it wait."""


def place_doubts(
    draft: Draft, context: Context, sentence: str, lang: str, *, articles: bool
) -> Iterator[tuple[str, str]]:
    """Yield code and words of each doubt about where ``draft`` acts, which was read in ``context``.

    ``articles``: a line of the act has named an article, so that the act amended is made of articles.
    """
    same = draft.base == context.base
    for target in draft.targets:
        if same:
            yield from ((each.code, each.words) for each in context.doubts_of(draft.start_kind, target)[-_MOST_DOUBTS:])
        known = draft.base.type in OF_ARTICLES
        if (articles or known) and _outside_articles(target, sure=known):
            yield "amend.unit_unplaced", ""
    open_units = context.steps if same else ()
    bare = draft.start_kind is None and draft.action.endswith("_words")
    if bare and draft.everywhere and open_units and open_units[-1].kind not in _WHOLE_TEXTS:
        around = next((at for at in range(len(open_units), 0, -1) if open_units[at - 1].kind in _WHOLE_TEXTS), 0)
        both = (described(open_units, lang), described(open_units[:around], lang))
        yield "amend.text_doubtful", f"{sentence} ({' / '.join(both)})"
    # A clause before it in the sentence may have named the unit: «в пункте 15 слово "а" исключить, слово "б" …».
    if bare and not draft.everywhere and context.shut and same and draft.targets == (context.steps,):
        yield "amend.context_closed", ""


def unplaced(commands: Sequence[Command], pointed: Set[Document | None]) -> tuple[str, ...]:
    """Return the ids of the commands on units of points that name no point, where the act shows that there are points.

    ``pointed``: documents in which other lines of the act have named points; what the commands name counts, too.
    """
    known = set(pointed)
    for command in commands:
        named = (*command.targets, *command.renumber_to, command.anchor or ())
        known.update(_points_in(command.base, address) for address in named)
    told = ("amend.unit_unplaced", "amend.context_closed")
    return tuple(
        command.id
        for command in commands
        if not any(each.code in told for each in command.findings)
        and any(_outside_points(command.base, target) in known - {None} for target in command.targets)
    )


def outside(draft: Draft, context: Context) -> tuple[Address, ...]:
    """Return the units that the line above a command has opened and that its own address does not stand in."""
    opened = context.shut or context.steps
    if draft.base != context.base or not opened:
        return ()
    return tuple(
        unit for unit in (opened, *context.also) if not all(target[: len(unit)] == unit for target in draft.targets)
    )


def points_opened(context: Context) -> Set[Document | None]:
    """Return the documents of which the line that has opened ``context`` shows that they are made of points."""
    return {_points_in(context.base, address) for address in (context.steps, *context.also)}


def leads_away(tokens: Sequence[Token], context: Context) -> bool:
    """Return whether a command that was not understood names another document than the one that is open.

    Had it been understood, it would have closed what is open: what follows without an address may not stand there.
    """
    opened = next((step.name for step in context.steps if step.kind == "instrument"), None)
    if opened is None:
        return False
    for token in tokens:
        if token.type.startswith("B_") and not isinstance(token.value, Noun):
            return True
        if (
            token.type.startswith("I_")
            and isinstance(token.value, Named)
            and context.instrument(token.value)[0] != opened
        ):
            return True
    return False


def _outside_articles(target: Address, *, sure: bool) -> bool:
    """True where a unit of an article is addressed without its article: «пункт 3», «глава 4, пункт 3».

    ``sure``: the act amended is known to be a law; else a bare point can be that of an order amended beside it.
    """
    inner = target
    while inner and inner[0].kind in _DIVISIONS:
        inner = inner[1:]
    return bool(inner) and inner[0].kind in (_WITHIN_ARTICLES if sure else _BELOW_POINTS)


def _points_in(base: BaseAct, address: Address) -> Document | None:
    """The document of ``base`` of which ``address`` shows that it is made of points; None where it shows none.

    Rules that an order approves, and an order itself, can also be a plain list whose units stand in no point.
    """
    document, inner = _parted(address)
    return (base, document) if inner and inner[0].kind == "paragraph" else None


def _outside_points(base: BaseAct, address: Address) -> Document | None:
    """The document of ``base`` in which ``address`` names a unit of a point without its point; else None."""
    document, inner = _parted(address)
    return (base, document) if inner and inner[0].kind in _BELOW_POINTS else None


def _parted(address: Address) -> tuple[Address, Address]:
    """The document that an address begins with, and what follows its divisions."""
    depth = 0
    while depth < len(address) and address[depth].kind in _WHOLE_TEXTS:
        depth += 1
    inner = address[depth:]
    while inner and inner[0].kind in _DIVISIONS:
        inner = inner[1:]
    return address[:depth], inner
