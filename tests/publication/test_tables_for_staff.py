"""The comparative table, the list of changes and two languages side by side."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.comparison.diff import diff
from lexkz.consolidation import consolidate
from lexkz.publication.beside import beside_sheet
from lexkz.publication.changes import changes_sheet
from lexkz.publication.comparative import comparative_sheet, compared
from lexkz.publication.html import write_html
from lexkz.publication.reasons import read_reasons
from lexkz.publication.sheet.lay import lay
from lexkz.publication.sheet.model import Block, Sheet, SheetLine, SheetTable
from lexkz.reading.blocks import Lang, SourceError
from lexkz.structure import build, load
from tests.consolidation.written import case
from tests.publication.published import AFTER, BEFORE, ORDER, act, base, consolidated, done
from tests.structure.acts import source


def _rows(sheet: Sheet) -> list[list[str]]:
    grid = next(block for block in sheet.flow if isinstance(block, SheetTable))
    return [[cell.text for cell in row.cells] for row in grid.rows]


def _elements(sheet: Sheet) -> list[list[str]]:
    return [row for row in _rows(sheet) if len(row) == 5]


def _across(sheet: Sheet) -> list[str]:
    return [row[0] for row in _rows(sheet) if len(row) == 1]


def _words(side: tuple[Block, ...], *, strong: bool) -> list[str]:
    lines = [line for block in side for line in _lines(block)]
    return [run.text for line in lines for run in line.runs if run.strong or not strong]


def _lines(block: Block) -> list[SheetLine]:
    return (
        [block]
        if isinstance(block, SheetLine)
        else [line for row in block.rows for cell in row.cells for line in cell.lines]
    )


def test_the_table_of_two_texts_has_the_columns_that_drafts_have() -> None:
    sheet = comparative_sheet(act(BEFORE), act(AFTER))
    assert _elements(sheet) == [
        ["№ п/п", "Структурный элемент", "Действующая редакция", "Предлагаемая редакция", "Обоснование"],
        ["1", "пункт 1 статьи 1", "1. Закон регулирует проверки.", "1. Закон регулирует проверки и надзор.", ""],
        ["2", "пункт 2 статьи 1", "2. Срок – 3 дня.", "2. Срок – 5 дней.", ""],
        ["3", "пункт 2-1 статьи 1", "Отсутствует", "2-1. Срок продлевается.", ""],
        ["4", "пункт 3 статьи 1", "3. Акт подписывается <b>сразу</b> & хранится.", "Отсутствует", ""],
    ]
    assert _across(sheet) == ["Тестовый закон о проверках"]


def test_changed_words_are_bold_and_no_others() -> None:
    first, second, third, _ = compared(act(BEFORE), act(AFTER))
    assert (_words(first.old, strong=True), _words(first.new, strong=True)) == ([], [" и надзор"])
    assert (_words(second.old, strong=True), _words(second.new, strong=True)) == (["3 дня"], ["5 дней"])
    assert _words(third.new, strong=True) == ["2-1. Срок продлевается."]


@pytest.mark.parametrize(
    ("lang", "orders", "elements"),
    [
        (
            "rus",
            "дополнить пунктом 1-1 следующего содержания:\n«1-1. Новый.»;\nпункт 2 исключить.",
            ("пункт 1-1", "пункт 2"),
        ),
        (
            "kaz",
            "мынадай мазмұндағы 1-1-тармақпен толықтырылсын:\n«1-1. Жаңа.»;\n2-тармақ алып тасталсын.",
            ("1-1-тармақ", "2-тармақ"),
        ),
    ],
)
def test_a_new_point_stands_above_the_repealed_one_that_follows_it(
    lang: Lang, orders: str, elements: tuple[str, ...]
) -> None:
    base = {"rus": "1. Один.\n2. Два.\n3. Три.", "kaz": "1. Бір.\n2. Екі.\n3. Үш."}[lang]
    one = case("order of rows", lang, f"\n{orders}\n--- base\n{base}\n--- after\n-\n")
    new = consolidate(one.base, one.amending()).act
    assert tuple(row.element for row in compared(one.base, new)) == elements


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2. Срок – 3 дня.", "2. Срок – 5 дней, а именно:\n1) рабочих;\n2) подряд."),
        ("2. Мерзімі – 3 күн.", "2. Мерзімі – 5 күн, атап айтқанда:\n1) жұмыс күні;\n2) қатарынан."),
    ],
)
def test_a_point_whose_new_words_run_on_into_new_lines_stands_in_both_columns(before: str, after: str) -> None:
    """Redlines write such a change in the end of the line; the wording in force was told to be absent."""
    old, new = (act(f"Тестовый приказ\nПРИКАЗЫВАЮ:\n1. А.\n{said}\n3. Б.") for said in (before, after))
    row = compared(old, new)[0]
    assert [block.text for block in row.old] == [before]
    assert row.new[0].text == after.partition("\n")[0]


def test_what_one_command_set_is_one_row_whose_reason_is_the_drafters() -> None:
    made = done("V2300032941")
    amending = annotate(load(ORDER))
    sheet = comparative_sheet(base("V2300032941"), made.act, amending=[amending], report=made.report)
    _, first, second, *rows = _elements(sheet)
    assert first[1:3] == ["8-тармақ", "8. […]"]
    assert first[3].startswith("8. Қызметтерді алушылардың жеке қажеттілігін бағалау негізінде")
    assert first[4] == ""
    assert second[1:3] == ["18-тармақтың тоғызыншы абзацы", "[…]"], "it was there: nobody knows how it read"
    assert sum(row[1] == "2-қосымша" and "Нысан" in row[3] for row in rows) == 1
    heads = _across(sheet)
    assert sum(head.endswith("стандарты") for head in heads) == 5, (
        "three, one again below its annex, one above the rest"
    )
    assert heads[-2] == "Енгізілмеген, шешім күтуде", "and below it the document of what waits"
    assert all(one != other for one, other in pairwise(heads)), "a document is named once above its rows"


def test_a_command_that_was_not_applied_stands_at_the_end_of_the_table_with_why() -> None:
    made = done("V2300032941")
    amending = annotate(load(ORDER))
    sheet = comparative_sheet(base("V2300032941"), made.act, amending=[amending], report=made.report)
    refused = [row for row in _elements(sheet) if "қолданылмады" in row[4]]
    assert len(refused) == 2
    assert all(len(row[4]) > len("№ 391 бұйрық, 6-бет: қолданылмады. ") for row in refused)
    assert _elements(sheet)[-2:] == refused
    (at,) = (place for place, row in enumerate(_rows(sheet)) if row == ["Енгізілмеген, шешім күтуде"])
    assert _rows(sheet)[at + 2 :] == refused
    assert [row[1] for row in refused] == ["18-тармақтың екінші абзацы", "4-қосымша"], "in words, the document above"
    assert refused[1][4].endswith("сәйкес жаңа…"), "no full stop after an ellipsis"


def test_no_change_is_left_out_of_the_table() -> None:
    old, new = base("V2300032875"), consolidated("V2300032875")
    shown = " ".join(text for row in compared(old, new) for text in _words(row.new, strong=False))
    for hunk in diff(old, new):
        for cell in re.split(r"[\t\n]", hunk.new or ""):
            assert " ".join(cell.split()) in " ".join(shown.split())


def test_what_an_outline_does_not_know_is_no_row_of_its_own() -> None:
    rows = compared(base("V2300032941"), consolidated("V2300032941"))
    assert rows
    for row in rows:
        changed = "".join(_words(row.old, strong=True) + _words(row.new, strong=True))
        assert changed.replace("[…]", "").strip(), row.element


FORM_BEFORE = """Об утверждении форм учёта
Приказ Министра леса от 6 июля 2020 года № 210
1. Утвердить форму акта осмотра согласно приложению 1 к настоящему приказу.
Приложение 1
к приказу Министра леса
от 6 июля 2020 года № 210
Форма
Акт осмотра
№\tИмя\tЧисло
1\tСосна\t10
2\tЕль\t20
Осмотр провёл ______
"""
FORM_ORDER = """О внесении изменений в приказ Министра леса от 6 июля 2020 года № 210 "Об утверждении форм учёта"
Приказ Министра леса от 9 июня 2025 года
ПРИКАЗЫВАЮ:
1. Внести в приказ Министра леса от 6 июля 2020 года № 210 "Об утверждении форм учёта" следующие изменения:
в приложении 1:
строку 2 изложить в следующей редакции:
"
2\tЕль\t25
";
дополнить строкой 3 следующего содержания:
"
3\tКедр\t30
".
"""


def test_rows_of_a_table_stand_in_a_table_below_its_head_with_the_changed_cells_bold() -> None:
    old = act(FORM_BEFORE)
    made = consolidate(old, [annotate(act(FORM_ORDER))])
    second, third = compared(old, made.act)
    assert (second.element, third.element) == ("строка, порядковый номер 2", "строка, порядковый номер 3")
    assert (second.document, third.document) == ("Приложение 1", "Приложение 1")
    (before,), (after,) = second.old, second.new
    assert before.text == "№\tИмя\tЧисло\n2\tЕль\t20"
    assert after.text == "№\tИмя\tЧисло\n2\tЕль\t25"
    assert (_words(second.old, strong=True), _words(second.new, strong=True)) == (["20"], ["25"])
    assert third.old == ()
    page = write_html(comparative_sheet(old, made.act))
    assert page.count("<table") == 4, "one, and in it three"


def test_a_form_set_anew_stands_as_on_its_page_with_the_corner_mark_on_top() -> None:
    new = FORM_BEFORE.replace("Акт осмотра\n", "Акт осмотра леса\n").replace("Сосна", "Пихта")
    whole = "\n".join(
        block.text for row in compared(act(FORM_BEFORE.partition("Приложение 1")[0]), act(new)) for block in row.new
    )
    assert whole.index("к приказу") < whole.index("Форма") < whole.index("Акт осмотра леса") < whole.index("Пихта")
    assert whole.index("Пихта") < whole.index("Осмотр провёл")


def test_the_head_names_the_draft_or_the_signed_act() -> None:
    old, order = act(FORM_BEFORE), annotate(act(FORM_ORDER))
    title = 'О внесении изменений в приказ Министра леса от 6 июля 2020 года № 210 "Об утверждении форм учёта"'
    made = consolidate(old, [order])
    draft = comparative_sheet(old, made.act, amending=[order], report=made.report)
    assert [line.text for line in draft.flow if isinstance(line, SheetLine)][:2] == [
        "СРАВНИТЕЛЬНАЯ ТАБЛИЦА",
        f"к проекту приказа «{title}»",
    ]
    signed = annotate(load(ORDER))
    sheet = comparative_sheet(base("V2300032941"), done("V2300032941").act, amending=[signed])
    named, title = [line.text for line in sheet.flow if isinstance(line, SheetLine)][:2]
    assert named.endswith("2024 жылғы 30 қыркүйектегі № 391 бұйрыққа")
    assert title == "САЛЫСТЫРМА КЕСТЕ", "Kazakh says first to what the table belongs"


def test_the_drafters_reasons_come_from_a_file_and_one_that_fits_no_row_is_refused(tmp_path: Path) -> None:
    told = tmp_path / "reasons.csv"
    told.write_text("\ufeffЭлемент;Обоснование\nПункт 2 статьи 1;Срок мал; \n".replace("; \n", "\n"), encoding="utf-8")
    reasons = read_reasons(told)
    rows = _elements(comparative_sheet(act(BEFORE), act(AFTER), reasons={**reasons, "4": "Новое."}))
    assert [row[4] for row in rows[1:]] == ["", "Срок мал", "", "Новое."]
    with pytest.raises(SourceError, match="no row пункт 9 for a reason; its rows are: пункт 1 статьи 1"):
        comparative_sheet(act(BEFORE), act(AFTER), reasons={"пункт 9": "Так."})
    told.write_text("пункт 2\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"reasons\.csv: a row has an element and a reason"):
        read_reasons(told)


def test_the_list_of_changes_has_a_row_for_each_command_and_says_why_one_waits() -> None:
    made = done("V2300032941")
    amending = annotate(load(ORDER))
    sheet = changes_sheet(made.act, [amending], made.report)
    head, *rows = _rows(sheet)
    assert head == ["Р/с №", "Не өзгереді", "Әрекет", "Дереккөзі", "Нәтиже"]
    rule = "Алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі."
    assert [line.text for line in sheet.flow if isinstance(line, SheetLine)][-1] == rule, "said once, not in each row"
    documents = [row[0] for row in rows if len(row) == 1]
    assert len(documents) == len(set(documents)) == 3
    assert all(name.endswith("стандарты") for name in documents)
    rows = [row for row in rows if len(row) > 1]
    concerned = [one for one in made.report.commands if one.outcome != "other_base"]
    assert len(rows) == len(concerned)
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    assert sum(row[4] == "қолданылды" for row in rows) == 18
    waiting = [row[4] for row in rows if row[4].startswith("қолданылмады: ")]
    assert len(waiting) == 2
    assert rows[1][1:4] == ["18-тармақтың тоғызыншы абзацы", "жаңа редакцияда жазу", "№ 391 бұйрық, 3-бет"]


@pytest.mark.parametrize(("lang", "row"), [("rus", "пункт 2"), ("kaz", "2-тармақ")])
def test_changes_of_several_days_say_the_day_in_each_row(lang: Lang, row: str) -> None:
    orders = {
        "rus": "пункт 2 исключить.\n--- base\n1. Первое.\n2. Второе.\n--- at 2021-03-05\n--- after\n1. Первое.\n",
        "kaz": "2-тармақ алып тасталсын.\n--- base\n1. Бірінші.\n2. Екінші.\n--- after\n1. Бірінші.\n",
    }
    written = case("days", lang, orders[lang])
    made, _ = written.consolidated()
    (head, one) = _rows(changes_sheet(made.act, written.amending(), made.report))
    assert (len(head), one[1]) == (6, row), "a single row says its day itself"


@pytest.mark.parametrize(
    ("lang", "orders", "said"),
    [
        (
            "rus",
            "пункт 2 признать утратившим силу; пункт 3 исключить.\n--- base\n1. А.\n2. Б.\n3. В.\n--- after\n1. А.\n",
            ["признать утратившим силу", "исключить"],
        ),
        (
            "kaz",
            "2-тармақтың күші жойылды деп танылсын; 3-тармақ алып тасталсын.\n"
            "--- base\n1. А.\n2. Б.\n3. В.\n--- after\n1. А.\n",
            ["күші жойылды деп тану", "алып тастау"],
        ),
    ],
)
def test_a_unit_that_loses_force_is_not_listed_as_taken_out(lang: Lang, orders: str, said: list[str]) -> None:
    written = case("void", lang, orders)
    made, _ = written.consolidated()
    sheet = changes_sheet(made.act, written.amending(), made.report)
    assert [row[2] for row in _rows(sheet)[1:] if len(row) > 2] == said


KAZ = """Тексерулер туралы сынақ заңы
1-бап. Нысана
1. Заң тексерулерді реттейді.
2. Мерзімі – 3 күн.
"""


def test_two_languages_stand_unit_by_unit_and_a_lone_unit_stands_alone() -> None:
    sheet = beside_sheet(act(KAZ, "kaz"), act(BEFORE))
    rows = _rows(sheet)
    # What one text lacks is a disagreement, which is told in a column of its own.
    captions = [line.text for line in sheet.flow if isinstance(line, SheetLine)]
    assert captions == ["ЕКІ ТІЛДЕГІ МӘТІН", "Тексерулер туралы сынақ заңы", "Тестовый закон о проверках"]
    assert rows[0] == ["Қазақ тілінде", "На русском языке", "Сәйкессіздік"]
    assert ["1. Заң тексерулерді реттейді.", "1. Закон регулирует проверки.", ""] in rows
    assert ["2. Мерзімі – 3 күн.", "2. Срок – 3 дня.", ""] in rows
    (told,) = (row[2] for row in rows if row[:2] == ["", "3. Акт подписывается <b>сразу</b> & хранится."])
    assert "3. Акт подписывается <b>сразу</b> & хранится." in told, "it stands beside the unit that one text lacks"
    page = write_html(sheet)
    assert page.count('<td lang="kk">') == page.count('<td lang="ru">') == len(rows) - 1


PAIR: dict[Lang, str] = {
    "kaz": """Нормалар туралы сынақ бұйрығы
