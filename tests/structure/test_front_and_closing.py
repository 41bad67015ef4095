"""What stands before and after a body: title, requisites, preamble, formula, contents, notes, signature, approvals."""

import datetime

import pytest

from lexkz.akn import meta, semantics
from lexkz.akn.namespace import q
from lexkz.akn.text import paragraphs
from lexkz.languages.detect import Lang
from lexkz.reading import read_text
from lexkz.reading.card import Card
from lexkz.structure import build

from .acts import act, codes, contents, source

RUSSIAN = """
    О внесении изменений в приказ
    Приказ Министра здравоохранения Республики Казахстан от 1 марта 2022 года № ҚР ДСМ-12.
    Зарегистрирован в Министерстве юстиции Республики Казахстан 3 марта 2022 года № 26999
    В соответствии с пунктом 5 статьи 7 Кодекса ПРИКАЗЫВАЮ:
    1. Первое.
    Министр здравоохранения
    Республики Казахстан
    А. Тестов
    "СОГЛАСОВАН"
    Министерство финансов
"""


def test_requisites_are_read_from_the_text() -> None:
    order = act(RUSSIAN, "rus")
    identity = meta.read_identity(order.root)
    assert identity.work == "/akn/kz/act/order/mz/2022-03-01/qr-dsm-12"
    assert meta.registration(meta.of(order.root)) == meta.Registration("26999", "2022-03-03")
    date = order.root.find(f".//{q('docDate')}")
    assert date is not None
    assert (date.text, date.get("date")) == ("1 марта 2022 года", "2022-03-01")
    assert order.root.findtext(f".//{q('docNumber')}") == "ҚР ДСМ-12"
    assert order.root.findtext(f".//{q('docType')}") == "Приказ"


def test_the_preamble_may_end_in_the_formula() -> None:
    order = act(RUSSIAN, "rus")
    preamble = order.root.find(f".//{q('preamble')}")
    assert preamble is not None
    assert paragraphs(preamble) == ("В соответствии с пунктом 5 статьи 7 Кодекса ПРИКАЗЫВАЮ:",)


def test_letters_of_the_formula_may_be_spaced_out() -> None:
    resolution = act("Сынақ туралы\nҚазақстан Республикасының Үкіметі Қ А У Л Ы  Е Т Е Д І:\n1. Бір.")
    assert resolution.root.find(f".//{q('preamble')}/{q('formula')}") is not None


def test_a_title_is_found_below_the_name_of_the_body_and_the_kind() -> None:
    order = act("""
        ҚАЗАҚСТАН РЕСПУБЛИКАСЫ ҚАРЖЫ МИНИСТРІ
        БҰЙРЫҚ
        2023 жылғы 5 мамырда
        № 45
        Астана қаласы
        Сынақ қағидаларын бекіту туралы
        БҰЙЫРАМЫН:
        1. Бекітілсін.
    """)
    assert order.root.findtext(f".//{q('docTitle')}") == "Сынақ қағидаларын бекіту туралы"
    identity = meta.read_identity(order.root)
    assert (identity.type, identity.author, identity.date, identity.number) == ("order", "mf", "2023-05-05", "45")


def test_the_kind_of_an_act_without_requisites_is_told_by_how_it_speaks_of_itself() -> None:
    law = act("Сынақ туралы\n1-бап. Осы Заң 2020 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.")
    assert law.root[0].get("name") == "law"


def test_the_card_is_believed_and_differences_are_findings() -> None:
    card = Card(
        type="order", author="mz", number="13", date=datetime.date(2022, 3, 1), published=datetime.date(2022, 3, 4)
    )
    order = build(source(RUSSIAN, "rus"), card)
    identity = meta.read_identity(order.root)
    assert (identity.number, identity.date) == ("13", "2022-03-01")
    assert codes(order) == ["structure.card_differs"]
    publication = order.root.find(f".//{q('publication')}")
    assert publication is not None
    assert publication.get("date") == "2022-03-04"


