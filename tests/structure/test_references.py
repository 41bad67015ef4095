"""References inside the text: marked where act and unit can be told, else left as text."""

from datetime import date

import pytest
from lxml import etree

from lexkz.reading import read_text
from lexkz.reading.card import Card
from lexkz.structure import build

LAW = """Сынақ заңы
1-бап. Мақсат
1. Осы Заң сынақты реттейді.
2. Сынақ осы баптың 1-тармағына сәйкес өтеді.
2-бап. Тәртіп
1) өтініш беру;
2) қарау.
Осы баптың 1) және 2) тармақшаларында көзделген мерзім осы Заңның 1-бабының 2-тармағында айтылған.
Осы баптың 9) тармақшасы жоқ, 5-бап та жоқ.
"""
ZAKON = """Тестовый закон
Статья 1. Предмет
1. Настоящий Закон регулирует проверки.
2. Проверка проводится по пункту 1 настоящей статьи.
Статья 2. Порядок
1) подача заявления;
2) рассмотрение.
Сроки, указанные в подпунктах 1) и 2) настоящей статьи, установлены пунктом 2 статьи 1 настоящего Закона.
Порядок утвержден приказом Министра финансов Республики Казахстан от 5 октября 2020 года № 115.
"""
WORK = "/akn/kz/act/law/2020-01-02/5"


def refs(text: str, lang: str, number: str | None = "5") -> list[tuple[str, str]]:
    card = Card(type="law", date=date(2020, 1, 2) if number else None, number=number)
    act = build(read_text(text, lang="kaz" if lang == "kaz" else "rus"), card)
    return [(str(found.text), str(found.get("href"))) for found in act.root.iter("{*}ref")]


def test_kazakh_references_to_own_units_have_their_target() -> None:
    assert refs(LAW, "kaz") == [
        ("осы баптың 1-тармағына", f"{WORK}/!main#art_1__para_1"),
        ("1)", f"{WORK}/!main#art_2__subpara_1"),
        ("2) тармақшаларында", f"{WORK}/!main#art_2__subpara_2"),
        ("осы Заңның 1-бабының 2-тармағында", f"{WORK}/!main#art_1__para_2"),
    ]


def test_russian_references_to_own_units_and_to_other_acts_have_their_target() -> None:
    assert refs(ZAKON, "rus") == [
        ("пункту 1 настоящей статьи", f"{WORK}/!main#art_1__para_1"),
        ("подпунктах 1)", f"{WORK}/!main#art_2__subpara_1"),
        ("2)", f"{WORK}/!main#art_2__subpara_2"),
        ("пунктом 2 статьи 1 настоящего Закона", f"{WORK}/!main#art_1__para_2"),
        (
            "приказом Министра финансов Республики Казахстан от 5 октября 2020 года № 115",
            "/akn/kz/act/order/mf/2020-10-05/115",
        ),
    ]


@pytest.mark.parametrize(("text", "lang"), [(LAW, "kaz"), (ZAKON.replace("№ 115", ""), "rus")])
def test_an_act_of_which_number_and_date_are_not_known_points_to_nothing_of_its_own(text: str, lang: str) -> None:
    assert refs(text, lang, number=None) == []


def test_marking_references_changes_no_word() -> None:
    from lexkz.akn.text import paragraphs

    act = build(read_text(ZAKON, lang="rus"), Card(type="law", date=date(2020, 1, 2), number="5"))
    plain = build(read_text(ZAKON, lang="rus"))
    assert paragraphs(act.root) == paragraphs(plain.root)
    assert isinstance(act.root, etree._Element)
