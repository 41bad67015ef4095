"""Tables of a form: blanks in cells, empty cells with a label beside them, and journals whose rows are filled in."""

from dataclasses import replace

from lexkz.annex.blanks import places
from lexkz.annex.fields import fields_of, kind_of, name_of
from lexkz.annex.form_model import Blank, BlankPart, Field, FormCell, FormLine, FormTable
from lexkz.languages.fields import Fields

_MOST_WORDS = 12
"""Longer words beside a cell do not name who signs in it."""


def sheet_fields(
    sheet: FormTable, words: Fields, title: str | None, fill_empty: bool
) -> tuple[FormTable, tuple[Field, ...]]:
    """Return a table of a form, its empty cells made blanks, and its fields.

    ``fill_empty``: empty cells are to be filled in, since the document is a form. ``title`` is what the table is
    called.
    """
    body = [cell for row in sheet.rows[sheet.heads :] for cell in row]
    if fill_empty and sheet.heads and sheet.columns and all(not cell.text.strip(" .)0123456789…") for cell in body):
        label = title or sheet.columns[-1].label
        field = Field(name_of(label), label, "table", False, (BlankPart(sheet.id),), label, columns=sheet.columns)
        return replace(sheet, filled=True), (field,)
    made: list[Field] = []
    rows = list(sheet.rows[: sheet.heads])
    for place, row in enumerate(sheet.rows[sheet.heads :], start=sheet.heads):
        cells: list[FormCell] = []
        for cell in row:
            label = _label(sheet, row, cell) or _above(sheet, place, cell)
            if fill_empty and not cell.text.strip() and label:
                blank = Blank(f"{sheet.ids[place]}__{sheet.columns[cell.column].key}", "")
                cell = replace(cell, lines=(FormLine((blank,)),))
                kind = kind_of(label, words)
                made.append(Field(name_of(label), label, kind, False, (BlankPart(blank.id),), label))
            else:
                for found in places(cell.lines, words):
                    found.lead = found.lead or (label if len(label.split()) <= _MOST_WORDS else "")
                    made.extend(fields_of(found, words, label))
            cells.append(cell)
        rows.append(tuple(cells))
    return replace(sheet, rows=tuple(rows)), tuple(made)


def _above(sheet: FormTable, place: int, cell: FormCell) -> str:
    """Return the words above a cell in its column: «Тапсырыс беруші» over the line for its signature."""
    for row in reversed(sheet.rows[:place]):
        for one in row:
            words = " ".join(one.text.split()).strip(" :")
            if one.column == cell.column and "_" not in words and any(char.isalpha() for char in words):
                return words
    return ""


def _label(sheet: FormTable, row: tuple[FormCell, ...], cell: FormCell) -> str:
    """Return what names a cell: the words left of it in its row, and its column's head where there are several."""
    left = [
        " ".join(one.text.split())
        for one in row
        if one.column < cell.column and any(char.isalpha() for char in one.text) and "_" not in one.text
    ]
    head = sheet.columns[cell.column].label if sheet.heads else ""
    return ": ".join(part for part in (left[0] if left else "", head) if part)
