"""``lexkz check``: the drafting defects of an amending act."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, lang_option, output_option, strict_option
from lexkz.workspace.cli.tongue import meant, numbered, sentence, tongue, word

if TYPE_CHECKING:
    from lexkz.api import Act, Lang
    from lexkz.findings import Finding


@click.command("check")
@click.argument("source", type=SOURCE)
@click.option("--base", "bases", type=SOURCE, multiple=True, metavar="BASE", help="An act that it amends; repeatable.")
@lang_option
@json_option
@output_option
@click.option(
    "--to",
    "form",
    type=click.Choice(["docx", "sarif"]),
    help="docx: the act as Word with the defects as comments in the margin; a Word file stays as it is otherwise. "
    "sarif: the defects with their lines, for code hosts and editors.",
)
@strict_option
def check_command(
    source: Path,
    bases: tuple[Path, ...],
    lang: "Lang | None",
    as_json: bool,
    output: Path | None,
    form: str | None,
    strict: bool,
) -> None:
    """Show the drafting defects of an amending act before it is signed.

    With --base it is also told what does not fit the acts that it amends: units and words that are not there, numbers
    that are taken, a day, a number or a name that is not theirs.

    Exit 1 where the act cannot be signed as it is ("error"), with --strict where there is any defect.
    """
    with out.working("Checking"):
        from lexkz.api import check, read

        read_bases = {base: read(base, lang=lang) for base in bases}
        findings = check(source, bases=list(read_bases.values()), lang=lang)
        written = findings.to_docx() if form == "docx" else b""
    if form == "sarif":
        if as_json:
            raise click.UsageError("Give --json or --to, not both.")
        out.result(findings.to_sarif(tongue()), output)
    elif form is not None:
        if output is None or as_json:
            raise click.UsageError("With --to docx, say the file to write with -o.")
        out.result(written, output)
        out.diagnose(findings)
    elif as_json:
        out.result(findings.to_json(), output)
    else:
        rows = [_row(finding, findings.act) for finding in findings]
        table = out.table(("severity", "code", "place", "what"), rows) if rows else ""
        out.result(f"{table}{out.counted(findings) if findings else word('No defects found')}.\n", output)
    out.of_sources(read_bases)
    out.finish(findings, strict=strict)


def _row(finding: "Finding", act: "Act | None") -> tuple[str, str, str, str]:
    place = finding.place
    where = [numbered("p.", place.page)] if place.page is not None else []
    where += [numbered("line", place.line)] if place.line is not None else [_unit(place.eid, act)]
    hint = f" → {out.shortened(meant(finding), 80)}" if finding.candidates else ""
    what = out.shortened(sentence(finding.message), 150) + hint
    return word(finding.severity), finding.code, ", ".join(where), what


def _unit(eid: str | None, act: "Act | None") -> str:
    """The unit of a source whose lines have no numbers: by its name, at most as long as a cell."""
    return out.shortened((act.name_of(eid) if act is not None else "") or eid or "-", 60)
