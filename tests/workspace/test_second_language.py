"""A corpus that has an act in both languages: each amending text is held against the other before it is applied."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from lexkz.workspace.cli import main
from tests.comparison.witness.planted import texts

BASE, AMENDING = "V2300032500", "V2400035100"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for folder, act in ((BASE, "order"), (AMENDING, "amending")):
        (tmp_path / "corpus" / folder).mkdir(parents=True)
        for lang, text in texts(act).items():
            (tmp_path / "corpus" / folder / f"{lang}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "corpus" / AMENDING / "act.toml").write_text("published = 2024-09-21\n", encoding="utf-8")
    return tmp_path


def _slip(root: Path, old: str, new: str, lang: str = "rus") -> None:
    path = root / "corpus" / AMENDING / f"{lang}.txt"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def _build() -> int:
    return CliRunner().invoke(main, ["build", "--jobs", "1"]).exit_code


def _report(root: Path, lang: str) -> dict[str, Any]:
    (path,) = sorted((root / "consolidated" / BASE).glob(f"{lang}@*.report.json"))
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _refused(root: Path, lang: str) -> list[str]:
    return [one["command"] for one in _report(root, lang)["commands"] if one["outcome"] == "refused"]


def test_where_both_languages_say_the_same_the_report_says_that_it_is_confirmed(corpus: Path) -> None:
    _build()
    said = [one for one in _report(corpus, "kaz")["findings"] if one["code"] == "agree.confirmed"]
    assert [one["message"]["rus"] for one in said] == ["Подтверждено: в русском тексте сказано то же."]
    assert _refused(corpus, "kaz") == _refused(corpus, "rus") == []


@pytest.mark.parametrize(
    ("old", "new", "command"),
    [
        ("пункт 5 исключить", "пункт 6 исключить", "cmd_3"),
        ("пункт 5 исключить", "пункт 5 дополнить словами \"и журнал\"", "cmd_3"),
        ("50 лет", "40 лет", "cmd_11"),
        ("4\t35", "4\t36", "cmd_19"),
        ("Смазка\t140", "Смазка\t141", "cmd_20"),
        ("1 октября 2025", "1 октября 2026", "cmd_18"),
        ("словами \"45 дней\"", "словами \"54 дней\"", "cmd_17"),
    ],
)  # fmt: skip
def test_a_command_of_which_the_languages_disagree_waits_in_both(
    corpus: Path, old: str, new: str, command: str
) -> None:
    _slip(corpus, old, new)
    assert _build() == 1
    assert _refused(corpus, "kaz") == _refused(corpus, "rus") == [command]


def test_where_the_days_of_entry_into_force_disagree_all_commands_wait(corpus: Path) -> None:
    _slip(corpus, "шестидесяти", "тридцати")
    assert _build() == 1
    assert len(_refused(corpus, "kaz")) == len(_refused(corpus, "rus")) == 20


def test_a_ruling_decides_between_the_languages_and_the_proofs_run_again_hold(corpus: Path) -> None:
    _slip(corpus, "50 лет", "40 лет")
    _build()
    (kaz,) = sorted((corpus / "consolidated" / BASE).glob("kaz@*.xml"))
    runner = CliRunner()
    assert runner.invoke(main, ["prove", str(kaz)]).exit_code == 0
    sources = [str(corpus / "corpus" / folder / "kaz.txt") for folder in (BASE, AMENDING)]
    decided = corpus / "corpus" / BASE / "rulings.toml"
    arguments = [sources[0], "--by", sources[1], "--published", "2024-09-21", "-o", str(decided)]
    assert runner.invoke(main, ["rulings", "new", *arguments]).exit_code == 0
    stub = decided.read_text(encoding="utf-8")
    assert re.findall(r'(?m)^command = "(.*)"$', stub) == ["cmd_11"]
    for name, value in (("decision", "apply"), ("reason", "The Kazakh text is right."), ("name", "A. Lawyer")):
        stub = re.sub(rf'(?m)^{name} = ".*?"', f'{name} = "{value}"', stub)
    decided.write_text(re.sub(r"(?m)^date = .*?$", "date = 2024-10-01", stub), encoding="utf-8")
    _build()
    assert _refused(corpus, "kaz") == []
    assert _refused(corpus, "rus") == ["cmd_11"]
    assert runner.invoke(main, ["prove", str(kaz)]).exit_code == 0


def test_a_text_that_names_another_number_of_the_act_is_no_witness_and_that_is_said(corpus: Path) -> None:
    _slip(corpus, "сентября 2024 года № 207. ", "сентября 2024 года № 208. ")
    _build()
    for lang in ("kaz", "rus"):
        told = [one for one in _report(corpus, lang)["findings"] if one["code"].startswith("agree.")]
        assert [(one["code"], one["severity"]) for one in told] == [("agree.other_act", "warning")]
        assert _refused(corpus, lang) == []


def test_a_command_that_one_language_lacks_waits_in_the_other_and_is_told_in_both(corpus: Path) -> None:
    _slip(corpus, "пункт 5 исключить;\n\n", "")
    assert _build() == 1
    assert _refused(corpus, "kaz") == ["cmd_3"]
    assert _refused(corpus, "rus") == []
    told = [one for one in _report(corpus, "rus")["findings"] if one["code"] == "agree.command_missing"]
    assert [one["severity"] for one in told if one["severity"] == "warning"]


def test_a_change_of_the_witness_alone_builds_both_languages_again(corpus: Path) -> None:
    _build()
    before = _report(corpus, "kaz")
    _slip(corpus, "50 лет", "40 лет")
    _build()
    assert _report(corpus, "kaz") != before
