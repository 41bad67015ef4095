"""Quoted content: found by its form, whatever quotes, tables and slips it has."""

import time

import pytest

from lexkz import read_text
from lexkz.akn.namespace import q
from lexkz.languages.saying import saying
from lexkz.languages.tokens import scan
from lexkz.reading.blocks import Lang

from .acts import act, body, codes


def test_quoted_content_goes_up_to_its_closing_quote_and_the_outer_list_goes_on() -> None:
    law = act("""
        1-бап. Мына Заңға өзгерістер енгізілсін:
        1) 1-баптың 1) тармақшасы мынадай редакцияда жазылсын:
        "1) жаңа ұғым;";
        2) мынадай мазмұндағы 8-1 және 8-2-баптармен толықтырылсын:
        "8-1-бап. Жаңа бап
        1. Бірінші:
        1) бір;
        2) екі.
        8-2-бап. Тағы бап
        Мәтін.";
        3) 9-бап алып тасталсын.
        2-бап. Осы Заң қолданысқа енгізіледі.
    """)
    mod = "art_1__subpara_2__mod_1__qstr_1__art_8"
    assert body(law) == [
        "art_1 1-бап. | Мына Заңға өзгерістер енгізілсін:",
        "  art_1__subpara_1 1) | 1-баптың 1) тармақшасы мынадай редакцияда жазылсын:",
        '    ["',
        "     art_1__subpara_1__mod_1__qstr_1__subpara_1 1) | жаңа ұғым;",
        '    "] ;',
        "  art_1__subpara_2 2) | мынадай мазмұндағы 8-1 және 8-2-баптармен толықтырылсын:",
        '    ["',
        f"     {mod}-1 8-1-бап. Жаңа бап",
        f"       {mod}-1__para_1 1. | Бірінші:",
        f"         {mod}-1__para_1__subpara_1 1) | бір;",
        f"         {mod}-1__para_1__subpara_2 2) | екі.",
        f"     {mod}-2 8-2-бап. Тағы бап",
        f"       {mod}-2__al_1 | Мәтін.",
        '    "] ;',
        "  art_1__subpara_3 3) | 9-бап алып тасталсын.",
        "art_2 2-бап. | Осы Заң қолданысқа енгізіледі.",
    ]
    assert codes(law) == []


def test_commands_without_numbers_are_alineas_counted_with_the_lines_they_quote() -> None:
    order = act(
        """
        ПРИКАЗЫВАЮ:
        1. Внести в приказ № 49 следующие изменения:
        в Правилах:
        пункт 5 изложить в следующей редакции:
        «5. Срок – 3 дня.
        Заявление подаёт АО «Казпочта».»;
        пункты 9, 10 исключить.
        """,
        "rus",
    )
    assert body(order) == [
        "para_1 1. | Внести в приказ № 49 следующие изменения:",
        "  para_1__al_2 | в Правилах:",
        "  para_1__al_3 | пункт 5 изложить в следующей редакции:",
        "    [«",
        "     para_1__al_3__mod_1__qstr_1__para_5 5. | Срок – 3 дня.",
        "       para_1__al_3__mod_1__qstr_1__para_5__al_2 | Заявление подаёт АО «Казпочта».",
        "    »] ;",
        "  para_1__al_6 | пункты 9, 10 исключить.",
    ]


def test_inner_titles_in_straight_quotes_do_not_close_the_block() -> None:
    fragment = act("""
        5-тармақ жаңа редакцияда жазылсын:
        ""Бәйтерек" ұйымы ("Орталық") мен
        "Самұрық" қоры
        "Сынақ туралы" заңға сәйкес жұмыс істейді.";
        6-тармақ алып тасталсын.
    """)
    assert body(fragment)[:6] == [
        "al_1 | 5-тармақ жаңа редакцияда жазылсын:",
        '  ["',
        '   al_1__mod_1__qstr_1__al_1 | "Бәйтерек" ұйымы ("Орталық") мен',
        '   al_1__mod_1__qstr_1__al_2 | "Самұрық" қоры',
        '   al_1__mod_1__qstr_1__al_3 | "Сынақ туралы" заңға сәйкес жұмыс істейді.',
        '  "] ;',
    ]


