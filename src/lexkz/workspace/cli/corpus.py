"""``lexkz build`` and ``add``: the workspace as a whole, and what comes into it."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, lang_option, output_option, strict_option

if TYPE_CHECKING:
    from lexkz.findings import Finding
    from lexkz.read.blocks import Lang
    from lexkz.workspace.result import BuildResult


@click.command("build")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@json_option
@output_option
@strict_option
def build_command(ids: tuple[str, ...], as_json: bool, output: Path | None, strict: bool) -> None:
    """Build the workspace, only what changed.

    From corpus/ to xml/ to consolidated/ to published/. With IDs (folders of acts), only these, and the base acts
    that they amend.
    """
    with _progress() as progress:
        from lexkz.workspace.build import build
        from lexkz.workspace.layout import find_root

        built = build(find_root(Path.cwd()), ids, progress)
    out.result(_as_json(built) if as_json else _as_table(built), output)
    told: set[Finding] = set()  # a base act repeats what was found in the act that amends it
    for item in built.items:
        grave = [found for found in item.findings if strict or found.severity == "error"]
        out.diagnose((found for found in grave if found not in told), at=f"{item.id}/{item.lang}")
        told.update(grave)
    for name in built.stray:
        click.echo(f"note: {name} is not what this build gives; delete it if it is out of date.", err=True)
    out.finish(built.findings, strict=strict)


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
        out.result(
            json.dumps({"id": added.id, "files": names, "unknown": added.unknown}, ensure_ascii=False) + "\n", None
        )
        return
    out.result("".join(f"{name}\n" for name in names), None)
    if added.unknown:
        click.echo(f"note: the act does not say {', '.join(added.unknown)}; act.toml can.", err=True)


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
        task = bar.add_task("Building", total=None)
        yield lambda label, done, known: bar.update(task, description=label, completed=done, total=known)


def _as_table(built: "BuildResult") -> str:
    rows = [
        (
            item.id,
            item.lang,
            "consolidated outline" if item.outline else item.kind,
            item.state,
            str(item.commands),
            ", ".join(f"{count} {outcome}" for outcome, count in item.outcomes if outcome != "other_base") or "-",
            out.counted(item.findings),
        )
        for item in built.items
    ]
    columns = ("act", "lang", "what", "state", "commands", "outcomes", "findings")
    removed = "".join(f"removed {name}\n" for name in built.removed)
    return (out.table(columns, rows) if rows else "There are no sources in corpus/.\n") + removed


def _as_json(built: "BuildResult") -> str:
    from lexkz.publish.finding_json import findings_data

    items: list[dict[str, Any]] = [
        {
            "id": item.id,
            "lang": item.lang,
            "kind": item.kind,
            "state": item.state,
            "outline": item.outline,
            "commands": item.commands,
            "outcomes": dict(item.outcomes),
            "files": list(item.outputs),
            "findings": [data.as_json() for data in findings_data(item.findings)],
        }
        for item in built.items
    ]
    data = {"items": items, "removed": list(built.removed), "stray": list(built.stray)}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
