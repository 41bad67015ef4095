"""Forms of layouts that the order does not have, in both languages."""

import pytest

from lexkz.annex import Form, forms
from lexkz.annex.form_model import FormLine, FormTable
from lexkz.languages.detect import Lang
from lexkz.publication.filled import FilledLine, fill
from lexkz.reading import read_text
from lexkz.reading.blocks import Block, Cell, Paragraph, Place, Row, Run, Source, Table
from lexkz.structure import build

PLACE = Place(1, 1, 1)
CORNERS: dict[Lang, tuple[str, ...]] = {
    "kaz": ("Министрдің", "2024 жылғы 1 маусымдағы", "№ 100 бұйрығына", "1-қосымша", "Нысан"),
    "rus": ("Приложение 1", "к приказу Министра", "от 1 июня 2024 года № 100", "Форма"),
}


def form(lang: Lang, title: str, *parts: str | tuple[tuple[str, ...], ...]) -> Form:
    """Return the one form of a synthetic act whose annex has this title and these lines and tables."""
    first = {"kaz": ("Сынақ бұйрық", "БҰЙЫРАМЫН:"), "rus": ("Тестовый приказ", "ПРИКАЗЫВАЮ:")}[lang]
    rest = {"kaz": "1. Нысан бекітілсін.", "rus": "1. Утвердить форму."}[lang]
    blocks: list[Block] = [Paragraph((Run(text),), PLACE) for text in (*first, rest)]
    blocks += [Paragraph((Run(text),), PLACE, "right") for text in CORNERS[lang]]
    blocks.append(Paragraph((Run(title),), PLACE, "center"))
    for part in parts:
        if isinstance(part, str):
            blocks.append(Paragraph((Run(part),), PLACE))
        else:
            blocks.append(Table(tuple(Row(tuple(Cell(text) for text in row), PLACE) for row in part), PLACE))
    (found,) = forms(build(Source("text", lang, tuple(blocks))))
    return found


def said(found: Form) -> list[tuple[str, str]]:
    return [(field.label, field.kind) for field in found.fields]


def test_a_russian_contract_has_its_fields() -> None:
    found = form(
        "rus",
        "Типовой договор",
        'г. ______________ "__" ____________ 20__ года',
        "____________________________________________________________",
        "(наименование организации)",
        "в лице ________________________________, действующего на основании _________, (далее – Исполнитель)",
        "(фамилия, имя, отчество (при его наличии))",
        "и _______________________ (далее – Заказчик), ИИН _______________, заключили договор.",
        "1) количество услуг: ______ единиц;",
        "2) сумма прописью ____________________________;",
        "Директор ______________ ___________________",
        "(подпись) (фамилия, имя, отчество (при наличии))",
        "Заявитель ____________ (подпись, Ф.И.О.)",
    )
    assert said(found) == [
        ("г.", "text"),
        ("Дата", "date"),
        ("наименование организации", "organisation"),
        ("фамилия, имя, отчество (при его наличии)", "person"),
        ("Исполнитель", "text"),
        ("Заказчик", "text"),
        ("ИИН", "text"),
        ("количество услуг", "number"),
        ("сумма прописью", "text"),
        ("Директор (подпись)", "signature"),
        ("Директор (фамилия, имя, отчество (при наличии))", "person"),
        ("Заявитель (подпись)", "signature"),
        ("Заявитель (Ф.И.О.)", "person"),
    ]
    assert next(field for field in found.fields if field.label == "ИИН").pattern == r"^\d{12}$"


@pytest.mark.parametrize(
    ("lang", "line", "roles"),
    [
        ("kaz", '20__ жылғы "__" __________', ["year2", "day", "month"]),
        ("kaz", "____ жылғы «__» __________", ["year", "day", "month"]),
        ("kaz", '"__" __________ 20__ ж.', ["day", "month", "year2"]),
        ("rus", '"__" __________ 20__ года', ["day", "month", "year2"]),
        ("rus", "«___» _________ ____ г.", ["day", "month", "year"]),
        ("rus", '20__ года "__" _________', ["year2", "day", "month"]),
    ],
)
def test_a_date_is_one_field_of_three_blanks(lang: Lang, line: str, roles: list[str]) -> None:
    (field,) = form(lang, "Сынақ өтініш" if lang == "kaz" else "Тестовое заявление", line).fields
    assert field.kind == "date"
    assert [part.role for part in field.parts] == roles