БҰЙЫРАМЫН:
1. Мерзімі – 5 күн, қоры – 20 кг.
2. Нормалар:
1) қарағай;
2) шырша.
Министр А. Сынақов
|№|Тұқым|Салмағы
|1|Қарағай|50
|2|Шырша|40
""",
    "rus": """Тестовый приказ о нормах
ПРИКАЗЫВАЮ:
1. Срок – 6 дней, запас – 20 кг.
2. Нормы:
1) сосна.
Министр А. Тестов
|№|Порода|Масса
|1|Сосна|50
|2|Ель|45
""",
}


def test_what_differs_is_bold_in_both_languages_and_tables_are_tables() -> None:
    kaz, rus = (build(source(PAIR[lang], lang)) for lang in ("kaz", "rus"))
    sheet = beside_sheet(kaz, rus)
    grid = next(block for block in sheet.flow if isinstance(block, SheetTable))
    found = {row.cells[0].text or row.cells[1].text: row for row in grid.rows}
    point = found["1. Мерзімі – 5 күн, қоры – 20 кг."]
    assert [_words(cell.lines, strong=True) for cell in point.cells[:2]] == [["5"], ["6"]]
    lone = found["2) шырша."]
    assert _words(lone.cells[0].lines, strong=True) == ["2) шырша."]
    row = found["2 | Шырша | 40"]
    inner = [cell.blocks[0] for cell in row.cells[:2]]
    assert [[cell.text for cell in one.rows[0].cells] for one in inner if isinstance(one, SheetTable)] == [
        ["2", "Шырша", "40"],
        ["2", "Ель", "45"],
    ]
    assert [_words((one,), strong=True) for one in inner] == [["40"], ["45"]]
    same = found["1 | Қарағай | 50"]
    assert [_words(cell.blocks, strong=True) for cell in same.cells[:2]] == [[], []]
    assert write_html(sheet).count("<table") == 1 + 2 * 3


ORDERS: dict[Lang, str] = {
    "kaz": """Нормалар туралы бұйрыққа өзгерістер енгізу туралы сынақ бұйрығы
