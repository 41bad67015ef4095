"""The real order No. 391 for tests: from the text and from the PDF, and the expectations that were made by hand."""

from functools import cache
from pathlib import Path

import pytest

from lexkz.structure import Act, load

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SOURCES = {
    "text": ROOT / "corpus" / "V2400035172" / "kaz.txt",
    "xml": ROOT / "xml" / "V2400035172" / "kaz.xml",
    "pdf": ROOT.parent / "shared" / "source" / "V2400035172.kaz.facsimile.pdf",
}


@cache
def order(source: str) -> Act:
    """Return the order, read from ``text``, ``xml`` or ``pdf``; skips the test where that is not at hand."""
    path = SOURCES[source]
    if not path.is_file():
        pytest.skip(f"{path.name} is not at hand")
    if source == "pdf":
        pytest.importorskip("pdfplumber")
    return load(path)


def sections(name: str) -> dict[str, tuple[str, list[str]]]:
    """Return a fixture file: id to title and lines."""
    made: dict[str, tuple[str, list[str]]] = {}
    lines: list[str] = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            eid, _bracket, title = line[1:].partition("]")
            lines = []
            made[eid] = (title.strip(), lines)
        elif line and not line.startswith(";"):
            lines.append(line)
    return made
