"""``lexkz parse``, ``commands``, ``export``: one source, read."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, lang_option, output_option, strict_option

if TYPE_CHECKING:
    from lexkz.api import Act, Lang


@click.command("parse")
@click.argument("source", type=SOURCE)
@lang_option
@json_option
@output_option
@strict_option
@click.option("-q", "--quiet", is_flag=True, help="Print no summary and no findings on stderr.")
def parse_command(
    source: Path, lang: "Lang | None", as_json: bool, output: Path | None, strict: bool, quiet: bool
) -> None:
    """Turn a source into Akoma Ntoso.

    A summary of what was recognised, and the findings, go to stderr.
    """
    with out.working("Reading"):
        from lexkz.api import commands, read

        found = commands(read(source, lang=lang))
    out.result(found.act.to_json() if as_json else found.act.to_akn(), output)
    findings = tuple(dict.fromkeys((*found.act.findings, *found.findings)))
    if not quiet:
        from lexkz.workspace.cli.summing import summed_up

        out.diagnose(findings)
        summed_up(found.act.summary(findings))
    out.finish(findings, strict=strict)


@click.command("commands")
@click.argument("source", type=SOURCE)
@lang_option
@json_option
@output_option
@strict_option
def commands_command(source: Path, lang: "Lang | None", as_json: bool, output: Path | None, strict: bool) -> None:
    """Show the amendment commands of an act.

    SOURCE is an act or a fragment of one; what was not understood is shown on stderr.
    """
    with out.working("Reading commands"):
        from lexkz.api import commands, read

        found = commands(read(source, lang=lang))
    if as_json:
        out.result(found.to_json(), output)
    else:
        from lexkz.workspace.cli.wording import commands_table

        out.result(commands_table(found), output)
    out.diagnose(found.findings)
    out.finish(found.findings, strict=strict)


@click.command("export")
@click.argument("source", type=SOURCE)
@click.option(
    "--to",
    "form",
    type=click.Choice(["text", "markdown", "html", "docx", "pdf", "json", "ndjson"]),
    required=True,
    help="Format to write.",
)
@lang_option
@output_option
@strict_option
def export_command(source: Path, form: str, lang: "Lang | None", output: Path | None, strict: bool) -> None:
    """Write an act in another format.

    Text is one paragraph a line, the act's own words only; the cells of a table row are parted by tabs. HTML, DOCX and
    PDF have the layout of official texts, with the state of the text on top and the editors' notes. NDJSON is one unit
    a line, each by itself; Markdown has headings, lists, tables and an anchor before each unit.
    """
    with out.working("Reading"):
        from lexkz.api import read

        act = read(source, lang=lang)
        made = _written(act, form)
    out.result(made, output)
    out.diagnose(act.findings)
    out.finish(act.findings, strict=strict)


def _written(act: "Act", form: str) -> bytes | str:
    if form == "text":
        return act.to_text()
    if form == "markdown":
        return act.to_markdown()
    if form == "html":
        return act.to_html()
    if form == "docx":
        return act.to_docx()
    if form == "pdf":
        return act.to_pdf()
    return act.to_json() if form == "json" else act.to_ndjson()
