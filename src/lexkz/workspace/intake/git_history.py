"""A git repository as a source: each commit that changes a text of an act is an edition of it, of the author's day.

The acts that made it are named by trailers (``Cause-Act-Code: V2400035172``). Nothing is checked out: objects are read
by dulwich, without a git program (decision 0054).
"""

import re
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import Any

from lexkz.findings import finding
from lexkz.publication.extras import MissingExtraError
from lexkz.reading.blocks import Lang, SourceError
from lexkz.reading.limits import MEGABYTE, limits
from lexkz.workspace.intake.act_folders import only_acts, shown
from lexkz.workspace.intake.file_names import is_safe, said_by
from lexkz.workspace.intake.offered import RECORDS, NotOffered, Offered, Offers

_CAUSES = frozenset({"cause-act-code", "cause-act", "cause"})
"""Trailers that name the acts that made a version, by their codes."""
_TRAILER = re.compile(r"(?P<key>[A-Za-z][A-Za-z0-9-]*):[ \t]*(?P<value>\S.*)")
_DAMAGED = (KeyError, ValueError, AssertionError, OSError, zlib.error)
"""What an object that is missing or damaged raises, beside errors of dulwich."""
_TOO_LARGE = "exceeds maximum size"
"""How dulwich says that an object is larger than it may be."""
_CODE = re.compile(r"[\w.-]{1,100}")
_KIND = 0o170000
_FILE, _LINK = 0o100000, 0o120000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def is_repository(path: Path) -> bool:
    """True for a folder that holds a git repository, with or without files checked out."""
    return (path / ".git").exists() or ((path / "HEAD").is_file() and (path / "objects").is_dir())


def offers_of_git(top: Path) -> Offers:
    """Return what the history of the branch that is checked out offers, oldest first.

    Raises SourceError where the repository cannot be read or has no commit.
    """
    try:
        from dulwich.errors import ChecksumMismatch, FileFormatException, NotGitRepository
        from dulwich.repo import Repo
    except ImportError:
        raise MissingExtraError("git", "git") from None
    try:
        repo = Repo(str(top))
    except (NotGitRepository, OSError, ValueError):
        raise SourceError(f"{top.name} is no git repository that can be read: clone it again.") from None
    history = _GitHistory(repo)
    try:
        history.walk(top.name)
    except (*_DAMAGED, ChecksumMismatch, FileFormatException, NotGitRepository) as error:
        repo.close()
        if isinstance(error, SourceError):
            raise
        raise SourceError(f"{top.name} is a damaged git repository, objects are missing: clone it again.") from None
    return only_acts(history.offers())


