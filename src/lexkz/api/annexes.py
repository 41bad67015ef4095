"""Tables and forms of an act as data, and a form filled in."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from lexkz.api.listed import Listed
from lexkz.structure.model import Act as Tree

if TYPE_CHECKING:
    from lexkz.annex.form_model import Form
    from lexkz.annex.table_model import AnnexTable  # noqa: F401 (named in a string below)
    from lexkz.publication.filled import FilledForm
    from lexkz.publication.form_schema import Problem


class FormDataError(ValueError):
    """Data do not fit a form; the text is one sentence for each problem, ``problems`` has them in three languages."""

    def __init__(self, problems: "tuple[Problem, ...]") -> None:
        super().__init__(" ".join(problem.message.eng for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, eq=False)
class Tables(Listed["AnnexTable"]):
    """The tables of an act, in the order of the text.

    >>> import lexkz
    >>> tables = lexkz.read("xml/V2400035172/kaz.xml").tables
    >>> table = next(table for table in tables if table.id == "att_1__table_1")
    >>> table.columns[2].path, table.rows[0].cells[1].text
    (('Қызмет алушылар саны', '51-ге дейін'), 'Директор')
    """

    tree: Tree = field(repr=False)
    """The act."""

    def only(self, ids: Collection[str]) -> "Tables":
        """Return those with the given ids."""
        return Tables(tuple(table for table in self.items if table.id in ids), self.tree)

    def to_json(self) -> str:
        """Return the tables as JSON (schema ``tables/1``)."""
        from lexkz.publication.tables_json import tables_json

        return tables_json(self.items, self.tree)

    def to_csv(self) -> dict[str, str]:
        """Return each table as CSV, by a name that a file can bear."""
        from lexkz.annex.tables import language
        from lexkz.publication.data_package import resource_names
        from lexkz.publication.tables_csv import table_csv

        lang = language(self.tree)
        return {
            name: table_csv(table, lang) for name, table in zip(resource_names(self.items), self.items, strict=True)
        }

    def to_xlsx(self) -> bytes:
        """Return the tables as one XLSX file, a sheet each. Raises SourceError without the extra ``xlsx``."""
        from lexkz.publication.tables_xlsx import tables_xlsx

        return tables_xlsx(self.items, self.tree, _day(self.tree))

    def to_data_package(self) -> dict[str, bytes]:
        """Return the files of a data package (Frictionless): name to bytes."""
        from lexkz.publication.data_package import data_package

        return data_package(self.tree, self.items)


@dataclass(frozen=True, slots=True, eq=False)
class Forms(Listed["Form"]):
    """The forms of an act, in the order of the text.

    >>> import lexkz
    >>> forms = lexkz.read("xml/V2400035172/kaz.xml").forms
    >>> [form.id for form in forms]
    ['att_2', 'att_3', 'att_4', 'att_5']
    >>> forms.find("2").fields[0].kind
    'organisation'
    """

    tree: Tree = field(repr=False)
    """The act."""

    def find(self, asked: str) -> "Form":
        """Return the one form with this id, number of its annex, or title. Raises LookupError where there is none."""
        wanted = " ".join(asked.split()).casefold()
        for same in (
            [form for form in self.items if form.id == asked],
            [form for form in self.items if asked.isdecimal() and form.id == f"att_{asked}"],
            [form for form in self.items if (form.title or "").casefold() == wanted],
        ):
            if len(same) == 1:
                return same[0]
        listed = ", ".join(form.id for form in self.items) or "none"
        raise LookupError(f"There is no one form {asked}; the forms are: {listed}.")

    def fill(self, form: "Form", data: object, to: Literal["docx", "html"] = "docx") -> bytes:
        """Return ``form`` filled in with ``data``, its wording untouched: values by the name or the label of a field.

        Raises FormDataError where the data do not fit the form; SourceError where an extra (``forms``, ``docx``) is
        not installed.
        """
        from lexkz.publication.filled import fill

        return self._written(fill(form, self.checked(form, data)), to)

    def checked(self, form: "Form", data: object) -> dict[str, Any]:
        """Return ``data`` for ``form`` by the names of its fields. Raises FormDataError where they do not fit it."""
        from lexkz.publication.form_data import named
        from lexkz.publication.form_schema import problems

        known = named(form, data)
        wrong = problems(form, known)
        if wrong or not isinstance(known, dict):
            raise FormDataError(wrong)
        return known

    def empty(self, form: "Form", to: Literal["docx", "html", "json", "csv"] = "docx") -> bytes:
        """Return ``form`` to be filled in: a Word file whose content controls bear the names and labels of the fields,
        the form as a page, its data with no value given, or the head of a table with a form in each row."""
        import json

        from lexkz.publication import form_data
        from lexkz.publication.filled import empty

        if to == "json":
            return f"{json.dumps(form_data.empty_json(form), ensure_ascii=False, indent=1)}\n".encode()
        if to == "csv":
            return form_data.empty_csv(form).encode()
        return self._written(empty(form), to)

    def read_rows(self, form: "Form", text: str) -> tuple[dict[str, Any], ...]:
        """Return the data in the rows of a CSV file, the columns by name or label of the fields; see :meth:`checked`.

        Raises ValueError with the number of a row that has more cells than the head."""
        from lexkz.publication.form_data import csv_data

        return csv_data(form, text)

    def typed(self, form: "Form", given: dict[str, str]) -> dict[str, Any]:
        """Return texts, by name or label of a field, as the values that the fields hold: «30.09.2024» is a day."""
        from lexkz.publication.form_data import typed

        return typed(form, given)

    def read_docx(self, form: "Form", data: bytes) -> dict[str, Any]:
        """Return the data in a Word file that :meth:`empty` or :meth:`fill` made and a person filled in.

        Raises ValueError where it has no field of ``form``; see :meth:`checked`."""
        from lexkz.publication.form_data import docx_data

        return docx_data(form, data)

    def _written(self, filled: "FilledForm", to: str) -> bytes:
        if to == "html":
            from lexkz.publication.filled_html import filled_html

            return filled_html(filled).encode()
        from lexkz.publication.filled_docx import filled_docx

        return filled_docx(filled, _day(self.tree))

    def to_json(self) -> str:
        """Return the forms as JSON, with the JSON Schema of the data of each (schema ``forms/1``)."""
        from lexkz.publication.forms_json import forms_json

        return forms_json(self.items, self.tree)


def _day(tree: Tree) -> str | None:
    """The only date that a file may carry: that of the expression."""
    from lexkz.akn.meta import read_identity

    identity = read_identity(tree.root)
    return identity.expression_date or identity.date
