"""The base act that a command amends, from the words that cite it."""

from lexkz.akn.iris import work
from lexkz.amend.model import BaseAct
from lexkz.languages.bodies import body_slug
from lexkz.languages.chunks import ActReference


def base_act(reference: ActReference) -> BaseAct:
    """Return the base act of a citation, with its work IRI where kind and date are known.

    A law is adopted by no body that its IRI names; an order whose body is not known has none in its IRI either.
    """
    author = None if reference.type in ("law", "code") else body_slug(reference.author)
    iri = (
        work(type=reference.type, author=author, date=reference.date, number=reference.number)
        if reference.date is not None
        else None
    )
    return BaseAct(
        type=reference.type,
        title=reference.title,
        date=reference.date,
        number=reference.number,
        iri=iri,
        registration=reference.registration,
    )
