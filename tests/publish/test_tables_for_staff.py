"""The comparative table, the list of changes and two languages side by side."""

from lexkz.amend.annotate import annotate
from lexkz.compare.diff import diff
from lexkz.publish.beside import beside_sheet
from lexkz.publish.changes import changes_sheet
from lexkz.publish.comparative import comparative_sheet, compared
from lexkz.publish.html import write_html
from lexkz.publish.sheet.model import Grid, Line, Sheet
from lexkz.structure import load
from tests.publish.published import AFTER, BEFORE, ORDER, act, base, consolidated, done


def _rows(sheet: Sheet) -> list[list[str]]:
    grid = next(block for block in sheet.flow if isinstance(block, Grid))
    return [[cell.text for cell in row.cells] for row in grid.rows]


def _strong(lines: tuple[Line, ...]) -> list[str]:
    return [run.text for line in lines for run in line.runs if run.strong]


def test_the_table_of_two_texts_has_the_columns_that_drafts_have() -> None:
    rows = _rows(comparative_sheet(act(BEFORE), act(AFTER)))
    assert rows == [
        ["№ п/п", "Структурный элемент", "Действующая редакция", "Предлагаемая редакция", "Обоснование"],
        [
            "1",
            "статья 1 · пункт 1",
            "1. Закон регулирует проверки.",
            "1. Закон регулирует проверки и надзор.",
            "",
        ],
        ["2", "статья 1 · пункт 2", "2. Срок – 3 дня.", "2. Срок – 5 дней.", ""],
        ["3", "статья 1 · пункт 3", "3. Акт подписывается <b>сразу</b> & хранится.", "Отсутствует", ""],
        ["4", "статья 1 · пункт 2-1", "Отсутствует", "2-1. Срок продлевается.", ""],
    ]


def test_changed_words_are_bold_and_no_others() -> None:
    first, second, _, fourth = compared(act(BEFORE), act(AFTER))
    assert (_strong(first.old), _strong(first.new)) == ([], [" и надзор"])
    assert (_strong(second.old), _strong(second.new)) == (["3 дня"], ["5 дней"])
    assert _strong(fourth.new) == ["2-1. Срок продлевается."]


def test_what_one_command_set_is_one_row_with_its_page() -> None:
    made = done("V2300032941")
    amending = annotate(load(ORDER))
    rows = _rows(comparative_sheet(base("V2300032941"), made.act, amending=[amending], report=made.report))
    first = rows[1]
    assert first[1].endswith("стандарты · 8-тармақ")
    assert first[2] == "8. […]"
    assert first[3].startswith("8. Қызметтерді алушылардың жеке қажеттілігін бағалау негізінде")
    assert first[4] == "№ 391 бұйрық, 3-бет"
    assert sum("2-қосымша" in row[1] and "нысан" in row[3].lower() for row in rows) == 1


def test_a_command_that_was_not_applied_stands_in_the_table_with_why() -> None:
    made = done("V2300032941")
    amending = annotate(load(ORDER))
    rows = _rows(comparative_sheet(base("V2300032941"), made.act, amending=[amending], report=made.report))
    refused = [row for row in rows if "қолданылмады" in row[4]]
    assert len(refused) == 2
    assert all(len(row[4]) > len("№ 391 бұйрық, 6-бет: қолданылмады. ") for row in refused)


def test_no_change_is_left_out_of_the_table() -> None:
    old, new = base("V2300032875"), consolidated("V2300032875")
    shown = "\n".join(line.text for row in compared(old, new) for line in row.new)
    for hunk in diff(old, new):
        for line in (hunk.new or "").replace("\t", " | ").split("\n"):
            assert line in shown


def test_the_list_of_changes_has_a_row_for_each_command_and_says_why_one_waits() -> None:
    made = done("V2300032941")
    amending = annotate(load(ORDER))
    head, *rows = _rows(changes_sheet(made.act, [amending], made.report))
    assert head[1:3] == ["Не өзгереді", "Әрекет"]
    concerned = [one for one in made.report.commands if one.outcome != "other_base"]
    assert len(rows) == len(concerned)
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    assert sum(row[5] == "қолданылды" for row in rows) == 18
    waiting = [row[5] for row in rows if row[5].startswith("қолданылмады: ")]
    assert len(waiting) == 2
    assert rows[0][2:5] == [
        "жаңа редакцияда жазу",
        "алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі",
        "№ 391 бұйрық, 3-бет",
    ]


KAZ = """Тексерулер туралы сынақ заңы
1-бап. Нысана
1. Заң тексерулерді реттейді.
2. Мерзімі – 3 күн.
"""


def test_two_languages_stand_unit_by_unit_and_a_lone_unit_stands_alone() -> None:
    sheet = beside_sheet(act(KAZ, "kaz"), act(BEFORE))
    rows = _rows(sheet)
    # What one text lacks is a disagreement, which is told in a column of its own.
    assert rows[0] == ["Қазақ тілінде", "На русском языке", "Сәйкессіздік"]
    assert ["1. Заң тексерулерді реттейді.", "1. Закон регулирует проверки.", ""] in rows
    assert ["2. Мерзімі – 3 күн.", "2. Срок – 3 дня.", ""] in rows
    assert ["", "3. Акт подписывается <b>сразу</b> & хранится.", ""] in rows
    (told,) = (row[2] for row in rows if row[0] == "1-бап. Нысана")
    assert "3. Акт подписывается <b>сразу</b> & хранится." in told
    page = write_html(sheet)
    assert page.count('<td lang="kk">') == page.count('<td lang="ru">') == len(rows) - 1
