"""``lexkz tables``, ``forms``, ``fill``: the tables and forms of an act as data, and a form filled in."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lexkz.workspace import atomic
from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, lang_option, output_option, strict_option

if TYPE_CHECKING:
    from lexkz.annex import Form, Table
    from lexkz.read.blocks import Lang
    from lexkz.structure import Act


@click.command("tables")
@click.argument("source", type=SOURCE)
@click.option("--format", "form", type=click.Choice(["json", "csv", "xlsx", "datapackage"]), help="Format to write.")
@click.option("--table", "ids", metavar="ID", multiple=True, help="Only this table (its id); can be repeated.")
@lang_option
@json_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Directory (csv, datapackage) or file to write.")
@strict_option
def tables_command(
    source: Path,
    form: str | None,
    ids: tuple[str, ...],
    lang: "Lang | None",
    as_json: bool,
    output: Path | None,
    strict: bool,
) -> None:
    """Show the tables of an act, or write them as data.

    CSV is one file a table, XLSX one sheet a table; a data package is CSV files with a description (datapackage.json).
    """
    with out.working("Reading"):
        from lexkz.annex import tables
        from lexkz.structure import load

        act = load(source, lang=lang)
        found = _chosen(tables(act), ids)
    if as_json or form == "json":
        from lexkz.publish.tables_json import tables_json

        out.result(tables_json(found), output)
    elif form is None:
        out.result(_listed(found), output)
    else:
        _write(act, found, form, output)
    out.diagnose(act.findings)
    out.finish(act.findings, strict=strict)


def _chosen(found: "tuple[Table, ...]", ids: tuple[str, ...]) -> "tuple[Table, ...]":
    unknown = [one for one in ids if one not in {table.id for table in found}]
    if unknown:
        known = ", ".join(table.id for table in found) or "none"
        raise click.UsageError(f"There is no table {unknown[0]}; the tables are: {known}.")
    return tuple(table for table in found if not ids or table.id in ids)


def _write(act: "Act", found: "tuple[Table, ...]", form: str, output: Path | None) -> None:
    from lexkz.akn.meta import read_identity
    from lexkz.annex.tables import language
    from lexkz.publish.data_package import data_package, resource_names
    from lexkz.publish.tables_csv import table_csv

    if form == "csv" and len(found) == 1 and (output is None or output.suffix.lower() == ".csv"):
        out.result(table_csv(found[0], language(act)), output)
        return
    if output is None:
        raise click.UsageError(f"Where to? --format {form} needs -o DIR.")
    if form == "xlsx":
        from lexkz.publish.tables_xlsx import tables_xlsx

        identity = read_identity(act.root)
        data = tables_xlsx(found, identity.expression_date or identity.date)
        target = output if output.suffix.lower() == ".xlsx" else output / "tables.xlsx"
        files = {target: data}
    elif form == "csv":
        names = resource_names(found)
        files = {
            output / f"{name}.csv": table_csv(table, language(act)).encode()
            for name, table in zip(names, found, strict=True)
        }
    else:
        files = {output / name: data for name, data in data_package(act, found).items()}
    for path, data in files.items():
        atomic.write(path, data)
        click.echo(f"wrote {path}", err=True)


def _listed(found: "tuple[Table, ...]") -> str:
    rows = [
        (table.id, out.shortened(table.title or "-", 60), str(len(table.columns)), str(len(table.rows)), _groups(table))
        for table in found
    ]
    return out.table(("id", "title", "columns", "rows", "groups"), rows) if rows else "There are no tables.\n"


def _groups(table: "Table") -> str:
    return str(len({row.group for row in table.rows} - {None}))


@click.command("forms")
@click.argument("source", type=SOURCE)
@lang_option
@json_option
@output_option
@strict_option
def forms_command(source: Path, lang: "Lang | None", as_json: bool, output: Path | None, strict: bool) -> None:
    """Show the forms of an act and their fields; with --json, the JSON Schema of each as well."""
    with out.working("Reading"):
        from lexkz.annex import forms
        from lexkz.structure import load

        act = load(source, lang=lang)
        found = forms(act)
    if as_json:
        from lexkz.publish.forms_json import forms_json

        out.result(forms_json(found), output)
    else:
        rows = [
            (form.id, field.name, field.kind, "yes" if field.required else "no", out.shortened(field.label, 60))
            for form in found
            for field in form.fields
        ]
        columns = ("form", "field", "kind", "required", "label")
        out.result(out.table(columns, rows) if rows else "There are no forms.\n", output)
    out.diagnose(act.findings)
    out.finish(act.findings, strict=strict)


@click.command("fill")
@click.argument("source", type=SOURCE)
@click.argument("form")
@click.argument("data", metavar="DATA.json", type=click.Path(path_type=Path, allow_dash=True))
@lang_option
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="File to write: .docx or .html.",
)
def fill_command(source: Path, form: str, data: Path, lang: "Lang | None", output: Path) -> None:
    """Fill in a form with data.

    FORM is the form's id (`lexkz forms` shows them), the number of its annex, or its title. The wording is untouched,
    and every value is checked: what is wrong is one sentence on stderr, and nothing is written.
    """
    kind = output.suffix.lower()
    if kind not in (".docx", ".html", ".htm"):
        raise click.UsageError("A form is written as .docx or .html: give -o a name that ends so.")
    with out.working("Reading"):
        from lexkz.akn.meta import read_identity
        from lexkz.annex import forms
        from lexkz.structure import load

        act = load(source, lang=lang)
        chosen = _form(forms(act), form)
    values = _data(data)
    from lexkz.publish.form_schema import problems

    wrong = problems(chosen, values)
    if wrong:
        for problem in wrong:
            click.echo(f"lexkz: {problem.message.eng}", err=True)
        raise click.exceptions.Exit(2)
    from lexkz.publish.filled import fill

    filled = fill(chosen, values)
    if kind == ".docx":
        from lexkz.publish.filled_docx import filled_docx

        identity = read_identity(act.root)
        out.result(filled_docx(filled, identity.expression_date or identity.date), output)
    else:
        from lexkz.publish.filled_html import filled_html

        out.result(filled_html(filled), output)
    out.diagnose(act.findings)


def _form(found: "tuple[Form, ...]", asked: str) -> "Form":
    wanted = " ".join(asked.split()).casefold()
    for same in (
        [form for form in found if form.id == asked],
        [form for form in found if asked.isdecimal() and form.id == f"att_{asked}"],
        [form for form in found if (form.title or "").casefold() == wanted],
    ):
        if len(same) == 1:
            return same[0]
    listed = "; ".join(f"{form.id} ({out.shortened(form.title or '-', 40)})" for form in found) or "none"
    raise click.UsageError(f"There is no one form {asked}; the forms are: {listed}.")


def _data(path: Path) -> Any:
    def refuse(constant: str) -> float:
        raise ValueError(constant)

    try:
        given = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        text = given.decode("utf-8-sig")
        return json.loads(text, parse_constant=refuse)
    except (ValueError, RecursionError):
        raise click.UsageError(f"{path} is no JSON file in UTF-8.") from None
