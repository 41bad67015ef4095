"""``lexkz build`` and ``add``: the workspace as a whole, and what comes into it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, lang_option, output_option, strict_option
from lexkz.workspace.cli.tongue import counted, word

if TYPE_CHECKING:
    from rich.progress import TaskID

    from lexkz.api import Lang
    from lexkz.findings import Finding
    from lexkz.workspace.result import BuildResult, Progress


@click.command("build")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("-j", "--jobs", type=click.IntRange(min=1), metavar="N", help="Processes at work; by default, the cores.")
@click.option("--scheduler", metavar="ADDRESS", help="Do the work on a dask cluster: tcp://HOST:8786.")
@click.option("--wait", is_flag=True, help="Where another build is at work here, wait for its end; else stop.")
@json_option
@output_option
@strict_option
def build_command(
    ids: tuple[str, ...],
    jobs: int | None,
    scheduler: str | None,
    wait: bool,
    as_json: bool,
    output: Path | None,
    strict: bool,
) -> None:
    """Build the workspace, only what changed.

    From corpus/ to xml/ to consolidated/ to published/. With IDs (folders of acts), only these, and the base acts
    that they amend. A build that was stopped goes on where it was.
    """
    with _progress() as progress:
        from lexkz.workspace.build import build
        from lexkz.workspace.building.processes import cores
        from lexkz.workspace.layout import Workspace, find_root, not_read

        root = find_root(Path.cwd())
        built = build(root, ids, progress, jobs=jobs or cores(), scheduler=scheduler, wait=wait)
    if as_json:
        from lexkz.workspace.result_json import built_json

        out.result(built_json(built), output)
    else:
        out.result(_as_table(built), output)
    told: set[Finding] = set()  # a base act repeats what was found in the act that amends it
    for item in built.items:
        grave = [found for found in item.findings if strict or found.severity == "error"]
        plain = [replace(found, of=None) for found in grave]
        out.diagnose((found for found in plain if found not in told), at=f"{item.id}/{item.lang}")
        told.update(plain)
    out.diagnose(found for found in built.graph if strict or found.severity != "info")
    for name in built.stray:
        click.echo(f"note: {name} is not what this build gives; delete it if it is out of date.", err=True)
    refused = not_read(Workspace(root))
    for name, why in refused:
        click.echo(f"note: {name} is not read: {why}.", err=True)
    out.finish(built.findings, strict=strict)
    if any("link" in why for _, why in refused):
        raise click.exceptions.Exit(1)


@click.command("add")
@click.argument("file", type=SOURCE)
@click.option("--id", "act_id", metavar="ID", help="Name of the act's folder; else made from what the act says.")
@lang_option
@json_option
def add_command(file: Path, act_id: str | None, lang: "Lang | None", as_json: bool) -> None:
    """Put a source into corpus/.

    Its act.toml is filled from what FILE says; nothing is overwritten.
    """
    with out.working("Reading"):
        from lexkz.workspace.add import add
        from lexkz.workspace.layout import find_root

        root = find_root(Path.cwd())
        added = add(root, file, act_id=act_id, lang=lang)
    names = [path.relative_to(root).as_posix() for path in added.files]
    if as_json:
        from lexkz.workspace.result_json import added_json

        out.result(added_json(added.id, names, added.unknown), None)
        return
    out.result("".join(f"{name}\n" for name in names), None)
    if added.unknown:
        click.echo(f"note: the act does not say {', '.join(added.unknown)}; act.toml can.", err=True)


@contextmanager
def _progress() -> Iterator["Progress"]:
    """Give what reports progress: a bar a stage on stderr where that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield lambda _stage, _label, _done, _known: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description:<18}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[label]}"),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bar:
        stages: dict[str, TaskID] = {}

        def tell(stage: str, label: str, done: int, known: int) -> None:
            if stage not in stages:
                stages[stage] = bar.add_task(stage, total=known, label=label)
            bar.update(stages[stage], completed=done, total=known, label=label)

        yield tell


def _as_table(built: "BuildResult") -> str:
    rows = [
        (
            item.id,
            item.lang,
            word("consolidated outline" if item.outline else item.kind),
            word(item.state),
            str(item.commands),
            ", ".join(counted(count, outcome) for outcome, count in item.outcomes if outcome != "other_base") or "-",
            out.counted(item.findings),
        )
        for item in built.items
    ]
    columns = ("act", "lang", "what", "state", "commands", "outcomes", "findings")
    removed = "".join(f"removed {name}\n" for name in built.removed)
    return (out.table(columns, rows) if rows else word("There are no sources in corpus/.") + "\n") + removed
