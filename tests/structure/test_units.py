"""Units of a body: numbers, headings, абзацы, lists; in Kazakh and in Russian."""

import pytest

from lexkz.akn import meta
from lexkz.akn.namespace import q
from lexkz.languages.detect import Lang
from lexkz.publication import export_text
from lexkz.structure.units import parse

from .acts import act, body, codes, source


def test_a_law_has_divisions_articles_points_and_subpoints() -> None:
    law = act("""
        Сынақ заңы туралы
        1-БӨЛІМ. ЖАЛПЫ
        1-тарау. Негізгі ережелер
        1-бап. Ұғымдар
        Осы Заңда:
        1) бірінші;
        1-1) екінші;
        2) үшінші:
        а) әріп;
        б) тағы әріп;
        3) алып тасталды – ҚР 29.12.2020 № 12 Заңымен;
        4) төртінші.
        2-бап. Тәртіп
        1. Бірінші тармақ.
        2. Екінші тармақ.
        2-1. Тағы бірі.
        1-параграф. Ерекшелігі
        3-бап. Осы Заң 2020 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.
    """)
    assert body(law) == [
        "sec_1 1-БӨЛІМ. ЖАЛПЫ",
        "  chp_1 1-тарау. Негізгі ережелер",
        "    art_1 1-бап. Ұғымдар",
        "      art_1__al_1 | Осы Заңда:",
        "      art_1__subpara_1 1) | бірінші;",
        "      art_1__subpara_1-1 1-1) | екінші;",
        "      art_1__subpara_2 2) | үшінші:",
        "        art_1__subpara_2__subpara_а а) | әріп;",
        "        art_1__subpara_2__subpara_б б) | тағы әріп;",
        "      art_1__subpara_3 3) | алып тасталды – ҚР 29.12.2020 № 12 Заңымен;",
        "      art_1__subpara_4 4) | төртінші.",
        "    art_2 2-бап. Тәртіп",
        "      art_2__para_1 1. | Бірінші тармақ.",
        "      art_2__para_2 2. | Екінші тармақ.",
        "      art_2__para_2-1 2-1. | Тағы бірі.",
        "    chp_1__subchp_1 1-параграф. Ерекшелігі",
        "      art_3 3-бап. | Осы Заң 2020 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.",
    ]
    assert codes(law) == []


def test_russian_divisions_are_read_alike() -> None:
    rules = act(
        """
        Тестовые правила
        Раздел I. Общий
        Глава 1. Общие положения
        1. Правила разработаны:
        1) для теста;
        2) для проверки.
        § 1. Приём
        2. Приём ведётся.
        Глава 2
        Порядок
        3. Порядок таков.
        """,
        "rus",
    )
    assert body(rules) == [
        "sec_I Раздел I. Общий",
        "  chp_1 Глава 1. Общие положения",
        "    para_1 1. | Правила разработаны:",
        "      para_1__subpara_1 1) | для теста;",
        "      para_1__subpara_2 2) | для проверки.",
        "    chp_1__subchp_1 § 1. Приём",
        "      para_2 2. | Приём ведётся.",
        "  chp_2 Глава 2 Порядок",
        "    para_3 3. | Порядок таков.",
    ]


def test_the_large_divisions_of_a_code_are_parts() -> None:
    code = act("""
        ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ СЫНАҚ КОДЕКСІ
        ЖАЛПЫ БӨЛІМ
        1-бап. Ұғымдар
        Мәтін.
        ЕРЕКШЕ БӨЛІМ
        2-бап. Шарт
        Мәтін.
    """)
    assert [line for line in body(code) if "part_" in line] == ["part_1 ЖАЛПЫ БӨЛІМ", "part_2 ЕРЕКШЕ БӨЛІМ"]
    assert code.root[0].get("name") == "code"


