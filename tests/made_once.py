"""What takes long to make and is only read: made by the first process that asks, and found by the others."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that ``make`` has filled; no test may change it. Where ``make`` fails, the next process tries."""
    base = factory.getbasetemp()
    # Each process of pytest-xdist has its own folder within one that they share.
    root = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder, done = root / name, root / f"{name}.done"
    with FileLock(root / f"{name}.lock"):
        if not done.exists():
            make(folder)
            done.touch()
    return folder
