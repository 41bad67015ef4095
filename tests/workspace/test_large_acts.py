"""Acts as large as they come pass through a build: three hundred pages, a thousand tables."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lexkz.workspace.build import build

HEAD = (
    "Об утверждении синтетических правил\nПриказ Министра здравоохранения Республики Казахстан от 10 января 2020 года "
    "№ 7\nПРИКАЗЫВАЮ:\n1. Утвердить прилагаемые Правила.\nУтверждены приказом\nот 10 января 2020 года № 7\n"
    "Правила синтетического учёта\n"
)
LINE = "Срок рассмотрения заявления составляет десять рабочих дней со дня его регистрации в канцелярии органа"


def _pages() -> str:
    # A printed page holds some two thousand characters; each point stands on a third of one.
    sentences = ". ".join([LINE] * 7)
    return "".join(f"{number}. {sentences}.\n" for number in range(1, 901))


def _tables() -> str:
    tables = []
    for number in range(1, 1_001):
        rows = "".join(f"{row}\tЖурнал {number}-{row}\t{row * 3}\n" for row in range(1, 5))
        tables.append(f"{number}. Нормы:\n№\tНаименование\tНорма\n{rows}")
    return "".join(tables)


@pytest.mark.parametrize(("text", "tag", "count"), [(_pages, "paragraph", 900), (_tables, "table", 1_000)])
def test_a_very_large_act_is_built(tmp_path: Path, text: Callable[[], str], tag: str, count: int) -> None:
    folder = tmp_path / "corpus" / "synthetic"
    folder.mkdir(parents=True)
    (folder / "rus.txt").write_text(HEAD + text(), encoding="utf-8")
    (item,) = build(tmp_path).items
    assert (item.state, [found for found in item.findings if found.severity == "error"]) == ("built", [])
    assert (tmp_path / "xml" / "synthetic" / "rus.xml").read_bytes().count(f"<{tag} ".encode()) >= count
