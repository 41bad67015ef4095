"""The store as a reader has it: one class, whose methods are the questions that can be asked."""

import re
import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from lexkz.publication.changed_json import UnitChangesData
from lexkz.publication.store_json import (
    ActInfoData,
    ChangeData,
    CitationData,
    CommandOutcomeData,
    ExpressionInfoData,
    FoundData,
    UnitHistoryData,
    UnitTextData,
)
from lexkz.reading.blocks import SourceError
from lexkz.workspace.store import acts as _acts
from lexkz.workspace.store import over_time, relations, searching, unit_names, unit_texts
from lexkz.workspace.store.acts import ActFilters
from lexkz.workspace.store.connection import DEFAULT, connect, limited
from lexkz.workspace.store.no_such_text import Missing
from lexkz.workspace.store.over_time import DaySpan
from lexkz.workspace.store.searching import Filters
from lexkz.workspace.store.unit_names import NamedUnit

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Store:
    """A store that ``lexkz index`` wrote, open for reading; use it in one thread at a time, and as a context.

    Acts are named by folder (``V2300032875``) or by work IRI, days are ISO. A day stands for the text by which acts
    are dated: see :class:`ExpressionInfoData`. What it answers is what is published. Every question may take
    ``seconds`` at most, else it raises SlowQueryError.
    """

    connection: sqlite3.Connection
    seconds: float

    @classmethod
    def open(cls, path: str | Path, *, seconds: float = 10.0) -> Self:
        """Open the store at ``path``, or in the workspace there where it is a folder.

        Raises SourceError where there is none that this version of lexkz wrote.
        """
        place = Path(path)
        return cls(connect(place / DEFAULT if place.is_dir() else place), seconds)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def search(
        self,
        query: str,
        *,
        at: str | None = None,
        lang: str | None = None,
        act: str | None = None,
        kind: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> FoundData:
        """Return the units that hold all words of ``query``, in any of their forms, best first.

        Words in quotes are found as they stand; look-alike letters, dashes and quotes are folded. Where no unit has the
        words, they are looked for as parts of words. ``at`` looks in the texts of that day, else the newest texts are
        looked in; ``kind`` is that of units (``paragraph``, ``row`` …). No query is an error.
        """
        with limited(self.connection, self.seconds):
            return searching.search(self.connection, query, Filters(_day(at), lang, act, kind), limit, offset)

    def acts(
        self, filters: ActFilters | None = None, *, limit: int = 100, after: tuple[str, str] | None = None
    ) -> tuple[ActInfoData, ...]:
        """Return up to ``limit`` acts, each in each language, by folder; ``after`` ends the page before."""
        with limited(self.connection, self.seconds):
            return _acts.acts(self.connection, filters or ActFilters(), limit, after)

    def count(self, filters: ActFilters | None = None) -> int:
        """Return how many acts there are, each language counted."""
        with limited(self.connection, self.seconds):
            return _acts.count(self.connection, filters or ActFilters())

    def act(self, name: str) -> tuple[ActInfoData, ...]:
        """Return the act of this folder or work IRI, once for each language; empty where there is none.

        Several folders are given where more than one has the IRI.
        """
        with limited(self.connection, self.seconds):
            return _acts.named(self.connection, name)

    def expressions(self, name: str, lang: str) -> tuple[ExpressionInfoData, ...] | Missing:
        """Return the versions of an act, oldest first."""
        with limited(self.connection, self.seconds):
            doc = _acts.document(self.connection, name, lang)
            return doc if isinstance(doc, Missing) else tuple(_acts.expressions(self.connection, doc).values())

    def expression(self, name: str, lang: str, at: str | None = None) -> ExpressionInfoData | Missing:
        """Return the version that stands on the day ``at``, the newest for None; or why there is none."""
        with limited(self.connection, self.seconds):
            doc = _acts.document(self.connection, name, lang)
            found = doc if isinstance(doc, Missing) else _acts.expression_at(self.connection, doc, _day(at))
            return found if isinstance(found, Missing) else found[1]

    def xml(self, expression: ExpressionInfoData) -> bytes:
        """Return the Akoma Ntoso file of a version, as the build wrote it."""
        with limited(self.connection, self.seconds):
            return _acts.xml(self.connection, *self._place(expression))

    def findings(self, expression: ExpressionInfoData) -> str | None:
        """Return what the build found in a version, as a published JSON list; None where its data were not there."""
        with limited(self.connection, self.seconds):
            return _acts.findings(self.connection, *self._place(expression))

    def report(self, expression: ExpressionInfoData) -> bytes | None:
        """Return how a version was made and its proofs, as the build wrote it; None for a text as it was published."""
        with limited(self.connection, self.seconds):
            return _acts.report(self.connection, *self._place(expression))

    def unit(self, name: str, lang: str, eid: str, at: str | None = None) -> UnitTextData | Missing:
        """Return a unit with its text on the day ``at``, the newest for None; or why there is none."""
        with limited(self.connection, self.seconds):
            doc = _acts.document(self.connection, name, lang)
            return doc if isinstance(doc, Missing) else unit_texts.unit_at(self.connection, doc, eid, _day(at))

    def quick_unit(self, work: str, lang: str, eid: str, at: str | None = None) -> UnitTextData | None:
        """Return what :meth:`unit` does for a work IRI, by one look-up; None where that does not tell."""
        return unit_texts.quick_unit(self.connection, work, lang, eid, _day(at))

    def unit_history(self, name: str, lang: str, eid: str) -> UnitHistoryData | Missing:
        """Return all wordings of a unit and all commands that changed it, what holds it, or what it holds."""
        with limited(self.connection, self.seconds):
            doc = _acts.document(self.connection, name, lang)
            if isinstance(doc, Missing):
                return doc
            return relations.unit_history(self.connection, doc, eid) or Missing("unit")

    def changes(self, name: str, lang: str) -> tuple[ChangeData, ...] | Missing:
        """Return all that amending acts did to an act, in the order of its versions."""
        with limited(self.connection, self.seconds):
            doc = _acts.document(self.connection, name, lang)
            return doc if isinstance(doc, Missing) else relations.changes_of(self.connection, doc)

    def changed(
        self,
        since: str | None = None,
        until: str | None = None,
        *,
        lang: str | None = None,
        act: str | None = None,
        unit: str | None = None,
        limit: int = 100,
        after: str | None = None,
    ) -> UnitChangesData:
        """Return what changed over all acts from one ISO day to another, both included, a page of ``limit`` changes.

        Each has its unit's text before and after, its command and the act that it is by. ``act`` is a folder or a work
        IRI, ``unit`` an eId of it; ``after`` is what stood in ``next`` of the page before.
        """
        span = DaySpan(_day(since), _day(until), lang, act, unit)
        with limited(self.connection, self.seconds):
            return over_time.changed(self.connection, span, limit, after)

    def named(self, unit: str, act: str | None = None, lang: str | None = None) -> tuple[NamedUnit, ...]:
        """Return what act, language and eId a unit has that is named by IRI, or by eId or words («пункт 2») of ``act``.

        It is given for each language in which the act has it. Raises SourceError where there is none, or several.
        """
        with limited(self.connection, self.seconds):
            return unit_names.named(self.connection, unit, act, lang)

    def citing(self, work: str, eid: str | None = None) -> tuple[CitationData, ...]:
        """Return the references to an act by work IRI; with ``eid``, those to that unit and to units below it."""
        with limited(self.connection, self.seconds):
            return relations.citing(self.connection, work, eid)

    def commands(self, name: str, lang: str) -> tuple[CommandOutcomeData, ...] | Missing:
        """Return the commands of an amending act, each with what became of it."""
        with limited(self.connection, self.seconds):
            doc = _acts.document(self.connection, name, lang)
            return doc if isinstance(doc, Missing) else relations.commands_of(self.connection, doc)

    def amending(self, work: str, lang: str | None = None) -> tuple[CommandOutcomeData, ...]:
        """Return the commands of all acts that amend an act, by its work IRI."""
        with limited(self.connection, self.seconds):
            return relations.amending(self.connection, work, lang)

    def extracts(self, expression: ExpressionInfoData, kind: str) -> tuple[str, ...]:
        """Return the tables (``kind="table"``) or forms (``"form"``) of a version, each as published JSON."""
        with limited(self.connection, self.seconds):
            doc, seq = self._place(expression)
            return relations.extracts(self.connection, doc, kind, seq)

    def _place(self, expression: ExpressionInfoData) -> tuple[int, int]:
        doc = _acts.document(self.connection, expression.act, expression.lang)
        assert not isinstance(doc, Missing), "the expression is another store's"
        return doc, _acts.place(self.connection, doc, expression)


def is_day(text: str) -> bool:
    """Return True for a day of the calendar as ISO 8601 writes it, ``2024-12-01``, and for nothing else."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _day(at: str | None) -> str | None:
    if at is not None and not is_day(at):
        raise SourceError(f"{at[:20]!r} is not a day: write it as 2024-12-01.")
    return at
