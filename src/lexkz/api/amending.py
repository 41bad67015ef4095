"""The commands by which an act amends others, and how each was read."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lexkz.amendment.model import Address, Command, Coverage, Reading
from lexkz.api.act import Act
from lexkz.api.listed import Listed
from lexkz.api.reading import Source, as_act
from lexkz.findings import Finding, Message
from lexkz.structure.model import Act as Tree

if TYPE_CHECKING:
    from lexkz.amendment.explain import ExplainedPart


@dataclass(frozen=True, slots=True, eq=False)
class Commands(Listed[Command]):
    """The commands of an act, in the order of the text.

    >>> import lexkz
    >>> commands = lexkz.commands("corpus/V2400035172/kaz.txt")
    >>> len(commands), commands[1].action, commands.by_id("cmd_2").targets[0][-1].number
    (27, 'replace', '2')
    """

    act: Act = field(repr=False)
    """The act with its commands marked up: the eIds that they name are those of its tree."""
    reading: Reading = field(repr=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in reading the commands, those findings included that a command carries."""
        return self.reading.findings

    @property
    def coverage(self) -> Coverage:
        """How much of the operative part is accounted for, in characters."""
        return self.reading.coverage

    def by_id(self, identity: str) -> Command:
        """Return the command ``cmd_5``. Raises LookupError."""
        for command in self.items:
            if command.id == identity:
                return command
        known = f"cmd_1 to cmd_{len(self.items)}" if self.items else "none"
        raise LookupError(f"There is no command {identity!r} in this act; it has {known}.")

    def to_json(self) -> str:
        """Return the commands as JSON (schema ``commands/1``)."""
        from lexkz.publication.reading_json import reading_json

        return reading_json(self.reading)


@dataclass(frozen=True, slots=True)
class Explained:
    """How one command was read."""

    command: Command
    parts: "tuple[ExplainedPart, ...]"
    """The instruction in order: words, and what they do in the sentence (``where``, ``verb``, ``new`` …)."""
    targets: tuple[str, ...]
    """Each target in words of the act's language."""
    effect: Message
    """What will happen to the base act."""

    def to_json(self) -> str:
        """Return it as JSON (schema ``explanation/1``)."""
        from lexkz.amendment.explain import Explanation
        from lexkz.publication.explanation_json import explanation_json

        return explanation_json(Explanation(self.command, self.parts, self.targets, self.effect))


def commands(act: Act | Tree | Source) -> Commands:
    """Return the commands of an amending act, or of a fragment of one, and what was not understood as findings.

    ``act`` is an act or the path of a source; SourceError is raised where that cannot be read. The same act is read
    once only.

    >>> import lexkz
    >>> act = lexkz.read("corpus/V2400035172/kaz.txt")
    >>> [(command.id, command.action) for command in lexkz.commands(act)][2:4]
    [('cmd_3', 'replace'), ('cmd_4', 'replace')]
    """
    given = as_act(act)
    return given._once("commands", lambda: _commands(given))


def _commands(act: Act) -> Commands:
    from lexkz.amendment.annotate import annotate

    marked, reading = annotate(act.tree)
    return Commands(reading.commands, Act(marked, act.published), reading)


def explain(act: Act | Tree | Source, identity: str) -> Explained:
    """Return how the command ``identity`` (``cmd_5``) of an act was read. Raises LookupError where there is none.

    >>> import lexkz
    >>> told = lexkz.explain("corpus/V2400035172/kaz.txt", "cmd_3")
    >>> told.effect.eng
    "The unit's text is replaced whole by the new text."
    """
    from lexkz.amendment.explain import explain as told_of

    found = commands(act)
    told = told_of(found.by_id(identity), found.act.lang or "kaz")
    return Explained(told.command, told.parts, told.targets, told.effect)


def address_words(address: Address, lang: str, shorten: Callable[[str], str] = lambda name: name) -> str:
    """Return an address in words of ``lang``, outermost unit first; ``shorten`` is called with each long name."""
    from lexkz.amendment.render import described

    short = tuple(replace(step, name=shorten(step.name) if step.name else None) for step in address)
    return described(short, lang)


def action_words(command: Command, lang: str) -> str:
    """Return what a command does in words of ``lang`` (``kaz``, ``rus``), as papers say it."""
    from lexkz.amendment.render import action_name

    return action_name(command.action, command.instruction, lang)
