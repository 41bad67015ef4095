"""Two texts of one act: their differences, and the documents that show them to those who sign."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from lexkz.api.act import Act
from lexkz.api.amending import commands
from lexkz.api.consolidating import ActLike, Consolidated, Published, consolidate
from lexkz.api.reading import Source, as_act, read
from lexkz.structure.model import Act as Tree

if TYPE_CHECKING:
    from lexkz.comparison.cells import CellChange
    from lexkz.comparison.diff import Hunk
    from lexkz.comparison.told import ToldAct
    from lexkz.comparison.verify import VerifiedText as Held
    from lexkz.comparison.verify import VerifiedUnit
    from lexkz.comparison.words import Words
    from lexkz.consolidation.rulings import Ruling
    from lexkz.findings import Finding
    from lexkz.reading.blocks import Lang

Form = Literal["html", "docx", "pdf"]


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two expressions of an act compared."""

    old: Act
    new: Act
    hunks: "tuple[Hunk, ...]" = field(repr=False)
    """The units that differ, in the order of the new text, each with its differences word by word."""
    cells: "tuple[CellChange, ...]" = field(repr=False)
    """The cells of tables that differ, table by table."""

    def to_json(self) -> str:
        """Return the comparison as JSON (schema ``comparison/1``)."""
        from lexkz.publication.comparison_json import diff_json

        return diff_json(self.old.tree, self.new.tree, self.hunks, self.cells)

    def to_text(self, style: Callable[[str, str], str] | None = None, say: Callable[[str], str] | None = None) -> str:
        """Return the comparison as text: ``kept [-gone-] {+come+}``, a block a unit.

        ``style`` shows it otherwise: from a mark (``=``, ``-``, ``+``; ``#`` for a heading) and text to text. ``say``
        gives the words for what kind of change it is, which are English. What is known to be missing in one of the two
        texts stands above.
        """
        from lexkz.publication.difference_text import diff_text, plain
        from lexkz.publication.sheet.open_state import open_states

        state = "".join(f"{line}\n" for line in open_states(self.old.tree, self.new.tree))
        found = diff_text(self.hunks, self.cells, style or plain, say or str)
        return f"{state}\n{found}" if state else found

    def to_html(self) -> str:
        """Return the comparison as one HTML page."""
        from lexkz.publication.difference_html import diff_html

        return diff_html(self.old.tree, self.new.tree)


def compare(old: Act | Tree | Source, new: Act | Tree | Source) -> Comparison:
    """Return the differences of two texts of an act, given as acts or as paths of sources.

    >>> import lexkz
    >>> old = lexkz.read("xml/V2300032875/kaz.xml")
    >>> new = lexkz.read("consolidated/V2300032875/kaz@2024-09-30.xml")
    >>> comparison = lexkz.compare(old, new)
    >>> comparison.hunks[1].eid, comparison.hunks[1].kind
    ('att_1__para_29', 'changed')
    """
    from lexkz.comparison.cells import cell_changes
    from lexkz.comparison.diff import diff

    after = as_act(new)
    before = as_act(old)
    return Comparison(before, after, diff(before.tree, after.tree), cell_changes(before.tree, after.tree))


@dataclass(frozen=True, slots=True)
class Verification:
    """A text of ours held against an official edition, unit by unit."""

    units: "tuple[VerifiedUnit, ...]" = field(repr=False)
    """In the order of our text, those that are missing in it where the official edition has them."""
    summary: dict[str, int]
    """How many units are in each state."""
    exact: bool
    """True where no unit differs in what a reader reads."""
    ours: Act = field(repr=False)
    official: Act = field(repr=False)
    told: "tuple[ToldAct, ...]" = field(default=(), repr=False)
    """The acts that changed the act itself, or a unit that neither text has; each unit has its own (``unit.told``)."""

    @property
    def differences(self) -> "tuple[VerifiedUnit, ...]":
        """The units that a person has to look at."""
        from lexkz.comparison.verify import differences

        return differences(self.units)

    def to_json(self) -> str:
        """Return the verification as JSON (schema ``verification/1``)."""
        from lexkz.publication.comparison_json import verify_json

        return verify_json(self.ours.tree, self.official.tree, self._held)

    def to_document(self, form: Form = "docx") -> bytes:
        """Return the units that a person has to look at as a table, in the language of our text."""
        from lexkz.publication.document import write
        from lexkz.publication.verification_sheet import verification_sheet

        return write(verification_sheet(self.ours.tree, self.official.tree, self._held), form)

    @property
    def untold(self) -> "tuple[ToldAct, ...]":
        """The acts of which only the notes, or only our text, say that they changed a unit: a person looks at them."""
        from lexkz.comparison.verify import untold

        return untold((*(one for unit in self.units for one in unit.told), *self.told))

    @property
    def _held(self) -> "Held":
        from lexkz.comparison.verify import VerifiedText as Found

        return Found(self.units, self.told)


def verify(ours: Act | Tree | Source, official: Act | Tree | Source) -> Verification:
    """Hold ``ours`` against the ``official`` edition of the same act.

    Where the edition has editors' notes, each unit tells the acts that changed it, and which of the texts knows of
    them; whether the two are ``exact`` their words alone decide.

    >>> import lexkz
    >>> new = lexkz.read("consolidated/V2300032875/kaz@2024-09-30.xml")
    >>> lexkz.verify(new, new).exact
    True
    """
    from lexkz.comparison.verify import verify as held

    mine, theirs = as_act(ours), as_act(official)
    found = held(mine.tree, theirs.tree)
    return Verification(found.units, found.summary, found.exact, mine, theirs, found.told)


