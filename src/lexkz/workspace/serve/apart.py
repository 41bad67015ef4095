"""Large comparisons, each in a process of its own: one that takes too long is ended with it, and leaves nothing behind.

``python -m lexkz.workspace.serve.apart`` reads both texts from standard input and writes the comparison.
"""

import asyncio
import contextlib
import json
import os
import sys
from dataclasses import dataclass

SMALL = 512 * 1024
"""Bytes of XML of two texts that are compared in a thread, since that is over soon in any case."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Two texts, as XML, that are to be compared in a process of their own."""

    old: bytes
    new: bytes
    location: str | None = None
    """Path of the comparison under its exact name."""


async def compared(asked: Apart) -> bytes:
    """Return the comparison as JSON; the process ends where this is cancelled. Raises ChildProcessError if it fails."""
    run = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "lexkz.workspace.serve.apart"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        said, _ = await run.communicate(b"%d\n" % len(asked.old) + asked.old + asked.new)
        if run.returncode:
            raise ChildProcessError(f"the comparison ended with {run.returncode}")
        return said
    finally:
        if run.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                run.kill()
            await asyncio.shield(run.wait())


def comparison(old: bytes, new: bytes) -> dict[str, object]:
    """Return what differs between two texts (``comparison/1``)."""
    from lexkz.akn import canonical
    from lexkz.comparison.cells import cell_changes
    from lexkz.comparison.diff import diff
    from lexkz.publication.comparison_json import diff_json
    from lexkz.structure import Act

    before, after = (Act(canonical.parse(one)) for one in (old, new))
    said: dict[str, object] = json.loads(diff_json(before, after, diff(before, after), cell_changes(before, after)))
    return said


def main() -> None:
    """Compare what standard input brings."""
    os.nice(5)
    length = int(sys.stdin.buffer.readline())
    texts = sys.stdin.buffer.read()
    said = comparison(texts[:length], texts[length:])
    sys.stdout.buffer.write(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


if __name__ == "__main__":
    main()