def test_signature_and_approvals_are_conclusions() -> None:
    conclusions = act(RUSSIAN, "rus").root.find(f".//{q('conclusions')}")
    assert conclusions is not None
    assert len(conclusions) == 5
    assert conclusions.findtext(f".//{q('signature')}") == "А. Тестов"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Денсаулық сақтау министрінің 2021 жылғы 2 маусымдағы № ҚР-777 және Экономика министрінің 2021 жылғы "
         "4 маусымдағы № 555 бірлескен бұйрығы", "ҚР-777"),
        ("Денсаулық сақтау министрінің 2021 жылғы 2 маусымдағы № ҚР ДСМ-17 бұйрығы", "ҚР ДСМ-17"),
        ("Әділет министрінің 2021 жылғы 2 маусымдағы № 12 нормативтік бұйрығы", "12"),
        ("Қазақстан Республикасының 2021 жылғы 2 маусымдағы № 7-VII Конституциялық заңы", "7-VII"),
    ],
)  # fmt: skip
def test_kazakh_requisites_have_numbers_with_letters_and_joint_acts(line: str, number: str) -> None:
    order = act(f"Құдықтар туралы\n{line}\n1. Бірінші.\n2. Екінші.", "kaz")
    identity = meta.read_identity(order.root)
    assert (identity.date, identity.number) == ("2021-06-02", number)


@pytest.mark.parametrize(
    ("post", "lang"),
    [
        ("Қала әкімі", "kaz"), ("Аудан әкімі", "kaz"), ("Ауылдық округ әкімі", "kaz"), ("Кент әкімі", "kaz"),
        ("Жаңасу қаласының әкімі", "kaz"), ("Комитет төрағасы", "kaz"), ("Әкімнің міндетін атқарушы", "kaz"),
        ("Аким города", "rus"), ("Временно исполняющий обязанности акима", "rus"), ("Первый заместитель акима", "rus"),
    ],
)  # fmt: skip
def test_a_post_above_a_bare_name_belongs_to_the_signature(post: str, lang: Lang) -> None:
    made = act(f"{'О делах' if lang == 'rus' else 'Істер туралы'}\n1. Один.\n2. Два:\nтри.\n{post}\nС. Тестов", lang)
    conclusions = made.root.find(f".//{q('conclusions')}")
    assert conclusions is not None
    assert list(paragraphs(conclusions)) == [post, "С. Тестов"]


def test_a_table_of_contents_is_set_aside() -> None:
    rules = act("""
        Мазмұны
        1-тарау. Жалпы
        2-тарау. Екінші
        3-тарау. Үшінші
        Сынақ қағидалары
        1-тарау. Жалпы
        1. Бір.
        2-тарау. Екінші
        2. Екі.
        3-тарау. Үшінші
        3. Үш.
    """)
    assert contents(rules.root) == ["Мазмұны", "1-тарау. Жалпы", "2-тарау. Екінші", "3-тарау. Үшінші"]
    assert rules.root.findtext(f".//{q('docTitle')}") == "Сынақ қағидалары"
    links = [item.get("href") for item in rules.root.iter(q("tocItem"))]
    assert links[1:] == ["#chp_1", "#chp_2", "#chp_3"]


CONTENTS = [
    (
        "kaz",
        "1-тарау. Жалпы........2\n2-тарау. Есеп жүргізу тәртібі . . . . 4",
        ("1-тарау. Жалпы", "2-тарау. Есеп жүргізу тәртібі"),
    ),
    ("kaz", "Мазмұны\n1-тарау. Жалпы\n2-тарау. Есеп", ("1-тарау. Жалпы", "2-тарау. Есеп")),
    ("rus", "Глава 1. Общее …… 2\nГлава 2. Учёт …… 4", ("Глава 1. Общее", "Глава 2. Учёт")),
    ("rus", "Оглавление\nГлава 1. Общее\t2\nГлава 2. Учёт\t4", ("Глава 1. Общее", "Глава 2. Учёт")),
    (
        "rus",
        "Содержание\n1. Общее ...... 2\n2. Учёт ...... 4\nПриложение 1 ...... 9",
        ("Глава 1. Общее", "Глава 2. Учёт"),
    ),
    (
        "rus",
        "Глава 1. Общее ..... 2\nГлава 2. Учёт саженцев и\nих списание ..... 4",
        ("Глава 1. Общее", "Глава 2. Учёт саженцев и их списание"),
    ),
]


