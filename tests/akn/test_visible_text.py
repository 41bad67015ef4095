"""The visible text of an element is what a reader of the printed act sees."""

from collections.abc import Callable
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from lexkz.akn.namespace import E
from lexkz.akn.text import paragraphs, visible

Act = Callable[[str], etree._Element]


def quoted(*content: etree._Element, end: str | None = '"') -> etree._Element:
    element = E.quotedStructure(*content, startQuote='"')
    if end is not None:
        element.set("endQuote", end)
    return element


def unit(num: str, *texts: str) -> etree._Element:
    return E.paragraph(E.num(num), E.intro(E.p(texts[0])), *(E.alinea(E.content(E.p(text))) for text in texts[1:]))


def row(*cells: str) -> etree._Element:
    return E.tr(*(E.td(E.p(cell)) for cell in cells))


def test_an_amending_act_reads_as_it_is_printed(act: Act) -> None:
    assert paragraphs(act("amending")) == (
        "Сынақ бұйрыққа өзгерістер енгізу туралы",
        "БҰЙЫРАМЫН:",
        "1. Сынақ бұйрыққа мынадай өзгерістер енгізілсін:",
        "5-тармақ мынадай редакцияда жазылсын:",
        '"5. Мерзімі:',
        '1) үш күн.";',
        "мынадай мазмұндағы 6-1-жолмен толықтырылсын:",
        '"',
        "6-1\tОрындық (жиналмалы)\tдана",
        '";',
        "1) 9-тармақ алып тасталсын.",
        "2. Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.",
        "Сынақ бұйрыққа",
        "1-қосымша",
        "Сынақ тізбе",
        "I тарау. Сынақ тарау",
        "1. Бланк: ______ (қолы)",
        "2.1. Екінші",
        "№\tАтауы",
        "1\tҮстел",
    )


def test_notes_of_editors_are_not_text_and_footnotes_are(act: Act) -> None:
    assert paragraphs(act("consolidated")) == (
        "Тестовый приказ",
        "Глава 1. Тестовая глава",
        "Статья 1. Сроки",
        "5. Срок:",
        "1) три дня**.",
        "** Рабочих.",
        "а)",
        "Статья 2-1. Исключена.",
    )


def test_what_is_unknown_is_shown_on_request(act: Act) -> None:
    assert paragraphs(act("consolidated"), omissis="…")[6] == "а) …"
    assert visible(E.p(E.omissis()), omissis="…") == "…"


def test_the_tail_of_the_element_is_not_its_text() -> None:
    p = E.p(E.b("бас"), " соңы")
    assert paragraphs(p[0]) == ("бас",)


def test_quotes_stand_at_the_first_and_the_last_paragraph() -> None:
    mod = E.mod("Жазылсын:", quoted(unit("5.", "бір", "екі"), unit("6.", "үш")), ";")
    assert paragraphs(E.p(mod)) == ("Жазылсын:", '"5. бір', "екі", '6. үш";')


def test_a_quote_that_the_source_leaves_open_stays_open() -> None:
    assert paragraphs(E.p(E.mod("Жазылсын:", quoted(unit("5.", "бір"), end=None), ";"))) == ("Жазылсын:", '"5. бір;')


def test_the_quotes_of_the_element_itself_can_be_left_out() -> None:
    inner = E.quotedText("ішкі", startQuote="«", endQuote="»")
    element = quoted(E.paragraph(E.num("5."), E.content(E.p("бір ", inner))))
    assert paragraphs(element) == ('"5. бір «ішкі»"',)
    assert paragraphs(element, own_quotes=False) == ("5. бір «ішкі»",)


def test_quoted_words_stay_in_their_line() -> None:
    words = (E.quotedText(word, startQuote="«", endQuote="»") for word in ("пять", "три"))
    assert paragraphs(E.p("слова ", next(words), " заменить словами ", next(words), ";")) == (
        "слова «пять» заменить словами «три»;",
    )


