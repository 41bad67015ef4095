"""The outline of a base act that several acts amend: what any of them says of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lexkz.amend.model import Address, Command, Reading
from lexkz.consolidate import outline
from lexkz.languages.folding import fold
from lexkz.structure import Act
from lexkz.workspace import bases

_Key = tuple[tuple[str, str | None, str | None], ...]


def combined_outline(act_id: str, amending: Sequence[tuple[Act, Reading]], known: Mapping[str, str]) -> Act:
    """Return the outline of the base act of the folder ``act_id``, from the acts that amend it, in their order.

    A unit that one of them inserts is no unit of the base, though a later one may name it. ``known`` maps work IRIs of
    the corpus to their folders. Raises ValueError where no command is about the act.
    """
    about = [
        command
        for _, reading in amending
        for command in reading.commands
        if bases.folder(command.base, known) == act_id
    ]
    if not about:
        raise ValueError(f"No command is about {act_id}")
    first_act, first_reading = amending[0]
    if len(amending) > 1:
        # The acts may call the base by slightly different titles; its folder says that they mean the same.
        about = [replace(command, base=about[0].base) for command in _of_the_base(about)]
    return outline(replace(first_reading, commands=tuple(about)), about[0].base, first_act)


def _of_the_base(commands: Sequence[Command]) -> list[Command]:
    """Leave out the targets that stand in units that an earlier command inserts."""
    created: set[_Key] = set()
    kept: list[Command] = []
    for command in commands:
        targets = tuple(target for target in command.targets if not _within(target, created))
        if targets or not command.targets:
            kept.append(replace(command, targets=targets))
        if command.action == "insert":
            created.update(_key(target) for target in command.targets if target and target[-1].number is not None)
    return kept


def _within(address: Address, created: set[_Key]) -> bool:
    key = _key(address)
    return any(key[:length] in created for length in range(1, len(key) + 1))


def _key(address: Address) -> _Key:
    return tuple(
        (step.kind, step.number, fold(step.name) if step.name and not step.number else None) for step in address
    )
