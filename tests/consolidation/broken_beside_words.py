"""Results whose words are right and that are wrong all the same: what a file says of itself, references, the form of an
act of articles."""

from lxml import etree

from lexkz.akn.namespace import E, q
from tests.consolidation.broken import BOTH, CONTENT, ONCE, Broken
from tests.consolidation.damaging_hands import (
    IN_AKN,
    IN_LEXKZ,
    again,
    attribute,
    block,
    cell,
    heading,
    inline,
    into,
    line,
    move,
    no_heading,
    note,
    notes_swapped,
    number,
    record,
    reference_gone,
    reference_shorter,
    unit,
    words,
)
from tests.consolidation.written import Case, case

_FRBR = f"{IN_AKN}identification/{IN_AKN}FRBR"
_MOD = f"{IN_AKN}analysis/{IN_AKN}passiveModifications/{IN_AKN}textualMod"
_ACT = "/akn/kz/act/order/mz/2021-03-05/12"

BROKEN_RIGHT: tuple[Broken, ...] = (
    Broken(
        "a cell of a new row over two columns", cell("att_1__table_1__row_2-1", 1, "colspan", "2"), CONTENT, CONTENT
    ),
    Broken("a cell of a new row over two rows", cell("att_1__table_1__row_2-1", 1, "rowspan", "2"), CONTENT, CONTENT),
    Broken(
        "the words of a repealed row over one column",
        cell("att_1__table_1__row_3", 1, "colspan", "1"),
        CONTENT,
        CONTENT,
    ),
    Broken("a reference of new text lost", reference_gone("att_2__para_3"), CONTENT, CONTENT),
    Broken("a reference of new text that ends too early", reference_shorter("att_2__para_3"), CONTENT, CONTENT),
    Broken("a raised word in new text", line("para_3-1", inline("sup")), CONTENT, CONTENT),
    Broken("a lowered word in new text", line("para_3-1", inline("sub")), CONTENT, CONTENT),
    Broken("a struck-out word in new text", line("para_3-1", inline("del")), CONTENT, CONTENT),
    Broken("a word of new text that is marked as put in", line("para_3-1", inline("ins")), CONTENT, CONTENT),
    Broken("a picture in new text", lambda root: block(root, "para_3-1").append(E.img(src="x.png")), CONTENT, CONTENT),
    Broken(
        "a footnote in new text",
        lambda root: block(root, "para_3-1").append(E.authorialNote(E.p("Внизу."), marker="1")),
        CONTENT,
        CONTENT,
    ),
    Broken("a Latin letter in new text", words("para_3-1", "о", "o"), CONTENT, CONTENT),
    Broken("a hyphen for a dash", words("para_3__subpara_1", "–", "-"), CONTENT, CONTENT),
    Broken("another space in new text", words("para_3-1", "Срок ", "Срок\u00a0"), ("text_balance",), ("text_balance",)),
    Broken(
        "text below a repealed point",
        lambda root: unit(root, "para_5").append(E.content(E.p("Контроль."))),
        CONTENT,
        CONTENT,
    ),
    Broken(
        "a new point behind the annexes",
        lambda root: unit(root, "att_3").addnext(unit(root, "para_3-1")),
        CONTENT,
        CONTENT,
    ),
    Broken("a note that names another act", note(3, "№ 11", "№ 12"), ONCE, ONCE),
    Broken("a note that names another day", note(3, "05.03", "06.03"), ONCE),
    Broken("a note that names another unit", note(3, "Пункт 3", "Пункт 4"), ONCE),
    Broken("two notes changed places", notes_swapped("para_3", "para_5"), ONCE),
    Broken("a modification of another unit", record(f"{_MOD}/{IN_AKN}destination", "href", "#para_2"), ONCE),
    Broken("a modification by another act", record(f"{_MOD}/{IN_AKN}source", "href", f"{_ACT}/!main#x"), ONCE, ONCE),
    Broken("a modification of another kind", record(_MOD, "type", "repeal"), ONCE),
    Broken("the text before a modification elsewhere", record(f"{_MOD}/{IN_AKN}previous", "href", "#x"), ONCE),
    Broken("a modification twice", again(_MOD), ONCE),
    Broken("an event twice", again(f"{IN_AKN}lifecycle/{IN_AKN}eventRef[2]"), ONCE),
    Broken("an event of another act", record(f"{IN_AKN}references/{IN_AKN}passiveRef", "href", _ACT), ONCE),
    Broken(
        "an act that is called otherwise",
        record(f"{IN_AKN}references/{IN_AKN}passiveRef", "showAs", "приказ № 12"),
        ONCE,
    ),
    Broken("an event of another kind", record(f"{IN_AKN}lifecycle/{IN_AKN}eventRef[2]", "type", "repeal"), ONCE),
    Broken("a period that ends", record(f"{IN_AKN}temporalData//{IN_AKN}timeInterval", "end", "#eventRef_2"), ONCE),
    Broken(
        "a period that begins with the act",
        record(f"{IN_AKN}temporalData//{IN_AKN}timeInterval", "start", "#eventRef_1"),
        ONCE,
    ),
    Broken("a period that is not there", attribute("para_3", "period", "#tg_9"), ONCE, ONCE),
    Broken("a command recorded twice", again(f"{IN_AKN}proprietary/{IN_LEXKZ}applied"), ONCE),
    Broken("another title in the metadata", record(f"{_FRBR}Work/{IN_AKN}FRBRalias", "value", "Иное"), ONCE),
    Broken("another number in the metadata", record(f"{_FRBR}Work/{IN_AKN}FRBRnumber", "value", "8"), ONCE),
    Broken("another day in the metadata", record(f"{_FRBR}Work/{IN_AKN}FRBRdate", "date", "2020-01-11"), ONCE),
    Broken(
        "another language in the metadata", record(f"{_FRBR}Expression/{IN_AKN}FRBRlanguage", "language", "kaz"), ONCE
    ),
    Broken(
        "another IRI of an annex", lambda root: next(unit(root, "att_2").iter(q("FRBRthis"))).set("value", "/x"), ONCE
    ),
    Broken("an annex of another kind", lambda root: unit(root, "att_2")[0].set("name", "form"), ONCE),
    Broken("a unit in force said to be repealed", attribute("para_3", "status", "removed"), ONCE),
    Broken("a repealed row said to be in force", attribute("att_1__table_1__row_3", "status", None), ONCE, ONCE),
    Broken(
        "an element of a foreign language",
        lambda root: unit(root, "para_3").append(etree.Element("{urn:x}y", nsmap={"y": "urn:x"})),
        ONCE,
    ),
)

