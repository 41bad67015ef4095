"""Another program opens the files: LibreOffice shows the changes and counts the numbers as they should be."""

import shutil
import subprocess
from pathlib import Path

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.consolidation import consolidate
from lexkz.publication.docx.comments import with_comments
from lexkz.publication.tracked import track
from lexkz.publication.tracked.decided import decided
from lexkz.publication.tracked.package import opened, serialised, written
from lexkz.reading import read_text
from lexkz.reading.docx.document import trace
from lexkz.structure import build
from tests.publication.tracked.layouts import BOTH, numbered
from tests.publication.word import part

OFFICE = shutil.which("soffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_the_numbers_of_the_new_text_and_of_the_old(tmp_path: Path) -> None:
    data = numbered("kaz")
    old = build(trace(data, "own.docx", "kaz").source)
    new = consolidate(old, [annotate(build(read_text(BOTH["kaz"].amending, lang="kaz")))]).act
    done = track(data, "own.docx", old, new)
    parts = opened(data, "own.docx", "kaz").parts()
    for verdict in ("accept", "reject"):
        root = decided(part(done.data), "accept" if verdict == "accept" else "reject")
        made = with_comments(parts | {"word/document.xml": serialised(root)}, "word/document.xml", ())
        (tmp_path / f"{verdict}.docx").write_bytes(written(made, data))
    files = [str(tmp_path / f"{verdict}.docx") for verdict in ("accept", "reject")]
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [
            str(OFFICE),
            profile,
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            str(tmp_path),
            *files,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    accepted, rejected = (
        [line.strip() for line in (tmp_path / f"{verdict}.txt").read_text(encoding="utf-8-sig").splitlines()]
        for verdict in ("accept", "reject")
    )
    assert "3-1. Құжаттар акт бойынша жойылады." in accepted
    assert "2) алып тасталды" in accepted
    assert accepted[-1] == "7. Даулар сотта қаралады."
    assert rejected == BOTH["kaz"].base.splitlines()
