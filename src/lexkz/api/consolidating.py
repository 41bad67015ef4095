"""Consolidating: a base act with the commands of others applied, its report and its proofs."""

import datetime
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lexkz.api.act import Act
from lexkz.api.amending import Commands, commands
from lexkz.api.reading import Source, as_act, source_path
from lexkz.findings import Finding
from lexkz.structure.model import Act as Tree

if TYPE_CHECKING:
    from lexkz.amendment.model import Reading
    from lexkz.consolidation.report import Proofs, Report
    from lexkz.consolidation.rulings import Ruling

ActLike = Act | Tree | Source
Published = datetime.date | Mapping[str, datetime.date] | None
"""Day of first official publication of all amending acts, or of each by its work IRI; else their cards say it."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Consolidated(Act):
    """A new expression of an act, with what is to be said of it. It is an act in every way."""

    report: "Report" = field(kw_only=True)
    """What became of each command, entry into force, proofs, findings."""
    by: tuple[Commands, ...] = field(kw_only=True)
    """What it was amended by."""

    @property
    def proofs(self) -> "Proofs":
        """The five proofs, each true where it holds; ``proofs.hold``: all do."""
        return self.report.proofs

    def report_json(self) -> str:
        """Return the report as JSON (schema ``report/1``)."""
        from lexkz.publication.report_json import report_json

        return report_json(self.report)

    def rulings_stub(self, there: str = "") -> str:
        """Return a ``rulings.toml`` with one undecided ruling for each finding that keeps a command back.

        ``there`` is the text of the file that is there already: all of it is kept.
        """
        from lexkz.akn.meta import read_identity
        from lexkz.consolidation.rulings import stubs

        return stubs(
            self.report.findings, [(read_identity(one.act.tree.root).work, one.reading) for one in self.by], there
        )

    def changes(self, to: Literal["html", "docx", "pdf"]) -> bytes:
        """Return the list of changes, one row a command, as a document. Raises SourceError for a missing extra."""
        from lexkz.publication.changes import changes_sheet
        from lexkz.publication.document import write

        return write(changes_sheet(self.tree, _pairs(self.by), self.report), to)

    def __reduce__(self) -> tuple[Callable[..., Act], tuple[object, ...]]:
        data = (self.to_akn(), self.tree.findings, self.published, self.report, self.by)
        return _restored, data


def consolidate(
    base: ActLike,
    by: ActLike | Iterable[ActLike],
    *,
    at: datetime.date | None = None,
    published: Published = None,
    rulings: "Sequence[Ruling] | Source" = (),
    witnesses: Iterable[ActLike] = (),
) -> Consolidated:
    """Apply the commands of amending acts to ``base`` and return the new expression, with its report and proofs.

    ``base`` and ``by`` are acts or paths of sources. ``at`` asks for the text of a day; without it all is applied, in
    the order of entry into force where that is known, else as given. ``rulings`` are decisions of persons on commands
    that would be refused, or the file that holds them. A command that cannot be applied beyond doubt is not applied:
    ``report.findings`` says why. ``witnesses`` are amending acts of ``by`` in the other language: a command of which
    the two texts disagree waits for a ruling (see :func:`lexkz.agree`). Neither ``base`` nor ``by`` is changed. Raises
    :class:`lexkz.SourceError` where a source or the rulings cannot be read, TypeError where a day is no date.

    >>> import lexkz
    >>> act = lexkz.read("corpus/V2400035172/kaz.txt")
    >>> base = lexkz.read("xml/V2300032875/kaz.xml")
    >>> new = lexkz.consolidate(base, by=[act])
    >>> new.proofs.hold, new.unit("att_1__para_31").number
    (True, '31')
    >>> sorted({outcome.outcome for outcome in new.report.commands})
    ['applied', 'other_base']
    """
    from lexkz.consolidation.consolidation import consolidate as applied

    at = _day(at, "at")
    held = _witnessed(readings(by), witnesses)
    text = as_act(base)
    decided = _decided(rulings)
    done = applied(text.tree, _pairs(held), at=at, published=_days(held, published), rulings=decided)
    return Consolidated(done.act, text.published, report=done.report, by=held)


def _witnessed(by: tuple[Commands, ...], witnesses: Iterable[ActLike]) -> tuple[Commands, ...]:
    """The amending acts, each held against its text in the other language where that is among ``witnesses``."""
    others = [commands(as_act(one)) for one in witnesses]
    if not others:
        return by
    from lexkz.comparison.witness.second_language import other_language, witnessed

    def held(one: Commands) -> Commands:
        wanted = (one.act.number, one.act.date, other_language(one.act.lang or ""))
        for other in others:
            if (other.act.number, other.act.date, other.act.lang) == wanted:
                reading = witnessed((one.act.tree, one.reading), (other.act.tree, other.reading))
                return Commands(reading.commands, one.act, reading)
        return one

    return tuple(held(one) for one in by)


def prove(
    act: ActLike,
    base: ActLike,
    by: ActLike | Iterable[ActLike],
    *,
    at: datetime.date | None = None,
    published: Published = None,
    rulings: "Sequence[Ruling] | Source" = (),
) -> "Proved":
    """Run the proofs of a consolidated ``act`` again, from what it was made of; arguments as in :func:`consolidate`.

    >>> import lexkz
    >>> new = lexkz.read("consolidated/V2300032875/kaz@2024-09-30.xml")
    >>> lexkz.prove(new, "xml/V2300032875/kaz.xml", by="xml/V2400035172/kaz.xml").proofs.hold
    True
    """
    from lexkz.consolidation.proofs.prove import prove as proved

    at = _day(at, "at")
    held = readings(by)
    decided = _decided(rulings)
    text, source = as_act(act).tree, as_act(base).tree
    days = _days(held, published)
    return Proved(*proved(text, source, _pairs(held), at=at, published=days, rulings=decided))


@dataclass(frozen=True, slots=True)
class Proved:
    """Proofs that were run again."""

    proofs: "Proofs"
    findings: tuple[Finding, ...]
    """One for each proof that fails."""

    def to_json(self) -> str:
        """Return them as JSON (schema ``proofs/1``)."""
        from lexkz.publication.report_json import proofs_json

        return proofs_json(self.proofs, self.findings)


def read_rulings(path: Source) -> "tuple[Ruling, ...]":
    """Return the decisions in a file ``rulings.toml``; raises SourceError where it is no such file."""
    from lexkz.consolidation.rulings import read_rulings as decisions
    from lexkz.reading.blocks import SourceError

    place = source_path(path)
    try:
        return decisions(place.read_text(encoding="utf-8"), place.name)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SourceError(f"{place.name} cannot be read: {reason}.") from None


def _decided(given: "Sequence[Ruling] | Source") -> "tuple[Ruling, ...]":
    from lexkz.consolidation.rulings import Ruling

    if isinstance(given, str | os.PathLike):
        return read_rulings(given)
    decided = tuple(given)
    for one in decided:
        if not isinstance(one, Ruling):
            raise TypeError(f"{one!r} is no ruling: read_rulings gives those of a file.")
    return decided


def readings(given: ActLike | Iterable[ActLike]) -> tuple[Commands, ...]:
    """Return what amending acts command; one of them may be given as it is, or as its commands."""
    if isinstance(given, Commands):
        return (given,)
    if isinstance(given, Act | Tree | str | os.PathLike):
        return (commands(given),)
    return tuple(one if isinstance(one, Commands) else commands(one) for one in given)


def _pairs(readings: Iterable[Commands]) -> "tuple[tuple[Tree, Reading], ...]":
    return tuple((one.act.tree, one.reading) for one in readings)


def _days(readings: Iterable[Commands], published: Published) -> dict[str, datetime.date]:
    """Days of publication by work IRI: those given go before those of the cards."""
    from lexkz.akn.meta import read_identity

    if published is not None and not isinstance(published, Mapping):
        day = _day(published, "published")
        return {"*": day} if day is not None else {}
    given = {work: _day(day, "published") for work, day in (published or {}).items()}
    cards = {read_identity(one.act.tree.root).work: one.act.published for one in readings}
    return {work: day for work, day in {**cards, **given}.items() if day is not None}


def _day(given: object, name: str) -> datetime.date | None:
    """Return a day that was given, a moment as its day; what is no date would be compared with none in silence."""
    if isinstance(given, datetime.datetime):
        return given.date()
    if given is None or isinstance(given, datetime.date):
        return given
    raise TypeError(f"{name} is a datetime.date or None, not {given!r}: datetime.date.fromisoformat reads ISO dates.")


def _restored(
    data: bytes,
    findings: tuple[Finding, ...],
    published: datetime.date | None,
    report: "Report",
    by: tuple[Commands, ...],
) -> Consolidated:
    from lexkz.akn.canonical import parse

    return Consolidated(Tree(parse(data), findings), published, report=report, by=by)
