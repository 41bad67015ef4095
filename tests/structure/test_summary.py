"""What a summary says of an act, and where ``lexkz parse`` prints it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.structure.summary import summary
from lexkz.workspace.cli import main

from .acts import act

ORDER = Path(__file__).parents[2] / "corpus" / "V2400035172" / "kaz.txt"
RULES = """
    Об утверждении тестовых правил
    Приказ Министра финансов Республики Казахстан от 5 мая 2023 года № 45
    ПРИКАЗЫВАЮ:
    1. Утвердить:
    1) правила*;
    2) форму.
    * Тестовые.
    Сноска. Пункт 1 с изменениями, внесенными приказом от 01.02.2024 № 3.
    2. Ввести в действие.
    > Приложение 1
    > к приказу
    ^ Тестовые правила
    Глава 1. Общие положения
    1. Пункт 1 настоящего приказа исполняется.
    |!№|Имя
    |1|А
    > Приложение 2
    > к приказу
    > Форма
    ^ Заявление
    Прошу ____ и ____.
    Примечание: тест.
"""


def test_a_summary_counts_what_stands_in_the_act() -> None:
    found = summary(act(RULES, "rus"))
    assert (found.title, found.kind, found.number, found.date) == (
        "Об утверждении тестовых правил", "order", "45", "2023-05-05",
    )  # fmt: skip
    assert found.units == (("chapter", 1), ("paragraph", 3), ("subparagraph", 2))
    assert [(one.eid, one.kind, one.title, one.tables, one.blanks) for one in found.attached] == [
        ("att_1", "rules", "Тестовые правила", (2,), 0),
        ("att_2", "form", "Заявление", (), 2),
    ]
    assert (found.editors_notes, found.own_notes, found.references) == (1, 2, 1)
    assert found.findings == ()


def test_parse_prints_the_summary_on_stderr_and_the_act_alone_on_stdout() -> None:
    shown = CliRunner().invoke(main, ["parse", str(ORDER)])
    for line in ("31 paragraph, 43 subparagraph", "att_1         annex", "4 tables of 50, 5, 5, 13 rows", "2 error"):
        assert line in shown.stderr
    assert shown.stdout.startswith("<?xml")
    assert "att_1         annex" not in shown.stdout


@pytest.mark.parametrize("option", ["-q", "--quiet"])
def test_a_quiet_parse_prints_nothing_on_stderr_and_ends_as_ever(option: str) -> None:
    shown, quiet = (CliRunner().invoke(main, ["parse", str(ORDER), *more]) for more in ([], [option]))
    assert quiet.stderr == ""
    assert (quiet.stdout, quiet.exit_code) == (shown.stdout, shown.exit_code)
