"""A workspace with the repository's corpus, built once."""

import shutil
from pathlib import Path

import pytest

from lexkz.workspace.build import build
from lexkz.workspace.result import BuildResult
from tests.made_once import made_once

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A new workspace with the corpus, not built."""
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    return tmp_path


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildResult]:
    """A workspace with the corpus, built; not to be changed."""
    root = tmp_path_factory.mktemp("workspace")
    shutil.copytree(ROOT / "corpus", root / "corpus")
    return root, build(root)


@pytest.fixture
def built(tmp_path: Path, built_once: tuple[Path, BuildResult]) -> Path:
    """A copy of the built workspace."""
    shutil.copytree(built_once[0], tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture(scope="session")
def three_days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up workspace of three days in both languages (`three_days/LEGEND.md`), built; not to be changed."""

    def make(root: Path) -> None:
        shutil.copytree(Path(__file__).parent / "three_days" / "corpus", root / "corpus")
        build(root)

    return made_once(tmp_path_factory, "three_days", make)