class _GitHistory:
    """The commits of one branch while they are walked."""

    def __init__(self, repo: Any) -> None:
        self.repo = repo
        # What is packed small can be huge: an object is taken apart no further than a source may be large.
        repo.object_store.loose_object_size_limit = limits().bytes
        self.texts: list[Offered] = []
        self.refused: list[NotOffered] = []
        self.records: dict[str, Callable[[], bytes]] = {}
        self.passed: set[bytes] = set()
        self.gone: frozenset[str] = frozenset()
        self.shas: list[bytes] = []
        """The object of each text."""

    def walk(self, name: str) -> None:
        """Look at all commits, each after those that it stands on."""
        from dulwich.walk import ORDER_TOPO

        try:
            head = self.repo.head()
        except KeyError:
            raise SourceError(f"{name} has no commits: there is nothing to take from it.") from None
        if self.repo.get_shallow():
            self.refused.append(NotOffered(name, finding("workspace.import_shallow", name=name)))
        for entry in self.repo.get_walker(include=[head], order=ORDER_TOPO, reverse=True):
            self._commit(entry)
        self._look_what_is_gone(self.repo[head].tree)

    def offers(self) -> Offers:
        """Return all that was found."""
        return Offers("git", tuple(self.texts), tuple(self.refused), len(self.passed), self.records, self.gone)

    def _look_what_is_gone(self, tree: bytes) -> None:
        """Learn which folders hold no text any more, and pass over texts that were only moved, or put back."""
        from dulwich.object_store import iter_tree_contents

        contents = iter_tree_contents(self.repo.object_store, tree)
        paths = (PurePosixPath(one.path.decode("utf-8", "surrogateescape")) for one in contents)
        alive = {said.folder for path in paths if (said := said_by(path)) is not None}
        self.gone = frozenset(one.folder for one in self.texts if one.folder is not None) - alive
        last: dict[tuple[str | None, Lang | None, str], tuple[bytes, str | None]] = {}
        kept = []
        for one, sha in zip(self.texts, self.shas, strict=True):
            key = (one.act or one.where.partition(" (")[0], one.lang, one.ending)
            before, folder = last.get(key, (b"", None))
            if before != sha or (folder != one.folder and not self.gone & {folder, one.folder}):
                kept.append(one)
            last[key] = sha, one.folder
        self.texts = kept

    def _commit(self, entry: Any) -> None:
        commit = entry.commit
        day = _day(commit.author_time, commit.author_timezone)
        by = tuple(_causes(commit.message.decode("utf-8", "replace")))
        mark = commit.id.decode()[:10]
        for change in _changes(entry.changes()):
            new = change.new
            if new is None or new.sha is None or new.path is None or new.mode is None:
                continue
            kind = new.mode & _KIND
            path = PurePosixPath(new.path.decode("utf-8", "surrogateescape"))
            where = f"{shown(path)} ({mark})"
            if kind == _LINK:
                self.refused.append(NotOffered(where, finding("workspace.import_link", name=shown(path))))
            elif kind == _FILE:
                self._file(path, new.path, new.sha, where, day, by)

    def _file(
        self, path: PurePosixPath, raw: bytes, sha: bytes, where: str, day: date | None, by: tuple[str, ...]
    ) -> None:
        said = said_by(path)
        if not is_safe(path) or any(step in (b"", b".", b"..") for step in raw.split(b"/")):
            if said is not None:
                self.refused.append(NotOffered(where, finding("workspace.import_name", name=shown(path))))
        elif path.name in RECORDS:
            self.records[path.parent.as_posix()] = self._reader(sha, path.name)
        elif said is None:
            self.passed.add(raw)
        else:
            self.shas.append(sha)
            read = self._reader(sha, path.name)
            self.texts.append(Offered(where, said.ending, read, said.folder, said.act, said.lang, said.day or day, by))

    def _reader(self, sha: bytes, name: str) -> Callable[[], bytes]:
        from dulwich.errors import ChecksumMismatch, FileFormatException

        def read() -> bytes:
            most = limits().bytes
            large = SourceError(
                f"{name} is larger than {most / MEGABYTE:.3g} MB: give the text of one act, or allow more with "
                "--max-size."
            )
            try:
                data: bytes = self.repo.object_store[sha].as_raw_string()
            except (*_DAMAGED, ChecksumMismatch, FileFormatException) as error:
                if _TOO_LARGE in str(error):
                    raise large from None
                raise SourceError(f"{name} is missing or damaged in the git repository: clone it again.") from None
            if len(data) > most:
                raise large
            return data

        return read


def _changes(found: Any) -> Iterator[Any]:
    """Give the changes of a commit; those of a merge, for each parent, are only what it settled itself."""
    seen = set()
    for one in found:
        for change in one if isinstance(one, list) else [one]:
            mark = (change.new.path, change.new.sha) if change.new is not None else None
            if mark is not None and mark not in seen:
                seen.add(mark)
                yield change


def _day(seconds: int, zone: int) -> date | None:
    try:
        return (_EPOCH + timedelta(seconds=seconds + zone)).date()
    except OverflowError:
        return None


def _causes(message: str) -> Iterator[str]:
    """Give the codes in the trailers of a commit's message: the lines of its last paragraph."""
    paragraphs = re.split(r"\n[ \t]*\n", message.strip())
    found = set()
    for line in paragraphs[-1].splitlines() if len(paragraphs) > 1 else []:
        trailer = _TRAILER.fullmatch(line.strip())
        if trailer is None or trailer["key"].lower() not in _CAUSES:
            continue
        for code in re.split(r"[,;\s]+", trailer["value"]):
            if _CODE.fullmatch(code) and code not in found:
                found.add(code)
                yield code
