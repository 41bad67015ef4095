"""``lexkz finding``: what the code of a finding says, and what a person can do about it."""

import re
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import json_option, output_option
from lexkz.workspace.cli.tongue import sentence, word

if TYPE_CHECKING:
    from lexkz.findings import CatalogueEntry


@click.command("finding")
@click.argument("code", required=False)
@json_option
@output_option
def finding_command(code: str | None, as_json: bool, output: Path | None) -> None:
    """Show what the code of a finding says, what a person can do about it, and an example.

    Without CODE, all codes. In the user's language; with --json in Kazakh, Russian and English.
    """
    from lexkz.findings import catalogue, entries

    try:
        found = entries(code) if code is not None else catalogue()
    except KeyError:
        near = get_close_matches(code or "", dict.fromkeys(entry.code for entry in catalogue()))
        hint = f" Nearest: {', '.join(near)}." if near else ""
        raise click.UsageError(f"There is no finding {code}.{hint}") from None
    if as_json:
        from lexkz.api import catalogue_json

        out.result(catalogue_json(found), output)
    elif code is None:
        rows = [(word(entry.severity), entry.code, out.shortened(sentence(entry.message), 100)) for entry in found]
        out.result(out.table(("severity", "code", "what"), rows), output)
    else:
        out.result("\n".join(map(_told, found)), output)


_BLANK = re.compile(r"\{\w+\}")
"""What changes in a sentence from case to case."""


def _told(entry: "CatalogueEntry") -> str:
    return "".join(
        f"{line}\n"
        for line in (
            f"{entry.code}: {word(entry.severity)}",
            f"  {_BLANK.sub('…', sentence(entry.message))}",
            f"  {word('What to do')}: {sentence(entry.advice)}",
            f"  {word('Example')}: {entry.example.text}",
        )
    )
