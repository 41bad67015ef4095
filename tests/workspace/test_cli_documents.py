"""Documents as a user asks for them: redline, compare-table, changes, side-by-side, export."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

pytest.importorskip("docx")

from lexkz.workspace.cli import main

ROOT = Path(__file__).parent.parent.parent
BASE = str(ROOT / "xml" / "V2300032941" / "kaz.xml")
NEW = str(next((ROOT / "consolidated" / "V2300032941").glob("kaz@*.xml")))
ORDER = str(ROOT / "xml" / "V2400035172" / "kaz.xml")


def _run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, arguments)
    return done.exit_code, done.stderr


def test_a_redline_of_two_texts_is_written(tmp_path: Path) -> None:
    out = tmp_path / "redline.docx"
    code, said = _run("redline", BASE, NEW, "-o", str(out))
    # Two commands wait in NEW: its file says so, and so does who compares it.
    assert (code, said.count("error: ")) == (1, 2)
    assert out.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("command", ["redline", "compare-table"])
def test_new_may_be_the_act_that_amends_old_and_what_waits_is_said(command: str, tmp_path: Path) -> None:
    out = tmp_path / "made.html"
    code, said = _run(command, BASE, ORDER, "-o", str(out))
    assert code == 1
    assert said.count("error:") == 2
    assert "Қызметтерді алушылардың жеке қажеттілігін" in out.read_text(encoding="utf-8")


def test_changes_and_side_by_side_are_written(tmp_path: Path) -> None:
    assert _run("changes", BASE, "--by", ORDER, "-o", str(tmp_path / "changes.docx"))[0] == 1
    assert _run("side-by-side", BASE, BASE, "-o", str(tmp_path / "both.docx"))[0] == 0
    assert {path.name for path in tmp_path.iterdir()} == {"changes.docx", "both.docx"}


def test_a_format_that_is_not_known_is_refused_before_any_work(tmp_path: Path) -> None:
    code, said = _run("redline", BASE, NEW, "-o", str(tmp_path / "redline.doc"))
    assert code == 2
    assert ".docx, .html or .pdf" in said


@pytest.mark.parametrize(("form", "begins"), [("html", b"<!doctype html>"), ("docx", b"PK")])
def test_export_writes_documents(form: str, begins: bytes, tmp_path: Path) -> None:
    out = tmp_path / f"act.{form}"
    code, said = _run("export", NEW, "--to", form, "-o", str(out))
    # Two commands of the order wait for a person: the text says so to whoever exports it, days later, too.
    assert code == 1
    assert said.count("error: ") == 2
    assert out.read_bytes().startswith(begins)


@pytest.mark.parametrize(("form", "library", "extra"), [("docx", "docx", "docx"), ("pdf", "weasyprint", "pdf-out")])
def test_without_its_library_a_format_is_refused_in_one_sentence(
    form: str, library: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    code, said = _run("export", NEW, "--to", form, "-o", str(tmp_path / f"act.{form}"))
    assert (code, list(tmp_path.iterdir())) == (2, [])
    assert f"pip install 'lexkz[{extra}]'" in said
    assert len(said.splitlines()) == 1
