"""The guides are true: every command in them is run, and answers as they say."""

import doctest
import re
import runpy
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.workspace.cli import main
from lexkz.workspace.store import index

ROOT = Path(__file__).parent.parent.parent.parent
GUIDE = ROOT / "docs" / "guide"
SAMPLES = GUIDE / "samples"
ORDER = Path(__file__).parents[1] / "three_days" / "corpus" / "V2400034001"
DECIDED = "samples/rulings.toml"
ELISION = "…"
"""Alone on its line: lines that are not shown; at the end of one: the rest of the line."""


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Give the example blocks of a page, with their class; an inclusion of the decided rulings comes as one."""
    pattern = re.compile(
        r"^\.\. (?:code-block:: console\n(?:   :class: (\w+)\n)?\n((?:   .*\n|\n)*)|literalinclude:: (\S+))", re.M
    )
    for found in pattern.finditer(text):
        if found[3]:
            yield found[3], []
        else:
            yield found[1] or "", [line[3:] for line in found[2].rstrip("\n").split("\n")]


def _answers(lines: list[str]) -> list[tuple[str, list[str]]]:
    answers: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("$ "):
            answers.append((line[2:], []))
        else:
            answers[-1][1].append(line)
    return answers


def _pattern(said: list[str]) -> re.Pattern[str]:
    parts = []
    for line in said:
        if line == ELISION:
            parts.append(r"(?:.*\n)*?")
        elif line.endswith(ELISION):
            parts.append(re.escape(line[:-1]) + r".*\n")
        else:
            parts.append(re.escape(line) + r"\n")
    return re.compile("".join(parts))


def _run(page: str, folder: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    count = 0
    for kind, lines in _blocks((GUIDE / page).read_text(encoding="utf-8")):
        if kind == DECIDED:
            shutil.copy(SAMPLES / "rulings.toml", folder)
            continue
        monkeypatch.chdir(repository if kind == "repository" else folder)
        for command, said in _answers(lines):
            name, *arguments = shlex.split(command)
            assert name == "lexkz"
            ran = CliRunner().invoke(main, arguments)
            assert ran.exit_code in (0, 1), f"{command}\n{ran.output}"
            assert _pattern(said).fullmatch(ran.output), f"$ {command}\n{ran.output}"
            count += 1
    return count


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the two sample acts, a page in place of an official edition, an order in both languages as Word
    files, and an empty corpus."""
    made = tmp_path / "samples"
    (made / "corpus").mkdir(parents=True)
    for name in ("base.txt", "amending.txt"):
        shutil.copy(SAMPLES / name, made)
    page = ["export", str(SAMPLES / "base.txt"), "--to", "html", "-o", str(made / "official.html")]
    assert CliRunner().invoke(main, page).exit_code == 0
    for lang in ("kaz", "rus"):
        source = ORDER / f"{lang}.txt"
        done = CliRunner().invoke(main, ["export", str(source), "--to", "docx", "-o", str(made / f"{lang}.docx")])
        assert done.exit_code in (0, 1)
    return made


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of the repository's workspace, not built."""
    made = tmp_path / "repository"
    shutil.copytree(ROOT / "corpus", made / "corpus")
    return made


@pytest.mark.parametrize(("page", "commands"), [("legal.rst", 19), ("reading.rst", 1)])
def test_every_command_of_a_guide_answers_as_it_says(
    page: str, commands: int, folder: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _run(page, folder, repository, monkeypatch) == commands


def test_the_decided_rulings_are_the_stub_filled_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    stub = CliRunner().invoke(main, ["rulings", "new", "base.txt", "--by", "amending.txt"]).output
    filled = (SAMPLES / "rulings.toml").read_text(encoding="utf-8")
    for line in stub.splitlines():
        if line.startswith(("act", "command", "digest", "finding", "instruction")):
            assert line in filled


def test_the_python_of_the_guide_for_developers_runs(
    three_days: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(SAMPLES)
    index(three_days, tmp_path / "three_days.sqlite")
    known = {"workspace": tmp_path / "three_days.sqlite"}
    ran = doctest.testfile(str(GUIDE / "developers.rst"), module_relative=False, globs=known, encoding="utf-8")
    assert ran.attempted > 10
    assert ran.failed == 0


@pytest.mark.parametrize(
    ("program", "arguments", "said"),
    [
        ("changed_norms", ["2024-07-01"], "- 5. Библиотека открыта с девяти часов.\n+ 5. Библиотека открыта с восьми"),
        ("as_it_read", ["V2300031001", "rus", "att_1__para_4", "2025-04-01"], "2025-03-01 in_force a change waits"),
        ("who_cites", ["/akn/kz/act/order/2023-01-10/7"], "rus /akn/kz/act/order/2024-03-15/9 para_1 приказ Министра"),
        ("what_waits", [], "waits Тестовые правила городской библиотеки · пункт 4 cmd_2\n  в пункте 4 слово"),
        ("changed_cells", [], "att_1__att_1__table_1 2 Книг 5 -> 7\n"),
    ],
)
def test_each_program_of_ten_lines_answers_its_question(
    program: str,
    arguments: list[str],
    said: str,
    three_days: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = GUIDE / "programs" / f"{program}.py"
    assert len([line for line in path.read_text("utf-8").splitlines() if line and not line.startswith('"""')]) <= 10
    index(three_days)
    texts = [
        str(three_days / "consolidated" / "V2300031001" / f"rus@{day}.xml") for day in ("2024-07-01", "2025-03-01")
    ]
    given = texts if program == "changed_cells" else [str(three_days), *arguments]
    monkeypatch.setattr("sys.argv", [str(path), *given])
    runpy.run_path(str(path), run_name="__main__")
    assert said in capsys.readouterr().out
