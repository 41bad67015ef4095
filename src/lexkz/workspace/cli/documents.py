"""``lexkz redline``, ``compare-table``, ``changes``, ``side-by-side``: documents for those who sign."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, lang_option

if TYPE_CHECKING:
    from lexkz.amend.model import Reading
    from lexkz.consolidate import Report
    from lexkz.publish.document import Form
    from lexkz.publish.sheet.model import Sheet
    from lexkz.read.blocks import Lang
    from lexkz.structure import Act

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
        from lexkz.publish.redline import redline_sheet
        from lexkz.structure import load

        before = load(old, lang=lang)
        after, _, report = _new_text(before, new, lang)
        sheet = redline_sheet(before, after)
    _finish(sheet, form, output, report)


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
        from lexkz.publish.comparative import comparative_sheet
        from lexkz.structure import load

        before = load(old, lang=lang)
        after, amending, report = _new_text(before, new, lang)
        sheet = comparative_sheet(before, after, amending=amending, report=report)
    _finish(sheet, form, output, report)


@click.command("changes")
@click.argument("base", type=SOURCE)
@click.option("--by", "amending", type=SOURCE, multiple=True, required=True, help="Amending act; repeatable, in order.")
@lang_option
@file_option
def changes_command(base: Path, amending: tuple[Path, ...], lang: "Lang | None", output: Path) -> None:
    """Write the list of changes of an act: one row a command, and what became of it."""
    form = _form(output)
    with out.working("Consolidating"):
        from lexkz.amend.annotate import annotate
        from lexkz.consolidate import consolidate
        from lexkz.publish.changes import changes_sheet
        from lexkz.structure import load

        acts = tuple(annotate(load(path, lang=lang)) for path in amending)
        done = consolidate(load(base, lang=lang), acts)
        sheet = changes_sheet(done.act, acts, done.report)
    _finish(sheet, form, output, done.report)


@click.command("side-by-side")
@click.argument("left", type=SOURCE)
@click.argument("right", type=SOURCE)
@file_option
def side_by_side_command(left: Path, right: Path, output: Path) -> None:
    """Write the two languages of an act side by side, unit by unit."""
    form = _form(output)
    with out.working("Reading"):
        from lexkz.publish.beside import beside_sheet
        from lexkz.structure import load

        sheet = beside_sheet(load(left), load(right))
    _finish(sheet, form, output, None)


def _new_text(
    before: "Act", path: Path, lang: "Lang | None"
) -> "tuple[Act, tuple[tuple[Act, Reading], ...], Report | None]":
    """Return the new text; where ``path`` is an act that amends ``before``, the one that it makes, and its report.

    It is a text of the same act where IRI or title are the same; else an amending act where it commands a change.
    """
    from lexkz.akn.meta import read_identity
    from lexkz.amend.annotate import annotate
    from lexkz.consolidate import consolidate
    from lexkz.structure import load

    given = load(path, lang=lang)
    one, other = read_identity(before.root), read_identity(given.root)
    if (one.known and one.work == other.work) or (one.title is not None and one.title == other.title):
        return given, (), None
    amending = annotate(given)
    if not any(command.action != "none" for command in amending[1].commands):
        return given, (), None
    done = consolidate(before, (amending,))
    if all(one.outcome == "other_base" for one in done.report.commands):
        return given, (), None  # a text of OLD that itself repeals or amends other acts
    return done.act, (amending,), done.report


def _form(output: Path) -> "Form":
    from lexkz.publish.document import FORMS

    ending = output.suffix.lower().removeprefix(".")
    for form in FORMS:
        if form == ending:
            return form
    raise click.UsageError(f"Say the format by the ending of the file: .docx, .html or .pdf, not '{output.name}'.")


def _finish(sheet: "Sheet", form: "Form", output: Path, report: "Report | None") -> None:
    with out.working("Writing"):
        from lexkz.publish.document import write

        data = write(sheet, form)
    out.result(data, output)
    if report is not None:
        out.diagnose(report.findings)
        out.finish(report.findings)
