"""Tables of layouts that the order does not have, in both languages."""

from pathlib import Path

from lexkz.annex import AnnexTable, tables
from lexkz.languages.detect import Lang
from lexkz.reading.blocks import Block, Cell, Paragraph, Place, Row, Run, Source
from lexkz.reading.blocks import Table as SourceTable
from lexkz.structure import build, load

PLACE = Place(1, 1, 1)


def _rows(text: str) -> tuple[Row, ...]:
    """Return rows: a line is a row, cells parted by ``|``; ``!`` marks a head, ``>2`` spans columns, ``^2`` rows."""
    made = []
    for line in text.strip().split("\n"):
        header = line.strip().startswith("!")
        cells = []
        for cell in line.strip().lstrip("!").split("|"):
            words, _mark, wide = cell.strip().partition(">")
            words, _mark, deep = words.partition("^")
            cells.append(Cell(words.strip(), int(wide or 1), int(deep or 1)))
        made.append(Row(tuple(cells), PLACE, header))
    return tuple(made)


def _tables(*parts: str, lang: Lang = "kaz") -> tuple[AnnexTable, ...]:
    """Return the tables of an act: a part that has ``|`` is a table, any other a paragraph."""
    heads = {"kaz": ("Сынақ бұйрық", "БҰЙЫРАМЫН:"), "rus": ("Тестовый приказ", "ПРИКАЗЫВАЮ:")}
    blocks: list[Block] = [Paragraph((Run(text),), PLACE) for text in heads[lang]]
    for part in parts:
        table = "|" in part
        blocks.append(SourceTable(_rows(part), PLACE) if table else Paragraph((Run(part),), PLACE))
    return tables(build(Source("text", lang, tuple(blocks))))


def test_a_head_of_three_rows_gives_each_column_its_path() -> None:
    (table,) = _tables(
        """! № ^3 | Должность ^3 | Количество > 3
           ! до 50 ^2 | от 51 > 2
           ! до 100 | свыше 100
           1 | Директор | 1 | 1 | 2""",
        lang="rus",
    )
    assert [column.path for column in table.columns] == [
        ("№",),
        ("Должность",),
        ("Количество", "до 50"),
        ("Количество", "от 51", "до 100"),
        ("Количество", "от 51", "свыше 100"),
    ]
    assert [(column.min, column.max) for column in table.columns][2:] == [(None, 50), (None, 100), (100, None)]


def test_the_row_that_numbers_the_columns_is_no_row_of_the_table() -> None:
    (table,) = _tables(
        """! № | Наименование | Норма
           1 | 2 | 3
           1 | Стол | 4 штуки
           2 | Стул | 8 штук""",
        lang="rus",
    )
    assert [column.number for column in table.columns] == ["1", "2", "3"]
    assert [row.number for row in table.rows] == ["1", "2"]
    assert table.rows[1].cells[2].value.unit == "штука"


def test_a_first_row_of_numbers_is_a_row_where_the_next_is_row_two() -> None:
    (table,) = _tables(
        """! № | А | Б
           1 | 2 | 3
           2 | 5 | 6"""
    )
    assert [row.number for row in table.rows] == ["1", "2"]


def test_a_cell_over_several_rows_stands_in_each_of_them() -> None:
    (table,) = _tables(
        """! № | Атауы | Саны
           1 | Үстел | 2 дана ^2
           1-1 | Орындық
           2 | Шкаф | 1 дана"""
    )
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["1", "Үстел", "2 дана"],
        ["1-1", "Орындық", "2 дана"],
        ["2", "Шкаф", "1 дана"],
    ]
    assert [row.number for row in table.rows] == ["1", "1-1", "2"]


def test_lines_over_all_columns_are_groups_and_the_last_without_rows_is_a_row() -> None:
    (table,) = _tables(
        """! № | Атауы | Саны
           Бірінші топ > 3
           1 | Үстел | 1
           А бөлімі > 3
           Б бөлімі > 3
           2 | Шкаф | 1
           Барлығы > 3"""
    )
    assert [(row.number, row.group) for row in table.rows] == [
        ("1", "Бірінші топ"),
        ("2", "А бөлімі / Б бөлімі"),
        (None, None),
    ]
    assert {cell.text for cell in table.rows[2].cells} == {"Барлығы"}


def test_a_note_in_the_last_row_is_a_note_of_the_table() -> None:
    (table,) = _tables(
        """! № | Наименование | Норма
           1 | Стол | 4
           Примечание: столы выдаются при необходимости. > 3""",
        lang="rus",
    )
    assert len(table.rows) == 1
    assert table.notes == ("Примечание: столы выдаются при необходимости.",)


def test_notes_end_where_the_title_of_the_next_table_begins() -> None:
    table = "! № | Атауы | Саны\n1 | Үстел | 1"
    first, second = _tables("1-кесте", "Бірінші нормалар", table, "Ескертпе:", "бір үстел;", "Екінші нормалар", table)
    assert (first.label, first.title) == ("1-кесте", "Бірінші нормалар")
    assert first.notes == ("Ескертпе:", "бір үстел;")
    assert second.title == "Екінші нормалар"


def test_a_table_without_a_head_has_columns_by_place_alone() -> None:
    (table,) = _tables("а | б\nв | г")
    assert [(column.key, column.path) for column in table.columns] == [("c1", ()), ("c2", ())]
    assert len(table.rows) == 2
    assert table.rows[0].number is None


def test_a_head_that_the_source_does_not_mark_is_seen_by_its_number_column() -> None:
    (table,) = _tables("№ р/с | Атауы\n3 | Үстел\n4 | Орындық")
    assert [column.path for column in table.columns] == [("№ р/с",), ("Атауы",)]
    assert [row.number for row in table.rows] == ["3", "4"]


def test_a_column_of_years_is_no_column_of_row_numbers() -> None:
    (table,) = _tables("! Жыл | Саны\n2023 | 5\n2024 | 6")
    assert [row.number for row in table.rows] == [None, None]
    assert table.number_column is None


def test_two_versions_of_a_table_have_the_same_keys_in_the_same_order() -> None:
    (old,) = _tables("! № | Атауы | 50-100\n1 | Үстел | 1")
    (new,) = _tables("! № | Жиһаз атауы | 51-100\n1 | Үстел | 2\n2 | Шкаф | -")
    assert [column.key for column in old.columns] == [column.key for column in new.columns] == ["c1", "c2", "c3"]


def test_rows_of_an_outline_that_are_not_known_are_no_rows_and_the_table_says_so() -> None:
    outline = Path(__file__).parents[2] / "consolidated" / "V2300032941" / "kaz@2024-09-30.xml"
    by_id = {table.title: table for table in tables(load(outline))}
    table = by_id["Бағалау парағы"]
    assert [row.number for row in table.rows] == ["6-1", "6-2", "9", "10", "12"]
    assert table.partial


def test_a_table_that_goes_on_with_the_numbers_of_columns_has_its_head_above_them() -> None:
    (table,) = _tables("Вид товара^2|Руководитель>2\nдолжность|телефон\n12|13|14\nЛук|повар|5", lang="rus")
    assert [(column.path, column.number) for column in table.columns] == [
        (("Вид товара",), "12"),
        (("Руководитель", "должность"), "13"),
        (("Руководитель", "телефон"), "14"),
    ]
    assert len(table.rows) == 1