def test_a_blank_that_runs_over_lines_is_one_field_of_long_text() -> None:
    found = form(
        "kaz", "Сынақ өтініш", "Өтінішімнің себебі: ____________", "________________________", "Мекенжайы _______"
    )
    assert [(field.label, field.kind, len(field.parts)) for field in found.fields] == [
        ("Өтінішімнің себебі", "long_text", 2),
        ("Мекенжайы", "text", 1),
    ]


def test_a_caption_before_a_blank_on_its_line_belongs_to_that_blank() -> None:
    found = form("kaz", "Сынақ өтініш", "Мекенжайы _______", "Жұмыс орны (ұйымның атауы) ________")
    assert said(found) == [("Мекенжайы", "text"), ("ұйымның атауы", "organisation")]


def test_a_caption_can_end_on_the_next_line() -> None:
    found = form("rus", "Тестовое заявление", "_______________", "(фамилия, имя,", "отчество) прошу принять меня.")
    assert said(found) == [("фамилия, имя, отчество", "person")]


def test_brackets_of_ordinary_words_are_no_captions() -> None:
    found = form("rus", "Тестовое заявление", "Прошу (требую) выдать ________ экземпляр (копию) решения.")
    assert said(found) == [("Прошу (требую) выдать", "text")]


def test_names_differ_and_depend_on_the_label_alone() -> None:
    one = form("kaz", "Сынақ өтініш", "Мекенжайы ____", "Телефоны ____", "Мекенжайы ____")
    other = form("kaz", "Сынақ өтініш", "Жаңа жол: ____", "Телефоны ____")
    assert [field.name for field in one.fields] == ["mekenzhaiy", "telefony", "mekenzhaiy_2"]
    assert other.fields[1].name == "telefony"


def test_an_empty_journal_is_one_field_whose_rows_have_the_columns_of_its_head() -> None:
    found = form("kaz", "Сынақ журналы", (("№ р/с", "Тегі, аты", "Туған күні"), ("1", "2", "3"), ("", "", "")))
    (field,) = found.fields
    assert (field.kind, field.label) == ("table", "Сынақ журналы")
    assert [column.label for column in field.columns] == ["№ р/с", "Тегі, аты", "Туған күні"]


def test_a_card_has_a_field_for_each_empty_cell_beside_a_label() -> None:
    found = form("rus", "Тестовая карточка", (("Фамилия, имя", ""), ("Дата рождения", ""), ("ИИН", "____________")))
    assert said(found) == [("Фамилия, имя", "person"), ("Дата рождения", "date"), ("ИИН", "text")]


def test_the_clauses_of_a_form_keep_their_numbers_and_depth() -> None:
    found = form("kaz", "Сынақ шарт", "1. Шарттың нысаны", "1) қызмет көрсету;", "2) төлеу: ______ теңге.")
    lines = [(line.number, line.depth) for line in found.blocks if isinstance(line, FormLine) and line.number]
    assert lines == [("1.", 1), ("1)", 2), ("2)", 2)]
    assert found.fields[0].section == ("1. Шарттың нысаны",)


def test_an_act_without_blanks_has_no_forms() -> None:
    text = "Сынақ бұйрық\n      БҰЙЫРАМЫН:\n      1. Осы бұйрық қолданысқа енгізілсін.\n"
    assert forms(build(read_text(text, lang="kaz"))) == ()


def test_quoted_content_with_blanks_is_a_form_and_the_instruction_is_none_of_it() -> None:
    text = (
        "Сынақ бұйрық\n      БҰЙЫРАМЫН:\n      1. 5-тармақ мынадай редакцияда жазылсын:\n"
        '      "5. Өтініш беруші ____________ (қолы).";\n      2. Осы бұйрық қолданысқа енгізілсін.\n'
    )
    (found,) = forms(build(read_text(text, lang="kaz")))
    assert [field.kind for field in found.fields] == ["signature"]
    words = " ".join(block.text for block in found.blocks if not isinstance(block, FormTable))
    assert words == "5. Өтініш беруші ____________ (қолы)."


def test_a_field_has_all_that_a_program_needs() -> None:
    field = form("kaz", "Сынақ өтініш", "Телефоны (бар болса) _______").fields[0]
    assert (field.name, field.required, field.context) == (
        "telefony_bar_bolsa",
        False,
        "Телефоны (бар болса) _______",
    )


