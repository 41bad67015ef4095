"""What the maps for newcomers name is there: files and folders on them, and the pages that they lead to."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAPS = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "RELEASING.md", "SECURITY.md", "docs/legal-technique.md")
MADE = {
    "published/",
    "docs/_build/html",
    "docs/_build/html/index.html",
    "dist/",
    "new.report.json",
    "corpus/V2300032875/kaz.txt",
    ".mutants.coverage",
}
"""What a command makes and no clone holds."""
_PATH = re.compile(r"`([\w.<>*/-]+(?:/|\.(?:py|md|toml|txt|rst))[\w.<>*/-]*)`")
_LINK = re.compile(r"\]\(([^)#:]+)\)")


def _stands(name: str, languages: tuple[str, ...] = ("kaz", "rus")) -> bool:
    """A path from the root or, in the manner of a map, from anywhere within the package or the tests."""
    if "<lang>" in name:
        return all(_stands(name.replace("<lang>", language)) for language in languages)
    pattern = re.sub(r"<\w+>", "*", name).rstrip("/")
    return any(ROOT.glob(pattern)) or any(any((ROOT / top).glob(f"**/{pattern}")) for top in ("src/lexkz", "corpus"))


@pytest.mark.parametrize("page", MAPS)
def test_every_path_on_a_map_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    without_samples = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    named = {name for name in _PATH.findall(without_samples) if name not in MADE and not name.isupper()}
    lost = sorted(name for name in named if not _stands(name) and "ID" not in name and "LANG" not in name)
    assert not lost
    assert all((ROOT / page).parent.joinpath(link).exists() for link in _LINK.findall(text))
