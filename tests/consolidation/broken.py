"""Results that are wrong: a right one, and a small hand that breaks it, each with the proof that must name it."""

from dataclasses import dataclass

from tests.consolidation.damaging_hands import (
    IN_AKN,
    IN_LEXKZ,
    Hand,
    attribute,
    cell_first,
    cell_text,
    cells,
    drop,
    into,
    line_below,
    mark,
    move,
    no_cell,
    number,
    record,
    reference,
    swap,
    twice,
    without_mark,
    words,
)
from tests.consolidation.written import Case, case

TEXT = """
1) в пункте 1 слово "перечень" заменить словом "список";
2) подпункт 2) пункта 2 изложить в следующей редакции:
"2) в электронной книге;";
3) пункт 2 дополнить подпунктом 2-1) следующего содержания:
"2-1) в ящике;";
4) пункт 3 изложить в следующей редакции:
"3. Срок хранения:
1) воды – пять лет;
2) почвы – год.";
5) дополнить пунктом 3-1 следующего содержания:
"3-1. Срок продлевает лаборант.";
6) пункт 5 исключить;
7) абзац второй пункта 4 изложить в следующей редакции:
"Отчёт сдают в январе.";
8) в приложении 1 к указанному приказу:
строку, порядковый номер 2, изложить в следующей редакции:
"
2	Песок	4 дня
";
дополнить строкой, порядковый номер 2-1, следующего содержания:
"
2-1	Глина	5 дней
";
строку, порядковый номер 3, исключить;
9) приложение 2 изложить в новой редакции согласно приложению 1 к настоящему приказу.
--- base
ПРИКАЗЫВАЮ:
1. Утвердить перечень согласно приложению 1 к настоящему приказу.
2. Образцы хранят:
1) в журнале;
2) в книге;
3) в шкафу.
3. Срок хранения – три года.
4. Лаборант ведёт учёт:
Отчёт сдают в срок.
5. Контроль ведёт лаборант.
6. Журнал ведут согласно приложению 2 к настоящему приказу.
7. Настоящий приказ вводится в действие со дня подписания.
Министр А. Тестов
Приложение 1
к приказу Министра здравоохранения
от 10 января 2020 года № 7
Перечень образцов
№	Образец	Срок
1	Вода	1 день
2	Почва	2 дня
3	Воздух	3 дня
Приложение 2
к приказу Министра здравоохранения
от 10 января 2020 года № 7
Перечень журналов
1. Журнал воды.
2. Журнал почвы.
Приложение 3
к приказу Министра здравоохранения
от 10 января 2020 года № 7
Перечень шкафов
№	Шкаф	Срок
1	Белый	1 год
2	Серый	2 года
--- annex 1
Приложение 2
к приказу Министра здравоохранения
от 10 января 2020 года № 7
Перечень всех журналов
1. Журнал воды.
2. Журнал песка.
3. Журнал глины согласно приказу Министра здравоохранения Республики Казахстан от 3 марта 2012 года № 14 "О глине".
--- after
-
"""
RIGHT: Case = case("right", "rus", TEXT)


@dataclass(frozen=True, slots=True)
class Broken:
    """One way of breaking a result."""

    what: str
    """In words."""
    hand: Hand
    named: tuple[str, ...]
    """The proofs that must fail when the file is proved again; besides, *replay* always does."""
    at_once: tuple[str, ...] = ()
    """The proofs that must fail already where the consolidation itself would have written this."""


CONTENT, UNTOUCHED, BOTH, ONCE = ("content",), ("untouched",), ("content", "untouched"), ("once",)