@pytest.mark.parametrize(("lang", "listed", "headings"), CONTENTS)
def test_a_short_table_of_contents_is_known_by_its_heading_or_its_pages(
    lang: Lang, listed: str, headings: tuple[str, str]
) -> None:
    title = "Сынақ қағидалары" if lang == "kaz" else "Правила учёта"
    made = act(f"{title}\n{listed}\n{headings[0]}\n1. Бір, 1.\n{headings[1]}\n2. Екі, 2.", lang)
    assert contents(made.root) == listed.split("\n")
    assert list(paragraphs(made.root)) == [title, headings[0], "1. Бір, 1.", headings[1], "2. Екі, 2."]
    assert len(list(made.root.iter(q("chapter")))) == 2
    assert not made.findings
    targets = {item.get("href") for item in made.root.iter(q("tocItem"))}
    assert {"#chp_1", "#chp_2"} <= targets
    assert not [finding for finding in semantics.errors(made.root) if finding.severity == "error"]


@pytest.mark.parametrize(
    "line",
    [
        "Форма заявления\nФамилия ........ 1\nИмя ........ 2",
        "Содержание\nЖурнала учёта",
        "Содержание\nИмя\t1\nОтчество\t2",
    ],
)
def test_lines_that_do_not_come_again_are_no_table_of_contents(line: str) -> None:
    made = act(f"Правила учёта\n{line}\nГлава 1. Общее\n1. Один.", "rus")
    assert contents(made.root) == []


def test_short_articles_in_a_row_are_no_table_of_contents() -> None:
    law = act("Сынақ туралы\n1-бап. Бір бекітілсін.\n2-бап. Екі бекітілсін.\n3-бап. Осы Заң қолданысқа енгізіледі.")
    assert contents(law.root) == []
    assert len(list(law.root.iter(q("article")))) == 3


def test_editors_notes_go_to_meta_and_lead_to_their_unit() -> None:
    law = act("""
        Сынақ туралы
        Ескерту. Күші жойылды - ҚР 04.12.2019 № 274-VІ Заңымен.
        1-бап. Тақырып
        1. Бір.
        РҚАО-ның ескертпесі!
        2-тармаққа өзгеріс енгізу көзделген - ҚР 02.04.2010 № 262-IV Заңымен.
        2. Екі.
        Ескерту. 1-бапқа өзгеріс енгізілді - ҚР 13.04.2019 № 245-VІ Заңымен.
    """)
    notes = [(note.get("placementBase"), "".join(map(str, note.itertext()))) for note in law.root.iter(q("note"))]
    assert [place for place, _ in notes] == ["#longTitle", "#art_1__para_1", "#art_1__para_1", "#art_1"]
    assert not any("Ескерту" in line or "РҚАО" in line for line in paragraphs(law.root))


@pytest.mark.parametrize(
    ("lang", "note"),
    [
        (
            "rus",
            "Сноска. Глава 8 дополнена пунктом 44-1 в соответствии с приказом Министра финансов РК от 09.12.2024 № 809 "
            "(вводится в действие 01.01.2025); в редакции приказа и.о. Министра финансов РК от 06.08.2025 № 425.",
        ),
        (
            "kaz",
            "Ескерту. 2-тармақ алып тасталды – ҚР Қаржы министрінің м.а. 01.02.2024 № 5 бұйрығымен; жаңа редакцияда – "
            "ҚР Қаржы министрінің м.а.06.08.2025 № 425 бұйрығымен.",
        ),
    ],
)
def test_an_editors_note_that_names_an_acting_minister_is_one_note(lang: Lang, note: str) -> None:
    made = act(f"{'Правила учёта' if lang == 'rus' else 'Есеп қағидалары'}\n1. Один, бір.\n{note}\n2. Екі, два.", lang)
    assert ["".join(map(str, one.itertext())) for one in made.root.iter(q("note"))] == [note]
    assert list(paragraphs(made.root))[1:] == ["1. Один, бір.", "2. Екі, два."]
    assert not made.findings