def test_content_on_the_line_of_its_instruction_is_quoted_too() -> None:
    fragment = act('2-тармақ мынадай редакцияда жазылсын: "2. Жаңа мәтін.";')
    assert body(fragment) == [
        "al_1 | 2-тармақ мынадай редакцияда жазылсын:",
        '  ["',
        "   al_1__mod_1__qstr_1__para_2 2. | Жаңа мәтін.",
        '  "] ;',
    ]


def test_quoted_words_stay_in_their_line() -> None:
    lines = (
        '"Өздеріне қатысты" деген сөздер "Өздеріне" деген сөзбен ауыстырылсын;',
        '1-тармақ "тиісті" деген сөзден кейін мынадай сөздермен толықтырылсын: "және өзге";',
    )
    for line in lines:
        fragment = act(f"9-бапта:\n{line}")
        assert not list(fragment.root.iter(q("mod"))), line
    fragment = act("в статье 9:\nслова «пять дней» заменить словами: «три дня»;", "rus")
    assert not list(fragment.root.iter(q("mod")))


def test_a_quoted_line_under_a_colon_that_commands_nothing_is_text() -> None:
    rules = act("Сынақ қағидалары\n1. Мынадай жазу бар:\n«КУӘЛІК»;\n2. Екі.")
    assert body(rules)[1] == "  para_1__al_2 | «КУӘЛІК»;"


def test_rows_between_lone_quotes_are_a_table() -> None:
    fragment = act("""
        реттік нөмірлері 6-1 және 6-2-жолдармен толықтырылсын:
        "
        |6-1|Құқық|1
        |6-2|Кінә|2
        ";
        12-жол алып тасталсын.
    """)
    quoted = fragment.root.find(f".//{q('quotedStructure')}")
    assert quoted is not None
    assert (quoted.get("startQuote"), quoted.get("endQuote"), quoted.tail) == ('"', '"', ";")
    assert [row.get("eId", "").rpartition("__")[2] for row in quoted.iter(q("tr"))] == ["row_6-1", "row_6-2"]


def test_quotes_in_the_first_and_last_cell_are_those_of_the_block() -> None:
    fragment = act("""
        реттік нөмірі 18-жол мынадай редакцияда жазылсын:
        |"18|Жөргек|дана";
        19-жол алып тасталсын.
    """)
    quoted = fragment.root.find(f".//{q('quotedStructure')}")
    assert quoted is not None
    assert (quoted.get("startQuote"), quoted.get("endQuote"), quoted.tail) == ('"', '"', ";")
    assert quoted[0][0].get("eId", "").endswith("row_18")


def test_content_without_its_closing_quote_ends_before_the_next_instruction() -> None:
    order = act("""
        БҰЙЫРАМЫН:
        1. Бұйрыққа өзгерістер енгізілсін:
        5-тармақ мынадай редакцияда жазылсын:
        "5. Жаңа мәтін
        жалғасы.
        көрсетілген Стандартта:
        6-тармақ мынадай редакцияда жазылсын:
        "6. Тағы мәтін.";
        2. Енгізіледі.
    """)
    assert body(order)[2:11] == [
        '    ["',
        "     para_1__al_2__mod_1__qstr_1__para_5 5. | Жаңа мәтін",
        "       para_1__al_2__mod_1__qstr_1__para_5__al_2 | жалғасы.",
        "    ]",
        "  para_1__al_5 | көрсетілген Стандартта:",
        "  para_1__al_6 | 6-тармақ мынадай редакцияда жазылсын:",
        '    ["',
        "     para_1__al_6__mod_1__qstr_1__para_6 6. | Тағы мәтін.",
        '    "] ;',
    ]
    assert codes(order) == ["structure.quote_unclosed"]


def test_content_without_its_closing_quote_ends_where_the_outer_numbers_go_on() -> None:
    order = act("""
        БҰЙЫРАМЫН:
        1. Бұйрыққа өзгеріс енгізілсін:
        екінші абзац мынадай редакцияда жазылсын:
        "жаңа абзац.
        2. Бақылау жүктелсін.
        3. Енгізіледі.
    """)
    assert [line for line in body(order) if not line.startswith(" ")][1:] == [
        "para_2 2. | Бақылау жүктелсін.",
        "para_3 3. | Енгізіледі.",
    ]
    assert codes(order) == ["structure.quote_unclosed"]


