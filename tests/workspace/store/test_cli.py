"""``lexkz index`` and ``lexkz search`` at the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from lexkz.workspace.cli import main
from lexkz.workspace.store import Store
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


def test_what_changed_and_how_it_read_before(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEXKZ_LANG", "ru")
    run = CliRunner()
    run.invoke(main, ["index"])
    shown = run.invoke(main, ["changed", "--since", "2021-01-01", "--until", "31.12.2021"]).stdout
    assert "2021-03-05  пункт 2\n" in shown
    assert "- 2. Журнал ведётся три года.\n  + 2. Журнал ведётся пять лет.\n  № 11, 2021-03-05, команда 1: " in shown
    assert "десять лет" not in shown
    told = run.invoke(main, ["history", "V2000019900", "пункт", "2"]).stdout
    assert [line for line in told.splitlines() if "Журнал" in line] == [
        "  2. Журнал ведётся три года.",
        "  2. Журнал ведётся пять лет.",
    ]
    assert told == run.invoke(main, ["history", f"{WORK}/rus@2022-04-06/~para_2"]).stdout
    assert json.loads(run.invoke(main, ["history", f"{WORK}/!main#para_2", "--json"]).stdout)["act"] == "V2000019900"
    assert str(here) not in shown + told
    feed = etree.fromstring(run.invoke(main, ["changed", "--atom"]).stdout_bytes)
    entries = feed.findall("{*}entry")
    assert [entry.findtext("{*}updated", "")[:10] for entry in entries] == ["2022-04-06", "2021-03-05", "2021-03-05"]
    assert "+ 2-1. Журнал хранится в архиве десять лет." in entries[0].findtext("{*}summary", "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["history", "V2000019900", "пункт", "22"], "Такой единицы в этом акте нет: пункт 22."),
        (["history", "V2000019900", "2-тармақ"], "Такой единицы в этом акте нет: 2-тармақ."),
        (["history", "пункт 2"], "Назовите сначала акт, его папкой или адресом, затем единицу: пункт 2."),
        (["history", "V2000019900", ""], "назовите единицу акта"),
        (["history", "V1900000000", "para_1"], "Такого акта нет: V1900000000."),
        (["history", "V2000019900", "para_1", "--lang", "kaz"], "На этом языке акта нет: V2000019900."),
        (["changed", "--since", "2022-01-01", "--until", "2021-01-01"], "Начало срока позже его конца"),
        (["changed", "--act", "V1900000000"], "Такого акта нет: V1900000000."),
    ],
)
def test_a_wrong_question_is_refused_in_one_sentence(
    store: Store, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.setenv("LEXKZ_LANG", "ru")
    path = store.connection.execute("PRAGMA database_list").fetchone()[2]
    done = CliRunner().invoke(main, [*arguments, "--store", path])
    assert (done.exit_code, done.stdout) == (2, "")
    assert words in done.stderr


def test_a_search_without_a_store_says_what_to_do(here: Path) -> None:
    del here
    done = CliRunner().invoke(main, ["search", "журнал"])
    assert (done.exit_code, done.stderr) == (2, "lexkz: There is no store lexkz.sqlite: run lexkz index first.\n")
