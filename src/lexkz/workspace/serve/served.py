"""How a route gets its answer: at once where that is quick, else in a thread, within the time that there is."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from lexkz.workspace.serve.answers import Answer, Kept, answer, respond
from lexkz.workspace.serve.apart import Apart, compared
from lexkz.workspace.serve.opened import Generation, Opened
from lexkz.workspace.serve.problems import ProblemError
from lexkz.workspace.store import SlowQueryError, Store

THREADS = 8
"""Answers that are made at once; further ones wait for their turn."""
PROCESSES = 2
"""Large comparisons that are made at once."""
Make = Callable[[Store], Answer | Apart]
Quick = Callable[[Store], Answer]


@dataclass(slots=True)
class Served:
    """The store that is served, and the answers that are kept."""

    opened: Opened
    seconds: float
    """Seconds that a request may take."""
    kept: Kept = field(default_factory=Kept)
    # A thread whose request was given up still counts until it ends: there are never more than these.
    _threads: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(THREADS, "lexkz-answer"))
    _processes: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(PROCESSES))

    @classmethod
    def of(cls, path: Path, seconds: float) -> "Served":
        """Serve the store at ``path``."""
        # A query that was given up must end before its request does.
        return cls(Opened(path, seconds * 0.8), seconds)

    async def give(self, request: Request, make: Make, *, key: str | None = None) -> Response:
        """Return the response that ``make`` gives from the store, in a thread.

        What is given a ``key`` is kept. Raises ProblemError (503) where it takes too long.
        """
        generation = self.opened.generation()
        found = self.kept.get(generation, key) if key is not None else None
        if found is None:
            found = await self._in_time(make, generation)
            if key is not None:
                self.kept.put(generation, key, found)
        return respond(request, found, generation)

    def at_once(self, request: Request, make: Quick) -> Response:
        """Return the response that ``make`` gives by a few look-ups, without a thread."""
        generation = self.opened.generation()
        return respond(request, make(self.opened.store(generation)), generation)

    async def _in_time(self, make: Make, generation: Generation) -> Answer:
        def work() -> Answer | Apart:
            return make(self.opened.store(generation))

        try:
            async with asyncio.timeout(self.seconds):
                made = await asyncio.get_running_loop().run_in_executor(self._threads, work)
                if isinstance(made, Answer):
                    return made
                async with self._processes:
                    return answer(await compared(made), location=made.location)
        except (TimeoutError, SlowQueryError):
            raise ProblemError(503, f"The answer took longer than {self.seconds:g} seconds: ask for less.") from None
