"""A cluster of dask.distributed: the same tasks on its workers, with sources and results in a folder that all share."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast

from lexkz.reading.blocks import SourceError
from lexkz.workspace import failures
from lexkz.workspace.building.work import Outcome, Task, perform
from lexkz.workspace.manifest import program_digest

_REACH = 15
"""Seconds in which a scheduler is to answer, and to have a worker."""
_AHEAD = 3
"""Tasks for each thread of the cluster that wait there: enough that none is idle, few enough to be held in memory."""
_EXTRA = "A cluster needs the extra: pip install 'lexkz[cluster]'."


class OtherVersionError(RuntimeError):
    """A worker is of another lexkz than the build, so that it would give other bytes."""


class Cluster:
    """The workers of a scheduler."""

    def __init__(self, client: Any, address: str) -> None:
        """Use a connected client; ``address`` is what messages call the scheduler."""
        self._client, self._address = client, address

    def work(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Do tasks and give what became of each, as they are done; dask gives those of dead workers to others."""
        import distributed
        from distributed.scheduler import KilledWorker

        waiting = iter(tasks)
        running: dict[Any, Task] = {}
        done = cast(Any, distributed).as_completed(loop=self._client.loop)
        self._submit(waiting, running, done, self._ahead())
        while running:
            future = next(done)
            task = running.pop(future)
            try:
                yield future.result()
            except KilledWorker:
                yield Outcome(task.key, None, failures.lost(*task.name))
            except OtherVersionError as error:
                raise SourceError(str(error)) from None
            except Exception as error:
                if type(error).__module__.partition(".")[0] != "distributed" and not future.cancelled():
                    raise  # files that cannot be written, as on one machine
                raise SourceError(f"The scheduler at {self._address} is gone; what was done is kept.") from None
            future.release()
            self._submit(waiting, running, done, max(1, self._ahead() - len(running)))

    def _submit(self, waiting: Iterator[Task], running: dict[Any, Task], done: Any, count: int) -> None:
        for _, task in zip(range(count), waiting, strict=False):
            future = self._client.submit(_perform, task, program_digest(), pure=False)
            running[future] = task
            done.add(future)

    def _ahead(self) -> int:
        return int(_AHEAD * max(1, sum(self._client.nthreads().values())))


@contextmanager
def cluster(address: str) -> Iterator[Cluster]:
    """Give the workers of the scheduler at ``address``, as in ``tcp://10.0.0.5:8786``.

    Raises SourceError where the extra is missing, the scheduler does not answer, or it has no worker.
    """
    try:
        import distributed
    except ImportError:
        raise SourceError(_EXTRA) from None
    try:
        client = cast(Any, distributed).Client(address, timeout=_REACH, set_as_default=False)
    except (OSError, ValueError):
        raise SourceError(
            f"The scheduler at {address} does not answer: start it with dask scheduler, and see docs/guide/scale."
        ) from None
    try:
        _await_workers(client, address)
        yield Cluster(client, address)
    finally:
        client.close()


def _await_workers(client: Any, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_REACH)
    except TimeoutError:
        raise SourceError(
            f"The scheduler at {address} has no workers: start some with dask worker {address}."
        ) from None


def _perform(task: Task, program: str) -> Outcome:
    """Do a task on a worker, which must be of the same lexkz and see the same folder."""
    if program_digest() != program:
        raise OtherVersionError(
            "A worker of the cluster has another lexkz, Python or lxml than this one: install the same."
        )
    if not task.root.is_dir():
        raise OtherVersionError(f"A worker of the cluster does not see {task.root}: the folder must be shared by all.")
    return perform(task)
