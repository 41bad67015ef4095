"""An amending act as one or several sources: its parts with days of their own are applied on those days."""

from collections.abc import Sequence
from dataclasses import replace

from lexkz.akn.eids import eid as make_eid
from lexkz.amend.model import Command
from lexkz.consolidate.entry import PartEntry
from lexkz.consolidate.ledger import Source
from lexkz.languages.entry_parts import Address


def split(source: Source, parts: Sequence[PartEntry], *, complete: bool) -> tuple[tuple[Source, ...], bool]:
    """Return ``source`` with the commands that follow its main rule, and one source for each part, in their order.

    The second value is False where something that the clauses say could not be matched with commands: a unit that the
    act does not have, or lines in the middle of the new text of one command.
    """
    rest = {command.id: command for command in source.commands}
    made: list[Source] = []
    for part in parts:
        chosen: dict[str, Command] = {}
        for address in part.addresses:
            found = _commands(source, address, part.addresses)
            complete = complete and found is not None
            chosen |= {command.id: command for command in found or () if command.id in rest}
        if chosen:
            for command in chosen:
                del rest[command]
            made.append(replace(source, commands=tuple(chosen.values()), entry=part.entry))
    main = replace(source, commands=tuple(rest.values()))
    return ((main, *made) if rest or not made else tuple(made)), complete


def _commands(source: Source, address: Address, others: Sequence[Address]) -> tuple[Command, ...] | None:
    """The commands that stand in a unit of the amending act; None where the unit is not there."""
    prefix = ""
    known = source.amending.by_eid
    for kind, number in address:
        if kind == "alinea":
            return _of_line(source, prefix, number, address[:-1], others)
        if kind == "part":
            return None
        own = make_eid(kind, number, "" if kind == "chapter" else prefix)
        if own not in known:
            return None
        prefix = prefix if kind == "chapter" else own
    return tuple(command for command in source.commands if _is_in(command, prefix))


def _of_line(
    source: Source, unit: str, number: str, outer: Address, others: Sequence[Address]
) -> tuple[Command, ...] | None:
    """The commands of one line of a unit: its first stands with the number, further ones are alineas."""
    if unit not in source.amending.by_eid:
        return None
    if number == "1":
        return tuple(command for command in source.commands if command.source.eid.startswith(f"{unit}__mod_"))
    line = make_eid("alinea", number, unit)
    if line in source.amending.by_eid:
        return tuple(command for command in source.commands if _is_in(command, line))
    # A line of the new text goes with the line that commands it, where that is named as well.
    before = next(
        (str(n) for n in range(int(number), 0, -1) if make_eid("alinea", str(n), unit) in source.amending.by_eid), "1"
    )
    return () if (*outer, ("alinea", before)) in others else None


def _is_in(command: Command, eid: str) -> bool:
    return command.source.eid == eid or command.source.eid.startswith(f"{eid}__")
