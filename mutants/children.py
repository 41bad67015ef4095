"""Processes that run tests: forked from one that has loaded pytest already, so that each begins at once."""

import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, FrameType, ModuleType

import hypothesis
import lxml.etree
import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
_LOADED = (hypothesis, lxml.etree)
"""What tests import, loaded once for all of them; lexkz itself is loaded by each process anew."""
_MEMORY = 6 * 2**30
_PATIENCE = 10
"""By how much a process may last longer by the clock than on the processor: others may be at work on the machine."""
NOTHING = 5
"""What pytest returns where it found no test."""
LATE = -1


class ChosenTests:
    """A plugin of pytest: only these tests, in this order; one that takes ``seconds`` of the processor fails, or, where
    it ``may_be_long``, is skipped."""

    def __init__(self, chosen: Sequence[str] | None = None, seconds: float = 60, *, may_be_long: bool = False) -> None:
        self.chosen = chosen
        self.seconds = seconds
        self.may_be_long = may_be_long
        self.ids: list[str] = []
        self.long: list[str] = []
        self.failed: list[str] = []

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self.chosen is not None:
            order = {name: place for place, name in enumerate(self.chosen)}
            items[:] = sorted((item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid])
        self.ids = [item.nodeid for item in items]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        def late(_number: int, _frame: FrameType | None) -> None:
            self.long.append(item.nodeid)
            if self.may_be_long:
                pytest.skip("long")
            raise TimeoutError

        signal.signal(signal.SIGVTALRM, late)
        signal.setitimer(signal.ITIMER_VIRTUAL, self.seconds)
        try:
            return (yield)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def run_tests(where: Collection[str], *plugins: object, option: str = "-x") -> int:
    """Run tests in this process, without what pytest loads by itself, and return what pytest returns.

    Examples of hypothesis are the same each time: a fault must not be seen by luck.
    """
    os.environ.update(PYTEST_DISABLE_PLUGIN_AUTOLOAD="1", CI="1")
    os.chdir(ROOT)
    sys.path.insert(0, str(SOURCE))
    options = [option, "-q", "-p", "no:cacheprovider", "-p", "no:faulthandler", "--rootdir", str(ROOT)]
    return int(pytest.main([*options, *where], plugins=list(plugins)))


class _Instead(MetaPathFinder):
    """Finds one module of lexkz with other code than its file has."""

    def __init__(self, path: Path, code: CodeType) -> None:
        parts = path.relative_to(SOURCE).with_suffix("").parts
        self.folder = [str(path.parent)] if parts[-1] == "__init__" else None
        self.name = ".".join(parts[:-1] if self.folder else parts)
        self.path, self.code = str(path), code

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        loader = _Loader(fullname, self.path)
        loader.code = self.code
        return spec_from_file_location(fullname, self.path, loader=loader, submodule_search_locations=self.folder)


class _Loader(SourceFileLoader):
    code: CodeType

    def get_code(self, _fullname: str) -> CodeType:
        return self.code


def put(path: Path, code: CodeType) -> None:
    """Let this process import ``code`` for the module at ``path``."""
    sys.meta_path.insert(0, _Instead(path, code))


@dataclass(slots=True)
class _Running:
    number: int
    since: float
    said: Path


@dataclass(slots=True)
class Children:
    """Work that is done in processes of its own, ``jobs`` at a time, each at most ``seconds`` of the processor, and a
    long while by the clock."""

    jobs: int
    seconds: float
    _now: dict[int, _Running] = field(default_factory=dict)

    def run(self, work: Sequence[Callable[[], int]]) -> Iterator[tuple[int, int, str]]:
        """Yield, as each ends: its place in ``work``, what it returned (LATE where it did not end), what it printed."""
        with tempfile.TemporaryDirectory() as folder:
            waiting = list(enumerate(work))
            while waiting or self._now:
                while waiting and len(self._now) < self.jobs:
                    number, each = waiting.pop(0)
                    self._start(number, each, Path(folder) / f"{number}.txt")
                yield from self._ended()
                time.sleep(0.02)

    def _start(self, number: int, work: Callable[[], int], said: Path) -> None:
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            code = 3
            try:
                os.setpgid(0, 0)
                resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
                resource.setrlimit(resource.RLIMIT_CPU, (int(self.seconds), int(self.seconds) + 5))
                out = os.open(said, os.O_WRONLY | os.O_CREAT)
                os.dup2(out, 1)
                os.dup2(out, 2)
                code = work()
            finally:
                sys.stdout.flush()
                os._exit(code)
        self._now[pid] = _Running(number, time.monotonic(), said)

    def _ended(self) -> Iterator[tuple[int, int, str]]:
        for pid, one in list(self._now.items()):
            done, status = os.waitpid(pid, os.WNOHANG)
            code = os.waitstatus_to_exitcode(status) if done else None
            code = LATE if code in (-signal.SIGXCPU, -signal.SIGKILL) else code
            if code is None and time.monotonic() - one.since > self.seconds * _PATIENCE:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                code = LATE
            if code is not None:
                del self._now[pid]
                yield one.number, code, one.said.read_text(encoding="utf-8", errors="replace")
