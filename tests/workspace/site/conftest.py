"""The site of the repository, built once; a browser, where there is one."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lexkz.workspace.build import build as build_workspace
from lexkz.workspace.site.languages import build
from tests.made_once import made_once
from tests.workspace.site.synthetic import write

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent.parent.parent
CHROMIUM = Path("/usr/bin/chromium")
_ARGUMENTS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
_SITE = Path("docs", "_build", "html")
_LEFT = shutil.ignore_patterns("_build", "*.lexkz", ".gitignore", "__pycache__")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the site in Kazakh and English (the small one is Russian), built with warnings as errors.

    It is not to be changed.
    """
    pytest.importorskip("furo")

    def make(project: Path) -> None:
        for name in ("corpus", "xml", "consolidated"):
            shutil.copytree(ROOT / name, project / name)
        shutil.copytree(ROOT / "docs", project / "docs", ignore=_LEFT)
        for path in ROOT.glob("*.md"):
            shutil.copy(path, project)
        assert build(project / "docs", project / _SITE, ("kk", "en"), pdf=False) == 0

    return made_once(tmp_path_factory, "project", make) / _SITE


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the site of a synthetic workspace in both languages of texts, its interface Russian."""
    pytest.importorskip("furo")

    def make(project: Path) -> None:
        project.mkdir()
        write(project)
        build_workspace(project)
        _set(project, "Synthetic")

    return made_once(tmp_path_factory, "small", make) / "out" / "ru"


@pytest.fixture(scope="session")
def pages(three_days: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the workspace of three days, its interface Russian, built with warnings as errors."""
    pytest.importorskip("furo")

    def make(project: Path) -> None:
        for name in ("xml", "consolidated", "corpus", ".lexkz"):
            if (three_days / name).exists():
                shutil.copytree(three_days / name, project / name)
        _set(project, "Made up")

    return made_once(tmp_path_factory, "pages", make) / "out" / "ru"


def _set(project: Path, title: str) -> None:
    docs = project / "docs"
    docs.mkdir()
    (docs / "conf.py").write_text('extensions = ["lexkz.sphinx"]\nhtml_theme = "furo"\nlexkz_workspace = ".."\n')
    under = "=" * len(title)
    (docs / "index.rst").write_text(f"{title}\n{under}\n\n.. toctree::\n\n   acts/index\n   changes/index\n")
    assert build(docs, project / "out", ("ru",), pdf=False) == 0


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Debian's Chromium; tests that need it are skipped where it is missing."""
    sync_api = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.is_file():
        pytest.skip("there is no Chromium")
    with sync_api.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=str(CHROMIUM), args=_ARGUMENTS)
        yield opened
        opened.close()