BROKEN: tuple[Broken, ...] = (
    Broken("a letter of a new subpoint", words("para_2__subpara_2", "книге", "кноге"), CONTENT, CONTENT),
    Broken("a letter of a replaced point's subpoint", words("para_3__subpara_2", "год", "гот"), CONTENT, CONTENT),
    Broken("a number in new text", words("para_3__subpara_1", "пять", "шесть"), CONTENT, CONTENT),
    Broken("a space in new text", words("para_3-1", "продлевает лаборант", "продлеваетлаборант"), CONTENT, CONTENT),
    Broken("two contents changed places", swap("para_3", "para_3-1"), CONTENT, CONTENT),
    Broken("subpoints of new text changed places", swap("para_3__subpara_1", "para_3__subpara_2"), CONTENT, CONTENT),
    Broken("new text one unit too early", swap("para_2__subpara_1", "para_2__subpara_2"), BOTH, BOTH),
    Broken("a new point one place too early", move("para_3-1", "para_3", before=True), CONTENT, CONTENT),
    Broken("a new point one place too late", move("para_3-1", "para_4"), CONTENT, CONTENT),
    Broken("a new point in another point", into("para_3-1", "para_3"), CONTENT, CONTENT),
    Broken("a new subpoint in another point", into("para_2__subpara_2-1", "para_4"), CONTENT, CONTENT),
    Broken("a new subpoint after the next one", move("para_2__subpara_2-1", "para_2__subpara_3"), CONTENT, CONTENT),
    Broken("a paragraph of new text dropped", drop("para_3__subpara_2"), CONTENT, CONTENT),
    Broken("a new point dropped", drop("para_3-1"), CONTENT, CONTENT),
    Broken("a new point twice", twice("para_3-1"), BOTH, BOTH),
    Broken("a line more in new text", line_below("para_3", "И ещё."), CONTENT, CONTENT),
    Broken("another number on a new point", number("para_3-1", "3-2."), CONTENT, CONTENT),
    Broken("another number on a replaced point", number("para_3", "4."), CONTENT, CONTENT),
    Broken("old words that came back", words("para_1", "список", "перечень"), CONTENT, CONTENT),
    Broken("other new words", words("para_1", "список", "реестр"), CONTENT, CONTENT),
    Broken("words beside the new ones", words("para_1", "Утвердить", "Одобрить"), CONTENT, CONTENT),
    Broken("new words twice", words("para_1", "список", "список список"), CONTENT, CONTENT),
    Broken("other official words", words("para_5", "исключен", "исключена"), CONTENT, CONTENT),
    Broken("a repealed point with its text", words("para_5", "исключен", "Контроль ведёт лаборант."), CONTENT, CONTENT),
    Broken("a repealed point without its number", number("para_5", ""), CONTENT, CONTENT),
    Broken("a repealed point gone", drop("para_5"), CONTENT, CONTENT),
    Broken("the wrong point repealed", swap("para_5", "para_3-1"), CONTENT, CONTENT),
    Broken("a letter of a new line", words("para_4__al_2", "январе", "яваре"), CONTENT, CONTENT),
    Broken("a new line dropped", drop("para_4__al_2"), CONTENT, CONTENT),
    Broken("a cell of a new row", words("att_1__table_1__row_2-1", "5", "6", 2), CONTENT, CONTENT),
    Broken("two cells of a new row changed places", cells("att_1__table_1__row_2-1"), CONTENT, CONTENT),
    Broken("a row in another table", into("att_1__table_1__row_2-1", "att_3__table_1"), CONTENT, CONTENT),
    Broken(
        "a row before its neighbour",
        move("att_1__table_1__row_2-1", "att_1__table_1__row_2", before=True),
        CONTENT,
        CONTENT,
    ),
    Broken("a row dropped", drop("att_1__table_1__row_2"), CONTENT, CONTENT),
    Broken("a repealed row with its text", words("att_1__table_1__row_3", "исключена", "3 дня", 1), CONTENT, CONTENT),
    Broken("a letter of a new annex", words("att_2__para_3", "глины", "глиня"), CONTENT, CONTENT),
    Broken("two points of a new annex changed places", swap("att_2__para_1", "att_2__para_2"), CONTENT, CONTENT),
    Broken("a point of a new annex dropped", drop("att_2__para_3"), CONTENT, CONTENT),
    Broken("the title of a new annex", words("att_2__longTitle", "всех", "иных"), CONTENT, CONTENT),
    Broken("a new annex in another place", move("att_2", "att_3"), CONTENT, CONTENT),
    Broken("a corner mark that names another annex", mark("att_2", 0, "Приложение 4"), CONTENT, CONTENT),
    Broken(
        "a reference of new text that leads elsewhere", reference("att_2__para_3", "/akn/kz/act/x"), CONTENT, CONTENT
    ),
    Broken(
        "a reference beside new words that leads elsewhere",
        reference("para_1", "/akn/kz/act/order/mz/2020-01-10/7/!annex_2#att_2"),
        CONTENT,
        CONTENT,
    ),
    Broken("a letter outside the targets", words("para_7", "подписания", "подписаниа"), UNTOUCHED, UNTOUCHED),
    Broken("an attribute outside the targets", attribute("para_7", "status", "removed"), UNTOUCHED, UNTOUCHED),
    Broken("a reference outside the targets", reference("para_6", "#para_1"), UNTOUCHED, UNTOUCHED),
    Broken("a point outside the targets dropped", drop("para_7"), UNTOUCHED, UNTOUCHED),
    Broken("a point outside the targets twice", twice("para_7"), UNTOUCHED, UNTOUCHED),
    Broken("points outside the targets changed places", move("para_7", "para_6", before=True), UNTOUCHED, UNTOUCHED),
    Broken("a number outside the targets", number("para_7", "8."), UNTOUCHED, UNTOUCHED),
    Broken("a subpoint beside the targets", words("para_2__subpara_3", "шкафу", "шкапу"), UNTOUCHED, UNTOUCHED),
    Broken("a line beside the targets", words("para_4", "ведёт", "водит"), UNTOUCHED, UNTOUCHED),
    Broken("a row beside the targets", words("att_1__table_1__row_1", "Вода", "Лёд", 1), UNTOUCHED, UNTOUCHED),
    Broken("a table of another annex", words("att_3__table_1__row_2", "Серый", "Синий", 1), UNTOUCHED, UNTOUCHED),
    Broken("the title of the act", words("longTitle", "Тестовых", "Пустых"), UNTOUCHED, UNTOUCHED),
    Broken("the signature", words("conclusions__p_1", "Тестов", "Текстов"), UNTOUCHED, UNTOUCHED),
    Broken("a note lost", record(f"{IN_AKN}notes/{IN_AKN}note"), ONCE, ONCE),
    Broken("the mark of a note lost", without_mark("para_3"), ONCE, ONCE),
    Broken("a period moved", record(f"{IN_AKN}lifecycle/{IN_AKN}eventRef[2]", "date", "2021-04-05"), ONCE, ONCE),
    Broken("the period of a unit lost", attribute("para_3", "period", None), ONCE, ONCE),
    Broken("a repealed unit said to be in force", attribute("para_5", "status", None), ONCE, ONCE),
    Broken(
        "a modification not recorded",
        record(f"{IN_AKN}analysis/{IN_AKN}passiveModifications/{IN_AKN}textualMod"),
        ONCE,
        ONCE,
    ),
    Broken("a command not recorded", record(f"{IN_AKN}proprietary/{IN_LEXKZ}applied"), ONCE, ONCE),
    Broken(
        "a rule of entry into force changed",
        record(f"{IN_AKN}proprietary/{IN_LEXKZ}entry", "rule", "иначе"),
        ONCE,
        ONCE,
    ),
    Broken(
        "another day of the text",
        record(f"{IN_AKN}identification/{IN_AKN}FRBRExpression/{IN_AKN}FRBRdate", "date", "2021-03-06"),
        ONCE,
        ONCE,
    ),
)

