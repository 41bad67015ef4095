"""A reading in words and tables for people."""

from typing import TYPE_CHECKING

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.tongue import action, command_name, word

if TYPE_CHECKING:
    from lexkz.api import Command, Commands


def commands_table(found: "Commands") -> str:
    """Return the commands of an act as a table, with a line that says how much was understood."""
    rows = [_row(command, found.act.lang or "kaz") for command in found]
    columns = ("command", "action", "base", "address", "instruction", "findings")
    covered = found.coverage
    share = word("{count} commands; {claimed} of {characters} characters are accounted for")
    told = share.format(count=len(rows), claimed=covered.claimed, characters=covered.characters)
    shown = out.table(columns, rows) if rows else ""
    return f"{shown}{told}.\n"


def _row(command: "Command", lang: str) -> tuple[str, ...]:
    from lexkz.api import address_words

    return (
        command_name(command.id),
        action(command),
        f"№ {command.base.number}" if command.base.number else "-",
        "; ".join(address_words(target, lang, lambda name: out.shortened(name, 90)) for target in command.targets),
        out.shortened(command.instruction, 60),
        ", ".join(finding.code for finding in command.findings) or "-",
    )
