"""``lexkz agree``: the two languages of an act held against each other."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, strict_option
from lexkz.workspace.cli.tongue import sentence, tongue, word

if TYPE_CHECKING:
    from lexkz.api import Agreement
    from lexkz.comparison.witness.disagreement import Disagreement

_FORMS = (".json", ".html", ".docx", ".pdf")


@click.command("agree")
@click.argument("kaz", type=SOURCE)
@click.argument("rus", type=SOURCE)
@json_option
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write instead of stdout; its ending is the format: .json, .html, .docx or .pdf.",
)
@strict_option
def agree_command(kaz: Path, rus: Path, as_json: bool, output: Path | None, strict: bool) -> None:
    """Hold the Kazakh and the Russian text of an act against each other.

    Units, numbers, days, references, tables and commands must be the same in both. Exit 1 where they are not.
    """
    ending = output.suffix.lower() if output is not None else ""
    if output is not None and (ending not in _FORMS or (as_json and ending != ".json")):
        wanted = ".json" if as_json else ".json, .html, .docx or .pdf"
        raise click.UsageError(f"Say the format by the ending of the file: {wanted}, not '{output.name}'.")
    with out.working("Comparing"):
        from lexkz.api import agree, read

        acts = {kaz: read(kaz), rus: read(rus)}
        found = agree(acts[kaz], acts[rus])
    if as_json or ending == ".json":
        out.result(found.to_json(), output)
    elif ending == ".html":
        out.result(found.to_document("html"), output)
    elif ending == ".docx":
        out.result(found.to_document("docx"), output)
    elif ending == ".pdf":
        out.result(found.to_document("pdf"), output)
    else:
        table = out.table(("severity", "unit", "what"), [_row(one, found) for one in found]) if found else ""
        out.result(f"{table}{out.counted(found.findings) if found else word('No disagreements found')}.\n", None)
    out.of_sources(acts)
    out.finish(found.findings, strict=strict)


def _row(one: "Disagreement", found: "Agreement") -> tuple[str, str, str]:
    named = (found.kaz.name_of(one.kaz.eid), found.rus.name_of(one.rus.eid))
    unit = next(filter(None, named[::-1] if tongue() == "rus" else named), "-")
    return word(one.finding.severity), out.shortened(unit), out.shortened(sentence(one.finding.message), 160)
