"""``lexkz witness``: the consolidated texts of a workspace against official editions."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.comparing import differing_units, untold_acts
from lexkz.workspace.cli.options import json_option, output_option
from lexkz.workspace.cli.tongue import word

if TYPE_CHECKING:
    from lexkz.workspace.accuracy import Witnessed, WitnessedText


@click.command("witness")
@click.argument("workspace", required=False, type=click.Path(path_type=Path))
@click.option("--act", "ids", metavar="ID", multiple=True, help="Only texts of this act; can be given again.")
@json_option
@output_option
def witness_command(workspace: Path | None, ids: tuple[str, ...], as_json: bool, output: Path | None) -> None:
    """Hold all consolidated texts of a workspace against the official editions of their days.

    The editions are those that lexkz import and lexkz fetch put into corpus/. Units that the notes of an edition name
    are held against the units that our commands changed. Exit 1 where a unit differs in what a reader reads, where an
    edition cannot be read, and where no text has an edition.
    """
    with out.working("Comparing"):
        from lexkz.workspace.accuracy import witness
        from lexkz.workspace.layout import find_root

        found = witness(find_root(workspace or Path.cwd()), ids)
    if as_json:
        from lexkz.workspace.result_json import witnessed_json

        out.result(witnessed_json(found), output)
    else:
        out.result(_as_text(found), output)
    out.diagnose(one.finding for one in found.texts if one.finding is not None)
    if found.editions_alone:
        listed = ", ".join(f"{one.id}/{one.lang}@{one.day.isoformat()}" for one in found.editions_alone)
        click.echo(
            word("note: editions for whose day there is no text of ours: {listed}.").format(listed=listed), err=True
        )
    if not found.exact:
        raise click.exceptions.Exit(1)


def _as_text(found: "Witnessed") -> str:
    """The table of all texts, what differs in each, and the figures of all."""
    rows = [_row(one) for one in found.texts]
    columns = (
        "act",
        "lang",
        "date",
        "edition",
        "units",
        "same",
        "differs",
        "note without command",
        "command without note",
    )
    parts = [out.table(columns, rows) if rows else ""]
    for one in found.texts:
        tables = differing_units(one.differences) + untold_acts(one.untold)
        parts += [f"\n{one.id}/{one.lang}@{one.day}\n{tables}"] if tables else []
    if not found.units:
        return "".join([*parts, f"\n{word('No text of ours has an official edition of its day.')}\n"])
    # Rounded down: 100 % is all of them.
    share = f"{found.same * 1000 // found.units / 10:.1f}"
    said = word("{same} of {units} units read the same ({share} %), in {held} texts.")
    figures = said.format(same=found.same, units=found.units, share=share, held=len(found.held))
    return "".join([*parts, f"\n{figures}\n"])


def _row(one: "WitnessedText") -> tuple[str, ...]:
    if not one.held:
        return (one.id, one.lang, one.day, "-", "-", "-", "-", "-", "-")
    told = dict(one.told)
    notes = (str(told.get("official", 0)), str(told.get("ours", 0))) if told else ("-", "-")
    edition = one.edition_day.isoformat() if one.edition_day else "-"
    return (one.id, one.lang, one.day, edition, str(one.units), str(one.same), str(len(one.differences)), *notes)
