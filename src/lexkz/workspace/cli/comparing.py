"""``lexkz diff``, ``verify``: two texts of one act."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, lang_option, output_option

if TYPE_CHECKING:
    from lexkz.read.blocks import Lang


@click.command("diff")
@click.argument("old", type=SOURCE)
@click.argument("new", type=SOURCE)
@click.option("--to", "form", type=click.Choice(["text", "html"]), default="text", help="Format to write.")
@lang_option
@json_option
@output_option
def diff_command(old: Path, new: Path, form: str, lang: "Lang | None", as_json: bool, output: Path | None) -> None:
    """Show paragraph and word differences between two texts of an act."""
    with out.working("Comparing"):
        from lexkz.compare.cells import cell_changes
        from lexkz.compare.diff import diff
        from lexkz.publish import identity
        from lexkz.structure import load

        new_act = load(new, lang=lang)
        old_act = load(old, lang=lang)
        hunks, cells = diff(old_act, new_act), cell_changes(old_act, new_act)
    if as_json:
        from lexkz.publish.comparison_json import diff_json

        out.result(diff_json(hunks, cells), output)
    elif form == "html":
        from lexkz.publish.difference_html import diff_html

        out.result(diff_html(hunks, identity(new_act).language or "kaz"), output)
    else:
        from lexkz.publish.difference_text import diff_text

        out.result(diff_text(hunks, cells), output)


@click.command("verify")
@click.argument("ours", type=SOURCE)
@click.argument("official", type=SOURCE)
@lang_option
@json_option
@output_option
def verify_command(ours: Path, official: Path, lang: "Lang | None", as_json: bool, output: Path | None) -> None:
    """Hold a consolidated text against an official edition, unit by unit.

    Exit 1 where a unit differs in what a reader reads.
    """
    with out.working("Comparing"):
        from lexkz.compare.verify import differences, verify
        from lexkz.structure import load

        found = verify(load(ours, lang=lang), load(official, lang=lang))
    if as_json:
        from lexkz.publish.comparison_json import verify_json

        out.result(verify_json(found), output)
    else:
        from lexkz.publish.difference_text import marked

        rows = [
            (unit.eid, unit.state, out.shortened(marked(unit.words) or unit.ours or unit.official or "", 90))
            for unit in differences(found.units)
        ]
        table = out.table(("eId", "state", "official → ours"), rows) if rows else ""
        counts = ", ".join(f"{count} {state}" for state, count in sorted(found.summary.items()))
        out.result(f"{table}{counts}.\n", output)
    if not found.exact:
        raise click.exceptions.Exit(1)
