"""Base and amending act in each other's place: said, since nothing would be applied and nothing seem wrong."""

from collections.abc import Sequence
from dataclasses import replace

from lexkz.amend.reader import read_commands
from lexkz.consolidate.identify import Named, for_base, is_base, is_nearly, named
from lexkz.consolidate.index import Index
from lexkz.consolidate.ledger import Source
from lexkz.consolidate.messages import finding
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
