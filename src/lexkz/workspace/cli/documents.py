"""``lexkz redline``, ``compare-table``, ``changes``, ``side-by-side``: documents for those who sign."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, lang_option

if TYPE_CHECKING:
    from lexkz.api import Act, Lang

Form = Literal["html", "docx", "pdf"]

file_option = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="File to write; its ending is the format: .docx, .html or .pdf.",
)


@click.command("redline")
@click.argument("old", type=SOURCE)
@click.argument("new", type=SOURCE)
@lang_option
@file_option
def redline_command(old: Path, new: Path, lang: "Lang | None", output: Path) -> None:
    """Write the changes of a text as tracked changes, to be accepted or rejected one by one.

    NEW is the new text, or the act that amends OLD. Exit 1 where one of its commands waits for a person.
    """
    form = _form(output)
    with out.working("Comparing"):
        from lexkz.api import new_text, read, redline

        before = read(old, lang=lang)
        after = new_text(before, read(new, lang=lang))
        data = redline(before, after, form)
    _finish(data, output, after)


@click.command("compare-table")
@click.argument("old", type=SOURCE)
@click.argument("new", type=SOURCE)
@lang_option
@file_option
def compare_table_command(old: Path, new: Path, lang: "Lang | None", output: Path) -> None:
    """Write the comparative table: structural element, wording in force, proposed wording, reason.

    NEW is the new text, or the act that amends OLD. Exit 1 where one of its commands waits for a person.
    """
    form = _form(output)
    with out.working("Comparing"):
        from lexkz.api import comparative_table, new_text, read

        before = read(old, lang=lang)
        after = new_text(before, read(new, lang=lang))
        data = comparative_table(before, after, form)
    _finish(data, output, after)


@click.command("changes")
@click.argument("base", type=SOURCE)
@click.option("--by", "amending", type=SOURCE, multiple=True, required=True, help="Amending act; repeatable, in order.")
@lang_option
@file_option
def changes_command(base: Path, amending: tuple[Path, ...], lang: "Lang | None", output: Path) -> None:
    """Write the list of changes of an act: one row a command, and what became of it."""
    form = _form(output)
    with out.working("Consolidating"):
        from lexkz.api import consolidate, read

        acts = tuple(read(path, lang=lang) for path in amending)
        done = consolidate(read(base, lang=lang), acts)
        data = done.changes(form)
    _finish(data, output, done)


@click.command("side-by-side")
@click.argument("left", type=SOURCE)
@click.argument("right", type=SOURCE)
@file_option
def side_by_side_command(left: Path, right: Path, output: Path) -> None:
    """Write the two languages of an act side by side, unit by unit."""
    form = _form(output)
    with out.working("Reading"):
        from lexkz.api import side_by_side

        data = side_by_side(left, right, form)
    out.result(data, output)


def _form(output: Path) -> Form:
    forms: tuple[Form, ...] = get_args(Form)
    ending = output.suffix.lower().removeprefix(".")
    for form in forms:
        if form == ending:
            return form
    raise click.UsageError(f"Say the format by the ending of the file: .docx, .html or .pdf, not '{output.name}'.")


def _finish(data: bytes, output: Path, after: "Act") -> None:
    """Write a document; where lexkz made the new text itself, tell what was found in that."""
    from lexkz.api import Consolidated

    out.result(data, output)
    if isinstance(after, Consolidated):
        out.diagnose(after.report.findings)
        out.finish(after.report.findings)
