"""``lexkz draft``: from an edited text to the amending order."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, lang_option, output_option
from lexkz.workspace.cli.tongue import word

if TYPE_CHECKING:
    from lexkz.api import Draft, Lang


@click.command("draft")
@click.argument("old", type=SOURCE)
@click.argument("new", type=SOURCE, required=False)
@click.option(
    "--grain",
    type=click.Choice(["words", "unit"]),
    default="words",
    help="Change words where that is shorter, or word units anew.",
)
@click.option(
    "--requisites",
    type=click.Path(dir_okay=False, path_type=Path),
    help="TOML file of what the order says of itself: author, date, number, preamble, clauses, signature.",
)
@click.option(
    "--with",
    "beside",
    type=click.Choice(["table"]),
    multiple=True,
    help="Write the comparative table as well, beside the order: order.table.docx.",
)
@lang_option
@json_option
@output_option
def draft_command(
    old: Path,
    new: Path | None,
    grain: Literal["words", "unit"],
    requisites: Path | None,
    beside: tuple[str, ...],
    lang: "Lang | None",
    as_json: bool,
    output: Path | None,
) -> None:
    """Write the amending order that makes OLD, the text in force, into NEW, the edited text, and prove it.

    Without NEW, OLD is a Word file with tracked changes. The order is written, read back and applied before it is
    given. The ending of the file is its format: .docx, .txt, .xml (Akoma Ntoso) or .json; else text. Exit 1 where a
    change cannot be said by a command.
    """
    if beside and output is None:
        raise click.UsageError("Say with -o where the order goes: the table is written beside it.")
    with out.working("Drafting"):
        from lexkz.api import draft

        made = draft(old, new, lang=lang, grain=grain, requisites=requisites)
        data = made.to_json() if as_json else _written(made, output)
    out.result(data, output)
    if output is not None and beside:
        out.result(made.table(), output.with_suffix(".table.docx"))
    if output is not None and not as_json:
        click.echo(
            f"{word('commands')}: {len(made.commands)}; {word('proof')}: {word('holds' if made.exact else 'fails')}",
            err=True,
        )
    out.diagnose(made.findings)
    out.finish(made.findings)


def _written(made: "Draft", output: Path | None) -> bytes | str:
    ending = output.suffix.lower() if output is not None else ""
    if ending == ".docx":
        return made.act.to_docx()
    if ending in (".xml", ".akn"):
        return made.act.to_akn()
    return made.to_json() if ending == ".json" else made.act.to_text()
