"""What all published data share: models that say which fields they have, and the one way JSON is written."""

import json
from typing import Any

from pydantic import BaseModel, ConfigDict

from lexkz.akn.iris import NO_NUMBER, UNKNOWN_DATE


def known_iri(iri: str | None) -> str | None:
    """Return an IRI where the date and number of its act are known, else None: what is not known is null."""
    if iri is None or UNKNOWN_DATE in iri.split("/") or NO_NUMBER in iri.split("/"):
        return None
    return iri


class Data(BaseModel):
    """Base of the published models. A field that was not given is left out of the JSON; None is written as null."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def as_json(self) -> dict[str, Any]:
        """Return the value that the JSON text holds, fields in the order of the model."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)

    def json_text(self) -> str:
        """Return the JSON text: letters as they are, indented, one trailing newline."""
        return json.dumps(self.as_json(), ensure_ascii=False, indent=2) + "\n"