def test_a_closing_quote_that_belongs_to_inner_words_does_not_close_the_block() -> None:
    fragment = act(
        """
        пункт 8 изложить в следующей редакции:
        «8. Сведения подаёт АО «Казпочта».
        пункт 9 исключить.
        """,
        "rus",
    )
    assert "   al_1__mod_1__qstr_1__para_8 8. | Сведения подаёт АО «Казпочта»." in body(fragment)
    assert codes(fragment) == ["structure.quote_unclosed"]


def test_content_without_its_opening_quote_is_content_with_a_finding() -> None:
    order = act("""
        1. Бұйрыққа өзгеріс енгізілсін:
        5-тармақ мынадай редакцияда жазылсын:
        5. Жаңа мәтін:
        1) бір.";
        6-тармақ алып тасталсын.
    """)
    quoted = order.root.find(f".//{q('quotedStructure')}")
    assert quoted is not None
    assert (quoted.get("startQuote"), quoted.get("endQuote")) == (None, '"')
    assert codes(order) == ["structure.quote_unopened"]


def test_a_new_heading_of_an_article_is_a_heading() -> None:
    fragment = act("""
        4-бапта:
        тақырып мынадай редакцияда жазылсын:
        «4-бап. Жаңа тақырып»;
    """)
    article = fragment.root.find(f".//{q('quotedStructure')}/{q('article')}")
    assert article is not None
    assert article.findtext(q("heading")) == "Жаңа тақырып"


def test_a_quoted_annex_keeps_its_corner_mark() -> None:
    order = act("""
        1. Бұйрыққа өзгеріс енгізілсін:
        мынадай мазмұндағы 9-қосымшамен толықтырылсын:
        "Қағидаларға
        9-қосымша
        Тізбе
        1. Бірінші.";
        2. Енгізіледі.
    """)
    mark = order.root.find(f".//{q('quotedStructure')}/{q('container')}")
    assert mark is not None
    assert [line.text for line in mark] == ["Қағидаларға", "9-қосымша"]
    assert order.root.find(f".//{q('attachment')}") is None


def test_a_repeal_or_an_enactment_inside_the_new_text_does_not_end_it() -> None:
    fragment = act("""
        5-тармақ мынадай редакцияда жазылсын:
        "5. Мыналардың күші жойылды деп танылсын:
        1) бірінші бұйрық;
        2) екінші бұйрықтың күші жойылды деп танылсын.";
        6-тармақ алып тасталсын.
    """)
    assert codes(fragment) == []
    quoted = fragment.root.find(f".//{q('quotedStructure')}")
    assert quoted is not None
    assert len(list(quoted.iter(q("subparagraph")))) == 2


def test_a_list_of_titles_in_quotes_is_not_quoted_content() -> None:
    order = act("""
        1. Мыналардың күші жойылды деп танылсын:
        "Бірінші бұйрық туралы";
        "Екінші бұйрық туралы".
    """)
    assert not list(order.root.iter(q("mod")))


INNER = [
    (
        "kaz",
        "БҰЙЫРАМЫН:\n1. Бұйрыққа мынадай өзгерістер енгізілсін:\n1) 3-тармақ алып тасталсын;\n"
        "2) 4-тармақ мынадай редакцияда жазылсын:\n"
        '"4. Комиссия ұсыныс енгізеді:\n1) "жоспар" деген сөз "жоба" деген сөзбен ауыстырылсын;\n'
        '2) 3-тармақ алып тасталсын.\nШешім хаттамамен ресімделеді.";\n3) 5-тармақ алып тасталсын.',
    ),
    (
        "rus",
        "ПРИКАЗЫВАЮ:\n1. Внести в приказ следующие изменения:\n1) пункт 3 исключить;\n"
        "2) пункт 4 изложить в следующей редакции:\n"
        '"4. Комиссия вносит предложение:\n1) слова "план" заменить словом "проект";\n'
        '2) пункт 3 исключить.\nРешение оформляется протоколом.";\n3) пункт 5 исключить.',
    ),
]


