"""The command line: a thin layer on the functions that a Python user imports. One module for each group of commands."""

import click

from lexkz import __version__
from lexkz.workspace.cli.group import LazyGroup

COMMANDS = {
    "build": "corpus",
    "add": "corpus",
    "fetch": "fetching",
    "import": "importing",
    "parse": "reading",
    "commands": "reading",
    "explain": "explaining",
    "export": "reading",
    "consolidate": "consolidating",
    "prove": "consolidating",
    "rulings": "ruling",
    "verify": "comparing",
    "witness": "witnessing",
    "diff": "comparing",
    "redline": "documents",
    "compare-table": "documents",
    "changes": "documents",
    "side-by-side": "documents",
    "draft": "order_writing",
    "pack": "packing",
    "agree": "agreeing",
    "tables": "annexes",
    "forms": "annexes",
    "fill": "filling",
    "validate": "validating",
    "check": "checking",
    "finding": "advising",
    "schema": "describing",
    "index": "searching",
    "search": "searching",
    "history": "changing",
    "changed": "changing",
    "serve": "serving",
    "mcp": "assisting",
}
"""Command to the module that holds it, in the order of the help: modules are imported when their command runs."""

SUMMARIES = {
    "build": "Build the workspace, only what changed.",
    "add": "Put a source into corpus/.",
    "fetch": "Get acts from the reference control bank into corpus/.",
    "import": "Take a public corpus into corpus/.",
    "parse": "Turn a source into Akoma Ntoso.",
    "commands": "Show the amendment commands of an act.",
    "explain": "Show how one command was read: its words, its target, its content, its effect.",
    "export": "Write an act in another format.",
    "consolidate": "Apply amending acts to a base act.",
    "prove": "Run the proofs of a consolidated file again, and hold the report beside it and its name against what "
    "comes out.",
    "rulings": "Decisions of persons on findings that keep commands from being applied.",
    "verify": "Hold a consolidated text against an official edition, unit by unit.",
    "witness": "Hold all consolidated texts of a workspace against the official editions of their days.",
    "diff": "Show paragraph and word differences between two texts of an act.",
    "redline": "Write the changes of a text as tracked changes, to be accepted or rejected one by one.",
    "compare-table": "Write the comparative table: structural element, wording in force, proposed wording, reason.",
    "changes": "Write the list of changes of an act: one row a command, and what became of it.",
    "side-by-side": "Write the two languages of an act side by side, unit by unit.",
    "draft": "Write the amending order that makes OLD, the text in force, into NEW, the edited text, and prove it.",
    "pack": "Write the text with all its papers: one folder or ZIP file for a department to file.",
    "agree": "Hold the Kazakh and the Russian text of an act against each other.",
    "tables": "Show the tables of an act, or write them as data.",
    "forms": "Show the forms of an act and their fields; with --json, the JSON Schema of each as well.",
    "fill": "Fill in a form with data.",
    "validate": "Validate Akoma Ntoso files.",
    "check": "Show the drafting defects of an amending act before it is signed.",
    "finding": "Show what the code of a finding says, what a person can do about it, and an example.",
    "schema": "Show the JSON Schema of what lexkz writes as JSON.",
    "index": "Put the workspace into one SQLite file for search, only what changed.",
    "search": "Find the units that hold all words of QUERY, in any of their forms, best first.",
    "history": "Show all wordings of a unit, with what changed it and since when.",
    "changed": "Show what changed over all acts from one day to another: each unit with its text before and after.",
    "serve": "Serve the store over HTTP, read-only: acts, texts of a day, units, history, comparison, search.",
    "mcp": "Serve the store to assistants by MCP, read-only: search, units on a day, history, changes, tables, forms, "
    "checks.",
}
"""Command to the first sentence of its own help, so that the list of commands imports none of them."""


@click.group(
    cls=LazyGroup, modules=COMMANDS, summaries=SUMMARIES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="lexkz", message="%(prog)s %(version)s")
def main() -> None:
    """Kazakhstan's legal acts as Akoma Ntoso: read, amended, consolidated and proved.

    SOURCE is PDF, HTML, DOCX, Markdown, plain text, JSON or Akoma Ntoso. Exit 0: done; 1: done, with findings of
    severity "error" (any, with --strict); 2: wrong use, or a source that cannot be read.
    """
