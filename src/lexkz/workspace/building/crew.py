"""Who does the work of a build: this process, others of this machine, or a cluster. All give the same bytes."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from lexkz.workspace.building.work import Outcome, Task, perform


class Crew(Protocol):
    """What does tasks."""

    def work(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Do tasks and give what became of each, as they are done, in no order.

        A task whose worker dies is done once more by another, and then has failed. Raises OSError where files cannot
        be written.
        """


class Alone:
    """This process."""

    def work(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Do tasks one after the other."""
        return map(perform, tasks)


def crew(jobs: int, scheduler: str | None) -> AbstractContextManager[Crew]:
    """Return who does the work: a cluster at ``scheduler`` where given, else ``jobs`` processes.

    Raises SourceError where the cluster cannot be reached, or the extra for it is not installed.
    """
    if scheduler is not None:
        from lexkz.workspace.building.cluster import cluster

        return cluster(scheduler)
    if jobs <= 1:
        return _alone()
    from lexkz.workspace.building.processes import processes

    return processes(jobs)


@contextmanager
def _alone() -> Iterator[Crew]:
    yield Alone()
