"""What holds for any table and any form: generated tables come back as they went in, forms keep all their words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from lexkz.akn import canonical
from lexkz.akn.text import paragraphs
from lexkz.annex import forms, tables
from lexkz.annex.form_model import FormLine
from lexkz.languages.detect import Lang
from lexkz.reading.blocks import Block, Cell, Paragraph, Place, Row, Run, Source, Table
from lexkz.structure import Act, build
from tests.breadth import examples

PLACE = Place(1, 1, 1)
WORDS = st.text("абвгдежзәғқңөұүһіABC", min_size=2, max_size=8).map(str.capitalize)
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
CELLS = st.one_of(PHRASES, st.sampled_from(["-", "0,5", "12", "1 бірлік", "мекемеге 4 бірлік", "1 единица", ""]))
LANGS: st.SearchStrategy[Lang] = st.sampled_from(["kaz", "rus"])
STYLES = st.sampled_from(["{}", "{}.", "{})"])


@st.composite
def generated(
    draw: st.DrawFn,
) -> tuple[tuple[Row, ...], list[tuple[str, ...]], list[tuple[str | None, str, list[str]]]]:
    """Return the rows of a table, the path of each of its columns, and each row's group, number and cells."""
    width = draw(st.integers(2, 5))
    deep = draw(st.booleans()) and width > 3
    names = draw(st.lists(PHRASES, min_size=width, max_size=width))
    style = draw(STYLES)
    if deep:
        over = draw(PHRASES)
        first = (Cell("№", 1, 2), Cell(names[1], 1, 2), Cell(over, width - 2, 1))
        heads = [Row(first, PLACE, True), Row(tuple(Cell(name) for name in names[2:]), PLACE, True)]
        paths = [("№",), (names[1],), *((over, name) for name in names[2:])]
    else:
        heads = [Row((Cell("№"), *(Cell(name) for name in names[1:])), PLACE, True)]
        paths = [("№",), *((name,) for name in names[1:])]
    rows, expected = list(heads), []
    number, group = 0, None
    for _ in range(draw(st.integers(1, 4))):
        if draw(st.booleans()):
            group = draw(PHRASES)
            rows.append(Row((Cell(group, width),), PLACE))
        for _ in range(draw(st.integers(1, 3))):
            number += 1
            printed = style.format(f"{number}-1" if draw(st.booleans()) else str(number))
            label = f"{draw(PHRASES)} Label"
            merged = width > 2 and draw(st.booleans())
            texts = [draw(CELLS)] if merged else [draw(CELLS) for _ in range(width - 2)]
            cells = [Cell(texts[0], width - 2)] if merged else [Cell(text) for text in texts]
            rows.append(Row((Cell(printed), Cell(label), *cells), PLACE))
            shown = texts * (width - 2) if merged else texts
            expected.append((group, printed.rstrip(".)"), [printed, label, *shown]))
    return tuple(rows), paths, expected


def act_of(lang: Lang, blocks: list[Block]) -> Act:
    """Return a synthetic act with these blocks, written to XML and read again."""
    title, formula = {"kaz": ("Сынақ бұйрық", "БҰЙЫРАМЫН:"), "rus": ("Тестовый приказ", "ПРИКАЗЫВАЮ:")}[lang]
    first: list[Block] = [Paragraph((Run(text),), PLACE) for text in (title, formula)]
    made = build(Source("text", lang, (*first, *blocks)))
    return Act(etree.fromstring(canonical.serialise(made.root)))


@pytest.mark.combined
@settings(max_examples=examples(60), deadline=None)
@given(generated(), LANGS)
def test_a_generated_table_comes_back_as_it_went_in(
    made: tuple[tuple[Row, ...], list[tuple[str, ...]], list[tuple[str | None, str, list[str]]]], lang: Lang
) -> None:
    rows, paths, expected = made
    (table,) = tables(act_of(lang, [Table(rows, PLACE)]))
    assert [column.path for column in table.columns] == paths
    assert [(row.group, row.number, [cell.text for cell in row.cells]) for row in table.rows] == expected
    assert [column.key for column in table.columns] == [f"c{place}" for place in range(1, len(paths) + 1)]


BLANKS = st.integers(2, 60).map("_".__mul__)
PIECES = st.one_of(
    PHRASES,
    BLANKS,
    st.sampled_from(
        ["(қолы)", "(подпись)", "(тегі, аты (бар болса))", "(бұдан әрі – Ұйым)", "(ұйымның атауы", ")", ","]
    ),
    st.sampled_from(['20__ жылғы "__" ______', '"__" ________ 20__ года', "№", "1)", "2.", "(", "(далее – Заказчик)"]),
)
LINES = st.lists(st.lists(PIECES, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=8)


@pytest.mark.combined
@settings(max_examples=examples(150), deadline=None)
@given(LINES, LANGS)
def test_a_generated_form_keeps_all_its_words_and_finds_every_blank(lines: list[str], lang: Lang) -> None:
    marks = {"kaz": ("№ 100 бұйрығына", "1-қосымша", "Нысан"), "rus": ("Приложение 1", "к приказу", "Форма")}[lang]
    corner: list[Block] = [Paragraph((Run(text),), PLACE, "right") for text in marks]
    title = Paragraph((Run("Сынақ шарт"),), PLACE, "center")
    made = act_of(lang, [*corner, title, *(Paragraph((Run(line),), PLACE) for line in lines)])
    for form in forms(made):
        document = next(
            (one.find("{*}doc") for one in made.root.iter("{*}attachment") if one.get("eId") == form.id),
            made.root[0],
        )
        assert document is not None
        if document.find("{*}attachments") is not None:
            continue
        printed = "".join("".join(block.text for block in form.blocks if isinstance(block, FormLine)).split())
        assert printed == "".join("".join(paragraphs(document)).split())
        blanks = {blank.get("eId") for blank in document.iter("{*}fillIn")}
        assert {part.blank for field in form.fields for part in field.parts} == blanks
        assert len({field.name for field in form.fields}) == len(form.fields)