def test_quotes_beside_rows_are_lines_of_their_own() -> None:
    table = E.table(row("18", "Жөргектер", ""))
    assert paragraphs(E.p(E.mod("18-жол:", quoted(table), ";"))) == ("18-жол:", '"', "18\tЖөргектер\t", '";')
    assert paragraphs(quoted(E.p("Кесте"), E.table(row("1", "а")))) == ('"Кесте', "1\tа", '"')
    assert paragraphs(quoted(row("1", "а"), row("2", "б"))) == ('"', "1\tа", "2\tб", '"')
    assert paragraphs(quoted(E.td(E.p("1")), E.td(E.p("а")))) == ('"', "1\tа", '"')


def test_text_after_a_quoted_structure_does_not_swallow_the_next_paragraph() -> None:
    first = E.alinea(E.content(E.p(E.mod("Жазылсын:", quoted(E.p("бір")), ";"))))
    assert paragraphs(E.body(first, E.alinea(E.content(E.p("келесі"))))) == ("Жазылсын:", '"бір";', "келесі")


def test_an_empty_quoted_structure_still_shows_its_quotes() -> None:
    assert paragraphs(E.p(E.mod("Жазылсын:", quoted(), ";"), " соңы")) == ("Жазылсын:", '""; соңы')


def test_a_number_joins_the_first_words_of_its_own_unit_only() -> None:
    nested = E.paragraph(E.num("1."), E.subparagraph(E.num("1)"), E.content(E.p("бір"))))
    assert paragraphs(nested) == ("1. 1) бір",)
    alone = E.paragraph(E.num("1."), E.intro(E.p()), E.subparagraph(E.num("1)"), E.content(E.p("бір"))))
    assert paragraphs(alone) == ("1.", "1) бір")
    bare = E.body(E.paragraph(E.num("6)")), E.paragraph(E.num("7)"), E.content(E.p("жеті"))))
    assert paragraphs(bare) == ("6)", "7) жеті")
    division = E.chapter(E.num("1-тарау"), E.article(E.num("1-бап."), E.heading("Мақсат"), unit("1.", "бір")))
    assert paragraphs(division) == ("1-тарау", "1-бап. Мақсат", "1. бір")
    article = E.article(E.num("2-бап."), E.alinea(E.content(E.p("Мәтін."))))
    assert paragraphs(article) == ("2-бап.", "Мәтін.")


def test_layout_is_not_text_but_spaces_of_the_source_are() -> None:
    p = etree.fromstring(
        '<p xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">бір\n   <b>екі</b>  <i>үш</i>\tтөрт<br/>бес </p>'
    )
    assert paragraphs(p) == ("бір екі  үш төрт бес",)


def test_comments_are_not_text() -> None:
    p = E.p("бір ")
    p.append(etree.Comment("жоқ"))
    p[-1].tail = "екі"
    assert paragraphs(p) == ("бір екі",)


def test_a_table_is_one_line_a_row_and_a_cell_never_breaks_it() -> None:
    table = E.table(
        E.caption("Кесте"),
        E.tr(E.th(E.p("№"), rowspan="2"), E.th(E.p("Атауы"), E.p("мен түрі"))),
        E.tr(E.td(E.p("бір\tекі"), E.authorialNote(E.p("Сілтеме."), marker="*"))),
        E.tr(E.td(E.p()), E.td()),
        E.tr(E.td(E.table(row("ішкі", "кесте")))),
    )
    assert paragraphs(table) == ("Кесте", "№\tАтауы мен түрі", "бір екі*", "\t", "ішкі кесте", "* Сілтеме.")


def test_a_mark_that_is_data_alone_is_printed_and_one_that_is_text_is_not_printed_twice() -> None:
    def note(words: str, mark: str) -> etree._Element:
        return E.authorialNote(E.p(words), marker=mark, placement="bottom")

    data = E.p("Мерзім", note("Жұмыс күні.", "1"))
    data[0].tail = " – үш күн."
    assert paragraphs(data) == ("Мерзім¹ – үш күн.", "¹ Жұмыс күні.")
    assert paragraphs(E.p("Мерзім¹", note("¹ Жұмыс күні.", "1"))) == ("Мерзім¹", "¹ Жұмыс күні.")
    assert paragraphs(E.p("Мерзім*", note("Жұмыс күні.", "*"))) == ("Мерзім*", "Жұмыс күні.")


