"""``python -m mutants``: a seeded sample of faults, each run against the tests that pass its line.

Which tests these are is asked of a coverage file with contexts (``--cov-context=test``), which is made first where it
is not there. Exit 1 where fewer than 85 % of the sample are seen by a test; survivors are named, with the reason that
``mutants/survivors.txt`` gives.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from coverage import CoverageData

from mutants.faults import Fault, faults, mutated

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
ROOMS = ("consolidate", "amend", "akn")
TESTS = ("tests/consolidate", "tests/amend", "tests/akn")
FLOOR = 0.85
_AT_MOST = 40
"""Tests that are tried for one fault: those that pass the fewest lines first, since they say most about each."""
_SECONDS = 120


def main() -> int:
    """Run the sample and say what became of it."""
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=80)
    options.add_argument("--seed", type=int, default=391)
    options.add_argument("--contexts", type=Path, default=ROOT / ".mutants.coverage")
    given = options.parse_args()
    if not given.contexts.is_file():
        _measure(given.contexts)
    known = _tests_by_line(given.contexts)
    reasons = _reasons()
    found = [one for room in ROOMS for path in sorted((SOURCE / "lexkz" / room).rglob("*.py")) for one in faults(path)]
    sample = random.Random(given.seed).sample(found, min(given.count, len(found)))
    killed, left = 0, []
    for number, fault in enumerate(sample, start=1):
        seen = _is_seen(fault, known.get((fault.path.relative_to(ROOT).as_posix(), fault.line), []))
        killed += seen
        name = _name(fault)
        if not seen:
            left.append(name)
        print(f"{number:3} {'killed  ' if seen else 'SURVIVED'} {name}", flush=True)
    equivalent = [name for name in left if name in reasons]
    share = killed / max(1, len(sample) - len(equivalent))
    print(f"{killed} of {len(sample)} killed; {len(equivalent)} change nothing; {share:.0%}")
    for name in left:
        print(f"  {name}: {reasons.get(name, 'no reason is given')}")
    return 0 if share >= FLOOR else 1


def _name(fault: Fault) -> str:
    return f"{fault.path.relative_to(SOURCE / 'lexkz').as_posix()}:{fault.line} {fault.what}"


def _reasons() -> dict[str, str]:
    """Faults that change nothing that can be seen, each with why: "name | why", a line each."""
    path = ROOT / "mutants" / "survivors.txt"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if " | " in line and line[:1] != "#"]
    return {name.strip(): why.strip() for name, _, why in (line.partition(" | ") for line in lines)}


def _measure(target: Path) -> None:
    packages = [f"--cov=lexkz.{room}" for room in ROOMS]
    command = [sys.executable, "-m", "pytest", "-q", *TESTS, *packages, "--cov-context=test", "--cov-report="]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "COVERAGE_FILE": str(target)}, check=True)


def _tests_by_line(path: Path) -> dict[tuple[str, int], list[str]]:
    data = CoverageData(str(path))
    data.read()
    out: dict[tuple[str, int], list[str]] = {}
    sizes: dict[str, int] = {}
    for file in data.measured_files():
        for line, contexts in data.contexts_by_lineno(file).items():
            names = {context.partition("|")[0] for context in contexts if context}
            out[_relative(file), line] = sorted(names)
            for name in names:
                sizes[name] = sizes.get(name, 0) + 1
    return {key: sorted(names, key=lambda name: sizes[name]) for key, names in out.items()}


def _relative(file: str) -> str:
    path = Path(file)
    return path.relative_to(ROOT).as_posix() if path.is_absolute() else path.as_posix()


def _is_seen(fault: Fault, tests: list[str]) -> bool:
    """True where one of the tests that pass the line fails; a fault that ends in a loop is seen, too."""
    if not tests:
        return False
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "lexkz"
        shutil.copytree(SOURCE / "lexkz", copy, ignore=shutil.ignore_patterns("__pycache__"))
        (copy / fault.path.relative_to(SOURCE / "lexkz")).write_text(mutated(fault), encoding="utf-8")
        chosen = Path(folder) / "tests.txt"
        chosen.write_text("\n".join(tests[:_AT_MOST]), encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", f"@{chosen}"]
        environment = {**os.environ, "PYTHONPATH": folder, "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            done = subprocess.run(
                command, cwd=ROOT, env=environment, capture_output=True, timeout=_SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            return True
    if done.returncode > 2:
        raise RuntimeError(f"pytest could not run the tests of {_name(fault)}: {done.stdout[-500:]!r}")
    return done.returncode != 0


if __name__ == "__main__":
    sys.exit(main())