def test_a_heading_on_the_line_below_its_number_or_cut_in_two_is_one_heading() -> None:
    law = act("""
        Сынақ заңы туралы
        1-тарау. ЖАЛПЫ
        ЕРЕЖЕЛЕР
        1-бап
        Негізгі ұғымдар
        мен түсініктер
        Мәтін.
        2-бап.
        Бұл жолда сөйлем тұр.
    """)
    assert body(law) == [
        "chp_1 1-тарау. ЖАЛПЫ ЕРЕЖЕЛЕР",
        "  art_1 1-бап Негізгі ұғымдар мен түсініктер",
        "    art_1__al_1 | Мәтін.",
        "  art_2 2-бап.",
        "    art_2__al_1 | Бұл жолда сөйлем тұр.",
    ]


def test_markdown_levels_do_not_make_a_heading_of_an_articles_text() -> None:
    law = act(
        """
        # О тестовом трансферте
        ## Статья 1. Утвердить следующие размеры:
        2007 год – 1 тенге;
        2008 год – 2 тенге.
        ## Статья 2. Настоящий Закон вводится в действие с 1 января 2007 года.
        """,
        "rus",
    )
    assert body(law) == [
        "art_1 Статья 1. | Утвердить следующие размеры:",
        "  art_1__al_2 | 2007 год – 1 тенге;",
        "  art_1__al_3 | 2008 год – 2 тенге.",
        "art_2 Статья 2. | Настоящий Закон вводится в действие с 1 января 2007 года.",
    ]


def test_lines_of_subpoints_count_as_абзацы_and_a_new_sentence_leaves_the_list() -> None:
    order = act("""
        БҰЙЫРАМЫН:
        18. Ұйымнан мыналар шығарылады:
        1) бірінші;
        жалғасы;
        2) екінші.
        Осы тармақтың екінші бөлігі мынадай:
        1) қайтадан.
    """)
    assert body(order) == [
        "para_18 18. | Ұйымнан мыналар шығарылады:",
        "  para_18__subpara_1 1) | бірінші;",
        "    para_18__subpara_1__al_2 | жалғасы;",
        "  para_18__subpara_2 2) | екінші.",
        "  para_18__al_5 | Осы тармақтың екінші бөлігі мынадай:",
        "  para_18__subpara_1_2 1) | қайтадан.",
    ]
    assert codes(order) == []


def test_a_line_that_speaks_of_a_subpoint_begins_none() -> None:
    fragment = act("""
        2) 2-бапта:
        а) тармақшасы алып тасталсын;
        б) және в) тармақшаларында "бір" деген сөз "екі" деген сөзбен ауыстырылсын;
        3) 5-бап алып тасталсын.
    """)
    assert body(fragment) == [
        "subpara_2 2) | 2-бапта:",
        "  subpara_2__al_2 | а) тармақшасы алып тасталсын;",
        '  subpara_2__al_3 | б) және в) тармақшаларында "бір" деген сөз "екі" деген сөзбен ауыстырылсын;',
        "subpara_3 3) | 5-бап алып тасталсын.",
    ]


def test_dates_and_quantities_at_the_head_of_a_line_number_nothing() -> None:
    order = act("""
        БҰЙЫРАМЫН:
        1. Мыналар бекітілсін:
        01.01.2019 бастап – бірінші;
        2.5 Млн теңге;
        2019 жыл – екінші.
    """)
    assert [line.split(" |")[0].strip() for line in body(order)] == [
        "para_1 1.",
        "para_1__al_2",
        "para_1__al_3",
        "para_1__al_4",
    ]


def test_a_law_without_articles_is_lines_of_its_body() -> None:
    law = act("""
        # Сынақ құжаттарын бекіту туралы
        Сынақ конвенциясы бекітілсін.
        Қазақстан Республикасының
        Президенті
    """)
    assert body(law) == ["al_1 | Сынақ конвенциясы бекітілсін."]
    conclusions = law.root.find(f".//{q('conclusions')}")
    assert conclusions is not None
    assert len(conclusions) == 2


