"""What stops a command is said in the user's language: sources that cannot be read, wrong words on the command line."""

import ast
import json
import os
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.findings import refusal
from lexkz.publication.extras import MissingExtraError
from lexkz.workspace.cli import main
from tests.own_code import PACKAGE, nodes_of, paths, text_of

RAISED = ("SourceError", "UsageError", "BadParameter", "ClickException")
ENGLISH = re.compile(r"(?<![\w./'<\[-])[a-z]{3,}(?![\w./\]>])")
KEPT = re.compile(
    "corpus|lexkz|build|index|add|kaz|rus|pip|install|dask|worker|scheduler|mkdir|act|toml|docx|html|pdf|zip|json|txt|"
    "xml|consolidated|lang|https|consolidate|docs|guide|scale|wait|ruling|fetch|import|git|base|nothing|folder"
)
"""Words of the command line itself, names of files and folders."""


def _raised() -> Iterator[tuple[str, str]]:
    """Where a sentence is raised, and the sentence with ``x`` in its places."""
    for path in paths():
        for node in nodes_of(path) if any(name in text_of(path) for name in RAISED) else ():
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            said = _sentence(node.args[0]) if name in RAISED else None
            if said is not None:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", said


def _sentence(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        # What is asked twice in one sentence is the same there.
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
    return None


def test_each_sentence_that_stops_a_command_is_known_in_three_languages() -> None:
    told = [(where, said, refusal(said)) for where, said in _raised()]
    assert len(told) > 100
    wrong = [(where, said) for where, said, found in told if found.eng != said or said in (found.kaz, found.rus)]
    assert not wrong, "no line of refusals.txt says these"


def test_the_lines_are_whole_and_hold_no_english() -> None:
    lines = files("lexkz.findings").joinpath("refusals.txt").read_text("utf-8").splitlines()
    assert len(lines) > 150
    for line in lines:
        eng, kaz, rus = line.split("|")
        places = set(re.findall(r"\{(\w+)\}", eng))
        for said in (kaz, rus):
            assert set(re.findall(r"\{(\w+)\}", said)) <= places, line
            bare = re.sub(r"\{\w+\}|--[a-z-]+|'lexkz\[\w+\]'", "", said)
            assert not [word for word in ENGLISH.findall(bare) if not KEPT.fullmatch(word)], line


@pytest.mark.parametrize(
    ("words", "kaz", "rus"),
    [
        (["parse", "no-such.txt"], "no-such.txt жоқ: жолын тексеріңіз.", "no-such.txt не существует: проверьте путь."),
        (["parse", "folder"], "folder – қалта: оның ішіндегі акт", "folder – папка: дайте файл акта внутри неё."),
        (["parse", "empty.txt"], "empty.txt бос: акт мәтіні бар файл беріңіз.", "empty.txt пуст: дайте файл с текстом"),
        (["consolidate", "a.txt"], "Қате: '--by' параметрі жетіспейді.", "Ошибка: Не хватает параметра '--by'."),
        (["consolidate", "a.txt", "--by", "b.txt", "--at", "x"], "'x' – күн емес: 2024-11-20", "'x' – не день:"),
        (["parse"], "Қате: 'SOURCE' жетіспейді.", "Ошибка: Не хватает: 'SOURCE'."),
        (["export", "a.txt", "--to", "rtf"], "'rtf' мыналардың бірі емес", "'rtf' – не одно из"),
        (["nothing"], "Мұндай команда жоқ: 'nothing'.", "Такой команды нет: 'nothing'."),
        (["parse", "a.txt", "--nothing"], "Мұндай параметр жоқ: '--nothing'", "Такого параметра нет: '--nothing'"),
        (["parse", "a.txt", "b", "c"], "Артық сөздер: b c", "Лишние слова: b c"),
        (["export", "empty.txt", "--to", "pdf", "-o", "a.docx"], "файл .pdf деп аяқталады", "файл кончается на .pdf"),
    ],
)  # fmt: skip
def test_a_command_that_stops_says_why_in_the_language_of_its_user(
    words: list[str], kaz: str, rus: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").touch()
    for speaks, said in (("kk", kaz), ("ru", rus)):
        monkeypatch.setenv("LEXKZ_LANG", speaks)
        done = CliRunner().invoke(main, words)
        assert done.exit_code == 2, done.output
        assert said in done.stderr
        told = re.sub(r"^(?:Вызов|Қолданылуы):.*$|'[^']*'|\S+\.\w+|-o|--\w+", "", done.stderr, flags=re.MULTILINE)
        assert not [word for word in ENGLISH.findall(told) if not KEPT.fullmatch(word)], done.stderr
    monkeypatch.setenv("LEXKZ_LANG", "en")
    assert not re.search("[А-Яа-я]", CliRunner().invoke(main, words).stderr.replace("20 ноября 2024 года", ""))


def test_a_build_says_in_each_language_why_an_act_was_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus" / "V1000000001").mkdir(parents=True)
    (tmp_path / "corpus" / "V1000000001" / "rus.txt").touch()
    monkeypatch.chdir(tmp_path)
    for speaks, said in (
        ("kk", "V1000000001/rus оқылмады: rus.txt бос: акт мәтіні бар файл беріңіз."),
        ("ru", "V1000000001/rus не прочитан: rus.txt пуст: дайте файл с текстом акта."),
    ):
        monkeypatch.setenv("LEXKZ_LANG", speaks)
        assert said in CliRunner().invoke(main, ["build", "--jobs", "1"]).stderr


@pytest.mark.parametrize("day", ["2024-03-20", "20.03.2024", "20 марта 2024 года", "2024 жылғы 20 наурыз"])
def test_days_of_options_are_read_in_each_usual_way(day: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    samples = Path(__file__).parent.parent.parent / "docs" / "guide" / "samples"
    monkeypatch.chdir(tmp_path)
    words = ["consolidate", str(samples / "base.txt"), "--by", str(samples / "amending.txt"), "-o", "new.xml"]
    done = CliRunner().invoke(main, [*words, "--published", day])
    assert "2024-03-31" in done.stdout


def test_a_pipe_is_refused_and_not_read_in_part(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    done = CliRunner().invoke(main, ["parse", str(tmp_path / "pipe.txt")])
    assert (done.exit_code, "is a pipe or a device" in done.stderr) == (2, True)


@pytest.mark.parametrize("day", ["31 февраля 2023 года", "29 февраля 2023 года", "31 апреля 0000 года"])
def test_an_act_of_a_day_that_no_calendar_has_is_one_whose_day_is_not_known(day: str, tmp_path: Path) -> None:
    lines = ("О тестах", f"Приказ Министра здравоохранения от {day} № 17", "1. Раз.")
    (tmp_path / "a.txt").write_text("\n\n".join(lines), encoding="utf-8")
    done = CliRunner().invoke(main, ["export", str(tmp_path / "a.txt"), "--to", "json"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["metadata"]["date"] is None


def _extras() -> Iterator[tuple[str, str]]:
    """What each extra is needed for, as it is raised, and the extra."""
    for path in paths():
        for node in nodes_of(path) if "MissingExtraError" in text_of(path) else ():
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "MissingExtraError":
                form, extra = (str(one.value) for one in node.args if isinstance(one, ast.Constant))
                yield form, extra


def test_a_missing_extra_is_said_in_three_languages() -> None:
    extras = sorted(set(_extras()))
    assert len(extras) > 3
    for form, extra in extras:
        said = refusal(str(MissingExtraError(form, extra)))
        way = f"pip install 'lexkz[{extra}]'"
        assert said.kaz.endswith(f"«{extra}» қосымшасы керек: {way}"), form
        assert said.rus.endswith(f"нужно дополнение «{extra}»: {way}"), form
        russian = (
            said.rus.replace("lexkz serve", "").replace("lexkz mcp", "").replace(way, "").replace(f"«{extra}»", "")
        )
        assert not ENGLISH.search(KEPT.sub("", russian)), form


def test_no_sentence_that_a_command_prints_stands_in_its_code_in_english_alone() -> None:
    """They go through ``word``, whose list has the three languages."""
    for path in sorted((PACKAGE / "workspace" / "cli").glob("*.py")):
        for node in nodes_of(path):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not re.fullmatch(r"[A-Z][a-z]+ [^\n]*\n", node.value), f"{path.name}:{node.lineno}"


def test_that_nothing_was_found_is_said_in_the_language_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = Path(__file__).parents[1] / "comparison" / "witness" / "order"
    plain = tmp_path / "plain.txt"
    plain.write_text("Тестовый закон о проверках\nСтатья 1. Предмет\n1. Закон регулирует проверки.\n", encoding="utf-8")
    monkeypatch.setenv("LEXKZ_LANG", "ru")
    for call, said in (
        (["agree", str(pair / "kaz.txt"), str(pair / "rus.txt")], "Расхождений не найдено."),
        (["tables", str(plain)], "Таблиц нет."),
        (["forms", str(plain)], "Форм нет."),
        (["changes", str(plain)], "Ни одна сноска не говорит об изменении."),
    ):
        assert said in CliRunner().invoke(main, call).output, call
