"""The units of an expression as the store keeps them."""

import pytest

from lexkz.languages.detect import Lang
from lexkz.reading import read_text
from lexkz.structure import build
from lexkz.workspace.store.units import units

LAWS: dict[Lang, str] = {
    "rus": """О синтетических журналах
Глава 1. Общие положения
Статья 1. Журнал
1. Журнал ведётся.
Статья 2-1. Архив
1. Архив хранится.
""",
    "kaz": """Сынақ журналдары туралы
1-тарау. Жалпы ережелер
1-бап. Журнал
1. Журнал жүргізіледі.
2-1-бап. Мұрағат
1. Мұрағат сақталады.
""",
}


@pytest.mark.parametrize("lang", LAWS)
def test_a_unit_has_its_bare_number_whatever_words_the_act_prints_around_it(lang: Lang) -> None:
    found = units(build(read_text(LAWS[lang], lang=lang)).root, lang)
    numbers = [(unit.kind, unit.number) for unit in found if unit.kind in ("chapter", "article")]
    assert numbers == [("chapter", "1"), ("article", "1"), ("article", "2-1")]
