"""Where things lie: the folders of a workspace, and the sources in its corpus."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from lexkz.read.blocks import Lang, SourceError

CARD = "act.toml"
LANGUAGES: tuple[Lang, ...] = get_args(Lang)
FORMATS = ("xml", "html", "htm", "json", "docx", "md", "txt", "pdf")
"""Endings of sources, those that say most of the structure first: of several in one language, the first is read."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders of a workspace; none but ``corpus`` need exist."""

    root: Path

    @property
    def corpus(self) -> Path:
        """Sources as they were published, one folder an act."""
        return self.root / "corpus"

    @property
    def manifest(self) -> Path:
        """What the last build read and wrote; kept with what is built, not with what is committed."""
        return self.root / "published" / ".build" / "manifest.sqlite"

    @property
    def lock(self) -> Path:
        """What a build holds while it runs."""
        return self.root / "published" / ".build" / "lock"

    def reading(self, act_id: str, lang: str) -> Path:
        """Path of the commands of an amending act as a build keeps them for its second stage."""
        return self.root / "published" / ".build" / "readings" / act_id / f"{lang}.reading"

    def all_acts(self, lang: str) -> tuple[Path, ...]:
        """Paths of the acts in Akoma Ntoso that are there in ``lang``, outlines among them, by name."""
        return tuple(sorted((self.root / "xml").glob(f"*/{lang}.xml")))

    def act(self, act_id: str, lang: str) -> Path:
        """Path of an act's Akoma Ntoso."""
        return self.root / "xml" / act_id / f"{lang}.xml"

    def expression(self, act_id: str, lang: str, date: str) -> Path:
        """Path of a consolidated expression; ``date`` is ISO."""
        return self.root / "consolidated" / act_id / f"{lang}@{date}.xml"

    def rulings(self, act_id: str) -> Path:
        """Path of the decisions of persons on findings about a base act, beside its source."""
        return self.corpus / act_id / "rulings.toml"

    def published(self, act_id: str, name: str) -> Path:
        """Path of published data of an act."""
        return self.root / "published" / act_id / name


@dataclass(frozen=True, slots=True)
class Entry:
    """One act in one language, as it lies in the corpus."""

    id: str
    """Name of its folder."""
    lang: Lang
    source: Path
    card: Path | None
    """``act.toml`` of the folder, where there is one."""
    others: tuple[Path, ...] = ()
    """Further sources of the same text, held against the one that is read."""


def root_of(path: Path) -> Path | None:
    """Return the nearest directory, ``path`` or above, that holds ``corpus/``; None where none does."""
    absolute = path.resolve()
    return next((above for above in (absolute, *absolute.parents) if (above / "corpus").is_dir()), None)


def find_root(start: Path) -> Path:
    """Return the workspace that ``start`` is in. Raises SourceError where it is in none."""
    root = root_of(start)
    if root is not None:
        return root
    raise SourceError(
        "There is no corpus/ here or in a directory above: go to the workspace, or make one with mkdir corpus."
    )


def entries(workspace: Workspace) -> tuple[Entry, ...]:
    """Return the acts of the corpus, by name of folder and language; folders without a source are passed over."""
    found: list[Entry] = []
    with os.scandir(workspace.corpus) as folders:
        names = sorted(folder.name for folder in folders if folder.is_dir())
    for name in names:
        folder = workspace.corpus / name
        with os.scandir(folder) as files:
            there = {file.name for file in files if file.is_file()}
        for lang in LANGUAGES:
            sources = tuple(folder / file for ending in FORMATS if (file := f"{lang}.{ending}") in there)
            if sources:
                found.append(Entry(name, lang, sources[0], folder / CARD if CARD in there else None, sources[1:]))
    return tuple(found)
