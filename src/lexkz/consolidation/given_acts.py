"""What the acts given say beside their commands for the base: whether they amend it at all, what was not read."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.amendment.model import Command
from lexkz.amendment.reader import read_commands
from lexkz.consolidation.identify import NamedBase, for_base, is_base, is_nearly, named
from lexkz.consolidation.ledger import AmendingSource
from lexkz.consolidation.messages import finding
from lexkz.consolidation.tree.unit_index import Index
from lexkz.findings import Finding
from lexkz.structure import Act


def swapped(base: Act, base_name: NamedBase, amending: Sequence[Act]) -> tuple[Finding, ...]:
    """Return an error for each of the ``amending`` acts that ``base`` itself amends by name.

    To be asked only where none of them has a command for ``base``: see :func:`has_command`.
    """
    bases = tuple(dict.fromkeys(command.base for command in read_commands(base).commands if command.action != "none"))
    if not bases:
        return ()
    own = base_name.title or base_name.identity.work
    found = []
    for act in amending:
        name = named(Index(act.root))
        if any(is_base(one, name) or is_nearly(one, name) for one in bases):
            what = f"«{own}» → «{name.title or name.identity.work}»"
            found.append(replace(finding("swapped", what), text=own))
    return tuple(found)


def has_command(sources: Sequence[AmendingSource], base: NamedBase) -> bool:
    """True where one of the sources has a command for ``base``."""
    return any(for_base(source.commands, base) for source in sources)


def without_command(sources: Sequence[AmendingSource], base: NamedBase) -> tuple[Finding, ...]:
    """Return an error for each act that was given as amending and has no command for ``base``."""
    own = f"«{base.title or base.identity.work}»"
    return tuple(
        replace(finding("no_command", " ≠ ".join(filter(None, (own, _cited(source))))), of=source.amending.work)
        for source in sources
        if not for_base(source.commands, base)
    )


def _cited(source: AmendingSource) -> str:
    """The acts that an act does amend, by their titles."""
    titles = dict.fromkeys(command.base.title for command in source.commands if command.base.title)
    return "; ".join(f"«{title}»" for title in titles)


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
        cited = _acts_cited(act.root, above, order, here)
        if cited:
            return len(cited) > 1 or _day_and_number(work) in cited
        above = above.rpartition("__")[0]
    return True


def _acts_cited(root: etree._Element, eid: str, order: Mapping[str | None, int], here: int) -> set[tuple[str, ...]]:
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
