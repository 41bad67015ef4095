"""``lexkz rulings``: decisions of persons on findings."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import DAY, SOURCE, lang_option, output_option

if TYPE_CHECKING:
    from lexkz.api import Lang


@click.group("rulings")
def rulings_command() -> None:
    """Decisions of persons on findings that keep commands from being applied."""


@rulings_command.command("new")
@click.argument("base", type=SOURCE)
@click.option("--by", "amending", type=SOURCE, multiple=True, required=True, help="Amending act; repeatable, in order.")
@click.option("--published", type=DAY, help="Day of first official publication of the amending acts.")
@click.option("--rulings", type=click.Path(path_type=Path), help="Decisions made; else rulings.toml beside BASE.")
@output_option
@lang_option
def new_command(
    base: Path,
    amending: tuple[Path, ...],
    published: datetime | None,
    rulings: Path | None,
    output: Path | None,
    lang: "Lang | None",
) -> None:
    """Write a stub of rulings.toml: one undecided ruling for each finding that is open.

    What stands in OUTPUT already stays, letter by letter; only what is missing is added to it. Where an amending act
    lies in its folder in both languages (kaz.… beside rus.…), what they disagree in is a finding as well.
    """
    with out.working("Consolidating"):
        from lexkz.api import consolidate, read
        from lexkz.workspace.decided import beside, written
        from lexkz.workspace.layout import in_other_language

        acts = tuple(read(path, lang=lang) for path in amending)
        text = read(base, lang=lang)
        day = published.date() if published else None
        there = written(output) if output is not None else ""
        given = rulings or (output if there else None)
        others = [read(twin) for path in amending for twin in in_other_language(path)]
        done = consolidate(text, acts, published=day, rulings=beside(base, given), witnesses=others)
    out.result(done.rulings_stub(there), output)
