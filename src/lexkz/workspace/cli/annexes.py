"""``lexkz tables``, ``forms``: the tables and forms of an act as data."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace import atomic
from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, lang_option, output_option, strict_option
from lexkz.workspace.cli.tongue import word

if TYPE_CHECKING:
    from lexkz.api import Lang, Tables


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
        from lexkz.api import read

        act = read(source, lang=lang)
        found = _chosen(act.tables, ids)
    if as_json or form == "json":
        out.result(found.to_json(), output)
    elif form is None:
        out.result(_listed(found), output)
    else:
        _write(found, form, output)
    out.diagnose(act.findings)
    out.finish(act.findings, strict=strict)


def _chosen(found: "Tables", ids: tuple[str, ...]) -> "Tables":
    unknown = [one for one in ids if one not in {table.id for table in found}]
    if unknown:
        known = ", ".join(table.id for table in found) or "none"
        raise click.UsageError(f"There is no table {unknown[0]}; the tables are: {known}.")
    return found.only(ids) if ids else found


def _write(found: "Tables", form: str, output: Path | None) -> None:
    if form == "csv" and len(found) == 1 and (output is None or output.suffix.lower() == ".csv"):
        (text,) = found.to_csv().values()
        out.result(text, output)
        return
    if form == "csv" and output is not None and output.suffix.lower() == ".csv":
        raise click.UsageError(f"There are {len(found)} tables, a file each: name a folder, not {output.name}.")
    if output is None:
        raise click.UsageError(f"Where to? --format {form} needs -o DIR.")
    if form == "xlsx":
        files = {output if output.suffix.lower() == ".xlsx" else output / "tables.xlsx": found.to_xlsx()}
    elif form == "csv":
        files = {output / f"{name}.csv": text.encode() for name, text in found.to_csv().items()}
    else:
        files = {output / name: data for name, data in found.to_data_package().items()}
    for path, data in files.items():
        atomic.write(path, data)
        click.echo(f"wrote {path}", err=True)


def _listed(found: "Tables") -> str:
    rows = [
        (
            table.id,
            out.shortened(table.title or "-", 60),
            str(len(table.columns)),
            str(len(table.rows)),
            str(len({row.group for row in table.rows} - {None})),
        )
        for table in found
    ]
    return (
        out.table(("id", "title", "columns", "rows", "groups"), rows) if rows else f"{word('There are no tables.')}\n"
    )


@click.command("forms")
@click.argument("source", type=SOURCE)
@lang_option
@json_option
@output_option
@strict_option
def forms_command(source: Path, lang: "Lang | None", as_json: bool, output: Path | None, strict: bool) -> None:
    """Show the forms of an act and their fields; with --json, the JSON Schema of each as well."""
    with out.working("Reading"):
        from lexkz.api import read

        act = read(source, lang=lang)
        found = act.forms
    if as_json:
        out.result(found.to_json(), output)
    else:
        rows = [
            (
                form.id,
                field.name,
                word(field.kind),
                word("yes" if field.required else "no"),
                out.shortened(field.label, 60),
            )
            for form in found
            for field in form.fields
        ]
        columns = ("form", "field", "kind", "required", "label")
        out.result(out.table(columns, rows) if rows else f"{word('There are no forms.')}\n", output)
    out.diagnose(act.findings)
    out.finish(act.findings, strict=strict)
