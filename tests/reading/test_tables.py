"""Tables whose cells the evidence tells apart, and tables where it does not."""

from lexkz.reading import read_text
from lexkz.reading.blocks import Table
from lexkz.reading.extraction.cells import unspaced

BEFORE = "      Сынақ бұйрығы. Осы Қағидаларға сәйкес қызметтер мынадай тәртіппен және мынадай \nкөлемде көрсетіледі:\n"


def rows(text: str) -> tuple[Table, list[list[str]], list[str]]:
    source = read_text(BEFORE + text)
    (table,) = (block for block in source.blocks if isinstance(block, Table))
    return table, [[cell.text for cell in row.cells] for row in table.rows], [item.code for item in source.findings]


def test_a_measure_word_parts_the_unit_from_the_name() -> None:
    _, cells, codes = rows(
        "\n№ Атауы Өлшем Саны\n\n1 Жастық дана 2\n\n2 Көрпе дана 1\n\n3\n\nТөсек жаймасы \n(ақ)\n\nдана 4\n"
    )
    assert cells == [
        ["№", "Атауы", "Өлшем", "Саны"],
        ["1", "Жастық", "дана", "2"],
        ["2", "Көрпе", "дана", "1"],
        ["3", "Төсек жаймасы (ақ)", "дана", "4"],
    ]
    assert not codes


def test_a_row_whose_cells_cannot_be_told_keeps_its_words_and_is_reported() -> None:
    _, cells, codes = rows(
        "\n№ Атауы Сипаты\n\n1 Жастық\n\nмамық\n\n2 Көрпе\n\nжүн\n\n3 Кілем қолдан тоқылған\n\n4 Перде\n\nзығыр\n"
    )
    assert cells[3] == ["3", "Кілем қолдан тоқылған"]
    assert codes == ["read.cells_uncertain"]


def test_numbered_rows_make_a_table_without_a_head() -> None:
    _, cells, _ = rows("\n1 Жастық\n\nмамық\n\n2 Көрпе\n\nжүн\n\n3 Кілем\n\nтүк\n\n")
    assert cells == [["1", "Жастық", "мамық"], ["2", "Көрпе", "жүн"], ["3", "Кілем", "түк"]]


def test_the_row_of_column_numbers_belongs_to_the_head() -> None:
    table, cells, _ = rows("\n№ Атауы Саны\n\n1 2 3\n\n1 Жастық 2\n\n2 Көрпе 4\n")
    assert [row.header for row in table.rows] == [True, True, False, False]
    assert cells[1] == ["1", "2", "3"]


def test_a_value_that_looks_like_a_row_number_is_a_value() -> None:
    _, cells, _ = rows("\n№ Атауы Саны\n\n1 Жастық\n\n2\n\n2 Көрпе\n\n3\n\n3 Кілем\n\n4\n\n")
    assert cells[1:] == [["1", "Жастық", "2"], ["2", "Көрпе", "3"], ["3", "Кілем", "4"]]


def test_letter_spaced_lines_are_words() -> None:
    assert unspaced("ж ә н е  ") == "және "
    assert unspaced(",  а ғ а ш  ") == ", ағаш "
    assert unspaced("д ы ,  ") == "ды, "
    assert unspaced("- - - 1 1 1") == "- - - 1 1 1"
    assert unspaced("Киім және ") == "Киім және "


AFTER = "      2. Қызметтер осы Қағидаларға сәйкес мынадай тәртіппен және мынадай көлемде көрсетіледі, \nқабылданады.\n"


def test_lines_that_may_be_a_table_and_show_no_columns_stay_lines_and_are_reported() -> None:
    source = read_text(f"{BEFORE}\nАтауы Саны\n\nСу екі\n\nТопырақ үш\n\nҚұм төрт\n\nТас бес\n\n{AFTER}")
    assert not any(isinstance(block, Table) for block in source.blocks)
    assert [(found.code, found.text) for found in source.findings] == [("read.table_unrecognised", "Атауы Саны")]


def test_a_line_whose_displaced_words_have_no_one_place_stays_and_is_reported() -> None:
    line = "көрсетілген Қағидаларға  сәйкес жаңа 8-қосымша 1-қосымшаға"
    source = read_text(f"{BEFORE}      {line}\n")
    assert [(found.code, found.text) for found in source.findings] == [("read.displaced_ambiguous", line)]
