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


KAZ_BASE = """Сынақ тексерулері туралы заң

Қазақстан Республикасының 2004 жылғы 9 шілдедегі № 586-II Заңы

1-бап. Мәні
1. Осы Заң тексерулерді реттейді.
2. Тексеру мерзімі – үш күн.
"""
KAZ_AMENDING = """"{title}" Қазақстан Республикасының Заңына өзгерістер енгізу туралы (сынақ заң)

Қазақстан Республикасының 2023 жылғы 5 мамырдағы № 12-VIII Заңы

1-бап.
"{title}" 2004 жылғы 9 шілдедегі Қазақстан Республикасының Заңына мынадай өзгерістер енгізілсін:
1-баптың 2-тармағындағы "үш күн" деген сөздер "бес күн" деген сөздермен ауыстырылсын.
"""


def _bilingual(root: Path, *, kaz: str | None = "Сынақ тексерулері туралы заң") -> Path:
    """A law and the law that amends it, in Russian and, where it has a title, in Kazakh."""
    texts = {"rus": (BASE, AMENDING.format(title="Тестовый закон о проверках"))}
    if kaz is not None:
        texts["kaz"] = (KAZ_BASE, KAZ_AMENDING.format(title=kaz))
    for lang, both in texts.items():
        for name, text in zip(("Z040000586_", "Z2300000012"), both, strict=True):
            folder = root / "corpus" / name
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{lang}.txt").write_text(text, encoding="utf-8")
    return root


def test_a_law_that_does_not_say_its_number_itself_is_found_in_both_languages(tmp_path: Path) -> None:
    root = _bilingual(tmp_path)
    for lang in ("kaz", "rus"):
        source = root / "corpus" / "Z040000586_" / f"{lang}.txt"
        source.write_text(source.read_text(encoding="utf-8").replace(" № 586-II", ""), encoding="utf-8")
    texts = [one for one in build(root).items if one.kind == "consolidated"]
    found = [(text.id, text.lang, text.outline, dict(text.outcomes)) for text in texts]
    assert found == [("Z040000586_", lang, False, {"applied": 1}) for lang in ("kaz", "rus")]


def test_a_bilingual_law_whose_two_titles_differ_is_one_act(tmp_path: Path) -> None:
    done = build(_bilingual(tmp_path))
    texts = {one.lang: one for one in done.items if one.kind == "consolidated"}
    assert {lang: (one.id, one.outline, dict(one.outcomes)) for lang, one in texts.items()} == {
        lang: ("Z040000586_", False, {"applied": 1}) for lang in ("kaz", "rus")
    }


def test_a_title_of_another_law_in_one_of_the_languages_means_neither(tmp_path: Path) -> None:
    done = build(_bilingual(tmp_path, kaz="Сынақ алымдары туралы заң"))
    assert all(one.outline for one in done.items if one.kind == "consolidated")
    assert "Z040000586_" not in {one.id for one in done.items if one.kind == "consolidated"}


def test_a_language_in_which_the_law_is_not_at_hand_says_nothing_against_it(tmp_path: Path) -> None:
    root = _bilingual(tmp_path)
    (root / "corpus" / "Z040000586_" / "kaz.txt").unlink()
    texts = {one.lang: one for one in build(root).items if one.kind == "consolidated"}
    assert (texts["rus"].id, texts["rus"].outline) == ("Z040000586_", False)
    assert texts["kaz"].outline