def test_a_russian_application_has_its_fields() -> None:
    found = form(
        "rus",
        "Тестовое заявление",
        "от гражданина (ки) ________________________________",
        "(фамилия, имя, отчество (при его наличии) заявителя)",
        "Дата рождения: «____» ______________ ______ года",
        "серия документа: ________ номер документа: _______ кем выдан: ______",
        "Адрес: область ________ город (район) _________ дом ___",
        "Прошу назначить мне пособие в размере ________ тенге.",
        '"____" ________ 20 ___ года _________________ (подпись заявителя)',
        "Ф.И.О. (при его наличии) и подпись лица, принявшего заявление ___________________________",
    )
    assert said(found) == [
        ("фамилия, имя, отчество (при его наличии) заявителя", "person"),
        ("Дата рождения", "date"),
        ("серия документа", "text"),
        ("номер документа", "text"),
        ("кем выдан", "text"),
        ("Адрес: область", "text"),
        ("город (район)", "text"),
        ("дом", "text"),
        ("Прошу назначить мне пособие в размере", "number"),
        ("Дата", "date"),
        ("подпись заявителя", "signature"),
        ("Ф.И.О. (при его наличии) и подпись лица, принявшего заявление", "person"),
    ]


def test_captions_without_brackets_are_read_where_spaces_set_them_apart() -> None:
    found = form(
        "kaz", "Сынақ карточкасы", "Мекеме басшысы _________ / _____________ /", "қолы       Т.А.Ә. (бар болса)"
    )
    assert said(found) == [("Мекеме басшысы (қолы)", "signature"), ("Мекеме басшысы (Т.А.Ә. (бар болса))", "person")]


def test_a_signature_in_a_table_is_named_by_the_cell_above() -> None:
    found = form(
        "kaz",
        "Сынақ шарт",
        "______________ қаласы 20__ жылғы «__» __________",
        (("Тапсырыс беруші:", "Орындаушы:"), ("____________ (қолы)", "____________ (қолы)"), ("М.О.", "М.О.")),
    )
    assert said(found) == [
        ("қаласы", "text"),
        ("Күні", "date"),
        ("Тапсырыс беруші (қолы)", "signature"),
        ("Орындаушы (қолы)", "signature"),
    ]


BOXES: dict[Lang, tuple[str, ...]] = {
    "rus": (
        "ИИН |_|_|_|_|_|_|_|_|_|_|_|_|",
        "Пол: ☐ мужской ☒ женский",
        "Гражданство: РК □ иное □",
        "□ копия удостоверения, 2 экз.",
        "[ ] согласие на обработку данных",
        "Номер счёта □□□□□□□□",
        "Адрес: Место для ввода текста.",
    ),
    "kaz": (
        "ЖСН |_|_|_|_|_|_|_|_|_|_|_|_|",
        "Жынысы: ☐ ер ☒ әйел",
        "Азаматтығы: ҚР □ өзге □",
        "□ жеке куәлік көшірмесі, 2 дана.",
        "[ ] деректерді өңдеуге келісім",
        "Шот нөмірі □□□□□□□□",
        "Мекенжайы: Мәтінді енгізу үшін осы жерді басыңыз.",
    ),
}


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_boxes_to_tick_and_rows_of_places_are_fields(lang: Lang) -> None:
    found = form(lang, {"kaz": "Өтініш", "rus": "Заявление"}[lang], *BOXES[lang])
    labels = {
        "rus": ["ИИН", "Пол: мужской", "Пол: женский", "Гражданство: РК", "иное", "копия удостоверения, 2 экз",
                "согласие на обработку данных", "Номер счёта", "Адрес"],
        "kaz": ["ЖСН", "Жынысы: ер", "Жынысы: әйел", "Азаматтығы: ҚР", "өзге", "жеке куәлік көшірмесі, 2 дана",
                "деректерді өңдеуге келісім", "Шот нөмірі", "Мекенжайы"],
    }[lang]  # fmt: skip
    kinds = ["text", *["check"] * 6, "text", "text"]
    assert said(found) == list(zip(labels, kinds, strict=True))
    ticked = [field.value for field in found.fields if field.kind == "check"]
    assert ticked == [False, True, False, False, False, False]
    # A box that no data speak of stays as it is printed.
    filled = fill(found, {found.fields[3].name: True, found.fields[0].name: "123456789012"})
    shown = [
        "".join(piece if isinstance(piece, str) else piece.text for piece in line.pieces)
        for line in filled.blocks
        if isinstance(line, FilledLine)
    ]
    own = list(BOXES[lang])
    own[0] = own[0][:4] + "123456789012"
    own[2] = own[2].replace("□", "☒", 1)
    assert shown[-len(own) :] == own
