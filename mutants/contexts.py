"""Which tests pass which line: measured once, kept beside the sources, and followed where these change."""

import hashlib
import json
import os
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage, CoverageData

from mutants.children import ROOT, SOURCE, Children, ChosenTests, run_tests

_SECONDS = 3600
_LONG = 8.0
"""A test that takes longer, traced, in seconds of the processor is not measured, and not tried for any fault."""
_SLOW = 1.0
"""A test that takes longer, traced, is tried last: properties over many texts see much, but each costs much."""


class Contexts:
    """The lines that each test passes, in a file of coverage; beside it, what they were measured of."""

    def __init__(self, path: Path, rooms: Sequence[str], tests: Sequence[str], jobs: int) -> None:
        self.path, self.rooms, self.tests, self.jobs = path, rooms, tests, jobs
        self._of = path.with_suffix(".json")
        self._known: dict[str, dict[int, list[str]]] = {}
        self._sizes: dict[str, int] = {}
        self._slow: dict[str, float] = {}

    def bring_up_to_date(self) -> None:
        """Measure what is not known yet: the tests that are new and those of a file that has changed. (Of cases in
        text, those with a new name.)

        Where a source has changed, its lines keep the tests that pass them, also in a module that has another name or
        was joined with others; a new line has those of the lines around it. So do the lines of another copy of the
        project whose file was put here. That chooses tests, no more: a fault that another test would see counts as
        not seen.
        """
        sources = {
            _name(path): path.read_text(encoding="utf-8")
            for room in self.rooms
            for path in (SOURCE / "lexkz" / room).rglob("*.py")
        }
        files = {_name(path): _digest(path) for room in self.tests for path in (ROOT / room).rglob("test_*.py")}
        there = self._ids()
        kept = json.loads(self._of.read_text(encoding="utf-8")) if self._of.is_file() and self.path.is_file() else {}
        if kept:
            self._follow(kept, sources)
        else:
            self.path.unlink(missing_ok=True)
        known = set(kept.get("ids", ()))
        changed = {file for file, digest in files.items() if kept.get("files", {}).get(file) != digest}
        wanted = [name for name in there if name not in known or name.partition("::")[0] in changed]
        long = set(kept.get("long", ())) - set(wanted)
        self._slow = {name: each for name, each in kept.get("slow", {}).items() if name not in wanted}
        if wanted:
            print(f"measuring the lines of {len(wanted)} of {len(there)} tests", flush=True)
            long = (long | self._measure(wanted)) & set(there)
        said = {
            "root": str(ROOT),
            "sources": sources,
            "files": files,
            "ids": there,
            "long": sorted(long),
            "slow": self._slow,
        }
        self._of.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
        self._read(set(there) - long)

    def of(self, path: Path, line: int) -> tuple[list[str], dict[str, float]]:
        """Return the tests that pass a line, those first that are likeliest to see a change of it, and the slow ones
        with the seconds that each takes, the quickest first.

        Two orders in turn: the tests that pass the fewest lines, which say most about each; and those that pass the
        most lines of the module, since a line that all tests pass is seen by those that are about it. What runs when
        the module is loaded is passed by no test: then all tests of the module are asked.
        """
        module = self._known.get(str(path), {})
        about = Counter(name for names in module.values() for name in names)
        passing = module.get(line, []) or (list(about) if line in module else [])
        names = [name for name in passing if name not in self._slow]
        slow = sorted((name for name in passing if name in self._slow), key=lambda name: (self._slow[name], name))
        small = sorted(names, key=lambda name: (self._sizes[name], name))
        near = sorted(names, key=lambda name: (-about[name], self._sizes[name], name))
        return list(dict.fromkeys(name for pair in zip(small, near, strict=True) for name in pair)), {
            name: self._slow[name] for name in slow
        }

    def _follow(self, kept: Mapping[str, Any], after: Mapping[str, str]) -> None:
        """Let the lines of changed sources keep their tests."""
        before, root = kept["sources"], Path(kept.get("root", ROOT))
        files = {str(root / name): name for name in before if root != ROOT or before[name] != after.get(name)}
        if not files:
            return
        data = CoverageData(str(self.path))
        data.read()
        lines: dict[str, dict[str, set[int]]] = {}
        for file in data.measured_files() & files.keys():
            name = files[file]
            homes = {
                str(ROOT / home): _moved(before[name].split("\n"), after[home].split("\n"))
                for home in _homes(name, before[name], after)
            }
            for line, tests in data.contexts_by_lineno(file).items():
                for test in tests:
                    for home, moved in homes.items():
                        lines.setdefault(test, {}).setdefault(home, set()).update(moved.get(line, ()))
        data.purge_files(list(files))
        for test, passed in lines.items():
            data.set_context(test)
            data.add_lines({file: found for file, found in passed.items() if found})
        data.write()

    def _read(self, there: set[str]) -> None:
        data = CoverageData(str(self.path))
        data.read()
        for file in data.measured_files():
            if not Path(file).is_file():
                continue
            lines = data.contexts_by_lineno(file).items()
            self._known[file] = {line: [name for name in names if name in there] for line, names in lines}
            for names in self._known[file].values():
                for name in names:
                    self._sizes[name] = self._sizes.get(name, 0) + 1

    def _ids(self) -> list[str]:
        target = self.path.with_suffix(".ids")

        def collect() -> int:
            plugin = ChosenTests()
            code = run_tests(self.tests, plugin, option="--collect-only")
            target.write_text("\n".join(plugin.ids), encoding="utf-8")
            return code

        for _, code, said in Children(1, _SECONDS).run([collect]):
            if code:
                raise SystemExit(f"mutants: the tests cannot be collected\n{said[-2000:]}")
        names = target.read_text(encoding="utf-8").split("\n")
        target.unlink()
        return names

    def _measure(self, names: Sequence[str]) -> set[str]:
        """Add the lines of these tests to the file; return those that took too long or failed."""
        parts = [names[start :: self.jobs] for start in range(self.jobs) if names[start :: self.jobs]]
        files = [self.path.with_suffix(f".part{number}") for number in range(len(parts))]

        def part(number: int) -> int:
            chosen = parts[number]
            measured = _Measured(files[number], self.rooms)
            plugin = ChosenTests(chosen, _LONG, may_be_long=True)
            code = run_tests(sorted({name.partition("::")[0] for name in chosen}), plugin, measured, option="--tb=no")
            measured.save()
            _beside(files[number], "not").write_text("\n".join((*plugin.long, *plugin.failed)), encoding="utf-8")
            _beside(files[number], "slow").write_text(json.dumps(measured.slow), encoding="utf-8")
            return code

        work = [lambda number=number: part(number) for number in range(len(parts))]
        for _, code, said in Children(self.jobs, _SECONDS).run(work):
            if code not in (0, 1):
                raise SystemExit(f"mutants: the tests cannot be run\n{said[-4000:]}")
            if code:
                print(f"tests that fail without any fault are not asked:\n{said[-2000:]}", flush=True)
        whole = CoverageData(str(self.path))
        if self.path.is_file():
            # Without this coverage begins a new file, and what was measured before is lost.
            whole.read()
        long: set[str] = set()
        for file in files:
            data = CoverageData(str(file))
            data.read()
            whole.update(data)
            long.update(_beside(file, "not").read_text(encoding="utf-8").split("\n"))
            self._slow |= json.loads(_beside(file, "slow").read_text(encoding="utf-8"))
            for each in (file, _beside(file, "not"), _beside(file, "slow")):
                each.unlink()
        whole.write()
        return long


