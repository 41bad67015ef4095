"""Tables as JSON, CSV, a workbook and a data package."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lexkz.annex import AnnexTable, tables
from lexkz.publication.data_package import PACKAGE, data_package
from lexkz.publication.tables_csv import table_csv
from lexkz.publication.tables_json import tables_json
from lexkz.structure import Act, load
from lexkz.workspace.cli.annexes import tables_command

ORDER = Path(__file__).parents[2] / "xml" / "V2400035172" / "kaz.xml"


@pytest.fixture(scope="module")
def order() -> Act:
    return load(ORDER)


@pytest.fixture(scope="module")
def staff(order: Act) -> AnnexTable:
    return next(table for table in tables(order) if table.id == "att_1__table_1")


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(tables_command, [str(argument) for argument in arguments])


def test_json_follows_the_contract(order: Act) -> None:
    data = json.loads(tables_json(tables(order), order))
    table = next(one for one in data["tables"] if one["id"] == "att_1__table_1")
    assert table["columns"][3] == {
        "key": "c4",
        "path": ["Қызмет алушылар саны", "50-100"],
        "min": 50,
        "max": 100,
        "number": None,
    }
    row = table["rows"][34]
    assert (row["number"], list(row["cells"])) == ("35", [f"c{place}" for place in range(1, 9)])
    assert row["cells"]["c3"] == {
        "text": "әрбір 50 төсекке 5,25 ставкадан",
        "value": 5.25,
        "unit": "ставка",
        "per": "50 төсек",
        "kind": "number",
        "reference": None,
    }
    assert row["group"].startswith("Әлеуметтік-медициналық")
    assert table["notes"][0] == "Ескертпе:"


def test_csv_has_the_group_first_and_a_merged_text_in_each_column(staff: AnnexTable) -> None:
    text = table_csv(staff, "kaz")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert text.count("\r\n") == 41
    assert rows[0][:4] == ["Топ", "№", "Лауазым атауы", "Қызмет алушылар саны / 51-ге дейін"]
    assert rows[5][1:] == [
        "5", "Бухгалтерлік есеп және шаруашылық қызметін талдау жөніндегі экономист", "-", "0,5", "1", "1", "1", "1",
    ]  # fmt: skip
    assert rows[1][1:] == ["1", "Директор", *["мекемеге 1 бірлік"] * 6]
    assert {len(row) for row in rows} == {9}


def test_a_workbook_has_merged_heads_and_numbers_that_can_be_reckoned(order: Act, staff: AnnexTable) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    from lexkz.publication.tables_xlsx import tables_xlsx

    data = tables_xlsx(tables(order), order, "2024-09-30")
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[4]
    assert len(book.worksheets) == 9
    assert sheet["A1"].value == staff.title
    assert {"A3:A4", "C3:H3", "A5:H5"} <= {str(merged) for merged in sheet.merged_cells.ranges}
    row = next(row for row in sheet.iter_rows() if row[0].value == "6")
    assert [cell.value for cell in row[2:]] == [0.5, 1, 1.5, 2, 2, 2]


def test_a_workbook_holds_no_clock_and_no_formula(order: Act) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    from dataclasses import replace

    from lexkz.publication.tables_xlsx import tables_xlsx

    table = tables(order)[0]
    first = tables_xlsx([table], order, "2024-09-30")
    archive = zipfile.ZipFile(io.BytesIO(first))
    assert {info.date_time[0] for info in archive.infolist()} == {1980}
    assert archive.read("docProps/core.xml").count(b"2024-09-30T00:00:00Z") == 2
    sheet = openpyxl.load_workbook(io.BytesIO(tables_xlsx([replace(table, notes=("=1+1",))], order))).active
    assert [cell.data_type for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"] == ["s"]


def test_a_data_package_describes_its_fields(order: Act) -> None:
    found = tables(order)
    files = data_package(order, found)
    package = json.loads(files[PACKAGE])
    assert (package["name"], package["version"]) == ("order-enbek-2024-09-30-391", "2024-09-30")
    assert package["act"]["work"] == "/akn/kz/act/order/enbek/2024-09-30/391"
    resource = next(one for one in package["resources"] if one["eId"] == "att_1__table_1")
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    assert fields["№"]["constraints"] == {"required": True, "unique": True}
    assert len(fields["Топ"]["constraints"]["enum"]) == 8
    assert fields["Қызмет алушылар саны / 101-150"]["min"] == 101
    assert resource["schema"]["primaryKey"] == ["№"]
    assert sorted(files) == sorted([PACKAGE, *(one["path"] for one in package["resources"])])


def test_frictionless_finds_no_fault_with_the_package(order: Act, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    for name, data in data_package(order, tables(order)).items():
        (tmp_path / name).write_bytes(data)
    report = frictionless.validate(str(tmp_path / PACKAGE))
    assert report.flatten(["message"]) == []
    assert report.valid


def test_the_command_writes_a_file_for_each_table(tmp_path: Path) -> None:
    result = _run(ORDER, "--format", "csv", "-o", tmp_path / "out")
    assert result.exit_code in (0, 1)
    assert len(list((tmp_path / "out").glob("*.csv"))) == 8


def test_the_command_writes_one_table_to_stdout() -> None:
    result = _run(ORDER, "--format", "csv", "--table", "att_1__table_2")
    assert result.stdout.splitlines()[1] == "1,Директор (бөлім меңгерушісі),мекемеге 1 бірлік"


def test_the_command_says_in_one_sentence_what_is_wrong() -> None:
    nowhere = _run(ORDER, "--format", "csv")
    unknown = _run(ORDER, "--table", "table_99")
    assert (nowhere.exit_code, unknown.exit_code) == (2, 2)
    assert "needs -o DIR" in nowhere.stderr
    assert "There is no table table_99" in unknown.stderr