@pytest.mark.parametrize(("lang", "text"), INNER, ids=["kaz", "rus"])
def test_commands_inside_the_new_text_do_not_end_it(lang: Lang, text: str) -> None:
    made = act(text, lang)
    assert codes(made) == []
    (quoted,) = made.root.iter(q("quotedStructure"))
    assert (quoted.get("startQuote"), quoted.get("endQuote")) == ('"', '"')
    assert [unit.get("eId", "").rpartition("qstr_1__")[2] for unit in quoted.iter(q("subparagraph"))] == [
        "para_4__subpara_1", "para_4__subpara_2",
    ]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), INNER, ids=["kaz", "rus"])
def test_without_the_closing_quote_the_outer_numbering_ends_the_new_text(lang: Lang, text: str) -> None:
    made = act(text.replace('.";', ".;"), lang)
    assert "structure.quote_unclosed" in codes(made)
    assert made.root.find(f".//{q('subparagraph')}[@eId='para_1__subpara_3']") is not None


@pytest.mark.parametrize("repeated", ["слово ", "от 1 января 2020 года № 1 ", "изложить ", "исключить; ", '"а '])
def test_a_very_long_line_is_read_in_time(repeated: str) -> None:
    started = time.process_time()
    read_text(f"Тестовый перечень\n1. {repeated * (100_000 // len(repeated))}", lang="rus")
    assert time.process_time() - started < 20  # in the square of its length it took minutes


def test_thousands_of_units_of_one_number_are_read_in_time() -> None:
    started = time.process_time()
    made = read_text("Тестовый перечень\n" + "1) а;\n" * 6000, lang="rus")
    assert time.process_time() - started < 30
    assert made.units[-1].eid == "subpara_1_6000"


@pytest.mark.parametrize(
    ("line", "commands"),
    [
        ("пункт 1 изложить в следующей редакции:", True),
        ("слова исключить;", True),
        ("Пункт изложить: дополнить.", True),
        ("заявитель вправе дополнить.", False),
        ("мыслями дополнить список", False),
        ("признать утратившим силу.", True),
        ("текст на казахском языке не изменяется.", True),
        ("неисключить;", False),
    ],
)
def test_a_line_that_commands_is_told_by_its_verb_and_its_end(line: str, commands: bool) -> None:
    assert saying(line, "rus").commands is commands


@pytest.mark.parametrize("repeated", ["слово « ", "слово «а "])
def test_thousands_of_quotes_that_nothing_closes_are_read_in_time(repeated: str) -> None:
    started = time.process_time()
    assert len(scan(f"1. Внести изменения: {repeated * 4000}")) > 8000
    # In the square of their number it took eleven seconds, and much more where coverage counts.
    assert time.process_time() - started < 4


@pytest.mark.parametrize(
    ("first", "second", "paragraphs", "code"),
    [
        # A budget's figures: there was room for the next word.
        (
            "6) тапшылықты қаржыландыру (пайдалану) – 44 мың теңге,",
            "қалдықтар – 14 мың теңге.",
            2,
            "uncertain",
        ),
        # The page's width: the next word had no room.
        (
            "6) тапшылықты қаржыландыру (профицитті пайдалану) үшін жиырма мың теңге,",
            "қалдықтар – он мың теңге.",
            1,
            "joined",
        ),
        # No mark at all: the sentence goes on.
        ("6) тапшылықты қаржыландыру (профицитті пайдалану) үшін жиырма", "мың теңге.", 1, "joined"),
    ],
)
def test_after_a_comma_the_width_of_the_page_says_whether_a_paragraph_goes_on(
    first: str, second: str, paragraphs: int, code: str
) -> None:
    law = act(f"""
        1. Мына бұйрыққа өзгерістер енгізілсін:
        1-тармақ мынадай редакцияда жазылсын:
        "1. Сынақ аудандық бюджет мынадай көлемде бекітілсін, оның ішінде кірістер:
        {first}
        {second}";
    """)
    assert sum("қаржыландыру" in line or "теңге." in line for line in body(law)) == paragraphs
    assert codes(law) == [f"structure.paragraph_{code}"]
