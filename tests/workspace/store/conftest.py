"""A workspace with the repository's acts and a synthetic one, indexed once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lexkz.workspace.store import DEFAULT, Store, index
from tests.workspace.store.workspaces import own, synthetic


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with its store; not to be changed."""
    root = tmp_path_factory.mktemp("indexed")
    own(root)
    synthetic(root)
    index(root)
    return root


@pytest.fixture
def store(indexed: Path) -> Iterator[Store]:
    """The store of the indexed workspace, open."""
    with Store.open(indexed / DEFAULT) as opened:
        yield opened


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with the synthetic act, not indexed."""
    synthetic(tmp_path)
    return tmp_path
