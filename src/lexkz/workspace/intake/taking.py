"""What a source offers is put into the corpus: what is there is left alone, and one bad file stops nothing.

A text is known by its bytes: the first of an act becomes its source, ``kaz.md``, the others official editions of their
days, ``kaz@2024-10-11.md``. So a run that was killed is gone on with by the next, and a second run takes nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from lexkz.findings import Finding, finding
from lexkz.reading.blocks import Lang, SourceError
from lexkz.reading.card import Card
from lexkz.workspace import atomic
from lexkz.workspace.editions import EditionDay, edition_days, write_edition_days
from lexkz.workspace.failures import why
from lexkz.workspace.intake.act_folders import offers_of_folder
from lexkz.workspace.intake.act_record import merged, record_card, text_card
from lexkz.workspace.intake.file_names import ACT_ID, is_folder_name, same_name
from lexkz.workspace.intake.git_history import is_repository, offers_of_git
from lexkz.workspace.intake.offered import Offered, Offers
from lexkz.workspace.intake.saved_page import as_saved, told_language
from lexkz.workspace.layout import CARD, EDITION_NAME, FORMATS, LANGUAGES, Workspace, own

ImportState = Literal["taken", "there", "refused"]
Progress = Callable[[str, int, int], None]
"""Called with the act that is taken next, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class ImportedText:
    """One text of the source, and what became of it."""

    where: str
    """Its place in the source; of a commit, with the beginning of its id."""
    state: ImportState
    """``taken`` now; ``there`` already; ``refused``: not taken, ``finding`` says why."""
    id: str | None = None
    """Folder of its act; None where that is not known."""
    lang: Lang | None = None
    day: date | None = None
    """From which day the act reads so."""
    by: tuple[str, ...] = ()
    """Codes of the acts that made it."""
    file: str | None = None
    """Path below the workspace."""
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    kind: Literal["git", "folder"]
    texts: tuple[ImportedText, ...]
    """By act, language and day; what could not be offered at all comes first."""
    findings: tuple[Finding, ...] = ()
    """What was found beside the texts: records that cannot be read, acts whose first text is amended already."""
    passed: int = 0
    """Files of the source that are no texts of acts."""
    lacking: tuple[str, ...] = ()
    """Codes of acts that made editions and are not in the corpus."""

    def of_state(self, state: ImportState) -> tuple[ImportedText, ...]:
        """Return the texts with which that was done."""
        return tuple(one for one in self.texts if one.state == state)


def import_corpus(
    source: Path | str,
    root: Path | str = ".",
    *,
    progress: Progress = lambda _label, _done, _known: None,
    wait: bool = False,
) -> Imported:
    """Take a public corpus into the workspace at ``root``: a git repository, or a folder.

    A folder of an act holds ``kaz.md``, ``rus.md`` (or another format) and perhaps ``meta.yaml``. In a git repository
    each commit of the branch that is checked out is a version, the day of its author the day of force. Without a
    repository, days are in names (``kaz@2024-10-11.md``, ``2024-10-11/kaz.md``). A folder without folders of acts holds
    saved files: pages of «Әділет», JSON of the control bank, Word files, named by the id of their act or telling it.

    Nothing is overwritten: where the corpus has another text under a name, that is a finding. Raises SourceError where
    the source is neither, where nothing in it is a text of an act, and where a build is at work in the workspace.
    """
    from lexkz.workspace.build import locked

    top, workspace = Path(source), Workspace(Path(root).resolve())
    if not top.is_dir():
        told = str(source)
        if "://" in told or told.startswith("git@"):
            raise SourceError(f"{told} is an address: clone the repository first, and give its folder.")
        raise SourceError(f"{told} is no folder: give a git repository, or a folder with the texts of acts.")
    offers = offers_of_git(top) if is_repository(top) else offers_of_folder(top)
    if not offers.texts and not offers.refused:
        raise SourceError(f"{top.name or top} holds no texts of acts: folders of acts hold kaz.md or rus.md.")
    with locked(workspace, wait=wait):
        workspace.corpus.mkdir(exist_ok=True)
        return _Intake(workspace, offers, progress).run()


