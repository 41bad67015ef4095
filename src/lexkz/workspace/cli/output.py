"""What commands print and how they end: results on stdout or in a file, diagnostics on stderr, exit codes."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.findings import Finding
from lexkz.workspace import atomic
from lexkz.workspace.cli import tongue
from lexkz.workspace.cli.tongue import command_name, meant, numbered, sentence, word

if TYPE_CHECKING:
    from lexkz.api import Act

NARROW = 20
"""Columns of cells no longer than this are not wrapped on a terminal."""


def result(data: bytes | str, output: Path | None) -> None:
    """Write a result to ``output``, atomically, or else to stdout, in UTF-8 whatever the locale is."""
    data = data.encode() if isinstance(data, str) else data
    if output is not None:
        atomic.write(output, data)
        return
    click.echo(data, nl=False)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table for people, its heads in their language: drawn by rich on a terminal, else in plain columns."""
    columns = [word(one) for one in columns]
    if sys.stdout.isatty():
        return _drawn(columns, rows)
    lines = [columns, *rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    plain = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines)
    return "".join(f"{line}\n" for line in plain)


def _drawn(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    lines = list(rows)
    drawn = Table(box=SIMPLE_HEAD)
    for place, column in enumerate(columns):
        short = all(len(line[place]) <= NARROW for line in lines)
        drawn.add_column(column, overflow="fold", no_wrap=short)
    for row in lines:
        drawn.add_row(*(Text(cell) for cell in row))
    console = Console()
    with console.capture() as capture:
        console.print(drawn)
    return capture.get()


def shortened(text: str, length: int = 72) -> str:
    """Return ``text`` in one line, cut at ``length`` characters with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def diagnose(findings: Iterable[Finding], *, at: str = "") -> None:
    """Print findings on stderr, one a line, in the user's language: severity, code, place, the sentence, its words."""
    for finding in findings:
        place = [at] if at else []
        place += [command_name(finding.command)] if finding.command else []
        place += [numbered("page", finding.place.page)] if finding.place.page is not None else []
        place += [numbered("line", finding.place.line)] if finding.place.line is not None else []
        words = f" [{shortened(finding.text)}]" if finding.text else ""
        where = f" ({', '.join(place)})" if place else ""
        could = f" {word('Could be meant')}: {meant(finding)}." if finding.candidates else ""
        said = sentence(finding.message)
        click.echo(f"{word(finding.severity)}: {finding.code}{where}: {said}{words}{could}", err=True)


def counted(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each severity: ``2 error, 1 info``; a hyphen for none."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(tongue.counted(counts[name], name) for name in ("error", "warning", "info") if counts[name]) or "-"


def finish(findings: Iterable[Finding], *, strict: bool = False) -> None:
    """End the command: exit 1 where there are findings of severity ``error``, or any with ``strict``."""
    if any(strict or finding.severity == "error" for finding in findings):
        raise click.exceptions.Exit(1)


def of_sources(acts: "Mapping[Path, Act]") -> None:
    """Print what was found in reading each source, and end with exit 1 where one of them has an error."""
    for path, act in acts.items():
        diagnose((found for found in act.findings if found.severity != "info"), at=path.name)
    finish(found for act in acts.values() for found in act.findings)


@contextmanager
def working(label: str) -> Iterator[None]:
    """Show on stderr, on a terminal, that work of unknown length goes on."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(label):
        yield
