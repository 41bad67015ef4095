"""``lexkz explain``: how one command was read."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, lang_option, output_option
from lexkz.workspace.cli.tongue import action, command_name, sentence, word

if TYPE_CHECKING:
    from lexkz.api import Explained, Lang


@click.command("explain")
@click.argument("source", type=SOURCE)
@click.argument("identity")
@lang_option
@json_option
@output_option
def explain_command(source: Path, identity: str, lang: "Lang | None", as_json: bool, output: Path | None) -> None:
    """Show how one command was read: its words, its target, its content, its effect.

    IDENTITY is the command's number, as "lexkz commands" shows it, or its id, as JSON has it: 5, cmd_5.
    """
    with out.working("Reading commands"):
        from lexkz.api import explain, read

        act = read(source, lang=lang)
        try:
            told = explain(act, f"cmd_{identity}" if identity.isdecimal() else identity)
        except LookupError as error:
            raise click.UsageError(str(error)) from None
    if as_json:
        out.result(told.to_json(), output)
    else:
        out.result(_told(told, act.lang or "kaz"), output)


def _told(told: "Explained", lang: str) -> str:
    command = told.command
    message = told.effect.kaz if lang == "kaz" else told.effect.rus
    words = out.table(("words", "what they are"), [(part.text, word(part.role)) for part in told.parts])
    lines = [
        f"{command_name(command.id)}  {action(command)}",
        f"  {command.instruction}",
        "",
        words.rstrip("\n"),
        "",
    ]
    lines += [f"→ {target}" for target in told.targets]
    lines += [f"  | {line}" for line in command.content]
    lines += [f"{word(finding.severity)}: {finding.code}: {sentence(finding.message)}" for finding in command.findings]
    return "\n".join((*lines, message, ""))