WIDE_TEXT = """
1) пункт 2 переместить из главы 1 в главу 2;
2) по всему тексту Правил и приложений к ним слово "образец" заменить словом "проба";
3) в приложении 1 к указанным Правилам:
дополнить графой 4 следующего содержания:
"
Примечание
–
по запросу
–
";
в разделе 2 слово "Глина" заменить словом "Песок";
примечание изложить в следующей редакции:
"Примечание:
1. Срок считают в днях.
2. Лёд не хранят.";
4) в приложении 2 к указанным Правилам:
наименование графы 2 изложить в следующей редакции:
"Ящик";
графу 3 исключить.
--- rules
Глава 1. Общие
1. Здесь образец.
2. Второй.
Глава 2. Прочие
3. Третий.
4. Четвёртый.
Приложение 1
к Тестовым правилам учёта образцов
Перечень вод
№	Вода	Срок
Раздел 1. Вода	<	<
1	Речная	1 день
2	Морская	2 дня
Раздел 2. Земля	<	<
1	Глина	1 день
Примечание: срок считают в часах.
Приложение 2
к Тестовым правилам учёта образцов
Перечень шкафов
№	Шкаф	Срок
1	Белый	1 год
2	Серый образец	2 года
--- after
-
"""
WIDE: Case = case("wide", "rus", WIDE_TEXT)
_A1, _A2 = "att_1__att_1", "att_1__att_2"


