"""A synthetic corpus: how fast it is built, by one process, by two, by a cluster, and how the cost of an act grows."""

import math
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

from bench.consolidating import LINEAR
from bench.synthetic import synthesise
from bench.timing import Ratio
from lexkz.workspace.build import build

_ACTS, _AMENDING = 100, 200
_GROWTH = ((66, 134), (1_333, 2_667))
"""Orders and those that amend them: 200 acts and 4,000, in one language."""


def scaling() -> Iterator[Ratio]:
    """The ratios of the issue "Scale"; that all ways give the same bytes is for the tests."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        made = synthesise(root, acts=_ACTS, amending=_AMENDING)
        one = min(_anew(root) for _ in range(2))
        two = min(_anew(root, jobs=2) for _ in range(2))
        count = 2 * (made.acts + made.amending)
        print(f"one process: {count / one:.0f} acts/s, {made.size / one / 1e6:.2f} MB/s of sources", flush=True)
        print(f"two processes: {count / two:.0f} acts/s, {made.size / two / 1e6:.2f} MB/s of sources", flush=True)
        yield Ratio("two processes", two, one, "one process", 1 / 1.5)
        yield from _cluster(root)
    yield _growth()


def _cluster(root: Path) -> Iterator[Ratio]:
    try:
        import distributed
    except ImportError:
        return
    times = {}
    for workers in (1, 2):
        options = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None, "host": "127.0.0.1"}
        with cast(Any, distributed).LocalCluster(**options) as local:
            _anew(root, scheduler=local.scheduler_address)  # grammars are built once for a worker
            times[workers] = _anew(root, scheduler=local.scheduler_address)
    yield Ratio("a cluster of two workers", times[2], times[1], "one worker", 1 / 1.3)


def _growth() -> Ratio:
    """The exponent with which the time of the processor grows from 200 acts to 4,000."""
    times = []
    for place, (acts, amending) in enumerate(_GROWTH):
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            size = synthesise(root, acts=acts, amending=amending, langs=("rus",)).size
            if place == 0:
                _anew(root)  # what is done once in a process, grammars above all, would flatter the exponent
            # By the processor's clock, since others may be at work on the machine for the minutes that it takes.
            times.append((size, _anew(root, clock=time.process_time)))
            print(f"{acts + amending} acts: {(acts + amending) / times[-1][1]:.0f} acts/s of one processor", flush=True)
    (small, first), (large, last) = times
    # Against bytes, since the sizes of acts are drawn at random.
    exponent = math.log(last / first) / math.log(large / small)
    return Ratio("growth in acts, 200 to 4,000 (exponent)", exponent, 1.0, LINEAR, 1.05)


def _anew(
    root: Path, *, jobs: int = 1, scheduler: str | None = None, clock: Callable[[], float] = time.perf_counter
) -> float:
    """Build all and return the seconds it took."""
    for top in ("xml", "consolidated", "published"):
        shutil.rmtree(root / top, ignore_errors=True)
    started = clock()
    build(root, jobs=jobs, scheduler=scheduler)
    return clock() - started