def test_fragments_parse_as_body_and_their_identity_is_unknown() -> None:
    for text in ("1) алып тасталсын;", "2-тармақ алып тасталсын;", "3-бап. Мәтін."):
        fragment = act(text)
        assert len(body(fragment)) == 1
        identity = meta.read_identity(fragment.root)
        assert (identity.type, identity.date, identity.number, identity.title) == (None, None, None, None)


def test_numbers_that_repeat_in_divisions_are_prefixed_by_theirs() -> None:
    rules = act("""
        Сынақ қағидалары
        1-тарау. Бірінші
        1. Бір.
        2. Екі.
        3. Үш.
        2-тарау. Екінші
        1. Тағы бір.
        2. Тағы екі.
    """)
    eids = [line.strip().split(" ")[0] for line in body(rules)]
    assert eids == [
        "chp_1",
        "chp_1__para_1",
        "chp_1__para_2",
        "para_3",
        "chp_2",
        "chp_2__para_1",
        "chp_2__para_2",
    ]
    assert codes(rules) == []


def test_numbers_that_jump_or_repeat_are_findings_and_the_text_is_kept() -> None:
    order = act("""
        БҰЙЫРАМЫН:
        1. Бір.
        3. Үш.
        3. Тағы үш.
        4. Төрт.
    """)
    assert codes(order) == ["structure.numbering", "structure.numbering"]
    assert [finding.place.eid for finding in order.findings] == ["para_3", "para_3_2"]
    assert {finding.severity for finding in order.findings} == {"warning"}


@pytest.mark.parametrize(
    ("lang", "lines", "told"),
    [
        ("kaz", ("1. Мерзім белгіленсін.", "2024. Баж төленсін.", "2. Мерзім ұзартылсын."), ["para_1__al_2"]),
        ("rus", ("1. Срок:", "1) первый;", "2024. Уплачивать пошлину."), ["para_1__subpara_1__al_2"]),
        ("rus", ("1. Срок:", "1) первый;", "1500) второй;"), ["para_1__subpara_1__al_2"]),
        ("kaz", ("5000. Баж төленсін.", "1. Мерзім ұзартылсын."), ["al_1"]),
        ("rus", ("1. Установить срок.", "2024."), ["para_1__al_2"]),
        ("rus", ("1. Установить срок до 1 января", "2024. Срок продлевается.", "2. Продлить."), []),
        ("kaz", ("1. Мерзім 1 қаңтарға дейін", "2024.", "2. Мерзім ұзартылсын."), []),
        ("rus", ("1. План на годы.", "2024. Год подготовки.", "2025. г. – работа."), []),
        ("kaz", ("1. Жоспар.", "2024. Жылы басталады.", "2. Мерзім 2025.", "3. Үш."), []),
        # A list without its first numbers, a break below a text between, units run together on one line.
        ("rus", ("1. Орган:", "2) ведёт учёт;", "3) хранит журнал."), ["para_1__subpara_2"]),
        ("kaz", ("1. Орган:", "1) есеп;", "Оның ішінде:", "3) журнал."), ["para_1__subpara_3"]),
        ("rus", ("1. Учёт ведут. 2. Журнал хранят.", "2. Срок – год."), ["para_1"]),
        ("kaz", ("1. Орган: 1) есеп жүргізеді; 2) журнал сақтайды. Мерзім – бір жыл.", "2. Мерзім."), ["para_1"]),
        ("rus", ("1. Орган:", "1) хранит: а) книгу; б) журнал. Срок – год;", "2) ведёт."), ["para_1__subpara_1"]),
        ("kaz", ("Орган: 1) есеп жүргізеді; 2) журнал сақтайды. Мерзім – бір жыл.",), ["al_1"]),
        ("rus", ("1. Орган: 1) ведёт; 2) хранит.", "Срок – год.", "2. Срок."), ["para_1"]),
        # An article within a line, and points within its heading.
        ("rus", ("Статья 1. Учёт", "Орган ведёт журнал. Статья 2. Срок", "Год."), ["art_1__al_1"]),
        ("kaz", ("1-бап. Есеп", "1. Орган есептейді. 2-бап. Мерзім", "Бір жыл."), ["art_1__para_1"]),
        ("kaz", ("1-бап. Есеп 1. Орган есептейді. 2. Орган сақтайды.", "2-бап. Мерзім"), ["art_1"]),
        ("rus", ("Статья 1. Учёт", "Орган ведёт журнал по статье 5. Статья 2 Закона не применяется."), []),
        # A list within a sentence can be printed so.
        ("rus", ("1. Учёт ведут, если: 1) книга новая; 2) книга старая.", "2. Срок – год."), ["para_1"]),
        ("kaz", ("1. Есеп: 1) кітап жаңа болса; 2) кітап ескі болса, жүргізіледі.", "2. Мерзім."), ["para_1"]),
        ("rus", ("1. Учёт по приложению 2. Он ведётся с 1. Журнал по пункту 1) и 2) правил.", "2. Срок."), []),
    ],
)
def test_a_line_whose_number_is_no_next_point_is_told_and_a_year_that_ends_a_sentence_is_not(
    lang: Lang, lines: tuple[str, ...], told: list[str]
) -> None:
    head = {"kaz": "БҰЙЫРАМЫН:", "rus": "ПРИКАЗЫВАЮ:"}[lang]
    order = act("\n".join((head, *lines)), lang)
    assert [finding.place.eid for finding in order.findings] == told
    assert set(codes(order)) <= {"structure.numbering"}


