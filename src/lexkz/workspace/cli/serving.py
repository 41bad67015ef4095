"""``lexkz serve``: the store over HTTP."""

import re
from pathlib import Path

import click

from lexkz.workspace.cli.searching import store_option, store_path


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port; 0: a free one.")
@store_option
@click.option(
    "--seconds", type=click.FloatRange(0.1, 300), default=10.0, show_default=True, help="What a request may take."
)
@click.option("--cors", multiple=True, metavar="ORIGIN", help="Let pages of this origin read answers; * for all.")
@click.option(
    "--allow-host",
    multiple=True,
    metavar="NAME",
    help="Answer requests for this host, too; without it, on this machine only its own names, elsewhere any.",
)
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that answer at once."
)
def serve_command(
    host: str,
    port: int,
    store: Path | None,
    seconds: float,
    cors: tuple[str, ...],
    allow_host: tuple[str, ...],
    workers: int,
) -> None:
    """Serve the store over HTTP, read-only: acts, texts of a day, units, history, comparison, search.

    /openapi.json describes it. A new index is served as soon as it is there.
    """
    from lexkz.workspace.serve.run import run

    for origin in cors:
        if origin != "*" and not re.fullmatch(r"https?://[^/\s,*]+", origin):
            raise click.UsageError(f"{origin!r} is no origin: write it as https://example.kz, or * for all.")
    run(store_path(store), host=host, port=port, seconds=seconds, cors=cors, hosts=allow_host, workers=workers)
