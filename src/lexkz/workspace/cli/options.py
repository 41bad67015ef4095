"""Options and arguments that commands share."""

import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

_MOST_OF_STDIN = 1 << 30
"""Bytes; a stream without an end would fill the disk. What sources may cost is for the readers to say."""


class _SourcePath(click.Path):
    """The path of a source, or ``-`` for standard input."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; what comes from standard input is laid down until the command ends."""
        if str(value) != "-" or ctx is None:
            return super().convert(value, param, ctx)
        root = ctx.find_root()
        if root.meta.get("lexkz.stdin"):
            raise click.UsageError("Standard input can be read once only: give the other source as a file.", ctx)
        root.meta["lexkz.stdin"] = True
        folder = root.with_resource(tempfile.TemporaryDirectory(prefix="lexkz-"))
        place = Path(folder) / "-"
        place.write_bytes(sys.stdin.buffer.read(_MOST_OF_STDIN))
        return place


SOURCE = _SourcePath(path_type=Path)
"""A source; that it exists and can be read is for the readers to say, in one sentence."""

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table for people.")
output_option = click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file (atomically)."
)
lang_option = click.option(
    "--lang",
    type=click.Choice(["kaz", "rus"]),
    help="Language of the text; else the document tells, or it is detected.",
)
reasons_option = click.option(
    "--reasons",
    type=click.Path(path_type=Path),
    help="CSV file of the drafter's reasons for the comparative table: number or element of a row, and the reason.",
)
strict_option = click.option("--strict", is_flag=True, help="Exit 1 where there is any finding, not errors only.")


class _Day(click.ParamType):  # type: ignore[type-arg]  # generic at run time only since click 8.4
    """A day in any of the three usual ways: 2024-11-20, 20.11.2024, «20 ноября 2024 года»."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the day as a moment, midnight; a word that is no day is wrong use."""
        if isinstance(value, datetime):
            return value
        from lexkz.workspace.decided import day_said

        day = day_said(str(value))
        if day is None:
            self.fail(f'{value!r} is no day: write it as 2024-11-20, 20.11.2024 or "20 ноября 2024 года".', param, ctx)
        return datetime(day.year, day.month, day.day)


DAY = _Day()


def time_options(command: Any) -> Any:
    """Give a command what a consolidation is told beside the acts: the day, days of publication, decisions."""
    for option in (
        click.option(
            "--rulings",
            type=click.Path(path_type=Path),
            help="Decisions of persons on findings; else rulings.toml beside the base act, where it is.",
        ),
        click.option(
            "--published",
            type=DAY,
            help="Day of first official publication of the amending acts; else act.toml beside each.",
        ),
        click.option("--at", type=DAY, help="Only what is in force on this day; else all that is given."),
    ):
        command = option(command)
    return command


def _limit(name: str, kind: Any, default: str, what: str) -> click.Option:
    def choose(ctx: click.Context, param: click.Parameter, value: Any) -> None:  # noqa: ARG001 (click's signature)
        if value is None:
            return
        from dataclasses import replace

        from lexkz.api import limits

        before = limits.limits()
        held = int(value * limits.MEGABYTE) if name == "bytes" else value
        limits.choose(replace(before, **{name: held}))
        ctx.call_on_close(lambda: limits.choose(None))

    option = "size" if name == "bytes" else name
    return click.Option(
        [f"--max-{option}"], type=kind, expose_value=False, callback=choose, metavar="N", help=f"{what} [{default}]."
    )


_MANY = click.IntRange(min=1)
_MORE = click.FloatRange(min=0, min_open=True)
LIMITS = (
    _limit("bytes", _MORE, "64", "Megabytes of a source that are read at most"),
    _limit("pages", _MANY, "3000", "Pages of a source that are read at most"),
    _limit("depth", _MANY, "200", "Levels of a source's elements in one another at most"),
    _limit("seconds", _MORE, "600", "Seconds that the command may take, or in a build each act"),
)
"""What a source may cost: options of every command that takes one, with the defaults of ``lexkz.reading.limits``."""


def with_limits(command: click.Command) -> click.Command:
    """Return ``command``, with the options that limit what a source may cost where it takes a source.

    All that it does shares one clock; a build gives each act its own, an import each file.
    """
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            with_limits(inner)
        return command
    takes = any(param.type is SOURCE for param in command.params)
    if (takes or command.name in ("build", "import")) and not any(param in LIMITS for param in command.params):
        command.params.extend(LIMITS)
        if takes and command.callback is not None:
            command.callback = _on_one_clock(command.name or "", command.callback)
    return command


def _on_one_clock(name: str, callback: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(callback)
    def timed(*arguments: Any, **options: Any) -> Any:
        from lexkz.api import limits

        with limits.on_one_clock(f"lexkz {name}"):
            return callback(*arguments, **options)

    return timed
