"""``lexkz fill``: a form of an act filled in, from data, from a table, from answers; or empty, for hands to fill in."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from lexkz.workspace import atomic
from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, lang_option
from lexkz.workspace.cli.tongue import sentence, word

if TYPE_CHECKING:
    from lexkz.annex.form_model import Field, Form
    from lexkz.api import Lang
    from lexkz.api.annexes import FormDataError, Forms

_WRITTEN = {".docx": "docx", ".html": "html", ".htm": "html"}


@click.command("fill")
@click.argument("source", type=SOURCE)
@click.argument("form")
@click.argument("data", metavar="[DATA]", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--ask", is_flag=True, help="Ask for each field.")
@click.option("--empty", is_flag=True, help="Write the form with no value: .docx to fill in, .json, .csv or .html.")
@lang_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="File to write: .docx or .html; of a .csv with several rows, a folder; .json: the data of a filled .docx.",
)
def fill_command(
    source: Path, form: str, data: Path | None, ask: bool, empty: bool, lang: "Lang | None", output: Path
) -> None:
    """Fill in a form with data.

    FORM is the form's id (`lexkz forms` shows them), the number of its annex, or its title. DATA is a .json file, a
    .csv file with a form in each row, or a .docx that --empty wrote and a person filled in; fields go by their names or
    by the form's own words. The wording is untouched, and every value is checked: what is wrong is one sentence on
    stderr, and nothing is written.
    """
    if (data is not None) + ask + empty != 1:
        raise click.UsageError("Say where the values are from: DATA, --ask or --empty, one of them.")
    many = data is not None and data.suffix.lower() == ".csv" and not output.suffix
    if not empty and not many and output.suffix.lower() != ".json":
        _kind(output)
    with out.working("Reading"):
        from lexkz.api import read

        act = read(source, lang=lang)
        chosen = _form(act.forms, form)
    if empty:
        _write_empty(act.forms, chosen, output)
    elif data is not None and data.suffix.lower() == ".csv":
        _write_rows(act.forms, chosen, data, output)
    else:
        values = _asked(act.forms, chosen) if data is None else _data(act.forms, chosen, data)
        if output.suffix.lower() == ".json":
            checked = _checked(act.forms, chosen, values)
            out.result(f"{json.dumps(checked, ensure_ascii=False, indent=1)}\n", output)
        else:
            out.result(_filled(act.forms, chosen, values, _kind(output)), output)
    out.diagnose(act.findings)


def _form(forms: "Forms", asked: str) -> "Form":
    try:
        return forms.find(asked)
    except LookupError:
        listed = "; ".join(f"{one.id} ({out.shortened(one.title or '-', 40)})" for one in forms) or "none"
        raise click.UsageError(f"There is no one form {asked}; the forms are: {listed}.") from None


def _kind(output: Path) -> str:
    kind = _WRITTEN.get(output.suffix.lower())
    if kind is None:
        raise click.UsageError("A form is written as .docx or .html: give -o a name that ends so.")
    return kind


def _write_empty(forms: "Forms", form: "Form", output: Path) -> None:
    kind = {**_WRITTEN, ".json": "json", ".csv": "csv"}.get(output.suffix.lower())
    if kind is None:
        raise click.UsageError("An empty form is written as .docx, .html, .json or .csv: give -o a name that ends so.")
    out.result(forms.empty(form, cast("Any", kind)), output)


def _write_rows(forms: "Forms", form: "Form", data: Path, output: Path) -> None:
    """Write a file for each row: all or, where a row is wrong, none."""
    try:
        rows = forms.read_rows(form, _bytes(data).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise click.UsageError(f"{data} is no CSV file in UTF-8.") from None
    except ValueError as error:
        raise click.UsageError(f"{data}: row {error} has more cells than the head.") from None
    if not rows:
        raise click.UsageError(f"{data} has no row with values.")
    if len(rows) == 1 and output.suffix.lower() in _WRITTEN:
        out.result(_filled(forms, form, rows[0], _kind(output)), output)
        return
    if output.suffix:
        raise click.UsageError(f"There are {len(rows)} rows, a file each: name a folder, not {output.name}.")
    made = [_filled(forms, form, row, "docx", place) for place, row in enumerate(rows, start=1)]
    width = max(2, len(str(len(rows))))
    for place, content in enumerate(made, start=1):
        # Named as the list that a person made: the form's own id says nothing to whoever opens the folder.
        path = output / f"{data.stem}-{place:0{width}}.docx"
        atomic.write(path, content)
        click.echo(f"{word('wrote')} {path}", err=True)


def _filled(forms: "Forms", form: "Form", values: object, kind: str, row: int | None = None) -> bytes:
    return forms.fill(form, _checked(forms, form, values, row), cast("Any", kind))


def _checked(forms: "Forms", form: "Form", values: object, row: int | None = None) -> dict[str, Any]:
    """The data by the names of the fields; ends the command where they do not fit the form."""
    from lexkz.api import FormDataError

    try:
        return forms.checked(form, values)
    except FormDataError as error:
        raise _ended(error, row) from None


def _ended(error: "FormDataError", row: int | None) -> click.exceptions.Exit:
    where = f"{word('row')} {row}: " if row is not None else ""
    for problem in error.problems:
        click.echo(f"lexkz: {where}{sentence(problem.message)}", err=True)
    return click.exceptions.Exit(2)


def _data(forms: "Forms", form: "Form", path: Path) -> Any:
    def refuse(constant: str) -> float:
        raise ValueError(constant)

    given = _bytes(path)
    if path.suffix.lower() == ".docx":
        from zipfile import BadZipFile

        try:
            return forms.read_docx(form, given)
        except (ValueError, KeyError, BadZipFile):
            raise click.UsageError(f"{path} is no Word file with fields of this form.") from None
    try:
        return json.loads(given.decode("utf-8-sig"), parse_constant=refuse)
    except (ValueError, RecursionError):
        raise click.UsageError(f"{path} is no JSON file in UTF-8.") from None


def _bytes(path: Path) -> bytes:
    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError:
        raise click.UsageError(f"{path} cannot be read.") from None


def _asked(forms: "Forms", form: "Form") -> dict[str, Any]:
    """Ask for each field by the form's own words until the answer fits it; an empty answer gives no value."""
    from lexkz.api import FormDataError

    made: dict[str, Any] = {}
    for field in form.fields:
        while True:
            given = _rows(field) if field.kind == "table" else _answer(field)
            if not given and field.required:
                click.echo(word("This must be filled in."), err=True)
                continue
            if not given:
                break
            try:
                made |= _one(forms, form, field, given)
            except FormDataError as error:
                for problem in error.problems:
                    if problem.field == field.name:
                        click.echo(sentence(problem.message), err=True)
                continue
            break
    return made


def _one(forms: "Forms", form: "Form", field: "Field", given: Any) -> dict[str, Any]:
    """Return the one value as the field holds it. Raises FormDataError where it cannot hold it."""
    from lexkz.api import FormDataError

    value = forms.typed(form, {field.name: given}) if isinstance(given, str) else {field.name: given}
    try:
        forms.checked(form, value)
    except FormDataError as error:
        if any(problem.field == field.name for problem in error.problems):
            raise
    return value


def _answer(field: "Field") -> str:
    listed = f" [{' / '.join(field.values)}]" if field.values else ""
    mark = " *" if field.required else ""
    return str(click.prompt(f"{field.label}{listed}{mark}", default="", show_default=False, err=True)).strip()


def _rows(field: "Field") -> list[dict[str, str]]:
    """Ask for the rows of a journal until one is left empty."""
    rows: list[dict[str, str]] = []
    while True:
        click.echo(f"{field.label}: {word('row')} {len(rows) + 1}", err=True)
        answers = {
            column.key: str(click.prompt(f"  {column.label}", default="", show_default=False, err=True)).strip()
            for column in field.columns
        }
        row = {key: text for key, text in answers.items() if text}
        if not row:
            return rows
        rows.append(row)
