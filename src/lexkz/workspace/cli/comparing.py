"""``lexkz diff``, ``verify``: two texts of one act."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, lang_option, output_option
from lexkz.workspace.cli.tongue import counted, word

if TYPE_CHECKING:
    from lexkz.api import Lang, Verification
    from lexkz.api.comparing import Form
    from lexkz.comparison.told import ToldAct
    from lexkz.comparison.verify import VerifiedUnit


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
        from lexkz.api import compare, read

        acts = {new: read(new, lang=lang)}
        acts[old] = read(old, lang=lang) if old != new else acts[new]
        found = compare(acts[old], acts[new])
    if as_json:
        out.result(found.to_json(), output)
    elif form == "html":
        out.result(found.to_html(), output)
    elif output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        out.result(found.to_text(_coloured, word), output)
    else:
        out.result(found.to_text(say=word), output)
    out.of_sources(acts)


def _coloured(mark: str, said: str) -> str:
    """Words as a terminal shows them: what has gone struck out in red, what has come underlined in green."""
    if mark == "-":
        return click.style(said, fg="red", strikethrough=True)
    if mark == "+":
        return click.style(said, fg="green", underline=True)
    return click.style(said, bold=True) if mark == "#" else said


@click.command("verify")
@click.argument("ours", type=SOURCE)
@click.argument("official", type=SOURCE)
@lang_option
@json_option
@output_option
def verify_command(ours: Path, official: Path, lang: "Lang | None", as_json: bool, output: Path | None) -> None:
    """Hold a consolidated text against an official edition, unit by unit.

    Acts that the edition's notes name for a unit and our text does not know, and the reverse, are listed below. A file
    that ends in .docx, .html or .pdf is a table for those who sign. Exit 1 where a unit differs in what a reader reads.
    """
    form = None if output is None or as_json else _PAPERS.get(output.suffix.lower())
    with out.working("Comparing"):
        from lexkz.api import read, verify

        acts = {ours: read(ours, lang=lang), official: read(official, lang=lang)}
        found = verify(acts[ours], acts[official])
    if as_json:
        out.result(found.to_json(), output)
    elif form is not None:
        out.result(found.to_document(form), output)
    else:
        out.result(_verified(found), output)
    out.of_sources(acts)
    if not found.exact:
        raise click.exceptions.Exit(1)


def differing_units(units: "Sequence[VerifiedUnit]") -> str:
    """Return units that do not read the same as a table; nothing where there are none."""
    from lexkz.api import marked

    rows = [
        (unit.eid, word(unit.state), out.shortened(marked(unit.words) or unit.ours or unit.official or "", 90))
        for unit in units
    ]
    return out.table(("eId", "state", "official → ours"), rows) if rows else ""


def untold_acts(acts: "Sequence[ToldAct]") -> str:
    """Return changes of which only the notes, or only our text, tell, as a table; nothing where there are none."""
    rows = [
        (one.eid or "-", f"{one.date} № {one.number}", word(_TOLD[one.state]), out.shortened(one.note or "", 60))
        for one in acts
    ]
    return out.table(("eId", "by", "state", "note"), rows) if rows else ""


def _verified(found: "Verification") -> str:
    table, told = differing_units(found.differences), untold_acts(found.untold)
    counts = ", ".join(counted(count, state) for state, count in sorted(found.summary.items()))
    return f"{table}{told}{counts}.\n"


_PAPERS: "Mapping[str, Form]" = {".docx": "docx", ".html": "html", ".pdf": "pdf"}
_TOLD = {"official": "told by a note only", "ours": "changed by us, no note"}