def test_a_table_of_contents_is_printed_where_it_is_asked_for() -> None:
    preface = E.preface(E.toc(E.tocItem("1-тарау", level="1", href="#chp_1")), E.p("Мәтін"))
    assert paragraphs(preface) == ("Мәтін",)
    assert paragraphs(preface, contents=True) == ("1-тарау", "Мәтін")
    assert paragraphs(preface[0]) == ("1-тарау",)


def test_deep_and_long_trees_take_linear_time() -> None:
    def seconds(size: int) -> float:
        body = E.body(*(unit(f"{n}.", "мәтін " * 5, "тағы") for n in range(size)))
        start = perf_counter()
        assert len(paragraphs(body)) == 2 * size
        return perf_counter() - start

    seconds(100)
    assert min(seconds(4000) for _ in range(3)) < 12 * min(seconds(1000) for _ in range(3)) + 0.05
    deep = E.p("түп")
    for _ in range(5000):
        deep = E.container(deep)
    assert paragraphs(deep) == ("түп",)


words = st.text(alphabet=st.sampled_from('аәбB1;." \u00a0\n\t'), max_size=12)


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> etree._Element:
    kind = draw(st.sampled_from(["p", "unit", "table", "mod", "note"] if depth < 3 else ["p"]))
    if kind == "p":
        return E.p(draw(words), E.b(draw(words)), draw(words))
    if kind == "unit":
        return E.paragraph(E.num(draw(words)), E.content(draw(blocks(depth + 1))), draw(blocks(depth + 1)))
    if kind == "table":
        return E.table(
            *(E.tr(*(E.td(draw(blocks(depth + 1))) for _ in range(2))) for _ in range(draw(st.integers(0, 2))))
        )
    if kind == "note":
        return E.p(draw(words), E.authorialNote(draw(blocks(depth + 1))), draw(words))
    inner = [draw(blocks(depth + 1)) for _ in range(draw(st.integers(0, 2)))]
    return E.p(E.mod(draw(words), E.quotedStructure(*inner, startQuote="«", endQuote="»"), draw(words)))


def bare(text: str) -> list[str]:
    return sorted("".join(text.split()))


@given(st.lists(blocks(), max_size=4))
def test_each_visible_character_is_printed_exactly_once(content: list[etree._Element]) -> None:
    body = E.mainBody(*content)
    lines = paragraphs(body)
    quotes = "«»" * sum(1 for _ in body.iter("{*}quotedStructure"))
    assert bare("".join(lines)) == bare("".join(map(str, body.itertext())) + quotes)
    assert not any("\n" in line for line in lines)


@given(st.lists(blocks(), max_size=3), st.lists(blocks(), max_size=3))
def test_the_text_of_a_whole_is_the_text_of_its_parts(
    first: list[etree._Element], second: list[etree._Element]
) -> None:
    parts = [E.container(*first), E.container(*second)]
    alone = tuple(line for part in parts for line in paragraphs(part))
    assert paragraphs(E.mainBody(*parts)) == alone


@pytest.mark.parametrize("name", ["amending", "consolidated"])
def test_visible_is_the_paragraphs_a_line_each(act: Act, name: str) -> None:
    assert visible(act(name)).split("\n") == list(paragraphs(act(name)))


def test_what_stands_in_foreign_markup_is_text() -> None:
    p = etree.fromstring(
        '<p xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">Төлем <foreign><math xmlns="http://www.w3.org/1998/'
        'Math/MathML">\n <mi>a</mi><mo>+</mo><mi>b</mi></math></foreign> теңге.</p>'
    )
    assert paragraphs(p) == ("Төлем a+b теңге.",)