def test_an_acts_own_notes_stay_in_its_text() -> None:
    law = act("""
        Сынақ туралы
        1-бап. Тақырып
        1. Бір.
        2. Екі.
        Ескертпе. Осы бапта ұғым бар.
        2-бап. Тағы
        Мәтін.
        Ескерту. Күні мен нөмірі жоқ.
    """)
    notes = [block.text for block in law.root.iter(q("block"))]
    assert notes == ["Ескертпе. Осы бапта ұғым бар.", "Ескерту. Күні мен нөмірі жоқ."]
    assert not list(law.root.iter(q("note")))


@pytest.mark.parametrize(
    ("lang", "requisites", "gone"),
    [
        ("rus", "Приказ Министра труда от 30 февраля 2024 года № 9", "30 февраля 2024 года"),
        ("kaz", "Еңбек министрінің 2024 жылғы 31 сәуірдегі № 9 бұйрығы", "2024 жылғы 31 сәуірдегі"),
        (
            "rus",
            "Приказ Министра труда от 1 марта 2024 года № 9. Зарегистрирован в Министерстве юстиции Республики "
            "Казахстан 31 ноября 2024 года № 34567",
            "31 ноября 2024 года",
        ),
    ],
)
def test_a_day_of_the_act_that_no_calendar_has_is_told(lang: Lang, requisites: str, gone: str) -> None:
    head = {"rus": "О сборе\n{}\nПРИКАЗЫВАЮ:\n1. Один.", "kaz": "Жинау туралы\n{}\nБҰЙЫРАМЫН:\n1. Бір."}[lang]
    told = [
        found.text for found in act(head.format(requisites), lang).findings if found.code == "structure.day_impossible"
    ]
    assert told == [gone]
    right = (
        requisites.replace("30 февраля", "29 февраля").replace("31 сәуір", "30 сәуір").replace("31 ноября", "30 ноября")
    )
    assert not act(head.format(right), lang).findings


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("rus", "12 июня 2024 года\t№ 77"),
        ("rus", "«12» июня 2024 года\tгород Пробный\t№ 77"),
        ("rus", "№ 77\t12 июня 2024 года\tгород Пробный"),
        ("rus", "«12» июня 2024 года № 77"),
        ("kaz", "2024 жылғы 12 маусым\t№ 77"),
        ("kaz", "2024 жылғы «12» маусым\t№ 77\tСынақ қаласы"),
        ("kaz", "2024 жылғы «12» маусым № 77"),
    ],
)
def test_requisites_in_columns_and_a_day_in_quotes_are_requisites(lang: Lang, line: str) -> None:
    head, title, formula = {
        "rus": ("ПРИКАЗ", "О внесении изменений в приказ", "ПРИКАЗЫВАЮ:"),
        "kaz": ("БҰЙРЫҚ", "Бұйрыққа өзгерістер енгізу туралы", "БҰЙЫРАМЫН:"),
    }[lang]
    read = build(read_text("\n".join((head, line, title, formula, "1. 1.", "2. 2.")), lang=lang))
    said = meta.read_identity(read.root[0])
    assert (said.date, said.number) == ("2024-06-12", "77")
    assert title in [" ".join(paragraphs(found)) for found in read.root.iter(q("docTitle"))]


def test_a_table_above_the_body_that_says_more_than_requisites_stays_a_table() -> None:
    read = build(read_text("О журнале\n12 июня 2024 года\t№ 77\tвыдано\tвозвращено\n1. Первое.", lang="rus"))
    assert len(list(read.root.iter(q("table")))) == 1
