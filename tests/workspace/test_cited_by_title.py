"""A base act that is cited by its day and title alone is the one of the corpus, and no outline stands in its place."""

from pathlib import Path

import pytest

from lexkz.workspace.build import build

BASE = """Тестовый закон о проверках

Закон Республики Казахстан от 9 июля 2004 года № 586-II

Статья 1. Предмет
1. Настоящий Закон регулирует проверки.
2. Срок проверки – три дня.
"""
AMENDING = """О внесении изменений в Закон Республики Казахстан "{title}" (тестовый закон)

Закон Республики Казахстан от 5 мая 2023 года № 12-VIII

Статья 1.
Внести в Закон Республики Казахстан от 9 июля 2004 года "{title}" следующие изменения:
в пункте 2 статьи 1 слова "три дня" заменить словами "пять дней".
"""


def _corpus(root: Path, **acts: str) -> Path:
    for name, text in acts.items():
        folder = root / "corpus" / name
        folder.mkdir(parents=True)
        (folder / "rus.txt").write_text(text, encoding="utf-8")
    return root


def test_a_law_cited_by_day_and_title_is_consolidated_itself(tmp_path: Path) -> None:
    root = _corpus(tmp_path, Z040000586_=BASE, Z2300000012=AMENDING.format(title="Тестовый закон о проверках"))
    done = build(root)
    (text,) = (one for one in done.items if one.kind == "consolidated")
    assert (text.id, text.outline, dict(text.outcomes)) == ("Z040000586_", False, {"applied": 1})
    (made,) = (root / "consolidated" / "Z040000586_").glob("*.xml")
    assert "пять дней" in made.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "others",
    [
        {"Z040000586_": BASE.replace("о проверках", "о сборах")},
        {"Z040000586_": BASE, "Z040000587_": BASE.replace("586-II", "587-II")},
        {"Z040000586_": BASE.replace("9 июля", "10 июля")},
    ],
)
def test_another_title_another_day_or_two_such_laws_are_not_guessed(tmp_path: Path, others: dict[str, str]) -> None:
    root = _corpus(tmp_path, **others, Z2300000012=AMENDING.format(title="Тестовый закон о проверках"))
    texts = [one for one in build(root).items if one.kind == "consolidated"]
    assert [one.outline for one in texts] == [True]
    assert not {one.id for one in texts} & set(others)
