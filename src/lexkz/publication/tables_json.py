"""The tables of an act as published data: the contract of ``lexkz tables --json``."""

from collections.abc import Iterable

from pydantic import Field

from lexkz.annex.table_model import AnnexCell, AnnexTable, CellKind, Number
from lexkz.publication.act_data import TextData
from lexkz.publication.act_json import text_data
from lexkz.publication.data import Data, Document
from lexkz.structure import Act


class ColumnData(Data):
    """One column."""

    key: str = Field(description="Key of the column's cells: `c1`, `c2` … from left to right.")
    path: tuple[str, ...] = Field(description="Heads above the column, outermost first.")
    min: Number | None = Field(description="Lower bound as printed, where the head is a range.")
    max: Number | None = Field(description="Upper bound as printed, where the head is a range.")
    number: str | None = Field(description="The column's own number, where the head numbers its columns.")


class TableCellData(Data):
    """What one column says in one row."""

    text: str = Field(description="As printed.")
    value: Number | None = Field(description="The number that the whole text says beyond doubt; else null.")
    unit: str | None = Field(description="Name of what is counted.")
    per: str | None = Field(description="What the number is for.")
    kind: CellKind = Field(description="`number`, `none` (a dash), `reference` (to another norm) or `text`.")
    reference: str | None = Field(description="The norm that a reference names, as printed.")


class TableRowData(Data):
    """One row."""

    number: str | None = Field(description="Printed number without its full stop; null where rows have none.")
    group: str | None = Field(description="The line over all columns under which the row stands.")
    cells: dict[str, TableCellData] = Field(description="Key of the column to its cell, in the order of the columns.")
    eId: str | None = Field(description="eId of the row in the act's XML.")  # noqa: N815 (the contract's name)


class AnnexTableData(Data):
    """One table."""

    id: str = Field(description="eId of the table in the act's XML.")
    title: str | None = Field(description="Its title; null where it has none.")
    label: str | None = Field(description="Its number as printed: `1-кесте`.")
    columns: tuple[ColumnData, ...] = Field(description="The columns, from left to right.")
    rows: tuple[TableRowData, ...] = Field(description="The rows under the head, those of groups apart.")
    partial: bool = Field(description="True where rows are missing because their text is not known.")
    notes: tuple[str, ...] = Field(description="Notes under the table, one paragraph a string.")


class TablesData(Document):
    """All tables of an act: `lexkz tables --json`."""

    SCHEMA = "tables/1"

    text: TextData | None = Field(None, description="The text that the tables are of; null where it is not known.")
    tables: tuple[AnnexTableData, ...] = Field(description="In the order of the text.")


def table_data(table: AnnexTable) -> AnnexTableData:
    """Return one table as published data."""
    keys = [column.key for column in table.columns]
    return AnnexTableData(
        id=table.id,
        title=table.title,
        label=table.label,
        columns=tuple(
            ColumnData(key=one.key, path=one.path, min=one.min, max=one.max, number=one.number) for one in table.columns
        ),
        rows=tuple(
            TableRowData(
                number=row.number,
                group=row.group,
                cells={key: _cell(cell) for key, cell in zip(keys, row.cells, strict=True)},
                eId=row.eid,
            )
            for row in table.rows
        ),
        partial=table.partial,
        notes=table.notes,
    )


def tables_data(tables: Iterable[AnnexTable], of: Act) -> TablesData:
    """Return tables of an act as published data, in the order given."""
    return TablesData(text=text_data(of), tables=tuple(table_data(table) for table in tables))


def tables_json(tables: Iterable[AnnexTable], of: Act) -> str:
    """Return tables of an act as JSON text: ``{"text": …, "tables": […]}``."""
    return tables_data(tables, of).json_text()


def _cell(cell: AnnexCell) -> TableCellData:
    said = cell.value
    return TableCellData(
        text=cell.text, value=said.value, unit=said.unit, per=said.per, kind=said.kind, reference=said.reference
    )
