"""What the last build read and wrote, by content: enough to know what need not be built again.

One SQLite file, into which each job goes as it is done: a build that is killed at any moment goes on where it was.
"""

import errno
import hashlib
import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import monotonic
from typing import Literal

import lexkz
from lexkz.amendment.model import BaseAct
from lexkz.findings import Finding
from lexkz.workspace.building import values

_DISK = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
)
_EVERY = 0.5
"""Seconds between two commits: what a killed build has to do again."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS record (key TEXT PRIMARY KEY, inputs TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS output (path TEXT, key TEXT, PRIMARY KEY (path, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS left_over (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS file (path TEXT PRIMARY KEY, mark TEXT NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class JobRecord:
    """One job of a build: an act of the corpus, or a base act with all that amends it."""

    id: str
    """Folder of the act."""
    lang: str
    kind: Literal["act", "consolidated"]
    inputs: str
    """Digest of all that the outputs depend on."""
    outputs: tuple[tuple[str, str], ...] = ()
    """Path below the workspace, and the digest of the bytes there."""
    product: str = ""
    """Of an act of the corpus: digest of all that the consolidations read of it."""
    work: str | None = None
    """FRBR work IRI of an act of the corpus; None where it does not say its number or its day."""
    marked_work: str | None = None
    """The same IRI with a mark in place of what the act does not say: it tells kind and day."""
    date: str | None = None
    """ISO date of an act of the corpus."""
    title: str | None = None
    """Title of an act of the corpus."""
    in_force: str | None = None
    """ISO day on which an amending act enters into force, None while it is not known."""
    bases: tuple[BaseAct, ...] = ()
    """Base acts that its commands name, in the order of the text."""
    outline: bool = False
    """True where the base act is an outline."""
    commands: int = 0
    """Commands read, or commands of all amending acts."""
    outcomes: tuple[tuple[str, int], ...] = ()
    """How many commands were applied, refused and so on."""
    findings: tuple[Finding, ...] = ()

    @property
    def key(self) -> str:
        """Name of the job."""
        return f"{self.kind}:{self.id}/{self.lang}"


@contextmanager
def telling_of_the_disk(path: Path) -> Iterator[None]:
    """Raise OSError where SQLite, within, cannot write its file at ``path``: for want of space or of rights."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if not _is_of_the_disk(error):
            raise
        full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
        raise OSError(errno.ENOSPC if full else errno.EIO, str(error), str(path)) from None


def _is_of_the_disk(error: sqlite3.Error) -> bool:
    """True where the disk or the rights to it are at fault, not what the file holds."""
    # A wrong file, on which no statement was run yet, has no code.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DISK


