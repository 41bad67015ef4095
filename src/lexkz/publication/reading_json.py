"""The commands of an amending act as published data: the contract of ``lexkz commands --json``."""

from typing import Any, Literal

from pydantic import Field

from lexkz.amendment.model import Action, Address, BaseAct, Command, Kind, Reading, Step
from lexkz.publication.data import Data, Day, Document, known_iri
from lexkz.publication.finding_json import FindingData, SourceData, findings_data

NAMED = frozenset({"instrument"})
"""Kinds that are called by name only."""
BARE = frozenset({"title", "preamble", "heading", "corner_mark", "contents"})
"""Kinds of which there is one in their unit: neither number nor name."""


class StepData(Data):
    """One unit on the way from the act to the target."""

    kind: Kind = Field(description="Kind of unit, as in the table of structural units.")
    number: str | None = Field(
        None, description="Number as a string; null where the text gives none; absent for kinds that have no numbers."
    )
    name: str | None = Field(
        None,
        description="Full name of an instrument (its number then is that of the annex by which it was approved, if the "
        "text says so); name of a table, if the text gives one.",
    )


class TargetData(Data):
    """One unit that a command addresses."""

    address: tuple[StepData, ...] = Field(description="Outermost unit first; empty for the whole act.")


class BaseActData(Data):
    """The act that a command amends, as the amending act names it."""

    iri: str | None = Field(description="FRBR work IRI, null where it cannot be made from what the text says.")
    type: str | None = Field(description="Slug of the kind of act: order, law, resolution, code.")
    title: str | None = Field(description="Title as the amending act quotes it.")
    date: Day | None = Field(description="ISO date of the act.")
    number: str | None = Field(description="Number of the act; of a joint act, the first of its numbers.")
    joint: tuple[str, ...] = Field((), description="Of a joint act: the numbers that its other bodies gave it.")


class CommandData(Data):
    """One amendment command."""

    id: str = Field(description="`cmd_1` and on, in the order of the text.")
    action: Action = Field(description="What is commanded, by the verb of the instruction.")
    base: BaseActData = Field(description="The act that it amends, as the amending act names it.")
    targets: tuple[TargetData, ...] = Field(description="The units addressed; for an insertion, those that will exist.")
    instruction: str = Field(description="The sentence that commands, as printed.")
    content: tuple[str, ...] = Field(description="The new text, one string a paragraph, cells of a row parted by tabs.")
    annex: str | tuple[str, ...] | None = Field(
        description="Number of the amending act's annex that holds the content; if several, a list."
    )
    old: tuple[str, ...] = Field(description="Words replaced, deleted, or next to which new ones go.")
    new: tuple[str, ...] = Field(description="New words, paired with the old ones by position.")
    everywhere: bool = Field(description="True for every occurrence in the target.")
    times: int | None = Field(
        None, description="How often the old words stand in each target, where the command says it, to change them all."
    )
    excepted: tuple[TargetData, ...] = Field(
        (), description="Units in which words that are changed everywhere stay as they are."
    )
    position: Literal["after", "before", "end"] | None = Field(
        None, description="Side on which the insertion goes, or on which of `beside` deleted words stand."
    )
    beside: str | None = Field(None, description="Words right beside which the deleted words stand, by `position`.")
    anchor: TargetData | None = Field(
        None, description="The unit next to which new units stand, where the text says it."
    )
    renumber_to: tuple[TargetData, ...] = Field((), description="New addresses of renumbered units, one a target.")
    since: Day | None = Field(None, description="ISO day from which the command says itself that it holds.")
    until: Day | None = Field(None, description="ISO day on which it holds no more, where it says so itself.")
    unread: tuple[str, ...] = Field(
        (),
        description="Words of the instruction that were not understood. Where there are any, the command is what is "
        "certain beside them, without targets where the place is in doubt (candidates of its finding "
        "`amend.partly_read` say which could be meant); it is applied only by a ruling.",
    )
    source: SourceData = Field(
        description="Page of the command and eId of what is applied (a quotedStructure or a mod)."
    )
    findings: tuple[FindingData, ...] = Field(description="Problems with this command.")


class CoverageData(Data):
    """How much of the operative part is accounted for, in visible characters."""

    characters: int = Field(description="Visible characters of the operative part, spaces not counted.")
    claimed: int = Field(
        description="Those that belong to a command, a context, quoted content or the act's own clauses."
    )


class ReadingData(Document):
    """All that was read in an amending act or in a fragment of one: `lexkz commands --json`."""

    SCHEMA = "commands/1"

    act: str | None = Field(description="FRBR expression IRI of the amending act; null for a fragment.")
    coverage: CoverageData = Field(description="What was understood, in characters.")
    commands: tuple[CommandData, ...] = Field(description="The commands in the order of the text.")
    findings: tuple[FindingData, ...] = Field(description="All findings, those of the commands included.")


def reading_data(reading: Reading) -> ReadingData:
    """Return a reading as published data."""
    return ReadingData(
        act=known_iri(reading.act),
        coverage=CoverageData(characters=reading.coverage.characters, claimed=reading.coverage.claimed),
        commands=tuple(command_data(command) for command in reading.commands),
        findings=findings_data(reading.findings),
    )


def reading_json(reading: Reading) -> str:
    """Return a reading as JSON text, by the contract of ``lexkz commands --json``."""
    return reading_data(reading).json_text()


def command_data(command: Command) -> CommandData:
    """Return one command as published data."""
    only_where_they_apply: dict[str, Any] = {}
    if command.times is not None:
        only_where_they_apply["times"] = command.times
    if command.excepted:
        only_where_they_apply["excepted"] = tuple(_target(address) for address in command.excepted)
    if command.beside is not None:
        only_where_they_apply["beside"] = command.beside
    if command.position is not None:
        only_where_they_apply["position"] = command.position
    if command.anchor is not None:
        only_where_they_apply["anchor"] = _target(command.anchor)
    if command.renumber_to:
        only_where_they_apply["renumber_to"] = tuple(_target(address) for address in command.renumber_to)
    if command.since is not None:
        only_where_they_apply["since"] = command.since
    if command.until is not None:
        only_where_they_apply["until"] = command.until
    if command.unread:
        only_where_they_apply["unread"] = command.unread
    return CommandData(
        id=command.id,
        action=command.action,
        base=_base(command.base),
        targets=tuple(_target(address) for address in command.targets),
        instruction=command.instruction,
        content=command.content,
        annex=_annex(command.annex),
        old=command.old,
        new=command.new,
        everywhere=command.everywhere,
        source=SourceData(page=command.source.page, eId=command.source.eid),
        findings=findings_data(command.findings),
        **only_where_they_apply,
    )


def _base(base: BaseAct) -> BaseActData:
    known: dict[str, Any] = {"joint": base.joint} if base.joint else {}
    return BaseActData(iri=base.iri, type=base.type, title=base.title, date=base.date, number=base.number, **known)


def _annex(numbers: tuple[str, ...]) -> str | tuple[str, ...] | None:
    if not numbers:
        return None
    return numbers[0] if len(numbers) == 1 else numbers


def _target(address: Address) -> TargetData:
    return TargetData(address=tuple(_step(step) for step in address))


def _step(step: Step) -> StepData:
    known: dict[str, str | None] = {"kind": step.kind}
    if step.number is not None or step.kind not in NAMED | BARE:
        known["number"] = step.number
    if step.name is not None or step.kind in NAMED:
        known["name"] = step.name
    return StepData.model_validate(known)