@pytest.mark.parametrize(
    ("lang", "lines", "made"),
    [
        ("rus", "1. Учёт ведут. 2. Журнал хранят. / 3. Срок.", "1. Учёт ведут. / 2. Журнал хранят. / 3. Срок."),
        ("kaz", "1. Есеп жүргізіледі. 2. Журнал сақталады.", "1. Есеп жүргізіледі. / 2. Журнал сақталады."),
        ("kaz", "1. Орган: 1) ашады; / 2) береді. / 2. Мерзім.", "1. Орган: / 1) ашады; / 2) береді. / 2. Мерзім."),
        ("rus", "1. Орган: 1) ведёт; 2) хранит. 2. Срок – год.", "1. Орган: / 1) ведёт; / 2) хранит. / 2. Срок – год."),
        ("rus", "1. Орган: / 1) ведёт: а) книгу; б) журнал; 2) хранит; / 3) выдаёт.",
         "1. Орган: / 1) ведёт: / а) книгу; / б) журнал; / 2) хранит; / 3) выдаёт."),
        ("kaz", "5-бап. Құқықтар / Орган: 1) ашады; / 2) береді.", "5-бап. Құқықтар / Орган: / 1) ашады; / 2) береді."),
        ("rus", "Статья 1. Учёт сада. 1. Орган ведёт. 2. Орган хранит. / Статья 2. Срок",
         "Статья 1. Учёт сада. / 1. Орган ведёт. / 2. Орган хранит. / Статья 2. Срок"),
        # Not certain, or no units: a shortened word, a number in quotes, one that does not go on.
        ("rus", "1. Учёт по ГОСТ 5 и ст. 2. Журнал хранят. / 2. Срок.", ""),
        ("rus", "1. Закон «О садах. 2. Плоды» действует. / 2. Срок.", ""),
        ("kaz", "1. Есеп жүргізіледі. 3. Журнал сақталады. / 2. Мерзім.", ""),
        ("kaz", "1. Есеп: 2) журнал; 3) кітап. / 2. Мерзім.", ""),
    ],
)  # fmt: skip
def test_units_run_together_on_a_line_are_read_where_their_numbers_go_on(lang: Lang, lines: str, made: str) -> None:
    head = {"kaz": "БҰЙЫРАМЫН:", "rus": "ПРИКАЗЫВАЮ:"}[lang]
    order = act("\n".join((head, *lines.split(" / "))), lang)
    read = [line for line in export_text(order).split("\n") if line][1:]
    assert " / ".join(read) == (made or lines)
    assert [(each.code, each.severity) for each in order.findings] == [("structure.breaks_lost", "info")] or not made


