"""Each kind of change is told from the others, in both languages."""

import pytest

from lexkz.comparison.types import change_types
from lexkz.comparison.words import word_diff
from lexkz.languages.detect import Lang

CHANGES: list[tuple[Lang, str, str, tuple[str, ...]]] = [
    ("rus", "Срок – 3 дня.", "Срок – 5 дней.", ("number",)),
    ("rus", "в течение десяти рабочих дней", "в течение пятнадцати рабочих дней", ("number",)),
    ("rus", "0,5", "1,5", ("number",)),
    ("rus", "с 1 января 2024 года", "с 15 марта 2025 года", ("date",)),
    ("rus", "от 30.09.2024 года", "от 01.10.2024 года", ("date",)),
    ("rus", "согласно пункту 5 Правил", "согласно пунктам 5, 6 и 7 Правил", ("reference",)),
    ("rus", "абзац второй", "абзац третий", ("reference",)),
    ("rus", "приказ № 391", "приказ № 392", ("reference",)),
    ("rus", "подача заявления", "подача ходатайства", ("wording",)),
    ("rus", "Орган отказывает, если", "Орган, отказывает если", ("wording",)),
    ("rus", "5. Текст", "6. Текст", ("moved",)),
    ("rus", "Статья 5. Предмет", "Статья 6. Предмет", ("moved",)),
    ("rus", "пять – шесть", "пять  -  шесть", ("layout",)),
    ("rus", "Решение за 3 дня", "Заключение за 5 дней", ("wording", "number")),
    ("kaz", "2024 жылғы 30 қыркүйекте", "2024 жылғы 1 қазанда", ("date",)),
    ("kaz", "он жұмыс күні ішінде", "он бес жұмыс күні ішінде", ("number",)),
    ("kaz", "осы Қағидалардың 29-тармағына сәйкес", "осы Қағидалардың 31-тармағына сәйкес", ("reference",)),
    ("kaz", "6 және 7-тармақтар", "6 және 8-тармақтар", ("reference",)),
    ("kaz", "№ 391 бұйрық", "№ 392 бұйрық", ("reference",)),
    ("kaz", "екі күндік мерзім", "екі күннен мерзім", ("wording",)),
    ("kaz", "әкiмшiлiк іс", "әкімшілік іс", ("layout",)),
    ("kaz", "3) жеке іс;", "4) жеке іс;", ("moved",)),
    ("kaz", "2019 жылға – 2 450 000 теңге", "2020 жылға – 2 700 000 теңге", ("number", "date")),
]


@pytest.mark.parametrize(("lang", "old", "new", "types"), CHANGES, ids=lambda value: str(value)[:30])
def test_a_change_has_its_types_in_order(lang: Lang, old: str, new: str, types: tuple[str, ...]) -> None:
    assert change_types(old, new, word_diff(old, new), lang) == types
    assert change_types(new, old, word_diff(new, old), lang) == types


def test_a_date_that_stands_in_words_written_anew_but_is_the_same_is_no_change_of_date() -> None:
    old, new = "до 30.09.2024 подаётся заявление", "не позднее 30 сентября 2024 года направляется ходатайство"
    assert change_types(old, new, word_diff(old, new), "rus") == ("wording",)
    later = new.replace("30 сентября", "1 октября")
    assert change_types(old, later, word_diff(old, later), "rus") == ("wording", "date")


def test_another_case_ending_of_a_reference_is_a_change_of_wording() -> None:
    assert change_types("пунктом 5", "пункту 5", word_diff("пунктом 5", "пункту 5"), "rus") == ("wording",)
