"""The drafter's reasons for the rows of a comparative table, as a spreadsheet saves them: a row each."""

import csv
from collections.abc import Mapping
from pathlib import Path

from lexkz.reading.blocks import SourceError
from lexkz.reading.encoding import decode

_HEADS = {"№", "element", "элемент", "структурный элемент", "құрылымдық элемент", "құрылымдық бірлік"}
"""First cell of a head row, in small letters."""


def read_reasons(path: Path) -> Mapping[str, str]:
    """Return number or element of a row to its reason, from a CSV file of these two columns.

    They are set apart by ``;``, tabs or commas; a head row may stand above them, and a row without a reason gives none.
    Raises SourceError, in one sentence, where the file cannot be read or a row has more or fewer cells.
    """
    try:
        text = decode(path.read_bytes(), path.name)
    except OSError as error:
        raise SourceError(f"{path.name} cannot be read: {error.strerror}.") from error
    sign = max(";\t,", key=text.partition("\n")[0].count)
    rows = [[cell.strip() for cell in row] for row in csv.reader(text.splitlines(), delimiter=sign)]
    kept = [row for row in rows if any(row)]
    if kept and kept[0][0].casefold() in _HEADS:
        kept = kept[1:]
    for row in kept:
        if len(row) != 2:
            raise SourceError(f"{path.name}: a row has an element and a reason, not {sign.join(row)[:80]!r}.")
    return {element: reason for element, reason in kept if reason}
