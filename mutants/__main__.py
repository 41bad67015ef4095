"""``python -m mutants``: a seeded sample of faults, each run against the tests that pass its line.

Exit 1 where fewer than 85 % of the sample are seen by a test. Survivors are named, with the reason that
``mutants/survivors.txt`` gives; ``--only`` runs the faults whose name has these words, drawn or not.
"""

import argparse
import sys
from collections import Counter
from itertools import accumulate
from pathlib import Path

from mutants.children import LATE, NOTHING, ROOT, SOURCE, Children, ChosenTests, put, run_tests
from mutants.contexts import Contexts, cores
from mutants.faults import Fault, faults, mutated, sample

ROOMS = ("consolidation", "amendment", "akn")
TESTS = (
    "tests/consolidation", "tests/amendment", "tests/akn", "tests/languages", "tests/annex", "tests/checks",
    "tests/comparison", "tests/structure",
)  # fmt: skip
FLOOR = 0.85
_AT_MOST = 400
"""Tests that are tried for one fault, those that pass the fewest lines first."""
_SLOW_SECONDS = 60
"""How long the tests of more than a second that are tried after them may take together, the quickest first: more would
take the time that the fault has, and count it as slow where it is not seen."""
_SECONDS = 300
"""The longest that all tests of one fault may take; a fault that makes a loop without an end is stopped before."""


def main() -> int:
    """Run the sample and say what became of it."""
    options = argparse.ArgumentParser(prog="python -m mutants")
    options.add_argument("--count", type=int, default=80, help="how many faults (80)")
    options.add_argument("--seed", type=int, default=391, help="which sample (391)")
    options.add_argument("--from", type=int, default=1, dest="first", help="begin with this fault of the sample")
    options.add_argument("--to", type=int, default=None, dest="last", help="end with this fault of the sample")
    options.add_argument("--only", help="in place of a sample, each fault whose name has these words")
    options.add_argument("--jobs", type=int, default=cores(), help="processes at a time")
    options.add_argument("--list", action="store_true", help="name the faults and run nothing")
    options.add_argument("--contexts", type=Path, default=ROOT / ".mutants.coverage")
    given = options.parse_args()
    chosen = _chosen(given)
    if given.list:
        print("\n".join(f"{number:4} {fault.name}" for number, fault in chosen))
        return 0
    contexts = Contexts(given.contexts, ROOMS, TESTS, given.jobs)
    contexts.bring_up_to_date()
    work = [lambda fault=fault: _tried(fault, contexts.of(fault.path, fault.line)) for _, fault in chosen]
    survivors = []
    for place, code, said in Children(given.jobs, _SECONDS).run(work):
        number, fault = chosen[place]
        if code not in (0, 1, 2, LATE, NOTHING, _UNTOUCHED):
            raise SystemExit(f"mutants: pytest could not run the tests of {fault.name}\n{said[-2000:]}")
        became = {0: "SURVIVED", LATE: "SLOW    ", _UNTOUCHED: "UNTESTED"}.get(code, "killed  ")
        print(f"{number:4} {became} {fault.name}", flush=True)
        if became != "killed  ":
            survivors.append((number, fault))
    return _summary(len(chosen), [fault for _, fault in sorted(survivors, key=lambda one: one[0])])


_UNTOUCHED = 100
"""Returned where no test passes the line."""


def _chosen(given: argparse.Namespace) -> list[tuple[int, Fault]]:
    """The faults to be run, each with its number in the sample."""
    found = [
        fault
        for room in ROOMS
        for path in sorted((SOURCE / "lexkz" / room).rglob("*.py"))
        for fault in faults(path, path.relative_to(SOURCE / "lexkz").as_posix())
    ]
    if given.only:
        drawn = [fault for fault in found if given.only in fault.name]
    else:
        drawn = sample(found, given.count, given.seed)
        print(f"{len(drawn)} of {len(found)} faults, seed {given.seed}", flush=True)
    return list(enumerate(drawn, start=1))[given.first - 1 : given.last]


def _tried(fault: Fault, tests: tuple[list[str], dict[str, float]]) -> int:
    quick, slow = tests
    together = accumulate(slow.values())
    chosen = [
        *quick[:_AT_MOST],
        *(name for name, seconds in zip(slow, together, strict=True) if seconds < _SLOW_SECONDS),
    ]
    if not chosen:
        return _UNTOUCHED
    put(fault.path, mutated(fault))
    return run_tests(sorted({name.partition("::")[0] for name in chosen}), ChosenTests(chosen))


def _summary(count: int, survivors: list[Fault]) -> int:
    reasons = _reasons()
    killed = count - len(survivors)
    share = killed / max(1, count)
    print(f"\n{killed} of {count} killed: {share:.0%} (floor {FLOOR:.0%})")
    for fault in survivors:
        print(f"  {fault.name}\n      {reasons.get(fault.name, 'no reason is given')}")
    for module, number in Counter(fault.name.partition(" ")[0] for fault in survivors).most_common(5):
        print(f"  {number} in {module}")
    return 0 if share >= FLOOR else 1


def _reasons() -> dict[str, str]:
    """Why faults may survive: a line with the name, and one below it, indented, with the reason."""
    out: dict[str, str] = {}
    name = ""
    for line in (ROOT / "mutants" / "survivors.txt").read_text(encoding="utf-8").splitlines():
        if line[:1] == " " and name:
            out[name] = f"{out.get(name, '')} {line.strip()}".strip()
        elif line.strip() and line[:1] != "#":
            name = line.strip()
    return out


if __name__ == "__main__":
    sys.exit(main())
