"""The README shows what really comes out, and its Python runs."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.workspace.cli import COMMANDS, main

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _block(mark: str) -> str:
    found = re.search(rf"{re.escape(mark)}\n```\w*\n(.*?)```", README, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_two_commands_stand_at_the_top() -> None:
    assert [line.split("#")[0].strip() for line in README.splitlines()[3:5]] == ["make build", "make test"]


def test_the_table_is_what_a_build_prints(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(corpus)
    assert CliRunner().invoke(main, ["build"]).stdout == _block("<!-- built -->")


def test_the_excerpt_is_in_the_consolidated_text() -> None:
    xml = (ROOT / "consolidated" / "V2300032875" / "kaz@2024-09-30.xml").read_text(encoding="utf-8")
    text = "".join(re.sub(r"<[^>]+>", "", xml).split())
    for paragraph in _block("<!-- consolidated -->").split("\n\n"):
        assert "".join(paragraph.split()) in text


def test_every_command_is_shown() -> None:
    shown = re.findall(r"^lexkz ([\w-]+)", README, re.MULTILINE)
    assert sorted(shown) == sorted(COMMANDS)


def test_the_python_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    exec(_block("The same in Python:\n"), {})
    printed = capsys.readouterr().out
    assert "cmd_27" in printed
    assert "\nTrue\n" in printed
