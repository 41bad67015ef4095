"""``lexkz redline``, ``compare-table``, ``changes``, ``side-by-side``: documents for those who sign."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, lang_option, reasons_option, time_options
from lexkz.workspace.cli.tongue import word

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
@click.argument("new", type=SOURCE, required=False)
@click.option("--by", "amending", type=SOURCE, multiple=True, help="Amending act; repeatable, in order.")
@time_options
@lang_option
@file_option
def redline_command(
    old: Path,
    new: Path | None,
    amending: tuple[Path, ...],
    at: datetime | None,
    published: datetime | None,
    rulings: Path | None,
    lang: "Lang | None",
    output: Path,
) -> None:
    """Write the changes of a text as tracked changes, to be accepted or rejected one by one.

    NEW is the new text, or the act that amends OLD. With --by and OLD a Word file the changes are written into that
    file: its styles, numbering, headers and page setup stay, and comments say what waits. Exit 1 where a command waits
    for a person, or the place of a unit in the file is not sure.
    """
    form = _form(output)
    if (new is None) == (not amending):
        raise click.UsageError("Say the new text, or with --by the acts that amend the old one.")
    if new is None:
        _by(old, amending, (at, published, rulings), lang, output)
        return
    with out.working("Comparing"):
        from lexkz.api import read, redline

        before = read(old, lang=lang)
        after = _after(before, read(new, lang=lang), old, at, published, rulings)
        data = redline(before, after, form)
    _finish(data, output, {old: before, new: after})


def _by(
    old: Path,
    amending: tuple[Path, ...],
    times: tuple[datetime | None, datetime | None, Path | None],
    lang: "Lang | None",
    output: Path,
) -> None:
    at, published, rulings = times
    with out.working("Consolidating"):
        from lexkz.api import consolidate, read, redline, redline_own
        from lexkz.workspace.decided import beside

        acts = tuple(read(path, lang=lang) for path in amending)
        day, first, decided = _date(at), _date(published), beside(old, rulings)
        if old.suffix.lower() == output.suffix.lower() == ".docx":
            made = redline_own(old, acts, at=day, published=first, rulings=decided, lang=lang)
            if made.right:
                out.result(made.data, output)
            findings = made.findings
        else:
            before = read(old, lang=lang)
            done = consolidate(before, acts, at=day, published=first, rulings=decided)
            out.result(redline(before, done, _form(output)), output)
            findings = done.report.findings
    out.diagnose(findings)
    out.finish(findings)


@click.command("compare-table")
@click.argument("old", type=SOURCE)
@click.argument("new", type=SOURCE)
@reasons_option
@time_options
@lang_option
@file_option
def compare_table_command(
    old: Path,
    new: Path,
    reasons: Path | None,
    at: datetime | None,
    published: datetime | None,
    rulings: Path | None,
    lang: "Lang | None",
    output: Path,
) -> None:
    """Write the comparative table: structural element, wording in force, proposed wording, reason.

    NEW is the new text, or the act that amends OLD. Exit 1 where one of its commands waits for a person.
    """
    form = _form(output)
    with out.working("Comparing"):
        from lexkz.api import comparative_table, read

        before = read(old, lang=lang)
        after = _after(before, read(new, lang=lang), old, at, published, rulings)
        data = comparative_table(before, after, form, reasons=reasons)
    _finish(data, output, {old: before, new: after})


@click.command("changes")
@click.argument("base", type=SOURCE)
@click.option("--by", "amending", type=SOURCE, multiple=True, help="Amending act; repeatable, in order.")
@time_options
@lang_option
@json_option
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; its ending is the format: .docx, .html or .pdf. Without --by it may be left out.",
)
def changes_command(
    base: Path,
    amending: tuple[Path, ...],
    at: datetime | None,
    published: datetime | None,
    rulings: Path | None,
    lang: "Lang | None",
    as_json: bool,
    output: Path | None,
) -> None:
    """Write the list of changes of an act: one row a command, and what became of it.

    Without --by, BASE is an official edition: listed is the history that its editors' notes tell.
    """
    if not amending:
        _history(base, lang, as_json=as_json, output=output)
        return
    if output is None or as_json:
        raise click.UsageError("With --by, say the file to write with -o: .docx, .html or .pdf.")
    form = _form(output)
    with out.working("Consolidating"):
        from lexkz.api import consolidate, read
        from lexkz.workspace.decided import beside

        acts = tuple(read(path, lang=lang) for path in amending)
        text = read(base, lang=lang)
        day, first = _date(at), _date(published)
        done = consolidate(text, acts, at=day, published=first, rulings=beside(base, rulings))
        data = done.changes(form)
    _finish(data, output, {base: done})


@click.command("side-by-side")
@click.argument("left", type=SOURCE)
@click.argument("right", type=SOURCE)
@file_option
def side_by_side_command(left: Path, right: Path, output: Path) -> None:
    """Write the two languages of an act side by side, unit by unit."""
    form = _form(output)
    with out.working("Reading"):
        from lexkz.api import read, side_by_side

        one, two = read(left), read(right)
        data = side_by_side(one, two, form)
    _finish(data, output, {left: one, right: two})


def _history(official: Path, lang: "Lang | None", *, as_json: bool, output: Path | None) -> None:
    if as_json and output is not None and output.suffix.lower() != ".json":
        raise click.UsageError(f"With --json the file must end in .json, not '{output.name}'.")
    form = None if output is None or as_json else _form(output)
    with out.working("Reading"):
        from lexkz.api import read

        act = read(official, lang=lang)
    if as_json or output is None:
        rows = [
            (
                act.name_of(one.eid) or "-",
                word(one.change.kind),
                ", ".join(f"{by.date} № {by.number}" for by in one.change.acts),
            )
            for one in act.told_changes
        ]
        table = out.table(("unit", "change", "by"), rows) if rows else f"{word('No note tells of a change.')}\n"
        out.result(act.told_json() if as_json else table, output)
    elif form is not None:
        out.result(act.told_document(form), output)
    out.of_sources({official: act})


def _form(output: Path) -> Form:
    forms: tuple[Form, ...] = get_args(Form)
    ending = output.suffix.lower().removeprefix(".")
    for form in forms:
        if form == ending:
            return form
    raise click.UsageError(f"Say the format by the ending of the file: .docx, .html or .pdf, not '{output.name}'.")


def _after(
    before: "Act", given: "Act", base: Path, at: datetime | None, published: datetime | None, rulings: Path | None
) -> "Act":
    """The new text: as given, or what an amending act makes of the old one."""
    from lexkz.api import new_text
    from lexkz.workspace.decided import beside

    decided = beside(base, rulings)
    return new_text(before, given, at=_date(at), published=_date(published), rulings=decided)


def _date(moment: datetime | None) -> "date | None":
    return moment.date() if moment is not None else None


def _finish(data: bytes, output: Path, acts: "Mapping[Path, Act]") -> None:
    """Write a document, and tell what was found in the texts that it was made of."""
    from lexkz.api import Consolidated

    out.result(data, output)
    made = [act for act in acts.values() if isinstance(act, Consolidated)]
    if made:
        # Its report has what was found in reading the base and the amending acts.
        out.diagnose(made[-1].report.findings)
        out.finish(made[-1].report.findings)
        return
    out.of_sources(acts)
