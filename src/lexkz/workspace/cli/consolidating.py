"""``lexkz consolidate`` and ``prove``: a base act with its amendments applied, and the proofs of the result."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, lang_option, strict_option

if TYPE_CHECKING:
    from lexkz.consolidate import Report
    from lexkz.read.blocks import Lang

DAY = click.DateTime(["%Y-%m-%d"])
PROOFS = ("untouched", "once", "replay", "text_balance")


@click.command("consolidate")
@click.argument("base", type=SOURCE)
@click.option("--by", "amending", type=SOURCE, multiple=True, required=True, help="Amending act; repeatable, in order.")
@click.option("--at", type=DAY, help="Only what is in force on this day; else all that is given.")
@click.option("--published", type=DAY, help="Day of first official publication of the amending acts.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="File for the result."
)
@lang_option
@json_option
@strict_option
def consolidate_command(
    base: Path,
    amending: tuple[Path, ...],
    at: datetime | None,
    published: datetime | None,
    output: Path,
    lang: "Lang | None",
    as_json: bool,
    strict: bool,
) -> None:
    """Apply amending acts to a base act.

    The report goes beside the result, to the same name with .report.json.
    """
    with out.working("Consolidating"):
        from lexkz.akn import canonical
        from lexkz.amend import annotate
        from lexkz.consolidate import consolidate
        from lexkz.publish import report_json
        from lexkz.structure import load
        from lexkz.workspace import atomic

        acts = tuple(annotate(load(path, lang=lang)) for path in amending)
        days = {reading.act: published.date() for _act, reading in acts if published and reading.act}
        done = consolidate(load(base, lang=lang), acts, at=at.date() if at else None, published=days)
    report = report_json(done.report)
    atomic.write(output, canonical.serialise(done.act.root))
    atomic.write(output.with_suffix(".report.json"), report.encode())
    out.result(report if as_json else _summary(done.report), None)
    out.diagnose(done.report.findings)
    out.finish(done.report.findings, strict=strict)


def _summary(report: "Report") -> str:
    counts = Counter(one.outcome for one in report.commands)
    rows = [(outcome, str(count)) for outcome, count in sorted(counts.items())]
    rows += [(f"proof: {name}", "holds" if getattr(report.proofs, name) else "FAILS") for name in PROOFS]
    day: date | None = report.in_force.from_
    known = day.isoformat() if day else f"not known ({report.in_force.rule})"
    return out.table(("outcome", "commands"), rows) + f"{report.expression}\nIn force from: {known}\n"
