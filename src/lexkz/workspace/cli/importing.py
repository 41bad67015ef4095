"""``lexkz import``: a whole public corpus into the workspace."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import json_option, strict_option
from lexkz.workspace.cli.tongue import counted, word

if TYPE_CHECKING:
    from collections.abc import Callable

    from lexkz.workspace.intake import Imported

_STATES = {"taken": "taken", "there": "there already", "refused": "not taken"}
"""What was done with a text, as people call it."""


@click.command("import")
@click.argument("source", metavar="SOURCE")
@click.option("--wait", is_flag=True, help="Where a build is at work here, wait for its end; else stop.")
@json_option
@strict_option
def import_command(source: str, wait: bool, as_json: bool, strict: bool) -> None:
    """Take a public corpus into corpus/.

    SOURCE is a git repository, each commit of which is a version of an act, or a folder: of folders of acts, or of
    saved pages, JSON of the control bank, Word files. The first text of an act becomes its source, the others official
    editions of their days. Nothing is overwritten; a second run takes only what is new.
    """
    with _progress() as progress:
        from lexkz.workspace.intake import import_corpus
        from lexkz.workspace.layout import find_root

        done = import_corpus(source, find_root(Path.cwd()), progress=progress, wait=wait)
    if as_json:
        from lexkz.workspace.result_json import imported_json

        out.result(imported_json(done), None)
    else:
        out.result(_as_table(done), None)
    findings = [*done.findings, *(one.finding for one in done.texts if one.finding is not None)]
    out.diagnose(one for one in findings if strict or one.severity != "info")
    if done.lacking:
        listed = ", ".join(done.lacking)
        click.echo(
            word("note: acts that made editions and are not in the corpus: {listed}.").format(listed=listed), err=True
        )
    out.finish(findings, strict=strict)


def _as_table(done: "Imported") -> str:
    """The acts of which something was taken or refused, and how much there was of all."""
    rows: dict[tuple[str, str], Counter[str]] = {}
    for one in done.texts:
        rows.setdefault((one.id or "-", one.lang or "-"), Counter())[one.state] += 1
    changed = [
        (*key, *(str(counts[state]) for state in _STATES))
        for key, counts in sorted(rows.items())
        if set(counts) != {"there"}
    ]
    table = out.table(("act", "lang", *_STATES.values()), changed) if changed else ""
    counts = ", ".join(counted(sum(row[state] for row in rows.values()), name) for state, name in _STATES.items())
    return f"{table}{counts}.\n"


@contextmanager
def _progress() -> "Iterator[Callable[[str, int, int], None]]":
    """Give what reports progress: a line on stderr where that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield lambda _label, _done, _known: None
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        yield lambda label, done, known: status.update(f"{done}/{known} {label}")