@pytest.mark.parametrize("note", ["күші жойылды", "алып тасталды"])
def test_the_number_of_a_point_that_names_the_act_of_its_repeal_first_stays(note: str) -> None:
    repealed = f"ҚР Еңбек министрінің 05.05.2023 № 17 бұйрығымен {note}."
    order = act(f"БҰЙЫРАМЫН:\n1. Комиссия құрылсын.\n2. {repealed}\n3. Бақылансын.")
    assert body(order) == ["para_1 1. | Комиссия құрылсын.", f"para_2 2. | {repealed}", "para_3 3. | Бақылансын."]


def test_a_blank_before_the_mark_of_a_number_is_the_hand_that_typed_it() -> None:
    order = act("""
        БҰЙЫРАМЫН:
        1 . Бір:
        1 ) бірінші;
        а ) әріп;
        2-1 ) екінші;
        2 . «Үш».
        100 . 5 теңге.
    """)
    assert body(order) == [
        "para_1 1 . | Бір:",
        "  para_1__subpara_1 1 ) | бірінші;",
        "    para_1__subpara_1__subpara_а а ) | әріп;",
        "  para_1__subpara_2-1 2-1 ) | екінші;",
        "para_2 2 . | «Үш».",
        "  para_2__al_2 | 100 . 5 теңге.",
    ]


def test_decimal_points_are_siblings_of_the_points_they_belong_to() -> None:
    order = act("""
        БҰЙЫРАМЫН:
        2. Құқықтар
        2.1. Біріншісі:
        1) бір.
        2.2. Екіншісі
        3. Бұзу
        3.1. Шарт
    """)
    assert body(order) == [
        "para_2 2. | Құқықтар",
        "para_2-1 2.1. | Біріншісі:",
        "  para_2-1__subpara_1 1) | бір.",
        "para_2-2 2.2. | Екіншісі",
        "para_3 3. | Бұзу",
        "para_3-1 3.1. | Шарт",
    ]
    assert codes(order) == []


def test_a_table_stands_with_the_line_above_it() -> None:
    order = act("""
        БҰЙЫРАМЫН:
        1. Мынадай мөлшер бекітілсін:
        |!№|Атауы
        |1|Бірінші
        |6-1|Екінші
        2. Енгізіледі.
    """)
    content = order.root.find(f".//{q('paragraph')}/{q('content')}")
    assert content is not None
    assert [child.tag for child in content] == [q("p"), q("table")]
    assert [row.get("eId") for row in content[1]] == ["table_1__row_r1", "table_1__row_1", "table_1__row_6-1"]
    assert content[1][0][0].tag == q("th")


def test_words_in_quotes_that_the_source_broke_over_two_lines_are_one_alinea() -> None:
    fragment = act("""
        2) 2-бапта:
        "бір" деген сөздер "екі және үш
        немесе төрт" деген сөздермен ауыстырылсын;
        "бес" деген сөз алып тасталсын.
    """)
    assert body(fragment) == [
        "subpara_2 2) | 2-бапта:",
        '  subpara_2__al_2 | "бір" деген сөздер "екі және үш / немесе төрт" деген сөздермен ауыстырылсын;',
        '  subpara_2__al_3 | "бес" деген сөз алып тасталсын.',
    ]


def test_a_text_from_elsewhere_is_parsed_by_the_same_recogniser() -> None:
    made = parse(source("3-1) жаңа тармақша:\nжолы;").blocks, "kaz", prefix="att_1__para_5")
    assert [unit.get("eId") for unit in made] == ["att_1__para_5__subpara_3-1"]
    assert made[0][-1].get("eId") == "att_1__para_5__subpara_3-1__al_2"
