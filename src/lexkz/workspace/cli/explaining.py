"""``lexkz explain``: how one command was read."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, lang_option, output_option

if TYPE_CHECKING:
    from lexkz.amend.explain import Explanation
    from lexkz.read.blocks import Lang


@click.command("explain")
@click.argument("source", type=SOURCE)
@click.argument("identity")
@lang_option
@json_option
@output_option
def explain_command(source: Path, identity: str, lang: "Lang | None", as_json: bool, output: Path | None) -> None:
    """Show how one command was read: its words, its target, its content, its effect.

    IDENTITY is the command's id, as "lexkz commands" shows it: cmd_5.
    """
    with out.working("Reading commands"):
        from lexkz.amend.annotate import annotate
        from lexkz.amend.explain import explain
        from lexkz.publish import identity as identity_of
        from lexkz.structure import load

        act, reading = annotate(load(source, lang=lang))
        found = next((command for command in reading.commands if command.id == identity), None)
    if found is None:
        known = f"cmd_1 to cmd_{len(reading.commands)}" if reading.commands else "none"
        raise click.UsageError(f"There is no command {identity!r} in this act; it has {known}.")
    language = identity_of(act).language or "kaz"
    told = explain(found, language)
    if as_json:
        from lexkz.publish.explanation_json import explanation_json

        out.result(explanation_json(told), output)
    else:
        out.result(_told(told, language), output)


def _told(told: "Explanation", lang: str) -> str:
    command = told.command
    message = told.effect.kaz if lang == "kaz" else told.effect.rus
    words = out.table(("words", "what they are"), [(part.text, part.role) for part in told.parts])
    lines = [f"{command.id}  {command.action}", f"  {command.instruction}", "", words.rstrip("\n"), ""]
    lines += [f"→ {target}" for target in told.targets]
    lines += [f"  | {line}" for line in command.content]
    lines += [f"{finding.severity}: {finding.code}: {finding.message.eng}" for finding in command.findings]
    return "\n".join((*lines, message, ""))
