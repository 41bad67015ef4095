"""Values of the model as JSON and back, typed: what a build keeps for the next one, and for its own second stage.

Not pickle, since a shared folder is no place for what can run when it is read; and not the published JSON, which leaves
out what only lexkz needs.
"""

import json
import types
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Convert = Callable[[Any], Any]


def dump(value: Any) -> bytes:
    """Return a dataclass as JSON in one line: fields by name, those that have their default left out."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode()


def load(kind: type[T], data: bytes | str) -> T:
    """Return the value of the dataclass ``kind`` that :func:`dump` wrote.

    Raises ValueError where the data are no JSON or no such value.
    """
    try:
        made: T = _reader(cast(Hashable, kind))(json.loads(data))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"Not a {kind.__name__}: {error}") from None
    return made


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return {
        name: _plain(item)
        for name, default in _defaults(cast(Hashable, type(value)))
        if (item := getattr(value, name)) != default
    }


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in fields(kind))


@cache
def _reader(kind: Any) -> _Convert:
    """What makes a value of the type ``kind`` from JSON."""
    if kind is date:
        return date.fromisoformat
    if is_dataclass(kind):
        assert isinstance(kind, type)
        return _dataclass(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        (one,) = (each for each in inner if each is not type(None))
        convert = _reader(one)
        return lambda value: None if value is None else convert(value)
    if origin is tuple:
        if len(inner) == 2 and inner[1] is ...:
            convert = _reader(inner[0])
            return lambda value: tuple(convert(item) for item in value)
        converts = tuple(_reader(each) for each in inner)
        return lambda value: tuple(convert(item) for convert, item in zip(converts, value, strict=True))
    if origin is dict:
        convert = _reader(inner[1])
        return lambda value: {key: convert(item) for key, item in value.items()}
    if kind in (str, int, bool) or origin is Literal:
        return lambda value: value
    raise TypeError(f"{kind} has no place among the values that are kept")


def _dataclass(kind: type) -> _Convert:
    hints = get_type_hints(kind)
    known = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    required = {field.name for field in fields(kind) if field.default is MISSING}

    def convert(value: dict[str, Any]) -> Any:
        # A default that is MISSING compares unlike anything, so that what is required is always there.
        if not required <= value.keys():
            raise KeyError(", ".join(sorted(required - value.keys())))
        return kind(**{name: known[name](item) for name, item in value.items()})

    return convert
