"""Writing commands in the official manner: what a language must be able to say. The inverse of reading."""

from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast


@dataclass(frozen=True, slots=True)
class WrittenUnit:
    """One step of an address, to be written."""

    kind: str
    numbers: tuple[str, ...] = ()
    """Numbers of units side by side; empty where the unit has none."""
    name: str | None = None


class Writer(Protocol):
    """What each language module ``languages.<lang>.writing`` offers."""

    def path(self, units: tuple[WrittenUnit, ...], case: str) -> str:
        """Return an address given outermost unit first, its last unit in ``case``.

        Cases: ``nom``, ``gen``, ``loc``, ``ins``, ``dat``, ``after``, ``before``, ``dictionary``.
        """

    def joined(self, parts: tuple[str, ...]) -> str:
        """Return parts as a list: "a, b and c"."""

    def opening(self, name: str, annex: str | None) -> str:
        """Return the line that opens an approved act, or an annex of it (of the base act where ``name`` is "")."""

    def place(self, name: str) -> str:
        """Return the line that opens a table by its name."""

    def base(self, title: str | None, kind: str, date: str | None, number: str | None, registration: str | None) -> str:
        """Return the line that opens a base act."""

    def cited_act(
        self, title: str | None, kind: str, date: str | None, number: str | None, registration: str | None = None
    ) -> str:
        """Return an act cited in full, in the case in which it loses force."""

    def sentence(self, key: str, **parts: str) -> str:
        """Return the sentence of the pattern ``key`` with its ``parts``. Raises KeyError for an unknown pattern."""

    def quoted_things(self, count: int, case: str) -> str:
        """Return "the word" or "the words" in ``case``."""


def writer(lang: str) -> Writer:
    """Return the writer of ``lang`` (``kaz``, ``rus``)."""
    return cast(Writer, import_module(f"lexkz.languages.{lang}.writing"))
