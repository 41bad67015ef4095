"""An edition: the JSON of a file as its nodes and what is said of the act beside them."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lexkz.reading import encoding
from lexkz.reading.blocks import SourceError
from lexkz.reading.limits import deep, tick

_ID = re.compile(r"[\w.:-]{1,100}")
_TEXTS = ("text", "html", "value", "content", "title", "name")
"""Where a node can hold its text, the usual place first."""
_BELOW = ("children", "content", "nodes", "items", "childs")
"""Where a node can hold further nodes, should the list not be flat."""


@dataclass(frozen=True, slots=True)
class EditionLimits:
    """What an edition may be at most; beyond, it is refused."""

    nodes: int = 1_000_000
    depth: int = 100
    """Levels of nodes within nodes."""


@dataclass(frozen=True, slots=True)
class Node:
    """One node of an edition, whatever the file calls its parts."""

    type: str
    """As written; ``""`` where it is missing."""
    text: str
    level: int | None = None
    index: str = ""
    """As written, where it is a string; a bare ordinal says nothing."""
    id: str = ""
    properties: Mapping[str, Any] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    """Text in fields that no node is known to have."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The nodes of an act and the record that they stand in."""

    nodes: tuple[Node, ...]
    record: Mapping[str, Any]
    """The outermost object of the file, ``{}`` for a bare list of nodes."""


def parse(data: bytes, name: str, limits: EditionLimits | None = None) -> Edition:
    """Return the edition in the bytes of a file; raises SourceError for what is no JSON, or holds no act."""
    limits = limits or EditionLimits()
    text = encoding.decode(data, name)
    try:
        loaded: object = json.loads(text)
    except RecursionError:
        raise SourceError(
            f"{name} nests its JSON too deeply: give one edition of an act as the bank sends it."
        ) from None
    except ValueError as error:
        said = error.msg if isinstance(error, json.JSONDecodeError) else "a number that is too long"
        raise SourceError(f"{name} is no JSON ({said}): save the answer of the bank as it comes.") from None
    found = _content(loaded)
    if found is None:
        raise SourceError(
            f"{name} is JSON without the text of an act: give one edition of the control bank, with its content."
        )
    nodes = tuple(_flat(found, name, limits))
    return Edition(nodes, loaded if isinstance(loaded, dict) else {})


def _content(loaded: object) -> list[Any] | None:
    """Return the first list of nodes, breadth first: bare, under ``content``, or in an object around it."""
    level: list[object] = [loaded]
    for _ in range(5):
        for value in level:
            if isinstance(value, list) and any(_is_node(item) for item in value):
                return value
            if isinstance(value, dict) and isinstance(content := value.get("content"), str) and content.strip():
                return [{"type": "text", "text": content}]
        below: list[object] = []
        for value in level:
            if isinstance(value, dict):
                # The content goes before other lists, such as that of editions.
                below.extend(sorted(value.values(), key=lambda item: item is not value.get("content")))
        level = below
    return None


def _is_node(item: object) -> bool:
    return (
        isinstance(item, dict) and isinstance(item.get("type"), str) and any(key in item for key in (*_TEXTS, *_BELOW))
    )


def _flat(items: list[Any], name: str, limits: EditionLimits) -> Iterator[Node]:
    """Yield the nodes in document order, those within nodes after them."""
    stack: list[tuple[Iterator[Any], int]] = [(iter(items), 0)]
    count = 0
    while stack:
        item = next(stack[-1][0], stack)
        if item is stack:
            stack.pop()
            continue
        count += 1
        tick()
        deep(len(stack))
        if count > limits.nodes:
            raise SourceError(f"{name} has more than {limits.nodes} nodes: give one edition of one act.")
        depth = len(stack) - 1
        if not isinstance(item, dict):
            if isinstance(item, str | int | float) and not isinstance(item, bool):
                yield Node("", str(item), depth)
            continue
        yield _node(item, depth)
        for key in _BELOW:
            if isinstance(item.get(key), list):
                if len(stack) > limits.depth:
                    raise SourceError(f"{name} nests its nodes too deeply: give one edition as the bank sends it.")
                stack.append((iter(item[key]), depth + 1))
                break


def _node(item: dict[str, Any], depth: int) -> Node:
    level = item.get("level")
    index, ident, kind = item.get("index"), item.get("id"), item.get("type")
    source = next((key for key in _TEXTS if _string(item.get(key)).strip()), "text")
    properties = item.get("properties")
    known = {"id", "type", "level", "index", "properties", source}
    return Node(
        kind if isinstance(kind, str) else "",
        _string(item.get(source)),
        # Where nodes stand in nodes, their depth is their level.
        level + depth if isinstance(level, int) and not isinstance(level, bool) else depth or None,
        index.strip() if isinstance(index, str) else "",
        str(ident) if isinstance(ident, str | int) and _ID.fullmatch(str(ident)) else "",
        properties if isinstance(properties, dict) else {},
        tuple(
            value for key, value in item.items() if key not in known and isinstance(value, str) and " " in value.strip()
        ),
    )


def _is_text(value: object) -> bool:
    """Tell whether a field could hold words of the act; names and dates are one word."""
    return isinstance(value, str) and " " in value.strip()


def _string(value: object) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""
