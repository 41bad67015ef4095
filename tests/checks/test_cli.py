"""``lexkz check``: a table for people, JSON by the contract, exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.reading.blocks import Lang
from lexkz.workspace.cli import main
from tests.checks.acts import CLEAN

ORDER = Path(__file__).parents[2] / "corpus" / "V2400035172" / "kaz.txt"
FRAGMENT = '5-тармақ мынадай редакцияда жазылсын:\n\n"5. Жаңа мәтін –осы.";\n'


def test_the_order_has_errors_so_that_the_command_ends_with_one() -> None:
    result = CliRunner().invoke(main, ["check", str(ORDER), "--json"])
    assert result.exit_code == 1
    found = json.loads(result.stdout)["findings"]
    assert {finding["severity"] for finding in found} == {"error", "warning", "info"}
    for finding in found:
        assert finding["code"].startswith("check.")
        assert set(finding["message"]) == {"kaz", "rus", "eng"}
        assert finding["source"]["page"]


def test_the_table_names_the_place_and_says_how_many_there_are() -> None:
    result = CliRunner().invoke(main, ["check", str(ORDER)])
    assert "p. 8, line 346" in result.stdout
    assert result.stdout.rstrip().endswith("info.")


def test_strict_makes_any_defect_an_exit_of_one(tmp_path: Path) -> None:
    source = tmp_path / "fragment.txt"
    source.write_text(FRAGMENT, encoding="utf-8")
    plain = CliRunner().invoke(main, ["check", str(source), "--lang", "kaz"])
    strict = CliRunner().invoke(main, ["check", str(source), "--lang", "kaz", "--strict"])
    assert "check.spaces" in plain.stdout
    assert (plain.exit_code, strict.exit_code) == (0, 1)


def test_a_file_that_is_not_there_is_one_sentence_and_exit_two(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", str(tmp_path / "none.txt")])
    assert result.exit_code == 2


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_running_twice_gives_the_same_bytes(lang: Lang, tmp_path: Path) -> None:
    source = tmp_path / "act.txt"
    source.write_text("\n\n".join(line.lstrip("#>^ ") for line in CLEAN[lang].strip().split("\n")), encoding="utf-8")
    first = CliRunner().invoke(main, ["check", str(source), "--json"])
    assert first.stdout == CliRunner().invoke(main, ["check", str(source), "--json"]).stdout


def test_a_base_that_is_given_is_held_against_the_draft() -> None:
    samples = Path(__file__).parents[2] / "docs" / "guide" / "samples"
    result = CliRunner().invoke(main, ["check", str(samples / "amending.txt"), "--base", str(samples / "base.txt")])
    assert (result.exit_code, "check.base_words" in result.stdout) == (1, True)


def test_a_base_that_the_draft_does_not_amend_is_told() -> None:
    samples = Path(__file__).parents[2] / "docs" / "guide" / "samples"
    other = ["--base", str(samples / "base.txt"), "--base", str(ORDER)]
    result = CliRunner().invoke(main, ["check", str(samples / "amending.txt"), *other])
    assert "check.base_not_amended" in result.stdout
