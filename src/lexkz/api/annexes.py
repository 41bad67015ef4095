"""Tables and forms of an act as data, and a form filled in."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lexkz.api.listed import Listed
from lexkz.structure.model import Act as Tree

if TYPE_CHECKING:
    from lexkz.annex.form_model import Form
    from lexkz.annex.table_model import Table  # noqa: F401 (named in a string below)
    from lexkz.publication.form_schema import Problem


class FormDataError(ValueError):
    """Data do not fit a form; the text is one sentence for each problem, ``problems`` has them in three languages."""

    def __init__(self, problems: "tuple[Problem, ...]") -> None:
        super().__init__(" ".join(problem.message.eng for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, eq=False)
class Tables(Listed["Table"]):
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

        return tables_xlsx(self.items, _day(self.tree))

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
        """Return ``form`` filled in with ``data`` (field name to value), its wording untouched.

        Raises FormDataError where the data do not fit the form; SourceError where an extra (``forms``, ``docx``) is
        not installed.
        """
        from lexkz.publication.filled import fill
        from lexkz.publication.form_schema import problems

        wrong = problems(form, data)
        if wrong or not isinstance(data, dict):
            raise FormDataError(wrong)
        filled = fill(form, data)
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
