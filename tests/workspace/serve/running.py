"""A server in a process of its own, as a user starts it."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx


@contextmanager
def running(store: Path) -> Iterator[str]:
    """Serve ``store`` with ``lexkz serve`` and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code = "from lexkz.workspace.cli import main; main()"
    arguments = ("serve", "--port", str(port), "--store", str(store))
    run = subprocess.Popen([sys.executable, "-c", code, *arguments], stderr=subprocess.DEVNULL, cwd=store.parent)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(400):
            try:
                httpx.get(address)
                break
            except httpx.TransportError:
                time.sleep(0.05)
        yield address
    finally:
        run.terminate()
        run.wait()
