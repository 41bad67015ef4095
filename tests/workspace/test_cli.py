"""The command line: outputs and exit codes by the contract, and one clear sentence for what cannot be read."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lexkz import __version__
from lexkz.workspace.cli import COMMANDS, main

ROOT = Path(__file__).parent.parent.parent
ORDER = ROOT / "corpus" / "V2400035172" / "kaz.txt"
BASE = "V2300032875"


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def bad(tmp_path: Path) -> dict[str, Path]:
    """Files that are no act."""
    files = {
        "missing": b"",
        "empty": b"",
        "binary": bytes(range(256)) * 8,
        "english": b"This Act may be cited as the Synthetic Act. It comes into force on the day of its publication.\n"
        * 20,
    }
    paths = {name: tmp_path / f"{name}.txt" for name in files}
    for name, data in files.items():
        if name != "missing":
            paths[name].write_bytes(data)
    return paths


@pytest.mark.parametrize("kind", ["missing", "empty", "binary", "english"])
@pytest.mark.parametrize(
    "arguments",
    [["parse"], ["commands"], ["commands", "--json"], ["export", "--to", "text"], ["prove"], ["validate"]],
    ids=" ".join,
)
def test_a_source_that_cannot_be_read_gives_one_sentence_and_exit_2(
    bad: dict[str, Path], kind: str, arguments: list[str]
) -> None:
    _assert_refused(_run(*arguments, bad[kind]), bad[kind])


@pytest.mark.parametrize("kind", ["missing", "empty", "binary", "english"])
def test_consolidate_refuses_a_bad_base_and_a_bad_amending_act_alike(
    bad: dict[str, Path], kind: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.xml"
    _assert_refused(_run("consolidate", bad[kind], "--by", ORDER, "-o", out), bad[kind])
    _assert_refused(_run("consolidate", ORDER, "--by", bad[kind], "-o", out), bad[kind])
    assert not out.exists()


def _assert_refused(result: Result, path: Path) -> None:
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1
    assert path.name in result.stderr
    assert str(path.parent) not in result.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_says_what_it_does(name: str) -> None:
    result = _run(name, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


def test_help_lists_every_command_and_version_is_told() -> None:
    shown = _run("--help").stdout
    assert all(name in shown for name in COMMANDS)
    assert _run("--version").stdout == f"lexkz {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["parse"], ["export", str(ORDER)], ["commands", str(ORDER), "--lang", "x"]]
)
def test_wrong_use_is_exit_2(arguments: list[str]) -> None:
    assert _run(*arguments).exit_code == 2


def test_commands_json_follows_the_contract_and_claims_every_character() -> None:
    result = _run("commands", ORDER, "--json")
    data = json.loads(result.stdout)
    assert result.exit_code == 1  # the order has slips that wait for a ruling
    assert list(data) == ["schema", "act", "coverage", "commands", "findings"]
    assert data["coverage"]["claimed"] == data["coverage"]["characters"] > 0
    assert [command["id"] for command in data["commands"]] == [f"cmd_{n + 1}" for n in range(len(data["commands"]))]
    errors = {finding["command"] for finding in data["findings"] if finding["severity"] == "error"}
    assert errors


def test_commands_for_people_are_a_table_with_a_line_of_coverage() -> None:
    shown = _run("commands", ORDER).stdout.splitlines()
    assert shown[0].split() == ["command", "action", "base", "address", "instruction", "findings"]
    assert shown[1].startswith("command 1 ")
    assert any("37-тармақ" in line and "3) тармақша" in line for line in shown)
    assert "characters are accounted for" in shown[-1]


def test_parse_writes_the_same_bytes_to_stdout_and_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "order.xml"
    printed = _run("parse", ORDER)
    written = _run("parse", ORDER, "-o", out)
    assert written.stdout == ""
    assert out.read_bytes() == printed.stdout_bytes
    assert out.read_bytes() == (ROOT / "xml" / "V2400035172" / "kaz.xml").read_bytes()


def test_all_that_is_committed_is_valid() -> None:
    files = [*(ROOT / "xml").glob("*/*.xml"), *(ROOT / "consolidated").glob("*/*.xml")]
    result = _run("validate", *files)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.count(" valid") == len(files) == 5


def test_validate_names_what_is_wrong_and_exits_1(tmp_path: Path) -> None:
    broken = tmp_path / "broken.xml"
    text = (ROOT / "xml" / "V2400035172" / "kaz.xml").read_text(encoding="utf-8")
    broken.write_text(
        text.replace("<body>", '<body><paragraph eId="para_1"><num>1.</num></paragraph>', 1), encoding="utf-8"
    )
    result = _run("validate", broken, "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["files"][0]["findings"]


def test_consolidate_writes_the_result_and_its_report_twice_the_same(tmp_path: Path) -> None:
    base, bytes_written = ROOT / "xml" / BASE / "kaz.xml", []
    for name in ("one", "two"):
        out = tmp_path / f"{name}.xml"
        result = _run("consolidate", base, "--by", ORDER, "-o", out)
        assert result.exit_code in (0, 1), result.stderr
        bytes_written.append((out.read_bytes(), out.with_suffix(".report.json").read_bytes()))
    assert bytes_written[0] == bytes_written[1]
    assert bytes_written[0][0] == (ROOT / "consolidated" / BASE / "kaz@2024-09-30.xml").read_bytes()


def test_consolidate_on_its_own_result_changes_nothing_and_says_so(tmp_path: Path) -> None:
    done, again = ROOT / "consolidated" / BASE / "kaz@2024-09-30.xml", tmp_path / "again.xml"
    result = _run("consolidate", done, "--by", ORDER, "-o", again, "--json")
    report = json.loads(result.stdout)
    # A command that changes nothing in this language has nothing to have done already.
    outcomes = {command["outcome"] for command in report["commands"] if "note" not in command}
    assert again.read_bytes() == done.read_bytes()
    assert "already" in outcomes
    assert "applied" not in outcomes
    assert all(report["proofs"].values())


def test_consolidate_needs_a_file_for_its_result() -> None:
    assert _run("consolidate", ORDER, "--by", ORDER).exit_code == 2


def test_a_file_that_cannot_be_written_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    result = _run("parse", ORDER, "-o", tmp_path / "file" / "below.xml")
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr


def test_strict_counts_findings_of_every_severity() -> None:
    assert (
        _run("export", ORDER, "--to", "text").exit_code <= _run("export", ORDER, "--to", "text", "--strict").exit_code
    )


def test_build_prints_a_table_and_exits_1_while_findings_are_open(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built / "corpus" / "V2400035172")
    result = _run("build")
    assert result.exit_code == 1
    assert "V2300032941" in result.stdout
    assert "error: " in result.stderr
    data = json.loads(_run("build", "--json").stdout)
    assert {item["state"] for item in data["items"]} == {"unchanged"}


def test_build_outside_of_a_workspace_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = _run("build")
    assert result.exit_code == 2
    assert "corpus/" in result.stderr


def test_the_installed_command_runs_in_a_process_of_its_own() -> None:
    command = Path(sys.executable).parent / "lexkz"
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run([command, "export", ORDER, "--to", "text"], capture_output=True, env=environment, check=False)
    assert done.returncode in (0, 1)
    assert "БҰЙЫРАМЫН:" in done.stdout.decode("utf-8")


def test_the_list_of_commands_says_what_each_command_says_of_itself() -> None:
    import click

    from lexkz.workspace.cli import SUMMARIES

    context = click.Context(main)
    assert list(SUMMARIES) == list(COMMANDS)
    for name, summary in SUMMARIES.items():
        command = main.get_command(context, name)
        assert command is not None
        assert command.get_short_help_str(limit=200) == summary


def test_export_writes_units_as_lines_and_markdown() -> None:
    lines = _run("export", ORDER, "--to", "ndjson").stdout.splitlines()
    units = [json.loads(line) for line in lines]
    assert {unit["act"] for unit in units} == {"/akn/kz/act/order/enbek/2024-09-30/391"}
    markdown = _run("export", ORDER, "--to", "markdown").stdout
    assert markdown.startswith("> ")
    assert '<a id="para_1__al_6__mod_1__qstr_1__para_29"></a>' in markdown


def test_a_source_comes_from_standard_input_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, source = ["export", "-", "--to", "text"], ORDER.read_bytes()
    piped = CliRunner().invoke(main, asked, input=source)
    assert piped.exit_code == 0
    assert piped.stdout == _run("export", ORDER, "--to", "text").stdout
    monkeypatch.setenv("LEXKZ_LANG", "rus")
    twice = CliRunner().invoke(main, ["diff", "-", "-"], input=source)
    assert twice.exit_code == 2
    assert "Ошибка: Стандартный ввод можно прочитать только один раз" in twice.stderr
    empty = CliRunner().invoke(main, asked, input=b"")
    assert (empty.exit_code, empty.stderr) == (2, "lexkz: - пуст: дайте файл с текстом акта.\n")


def test_a_schema_is_shown_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    names = _run("schema").stdout.split()
    assert {"act/1", "changed/1", "unit/1"} <= set(names)
    for name in ("tables", "tables/1", "urn:lexkz:schema/tables/1"):
        assert _run("schema", name).stdout == (ROOT / "docs" / "schema" / "tables" / "1.json").read_text("utf-8")
    monkeypatch.setenv("LEXKZ_LANG", "kaz")
    wrong = _run("schema", "tabels/1")
    assert wrong.exit_code == 2
    assert wrong.stderr.startswith("lexkz: tabels/1 деген схема жоқ, барлары: tables/1")


def test_the_command_line_is_a_module_too() -> None:
    said = subprocess.run([sys.executable, "-m", "lexkz", "--version"], capture_output=True, text=True, check=True)
    assert said.stdout == f"lexkz {__version__}\n"
