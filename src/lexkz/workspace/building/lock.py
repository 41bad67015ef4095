"""One build at a time: what a workspace is locked with while it is built."""

from collections.abc import Iterator
from contextlib import contextmanager

from lexkz.reading.blocks import SourceError
from lexkz.workspace.layout import Workspace


@contextmanager
def locked(workspace: Workspace, *, wait: bool) -> Iterator[None]:
    """Hold the lock of a workspace; the system takes it back from a process that dies, however it does.

    Where another build holds it, wait for that one to end, or, without ``wait``, raise SourceError.
    """
    from filelock import FileLock, Timeout

    workspace.lock.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(workspace.lock, timeout=-1 if wait else 0)
    try:
        lock.acquire()
    except Timeout:
        raise SourceError(
            "Another build is at work in this workspace: let it end, or say --wait to begin when it has ended."
        ) from None
    try:
        yield
    finally:
        lock.release()
