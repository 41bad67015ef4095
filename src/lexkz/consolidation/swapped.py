"""Acts given as amending that do not amend the base, or are amended by it: said, since nothing would be applied and
nothing seem wrong."""

from collections.abc import Sequence
from dataclasses import replace

from lexkz.amendment.reader import read_commands
from lexkz.consolidation.identify import Named, for_base, is_base, is_nearly, named
from lexkz.consolidation.ledger import Source
from lexkz.consolidation.messages import finding
from lexkz.consolidation.tree.unit_index import Index
from lexkz.findings import Finding
from lexkz.structure import Act


def swapped(base: Act, base_name: Named, amending: Sequence[Act]) -> tuple[Finding, ...]:
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


def has_command(sources: Sequence[Source], base: Named) -> bool:
    """True where one of the sources has a command for ``base``."""
    return any(for_base(source.commands, base) for source in sources)


def without_command(sources: Sequence[Source], base: Named) -> tuple[Finding, ...]:
    """Return an error for each act that was given as amending and has no command for ``base``."""
    own = f"«{base.title or base.identity.work}»"
    return tuple(
        replace(finding("no_command", " ≠ ".join(filter(None, (own, _cited(source))))), of=source.amending.work)
        for source in sources
        if not for_base(source.commands, base)
    )


def _cited(source: Source) -> str:
    """The acts that an act does amend, by their titles."""
    titles = dict.fromkeys(command.base.title for command in source.commands if command.base.title)
    return "; ".join(f"«{title}»" for title in titles)
