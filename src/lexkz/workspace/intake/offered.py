"""What a source offers, as values: a text of an act, and what could not be offered, with why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from lexkz.findings import Finding
from lexkz.reading.blocks import Lang

RECORDS = ("meta.yaml", "meta.yml")
"""What says of an act what its texts do not say, in its folder."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One text of one act."""

    where: str
    """Its place in the source, as a report shows it."""
    ending: str
    """Of its file, without the full stop."""
    read: Callable[[], bytes] = field(repr=False)
    folder: str | None = None
    """The folder of its act in the source: path from the top; None for a saved file, which says itself what it is."""
    act: str | None = None
    """Id of the act, where the name of its folder or file says it."""
    lang: Lang | None = None
    """Language, where the name says it."""
    day: date | None = None
    """From which day the act reads so; None where nothing says it."""
    by: tuple[str, ...] = ()
    """Codes of the acts that made it read so."""


@dataclass(frozen=True, slots=True)
class NotOffered:
    """Something in the source that is not taken."""

    where: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Offers:
    """All that a source offers, in its own order, oldest first."""

    kind: Literal["git", "folder"]
    texts: tuple[Offered, ...]
    refused: tuple[NotOffered, ...] = ()
    passed: int = 0
    """Files that are no texts of acts: not read, and not counted as refused."""
    records: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    """Folder of an act in the source to what gives its newest record."""
    gone: frozenset[str] = frozenset()
    """Folders of which only the history knows: they were renamed, or their acts taken out."""