def _homes(name: str, text: str, after: Mapping[str, str]) -> list[str]:
    """The modules that have the lines of one: itself, and those into which a fifth of it or more has gone."""
    if after.get(name) == text:
        return [name]
    lines = {line for line in text.split("\n") if len(line.strip()) > 12 and "import" not in line}
    shares = {other: len(lines & set(there.split("\n"))) for other, there in after.items()}
    return [other for other, share in shares.items() if other == name or share > max(3, len(lines) / 5)]


def _moved(before: Sequence[str], after: Sequence[str]) -> dict[int, list[int]]:
    """Where the lines of a text, counted from 1, are in another state of it; those around a change are the new ones."""
    out: dict[int, list[int]] = {}
    for tag, start, end, first, last in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if tag == "equal":
            for place in range(end - start):
                out.setdefault(start + place + 1, []).append(first + place + 1)
        else:
            for place in range(max(0, start - 1), min(len(before), end + 1)):
                out.setdefault(place + 1, []).extend(range(first + 1, last + 1))
    return out


class _Measured:
    """A plugin of pytest that tells coverage which test runs, and notes which are slow."""

    def __init__(self, target: Path, rooms: Sequence[str]) -> None:
        target.unlink(missing_ok=True)
        packages = [f"lexkz.{room}" for room in rooms]
        self.coverage = Coverage(data_file=str(target), source_pkgs=packages, config_file=False, branch=False)
        self.coverage.start()
        self.slow: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.coverage.switch_context(item.nodeid)
        began = time.process_time()
        try:
            return (yield)
        finally:
            self.coverage.switch_context("")
            if (took := time.process_time() - began) > _SLOW:
                self.slow[item.nodeid] = round(took, 2)

    def save(self) -> None:
        self.coverage.stop()
        self.coverage.save()


def _beside(part: Path, what: str) -> Path:
    return Path(f"{part}.{what}")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def cores() -> int:
    """Return how many processes may run at once."""
    return max(1, min(4, os.cpu_count() or 1))
