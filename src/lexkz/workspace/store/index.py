"""``lexkz index``: a workspace into one SQLite file, only what changed, whole or not at all."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

from lexkz.findings import Finding
from lexkz.reading.blocks import SourceError
from lexkz.workspace import failures
from lexkz.workspace.manifest import program_digest
from lexkz.workspace.store import schema, write
from lexkz.workspace.store.connection import DEFAULT
from lexkz.workspace.store.extract import extract
from lexkz.workspace.store.files import Files, groups
from lexkz.workspace.store.rows import DocumentRows

MANY = 40
"""Acts from which on it pays to read them in several processes."""

Progress = Callable[[str, int, int], None]
"""Called with what was done last, how many acts are done, and how many there are to do."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What an index run did."""

    written: tuple[str, ...]
    """Acts put in, new or in place of what was there: ``V2300032875/kaz``."""
    removed: tuple[str, ...]
    """Acts taken out: their files are gone, or can no longer be read."""
    unchanged: int
    failed: tuple[tuple[str, Finding], ...]
    """Acts that could not be read, and why. Nothing of them is in the store."""


def index(
    root: Path,
    output: Path | None = None,
    *,
    processes: int | None = None,
    progress: Progress = lambda _label, _done, _all: None,
) -> Indexed:
    """Bring the store of the workspace at ``root`` up to date; it lies in ``published/lexkz.sqlite``, or at ``output``.

    What changed is told by content, and by lexkz itself: what another version wrote is written anew. The work is done
    in a copy that takes the place of the file at the end, so that readers see the old store or the new one; where
    nothing changed the file is not touched. ``processes`` is how many read acts at once: by default as many as there
    are cores, and one where there is little to do. Raises SourceError where there is nothing to index, another run is
    at work, or ``output`` is a file that is not a store; OSError where files cannot be read or written.
    """
    path = (output or root / DEFAULT).resolve()
    there = groups(root)
    if not there:
        raise SourceError("There are no acts in xml/ or consolidated/: run lexkz build first.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with _alone(path), _working_copy(path) as copy:
        program = program_digest()
        anew = not _usable(path, program)
        if not anew:
            copyfile(path, copy)
        with closing(_opened(copy)) as connection:
            done = _update(connection, there, processes, progress)
            if not (done.written or done.removed or (anew and path.exists())):
                return done
            connection.execute("INSERT OR REPLACE INTO facts VALUES ('program', ?)", (program,))
            connection.commit()
            connection.execute("INSERT INTO words (words) VALUES ('optimize')")
            connection.execute("INSERT INTO letters (letters) VALUES ('optimize')")
            connection.execute("PRAGMA optimize")
            connection.commit()
        _put(copy, path)
    return done


def _update(
    connection: sqlite3.Connection, there: Sequence[Files], processes: int | None, progress: Progress
) -> Indexed:
    known = {
        f"{act}/{lang}": (doc, digest)
        for doc, act, lang, digest in connection.execute("SELECT id, act, lang, digest FROM documents")
    }
    digests = {files.key: files.digest() for files in there}
    changed = [files for files in there if known.get(files.key, (0, ""))[1] != digests[files.key]]
    written: list[str] = []
    failed: list[tuple[str, Finding]] = []
    removed = [key for key in known if key not in digests]
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        for key in removed:
            write.remove(connection, known[key][0])
        for done, (files, made) in enumerate(_read(changed, digests, processes), 1):
            if files.key in known:
                write.remove(connection, known[files.key][0])
            if isinstance(made, Finding):
                failed.append((files.key, made))
                removed += [files.key] if files.key in known else []
            else:
                write.insert(connection, made)
                written.append(files.key)
            progress(files.key, done, len(changed))
    return Indexed(tuple(written), tuple(sorted(removed)), len(there) - len(changed), tuple(failed))


def _read(
    changed: Sequence[Files], digests: dict[str, str], processes: int | None
) -> Iterator[tuple[Files, DocumentRows | Finding]]:
    """Give the rows of each act in the order given; those of many acts are made in several processes."""
    count = processes or (min(os.cpu_count() or 1, 8) if len(changed) >= MANY else 1)
    work = [(files, digests[files.key]) for files in changed]
    if count == 1:
        yield from zip(changed, map(_one, work), strict=True)
        return
    with ProcessPoolExecutor(count) as pool:
        yield from zip(changed, pool.map(_one, work, chunksize=4), strict=True)


def _one(work: tuple[Files, str]) -> DocumentRows | Finding:
    files, digest = work
    try:
        return extract(files, digest)
    except (SourceError, ValueError, OSError) as error:
        return failures.unreadable(files.act, files.lang, error)
    except Exception as error:  # one bad act must not stop the others
        return failures.broken(files.act, files.lang, error)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Only one run at a time writes a store; a run that was killed leaves no lock behind, but maybe a copy."""
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise SourceError(f"{path.name} is being written by another lexkz index: wait until it is done.") from None
    try:
        for left in path.parent.glob(f".{path.name}.*.part*"):
            left.unlink(missing_ok=True)
        yield
    finally:
        lock.release()


@contextmanager
def _working_copy(path: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    os.close(handle)
    copy = Path(name)
    try:
        yield copy
    finally:
        for left in (copy, copy.with_name(f"{copy.name}-journal")):
            left.unlink(missing_ok=True)


def _opened(copy: Path) -> sqlite3.Connection:
    """Return a connection to the copy; in an empty one the tables are made."""
    connection = sqlite3.connect(copy, isolation_level=None)
    # The copy is not the store until it is whole and on the disk: a journal for each page would be for nothing.
    connection.execute("PRAGMA journal_mode = MEMORY")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -65536")
    if connection.execute("PRAGMA user_version").fetchone()[0] != schema.VERSION:
        schema.create(connection)
    return connection


def _usable(path: Path, program: str) -> bool:
    """Return whether the store there can be brought up to date. Raises SourceError where it is another's file."""
    if not path.exists() or path.stat().st_size == 0:
        return False
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as old:
            if old.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION:
                raise SourceError(f"{path.name} is not a store of lexkz: name another file with -o.")
            if old.execute("PRAGMA user_version").fetchone()[0] != schema.VERSION:
                return False
            facts = dict(old.execute("SELECT key, value FROM facts").fetchall())
    except sqlite3.DatabaseError:
        with path.open("rb") as file:
            if file.read(16) != b"SQLite format 3\x00":
                raise SourceError(f"{path.name} is not a store of lexkz: name another file with -o.") from None
        return False  # damaged: made anew
    return facts.get("program") == program


def _put(copy: Path, path: Path) -> None:
    """Put the copy in the place of the store, on the disk first; its time is later than that of the store before."""
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    if path.exists():
        os.chmod(copy, path.stat().st_mode & 0o777)
        before = path.stat().st_mtime_ns // 1_000_000_000
        now = copy.stat().st_mtime_ns
        if now // 1_000_000_000 <= before:
            os.utime(copy, ns=(now, (before + 1) * 1_000_000_000))
    else:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(copy, 0o666 & ~mask)
    os.replace(copy, path)