BROKEN_WIDE: tuple[Broken, ...] = (
    Broken("a letter of a new column", cell_text(f"{_A1}__table_1__row_2", 3, "по запрусу"), CONTENT, CONTENT),
    Broken("the heading of a new column", cell_text(f"{_A1}__table_1__row_r1", 3, "Прочее"), CONTENT, CONTENT),
    Broken("a cell of a new column dropped", no_cell(f"{_A1}__table_1__row_r3", 3), CONTENT, CONTENT),
    Broken("a cell of a new column in another place", cell_first(f"{_A1}__table_1__row_r3"), CONTENT, CONTENT),
    Broken("another cell beside a new column", cell_text(f"{_A1}__table_1__row_2", 1, "Озёрная"), CONTENT, CONTENT),
    Broken("a row of such a table dropped", drop(f"{_A1}__table_1__row_2"), CONTENT, CONTENT),
    Broken("a row in another section", into(f"{_A1}__table_1__row_2", f"{_A1}__table_1"), CONTENT, CONTENT),
    Broken("a repealed column that came back", cell_text(f"{_A2}__table_1__row_1", 0, "1 год"), CONTENT, CONTENT),
    Broken("the wrong column repealed", cell_text(f"{_A2}__table_1__row_1", 1, "1 год"), CONTENT, CONTENT),
    Broken("a letter of a column's new heading", cell_text(f"{_A2}__table_1__row_r1", 1, "Ящек"), CONTENT, CONTENT),
    Broken("the old heading of a column", cell_text(f"{_A2}__table_1__row_r1", 1, "Шкаф"), CONTENT, CONTENT),
    Broken("a letter of a note's second line", words(f"{_A1}__para_2", "Лёд", "Лед"), CONTENT, CONTENT),
    Broken("a line of a note dropped", drop(f"{_A1}__para_1"), CONTENT, CONTENT),
    Broken("two lines of a note changed places", swap(f"{_A1}__para_1", f"{_A1}__para_2"), CONTENT, CONTENT),
    Broken("a moved point back at its place", move("att_1__para_2", "att_1__para_1"), CONTENT, CONTENT),
    Broken("a moved point one place too late", move("att_1__para_2", "att_1__para_3"), CONTENT, CONTENT),
    Broken("a moved point gone", drop("att_1__para_2"), CONTENT, CONTENT),
    Broken(
        "words of an annex that were left", cell_text(f"{_A2}__table_1__row_2", 1, "Серый образец"), CONTENT, CONTENT
    ),
    Broken("words of the rules that were left", words("att_1__para_1", "проба", "образец"), CONTENT, CONTENT),
    Broken("the period of a table lost", attribute(f"{_A1}__table_1", "period", None), ONCE, ONCE),
    Broken("the mark of a moved point's note lost", without_mark("att_1__para_2"), ONCE, ONCE),
    Broken("a point outside of the moves", words("att_1__para_4", "Четвёртый", "Пятый"), UNTOUCHED, UNTOUCHED),
)

ANEW_TEXT = """
указанный приказ изложить в новой редакции согласно приложению к настоящему приказу.
--- base
В соответствии со статьёй 1 Закона ПРИКАЗЫВАЮ:
1. Утвердить перечень согласно приложению 1 к настоящему приказу.
2. Контроль.
Министр А. Тестов
Приложение 1
к приказу Министра здравоохранения
от 10 января 2020 года № 7
Перечень образцов
1. Раз.
--- annex
Об утверждении Тестовых правил учёта образцов
В соответствии с законом ПРИКАЗЫВАЮ:
1. Утвердить новый перечень согласно приложению 1 к настоящему приказу.
2. Новый контроль:
1) раз;
2) два.
Приложение 1
к приказу Министра здравоохранения
от 10 января 2020 года № 7
Перечень новых образцов
1. Раз.
2. Два.
--- after
-
"""
ANEW: Case = case("anew", "rus", ANEW_TEXT)
BROKEN_ANEW: tuple[Broken, ...] = (
    Broken("a letter of a new point", words("para_1", "новый", "новой"), CONTENT, CONTENT),
    Broken("a subpoint of a new point dropped", drop("para_2__subpara_2"), CONTENT, CONTENT),
    Broken("two new points changed places", move("para_2", "para_1", before=True), CONTENT, CONTENT),
    Broken("the title of a new act", words("longTitle", "Тестовых", "Пустых"), CONTENT, CONTENT),
    Broken("a new preamble", words("preamble__formula_1", "законом", "заканом"), CONTENT, CONTENT),
    Broken("a point of a new act's annex", drop("att_1__para_2"), CONTENT, CONTENT),
    Broken("an annex of a new act gone", drop("att_1"), CONTENT, CONTENT),
    Broken(
        "a reference of a new act to another of its units",
        reference("para_1", "/akn/kz/act/order/mz/2020-01-10/7/!main#para_2"),
        CONTENT,
        CONTENT,
    ),
    Broken("the signature of an act set anew", words("conclusions__p_1", "Тестов", "Текстов"), UNTOUCHED, UNTOUCHED),
    Broken("the record of an act set anew", record(f"{IN_AKN}proprietary/{IN_LEXKZ}applied"), ONCE, ONCE),
)
