"""How ``lexkz parse`` says on stderr what it recognised: a drawn table on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli.output import shortened

if TYPE_CHECKING:
    from lexkz.structure.summary import Attached, Summary


def summed_up(found: "Summary") -> None:
    """Print a summary on stderr."""
    rows = tuple(_rows(found))
    if not sys.stderr.isatty():
        width = max(len(name) for name, _ in rows)
        click.echo("".join(f"{name.ljust(width)}  {said}\n" for name, said in rows), nl=False, err=True)
        return
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=SIMPLE, show_header=False)
    drawn.add_column(no_wrap=True, style="bold")
    drawn.add_column(overflow="fold")
    for name, said in rows:
        drawn.add_row(name, Text(said))
    Console(stderr=True).print(drawn)


def _rows(found: "Summary") -> Iterable[tuple[str, str]]:
    yield "title", shortened(found.title or "-", 100)
    known = (found.kind, f"№ {found.number}" if found.number else None, found.date, found.language)
    yield "act", ", ".join(said for said in known if said) or "-"
    yield "units", _counted(found.units)
    if found.quoted:
        yield "quoted units", _counted(found.quoted)
    for attached in found.attached:
        yield attached.eid, _attached(attached)
    if found.tables:
        yield "tables", _tables(found.tables)
    notes = (("editors'", found.editors_notes), ("the act's own", found.own_notes))
    yield "notes", _counted(notes)
    yield "references", str(found.references)
    yield "set aside", f"{found.furniture} pieces of furniture, {found.repairs} repairs"
    if found.pages is not None:
        yield "pages", str(found.pages)
    yield "characters", str(found.characters)
    yield "findings", _counted(found.findings)


def _counted(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts if count) or "-"


def _attached(attached: "Attached") -> str:
    said = [attached.kind, f"“{shortened(attached.title, 70)}”" if attached.title else "without a title"]
    if attached.tables:
        said.append(_tables(attached.tables))
    if attached.blanks:
        said.append(f"{attached.blanks} blanks")
    return ", ".join(said)


def _tables(rows: tuple[int, ...]) -> str:
    return f"{len(rows)} tables of {', '.join(map(str, rows))} rows" if len(rows) > 1 else f"1 table of {rows[0]} rows"
