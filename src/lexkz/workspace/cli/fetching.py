"""``lexkz fetch``: acts from the reference control bank."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import json_option

if TYPE_CHECKING:
    from lexkz.api import Lang
    from lexkz.workspace.fetch import Editions, Fetched


@click.command("fetch")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--lang", type=click.Choice(["kaz", "rus"]), help="One language only; else both are asked for.")
@click.option(
    "--editions",
    type=click.Choice(["first", "latest", "all"]),
    default="all",
    show_default=True,
    help="The text as adopted; the newest; or all, the first of them as the source.",
)
@click.option("--amending", is_flag=True, help="Fetch the acts that made the editions as well.")
@click.option("--from", "address", metavar="URL", help="Address of the service; else the bank's own.")
@click.option("--delay", type=click.FloatRange(0), default=1.0, show_default=True, help="Seconds between questions.")
@json_option
def fetch_command(
    ids: tuple[str, ...],
    lang: "Lang | None",
    editions: "Editions",
    amending: bool,
    address: str | None,
    delay: float,
    as_json: bool,
) -> None:
    """Get acts from the reference control bank into corpus/.

    Editions that are there are not asked for again: an interrupted run goes on where it was.
    """
    with out.working("Fetching"):
        from lexkz.workspace.fetch import SERVICE
        from lexkz.workspace.fetch.service import Service
        from lexkz.workspace.layout import find_root

        root = find_root(Path.cwd())
        with Service(address or SERVICE, delay=delay) as service:
            done, failed = _all(root, ids, ("kaz", "rus") if lang is None else (lang,), service, editions, amending)
    if as_json:
        from lexkz.workspace.result_json import fetched_json

        out.result(fetched_json(done), None)
    elif done:
        columns = ("act", "lang", "editions", "asked", "source")
        out.result(
            out.table(columns, [(one.id, one.lang, str(len(one.files)), str(one.asked), one.files[0]) for one in done]),
            None,
        )
    for sentence in failed:
        click.echo(f"lexkz: {sentence}", err=True)
    if failed:
        raise click.exceptions.Exit(2 if not done else 1)


def _all(
    root: Path,
    ids: tuple[str, ...],
    langs: "tuple[Lang, ...]",
    service: object,
    editions: "Editions",
    amending: bool,
) -> "tuple[list[Fetched], list[str]]":
    """Fetch the acts; return what came and, of what did not, why: one act that fails does not stop the others."""
    from lexkz.api import SourceError
    from lexkz.workspace.fetch import fetch
    from lexkz.workspace.fetch.service import Service

    assert isinstance(service, Service)
    done: list[Fetched] = []
    failed: list[str] = []
    waiting = list(dict.fromkeys(ids))
    for act_id in waiting:
        for lang in langs:
            try:
                one = fetch(root, act_id, lang, service, editions=editions)
            except SourceError as error:
                failed.append(str(error))
                continue
            done.append(one)
            if amending:
                # The list grows while it is walked: acts that amend amending acts come as well, each once.
                waiting.extend(other for other in one.amended_by if other not in waiting)
    return done, failed
