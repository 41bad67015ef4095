"""What changed since the last build: files are told by content, and read again only where their marks are new.

The mark of a file is its size, its times of writing and of change, and its place on the disk. The time of change is set
by the system at each writing, so that a file that is edited and given its old date has another mark. A file that was
written as a build began, or later, is not believed by its mark: it could be written again before the clock of the file
system ticks. The next build reads it once more. Files are read in threads, since that is what takes the time.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from lexkz.workspace.layout import CorpusEntry
from lexkz.workspace.manifest import JobRecord, Manifest, digest

T = TypeVar("T")
R = TypeVar("R")
_FEW = 8
"""Files below which threads are not worth their start."""
_TICK = 2_000_000_000
"""Nanoseconds of the coarsest clock of a file system."""


class FilesNow:
    """The files of a workspace as digests of their bytes, read only where they must be."""

    def __init__(self, root: Path, manifest: Manifest, clock: Path, threads: int) -> None:
        """``clock`` is a file of the workspace that the build may touch, to learn what time it is there."""
        self._root = root
        self._manifest = manifest
        self._threads = threads
        os.utime(clock)
        # Elsewhere than on POSIX the time of change is something else, so that no mark can be believed.
        self._old = clock.stat().st_mtime_ns - _TICK if os.name == "posix" else -1

    def digests(self, names: Sequence[str]) -> dict[str, str | OSError]:
        """Return the digest of each file, by its path below the workspace, or the OSError for one that has none."""
        known = self._manifest.marks(names)
        found = dict(
            zip(names, each(lambda name: self._digest(name, known.get(name)), names, self._threads), strict=True)
        )
        fresh = [(name, *one) for name, one in found.items() if not isinstance(one, OSError) and one != known.get(name)]
        self._manifest.mark((name, mark, sha) for name, mark, sha in fresh if mark)
        return {name: one if isinstance(one, OSError) else one[1] for name, one in found.items()}

    def _digest(self, name: str, known: tuple[str, str] | None) -> tuple[str, str]:
        path = os.path.join(self._root, name)
        # The mark is taken before the bytes: what is written in between has another one next time.
        status = os.stat(path)
        times = status.st_mtime_ns, status.st_ctime_ns
        mark = (
            f"{status.st_size} {times[0]} {times[1]} {status.st_dev} {status.st_ino}" if max(times) < self._old else ""
        )
        if known is not None and mark == known[0]:
            return known
        with open(path, "rb") as file:
            return mark, digest(file.read())


def act_inputs(program: str, entry: CorpusEntry, root: Path, found: dict[str, str | OSError]) -> str:
    """Return the digest of all that an act's files depend on; ``found`` are the digests of its sources.

    Raises OSError where one cannot be read.
    """
    parts = [program, entry.source.name, "card" if entry.card else ""]
    for name in input_names(entry, root):
        one = found[name]
        if isinstance(one, OSError):
            raise one
        parts.append(one)
    return digest(*parts)


def input_names(entry: CorpusEntry, root: Path) -> list[str]:
    """Return the paths below the workspace of all that an act is read from."""
    files = (entry.source, *((entry.card,) if entry.card else ()), *entry.others)
    return [path.relative_to(root).as_posix() for path in files]


def unchanged(files: FilesNow, pairs: Sequence[tuple[str, JobRecord | None]]) -> list[bool]:
    """Tell of each job whether its digest of inputs is that of its record, and its outputs hold what was written."""
    same = [record is not None and record.inputs == inputs for inputs, record in pairs]
    held = [record.outputs if right and record else () for right, (_, record) in zip(same, pairs, strict=True)]
    found = files.digests([name for outputs in held for name, _ in outputs])
    return [
        right and all(found[name] == sha for name, sha in outputs) for right, outputs in zip(same, held, strict=True)
    ]


def each(look: Callable[[T], R], things: Sequence[T], threads: int) -> Iterable[R | OSError]:
    """Return what ``look`` gives for each of ``things``, or the OSError that it raises."""

    def safely(thing: T) -> R | OSError:
        try:
            return look(thing)
        except OSError as error:
            return error

    if threads <= 1 or len(things) < _FEW:
        return [safely(thing) for thing in things]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(safely, things, chunksize=1))
