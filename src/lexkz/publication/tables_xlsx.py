"""Tables as a workbook: one sheet a table, laid out as printed, with merged heads and numbers that can be reckoned."""

import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lexkz.annex.table_model import AnnexCell, AnnexTable
from lexkz.annex.tables import language
from lexkz.languages.language import words_of
from lexkz.publication.act_data import IdentityData
from lexkz.publication.act_json import identity
from lexkz.publication.extras import MissingExtraError
from lexkz.publication.sheet.act import state
from lexkz.publication.stable_zip import stable_zip
from lexkz.structure import Act

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST_NAME = 31
_WIDEST = 48
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def tables_xlsx(tables: Iterable[AnnexTable], act: Act, day: str | None = None) -> bytes:
    """Return ``tables`` of ``act`` as an XLSX file; ``day`` (ISO) is the date that its properties bear.

    The last sheet says which text of which act they are from, and what is known to be wrong or missing in it.

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
    known = identity(act)
    _tell(book.create_sheet(words_of(language(act)).layout.about), known, state(act))
    book.properties.creator = "lexkz"
    book.properties.title = known.title
    book.properties.identifier = known.expression
    book.properties.language = words_of(language(act)).layout.code
    out = io.BytesIO()
    book.save(out)
    return stable_zip(out.getvalue(), day)


def _name(place: int, table: AnnexTable) -> str:
    words = re.sub(r"[\[\]:*?/\\']", " ", table.label or table.title or "")
    return " ".join(f"{place}. {words}".split())[:_LONGEST_NAME].strip()


def _tell(sheet: "Worksheet", known: IdentityData, said: Iterable[str]) -> None:
    """Write what the text is that the tables are from: its name, its state in words, and the same for programs."""
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = _WIDEST * 2
    lines: list[tuple[str | None, str | None]] = [(None, known.title), *((None, one) for one in said), (None, None)]
    for key, value in known.as_json().items():
        if value is not None and key != "title":
            lines.append((key, ", ".join(value) if isinstance(value, list) else str(value)))
    for row, line in enumerate(lines, start=1):
        for column, text in enumerate(line, start=1):
            if text:
                _put(sheet.cell(row, column), text)


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
