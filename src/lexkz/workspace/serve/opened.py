"""The store file as the server has it open: a connection a thread, opened anew when another file takes its place."""

import os
import threading
from pathlib import Path

from lexkz.reading.blocks import SourceError
from lexkz.workspace.serve.problems import ProblemError
from lexkz.workspace.store import Store

Generation = tuple[int, int, int]
"""What tells one file from the next in its place: number, time, size."""


class Opened:
    """The store, for many threads at once."""

    def __init__(self, path: Path, seconds: float) -> None:
        self._path = path
        self._seconds = seconds
        self._mine = threading.local()

    def generation(self) -> Generation:
        """Return which file is there now. Raises ProblemError (503) where there is none."""
        try:
            found = os.stat(self._path)
        except OSError:
            raise ProblemError(503, "The store is not there at the moment: try again.") from None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def store(self, generation: Generation) -> Store:
        """Return this thread's connection to the file of ``generation``, or to one that took its place by now.

        Raises ProblemError (503) where the file cannot be read.
        """
        mine = self._mine
        if getattr(mine, "generation", None) != generation:
            if getattr(mine, "store", None) is not None:
                mine.store.close()
                mine.store = None
            mine.generation = None
            try:
                mine.store = Store.open(self._path, seconds=self._seconds)
            except SourceError:
                raise ProblemError(503, "The store cannot be read at the moment: run lexkz index.") from None
            mine.generation = generation
        store: Store = mine.store
        return store
