"""``lexkz index`` and ``lexkz search`` at the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.workspace.cli import main
from tests.workspace.store.workspaces import WORK


@pytest.fixture
def here(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace that the commands run in."""
    (workspace / "corpus").mkdir()
    monkeypatch.chdir(workspace)
    return workspace


def test_what_was_indexed_is_found(here: Path) -> None:
    run = CliRunner()
    assert run.invoke(main, ["index"]).stdout == "3 written, 0 removed, 0 unchanged\n"
    assert run.invoke(main, ["index"]).stdout == "0 written, 0 removed, 3 unchanged\n"
    shown = run.invoke(main, ["search", "журналу", "--at", "2021-12-01", "--act", "V2000019900"]).stdout
    assert "‹Журнал› ведётся пять лет." in shown
    assert f"{WORK}/rus@2021-03-05/~para_2\n" in shown
    assert str(here) not in shown


def test_json_says_where_each_unit_stands(here: Path) -> None:
    run = CliRunner()
    run.invoke(main, ["index"])
    said = json.loads(run.invoke(main, ["search", "реактивам", "--json", "--limit", "1"]).stdout)
    assert said["schema"] == "urn:lexkz:schema/search/1"
    hit = said["hits"][0]
    assert (hit["eId"], hit["kind"], hit["name"]) == ("para_4__subpara_2", "subparagraph", "пункт 4 · подпункт 2)")
    assert [run["text"] for run in hit["snippet"] if run["hit"]] == ["реактивов"]
    assert (here / "published" / "lexkz.sqlite").is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["search", "журнал", "--at", "2010-01-01"], "of 3 acts no text is known that is as old as 2010-01-01"),
        (["search", "крокодил"], "nothing was found"),
        (["search", "омисси"], "found as parts of words"),
    ],
)
def test_what_a_reader_must_know_is_said_beside_the_answer(here: Path, arguments: list[str], words: str) -> None:
    del here
    run = CliRunner()
    run.invoke(main, ["index"])
    done = run.invoke(main, arguments)
    assert done.exit_code == 0
    assert words in done.stderr


def test_a_search_without_a_store_says_what_to_do(here: Path) -> None:
    del here
    done = CliRunner().invoke(main, ["search", "журнал"])
    assert (done.exit_code, done.stderr) == (2, "lexkz: There is no store lexkz.sqlite: run lexkz index first.\n")
