"""Annexes, approved documents and forms; with and without alignment."""

import pytest
from lxml import etree

from lexkz.akn.namespace import q
from lexkz.structure import Act

from .acts import act


def attachment(built: Act, eid: str) -> etree._Element:
    found = built.root.find(f".//{q('attachment')}[@eId='{eid}']")
    assert found is not None
    return found


def mark(found: etree._Element) -> list[str | None]:
    container = found.find(f"{q('doc')}/{q('preface')}/{q('container')}")
    assert container is not None
    return [line.text for line in container]


KAZAKH = """
    Сынақ қағидаларын бекіту туралы
    БҰЙЫРАМЫН:
    1. Қағидалар бекітілсін.
    Министр
    Е. Сынақов
    "КЕЛІСІЛДІ"
    Қазақстан Республикасының
    Қаржы министрлігі
    {r}Қазақстан Республикасы
    {r}Әділет министрінің
    {r}2021 жылғы 4 ақпандағы
    {r}№ 77 бұйрығымен бекітілген
    {c}Сынақ қағидалары
    {c}1-тарау. Жалпы ережелер
    1. Бір.
    {c}2-тарау. Тәртіп
    2. Екі:
    1) бір;
    2) екі.
    {r}Сынақ қағидаларына
    {r}1-қосымша
    {r}Нысан
    {c}Өтініш
    Мен, ____________, сұраймын.
    {r}Сынақ қағидаларына 2-қосымша
    {c}Тізбе
    |!№|Атауы
    |1|Бірінші
    Ескертпе: толтырылады.
"""


@pytest.mark.parametrize("alignment", [{"r": "> ", "c": "^ "}, {"r": "", "c": ""}], ids=["aligned", "plain"])
def test_approved_rules_are_an_attachment_with_attachments_of_their_own(alignment: dict[str, str]) -> None:
    order = act(KAZAKH.format(**alignment))
    eids = [found.get("eId") for found in order.root.iter(q("attachment"))]
    assert eids == ["att_1", "att_1__att_1", "att_1__att_2"]
    rules = attachment(order, "att_1")
    assert rules[0].get("name") == "rules"
    assert mark(rules) == [
        "Қазақстан Республикасы",
        "Әділет министрінің",
        "2021 жылғы 4 ақпандағы",
        "№ 77 бұйрығымен бекітілген",
    ]
    assert [unit.get("eId") for unit in rules.iter(q("paragraph"))] == ["att_1__para_1", "att_1__para_2"]
    form = attachment(order, "att_1__att_1")
    assert form[0].get("name") == "form"
    assert form.findtext(f".//{q('docTitle')}") == "Өтініш"
    assert form.findtext(f".//{q('fillIn')}") == "____________"
    listed = attachment(order, "att_1__att_2")
    assert [row.get("eId") for row in listed.iter(q("tr"))][1:] == ["att_1__att_2__table_1__row_1"]
    note = listed.find(f".//{q('block')}")
    assert note is not None
    assert note.get("name") == "note"
    conclusions = order.root.find(f".//{q('conclusions')}")
    assert conclusions is not None
    assert len(conclusions) == 5


@pytest.mark.parametrize("right", ["> ", ""], ids=["aligned", "plain"])
def test_a_corner_mark_of_two_documents_is_one_mark(right: str) -> None:
    lines = [
        "Приложение 1 к приказу",
        "Министра финансов",
        "от 5 мая 2023 года № 45",
        "Приложение 4 к Правилам",
        "оказания услуг",
    ]
    order = act(
        "Об услугах\nПРИКАЗЫВАЮ:\n1. Утвердить.\n"
        + "\n".join(right + line for line in lines)
        + f"\n{right}Форма\n^ Заявление\nПрошу выдать ____\nПодпись ______",
        "rus",
    )
    form = attachment(order, "att_1")
    assert mark(form) == lines
    assert form.findtext(f".//{q('docTitle')}") == "Заявление"


def test_a_form_has_its_address_above_the_title_and_its_signature_below_the_points() -> None:
    order = act("""
        БҰЙЫРАМЫН:
        1. Бекітілсін.
        > Бұйрыққа 3-қосымша
        > Нысан
        > Ұйымның басшысына
        > ____________
        > (атауы)
        ^ ӨТІНІШ
        1. Сұраймын.
        2. Келісемін
        Өтініш беруші ____________
        (қолы)
    """)
    form = attachment(order, "att_3")
    preface = form.find(f".//{q('preface')}")
    main_body = form.find(f".//{q('mainBody')}")
    assert preface is not None
    assert main_body is not None
    assert [child.get("class") for child in preface if child.tag == q("p")] == ["form"] + ["addressee"] * 3
    assert preface[-1].tag == q("longTitle")
    assert [child.get("eId") for child in main_body] == ["att_3__para_1", "att_3__para_2", "att_3__p_1", "att_3__p_2"]


def test_rules_by_themselves_keep_their_corner_mark_in_the_preface() -> None:
    rules = act("""
        > Қазақстан Республикасы
        > Әділет министрінің
        > 2020 жылғы 1 мамырдағы
        > № 5 бұйрығымен
        > бекітілген
        ^ Сынақ қағидалары
        ^ 1-тарау. Жалпы ережелер
        1. Бір.
        > Сынақ қағидаларына
        > 1-қосымша
        ^ Тізбе
        Мәтін.
    """)
    assert rules.root[0].get("name") == "rules"
    assert rules.root.find(f".//{q('act')}/{q('preface')}/{q('container')}") is not None
    assert [found.get("eId") for found in rules.root.iter(q("attachment"))] == ["att_1"]
    assert rules.root.find(f".//{q('act')}/{q('body')}/{q('chapter')}/{q('paragraph')}") is not None


def test_a_sentence_about_an_annex_begins_none() -> None:
    order = act("""
        БҰЙЫРАМЫН:
        1. Қағидаларға 8-қосымша осы бұйрыққа 1-қосымшаға сәйкес жаңа редакцияда жазылсын.
        2. Өтініш Қағидаларға 1-қосымшаға сәйкес нысан бойынша беріледі
        3. Енгізіледі.
    """)
    assert order.root.find(f".//{q('attachment')}") is None


def test_components_of_attachments_have_their_own_iris() -> None:
    order = act(KAZAKH.format(r="> ", c="^ "))
    this = [found.get("value", "") for found in order.root.iter(q("FRBRthis"))]
    assert any(value.endswith("!annex_1") for value in this)
    assert any(value.endswith("!annex_1/annex_2") for value in this)
