"""``lexkz consolidate`` and ``prove``: a base act with its amendments applied, and the proofs of the result."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import DAY, SOURCE, json_option, lang_option, strict_option
from lexkz.workspace.cli.tongue import word

if TYPE_CHECKING:
    from lexkz.api import Consolidated, Lang

PROOFS = ("untouched", "once", "replay", "text_balance", "content")


@click.command("consolidate")
@click.argument("base", type=SOURCE)
@click.option("--by", "amending", type=SOURCE, multiple=True, required=True, help="Amending act; repeatable, in order.")
@click.option("--at", type=DAY, help="Only what is in force on this day; else all that is given.")
@click.option(
    "--published", type=DAY, help="Day of first official publication of the amending acts; else act.toml beside each."
)
@click.option(
    "--rulings",
    type=click.Path(path_type=Path),
    help="Decisions of persons on findings; else rulings.toml beside BASE, where it is.",
)
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
    rulings: Path | None,
    output: Path,
    lang: "Lang | None",
    as_json: bool,
    strict: bool,
) -> None:
    """Apply amending acts to a base act.

    The report goes beside the result, to the same name with .report.json.
    """
    with out.working("Consolidating"):
        from lexkz.api import consolidate, read
        from lexkz.workspace import atomic
        from lexkz.workspace.decided import beside

        decisions = beside(base, rulings)
        acts = tuple(read(path, lang=lang) for path in amending)
        done = consolidate(
            read(base, lang=lang),
            acts,
            at=at.date() if at else None,
            published=published.date() if published else None,
            rulings=decisions,
        )
    report = done.report_json()
    atomic.write(output, done.to_akn())
    atomic.write(output.with_suffix(".report.json"), report.encode())
    out.result(report if as_json else _summary(done), None)
    out.diagnose(done.report.findings)
    out.finish(done.report.findings, strict=strict)


def _summary(done: "Consolidated") -> str:
    report = done.report
    counts = Counter(one.outcome for one in report.commands)
    rows: list[tuple[str, str]] = [(word(outcome), str(count)) for outcome, count in sorted(counts.items())]
    fails = word("fails").upper()
    rows += [
        (f"{word('proof')}: {word(name)}", word("holds") if getattr(report.proofs, name) else fails) for name in PROOFS
    ]
    day: date | None = report.in_force.from_
    known = day.isoformat() if day else f"{word('not known')} ({report.in_force.rule})"
    return out.table(("outcome", "commands"), rows) + f"{word('In force from')}: {known}\n"


@click.command("prove")
@click.argument("file", type=SOURCE)
@click.option("--base", type=SOURCE, help="What it was made from; else found in the workspace.")
@click.option("--by", "amending", type=SOURCE, multiple=True, help="What amended it; else found in the workspace.")
@click.option("--at", type=DAY, help="The day, if it was consolidated for one.")
@click.option(
    "--published", type=DAY, help="Day of first official publication; else the cards of the workspace have it."
)
@click.option("--rulings", type=click.Path(path_type=Path), help="Decisions of persons; else found in the workspace.")
@json_option
@strict_option
def prove_command(
    file: Path,
    base: Path | None,
    amending: tuple[Path, ...],
    at: datetime | None,
    published: datetime | None,
    rulings: Path | None,
    as_json: bool,
    strict: bool,
) -> None:
    """Run the proofs of a consolidated file again, and hold the report beside it and its name against what comes out.

    Its base and the acts that amended it are found in the workspace where FILE lies, or else are given.
    """
    with out.working("Proving"):
        from lexkz.api import Proved
        from lexkz.workspace.layout import root_of
        from lexkz.workspace.proving import prove_file

        days = {"at": at.date() if at else None, "published": published.date() if published else None}
        proved = Proved(*prove_file(file, root_of(file), base=base, amending=amending, rulings=rulings, **days))
    if as_json:
        out.result(proved.to_json(), None)
    else:
        rows = [
            (word(name), word("holds") if getattr(proved.proofs, name) else word("fails").upper()) for name in PROOFS
        ]
        out.result(out.table(("proof", "state"), rows), None)
    out.diagnose(proved.findings)
    out.finish(proved.findings, strict=strict)
