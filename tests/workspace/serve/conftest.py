"""A client of the application, and a live server, for a workspace that was indexed once."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from lexkz.workspace.serve.app import application
from lexkz.workspace.store import DEFAULT, index
from tests.workspace.store.workspaces import ROOT, own, synthetic


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the repository's acts and a synthetic one; not to be changed."""
    root = tmp_path_factory.mktemp("served")
    own(root)
    synthetic(root)
    index(root)
    return root / DEFAULT


@pytest.fixture(scope="session")
def client(served: Path) -> TestClient:
    """A client of the application, without a network."""
    return TestClient(application(served), raise_server_exceptions=False)


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A workspace with the synthetic act, and the address of a server of its store in a process of its own."""
    synthetic(tmp_path)
    index(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from lexkz.workspace.cli import main; main()",
            *("serve", "--port", str(port), "--store", str(tmp_path / DEFAULT)),
        ],
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                httpx.get(address)
                break
            except httpx.TransportError:
                time.sleep(0.05)
        yield tmp_path, address
    finally:
        run.terminate()
        run.wait()
