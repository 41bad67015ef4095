"""Annexes, approved documents and forms; with and without alignment."""

from dataclasses import replace

import pytest
from lxml import etree

from lexkz.akn.namespace import q
from lexkz.reading.blocks import Lang
from lexkz.structure import Act, build

from .acts import act, source


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


ORDER = "БҰЙЫРАМЫН:\n1. Бекітілсін.\nМинистр\nЕ. Сынақов\n"
TEXT = "Тізбе\nМәтін бар."


@pytest.mark.parametrize(
    "lines",
    [
        ["Еңбек және халықты", "қорғау министрінің", "2023 жылғы 5 мамырдағы", "№ 45 бұйрығына", "1-қосымша"],
        ["Алматы облысы", "Қарасай ауданы әкімінің", "2020 жылғы 5 мамырдағы", "№ 45 шешіміне", "1-қосымша"],
        ["Қазақстан Республикасы", "Қаржы министрінің 2023 жылғы", "5 мамырдағы № 45 бұйрығына 1-қосымша"],
        ["Қазақстан Республикасы Қаржы министрінің 2023 жылғы 5 мамырдағы № 45 бұйрығына 1-қосымша"],
        ["Мемлекеттік қызметтер көрсету", "тәртібінің", "қағидаларына", "1-қосымша"],
        ["2023 жылғы 5 мамырдағы", "№ 45 бұйрыққа 1-қосымша", "Мемлекеттік қызметтер", "қағидаларына", "8-қосымша"],
    ],
    ids=lambda lines: lines[0],
)  # fmt: skip
@pytest.mark.parametrize("above", ["", "КЕЛІСІЛДІ\nҚаржы министрлігі\n"], ids=["signature", "approval"])
def test_a_kazakh_mark_without_alignment_begins_with_its_first_line(lines: list[str], above: str) -> None:
    made = act(ORDER + above + "\n".join(lines) + "\n" + TEXT)
    assert [found.get("eId") for found in made.root.iter(q("attachment"))] == ["att_1"]
    assert mark(attachment(made, "att_1")) == lines
    conclusions = made.root.find(f".//{q('conclusions')}")
    assert conclusions is not None
    assert len(conclusions) == 2 + above.count("\n")


def test_a_mark_below_the_last_item_of_a_list_takes_nothing_of_it() -> None:
    made = act("БҰЙЫРАМЫН:\n1. Екі:\n1) бір;\n2) екі\nМемлекеттік қызметтер\nқағидаларына\n1-қосымша\n" + TEXT)
    assert mark(attachment(made, "att_1")) == ["Мемлекеттік қызметтер", "қағидаларына", "1-қосымша"]
    assert made.root.find(f".//{q('alinea')}") is None


FIRST = ["Приложение 1", "к приказу Министра финансов", "от 5 мая 2023 года № 45"]
RUSSIAN_MARKS = [
    [*FIRST, "Приложение 2", "к Правилам оказания", "услуг"],
    [*FIRST, "Утверждены", "приказом Министра", "от 1 марта 2020 года № 12"],
]


@pytest.mark.parametrize("lines", RUSSIAN_MARKS, ids=["annex", "approved"])
@pytest.mark.parametrize("right", ["> ", ""], ids=["aligned", "plain"])
def test_a_russian_mark_of_two_parts_over_many_lines_is_one_mark(lines: list[str], right: str) -> None:
    made = act(
        "ПРИКАЗЫВАЮ:\n1. Утвердить.\n" + "\n".join(right + line for line in lines) + "\nТестовый перечень\n1. Вода.",
        "rus",
    )
    assert [found.get("eId") for found in made.root.iter(q("attachment"))] == ["att_1"]
    assert mark(attachment(made, "att_1")) == lines


def test_where_line_ends_are_layout_a_mark_has_a_paragraph_for_each_document() -> None:
    lines = RUSSIAN_MARKS[0]
    text = "ПРИКАЗЫВАЮ:\n1. Утвердить.\n" + "\n".join(f"> {line}" for line in lines) + "\n^ Перечень\n1. Вода."
    made = build(replace(source(text, "rus"), format="html"))
    assert mark(attachment(made, "att_1")) == [" ".join(lines[:3]), " ".join(lines[3:])]


