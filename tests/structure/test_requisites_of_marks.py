"""An approved document by itself: its corner mark says of which act it is."""

import pytest

import lexkz
from lexkz.languages.detect import Lang

RUS = "{mark}\n\nПравила учета карт (вымышленные)\n\n1. Карта вносится в журнал.\n\n2. Журнал хранится.\n"
KAZ = "{mark}\n\nКарталарды есепке алу қағидалары (ойдан шығарылған)\n\n1. Карта енгізіледі.\n\n2. Журнал сақталады.\n"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("rus", RUS.format(mark="Утверждены приказом Министра финансов от 3 марта 2015 года № 15")),
        ("rus", RUS.format(mark="Утверждены\nприказом Министра финансов\nот 3 марта 2015 года\n№ 15")),
        ("kaz", KAZ.format(mark="ҚР Қаржы министрінің 2015 жылғы 3 наурыздағы № 15 бұйрығымен бекітілген")),
    ],
)
def test_a_document_that_says_its_act_in_its_corner_mark_only_has_its_date_and_number(lang: Lang, text: str) -> None:
    act = lexkz.read_text(text, lang=lang)
    assert act.work == "/akn/kz/act/order/mf/2015-03-03/15"
    assert lexkz.validate(act) == ()


def test_a_corner_mark_that_contradicts_the_act_is_told_and_the_act_believed() -> None:
    act = lexkz.read_text(
        "О карте (вымышленный приказ)\n\nПриказ Министра финансов от 3 марта 2015 года № 15\n\nПРИКАЗЫВАЮ:\n\n"
        "1. Утвердить прилагаемые Правила.\n\n"
        + RUS.format(mark="Утверждены приказом Министра финансов от 3 марта 2015 года № 51"),
        lang="rus",
    )
    assert act.number == "15"
    assert [found.text for found in act.findings if found.code == "structure.mark_differs"] == [
        "Утверждены приказом Министра финансов от 3 марта 2015 года № 51"
    ]


@pytest.mark.parametrize(
    ("lang", "text", "post"),
    [
        ("kaz", "Белгі туралы (ойдан шығарылған)\n\n1. Белгі қойылады.\n\n2. Белгі қаралады.", "Туризм министрі"),
        ("rus", "О знаке (вымышленный)\n\n1. Знак ставится.\n\n2. Знак осматривается.", "Министр туризма"),
    ],
)
def test_a_post_without_its_name_at_the_end_is_no_line_of_the_last_point(lang: Lang, text: str, post: str) -> None:
    act = lexkz.read_text(f"{text}\n\n{post}\n", lang=lang)
    assert post not in act.unit("para_2").text
    assert act.to_text().rstrip().endswith(post)


def test_a_post_above_a_corner_mark_is_no_line_of_the_mark() -> None:
    act = lexkz.read_text(
        "Журнал туралы (ойдан шығарылған)\n\n1. Журнал жүргізіледі.\n\nКомитет төрағасы\n\n"
        "Орман шаруашылығы комитеті төрағасының\n2026 жылғы 4 мамырдағы\n№ 18 бұйрығына\nқосымша\n\nЖурнал\n\nМәтін.\n",
        lang="kaz",
    )
    assert "Комитет төрағасы" in act.unit("conclusions__p_1").text


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("№ 11-3.3", "11-3.3"),
        ("№ 15 - ө", "15-ө"),
        ("№ 2-45 с.", "2-45 с"),
        ("№ 7-1/240", "7-1/240"),
        ("№ 385-VI ЗРК", "385-VI"),
        ("№ 2-45 с 1 января", "2-45"),
    ],
)
def test_the_number_of_an_act_is_read_whole_but_for_the_mark_of_a_law(printed: str, number: str) -> None:
    text = f"О садах (пример)\nРешение Садового маслихата от 5 мая 2020 года {printed}\n1. Сад растет пять лет.\n"
    assert lexkz.read_text(text, lang="rus").number == number


@pytest.mark.parametrize("number", ["11-3.3", "15 - ө", "2-45 с", "33 дсп", "385-VI ЗРК", "385-VI"])
def test_an_act_is_known_by_any_make_of_its_number_and_not_by_another(number: str) -> None:
    base = lexkz.read_text(
        "О садах (пример)\nРешение Садового маслихата от 5 мая 2020 года № "
        f"{number.replace('385-VI', '385-VI ЗРК') if number == '385-VI' else number}\n1. Сад растет пять лет.\n",
        lang="rus",
    )
    said = (
        'О внесении изменений в решение "О садах (пример)"\n'
        'Внести в решение Садового маслихата от 5 мая 2020 года № {} "О садах (пример)" следующие изменения:\n'
        'в пункте 1 слово "пять" заменить словом "шесть".\n'
    )
    for cited, outcome in ((number, "applied"), ("11-3", "refused")):
        order = lexkz.read_text(said.format(cited), lang="rus")
        (made,) = lexkz.consolidate(base, by=order).report.commands
        assert made.outcome == outcome, cited
