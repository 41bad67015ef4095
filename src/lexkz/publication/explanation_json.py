"""One command explained, as published data: ``lexkz explain --json``."""

from typing import Literal

from pydantic import Field

from lexkz.amendment.explain import Explanation
from lexkz.publication.data import Data, Document
from lexkz.publication.finding_json import MessageData
from lexkz.publication.reading_json import CommandData, command_data


class PartData(Data):
    """A stretch of the instruction."""

    text: str = Field(description="The words as printed.")
    role: Literal["where", "name", "act", "old", "new", "annex", "verb", "manner", "mark", "unread"] = Field(
        description="What they do in the sentence; `unread`: they were not understood."
    )


class ExplanationData(Document):
    """How one command was read: `lexkz explain --json`."""

    SCHEMA = "explanation/1"

    command: CommandData = Field(description="The command, as in the commands of its act.")
    parts: tuple[PartData, ...] = Field(description="The instruction in order.")
    targets: tuple[str, ...] = Field(description="Each target in words of the act's language, outermost unit first.")
    effect: MessageData = Field(description="What will happen to the base act.")


def explanation_json(told: Explanation) -> str:
    """Return an explanation as JSON text."""
    effect = told.effect
    return ExplanationData(
        command=command_data(told.command),
        parts=tuple(PartData(text=part.text, role=part.role) for part in told.parts),
        targets=told.targets,
        effect=MessageData(kaz=effect.kaz, rus=effect.rus, eng=effect.eng),
    ).json_text()
