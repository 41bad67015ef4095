"""Processes of this machine: each has one task at a time, so that it is known whose task a dying one takes with it."""

import os
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from lexkz.reading.blocks import SourceError
from lexkz.workspace import failures
from lexkz.workspace.building.work import ActTask, Outcome, Task, perform

LEAST = 250_000
"""Bytes of sources from which on it pays to start other processes: less is read before they have started."""
TASKS = 1_000
"""Tasks after which a process gives way to a new one, so that no memory is held by what was built long ago."""
_NO_START = (
    "The processes of the build do not start: build with --jobs 1; a script that builds in several processes needs "
    'if __name__ == "__main__": around what it does.'
)
_WARM = "lexkz.workspace.building.warm"


@dataclass(slots=True, eq=False)
class _Worker:
    """One process."""

    process: BaseProcess
    line: "Connection[Any, Any]"
    task: Task | None = None
    done: int = 0
    ready: bool = False
    """True once it has said that it lives."""


class Processes:
    """Several processes of this machine; they start when there is enough to do."""

    def __init__(self, count: int) -> None:
        """Set up ``count`` processes; none is started yet."""
        # Forking from a small server that has read nothing but lexkz: quick, and no thread or file of ours is copied.
        method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
        self._context: Any = get_context(method)
        if method == "forkserver":
            self._context.set_forkserver_preload([_WARM])
        self._count = count
        self._workers: list[_Worker] = []
        # Workers hold the other end: it closes when this process dies, in whatever way, and then they end, too.
        self._lifeline: Any = None

    def work(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Do tasks and give what became of each, as they are done."""
        if len(tasks) < 2 or not _is_much(tasks):
            yield from map(perform, tasks)
            return
        waiting, again = deque(tasks), set[str]()
        self._fill(min(self._count, len(tasks)))
        while waiting or any(worker.task for worker in self._workers):
            for worker in self._workers:
                if worker.task is None and waiting:
                    worker.task = waiting.popleft()
                    with suppress(OSError):  # a worker that is dead by now is noticed below
                        worker.line.send(worker.task)
            busy = {worker.line: worker for worker in self._workers if worker.task is not None}
            for line in wait(list(busy)):
                worker = busy[line]  # type: ignore[index]
                task = worker.task
                assert task is not None
                if not worker.ready:
                    _greet(worker)
                    continue
                outcome = self._outcome(worker)
                if isinstance(outcome, OSError):
                    raise outcome
                if outcome is not None:
                    yield outcome
                elif task.key in again:
                    yield Outcome(task.key, None, failures.lost(*task.name))
                else:
                    again.add(task.key)
                    waiting.append(task)

    def close(self) -> None:
        """End the processes."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.line.close()
        self._workers.clear()
        if self._lifeline is not None:
            for end in self._lifeline:
                end.close()

    def _outcome(self, worker: _Worker) -> Outcome | OSError | None:
        """What a worker sent; None where it died, and another one is there in its place."""
        try:
            outcome: Outcome | OSError = worker.line.recv()
        except (EOFError, OSError):
            self._replace(worker)
            return None
        worker.task, worker.done = None, worker.done + 1
        if worker.done >= TASKS:
            self._replace(worker)
        return outcome

    def _replace(self, worker: _Worker) -> None:
        worker.process.kill()
        worker.process.join()
        worker.line.close()
        self._workers.remove(worker)
        self._fill(len(self._workers) + 1)

    def _fill(self, count: int) -> None:
        if self._lifeline is None:
            self._lifeline = self._context.Pipe(duplex=False)
        while len(self._workers) < count:
            line, far = self._context.Pipe()
            process = self._context.Process(target=_live, args=(far, self._lifeline[0]), daemon=True)
            process.start()
            far.close()
            self._workers.append(_Worker(process, line))


@contextmanager
def processes(count: int) -> Iterator[Processes]:
    """Give ``count`` processes, and end them."""
    made = Processes(count)
    try:
        yield made
    finally:
        made.close()


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _greet(worker: _Worker) -> None:
    """Take the first word of a worker; one that dies before it would die again and again."""
    try:
        worker.line.recv()
    except (EOFError, OSError):
        raise SourceError(_NO_START) from None
    worker.ready = True


def _is_much(tasks: Sequence[Task]) -> bool:
    """True where there is enough to read for several processes; the sources are not opened for that."""
    total = 0
    for task in tasks:
        held = (task.entry,) if isinstance(task, ActTask) else (one.entry for one in task.amending)
        for entry in held:
            with suppress(OSError):
                total += entry.source.stat().st_size
        if total >= LEAST:
            return True
    return False


def _live(line: "Connection[Any, Any]", lifeline: "Connection[Any, Any]") -> None:
    """What a worker does from its start to its end."""
    import signal
    import threading

    # Whoever stops the build from a terminal stops the process that started us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()
    # Where the build is gone, its end of the line is, too: then there is nobody to tell.
    with suppress(EOFError, OSError):
        line.send(None)
        while True:
            task = line.recv()
            try:
                outcome: Outcome | OSError = perform(task)
            except OSError as error:
                outcome = error
            line.send(outcome)


def _end_with(lifeline: "Connection[Any, Any]") -> None:
    """End at once when the build is gone: nothing that it began is to be written over what the next one writes."""
    with suppress(EOFError, OSError):
        lifeline.recv()
    os._exit(1)
