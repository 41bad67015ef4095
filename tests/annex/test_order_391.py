"""Every cell of the order's tables and every field of its forms, against expectations made by hand."""

import pytest

from lexkz.annex import AnnexTable, forms, tables
from tests.annex.order import order, sections

TABLES = sections("order_391_tables.txt")
FIELDS = sections("order_391_fields.txt")
SOURCES = ("text", "xml", "pdf")


def _expected_rows(lines: list[str], width: int) -> list[tuple[str | None, str, list[str]]]:
    group: str | None = None
    made = []
    for line in lines:
        if line.startswith("* "):
            group = line[2:]
        elif not line.startswith(("= ", "+ ")):
            cells = line.split(" | ")
            made.append((group, cells[0], cells + cells[-1:] * (width - len(cells))))
    return made


@pytest.mark.parametrize("source", SOURCES)
def test_the_order_has_these_tables_and_no_others(source: str) -> None:
    assert [table.id for table in tables(order(source))] == list(TABLES)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("place", range(len(TABLES)), ids=list(TABLES))
def test_every_cell_of_a_table_is_as_printed(source: str, place: int) -> None:
    table: AnnexTable = tables(order(source))[place]
    title, lines = TABLES[table.id]
    heads = [line[2:].split(" | ") for line in lines if line.startswith("= ")]
    rows = _expected_rows(lines, len(table.columns))

    assert (table.title or "") == title
    assert [" > ".join(column.path) for column in table.columns] == (heads[0] if heads else [""] * len(table.columns))
    assert [(row.group, row.number, [cell.text for cell in row.cells]) for row in table.rows] == rows
    assert list(table.notes) == [line[2:] for line in lines if line.startswith("+ ")]


def test_the_ranges_of_the_heads_have_their_bounds() -> None:
    by_id = {table.id: table for table in tables(order("xml"))}
    bounds = [(column.min, column.max) for column in by_id["att_1__table_1"].columns]
    assert bounds == [(None,) * 2, (None,) * 2, (None, 51), (50, 100), (101, 150), (151, 200), (201, 250), (251, 300)]
    assert [(column.min, column.max) for column in by_id["att_1__table_4"].columns][2:] == [(None, 20), (20, 50)]


def test_a_cell_has_a_value_where_its_text_says_one_beyond_doubt() -> None:
    said = {
        cell.text: (cell.value.value, cell.value.unit, cell.value.per)
        for table in tables(order("xml"))
        for row in table.rows
        for cell in row.cells[1:]
        if cell.value.value is not None
    }
    assert said == {
        "0,5": (0.5, None, None),
        "1": (1, None, None),
        "1,5": (1.5, None, None),
        "2": (2, None, None),
        "3": (3, None, None),
        "3,5": (3.5, None, None),
        "4": (4, None, None),
        "5": (5, None, None),
        "6,5": (6.5, None, None),
        "мекемеге 1 бірлік": (1, "бірлік", "мекеме"),
        "мекемеге 2 бірлік": (2, "бірлік", "мекеме"),
        "мекемеге 4 бірлік": (4, "бірлік", "мекеме"),
        "1 техникалық жүріп тұрған көлік құралына 1 бірлік": (1, "бірлік", "1 техникалық жүріп тұрған көлік құралы"),
        "әрбір 50 төсекке 5,25 ставкадан": (5.25, "ставка", "50 төсек"),
        "5,25 ставка": (5.25, "ставка", None),
        "1 бірлік": (1, "бірлік", None),
        "10 балаға 1 бірлік": (1, "бірлік", "10 бала"),
        "оқу тобына 1 бірлік": (1, "бірлік", "оқу тобы"),
    }


@pytest.mark.parametrize("source", SOURCES)
def test_every_field_of_the_four_forms_is_found(source: str) -> None:
    found = {
        form.id: (
            form.title,
            [
                f"{field.label} | {field.kind} | {'!' if field.required else '-'} | {len(field.parts)}"
                for field in form.fields
            ],
        )
        for form in forms(order(source))
    }
    assert found == FIELDS


def test_a_date_knows_which_blank_is_its_year_day_and_month() -> None:
    application = next(form for form in forms(order("xml")) if form.id == "att_4")
    date = next(field for field in application.fields if field.kind == "date")
    assert [(part.blank, part.role) for part in date.parts] == [
        ("att_4__fillIn_7", "year2"),
        ("att_4__fillIn_8", "day"),
        ("att_4__fillIn_9", "month"),
    ]


def test_a_field_knows_its_sentence_and_the_clauses_that_it_stands_under() -> None:
    contract = next(form for form in forms(order("xml")) if form.id == "att_2")
    field = next(field for field in contract.fields if field.eid == "att_2__fillIn_5")
    assert field.context == "2) _________________ мамандығы бойынша оқу курсынан табысты өту;"
    assert field.section == ("5. Қызметтерді алушының міндеттемелері:",)
