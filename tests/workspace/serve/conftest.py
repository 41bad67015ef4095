"""A client of the application, and a live server, for a workspace that was indexed once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lexkz.workspace.serve.app import application
from lexkz.workspace.store import DEFAULT, index
from tests.workspace.serve.asking import Client
from tests.workspace.serve.running import running
from tests.workspace.store.workspaces import own, synthetic


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the repository's acts and a synthetic one; not to be changed."""
    root = tmp_path_factory.mktemp("served")
    own(root)
    synthetic(root)
    index(root)
    return root / DEFAULT


@pytest.fixture(scope="session")
def client(served: Path) -> Client:
    """A client of the application, without a network."""
    return Client(application(served))


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A workspace with the synthetic act, and the address of a server of its store in a process of its own."""
    synthetic(tmp_path)
    index(tmp_path)
    with running(tmp_path / DEFAULT) as address:
        yield tmp_path, address
