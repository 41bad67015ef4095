"""The base act that a command amends, from the words that cite it."""

from collections.abc import Iterable
from itertools import pairwise

from lexkz.amendment.context import Context
from lexkz.amendment.model import BaseAct
from lexkz.languages.chunks import ActReference
from lexkz.languages.tokens import Token
from lexkz.languages.vocabulary import Noun
from lexkz.structure.references import cited_work


def base_act(reference: ActReference) -> BaseAct:
    """Return the base act of a citation, with its work IRI where kind and date are known."""
    return BaseAct(
        type=reference.type,
        title=reference.title,
        date=reference.date,
        number=reference.number,
        iri=cited_work(reference),
        registration=reference.registration,
        joint=reference.joint,
        author=reference.author,
    )


def pointed_at(tokens: tuple[Token, ...], context: Context, bases: Iterable[BaseAct]) -> Context:
    """Return ``context`` in the act that a sentence under no header points back to: «пункт 2 указанного приказа».

    Only where the act has amended one other so far, and that is of the kind named; of several none is meant surely.
    """
    known = [base for base in dict.fromkeys(bases) if base.type is not None]
    nouns = [
        after.value
        for before, after in pairwise(tokens)
        if before.type == "THAT" and after.type.startswith("A_") and isinstance(after.value, Noun)
    ]
    if len(known) != 1 or not nouns or any(noun.plural or noun.meaning != known[0].type for noun in nouns):
        return context
    return context.in_act(known[0])