class _Intake:
    """An import while it runs."""

    def __init__(self, workspace: Workspace, offers: Offers, progress: Progress) -> None:
        self.workspace, self.offers, self.progress = workspace, offers, progress
        self.texts = [ImportedText(one.where, "refused", finding=one.finding) for one in offers.refused]
        self.findings: list[Finding] = []
        self.cards: dict[str, Card] = {}
        """Folder in the source to what its record says."""

    def run(self) -> Imported:
        """Take all acts."""
        self._read_records()
        acts: defaultdict[str, list[Offered]] = defaultdict(list)
        for one in self.offers.texts:
            told = self._told(one)
            if told is not None:
                acts[told.act or ""].append(told)
        own_folders = self._without_collisions(acts)
        for done, act_id in enumerate(sorted(own_folders)):
            self.progress(act_id, done, len(own_folders))
            self._act(act_id, own_folders[act_id])
        there = {same_name(path.name) for path in self.workspace.corpus.iterdir()}
        codes = {code for one in self.texts if one.state != "refused" for code in one.by}
        lacking = tuple(sorted(code for code in codes if same_name(code) not in there))
        return Imported(self.offers.kind, tuple(self.texts), tuple(self.findings), self.offers.passed, lacking)

    def _read_records(self) -> None:
        for folder in sorted({one.folder for one in self.offers.texts if one.folder in self.offers.records}, key=str):
            assert folder is not None
            self.cards[folder], wrong = record_card(self.offers.records[folder], f"{folder}/meta.yaml")
            self.findings += [wrong] if wrong is not None else []

    def _told(self, one: Offered) -> Offered | None:
        """Return a text with its act and language; None where it is refused."""
        if one.folder is not None:
            said = self.cards[one.folder].id if one.folder in self.cards else None
            return replace(one, act=said if said is not None and ACT_ID.fullmatch(said) else one.act)
        try:
            return as_saved(one, one.read())
        except (SourceError, OSError) as error:
            self._refuse(one, _unreadable(one, error))
            return None

    def _without_collisions(self, acts: dict[str, list[Offered]]) -> dict[str, list[Offered]]:
        """Return the acts that have a folder of their own: good names, none of which is another's on some disks."""
        there = {same_name(path.name): path.name for path in self.workspace.corpus.iterdir()}
        homes: dict[str, tuple[str, str | None]] = {}
        kept: dict[str, list[Offered]] = {}
        for act_id, texts in acts.items():
            for one in texts:
                name, home = same_name(act_id), (act_id, None if one.folder in self.offers.gone else one.folder)
                other = homes.setdefault(name, home)
                if other == (act_id, None):
                    other = homes[name] = home
                if not is_folder_name(act_id):
                    self._refuse(one, finding("workspace.import_name", name=act_id or one.where))
                elif there.get(name, act_id) != act_id:
                    wrong = finding(
                        "workspace.import_collides", name=one.folder or act_id, other=f"corpus/{there[name]}"
                    )
                    self._refuse(one, wrong)
                elif other != home and home != (act_id, None):
                    wrong = finding("workspace.import_collides", name=one.folder or act_id, other=other[1] or other[0])
                    self._refuse(one, wrong)
                else:
                    kept.setdefault(act_id, []).append(one)
        return kept

    def _act(self, act_id: str, texts: list[Offered]) -> None:
        """Take the texts of one act."""
        folder = self.workspace.corpus / act_id
        try:
            own(folder, self.workspace.root)
            for left in folder.glob(f".*{atomic.IMPORTING}"):
                left.unlink()
            files = _ActFiles(self, act_id, folder, texts)
            files.take()
        except (SourceError, OSError) as error:
            for one in texts:
                if not any(each.where == one.where for each in self.texts):
                    self._refuse(one, _unreadable(one, error))

    def _refuse(self, one: Offered, wrong: Finding) -> None:
        act = one.act if one.act and is_folder_name(one.act) else None
        self.texts.append(ImportedText(one.where, "refused", act, one.lang, one.day, one.by, finding=wrong))

    def done(self, one: Offered, state: ImportState, file: Path) -> None:
        """Note a text that is in the corpus."""
        path = file.relative_to(self.workspace.root).as_posix()
        self.texts.append(ImportedText(one.where, state, one.act, one.lang, one.day, one.by, path))

    def refuse(self, one: Offered, wrong: Finding) -> None:
        """Note a text that is not taken."""
        self._refuse(one, wrong)


