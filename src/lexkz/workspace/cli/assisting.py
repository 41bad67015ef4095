"""``lexkz mcp``: the store for assistants."""

from pathlib import Path

import click

from lexkz.workspace.cli.searching import store_option


@click.command("mcp")
@click.argument("workspace", type=click.Path(file_okay=False, path_type=Path), required=False)
@click.option("--http", is_flag=True, help="Serve streamable HTTP on this machine, not standard input and output.")
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True, help="Port of --http.")
@store_option
def mcp_command(workspace: Path | None, http: bool, port: int, store: Path | None) -> None:
    """Serve the store to assistants by MCP, read-only: search, units on a day, history, changes, tables, forms, checks.

    WORKSPACE is its folder, else the one around the current folder; lexkz index makes its store. An assistant starts
    this command itself; with --http it asks http://127.0.0.1:8765/mcp.
    """
    from lexkz.workspace.assistant.transports import run
    from lexkz.workspace.layout import find_root
    from lexkz.workspace.store import DEFAULT

    run(store or find_root(workspace or Path.cwd()) / DEFAULT, port=port if http else None)
