"""Which acts a sentence that was not understood concerns: of those that an order amends, the one that it stands under.

A sentence that nobody read orders something; where what stands around it names one act, it is about that one. Where
that does not tell, it concerns every act that the order amends.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.amendment.model import Command
from lexkz.findings import Finding
from lexkz.structure import Act

_CITES = re.compile(r"№|\d{4}\s*(?:года|жыл)")
"""A sentence that itself names an act may open another one's changes."""


def concerns(found: Finding, act: Act, commands: Sequence[Command], own: Collection[str], work: str) -> bool:
    """True unless ``found`` is a sentence of ``act`` that stands among commands for other acts, or under their names.

    ``commands`` are all of the act, ``own`` the ids of those for the text at hand, whose act has the IRI ``work``.
    """
    eid = found.place.eid or ""
    if found.code != "amend.unread" or not eid or _CITES.search(found.text or ""):
        return True
    order = {element.get("eId"): place for place, element in enumerate(act.root.iter()) if element.get("eId")}
    here = order.get(eid)
    if here is None:
        return True
    above = eid.rpartition("__")[0]
    while above:
        near = [one for one in commands if one.source.eid.startswith(f"{above}__")]
        if near:
            placed = [(order.get(one.source.eid, 0), one.id in own) for one in near]
            before = [mine for place, mine in placed if place < here]
            after = [mine for place, mine in placed if place > here]
            # It is another act's only where both that stand next to it are; one side may be missing.
            return any((*before[-1:], *after[:1]))
        cited = _cited(act.root, above, order, here)
        if cited:
            return len(cited) > 1 or _day_and_number(work) in cited
        above = above.rpartition("__")[0]
    return True


def _cited(root: etree._Element, eid: str, order: Mapping[str | None, int], here: int) -> set[tuple[str, ...]]:
    """Days and numbers of the acts that are named in a unit before the place ``here``."""
    unit = next((element for element in root.iter() if element.get("eId") == eid), None)
    found = set()
    for reference in unit.iter(q("ref")) if unit is not None else ():
        holder = next((one for one in reference.iterancestors() if one.get("eId")), None)
        href = reference.get("href") or ""
        if href.startswith("/akn/") and "/!" not in href and holder is not None and order[holder.get("eId")] < here:
            found.add(_day_and_number(href))
    return found


def _day_and_number(work: str) -> tuple[str, ...]:
    """Who made an act is not always said where it is named."""
    return tuple(work.split("/")[-2:])
