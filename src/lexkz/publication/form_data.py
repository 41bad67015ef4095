"""The data of a form as people give them: under the form's own words, in a row of a table, in a filled Word file."""

import csv
import io
from collections.abc import Mapping
from typing import Any

from lexkz.annex.form_model import Field, Form
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.publication.filled import read_back, value_in

_TICKED = frozenset({"true", "1", "+", "x", "х", "v", "☒", "☑"})
_UNTICKED = frozenset({"false", "0", "-", "–", "☐"})


def named(form: Form, data: object) -> object:
    """Return ``data`` with the names of fields for keys, where it has their labels: «Тегі, аты» → ``tegi_aty``.

    Labels are compared without case, spaces and marks at their ends. A value that is null counts as not given. A label
    that several fields have names none of them, and stays: :func:`.form_schema.problems` says so.
    """
    if not isinstance(data, Mapping):
        return data
    by_label = _by_label(form)
    made: dict[str, Any] = {}
    columns = {field.name: {_plain(one.label): one.key for one in field.columns} for field in form.fields}
    for key, value in data.items():
        name = _name(str(key), form, by_label)
        if name in made:
            name = str(key)  # given twice: the second is told as unknown
        if isinstance(value, list) and columns.get(name):
            value = [_keyed(row, columns[name]) for row in value]
        if value is not None:
            made[name] = _spoken(value, form, name)
    return made


def _spoken(value: Any, form: Form, name: str) -> Any:
    """A day as people write it, «30.09.2024», and «иә» or «да» for a box, as the values that they are."""
    field = next((field for field in form.fields if field.name == name), None)
    said = isinstance(value, str) and field is not None and field.kind in ("date", "check")
    return value_of(field, form, value) if said and field is not None else value


def _keyed(row: object, columns: Mapping[str, str]) -> object:
    if not isinstance(row, Mapping):
        return row
    return {columns.get(_plain(str(key)), str(key)): value for key, value in row.items() if value is not None}


def _by_label(form: Form) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for field in form.fields:
        found.setdefault(_plain(field.label), []).append(field.name)
    return {label: names[0] for label, names in found.items() if len(names) == 1}


def _name(key: str, form: Form, by_label: Mapping[str, str]) -> str:
    if any(field.name == key for field in form.fields):
        return key
    return by_label.get(_plain(key), key)


def _plain(label: str) -> str:
    return fold_spaces(label).strip(' *:;,."«»“”()')


def heads(form: Form) -> tuple[str, ...]:
    """Return what stands over the columns of a table of values: the label of each field, its name where labels are the
    same. Rows of a journal are no single value, and have no column."""
    by_label = _by_label(form)
    return tuple(
        field.label if by_label.get(_plain(field.label)) == field.name else field.name
        for field in form.fields
        if field.kind != "table"
    )


def empty_json(form: Form) -> dict[str, Any]:
    """Return the data of ``form`` with no value given: each name with null, a journal with one row of nulls."""
    return {
        field.name: [{column.key: None for column in field.columns}] if field.kind == "table" else field.value
        for field in form.fields
    }


def empty_csv(form: Form) -> str:
    """Return the head of a table whose rows fill in ``form``, one file a row; with the mark that Excel wants."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow(heads(form))
    return f"\ufeff{out.getvalue()}"


def csv_data(form: Form, text: str) -> tuple[dict[str, Any], ...]:
    """Return the data in the rows of a CSV file, in order; its head has labels or names of fields.

    Commas, semicolons and tabs part cells, whichever the head has most. Empty cells are not given, empty rows no data.
    Raises ValueError, a sentence, where a row has more cells than the head.
    """
    lines = text.removeprefix("\ufeff")
    first = lines.partition("\n")[0]
    delimiter = max(";,\t", key=lambda mark: len(next(csv.reader([first], delimiter=mark), [])))
    rows = list(csv.reader(io.StringIO(lines), delimiter=delimiter, strict=True))
    if not rows:
        return ()
    head, made = [cell.strip() for cell in rows[0]], []
    for place, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row[len(head) :]):
            raise ValueError(f"{place}")
        given = {key: cell.strip() for key, cell in zip(head, row, strict=False) if cell.strip()}
        if given:
            made.append(typed(form, given))
    return tuple(made)


def typed(form: Form, given: Mapping[str, str]) -> dict[str, Any]:
    """Return texts as the values that the fields hold: «12,5» is a number, «30.09.2024» a day, «иә» a ticked box.

    A text that is not what the field holds stays, for :func:`.form_schema.problems` to say so.
    """
    by_label = _by_label(form)
    known = {field.name: field for field in form.fields}
    made: dict[str, Any] = {}
    for key, text in given.items():
        name = _name(key, form, by_label)
        made[name if name not in made else key] = value_of(known[name], form, text) if name in known else text
    return made


def value_of(field: Field, form: Form, text: str) -> Any:
    """Return what ``text`` is in ``field``; the text itself where it cannot be that."""
    text = text.strip()
    if field.kind == "check":
        folded, words = fold_spaces(text), words_of(form.lang).fields
        if folded in _TICKED or folded in words.yes:
            return True
        return False if folded in _UNTICKED or folded in words.no else text
    return value_in(field, text)


def docx_data(form: Form, data: bytes) -> dict[str, Any]:
    """Return what stands in the fields of a Word file that was made of ``form`` and filled in by hand.

    Raises MissingExtraError without the extra ``docx``, ValueError where the file has no field of the form.
    """
    from lexkz.publication.filled_docx import docx_entries

    entries = docx_entries(data)
    names = {field.name for field in form.fields}
    if not any(tag.partition(".")[0] in names for tag, _ in entries):
        raise ValueError("no field of the form")
    written = [(tag, text) for tag, text in entries if text.strip("_| \u00a0\n\t")]
    return read_back(form, ((tag, text.strip("_|\u00a0 \n\t") if "_" in text else text) for tag, text in written))