def test_annexes_of_rules_that_stand_by_themselves_are_beside_each_other() -> None:
    made = act("""
        Утверждены
        приказом Министра труда
        от 1 марта 2020 года № 12
        Тестовые правила
        1. Правила.
        Приложение 1
        к Тестовым правилам
        Перечень первый
        1. Вода.
        Приложение 2
        к Тестовым правилам
        Перечень второй
        1. Почва.
    """, "rus")  # fmt: skip
    assert [found.get("eId") for found in made.root.iter(q("attachment"))] == ["att_1", "att_2"]


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("rus", "Утверждены приказом Министра труда от 1 марта 2020 года № 12\nТестовые правила\n1. Один.\n"
         "Приложение IV\nк Тестовым правилам\nНормы\n1. Вода."),
        ("kaz", "Еңбек министрінің 2020 жылғы 1 наурыздағы № 12 бұйрығымен бекітілген\nСынақ қағидалары\n1. Бір.\n"
         "Сынақ қағидаларына\nIV-қосымша\nНормалар\n1. Су."),
    ],
)  # fmt: skip
def test_an_annex_with_a_roman_number_lies_in_the_document_that_its_mark_names(lang: Lang, lines: str) -> None:
    head = {"rus": "О правилах\n1. Утвердить Правила.\n", "kaz": "Қағидалар туралы\n1. Қағидалар бекітілсін.\n"}[lang]
    made = act(head + lines, lang)
    assert [found.get("eId") for found in made.root.iter(q("attachment"))] == ["att_1", "att_1__att_4"]


@pytest.mark.parametrize(
    "body",
    [
        ["постановлением акимата", "Тестовой области", "от 10 июня 2019 года № 60"],
        ["решением маслихата", "города Тестова", "от 10 июня 2019 года", "№ 60"],
        ["решением", "Тестового районного маслихата", "от 10 июня 2019 года № 60"],
        ["решением акима", "Тестового сельского округа", "Тестового района", "от 10 июня 2019 года № 60"],
        ["приказом", "Тестового комитета", "от 10 июня 2019 года № 60"],
    ],
)
def test_a_mark_goes_on_through_the_places_of_the_body(body: list[str]) -> None:
    lines = ["Об утверждении Положения", "1. Утвердить Положение.", "Утверждено", *body, "Положение о доме", "1. Один."]
    order = act("\n".join(lines), "rus")
    (found,) = order.root.iter(q("attachment"))
    assert mark(found) == ["Утверждено", *body]


@pytest.mark.parametrize("right", ["", "> "])
@pytest.mark.parametrize(
    ("lang", "mark", "gone"),
    [
        ("rus", "Приложение {}\nк приказу Министра леса\nот 6 июля 2020 года № 210", "исключено"),
        ("rus", "Приложение {}\nк приказу Министра леса\nот 6 июля 2020 года № 210", "Утратило силу."),
        ("kaz", "Орман министрінің\n2020 жылғы 6 шілдедегі\n№ 210 бұйрығына\n{}-қосымша", "алып тасталды"),
        ("kaz", "Орман министрінің\n2020 жылғы 6 шілдедегі\n№ 210 бұйрығына\n{}-қосымша", "күші жойылды"),
    ],
)
def test_below_the_mark_of_a_repealed_annex_another_mark_begins(lang: Lang, mark: str, gone: str, right: str) -> None:
    first, second = ("\n".join(f"{right}{line}" for line in mark.format(number).split("\n")) for number in (1, 2))
    title = "Нормы" if lang == "rus" else "Нормалар"
    text = f"1. Текст.\n{first}\n{right}{gone}\n{second}\n^ {title}\n1. Норма."
    built = build(source(text, lang))
    found = [one.get("eId") for one in built.root.iter(q("attachment"))]
    assert found == ["att_1", "att_2"]
    assert mark_lines(built, "att_1") == mark.format(1).split("\n")
    assert mark_lines(built, "att_2") == mark.format(2).split("\n")


