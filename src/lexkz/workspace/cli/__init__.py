"""The command line: a thin layer on the functions that a Python user imports. One module for each group of commands."""

import click

from lexkz import __version__
from lexkz.workspace.cli.group import LazyGroup

COMMANDS = {
    "build": "corpus",
    "add": "corpus",
    "parse": "reading",
    "commands": "reading",
    "explain": "explaining",
    "export": "reading",
    "consolidate": "consolidating",
    "prove": "consolidating",
    "rulings": "ruling",
    "verify": "comparing",
    "diff": "comparing",
    "redline": "documents",
    "compare-table": "documents",
    "changes": "documents",
    "side-by-side": "documents",
    "tables": "annexes",
    "forms": "annexes",
    "fill": "annexes",
    "validate": "validating",
    "check": "checking",
}
"""Command to the module that holds it, in the order of the help: modules are imported when their command runs."""


@click.group(cls=LazyGroup, modules=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="lexkz", message="%(prog)s %(version)s")
def main() -> None:
    """Kazakhstan's legal acts as Akoma Ntoso: read, amended, consolidated and proved.

    SOURCE is text, Akoma Ntoso, or another format that is supported. Exit 0: done; 1: done, with findings of severity
    "error" (any, with --strict); 2: wrong use, or a source that cannot be read.
    """