def new_text(
    old: Act,
    given: Act,
    *,
    at: datetime.date | None = None,
    published: Published = None,
    rulings: "Sequence[Ruling] | Source" = (),
) -> Act:
    """Return the new text that ``given`` stands for: itself, or what it makes of ``old`` where it is an act that amends
    it (then a :class:`Consolidated`).

    It is a text of the same act where IRI or title are the same; else an amending act where it commands a change. Where
    it is ``old`` that amends ``given``, the two were given in each other's place: ``old`` comes back as it is, and its
    report says so; as it does where ``given`` is nothing but an act that amends another act than ``old``.
    ``at``, ``published`` and ``rulings`` are as for :func:`consolidate`.
    """
    from lexkz.akn.meta import read_identity

    one, other = read_identity(old.tree.root), read_identity(given.tree.root)
    if (one.known and one.work == other.work) or (one.title is not None and one.title == other.title):
        return given
    made, own = commands(given), commands(old)
    # An act that says that it amends and of which nothing was understood is no text of OLD.
    unread = any(found.code == "amend.nothing_commanded" for found in made.findings)
    if not unread and not any(command.action != "none" for command in (*made, *own)):
        return given
    done = consolidate(old, given, at=at, published=published, rulings=rulings)
    if any(found.code == "consolidate.swapped" for found in done.report.findings):
        return done
    amends = unread or made.coverage.claimed == made.coverage.characters
    amends = amends and not any(one.action != "none" for one in own)
    if all(outcome.outcome == "other_base" for outcome in done.report.commands) and not amends:
        return given  # a text of OLD that itself repeals or amends other acts, or none
    return done


def redline(old: Act | Tree | Source, new: Act | Tree | Source, to: Form = "docx") -> bytes:
    """Return a document whose tracked changes lead from ``old`` to ``new``, word by word."""
    from lexkz.publication.document import write
    from lexkz.publication.redline import redline_sheet

    return write(redline_sheet(as_act(old).tree, as_act(new).tree), to)


@dataclass(frozen=True, slots=True, eq=False)
class OwnRedline:
    """A user's own Word file with tracked changes in it: its styles, numbering, headers and page setup stay."""

    data: bytes = field(repr=False)
    """The file. Where it is not ``right`` it must not be used."""
    right: bool
    """It was read again: with all changes rejected it is the old text, with all accepted the new one, but for the units
    that ``findings`` name as left alone."""
    act: Consolidated = field(repr=False)
    """The new text, with its report."""
    findings: "tuple[Finding, ...]"
    """What was found in consolidating, then each unit whose place in the file was not sure (``publish.not_placed``) and
    each difference that was found on reading it again (``publish.not_proved``)."""


def redline_own(
    path: Source,
    by: ActLike | Iterable[ActLike],
    *,
    at: datetime.date | None = None,
    published: Published = None,
    rulings: "Sequence[Ruling] | Source" = (),
    lang: "Lang | None" = None,
) -> OwnRedline:
    """Apply amending acts to the Word file at ``path`` as tracked changes; all else in the file stays as it is.

    Why a command waits stands in the margin, at the unit that it addresses. A unit whose place in the file cannot be
    found beyond doubt is left alone, with a comment and a finding. Arguments are as in :func:`lexkz.consolidate`.
    Raises SourceError where the file is no Word file, cannot be read, or holds tracked changes already.
    """
    from lexkz.publication.remarks import of_waiting
    from lexkz.publication.sheet.lay import language
    from lexkz.publication.tracked import track

    place = Path(path)
    old = read(place, lang=lang)
    done = consolidate(old, by, at=at, published=published, rulings=rulings)
    remarks = of_waiting(done.tree, language(done.tree.root))
    made = track(place.read_bytes(), place.name, old.tree, done.tree, remarks)
    return OwnRedline(made.data, made.right, done, (*done.report.findings, *made.findings))


def comparative_table(
    old: Act | Tree | Source,
    new: Act | Tree | Source,
    to: Form = "docx",
    *,
    reasons: Mapping[str, str] | Path | None = None,
) -> bytes:
    """Return the comparative table: structural element, wording in force, proposed wording, reason.

    Where ``new`` was consolidated, what waits is told in it. ``reasons``: number or element of a row, as the table
    prints them, to the drafter's reason; or a CSV file of these two. Raises SourceError, in one sentence, where one
    fits no row.
    """
    from lexkz.publication.comparative import comparative_sheet
    from lexkz.publication.document import write
    from lexkz.publication.reasons import read_reasons

    given = read_reasons(reasons) if isinstance(reasons, Path) else reasons
    before, after = as_act(old), as_act(new)
    made = after if isinstance(after, Consolidated) else None
    amending = tuple((one.act.tree, one.reading) for one in made.by) if made is not None else ()
    report = made.report if made is not None else None
    return write(comparative_sheet(before.tree, after.tree, amending=amending, report=report, reasons=given), to)


def side_by_side(left: Act | Tree | Source, right: Act | Tree | Source, to: Form = "docx") -> bytes:
    """Return the two languages of an act as a document of two columns, unit by unit.

    Raises SourceError where the extra of the format is not installed.
    """
    from lexkz.publication.beside import beside_sheet
    from lexkz.publication.document import write

    return write(beside_sheet(as_act(left).tree, as_act(right).tree), to)


def marked(words: "Words") -> str:
    """Return runs of words in one string: ``kept [-gone-] {+come+}``."""
    from lexkz.publication.difference_text import marked as told

    return told(words)
