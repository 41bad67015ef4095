"""The JSON Schemas of what is published, by name: ``act/1``."""

from typing import Any


def schema_names() -> tuple[str, ...]:
    """Return the names of all published documents, each with its version.

    >>> import lexkz
    >>> lexkz.schema_names()[:3]
    ('act-changes/1', 'act/1', 'acts/1')
    """
    from lexkz.publication.schemas import documents

    return tuple(model.SCHEMA for model in documents())


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a document, by its name or by the id that its ``schema`` field holds.

    Raises :class:`lexkz.SourceError` where there is none of that name.

    >>> import lexkz
    >>> lexkz.schema("urn:lexkz:schema/tables/1")["title"]
    'tables/1'
    """
    from difflib import get_close_matches

    from lexkz.publication import schemas
    from lexkz.publication.data import SCHEMAS
    from lexkz.reading.blocks import SourceError

    wanted = name.removeprefix(SCHEMAS).removesuffix(".json")
    there = {model.SCHEMA: model for model in schemas.documents()}
    found = there.get(wanted) or there.get(f"{wanted}/1")
    if found is None:
        near = ", ".join(get_close_matches(wanted, there, n=3) or sorted(there))
        raise SourceError(f"There is no schema {name}: there are {near}.")
    return schemas.schema(found)
