"""What changed since the last build, by content; files are read in threads, since that is what takes the time."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from lexkz.workspace.manifest import Record, holds

T = TypeVar("T")
R = TypeVar("R")
_FEW = 8
"""Jobs below which threads are not worth their start."""


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
        return list(pool.map(safely, things))


def unchanged(root: Path, pairs: Sequence[tuple[str, Record | None]], threads: int) -> Iterable[bool]:
    """Tell of each job whether its digest of inputs is that of its record, and its outputs hold what was written."""

    def same(pair: tuple[str, Record | None]) -> bool:
        inputs, record = pair
        return record is not None and record.inputs == inputs and holds(root, dict(record.outputs))

    return (found is True for found in each(same, pairs, threads))
