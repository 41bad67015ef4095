"""Tables as a workbook: one sheet a table, laid out as printed, with merged heads and numbers that can be reckoned."""

import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lexkz.annex.table_model import AnnexCell, AnnexTable
from lexkz.publication.extras import MissingExtraError
from lexkz.publication.stable_zip import stable_zip

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST_NAME = 31
_WIDEST = 48
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def tables_xlsx(tables: Iterable[AnnexTable], day: str | None = None) -> bytes:
    """Return ``tables`` as an XLSX file; ``day`` (ISO) is the date that its properties bear.

    A cell that is a number and no more is a number; all others are text as printed. Raises MissingExtraError without
    the extra ``xlsx``.
    """
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError as error:
        raise MissingExtraError("XLSX", "xlsx") from error

    book = Workbook()
    first = book.active
    if first is not None:
        book.remove(first)
    for place, table in enumerate(tables, start=1):
        _write(book.create_sheet(_name(place, table)), table)
    if not book.sheetnames:
        book.create_sheet("-")
    book.properties.creator = "lexkz"
    out = io.BytesIO()
    book.save(out)
    return stable_zip(out.getvalue(), day)


def _name(place: int, table: AnnexTable) -> str:
    words = re.sub(r"[\[\]:*?/\\']", " ", table.label or table.title or "")
    return " ".join(f"{place}. {words}".split())[:_LONGEST_NAME].strip()


def _write(sheet: "Worksheet", table: AnnexTable) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    top = 0
    for line in (table.label, table.title):
        if line:
            top += 1
            _put(sheet.cell(top, 1), line).font = Font(bold=True)
    top += 1 if top else 0
    thin = Side(style="thin")
    typed = dict(zip(table.places, table.rows, strict=True))
    for row, texts in enumerate(table.printed):
        for column, text in enumerate(texts):
            cell = sheet.cell(top + row + 1, column + 1)
            _put(cell, text, typed[row].cells[column] if row in typed and text else None)
            cell.alignment = Alignment(wrap_text=True, vertical="center" if row < table.heads else "top")
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            if row < table.heads:
                cell.font = Font(bold=True)
    for span in table.spans:
        sheet.merge_cells(
            start_row=top + span.row + 1,
            start_column=span.column + 1,
            end_row=top + span.row + span.rows,
            end_column=span.column + span.columns,
        )
    if table.heads:
        sheet.freeze_panes = f"A{top + table.heads + 1}"
    for column in range(len(table.columns)):
        longest = max((len(row.cells[column].text) for row in table.rows if not row.cells[column].merged), default=8)
        sheet.column_dimensions[get_column_letter(column + 1)].width = min(max(longest + 2, 8), _WIDEST)
    for place, note in enumerate(table.notes, start=top + len(table.printed) + 2):
        _put(sheet.cell(place, 1), note)


def _put(cell: "SheetCell | MergedCell", text: str, data: AnnexCell | None = None) -> "SheetCell | MergedCell":
    said = data.value if data is not None else None
    if said is not None and said.value is not None and said.unit is None and said.per is None:
        cell.value = said.value
        decimals = len(text.partition(",")[2])
        cell.number_format = "0." + "0" * decimals if decimals else "0"
    elif text:
        cell.value = _ILLEGAL.sub("", text)
        cell.data_type = "s"  # a text that begins with "=" is no formula
    return cell
