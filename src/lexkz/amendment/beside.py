"""Places that a sentence names one after another, each with its own "in": one within the other, or side by side."""

from lexkz.amendment.addresses import common, shared_outer
from lexkz.amendment.addressing import Addressing
from lexkz.amendment.model import Address, Step
from lexkz.languages.unit_order import holds


def beside(
    earlier: tuple[Address, ...], found: tuple[Address, ...], addressing: Addressing, *, linked: bool
) -> tuple[Address, ...]:
    """Return the places that ``earlier`` ones and those ``found`` after them are together.

    «в строке 12, в графе 4» is column 4 of row 12; «в пункте 1, в пункте 2 статьи 18» are two points of article 18: in
    Russian the larger unit stands last and serves those before it. ``linked``: an "and" stands between them, so that
    they stand side by side. «В приказе … № 38, в пункте 2» is point 2 alone: the act only says whose it is.
    """
    if earlier == ((),) and all(found) and not linked:
        if addressing.lang == "rus" and {address[0].kind for address in found} == {"annex"}:
            # «в приказе № 38, в приложениях 1 и 2»: in the order and in them, or in them alone? The Kazakh locatives
            # («бұйрығында, 1 және 2-қосымшаларда») are a list, and mean both.
            addressing.slips.append(("amend.ambiguous", ""))
        return found
    own = [address[len(common(address, addressing.context.steps)) :] for address in found]
    deeper = all(steps and each and _nested(each, steps[0]) for steps in own for each in earlier)
    if deeper and not linked:
        return tuple((*each, *steps) for each in earlier for steps in own)
    if addressing.lang != "rus":
        return (*earlier, *found)
    groups = [(_untitled(each),) for each in earlier]
    merged = shared_outer([*groups, tuple(map(_untitled, found))], addressing, [False] * (len(groups) + 1))
    return tuple(address for group in merged for address in group)


def _nested(outer: Address, inner: Step) -> bool:
    """True where a unit named after ``outer`` can stand in it; a heading has no lines that would be named so."""
    kind = outer[-1].kind
    return holds(kind, inner.kind) and not (kind in ("heading", "title") and inner.kind == "alinea")


def titled(found: tuple[Address, ...]) -> tuple[Address, ...]:
    """Return ``found``, with a heading that belongs to no unit as the act's title."""
    return tuple(
        (*address[:-1], Step("title"))
        if address and address[-1].kind == "heading" and all(step.kind == "instrument" for step in address[:-1])
        else address
        for address in found
    )


def _untitled(address: Address) -> Address:
    """A title again as the heading that it was named as: whose it is a unit named later may tell."""
    return (*address[:-1], Step("heading")) if address and address[-1].kind == "title" else address
