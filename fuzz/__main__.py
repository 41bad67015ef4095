"""``python -m fuzz [TARGET…] [--seconds N]``: fuzz each format from its seeds; exit 1 where a promise breaks."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from fuzz.seeds import seeds

TARGETS = ("text", "akn", "html", "docx", "json", "pdf")


def main() -> int:
    """Run the targets one after another, each in a process of its own."""
    asked = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    asked.add_argument("targets", nargs="*", choices=[*TARGETS, []], help="formats to fuzz; all if none is named")
    asked.add_argument("--seconds", type=int, default=60, help="seconds for each format")
    given = asked.parse_args()
    failed = [name for name in given.targets or TARGETS if not _run(name, given.seconds)]
    print(f"fuzz: {len(given.targets or TARGETS)} formats, failed: {', '.join(failed) or 'none'}", flush=True)
    return 1 if failed else 0


def _run(name: str, seconds: int) -> bool:
    """Fuzz one format; what broke it stays in the current folder as ``crash-…``."""
    with tempfile.TemporaryDirectory() as folder:
        for place, data in enumerate(seeds(name)):
            (Path(folder) / f"seed_{place}").write_bytes(data)
        print(f"fuzz: {name} for {seconds} s", flush=True)
        arguments = [f"-max_total_time={seconds}", "-max_len=20000", "-timeout=30", "-verbosity=0", folder]
        return subprocess.run([sys.executable, "-m", "fuzz.one", name, *arguments]).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
