"""What a source may cost, whatever its format: size, pages, depth and time; what asks for more is refused, not obeyed.

Formats have limits of their own beside these (parts of an archive, glyphs of a page); nobody needs to set them.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from lexkz.reading.blocks import SourceError

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read of one source; the defaults are far above the longest code and far below what hurts."""

    bytes: int = 64 * MEGABYTE
    """Size of the file."""
    pages: int = 3000
    """Pages of a PDF, or of the extraction of one."""
    depth: int = 200
    """Levels of elements, nodes or parts in one another."""
    seconds: float = 600.0
    """Time for one source, from the file to the act; of a command or of a build's act, for all that is done with it."""


_chosen: ContextVar[Limits | None] = ContextVar("lexkz_limits", default=None)
_running: ContextVar["Watch | None"] = ContextVar("lexkz_watch", default=None)


def limits() -> Limits:
    """Return the limits that hold here: those that were chosen, else the defaults."""
    return _chosen.get() or Limits()


def choose(chosen: Limits | None) -> None:
    """Let ``chosen`` hold for all sources that are read from here on in this thread; None: the defaults."""
    _chosen.set(chosen)


class Watch:
    """Looks at the clock while one source is read, and at how deep it goes."""

    __slots__ = ("_count", "_deadline", "_name", "limits")

    def __init__(self, limits: Limits, name: str) -> None:
        self.limits = limits
        self._name = name
        self._count = 0
        self._deadline = time.monotonic() + limits.seconds

    def tick(self) -> None:
        """Count one thing read; now and then raise SourceError where the time is over."""
        self._count += 1
        if not self._count & 0x3F:
            self.time()

    def time(self) -> None:
        """Raise SourceError where the time is over."""
        if time.monotonic() > self._deadline:
            raise SourceError(
                f"{self._name} takes longer than {self.limits.seconds:g} seconds: "
                "give the act as plain text, or allow more with --max-seconds."
            )

    def deep(self, depth: int) -> None:
        """Raise SourceError where ``depth`` levels are too many."""
        if depth > self.limits.depth:
            raise SourceError(
                f"{self._name} nests its parts more than {self.limits.depth} levels deep: "
                "give the act as plain text, or allow more with --max-depth."
            )


def tick() -> None:
    """Count one thing read of the source that is being read, if one is."""
    running = _running.get()
    if running is not None:
        running.tick()


def deep(depth: int) -> None:
    """Raise SourceError where ``depth`` levels are too many for the source that is being read."""
    running = _running.get()
    if running is not None:
        running.deep(depth)


def look() -> None:
    """Look at the clock of what is being done, if one runs: before work that can be long, as a sentence or a pair."""
    running = _running.get()
    if running is not None:
        running.time()


@contextmanager
def on_one_clock(name: str, chosen: Limits | None = None) -> Iterator[None]:
    """Let all that is done in here, from reading to writing, share one clock; ``name`` is what messages call it.

    Sources that are read in here have no time of their own beside it.
    """
    token = _running.set(Watch(chosen or limits(), name))
    try:
        yield
    finally:
        _running.reset(token)


@contextmanager
def watched(name: str, chosen: Limits | None = None) -> Iterator[Limits]:
    """Watch one source, called ``name`` in messages, by ``chosen`` or the limits that hold; yields them.

    Within another watch that one goes on.
    """
    running = _running.get()
    if running is not None:
        yield running.limits
        return
    watch = Watch(chosen or limits(), name)
    token = _running.set(watch)
    try:
        yield watch.limits
        watch.time()
    finally:
        _running.reset(token)
