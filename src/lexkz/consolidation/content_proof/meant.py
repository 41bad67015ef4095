"""What a command means beyond its addresses: one text for each of several units, and numbers that its own act gives.

Written for the proof by the rules, and not by the code that applies them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from lexkz.amendment.model import Address, Command

_WORDS = ("replace_words", "insert_words", "delete_words")
_NUMBER = re.compile(r"\s*(\w+(?:-\d+)*)\)")
"""A subpoint's number at the head of its text."""
_HEAD = re.compile(r"\W*(\w+(?:-\d+)*)[.)]")
"""The number of a unit at the head of its text: «6. …», «6) …»."""


def each_alone(command: Command) -> tuple[Command, ...]:
    """Return a command that has one new text for several units once for each: «пункты 3 и 4 дополнить частями вторыми».

    Any other command comes back as it is, alone.
    """
    targets = command.targets
    if command.action not in ("insert", "replace") or command.annex or command.anchor is not None or () in targets:
        return (command,)
    last = {(address[-1].kind, address[-1].number) for address in targets}
    apart = {address[:-1] for address in targets}
    if len(targets) < 2 or len(last) != 1 or len(apart) < len(targets):
        return (command,)
    kind, number = last.pop()
    if kind == "subparagraph":
        texts = sum(found[1] == number for line in command.content if (found := _NUMBER.match(line)))
    else:
        texts = len(command.content) if kind in ("alinea", "part") else 0
    return tuple(replace(command, targets=(address,)) for address in targets) if texts == 1 else (command,)


def by_numbers_before(command: Command, commands: Sequence[Command], has: Callable[[Address], bool]) -> Command:
    """Return a command on words, or a wording, with the numbers that its units had before the act.

    A wording right behind the command that gives its unit the number at the head of the new text is one of that unit:
    «пункт 5 считать пунктом 6 и изложить …: "6. …"». Of words a number that no unit had (``has``), and that an earlier
    one of the act's ``commands`` gives to a unit, is that unit's; unless a unit of that number is put in.
    """
    if command.action == "replace":
        places = [at for at, each in enumerate(commands) if each.id == command.id and at]
        before_it = commands[places[0] - 1] if places else command
        heads = _HEAD.match(command.content[0]) if command.content else None
        named = (
            before_it.action == "renumber" and before_it.renumber_to == command.targets and len(command.targets) == 1
        )
        fits = named and heads is not None and heads[1] == command.targets[0][-1].number
        return replace(command, targets=before_it.targets) if fits else command
    if command.everywhere or command.action not in _WORDS:
        return command
    given: dict[Address, Address] = {}
    for other in commands:
        if other.id == command.id:
            break
        if other.action == "renumber" and len(other.targets) == len(other.renumber_to):
            given.update(zip(other.renumber_to, other.targets, strict=True))
    for other in commands:
        for address in other.targets if other.action == "insert" else ():
            given.pop(address, None)

    def before(address: Address) -> Address:
        for size in range(1, len(address) + 1):
            if address[:size] in given and not has(address[:size]):
                return given[address[:size]] + address[size:]
        return address

    return replace(command, targets=tuple(before(address) for address in command.targets)) if given else command
