"""How right our texts are: each consolidated text of a workspace held against the official edition of its day.

The edition is a witness, not the truth: where the two differ, a person looks which of them slipped.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lexkz.akn.meta import read_identity
from lexkz.comparison.told import ToldAct
from lexkz.comparison.verify import VerifiedText, VerifiedUnit, differences, untold, verify
from lexkz.findings import Finding
from lexkz.publication.dating import Dating, dating
from lexkz.reading.blocks import Lang, SourceError
from lexkz.structure import Act, load
from lexkz.workspace import failures
from lexkz.workspace.akn_file import read_akn
from lexkz.workspace.editions import OfficialEdition, official_editions
from lexkz.workspace.layout import Workspace, own

Progress = Callable[[str, int, int], None]
"""Called with the text that is held next, how many were, and how many there are."""
ToldCount = Counter[str]
"""State of an act that changed a unit (:class:`lexkz.comparison.told.ToldAct`) to how many there are."""


@dataclass(frozen=True, slots=True)
class WitnessedText:
    """One consolidated text, and the official edition that it was held against."""

    id: str
    """Folder of the act."""
    lang: Lang
    day: str
    """ISO date of our text, as its file is named."""
    file: str
    """Path of our text below the workspace."""
    edition: str | None = None
    """Path of the edition below the workspace; None where none is of its day."""
    edition_day: date | None = None
    by: tuple[str, ...] = ()
    """Codes of the acts that made the edition."""
    units: int = 0
    """Units of both texts together."""
    differences: tuple[VerifiedUnit, ...] = ()
    """The units that do not read the same."""
    untold: tuple[ToldAct, ...] = ()
    """Acts of which only the notes of the edition, or only our text, say that they changed a unit."""
    told: tuple[tuple[str, int], ...] = ()
    """How many changes of units both tell, only the notes, only our text; empty where the edition has no notes."""
    finding: Finding | None = None
    """Why it could not be held against its edition."""

    @property
    def held(self) -> bool:
        """True where there was an edition, and both could be read."""
        return self.edition is not None and self.finding is None

    @property
    def same(self) -> int:
        """Units that read the same."""
        return self.units - len(self.differences)


@dataclass(frozen=True, slots=True)
class Witnessed:
    """All consolidated texts of a workspace, held against their editions."""

    texts: tuple[WitnessedText, ...]
    """By act, language and day."""
    editions_alone: tuple[OfficialEdition, ...]
    """Official editions of days from which on we have no text of our own: an amending act is not at hand."""

    @property
    def held(self) -> tuple[WitnessedText, ...]:
        """The texts that were held against an edition."""
        return tuple(one for one in self.texts if one.held)

    @property
    def units(self) -> int:
        """Units of all texts that were held."""
        return sum(one.units for one in self.held)

    @property
    def same(self) -> int:
        """Those that read the same."""
        return sum(one.same for one in self.held)

    @property
    def told(self) -> ToldCount:
        """How many changes of units both tell (``both``), only the notes (``official``; ``unrecorded`` where our base
        has them already), only our texts (``ours``)."""
        counts: ToldCount = Counter()
        for one in self.held:
            counts.update(dict(one.told))
        return counts

    @property
    def exact(self) -> bool:
        """True where a text was held, and none differs or could not be read."""
        return bool(self.held) and self.same == self.units and all(one.finding is None for one in self.texts)


def witness(
    root: Path | str = ".",
    ids: Collection[str] = (),
    *,
    progress: Progress = lambda _label, _done, _known: None,
) -> Witnessed:
    """Hold the consolidated texts of the workspace at ``root``, or those of the acts ``ids``, against the official
    editions in its corpus, unit by unit.

    The edition of a text is the last that is in force on its day. Where the day of entry into force is not known, it is
    the edition that the last amending act made. Raises SourceError where the corpus has no official editions.
    """
    workspace = Workspace(Path(root).resolve())
    editions = [one for one in official_editions(workspace) if not ids or one.id in ids]
    if not editions:
        raise SourceError("There are no official editions in corpus/: lexkz import or lexkz fetch brings them.")
    held: list[WitnessedText] = []
    met: set[Path] = set()
    acts = sorted({(one.id, one.lang) for one in editions})
    for act_id, lang in acts:
        of_act = [one for one in editions if (one.id, one.lang) == (act_id, lang)]
        for file in sorted((workspace.root / "consolidated" / act_id).glob(f"{lang}@*.xml")):
            progress(f"{act_id}/{file.stem}", len(held), len(editions))
            one, edition = _held(workspace, file, act_id, lang, of_act)
            held.append(one)
            met |= {edition.file} if edition is not None else set()
    return Witnessed(tuple(held), tuple(one for one in editions if one.file not in met))


def _held(
    workspace: Workspace, file: Path, act_id: str, lang: Lang, editions: list[OfficialEdition]
) -> tuple[WitnessedText, OfficialEdition | None]:
    """Hold one text of ours against its edition."""
    name, day = file.relative_to(workspace.root).as_posix(), file.stem.partition("@")[2]
    try:
        ours = load(own(file, workspace.root))
        edition = _edition_of(workspace, ours, lang, editions)
    except SourceError as error:
        return WitnessedText(act_id, lang, day, name, finding=failures.unreadable(act_id, lang, error)), None
    if edition is None:
        return WitnessedText(act_id, lang, day, name), None
    below = edition.file.relative_to(workspace.root).as_posix()
    try:
        found = verify(ours, load(edition.file, lang=lang))
    except SourceError as error:
        wrong = failures.unreadable(act_id, lang, error)
        return WitnessedText(act_id, lang, day, name, below, edition.day, edition.by, finding=wrong), edition
    told = _all_told(found)
    return (
        WitnessedText(
            act_id,
            lang,
            day,
            name,
            below,
            edition.day,
            edition.by,
            len(found.units),
            differences(found.units),
            untold(told),
            tuple(sorted(Counter(one.state for one in told).items())),
        ),
        edition,
    )


def _all_told(found: VerifiedText) -> tuple[ToldAct, ...]:
    return (*(one for unit in found.units for one in unit.told), *found.told)


def _edition_of(
    workspace: Workspace, ours: Act, lang: Lang, editions: Iterable[OfficialEdition]
) -> OfficialEdition | None:
    """Return the edition of a text: in force on its day, or, where that is not known, made by its last act."""
    dated = dating(ours.root)
    if dated.in_force is not None:
        before = [one for one in editions if one.day.isoformat() <= dated.in_force]
        return max(before, key=lambda one: one.day, default=None)
    made = [one for one in editions if _made_by_last(workspace, dated, lang, one)]
    return max(made, key=lambda one: one.day, default=None)


def _made_by_last(workspace: Workspace, dated: Dating, lang: Lang, edition: OfficialEdition) -> bool:
    """True where an edition says that the last act whose changes are in our text made it."""
    paths = (workspace.act(code, lang) for code in edition.by)
    return bool(dated.by) and any(
        read_identity(read_akn(path)).work == dated.by[-1] for path in paths if path.is_file()
    )
