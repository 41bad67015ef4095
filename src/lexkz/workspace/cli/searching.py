"""``lexkz index`` and ``search``: the workspace in one file, and the units in it that hold given words."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import DAY, json_option, strict_option

if TYPE_CHECKING:
    from lexkz.publication.store_json import FoundData, HitData

store_option = click.option(
    "--store",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The store; else published/lexkz.sqlite of the workspace.",
)


@click.command("index")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the store to this file.")
@click.option("--processes", type=click.IntRange(1, 64), help="How many processes read acts; else as many as cores.")
@strict_option
def index_command(output: Path | None, processes: int | None, strict: bool) -> None:
    """Put the workspace into one SQLite file for search, only what changed.

    It is written to published/lexkz.sqlite, whole or not at all: readers of the file before go on reading it.
    """
    with _progress() as progress:
        from lexkz.workspace.layout import find_root
        from lexkz.workspace.store import index

        done = index(find_root(Path.cwd()), output, processes=processes, progress=progress)
    out.result(
        f"{len(done.written)} written, {len(done.removed)} removed, {done.unchanged} unchanged"
        f"{f', {len(done.failed)} failed' if done.failed else ''}\n",
        None,
    )
    for key, finding in done.failed:
        out.diagnose((finding,), at=key)
    out.finish([finding for _, finding in done.failed], strict=strict)


@click.command("search")
@click.argument("query", nargs=-1, required=True)
@click.option("--at", type=DAY, metavar="DATE", help="Look in the texts of that day, 2024-12-01; else in the newest.")
@click.option("--lang", type=click.Choice(["kaz", "rus"]), help="Only acts in this language.")
@click.option("--act", metavar="ID", help="Only this act: its folder or its work IRI.")
@click.option("--kind", metavar="KIND", help="Only units of this kind: article, paragraph, row …")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many units to show.")
@store_option
@json_option
def search_command(
    query: tuple[str, ...],
    at: object,
    lang: str | None,
    act: str | None,
    kind: str | None,
    limit: int,
    store: Path | None,
    as_json: bool,
) -> None:
    """Find the units that hold all words of QUERY, in any of their forms, best first.

    Words in "quotes" are found as they stand. Look-alike letters make no difference.
    """
    from datetime import datetime

    from lexkz.workspace.store import Store

    day = at.date().isoformat() if isinstance(at, datetime) else None
    words = " ".join(query)
    with Store.open(store_path(store)) as opened:
        found = opened.search(words, at=day, lang=lang, act=act, kind=kind, limit=limit)
    if as_json:
        out.result(found.json_text(), None)
    else:
        out.result("\n".join(_shown(hit) for hit in found.hits), None)
    _tell(found, day)


def store_path(given: Path | None) -> Path:
    """Return the store that was named, else that of the workspace around the current folder."""
    if given is not None:
        return given
    from lexkz.workspace.layout import find_root
    from lexkz.workspace.store import DEFAULT

    return find_root(Path.cwd()) / DEFAULT


def _shown(hit: "HitData") -> str:
    styled = sys.stdout.isatty()
    words = "".join(
        (click.style(run.text, bold=True) if styled else f"‹{run.text}›") if run.hit else run.text
        for run in hit.snippet
    )
    period = f"{hit.from_date or '?'} – {hit.to_date or ''}".strip()
    known = "" if hit.dated_by == "in_force" else ", day of entry into force not known" * (hit.dated_by == "amended")
    marks = ", outline" * hit.outline + ", not full: changes are missing" * (not hit.whole)
    head = click.style(hit.name, bold=True) if styled else hit.name
    return (
        f"{head}\n  {words}\n  {out.shortened(hit.title or hit.act, 100)}\n"
        f"  {hit.eId or '-'}  [{hit.lang}, {period}{known}{marks}]\n  {hit.permalink or hit.act}\n"
    )


def _tell(found: "FoundData", at: str | None) -> None:
    if not found.hits:
        click.echo("note: nothing was found.", err=True)
    elif found.more:
        click.echo("note: there are more; --limit shows them.", err=True)
    if found.by == "letters" and found.hits:
        click.echo("note: found as parts of words, or with Russian letters for Kazakh ones.", err=True)
    if found.cut:
        click.echo("note: the query is longer than is read; its end was left out.", err=True)
    if found.before:
        click.echo(f"note: of {found.before} acts no text is known that is as old as {at}.", err=True)
    if found.undated:
        click.echo(f"note: acts left out since their text has no date: {found.undated}.", err=True)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """Give what reports progress: a bar on stderr where that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield lambda _label, _done, _known: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Indexing", total=None)
        yield lambda label, done, known: bar.update(task, description=label, completed=done, total=known)
