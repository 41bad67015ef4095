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

    def opening(self, name: str, annex: str | None, kind: str | None = None) -> str:
        """Return the line that opens an approved act, or an annex of it (of the base act where ``name`` is "").

        ``kind`` is that of the base act, an order where it is not known.
        """

    def approved(self, name: str, kind: str | None = None) -> str:
        """Return an approved act as the target of a command: «Правила …, утвержденные указанным приказом,»."""

    def by_act(self, kind: str) -> str:
        """Return the noun of the act that commands, as it stands where an annex of that act is named."""

    def place(self, name: str) -> str:
        """Return the line that opens a table by its name."""

    def base(
        self,
        title: str | None,
        kind: str,
        date: str | None,
        number: str | None,
        registration: str | None,
        *,
        additions: bool = False,
        author: str | None = None,
    ) -> str:
        """Return the line that opens a base act; ``additions``: it announces additions, too."""

    def amending_title(
        self,
        title: str | None,
        kind: str,
        date: str | None,
        number: str | None,
        *,
        additions: bool = False,
        author: str | None = None,
    ) -> str:
        """Return the title of an act that amends one."""

    def enacting(self, kind: str) -> str:
        """Return the preamble of a kind of act, a blank in place of its grounds; "" where it has none."""

    def requisites(self, kind: str, author: str | None, date: str | None, number: str | None) -> str:
        """Return the line of kind, body, day and number; blanks for what is None."""

    def own_corner_mark(self, kind: str, annex: str, date: str | None, number: str | None) -> tuple[str, ...]:
        """Return the lines of the corner mark of the act's own annex."""

    def own_unit(self, kind: str, number: int) -> str:
        """Return the printed number of an act's own unit."""

    def entry_clause(self, kind: str) -> str:
        """Return the clause of entry into force as the law has it where an act says nothing else: ten calendar days
        after the day of its first official publication (Law on Legal Acts, article 42)."""

    def cited_act(
        self, title: str | None, kind: str, date: str | None, number: str | None, registration: str | None = None
    ) -> str:
        """Return an act cited in full, in the case in which it loses force."""

    def sentence(self, key: str, **parts: str) -> str:
        """Return the sentence of the pattern ``key`` with its ``parts``. Raises KeyError for an unknown pattern."""

    def quoted_things(self, count: int, case: str, *, figures: bool = False) -> str:
        """Return "the word" or "the words" in ``case``; "the figure" or "the figures" where that is what is quoted."""


def writer(lang: str) -> Writer:
    """Return the writer of ``lang`` (``kaz``, ``rus``)."""
    return cast(Writer, import_module(f"lexkz.languages.{lang}.writing"))
