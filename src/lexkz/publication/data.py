"""What all published data share: models that say which fields they have, and the one way JSON is written."""

import json
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from lexkz.akn.iris import NO_NUMBER, UNKNOWN_DATE

SCHEMAS = "urn:lexkz:schema/"
"""What the ids of the schemas begin with, before name and version: ``urn:lexkz:schema/act/1``. A name, no address: the
schemas stand in ``docs/schema/`` under the same name and version."""

Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
"""A day, as ISO has it: ``2024-09-30``."""


def known_iri(iri: str | None) -> str | None:
    """Return an IRI where the date and number of its act are known, else None: what is not known is null."""
    if iri is None:
        return None
    unnamed = any(part == NO_NUMBER or part.startswith(f"{NO_NUMBER}-") for part in iri.split("/"))
    return None if unnamed or UNKNOWN_DATE in iri.split("/") else iri


class Data(BaseModel):
    """Base of the published models. A field that was not given is left out of the JSON; None is written as null."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def as_json(self) -> dict[str, Any]:
        """Return the value that the JSON text holds, fields in the order of the model."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)

    def json_text(self) -> str:
        """Return the JSON text: letters as they are, indented, one trailing newline."""
        # json.dumps indents in Python, forty times slower; what it gives is the same.
        return self.model_dump_json(indent=2, by_alias=True, exclude_unset=True) + "\n"

    def json_line(self) -> str:
        """Return the JSON text in one line, with its newline."""
        return json.dumps(self.as_json(), ensure_ascii=False) + "\n"


class Document(Data):
    """Base of what is published by itself: its first field names the schema that it follows."""

    SCHEMA: ClassVar[str]
    """Name and version, ``act/1``. It is raised where a field is changed or removed, not where one is added."""

    schema_: str | None = Field(
        None, alias="schema", description="Id of the JSON Schema that this document follows, its version last."
    )

    @classmethod
    def schema_id(cls) -> str:
        """Return the id of the schema."""
        return SCHEMAS + cls.SCHEMA

    def as_json(self) -> dict[str, Any]:
        """Return the value that the JSON text holds, the id of its schema first."""
        return {"schema": self.schema_id(), **{k: v for k, v in super().as_json().items() if k != "schema"}}

    def json_text(self) -> str:
        """Return the JSON text, the id of its schema first."""
        named = self if self.schema_ == self.schema_id() else self.model_copy(update={"schema_": self.schema_id()})
        return super(Document, named).json_text()
