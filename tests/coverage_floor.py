"""``python -m tests.coverage_floor REPORT.json``: the floors of what tests reach, branches included."""

import json
import sys
from pathlib import Path
from typing import Any

ROOMS = ("akn", "structure", "amendment", "consolidation", "comparison", "annex")
"""The packages that decide what the text of an act is."""
TOGETHER = 92.0
EACH = 80.0
"""Percent of statements and branches: of all modules of these packages together, and of any one of them."""


def shares(report: dict[str, Any]) -> tuple[float, dict[str, float]]:
    """Return the share of all modules together and of each, in percent, from coverage's report in JSON."""
    reached, there, each = 0, 0, {}
    for path, found in report["files"].items():
        name = path.partition("src/lexkz/")[2]
        if name.partition("/")[0] not in ROOMS:
            continue
        said = found["summary"]
        own = said["covered_lines"] + said.get("covered_branches", 0)
        size = said["num_statements"] + said.get("num_branches", 0)
        reached, there = reached + own, there + size
        each[name] = 100 * own / size if size else 100.0
    return (100 * reached / there if there else 0.0), each


def below(report: dict[str, Any]) -> list[str]:
    """Return a sentence for each floor that is not reached."""
    together, each = shares(report)
    out = [f"{name}: {share:.1f} % (floor {EACH:.0f} %)" for name, share in sorted(each.items()) if share < EACH]
    if together < TOGETHER:
        out.append(f"together: {together:.1f} % (floor {TOGETHER:.0f} %)")
    return out


def main(path: str) -> int:
    """Print what is reached and which floors are not; 1 where there are any."""
    report = json.loads(Path(path).read_text(encoding="utf-8"))
    together, each = shares(report)
    print(f"coverage with branches: {together:.1f} % over {', '.join(ROOMS)} ({len(each)} modules)")
    found = below(report)
    for sentence in found:
        print(f"coverage: {sentence}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
