"""``lexkz schema``: the JSON Schemas of what is written as JSON."""

import json
from pathlib import Path

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import output_option


@click.command("schema")
@click.argument("name", required=False)
@output_option
def schema_command(name: str | None, output: Path | None) -> None:
    """Show the JSON Schema of what lexkz writes as JSON.

    NAME is that of a document, ``act`` or ``act/1``, or what stands in its field "schema". Without NAME, all names.
    """
    from lexkz.api import schema, schema_names

    if name is None:
        out.result("".join(f"{each}\n" for each in schema_names()), output)
    else:
        out.result(json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n", output)
