"""The JSON Schemas (2020-12) of all published documents, generated from their models.

``python -m lexkz.publication.schemas docs/schema`` writes them: ``act/1.json`` and so on, and ``fields.json``,
which locks the fields of every version. A field that is locked is never changed, renamed or removed under the same
version: the version of the model is raised instead, and the old schema stays. New fields are added to the lock.
"""

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from lexkz import publication
from lexkz.publication.data import Document

DIALECT = "https://json-schema.org/draft/2020-12/schema"
LOCK = "fields.json"
_OPTIONAL = ", where it applies"

Lock = dict[str, dict[str, str]]
"""Schema to its fields, each with what it holds."""


class LockedError(ValueError):
    """A locked field was changed; the text is one sentence that says which and what to do."""


def documents() -> tuple[type[Document], ...]:
    """Return the models of all documents, by name: those of the modules named ``…_json`` and ``…_data``."""
    for module in pkgutil.iter_modules(publication.__path__):
        if module.name.endswith(("_json", "_data")):
            importlib.import_module(f"lexkz.publication.{module.name}")
    ours = [model for model in Document.__subclasses__() if model.__module__.startswith("lexkz.publication.")]
    return tuple(sorted(ours, key=lambda model: model.SCHEMA))


def schema(model: type[Document]) -> dict[str, Any]:
    """Return the JSON Schema of a document.

    It is open: fields that it does not name can be added under the same version, and names to a list of them.
    """
    made = model.model_json_schema(mode="serialization", by_alias=True, schema_generator=_Generator)
    body = _plain(made)
    body["properties"]["schema"] = {**body["properties"]["schema"], "const": model.schema_id()}
    body["properties"]["schema"].pop("anyOf")
    body["required"] = ["schema", *(name for name in body.get("required", ()) if name != "schema")]
    return {"$schema": DIALECT, "$id": model.schema_id(), "title": model.SCHEMA, **body}


class _Generator(GenerateJsonSchema):
    """Without titles, which pydantic makes of the names."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 (its signature)
        return False


def _plain(value: Any) -> Any:
    """Take out what says nothing of the data: titles, defaults (such a field is left out), that models are closed."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    model = "properties" in value
    return {
        key: {name: _plain(each) for name, each in one.items()} if key in ("properties", "$defs") else _plain(one)
        for key, one in value.items()
        if key != "default" and not (model and key in ("title", "additionalProperties"))
    }


def fields(made: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields of a schema with what each holds: ``units.eId`` by the model's name, ``UnitData.eId``."""
    found: dict[str, str] = {}
    for name, part in (("", made), *made.get("$defs", {}).items()):
        required = set(part.get("required", ()))
        for field, holds in part.get("properties", {}).items():
            said = _shape(holds) + ("" if field in required else _OPTIONAL)
            found[f"{name}.{field}".removeprefix(".")] = said
    return found


def _shape(holds: Mapping[str, Any]) -> str:
    """What a field holds, without its description and format, which forbid nothing: as compact JSON."""
    return json.dumps(_without_notes(holds), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _without_notes(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_notes(one) for one in value]
    if isinstance(value, dict):
        return {key: _without_notes(one) for key, one in value.items() if key not in ("description", "format")}
    return value


def locked(made: Mapping[str, dict[str, Any]], lock: Lock) -> Lock:
    """Return the lock with the schemas ``made`` (name and version to schema) entered.

    Raises LockedError where a field of the same version is not as it was locked, and where a new one is required:
    documents that were written before do not have it.
    """
    grown = {name: dict(known) for name, known in lock.items()}
    for name, one in made.items():
        known, now = grown.setdefault(name, {}), fields(one)
        for field, shape in known.items():
            if not _keeps(shape, now.get(field)):
                said = f"holds {now[field]}, not {shape}" if field in now else "is gone"
                raise LockedError(f"{name}: the field {field} {said}: raise the version of the schema.")
        for field, shape in now.items():
            models = {each.rpartition(".")[0] for each in known}
            if known and field not in known and _required(shape) and field.rpartition(".")[0] in models:
                raise LockedError(
                    f"{name}: the new field {field} is required: let it be left out, or raise the version."
                )
        known.update(now)
    return grown


def _keeps(old: str, new: str | None) -> bool:
    """True where a field still holds what it held; a list of names can have grown."""
    if new is None or _required(old) != _required(new):
        return False
    return _grown(json.loads(old.removesuffix(_OPTIONAL)), json.loads(new.removesuffix(_OPTIONAL)))


def _grown(old: Any, new: Any) -> bool:
    if isinstance(old, dict) and isinstance(new, dict):
        return old.keys() == new.keys() and all(
            set(one) <= set(new[key]) if key == "enum" else _grown(one, new[key]) for key, one in old.items()
        )
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_grown, old, new))
    return bool(old == new)


def _required(shape: str) -> bool:
    return not shape.endswith(_OPTIONAL)


def files(lock: Lock) -> Iterator[tuple[str, str]]:
    """Give the files of ``docs/schema/``: path and text; ``lock`` is what is locked so far. Raises LockedError."""
    made = {model.SCHEMA: schema(model) for model in documents()}
    for name, one in made.items():
        yield f"{name}.json", _text(one)
    yield LOCK, _text(dict(sorted(locked(made, lock).items())))


def read_lock(folder: Path) -> Lock:
    """Return what is locked in a folder of schemas; nothing where there is no lock yet."""
    path = folder / LOCK
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def main(folder: Path) -> None:
    """Write the schemas into ``folder``. Raises LockedError; nothing is written then."""
    for name, text in tuple(files(read_lock(folder))):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
