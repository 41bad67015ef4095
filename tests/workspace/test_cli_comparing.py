"""``lexkz diff``, ``verify`` and ``explain`` as a user runs them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.workspace.cli import main

BEFORE = """Тестовый закон о проверках
Статья 1. Предмет
1. Закон регулирует проверки.
2. Срок – 3 дня.
"""
AFTER = BEFORE.replace("3 дня", "5 дней <b>")
COMMAND = 'в пункте 5 слова "два дня" заменить словами "три дня";\n'


@pytest.fixture
def texts(tmp_path: Path) -> tuple[str, str]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(BEFORE, encoding="utf-8")
    new.write_text(AFTER, encoding="utf-8")
    return str(old), str(new)


def test_diff_gives_hunks_by_the_contract(texts: tuple[str, str]) -> None:
    done = CliRunner().invoke(main, ["diff", *texts, "--json"])
    assert done.exit_code == 0
    (hunk,) = json.loads(done.stdout)["hunks"]
    assert (hunk["eId"], hunk["kind"]) == ("art_1__para_2", "changed")
    assert ["-", "3 дня"] in hunk["words"]


def test_a_diff_page_escapes_the_text_of_the_acts(texts: tuple[str, str]) -> None:
    done = CliRunner().invoke(main, ["diff", *texts, "--to", "html"])
    assert "<ins>5 дней &lt;b&gt;</ins>" in done.stdout
    assert "<b>" not in done.stdout


def test_verify_ends_with_1_where_a_unit_differs_and_0_where_none_does(texts: tuple[str, str]) -> None:
    old, new = texts
    assert CliRunner().invoke(main, ["verify", old, old]).exit_code == 0
    done = CliRunner().invoke(main, ["verify", old, new, "--json"])
    assert done.exit_code == 1
    assert json.loads(done.stdout)["summary"]["differs"] == 1


@pytest.mark.parametrize("words", [["agree", "kaz.txt", "rus.txt"], ["check", "by.txt", "--base", "rus.txt"]])
def test_what_was_found_in_reading_a_source_is_told_by_what_holds_it_against_another(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lost = BEFORE.replace("2. Срок", "7. Срок")
    Path("rus.txt").write_text(lost, encoding="utf-8")
    kazakh = "Тексеру туралы сынақ заңы\n1-бап. Нысана\n1. Заң.\n7. Мерзім – 3 күн.\n"
    Path("kaz.txt").write_text(kazakh, encoding="utf-8")
    Path("by.txt").write_text("О внесении изменений\n1. Внести изменения.\n" + COMMAND, encoding="utf-8")
    assert "(rus.txt, line 4)" in CliRunner().invoke(main, words, env={"LEXKZ_LANG": "en"}).stderr


def test_verify_lists_an_act_that_the_edition_names_in_a_note_and_writes_it_into_a_paper(tmp_path: Path) -> None:
    ours, official, paper = tmp_path / "ours.txt", tmp_path / "official.txt", tmp_path / "verified.html"
    ours.write_text(BEFORE, encoding="utf-8")
    note = "Сноска. Пункт 2 в редакции Закона РК от 06.06.2023 № 66-VIII.\n"
    official.write_text(AFTER + note, encoding="utf-8")
    done = CliRunner().invoke(main, ["verify", str(ours), str(official)])
    assert "2023-06-06 № 66-VIII" in done.stdout
    told = json.loads(CliRunner().invoke(main, ["verify", str(ours), str(official), "--json"]).stdout)["units"]
    assert [(unit["eId"], [one["state"] for one in unit["told"]]) for unit in told if unit["told"]] == [
        ("art_1__para_2", ["official"])
    ]
    CliRunner().invoke(main, ["verify", str(ours), str(official), "-o", str(paper)])
    assert "указан в сноске, у нас не учтён" in paper.read_text(encoding="utf-8")


def test_explain_shows_one_command_and_names_those_there_are(tmp_path: Path) -> None:
    source = tmp_path / "order.txt"
    source.write_text(COMMAND, encoding="utf-8")
    done = CliRunner().invoke(main, ["explain", str(source), "cmd_1", "--json"])
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert told["targets"] == ["пункт 5"]
    assert {"text": '"два дня"', "role": "old"} in told["parts"]
    missing = CliRunner().invoke(main, ["explain", str(source), "cmd_9"])
    assert missing.exit_code == 2
    assert "cmd_1 to cmd_1" in missing.stderr
