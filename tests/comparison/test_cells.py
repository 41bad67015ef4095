"""Two versions of a table, cell by cell."""

from lexkz.comparison.cells import CellChange, cell_changes
from lexkz.reading import read_text
from lexkz.structure import Act, build

TABLE = """Тестовый перечень норм
№\tДолжность\tДо 50\t51-100
1\tДиректор\t1\t1
2\tВрач\t0,5\t1
3\tПовар\t-\t2
"""


def act(text: str) -> Act:
    return build(read_text(text, lang="rus"))


def changes(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [(cell.row, cell.column, cell.old, cell.new) for cell in cell_changes(act(TABLE), act(text))]


def test_the_same_table_has_no_changes() -> None:
    assert cell_changes(act(TABLE), act(TABLE)) == ()


def test_a_changed_cell_is_told_by_its_row_and_column() -> None:
    (found,) = cell_changes(act(TABLE), act(TABLE.replace("0,5", "1,5")))
    assert isinstance(found, CellChange)
    assert (found.row, found.head, found.old, found.new) == ("2", ("До 50",), "0,5", "1,5")


def test_a_new_row_is_new_in_every_cell_and_moves_no_other() -> None:
    found = changes(TABLE.replace("3\tПовар", "2-1\tСестра\t1\t1\n3\tПовар"))
    assert {row for row, *_ in found} == {"2-1"}
    assert all(old is None for _, _, old, _ in found)


def test_a_row_that_fell_away_is_gone_in_every_cell() -> None:
    found = changes(TABLE.replace("2\tВрач\t0,5\t1\n", ""))
    assert {row for row, *_ in found} == {"2"}
    assert all(new is None for _, _, _, new in found)


UNNUMBERED = """Тестовый перечень норм
Должность\tДо 50\t51-100
Директор\t1\t1
Врач общей практики\t0,5\t1
Повар столовой\t-\t2
"""


def test_a_row_put_in_among_rows_without_numbers_moves_no_other() -> None:
    new = UNNUMBERED.replace("Врач", "Медицинская сестра\t1\t1\nВрач")
    found = cell_changes(act(UNNUMBERED), act(new))
    assert {(one.row, one.old) for one in found} == {("row 2", None)}


def test_a_changed_cell_of_a_row_without_a_number_is_one_change_though_rows_came_before_it() -> None:
    new = UNNUMBERED.replace("Врач общей практики\t0,5", "Медицинская сестра\t1\t1\nВрач общей практики\t1,5")
    found = [one for one in cell_changes(act(UNNUMBERED), act(new)) if one.old is not None]
    assert [(one.row, one.old, one.new) for one in found] == [("row 3", "0,5", "1,5")]
