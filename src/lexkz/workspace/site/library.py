"""The texts of a workspace, as the pages need them: each act as published, and each of its consolidated expressions."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from lexkz.akn import meta as akn_meta
from lexkz.amendment.model import Reading
from lexkz.annex import forms, tables
from lexkz.annex.form_model import Form
from lexkz.annex.table_model import AnnexTable
from lexkz.consolidation.report import Report
from lexkz.languages.detect import Lang
from lexkz.publication.act_data import IdentityData
from lexkz.publication.act_json import identity
from lexkz.publication.dating import dating
from lexkz.structure import Act, load
from lexkz.workspace import manifest
from lexkz.workspace.layout import LANGUAGES, Workspace
from lexkz.workspace.site.names import act_page
from lexkz.workspace.site.reports import read_report


@dataclass(frozen=True)
class Text:
    """One text: an act in one language, as published or as of a date. The act is loaded at first use."""

    id: str
    """Folder of the act."""
    lang: Lang
    date: str | None
    """ISO date of a consolidated expression; None: the text as published."""
    path: Path
    kept: "KeptReading | None" = None
    """What the last build read in it; None where it kept nothing."""

    @property
    def page(self) -> str:
        """Name of its page."""
        return act_page(self.id, self.lang, self.date)

    @cached_property
    def act(self) -> Act:
        """The act itself."""
        return load(self.path)

    @cached_property
    def known(self) -> IdentityData:
        """What its metadata says it is."""
        return identity(self.act)

    @cached_property
    def work(self) -> str:
        """Its FRBR work IRI."""
        return akn_meta.read_identity(self.act.root).work

    @cached_property
    def first_day(self) -> str | None:
        """ISO day since which it is the text in force; None while that is not known."""
        return dating(self.act.root).in_force

    @cached_property
    def outline(self) -> bool:
        """Whether only parts of it are known."""
        return akn_meta.is_outline(akn_meta.of(self.act.root))

    @cached_property
    def reading(self) -> Reading | None:
        """The commands of an act as published; None where it has none, and for consolidated texts and outlines."""
        if self.date is not None or self.outline:
            return None
        if self.kept is not None and self.kept.is_of(self.path) and not self.kept.digest:
            return None
        read = self.kept.load(self.path) if self.kept is not None else None
        if read is None:
            from lexkz.amendment.reader import read_commands

            read = read_commands(self.act)
        return read if read.commands else None

    @cached_property
    def tables(self) -> tuple[AnnexTable, ...]:
        """Its tables as data."""
        return tables(self.act)

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Its forms as data."""
        return forms(self.act)

    @cached_property
    def report(self) -> Mapping[str, Any] | None:
        """The report of a consolidated text, as published; None where there is none."""
        path = self.path.with_suffix(".report.json")
        return json.loads(path.read_bytes()) if self.date is not None and path.is_file() else None

    @cached_property
    def told(self) -> Report | None:
        """The same report as a value."""
        return read_report(self.report) if self.report is not None else None

    @cached_property
    def outcomes(self) -> Mapping[str, frozenset[tuple[str, str]]]:
        """By the work IRI of an act: its commands about this text that are due in it, each with its outcome."""
        found: dict[str, set[tuple[str, str]]] = {}
        for one in self.told.commands if self.told is not None else ():
            if one.outcome not in ("other_base", "not_yet"):
                found.setdefault(one.by, set()).add((one.command, one.outcome))
        return {work: frozenset(commands) for work, commands in found.items()}


@dataclass(frozen=True, slots=True)
class KeptReading:
    """What a build read in an act, and kept: reading it again takes ten times as long."""

    path: Path
    digest: str
    """Of the file; empty where the act commands nothing, so that nothing was kept."""
    read_from: str
    """Digest of the act's file from which it was read."""

    def is_of(self, act: Path) -> bool:
        """Tell whether ``act`` still holds the bytes in which it was read."""
        return manifest.digest(act.read_bytes()) == self.read_from

    def load(self, act: Path) -> Reading | None:
        """Return what was read in ``act``; None where a file is missing or holds other bytes than the build wrote."""
        from lexkz.workspace.building import values

        try:
            data = self.path.read_bytes()
            return values.load(Reading, data) if manifest.digest(data) == self.digest and self.is_of(act) else None
        except (OSError, ValueError):
            return None


