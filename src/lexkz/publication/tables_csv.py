"""A table as CSV by RFC 4180, UTF-8: the header row, then a line for each row; cells as printed."""

import csv
import io

from lexkz.annex.table_model import AnnexTable
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of


def table_csv(table: AnnexTable, lang: Lang) -> str:
    """Return ``table`` as CSV text, lines ended by CRLF.

    The group column comes first where rows have groups, then the table's own columns. A merged cell's text stands in
    each column that it spans.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headers(table, lang))
    grouped = has_groups(table)
    for row in table.rows:
        cells = [cell.text for cell in row.cells]
        # A lone empty cell is written quoted, so that its line is no blank line.
        writer.writerow([row.group or "", *cells] if grouped else cells)
    return out.getvalue()


def has_groups(table: AnnexTable) -> bool:
    """Tell whether any row of ``table`` stands under a group."""
    return any(row.group is not None for row in table.rows)


def headers(table: AnnexTable, lang: Lang) -> tuple[str, ...]:
    """Return the header row: heads of a column joined by " / ", its key where it has none; no two are alike."""
    made: list[str] = [words_of(lang).values.group] if has_groups(table) else []
    for column in table.columns:
        name = " / ".join(column.path) or column.key
        again = 2
        distinct = name
        while distinct in made:
            distinct = f"{name} ({again})"
            again += 1
        made.append(distinct)
    return tuple(made)
