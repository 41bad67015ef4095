"""The catalogue of findings as published data: what each code says, what a person can do, an example."""

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from lexkz.findings import CatalogueEntry, Message, Severity
from lexkz.publication.data import Data, Document
from lexkz.publication.finding_json import MessageData


class ExampleData(Data):
    """What raises a finding; made up."""

    form: Literal["kaz", "rus", "eng", "file"] = Field(
        description="Language of the words; `file`: they are a piece of a file."
    )
    text: str = Field(description="A line of text, or the situation.")


class EntryData(Data):
    """One sentence of the catalogue; a code can have several."""

    code: str = Field(description="Code of the finding.")
    severity: Severity = Field(description="The usual severity of the finding.")
    message: MessageData = Field(description="The sentence; what changes from case to case stands as `{name}`.")
    advice: MessageData = Field(description="What a person can do about it.")
    example: ExampleData = Field(description="What raises it.")


class CatalogueData(Document):
    """Codes of findings with what they say."""

    SCHEMA = "catalogue/1"

    entries: tuple[EntryData, ...] = Field(description="Entries, one a sentence, in the order of the work.")


def catalogue_json(entries: Iterable[CatalogueEntry]) -> str:
    """Return entries of the catalogue as JSON text: ``{"entries": […]}``."""
    return CatalogueData(
        entries=tuple(
            EntryData(
                code=entry.code,
                severity=entry.severity,
                message=_message(entry.message),
                advice=_message(entry.advice),
                example=ExampleData(form=entry.example.form, text=entry.example.text),
            )
            for entry in entries
        )
    ).json_text()


def _message(message: Message) -> MessageData:
    return MessageData(kaz=message.kaz, rus=message.rus, eng=message.eng)
