"""A reading in words and tables for people."""

from lexkz.amend.model import Address, Command, Reading, Step
from lexkz.languages.address_words import AddressWords, address_words
from lexkz.workspace.cli import output as out


def commands_table(reading: Reading, lang: str | None) -> str:
    """Return the commands of a reading as a table, with a line that says how much was understood."""
    words = address_words(lang or "kaz")
    rows = [_row(command, words) for command in reading.commands]
    columns = ("id", "action", "base", "address", "instruction", "findings")
    covered = reading.coverage
    share = f"{covered.claimed} of {covered.characters} characters are accounted for"
    shown = out.table(columns, rows) if rows else ""
    return f"{shown}{len(rows)} commands; {share}.\n"


def address(steps: Address, words: AddressWords) -> str:
    """Return an address in words, outermost unit first: ``… қағидалары, 37-тармақ, 3) тармақша``."""
    return ", ".join(_step(step, words) for step in steps) or words.whole


def _row(command: Command, words: AddressWords) -> tuple[str, ...]:
    targets = "; ".join(address(target, words) for target in command.targets)
    return (
        command.id,
        command.action,
        f"№ {command.base.number}" if command.base.number else "-",
        targets,
        out.shortened(command.instruction, 60),
        ", ".join(finding.code for finding in command.findings) or "-",
    )


def _step(step: Step, words: AddressWords) -> str:
    name = out.shortened(step.name, 48) if step.name else None
    if step.number is None:
        return name or words.bare[step.kind]
    numbered = words.numbered[step.kind].format(step.number)
    return f"{numbered} «{name}»" if name else numbered
