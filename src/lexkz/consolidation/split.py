"""An amending act as one or several sources: its parts with days of their own are applied on those days.

An exception is resolved to the commands that it is about, or it is a doubt of all commands that it may be about: what
is excepted from the main rule is never applied by it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lexkz.akn.eids import eid as make_eid
from lexkz.akn.namespace import q
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Command
from lexkz.consolidation.entry_days import EntryIntoForce, Timing
from lexkz.consolidation.ledger import AmendingSource
from lexkz.consolidation.messages import finding
from lexkz.languages.entry import EntryRule
from lexkz.languages.entry_parts import Address


@dataclass(frozen=True, slots=True)
class Excepted:
    """The commands that a part of the act is about."""

    commands: tuple[Command, ...]
    certain: bool
    """False where it may be about these, or some of them, or about part of the new text of one."""


def split(source: AmendingSource, timing: Timing) -> tuple[AmendingSource, ...]:
    """Return ``source`` with the commands that follow its main rule, and one source for each part, in their order.

    Commands of which the clauses do not say for certain from when they are in force have a finding of severity error,
    so that they wait for a person.
    """
    doubts: dict[str, list[str]] = {}
    for words in timing.unread:
        for command in source.commands:
            doubts.setdefault(command.id, []).append(words)
    places = _Places(source)
    rest = {command.id: command for command in source.commands}
    made: list[AmendingSource] = []
    for part in timing.parts:
        chosen: dict[str, Command] = {}
        for address in part.addresses:
            found = places.excepted(address, part.addresses)
            if not found.certain or part.dayless:
                for command in found.commands:
                    doubts.setdefault(command.id, []).append(part.text)
            if found.certain:
                chosen |= {command.id: command for command in found.commands if command.id in rest}
        for command_id in chosen:
            del rest[command_id]
        if chosen:
            made.append(replace(source, commands=tuple(chosen.values()), entry=part.entry))
    main = replace(source, commands=tuple(rest.values()))
    sources = (main, *made) if rest or not made else tuple(made)
    return tuple(_doubted(one, doubts) for one in sources)


def _doubted(source: AmendingSource, doubts: dict[str, list[str]]) -> AmendingSource:
    if not any(command.id in doubts for command in source.commands):
        return source
    commands = []
    for command in source.commands:
        said = dict.fromkeys(doubts.get(command.id, ()))
        found = tuple(finding("entry_unread", words, command=command, text=words) for words in said)
        commands.append(replace(command, findings=(*command.findings, *found)))
    return replace(source, commands=tuple(commands))


class _Places:
    """Where the commands of an amending act stand, and which text each sets."""

    def __init__(self, source: AmendingSource) -> None:
        self.source = source
        self.known = source.amending.by_eid

    def excepted(self, address: Address, others: Sequence[Address]) -> Excepted:
        """The commands that a clause means by ``address``; ``others`` stand beside it in the clause."""
        if address[0][0] == "annex":
            return self._annex(address)
        prefix, within = "", self.source.commands
        for place, (kind, number) in enumerate(address):
            if kind == "alinea":
                return self._line(prefix, number, address[:place], others, within)
            own = make_eid(kind, number, "" if kind in ("chapter", "section") else prefix)
            if kind == "part" or own not in self.known:
                return self._quoted(address, within)
            prefix = prefix if kind in ("chapter", "section") else own
            within = tuple(command for command in within if _is_in(command, own)) if kind != "chapter" else within
        # A unit of the act that holds no command: the number may be that of a unit whose text a command sets.
        return Excepted(within, certain=True) if within else self._quoted(address, self.source.commands, own=True)

    def _annex(self, address: Address) -> Excepted:
        """«приложение 2 к настоящему приказу»: what is applied from that annex, or what is commanded in it."""
        number, below = address[0][1], address[1:]
        inside = make_eid("attachment", number)
        found = tuple(
            command
            for command in self.source.commands
            if (number in command.annex and not command.annex_of) or _is_in(command, inside)
        )
        if below or not found:
            return Excepted(found or self.source.commands, certain=False)
        return Excepted(found, certain=True)

    def _quoted(self, address: Address, within: tuple[Command, ...], *, own: bool = False) -> Excepted:
        """An address that the act itself does not have may be that of the text that a command sets, if it is one's.

        ``own``: the act has such a unit without commands, so that nothing need be meant.
        """
        among = within or self.source.commands
        found = tuple(command for command in among if any(_ends(target, address) for target in _said(command)))
        if len(found) == 1 and len(_said(found[0])) == 1:
            return Excepted(found, certain=True)
        return Excepted(found or (() if own else among), certain=own and not found)

    def _line(
        self, unit: str, number: str, outer: Address, others: Sequence[Address], within: tuple[Command, ...]
    ) -> Excepted:
        """The commands of one line of a unit: its first stands with the number, further ones are alineas."""
        if unit and unit not in self.known:
            return Excepted(within or self.source.commands, certain=False)
        if number == "1":
            return Excepted(tuple(one for one in within if one.source.eid.startswith(f"{unit}__mod_")), certain=True)
        line = make_eid("alinea", number, unit)
        if line in self.known:
            return Excepted(tuple(one for one in within if _is_in(one, line)), certain=True)
        # A line of new text: it stands below the line that commands it.
        before = next((n for n in range(int(number), 1, -1) if make_eid("alinea", str(n), unit) in self.known), 1)
        head = make_eid("alinea", str(before), unit) if before > 1 else unit
        commands = (
            tuple(one for one in within if _is_in(one, head))
            if before > 1
            else tuple(one for one in within if one.source.eid.startswith(f"{unit}__mod_"))
        )
        named = {int(step[1]) for address in others for step in address[-1:] if address[:-1] == outer}
        lines = set(range(before + 1, before + 1 + self._quoted_lines(head)))
        if int(number) not in lines:
            return Excepted(within or self.source.commands, certain=False)
        if len(commands) != 1:
            return Excepted(commands or within, certain=False)
        if before in named:
            # Named with its command, which says it already.
            return Excepted((), certain=True)
        # Lines of one new text can have days of their own only if all of it has.
        return Excepted(commands, certain=lines <= named)

    def _quoted_lines(self, head: str) -> int:
        element = self.known[head]
        quoted = next(element.iter(q("quotedStructure")), None)
        return len(paragraphs(quoted)) if quoted is not None else 0


def _said(command: Command) -> tuple[tuple[tuple[str, str | None], ...], ...]:
    return tuple(tuple((step.kind, step.number) for step in target) for target in command.targets)


def _ends(target: tuple[tuple[str, str | None], ...], address: Address) -> bool:
    """True where the units of ``address`` are those that ``target`` names, in order, the innermost last."""
    if not target or target[-1] != address[-1]:
        return False
    steps: Iterator[tuple[str, str | None]] = iter(target)
    return all(step in steps for step in address)


def _is_in(command: Command, eid: str) -> bool:
    return command.source.eid == eid or command.source.eid.startswith(f"{eid}__")


def by_period(source: AmendingSource) -> tuple[AmendingSource, ...]:
    """Return ``source`` parted by the days that its commands name themselves: "исключить с 1 января 2027 года"."""
    periods = dict.fromkeys((command.since, command.until) for command in source.commands)
    if not periods or set(periods) == {(None, None)}:
        return (source,)
    made = []
    for since, until in periods:
        own = tuple(command for command in source.commands if (command.since, command.until) == (since, until))
        made.append(replace(source, commands=own, entry=_own_entry(source.entry, since, until)))
    return tuple(made)


def _own_entry(entry: EntryIntoForce, since: str | None, until: str | None) -> EntryIntoForce:
    if since is None and until is None:
        return entry
    part = " ".join(filter(None, (entry.part, since, until)))
    ends = date.fromisoformat(until) if until else entry.until
    if since is None:
        return replace(entry, until=ends, part=part)
    day = date.fromisoformat(since)
    return EntryIntoForce(EntryRule("fixed", since, day=day), day, entry.published, since, part, until=ends)
