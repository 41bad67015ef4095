"""Two pieces of work, timed in turn: the ratio of their best times."""

import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Ratio:
    """What was measured."""

    name: str
    ours: float
    """Best time of the work, in seconds."""
    floor: float
    """Best time of what it is held against, in seconds."""
    against: str
    """What it is held against."""
    limit: float
    """Ratio above which the benchmark fails."""

    @property
    def value(self) -> float:
        """Our time in units of the floor's."""
        return self.ours / self.floor

    @property
    def shown(self) -> str:
        """The ratio as it is printed: two digits that say something, however small it is."""
        return f"{self.value:.2f}" if self.value >= 0.1 else f"{self.value:.2g}"


def ratio(name: str, ours: Work, floor: Work, *, against: str, limit: float, rounds: int = 5) -> Ratio:
    """Time ``ours`` and ``floor`` in turn, ``rounds`` times each, and keep the best of each."""
    times = [(_timed(ours), _timed(floor)) for _ in range(rounds)]
    return Ratio(name, min(one for one, _ in times), min(other for _, other in times), against, limit)


def best(work: Work, *, rounds: int = 3) -> float:
    """Return the best time of ``work``, in seconds."""
    return min(_timed(work) for _ in range(rounds))


def _timed(work: Work) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
