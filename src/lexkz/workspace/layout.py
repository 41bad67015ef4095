"""Where things lie: the folders of a workspace, and the sources in its corpus."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from lexkz.reading.blocks import Lang, SourceError

CARD = "act.toml"
LANGUAGES: tuple[Lang, ...] = get_args(Lang)
FORMATS = ("xml", "html", "htm", "json", "docx", "md", "txt", "pdf")
"""Endings of sources, those that say most of the structure first: of several in one language, the first is read."""


EDITION_DAYS = "editions.toml"
"""Beside a card: the days of an act's official editions, and the acts that made them."""
EDITION_NAME = re.compile(rf"(?P<lang>kaz|rus)@(?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})\.(?:{'|'.join(FORMATS)})")
"""An official edition, to hold consolidated texts against: ``kaz@2024-10-11.md``."""


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
class CorpusEntry:
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


def entries(workspace: Workspace) -> tuple[CorpusEntry, ...]:
    """Return the acts of the corpus, by name of folder and language; folders without a source are passed over."""
    found: list[CorpusEntry] = []
    for name in _folders(workspace):
        folder = workspace.corpus / name
        there = _files(folder, workspace.root)
        for lang in LANGUAGES:
            sources = tuple(folder / file for ending in FORMATS if (file := f"{lang}.{ending}") in there)
            if sources:
                found.append(CorpusEntry(name, lang, sources[0], folder / CARD if CARD in there else None, sources[1:]))
    return tuple(found)


def in_other_language(source: Path) -> tuple[Path, ...]:
    """Return the text of the same act in the other language, of a source ``kaz.…`` or ``rus.…`` in the folder of an
    act: the one that says most of the structure; empty where there is none."""
    if source.stem not in LANGUAGES:
        return ()
    others = [lang for lang in LANGUAGES if lang != source.stem]
    root = root_of(source)
    found = (source.with_name(f"{lang}.{ending}") for lang in others for ending in FORMATS)
    return tuple(path for path in found if path.is_file() and not (root is not None and _why_not(path, root)))[:1]


def _folders(workspace: Workspace) -> list[str]:
    with os.scandir(workspace.corpus) as folders:
        names = sorted(folder.name for folder in folders if _is(folder, "dir"))
    return [name for name in names if _is_name(name) and _inside(workspace.corpus / name, workspace.root)]


def _files(folder: Path, root: Path) -> set[str]:
    try:
        with os.scandir(folder) as files:
            return {file.name for file in files if _is(file, "file") and _inside(folder / file.name, root)}
    except OSError:
        return set()


def _is(entry: "os.DirEntry[str]", what: str) -> bool:
    """What an entry is; one that leads to itself is nothing."""
    try:
        return entry.is_dir() if what == "dir" else entry.is_file()
    except OSError:
        return False


def own(path: Path, root: Path) -> Path:
    """Return ``path``. Raises SourceError where it is a link that leads out of the workspace: what the folder of an act
    says of it, and what persons decided, must not be taken from files of the machine."""
    if _why_not(path, root):
        raise SourceError(
            f"{path.name} is a link that leaves the workspace, or leads nowhere: put the file itself in its place."
        )
    return path


def _is_name(name: str) -> bool:
    """True for the name of an act's folder: no hidden one, none that a command would take for an option."""
    return not name.startswith((".", "-")) and name.isprintable()


def _inside(path: Path, root: Path) -> bool:
    """True where ``path``, all links followed, lies in the workspace: who adds to a corpus must not publish files of
    the machine."""
    try:
        return path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def not_read(workspace: Workspace) -> tuple[tuple[str, str], ...]:
    """Return what lies in the corpus and is not read, each with why: bad names of folders, links that leave the
    workspace or lead nowhere, files that are neither a source, nor a card, nor rulings."""
    found: list[tuple[str, str]] = []
    for folder in sorted(workspace.corpus.iterdir()):
        shown = "corpus/" + "".join(char if char.isprintable() else "?" for char in folder.name)
        if folder.name == ".gitkeep":
            continue
        why = _why_not(folder, workspace.root)
        if why or not folder.is_dir():
            found.append((shown, why or "no folder of an act"))
        elif not _is_name(folder.name):
            found.append((shown, "no name of an act's folder"))
        else:
            files = sorted(folder.iterdir())
            if not files:
                found.append((shown, "an empty folder"))
            for file in files:
                name = "".join(char if char.isprintable() else "?" for char in file.name)
                why = _why_not(file, workspace.root) or ("" if file.is_file() and _is_read(file.name) else _UNREAD)
                if why:
                    found.append((f"{shown}/{name}", why))
    return tuple(found)


def _is_read(name: str) -> bool:
    return name in _READ or EDITION_NAME.fullmatch(name) is not None


_READ = frozenset(
    {CARD, "rulings.toml", EDITION_DAYS, *(f"{lang}.{ending}" for lang in LANGUAGES for ending in FORMATS)}
)
_UNREAD = "neither a source (kaz.txt, rus.pdf …), nor act.toml, nor rulings.toml"


def _why_not(path: Path, root: Path) -> str:
    if not path.is_symlink() or _inside(path, root):
        return ""
    return "a link that leaves the workspace, or leads nowhere"
