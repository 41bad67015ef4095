"""What the text of a cell or a head says beyond doubt, in both languages; all else stays text."""

import pytest

from lexkz.annex.values import read_range, read_value
from lexkz.languages.detect import Lang


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("kaz", "0,5", (0.5, None, None)),
        ("kaz", "1 000,5", (1000.5, None, None)),
        ("kaz", "10 %", (10, "%", None)),
        ("kaz", "мекемеге 4 бірлік", (4, "бірлік", "мекеме")),
        ("kaz", "Мекемеге 4 бірлік", (4, "бірлік", "Мекеме")),
        ("kaz", "4 бірлік мекемеге", (4, "бірлік", "мекеме")),
        ("kaz", "әрбір 50 төсекке 5,25 ставкадан", (5.25, "ставка", "50 төсек")),
        ("kaz", "әр бөлімшеге 2 дана", (2, "дана", "бөлімше")),
        ("kaz", "оқу тобына 1 бірлік", (1, "бірлік", "оқу тобы")),
        ("kaz", "отделениеге 1 бірлік", (1, "бірлік", "отделение")),
        ("kaz", "жылына 2 дана", (2, "дана", "жыл")),
        ("rus", "4 единицы на учреждение", (4, "единица", "учреждение")),
        ("rus", "на учреждение 1 единица", (1, "единица", "учреждение")),
        ("rus", "5,25 ставки на каждые 50 коек", (5.25, "ставка", "50 коек")),
        ("rus", "по 1 единице на учебную группу", (1, "единица", "учебная группа")),
        ("rus", "1 единица на организацию здравоохранения", (1, "единица", "организация здравоохранения")),
        ("rus", "2 единицы в смену", (2, "единица", "смена")),
        ("rus", "0,5 ставки", (0.5, "ставка", None)),
    ],
)
def test_a_number_is_read_with_its_unit_and_what_it_is_for(
    lang: Lang, text: str, said: tuple[float, str | None, str | None]
) -> None:
    value = read_value(text, lang)
    assert (value.value, value.unit, value.per) == said
    assert value.kind == "number"


@pytest.mark.parametrize("text", ["-", "–", "—"])
def test_a_dash_says_none(text: str) -> None:
    value = read_value(text, "kaz")
    assert (value.kind, value.value) == ("none", None)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("kaz", "4 бірлік кәріз болмаған жағдайда"),
        ("kaz", "мекемеге және бөлімшеге 1 бірлік"),
        ("kaz", "күніне бір алушыға 1 дана"),
        ("kaz", "күніне 1 данадан артық емес"),
        ("kaz", "мекемеге кемінде 1 бірлік"),
        ("kaz", "6-1"),
        ("kaz", "10-15"),
        ("kaz", "1.5"),
        ("kaz", "007"),
        ("kaz", "1, 2"),
        ("kaz", "123456789012"),
        ("kaz", ""),
        ("rus", "1 единица на врача"),
        ("rus", "1 единица на учреждение при наличии"),
        ("rus", "не более 1 единицы"),
        ("rus", "1 единица на здание и территорию"),
    ],
)
def test_a_text_that_leaves_a_doubt_has_no_value(lang: Lang, text: str) -> None:
    assert read_value(text, lang).kind == "text"


@pytest.mark.parametrize(
    ("lang", "text", "norm"),
    [
        ("kaz", "Үлгілік нормативтерге сәйкес", "Үлгілік нормативтерге"),
        ("kaz", "Кодекстің 101-бабына сәйкес (бұдан әрі – Кодекс)", "Кодекстің 101-бабына"),
        ("rus", "согласно типовым нормативам", "типовым нормативам"),
        ("rus", "В соответствии со статьей 101 Кодекса", "статьей 101 Кодекса"),
    ],
)
def test_a_reference_names_its_norm_as_printed(lang: Lang, text: str, norm: str) -> None:
    value = read_value(text, lang)
    assert (value.kind, value.reference, value.value) == ("reference", norm, None)


@pytest.mark.parametrize(
    ("lang", "text", "bounds"),
    [
        ("kaz", "51-ге дейін", (None, 51)),
        ("kaz", "101-150", (101, 150)),
        ("kaz", "101 – 150", (101, 150)),
        ("kaz", "50-ден 100-ге дейін", (50, 100)),
        ("kaz", "300-ден астам", (300, None)),
        ("kaz", "300 және одан көп", (300, None)),
        ("rus", "до 50", (None, 50)),
        ("rus", "от 51 до 100 коек", (51, 100)),
        ("rus", "свыше 1 000", (1000, None)),
        ("rus", "300 и более", (300, None)),
        ("rus", "не более 10 человек", (None, 10)),
        ("rus", "2024 год", (None, None)),
        ("kaz", "6-1", (None, None)),
        ("kaz", "Лауазым атауы", (None, None)),
    ],
)
def test_a_head_that_is_a_range_has_its_bounds(lang: Lang, text: str, bounds: tuple[int | None, int | None]) -> None:
    assert read_range(text, lang) == bounds
