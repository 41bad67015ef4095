"""The base act that a command amends, from the words that cite it."""

from lexkz.amend.model import BaseAct
from lexkz.languages.chunks import ActReference
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
    )
