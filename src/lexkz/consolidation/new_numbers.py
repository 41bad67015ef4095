"""Words that change in a unit to which another command of the act gives a number.

All targets are found on the act as it was. A number that no unit has there, and that an earlier command of the act
gives to one («пункты 8 и 9 считать пунктами 9 и 10», then «в пункте 10 слово …»), can mean nothing but that unit.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from lexkz.amendment.model import Address, Command

_WORDS = frozenset({"replace_words", "insert_words", "delete_words"})


def by_old_numbers(command: Command, commands: Sequence[Command], there: Callable[[Address], bool]) -> Command:
    """Return ``command`` with each new number that its targets name as the old one of the unit that gets it.

    ``commands``: those of the act on the same base, in their order; ``there``: whether the act as it was has a unit. A
    command that changes no words, or names no such number, comes back as it is.
    """
    if command.action not in _WORDS or command.everywhere:
        return command
    earlier = commands[: next((at for at, each in enumerate(commands) if each.id == command.id), 0)]
    given = {
        new: old
        for each in earlier
        if each.action == "renumber" and len(each.renumber_to) == len(each.targets)
        for old, new in zip(each.targets, each.renumber_to, strict=True)
    }
    brought = {target for each in commands if each.action == "insert" for target in each.targets}
    targets = tuple(_by_old_number(target, given, brought, there) for target in command.targets)
    return command if targets == command.targets else replace(command, targets=targets)


def _by_old_number(
    target: Address, given: dict[Address, Address], brought: set[Address], there: Callable[[Address], bool]
) -> Address:
    for end in range(1, len(target) + 1):
        new = target[:end]
        if new in given and new not in brought and not there(new):
            return (*given[new], *target[end:])
    return target
