"""``lexkz pack``: a consolidated text with all its papers, as one folder or ZIP file."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexkz.workspace.cli import output as out
from lexkz.workspace.cli.options import SOURCE, lang_option, reasons_option, strict_option, time_options
from lexkz.workspace.layout import in_other_language

if TYPE_CHECKING:
    from lexkz.api import Lang


@click.command("pack")
@click.argument("base", type=SOURCE)
@click.option("--by", "amending", type=SOURCE, multiple=True, required=True, help="Amending act; repeatable, in order.")
@reasons_option
@time_options
@lang_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder to write into, or a file that ends in .zip.",
)
@strict_option
def pack_command(
    base: Path,
    amending: tuple[Path, ...],
    reasons: Path | None,
    at: datetime | None,
    published: datetime | None,
    rulings: Path | None,
    lang: "Lang | None",
    output: Path,
    strict: bool,
) -> None:
    """Write the text with all its papers: one folder or ZIP file for a department to file.

    In it: an index page, the text as Word and PDF, tracked changes, the comparative table, the list of changes, the
    text as data, the report. Where kaz and rus lie beside each other, for BASE and each amending act, both languages.
    """
    if output.is_file() and output.suffix.lower() != ".zip":
        raise click.UsageError(f"{output.name} is a file: name a folder, or a file that ends in .zip.")
    with out.working("Packing"):
        from lexkz.api import pack, read
        from lexkz.workspace import atomic
        from lexkz.workspace.decided import beside

        others = [next(iter(in_other_language(path)), None) for path in (base, *amending)]
        other = [read(path) for path in others if path is not None]
        text = read(base, lang=lang)
        bases = [(base, text), *((path, act) for path, act in zip(others[:1], other[:1], strict=False) if path)]
        made = pack(
            text,
            tuple(read(path, lang=lang) for path in amending),
            other=(other[0], other[1:]) if len(other) == len(others) else None,
            at=at.date() if at else None,
            published=published.date() if published else None,
            rulings=beside(base, rulings),
            reasons=reasons,
            own={act.lang or "kaz": path for path, act in bases if path.suffix.lower() == ".docx"},
        )
        if output.suffix.lower() == ".zip":
            atomic.write(output, made.to_zip())
        else:
            for name, data in made.files.items():
                atomic.write(output / name, data)
    out.result("".join(f"{name}\n" for name in made.files), None)
    findings = (*(found for text in made.texts for found in text.report.findings), *made.findings)
    out.diagnose(findings)
    out.finish(findings, strict=strict)
