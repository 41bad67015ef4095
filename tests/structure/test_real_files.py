"""Real and reduced files that lie beside the project: each visible character stands once, in order; all is valid."""

from pathlib import Path

import pytest

pytest.importorskip("pdfplumber")

from lexkz.akn import schema, semantics
from lexkz.amendment.annotate import annotate
from lexkz.reading.source import read_source
from lexkz.structure import build

from .acts import assert_nothing_is_lost

SHARED = Path(__file__).parents[3] / "shared"
FILES = [
    path
    for folder in (SHARED / "files", SHARED / "faults" / "reduced")
    for path in sorted(folder.glob("*"))
    if path.suffix in (".pdf", ".html", ".txt", ".md") and path.stem != "README"
]
_FRAGMENTS = {"r5.pdf": "rus"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_real_file_keeps_each_character_and_is_valid(path: Path) -> None:
    source = read_source(path, lang="rus" if path.name in _FRAGMENTS else None)
    made = build(source)
    assert_nothing_is_lost(source, made)
    act, _ = annotate(made)
    found = (*schema.errors(act.root), *semantics.errors(act.root))
    assert [finding for finding in found if finding.severity == "error"] == []