LAW_TEXT = """
1) заголовок статьи 1 изложить в следующей редакции:
"Статья 1. Новые понятия";
2) главу 1 дополнить статьей 1-1 следующего содержания:
"Статья 1-1. Мера
1. Объём 10 м³.
2. Масса 5 кг.";
3) в статье 2:
пункт 2 считать пунктом 3;
дополнить пунктом 2 следующего содержания:
"2. Вес измеряют.";
4) статью 3 исключить;
5) дополнить главой 3 следующего содержания:
"Глава 3. Новая
Статья 5. Пятая
Пятое слово. Второе слово.
Статья 6. Шестая
Шестое слово.";
6) второе предложение статьи 4 исключить.
--- base
Глава 1. Общие
Статья 1. Понятия
Понятие слова.
Статья 2. Меры
1. Первая мера.
2. Вторая мера.
Глава 2. Прочие
Статья 3. Третья
Третье слово.
Статья 4. Четвёртая
Четвёртое слово. Второе слово.
--- after
-
"""
LAW: Case = case("law", "rus", LAW_TEXT)
BROKEN_LAW: tuple[Broken, ...] = (
    Broken("the old number of a renumbered point", number("art_2__para_3", "2."), CONTENT, CONTENT),
    Broken("another former number of a renumbered point", attribute("art_2__para_3", "wId", "art_2__para_9"), ONCE),
    Broken("no former number of a renumbered point", attribute("art_2__para_3", "wId", None), ONCE),
    Broken("a new point with its neighbour's number", number("art_2__para_2", "3."), CONTENT, CONTENT),
    Broken("a new point in another article", into("art_2__para_2", "art_4"), CONTENT, CONTENT),
    Broken("a new article beside its chapter", move("art_6", "chp_3"), BOTH, BOTH),
    Broken("a new article before its chapter", move("art_1-1", "chp_1", before=True), CONTENT, CONTENT),
    Broken("a new article at the end of another chapter", into("art_5", "chp_2"), BOTH, BOTH),
    Broken("a new chapter within another one", into("chp_3", "chp_2"), CONTENT, CONTENT),
    Broken("two chapters changed places", move("chp_3", "chp_2", before=True), CONTENT, CONTENT),
    Broken("the number of a new chapter", number("chp_3", "Глава 4."), CONTENT, CONTENT),
    Broken("a letter of a new chapter's heading", heading("chp_3", "Новоя"), CONTENT, CONTENT),
    Broken("a letter of a new article's heading", heading("art_5", "Пятоя"), CONTENT, CONTENT),
    Broken("the old heading of an article", heading("art_1", "Понятия"), CONTENT, CONTENT),
    Broken("the heading of a new article as its text", no_heading("art_5"), CONTENT, CONTENT),
    Broken("the heading of a new chapter as its text", no_heading("chp_3"), CONTENT, CONTENT),
    Broken("a raised figure that came down", words("art_1-1__para_1", "м³", "м3"), CONTENT, CONTENT),
    Broken("a repealed sentence that came back", words("art_4", "слово.", "слово. Второе слово."), CONTENT, CONTENT),
    Broken("the wrong sentence repealed", words("art_4", "Четвёртое слово.", "Второе слово."), CONTENT, CONTENT),
)
