"""The outline of a base act that several acts amend: what any of them says of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lexkz.akn.meta import read_identity
from lexkz.amendment.model import Address, Command, Kind, Reading, Step
from lexkz.consolidation import outline
from lexkz.consolidation.ruled_target import by_eid, named_place
from lexkz.consolidation.rulings import Ruling, fits
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree.unit_index import Index
from lexkz.languages.folding import fold
from lexkz.structure import Act
from lexkz.workspace import bases

_Key = tuple[tuple[str, str | None, str | None], ...]


def combined_outline(
    act_id: str, amending: Sequence[tuple[Act, Reading]], known: Mapping[str, str], rulings: Sequence[Ruling] = ()
) -> Act:
    """Return the outline of the base act of the folder ``act_id``, from the acts that amend it, in their order.

    A unit that one of them inserts is no unit of the base, though a later one may name it. ``known`` maps work IRIs of
    the corpus to their folders. What ``rulings`` have a command applied to is known of the base as well. Raises
    ValueError where no command is about the act.
    """
    moved = [ruling for ruling in rulings if ruling.decision == "target"]
    about: list[Command] = []
    ruled: list[tuple[Ruling, Command, str]] = []
    for act, reading in amending:
        identity = read_identity(act.root)
        work = identity.work
        for command in reading.commands:
            if bases.folder(command.base, known) == act_id:
                # Where a person has a command applied elsewhere, what it says of the base itself is not so.
                own = [(ruling, command, identity.lang) for ruling in moved if fits(ruling, work, command)]
                ruled.extend(own)
                about.append(replace(command, targets=()) if own else command)
    if not about:
        raise ValueError(f"No command is about {act_id}")
    first_act, first_reading = amending[0]
    if len(amending) > 1:
        # The acts may call the base by slightly different titles; its folder says that they mean the same.
        about = [replace(command, base=about[0].base) for command in _of_the_base(about)]
    made = outline(replace(first_reading, commands=tuple(about)), about[0].base, first_act)
    named = tuple(Command("", "none", about[0].base, (place,), "") for place in _ruled(Index(made.root), ruled))
    if not named:
        return made
    return outline(replace(first_reading, commands=(*about, *named)), about[0].base, first_act)


def _ruled(index: Index, rulings: Sequence[tuple[Ruling, Command, str]]) -> Iterator[Address]:
    """The address of each unit that a ruling on a command names, by its eId or in words, and that no command names."""
    for ruling, command, lang in rulings:
        if isinstance(by_eid(ruling, command, index, lang), Ruling):
            continue
        place = _place(index, ruling) or named_place(ruling, command, index, lang)
        if place:
            yield place


def _place(index: Index, ruling: Ruling) -> Address:
    """The unit that a ruling names by its eId, in the words of an address; () where its target is no eId."""
    address: list[Step] = []
    reached = ""
    for part in ruling.target.split()[0].split("__"):
        reached = f"{reached}__{part}" if reached else part
        short, _, number = part.partition("_")
        known = index.element(reached)
        name = documents.title(known) if known is not None and short == "att" else None
        kind = _KINDS.get(short)
        if kind is None or not number:
            return ()
        address.append(Step("instrument", name=name) if name else Step(kind, number))
    return (*address, *ruling.address[1:])


_KINDS: dict[str, Kind] = {
    "att": "annex",
    "sec": "section",
    "chp": "chapter",
    "art": "article",
    "para": "paragraph",
    "subpara": "subparagraph",
}
"""How eIds abbreviate the kinds of units that an outline can show."""


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
