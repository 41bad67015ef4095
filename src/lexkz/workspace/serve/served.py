"""How a route gets its answer: at once where that is quick, else in a thread, within the time that there is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import anyio
import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from lexkz.workspace.serve.answers import Answer, Kept, respond
from lexkz.workspace.serve.opened import Generation, Opened
from lexkz.workspace.serve.problems import ProblemError
from lexkz.workspace.store import SlowQueryError, Store

THREADS = 8
"""Answers that are made at once; further ones wait for their turn."""
Make = Callable[[Store], Answer]


class LaterError(Exception):
    """An answer cannot be given at once: it takes a thread."""


@dataclass(slots=True)
class Served:
    """The store that is served, and the answers that are kept."""

    opened: Opened
    seconds: float
    """Seconds that a request may take."""
    kept: Kept = field(default_factory=Kept)
    _threads: anyio.CapacityLimiter | None = None

    @classmethod
    def of(cls, path: Path, seconds: float) -> "Served":
        """Serve the store at ``path``."""
        # A query that was given up must end before its request does.
        return cls(Opened(path, seconds * 0.8), seconds)

    async def give(self, request: Request, make: Make, *, key: str | None = None, quick: bool = False) -> Response:
        """Return the response that ``make`` gives from the store.

        With ``quick`` it is made at once, unless it raises LaterError; else in a thread. What is given a ``key`` is
        kept. Raises ProblemError (503) where it takes too long.
        """
        generation = self.opened.generation()
        found = self.kept.get(generation, key) if key is not None else None
        if found is None and quick:
            try:
                found = make(self.opened.store(generation))
            except LaterError:
                found = None
        if found is None:
            found = await self._in_thread(make, generation)
            if key is not None:
                self.kept.put(generation, key, found)
        return respond(request, found, generation)

    async def _in_thread(self, make: Make, generation: Generation) -> Answer:
        if self._threads is None:
            self._threads = anyio.CapacityLimiter(THREADS)

        def work() -> Answer:
            return make(self.opened.store(generation))

        try:
            with anyio.fail_after(self.seconds):
                return await anyio.to_thread.run_sync(work, limiter=self._threads, abandon_on_cancel=True)
        except (TimeoutError, SlowQueryError):
            raise ProblemError(503, f"The answer took longer than {self.seconds:g} seconds: ask for less.") from None