@dataclass(frozen=True)
class Library:
    """All texts of a workspace."""

    texts: tuple[Text, ...]
    """By folder; within an act by language, the text as published first, then by date."""
    read: Mapping[str, manifest.JobRecord]
    """What the last build kept of each job, by its name; empty where there was none."""

    def of(self, act_id: str, lang: str | None = None) -> tuple[Text, ...]:
        """Return the texts of an act, in one language where it is given."""
        return tuple(text for text in self._by_id.get(act_id, ()) if lang in (None, text.lang))

    @property
    def ids(self) -> tuple[str, ...]:
        """Folders of all acts."""
        return tuple(self._by_id)

    def newest(self, act_id: str, lang: str) -> Text | None:
        """Return the latest text of an act in a language."""
        texts = self.of(act_id, lang)
        return texts[-1] if texts else None

    def in_force(self, act_id: str, lang: str) -> Text | None:
        """Return the text of an act that is in force today, as far as days are known."""
        texts = self.of(act_id, lang)
        begun = [text for text in texts if not self.is_to_come(text)]
        return begun[-1] if begun else texts[-1] if texts else None

    def is_to_come(self, text: Text) -> bool:
        """Tell whether a text enters into force after the day of the build; one whose day is not known does not."""
        return text.first_day is not None and text.first_day > today().isoformat()

    def last_day(self, text: Text) -> str | None:
        """Return the ISO day on which a text was in force last; None for one that none has followed, or if unknown."""
        texts = self.of(text.id, text.lang)
        after = texts[texts.index(text) + 1 :]
        first = after[0].first_day if after else None
        return (date.fromisoformat(first) - timedelta(days=1)).isoformat() if first else None

    def find(self, work: str, lang: str) -> Text | None:
        """Return the latest text of the act with a FRBR work IRI, in ``lang`` or else in another language."""
        found = self._by_work.get(work)
        return self.newest(found, lang) or self.of(found)[-1] if found else None

    def elsewhere(self, text: Text) -> tuple[Text, ...]:
        """Return the acts that amend that of ``text`` and are here in another language only: it lacks their changes."""
        return self._lone.get((text.lang, text.work), ())

    def amended_by(self, work: str, lang: str) -> tuple[str, ...]:
        """Return the folders of the acts whose texts in a language were made by the act with a FRBR work IRI."""
        return self._amended.get((work, lang), ())

    @cached_property
    def _amended(self) -> dict[tuple[str, str], tuple[str, ...]]:
        made: dict[tuple[str, str], dict[str, None]] = {}
        for text in self.texts:
            for work in text.outcomes:
                made.setdefault((work, text.lang), {})[text.id] = None
        return {key: tuple(found) for key, found in made.items()}

    @cached_property
    def worked_out(self) -> dict[Any, Any]:
        """What was worked out of an amending act already (its steps): lists, pages and files ask for it again."""
        return {}

    @cached_property
    def _lone(self) -> dict[tuple[str, str], tuple[Text, ...]]:
        """Amending acts by the language in which they are missing and the work IRI of what they amend."""
        made: dict[tuple[str, str], dict[str, Text]] = {}
        for text in self.texts:
            if text.reading is None:
                continue
            missing = [lang for lang in LANGUAGES if lang != text.lang and not self.of(text.id, lang)]
            works = {command.base.iri for command in text.reading.commands if command.action != "none"}
            for lang in missing:
                for work in works:
                    made.setdefault((lang, work or ""), {})[text.id] = text
        return {key: tuple(found.values()) for key, found in made.items()}

    @cached_property
    def _by_id(self) -> dict[str, tuple[Text, ...]]:
        made: dict[str, list[Text]] = {}
        for text in self.texts:
            made.setdefault(text.id, []).append(text)
        return {act_id: tuple(texts) for act_id, texts in made.items()}

    @cached_property
    def _by_work(self) -> dict[str, str]:
        return {
            texts[0].work: act_id for act_id in self._by_id for lang in LANGUAGES if (texts := self.of(act_id, lang))
        }


def today() -> date:
    """Return the day of the build, by which one text of an act is the one in force."""
    return date.today()


def library(workspace: Workspace) -> Library:
    """Return the texts of ``workspace``. Raises SourceError, when an act is used, for a file that cannot be loaded.

    Asked again for files that did not change, it gives the same library, so that each act is loaded once.
    """
    found = tuple(
        (act_id, lang, date, path, path.stat().st_mtime_ns)
        for act_id in _ids(workspace)
        for lang in LANGUAGES
        for date, path in _paths(workspace, act_id, lang)
    )
    kept = workspace.manifest
    return _library(found, kept, kept.stat().st_mtime_ns if kept.is_file() else 0)


@lru_cache(maxsize=2)
def _library(found: tuple[tuple[str, Lang, str | None, Path, int], ...], kept: Path, _changed: int) -> Library:
    read = manifest.load(kept)
    texts = tuple(
        Text(act_id, lang, date, path, None if date else _kept(read.get(f"act:{act_id}/{lang}"), kept.parents[2]))
        for act_id, lang, date, path, _ in found
    )
    return Library(texts, read)


def _kept(record: manifest.JobRecord | None, root: Path) -> KeptReading | None:
    if record is None:
        return None
    outputs, workspace = dict(record.outputs), Workspace(root)
    act, reading = workspace.act(record.id, record.lang), workspace.reading(record.id, record.lang)
    written = [outputs.get(path.relative_to(root).as_posix()) for path in (act, reading)]
    if not written[0] or (not written[1] and record.commands):
        return None
    return KeptReading(reading, written[1] or "", written[0])


def _ids(workspace: Workspace) -> tuple[str, ...]:
    folders = (path for name in ("xml", "consolidated") for path in (workspace.root / name).glob("*") if path.is_dir())
    return tuple(sorted({path.name for path in folders}))


def _paths(workspace: Workspace, act_id: str, lang: Lang) -> tuple[tuple[str | None, Path], ...]:
    act = workspace.act(act_id, lang)
    later = sorted((workspace.root / "consolidated" / act_id).glob(f"{lang}@*.xml"))
    published: tuple[tuple[str | None, Path], ...] = ((None, act),) if act.is_file() else ()
    return published + tuple((path.stem.partition("@")[2], path) for path in later)
