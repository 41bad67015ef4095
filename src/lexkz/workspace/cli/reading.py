"""``lexkz parse``, ``commands``, ``export``: one source, read."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, lang_option, output_option, strict_option

if TYPE_CHECKING:
    from lexkz.read.blocks import Lang
    from lexkz.structure import Act


@click.command("parse")
@click.argument("source", type=SOURCE)
@lang_option
@json_option
@output_option
@strict_option
def parse_command(source: Path, lang: "Lang | None", as_json: bool, output: Path | None, strict: bool) -> None:
    """Turn a source into Akoma Ntoso."""
    with out.working("Reading"):
        from lexkz.akn import canonical
        from lexkz.amend.annotate import annotate
        from lexkz.structure import load

        act, reading = annotate(load(source, lang=lang))
    if as_json:
        from lexkz.publish import act_json

        out.result(act_json(act), output)
    else:
        out.result(canonical.serialise(act.root), output)
    findings = tuple(dict.fromkeys((*act.findings, *reading.findings)))
    out.diagnose(findings)
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
        from lexkz.amend.annotate import annotate
        from lexkz.structure import load

        # Marked up, so that the eIds of the commands are those of the act's XML.
        act, reading = annotate(load(source, lang=lang))
    if as_json:
        from lexkz.publish import reading_json

        out.result(reading_json(reading), output)
    else:
        from lexkz.publish import identity
        from lexkz.workspace.cli.wording import commands_table

        out.result(commands_table(reading, identity(act).language), output)
    out.diagnose(reading.findings)
    out.finish(reading.findings, strict=strict)


@click.command("export")
@click.argument("source", type=SOURCE)
@click.option(
    "--to",
    "form",
    type=click.Choice(["text", "html", "docx", "pdf", "json"]),
    required=True,
    help="Format to write.",
)
@lang_option
@output_option
@strict_option
def export_command(source: Path, form: str, lang: "Lang | None", output: Path | None, strict: bool) -> None:
    """Write an act in another format.

    Text is one paragraph a line, the act's own words only; the cells of a table row are parted by tabs. HTML, DOCX and
    PDF have the layout of official texts, with the state of the text on top and the editors' notes.
    """
    with out.working("Reading"):
        from lexkz.publish import act_json, export_text
        from lexkz.structure import load

        act = load(source, lang=lang)
        if form in ("html", "docx", "pdf"):
            made = _document(act, form)
        else:
            made = (export_text(act) if form == "text" else act_json(act)).encode()
    out.result(made, output)
    out.diagnose(act.findings)
    out.finish(act.findings, strict=strict)


def _document(act: "Act", form: str) -> bytes:
    from lexkz.publish.document import FORMS, write
    from lexkz.publish.sheet.act import act_sheet

    (known,) = (each for each in FORMS if each == form)
    return write(act_sheet(act), known)
