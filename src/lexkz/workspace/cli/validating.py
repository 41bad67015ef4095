"""``lexkz validate``: Akoma Ntoso files against the official XSD, and what it cannot see."""

from pathlib import Path

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, json_option, output_option, strict_option
from lexkz.workspace.cli.tongue import word


@click.command("validate")
@click.argument("files", metavar="FILE...", type=SOURCE, nargs=-1, required=True)
@json_option
@output_option
@strict_option
def validate_command(files: tuple[Path, ...], as_json: bool, output: Path | None, strict: bool) -> None:
    """Validate Akoma Ntoso files.

    By the official XSD, and by what it cannot see: dangling references, periods, mods without effects.
    """
    with out.working("Validating"):
        from lexkz.api import validate, validation_json
        from lexkz.workspace.akn_file import read_akn

        roots = [(file, read_akn(file)) for file in files]
        found = [(file, validate(root)) for file, root in roots]
    if as_json:
        out.result(validation_json((str(file), findings) for file, findings in found), output)
    else:
        rows = [(str(file), word("valid") if not findings else out.counted(findings)) for file, findings in found]
        out.result(out.table(("file", "state"), rows), output)
    for file, findings in found:
        out.diagnose(findings, at=str(file))
    out.finish([finding for _file, findings in found for finding in findings], strict=strict)