def mark_lines(built: Act, eid: str) -> list[str]:
    """The lines of an annex's mark, where a source has each as a paragraph or all as one."""
    return [text for said in mark(attachment(built, eid)) for text in (said or "").split("\n")]


@pytest.mark.parametrize(
    ("lang", "lines", "title"),
    [
        # Nothing is set apart, as in text and where every line was justified.
        ("kaz", ["Уақытша болу", "ұйымының басшысына", "______", "(ұйымның атауы)", "ӨТІНІШ", "Сұраймын."], "ӨТІНІШ"),
        ("kaz", ["Аудан әкіміне", "кімнен ______", "АРЫЗ", "Жер беруді сұраймын."], "АРЫЗ"),
        ("kaz", ["Бөлім басшысына", "______", "Ө Т І Н І Ш", "Сұраймын."], "Ө Т І Н І Ш"),
        ("kaz", ["______", "(органның атауы)", "Хабарлама", "Жұмыс басталды."], "Хабарлама"),
        ("kaz", ["Басқарма", "басшысына", "Лицензия беру туралы ӨТІНІШ", "Сұраймын."], "Лицензия беру туралы ӨТІНІШ"),
        ("kaz", ["Ұйымның директорына", "______", "ТАПСЫРЫС ПАРАҒЫ", "Мен, ______"], "ТАПСЫРЫС ПАРАҒЫ"),
        ("rus", ["Руководителю", "организации", "______", "ЗАЯВЛЕНИЕ", "Прошу принять."], "ЗАЯВЛЕНИЕ"),
        ("rus", ["Акиму района", "от ______", "ЗАЯВЛЕНИЕ", "о выделении земли", "Прошу выделить."],
         "ЗАЯВЛЕНИЕ о выделении земли"),
        ("rus", ["Имя органа", "______", "УВЕДОМЛЕНИЕ", "О НАЧАЛЕ РАБОТ", "Сообщаю."], "УВЕДОМЛЕНИЕ О НАЧАЛЕ РАБОТ"),
        ("rus", ["Главному врачу", "______", "(наименование)", "Заявление-анкета", "Прошу."], "Заявление-анкета"),
        # The address stands in the middle as well, or the name only, with what it is about below.
        ("rus", ["^ Руководителю организации", "^ ЗАЯВЛЕНИЕ", "^ О выдаче", "Прошу принять."], "ЗАЯВЛЕНИЕ О выдаче"),
        ("kaz", ["Ұйымның", "басшысына", "^ Өтініш", "Сұраймын."], "Өтініш"),
        ("kaz", ["> Оңалту туралы шарт", "Сынақ ұйымы атынан"], "Оңалту туралы шарт"),
        ("rus", ["> Руководителю", "> Заявление", "Прошу принять."], "Заявление"),
        # No address: what stands first is the title.
        ("rus", ["Анкета", "______", "СВЕДЕНИЯ О ЛИЦЕ", "Прошу."], "Анкета"),
        ("kaz", ["Келісім парағы", "Келісемін.", "Басшысына", "ӨТІНІШ"], "Келісім парағы"),
        ("rus", ["^ Образец", "^ Заявление", "Руководителю ______", "Прошу."], "Образец Заявление"),
    ],
    ids=str,
)  # fmt: skip
def test_below_an_address_the_name_of_the_paper_is_the_title_wherever_it_stands(
    lang: Lang, lines: list[str], title: str
) -> None:
    head = {"kaz": "БҰЙЫРАМЫН:\n1. Бекітілсін.\n> Бұйрыққа 3-қосымша\n> Нысан\n", "rus": "ПРИКАЗЫВАЮ:\n1. Утвердить.\n"
            "> Приложение 3 к приказу\n> Форма\n"}[lang]  # fmt: skip
    for marks in (True, False):
        text = head + "\n".join(lines)
        built = act(text if marks else text.replace("> ", ""), lang)
        found = attachment(built, "att_3").iterfind(f".//{q('longTitle')}/{q('p')}")
        assert " ".join("".join(map(str, line.itertext())) for line in found) == title
