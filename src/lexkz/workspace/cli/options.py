"""Options and arguments that commands share."""

from pathlib import Path

import click

SOURCE = click.Path(path_type=Path)
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
strict_option = click.option("--strict", is_flag=True, help="Exit 1 where there is any finding, not errors only.")