class Manifest:
    """The records of the last build, and of the one that runs. Not for several threads, nor for several builds."""

    def __init__(self, path: Path) -> None:
        """Open the file at ``path``, or begin an empty one where there is none that can be read."""
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._file = _opened(path)
        except sqlite3.DatabaseError as error:
            if _is_of_the_disk(error):
                raise
            path.unlink(missing_ok=True)
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
            self._file = _opened(path)
        self._committed = monotonic()

    def close(self) -> None:
        """Commit, and close the file."""
        self._file.commit()
        self._file.close()

    def inputs(self, key: str) -> str | None:
        """Return the digest of what a job depended on; None where it was not done."""
        found = self._file.execute("SELECT inputs FROM record WHERE key = ?", (key,)).fetchone()
        return found[0] if found else None

    def get(self, key: str) -> JobRecord | None:
        """Return the record of a job, None where there is none, or none that this lexkz can read."""
        found = self._file.execute("SELECT body FROM record WHERE key = ?", (key,)).fetchone()
        with suppress(ValueError):
            return values.load(JobRecord, found[0]) if found else None
        return None

    def put(self, record: JobRecord) -> None:
        """Keep what a job did. What it gave earlier and gives no more is left over."""
        key = record.key
        self._file.execute(
            "INSERT OR IGNORE INTO left_over SELECT path FROM output WHERE key = ?1"
            " AND path NOT IN (SELECT value FROM json_each(?2))",
            (key, json.dumps([path for path, _ in record.outputs])),
        )
        self._file.execute("DELETE FROM output WHERE key = ?", (key,))
        self._file.executemany("INSERT INTO output VALUES (?, ?)", ((path, key) for path, _ in record.outputs))
        self._file.execute(
            "INSERT OR REPLACE INTO record VALUES (?, ?, ?)", (key, record.inputs, values.dump(record).decode())
        )
        if monotonic() - self._committed > _EVERY:
            self._file.commit()
            self._committed = monotonic()

    def forget(self, keep: Iterable[str]) -> None:
        """Drop the records of jobs that there are no more, all but those of ``keep``; what they gave is left over."""
        gone = {key for (key,) in self._file.execute("SELECT key FROM record")}.difference(keep)
        for key in gone:
            self._file.execute("INSERT OR IGNORE INTO left_over SELECT path FROM output WHERE key = ?", (key,))
            self._file.execute("DELETE FROM output WHERE key = ?", (key,))
            self._file.execute("DELETE FROM record WHERE key = ?", (key,))

    def left_over(self) -> tuple[str, ...]:
        """Return the files that earlier builds gave and that nothing gives any more, by name."""
        unused = "SELECT path FROM left_over WHERE path NOT IN (SELECT path FROM output) ORDER BY path"
        return tuple(path for (path,) in self._file.execute(unused))

    def cleared(self) -> None:
        """Forget what is left over: it was removed."""
        if self._file.execute("SELECT 1 FROM left_over").fetchone():
            self._file.execute("DELETE FROM file WHERE path IN (SELECT path FROM left_over)")
            self._file.execute("DELETE FROM left_over")

    def marks(self, paths: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Return what is known of files, by path: the mark by which a file is known again, the digest of its bytes."""
        wanted = "SELECT path, mark, digest FROM file WHERE path IN (SELECT value FROM json_each(?))"
        return {path: (mark, sha) for path, mark, sha in self._file.execute(wanted, (json.dumps(paths),))}

    def mark(self, files: Iterable[tuple[str, str, str]]) -> None:
        """Keep what was found of files: path, mark, digest."""
        self._file.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", files)

    def gives(self, path: str) -> bool:
        """Tell whether a job gave the file at ``path``."""
        return self._file.execute("SELECT 1 FROM output WHERE path = ?", (path,)).fetchone() is not None


def load(path: Path) -> dict[str, JobRecord]:
    """Return the records of the last build by name; none where there was none, or another version wrote them."""
    if not path.is_file():
        return {}
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
            rows = file.execute("SELECT key, body FROM record ORDER BY key").fetchall()
        return {key: values.load(JobRecord, body) for key, body in rows}
    except (sqlite3.DatabaseError, ValueError):
        return {}


def _opened(path: Path) -> sqlite3.Connection:
    file = sqlite3.connect(path)
    try:
        # A killed process loses nothing that it handed to the system; after a loss of power the file may be broken,
        # and then all is built again. Waiting for the disk at each commit would cost more than that.
        file.execute("PRAGMA synchronous = OFF")
        there = {name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not {"record", "output", "left_over", "file"} <= there:
            file.executescript(_SCHEMA)
        file.execute("SELECT key, inputs, body FROM record LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        file.close()
        raise
    return file


def digest(*parts: bytes | str) -> str:
    """Return the SHA-256 of parts, told apart from each other by their lengths."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


@cache
def program_digest() -> str:
    """Return a digest of lexkz itself and of what it reads and writes with: another version builds all again."""
    from lxml import etree

    package = Path(lexkz.__file__).parent
    files = sorted(path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc")
    with_what = f"{sys.version_info[:2]} {etree.LXML_VERSION} {etree.LIBXML_VERSION}"
    return digest(with_what, *_named(package, files))


def _named(package: Path, files: Iterable[Path]) -> Iterator[bytes | str]:
    for path in files:
        yield path.relative_to(package).as_posix()
        yield path.read_bytes()
