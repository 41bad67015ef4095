"""A reading in words and tables for people."""

from dataclasses import replace

from lexkz.amend.model import Address, Command, Reading
from lexkz.amend.render import UnrenderableError, describe
from lexkz.workspace.cli import output as out


def commands_table(reading: Reading, lang: str | None) -> str:
    """Return the commands of a reading as a table, with a line that says how much was understood."""
    rows = [_row(command, lang or "kaz") for command in reading.commands]
    columns = ("id", "action", "base", "address", "instruction", "findings")
    covered = reading.coverage
    share = f"{covered.claimed} of {covered.characters} characters are accounted for"
    shown = out.table(columns, rows) if rows else ""
    return f"{shown}{len(rows)} commands; {share}.\n"


def address(steps: Address, lang: str) -> str:
    """Return an address in words, outermost unit first, long names shortened: ``… қағидалары · 37-тармақ``."""
    short = tuple(replace(step, name=out.shortened(step.name, 90) if step.name else None) for step in steps)
    try:
        return describe(short, lang)
    except (UnrenderableError, KeyError):  # a kind for which the language has no word
        return " · ".join(f"{step.kind} {step.number or step.name or ''}".strip() for step in short)


def _row(command: Command, lang: str) -> tuple[str, ...]:
    return (
        command.id,
        command.action,
        f"№ {command.base.number}" if command.base.number else "-",
        "; ".join(address(target, lang) for target in command.targets),
        out.shortened(command.instruction, 60),
        ", ".join(finding.code for finding in command.findings) or "-",
    )
