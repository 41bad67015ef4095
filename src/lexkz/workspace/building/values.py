"""Values of the model as JSON and back, typed: what a build keeps for the next one, and for its own second stage.

Not pickle, since a shared folder is no place for what can run when it is read; and not the published JSON, which leaves
out what only lexkz needs. pydantic knows how by the types of the fields.
"""

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

T = TypeVar("T")


def dump(value: Any) -> bytes:
    """Return a dataclass as JSON in one line: fields by name, those that have their default left out."""
    return _adapter(cast(Hashable, type(value))).dump_json(value, exclude_defaults=True)


def load(kind: type[T], data: bytes | str) -> T:
    """Return the value of the dataclass ``kind`` that :func:`dump` wrote.

    Raises ValueError where the data are no JSON or no such value.
    """
    made: T = _adapter(cast(Hashable, kind)).validate_json(data)
    return made


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
