"""How ``lexkz parse`` says on stderr what it recognised: a drawn table on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli.output import shortened
from lexkz.workspace.cli.tongue import counted, tongue, word

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
    yield word("title"), shortened(found.title or "-", 100)
    number = f"№ {found.number}" if found.number else None
    known = (found.kind and word(found.kind), number, found.date, found.language and word(found.language))
    yield word("act"), ", ".join(said for said in known if said) or "-"
    yield word("units"), _counted(found.units)
    if found.quoted:
        yield word("quoted units"), _counted(found.quoted)
    for attached in found.attached:
        yield attached.eid, _attached(attached)
    if found.tables:
        yield word("tables"), _tables(found.tables)
    notes = (("editors'", found.editors_notes), ("the act's own", found.own_notes))
    yield word("notes"), _counted(notes)
    yield word("references"), str(found.references)
    aside = (("pieces of furniture", found.furniture), ("repairs", found.repairs))
    yield word("set aside"), ", ".join(counted(count, name) for name, count in aside)
    if found.pages is not None:
        yield word("pages"), str(found.pages)
    yield word("characters"), str(found.characters)
    yield word("findings"), _counted(found.findings)


def _counted(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(counted(count, name) for name, count in counts if count) or "-"


def _attached(attached: "Attached") -> str:
    title = f"“{shortened(attached.title, 70)}”" if attached.title else word("without a title")
    said = [word(attached.kind), title]
    if attached.tables:
        said.append(_tables(attached.tables))
    if attached.blanks:
        said.append(counted(attached.blanks, "blanks"))
    return ", ".join(said)


def _tables(rows: tuple[int, ...]) -> str:
    if tongue() != "eng":
        return f"{word('tables')}: {len(rows)} ({word('rows')}: {', '.join(map(str, rows))})"
    return f"{len(rows)} tables of {', '.join(map(str, rows))} rows" if len(rows) > 1 else f"1 table of {rows[0]} rows"