Қазақстан Республикасы Орман министрінің 2024 жылғы 2 қыркүйектегі № 8 бұйрығы
БҰЙЫРАМЫН:
1. "Нормалар туралы" Орман министрінің 2020 жылғы 6 шілдедегі № 210 бұйрығына мынадай өзгерістер енгізілсін:
2-тармақ мынадай редакцияда жазылсын:
"2. Нормалар:
1) қарағай;
2) шырша.";
4-тармақтағы "5" деген цифр "6" деген цифрмен ауыстырылсын;
5-тармақ алып тасталсын.
Министр А. Сынақов
""",
    "rus": """О внесении изменений в приказ о нормах (тестовый текст)
Приказ Министра леса Республики Казахстан от 2 сентября 2024 года № 8
ПРИКАЗЫВАЮ:
1. Внести в приказ Министра леса от 6 июля 2020 года № 210 "О нормах" следующие изменения:
пункт 2 изложить в следующей редакции:
"2. Нормы:
1) сосна.";
в пункте 4 цифру "5" заменить цифрой "7";
пункт 5 исключить.
Министр А. Тестов
""",
}


def test_a_line_that_is_missing_does_not_shift_the_commands_below_it() -> None:
    """A command stands beside the command that addresses the same, and «4» of «4-тармақ» is the 4 of «пункт 4»."""
    kaz, rus = (build(source(ORDERS[lang], lang)) for lang in ("kaz", "rus"))
    grid = next(block for block in beside_sheet(kaz, rus).flow if isinstance(block, SheetTable))
    beside = {row.cells[0].text: row for row in grid.rows}
    assert beside['2) шырша.";'].cells[1].text == ""
    assert beside["5-тармақ алып тасталсын."].cells[1].text == "пункт 5 исключить."
    figures = beside['4-тармақтағы "5" деген цифр "6" деген цифрмен ауыстырылсын;']
    assert [_words(cell.lines, strong=True) for cell in figures.cells[:2]] == [["6"], ["7"]]
    assert "6" in figures.cells[2].text, "told in its own row"


@pytest.mark.parametrize(
    ("lang", "preamble", "verb"),
    [
        ("kaz", "«Сынақ туралы» Заңның 5-бабына сәйкес БҰЙЫРАМЫН:", "БҰЙЫРАМЫН:"),
        ("kaz", "Қазақстан Республикасының Үкіметі қаулы етеді:", "қаулы етеді:"),
        ("rus", "В соответствии со статьей 5 Закона ПРИКАЗЫВАЮ:", "ПРИКАЗЫВАЮ:"),
        ("rus", "Правительство Республики Казахстан П О С Т А Н О В Л Я Е Т:", "П О С Т А Н О В Л Я Е Т:"),
    ],
)
def test_of_a_preamble_its_verb_alone_is_bold(lang: Lang, preamble: str, verb: str) -> None:
    title = "Сынақ бұйрығы туралы" if lang == "kaz" else "О тестовом приказе"
    given = build(source(f"# {title}\n{preamble}\n1. {title}.\n", lang))
    line = next(line for line in lay(given.root, lang=lang) if isinstance(line, SheetLine) and line.role == "formula")
    assert (line.text, [run.text for run in line.runs if run.strong]) == (preamble, [verb])