class _ActFiles:
    """The folder of one act while it is filled."""

    def __init__(self, intake: _Intake, act_id: str, folder: Path, texts: Iterable[Offered]) -> None:
        self.intake, self.act_id, self.folder = intake, act_id, folder
        self.texts = {lang: [one for one in texts if one.lang == lang] for lang in LANGUAGES}
        self.days = edition_days(folder)

    def take(self) -> None:
        """Take all texts of the act, its card first, so that no source stands without it."""
        for lang in LANGUAGES:
            self._language(lang, _last_of_each_day(self.texts[lang], self.intake))
        here = {name: day for name, day in self.days.items() if (self.folder / name).is_file()}
        if here:
            write_edition_days(self.folder, here)

    def _language(self, lang: Lang, texts: list[Offered]) -> None:
        sources = [path for ending in FORMATS if (path := self.folder / f"{lang}.{ending}").is_file()]
        held = {path.suffix: path.read_bytes() for path in sources}
        waiting: list[tuple[Offered, bytes]] = []
        base: Offered | None = None
        for one in texts:
            try:
                data = one.read()
            except (SourceError, OSError) as error:
                self.intake.refuse(one, _unreadable(one, error))
                continue
            if base is None and held.get(f".{one.ending}") == data:
                base = one
                self._there(one, "there", self.folder / f"{lang}.{one.ending}")
            else:
                waiting.append((one, data))
        first = base is None
        for one, data in waiting:
            source = self.folder / f"{lang}.{one.ending}"
            if first and not sources:
                if self._readable(one, data):
                    self._card(lang, one, data)
                    atomic.write(source, data, ending=atomic.IMPORTING)
                    self._there(one, "taken", source)
                    self._begins_amended(one)
                    first = False
            elif one.day is None:
                self._differs(one, sources[0] if sources else source)
            else:
                self._edition(lang, one, data)

    def _edition(self, lang: Lang, one: Offered, data: bytes) -> None:
        """Take an official edition of a day."""
        assert one.day is not None
        path = self.folder / f"{lang}@{one.day.isoformat()}.{one.ending}"
        others = [name for name in _of_day(self.folder, lang, one.day) if name != path.name]
        if path.is_file() and path.read_bytes() == data:
            self._there(one, "there", path)
        elif path.exists() or others:
            self._differs(one, path if path.exists() else self.folder / others[0])
        elif self._readable(one, data):
            atomic.write(path, data, ending=atomic.IMPORTING)
            self._there(one, "taken", path)

    def _there(self, one: Offered, state: ImportState, path: Path) -> None:
        self.intake.done(one, state, path)
        if one.day is not None:
            self.days[path.name] = EditionDay(one.day, one.by)

    def _readable(self, one: Offered, data: bytes) -> bool:
        """True where a text can be read, and in the language of its name; else it is refused."""
        try:
            told = told_language(one, data)
        except SourceError as error:
            self.intake.refuse(one, _unreadable(one, error))
            return False
        if told is not None and told != one.lang:
            self.intake.refuse(one, finding("workspace.import_language", name=one.where))
            return False
        return True

    def _differs(self, one: Offered, path: Path) -> None:
        there = path.relative_to(self.intake.workspace.root).as_posix()
        self.intake.refuse(one, finding("workspace.import_differs", name=one.where, there=there))

    def _card(self, lang: Lang, one: Offered, data: bytes) -> None:
        path = self.folder / CARD
        if path.exists():
            return
        cards: list[tuple[Lang | None, Card]] = []
        if one.folder in self.intake.cards:
            cards.append((None, self.intake.cards[one.folder]))
        cards.append((lang, text_card(data, one.ending, f"{lang}.{one.ending}", lang)))
        atomic.write(path, merged(self.act_id, cards).encode(), ending=atomic.IMPORTING)

    def _begins_amended(self, one: Offered) -> None:
        """Tell where the first text of an act is not as it was adopted: what it said before is not known."""
        by = [code for code in one.by if same_name(code) != same_name(self.act_id)]
        if by:
            self.intake.findings.append(
                finding("workspace.import_amended", act=f"{self.act_id}/{one.lang}", by=", ".join(by))
            )


def _last_of_each_day(texts: Iterable[Offered], intake: _Intake) -> list[Offered]:
    """Return texts by their day; of several of one day the last is the one that was published in the end."""
    last: dict[date | None, Offered] = {}
    for one in texts:
        if one.day in last:
            intake.refuse(last[one.day], finding("workspace.import_again", name=last[one.day].where, other=one.where))
        last[one.day] = one
    return [last[day] for day in sorted(last, key=lambda day: (day is not None, day or date.min))]


def _of_day(folder: Path, lang: Lang, day: date) -> list[str]:
    """Return the names of the editions of a day that are there, whatever their format."""
    found = (EDITION_NAME.fullmatch(path.name) for path in folder.glob(f"{lang}@{day.isoformat()}.*"))
    return sorted(match.string for match in found if match is not None)


def _unreadable(one: Offered, error: SourceError | OSError) -> Finding:
    said = why(error) if isinstance(error, SourceError) else why(error.strerror or str(error))
    return finding("workspace.import_unreadable", name=one.where, why=said)
