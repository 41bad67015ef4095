"""The proofs of a consolidated file hold again with what the file itself records of its making."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.workspace.cli import main

SAMPLES = Path(__file__).parent.parent.parent / "docs" / "guide" / "samples"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The guide's samples, consolidated with a publication date and a ruling."""
    for path in SAMPLES.iterdir():
        shutil.copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    arguments = ["consolidate", "base.txt", "--by", "amending.txt", "--published", "2024-10-01", "-o", "new.xml"]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    assert "ruled" in done.stdout
    return tmp_path


def test_the_publication_date_and_the_rulings_beside_the_base_need_not_be_said_again(made: Path) -> None:
    done = CliRunner().invoke(main, ["prove", "new.xml", "--base", "base.txt", "--by", "amending.txt"])
    assert done.exit_code == 0, done.output
    assert "FAILS" not in done.stdout
    assert (made / "new.xml").is_file()


def test_a_text_made_with_rulings_is_not_judged_without_them(made: Path) -> None:
    (made / "rulings.toml").unlink()
    done = CliRunner().invoke(main, ["prove", "new.xml", "--base", "base.txt", "--by", "amending.txt"])
    assert done.exit_code == 2
    assert "--rulings" in done.stderr
