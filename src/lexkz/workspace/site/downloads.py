"""Files beside the pages: each text, table and form in the formats that machines and word processors read."""

import importlib.util
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lexkz.annex.form_model import Form
from lexkz.annex.table_model import AnnexTable
from lexkz.workspace import atomic, manifest
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site.library import Text, library
from lexkz.workspace.site.names import form_page, table_page
from lexkz.workspace.site.steps import ExpressionStep, steps
from lexkz.workspace.site.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LIBRARIES = {"docx": "docx", "pdf": "weasyprint", "xlsx": "openpyxl"}
"""Formats that need an extra, and the module that it brings."""


@dataclass(frozen=True, slots=True)
class Download:
    """One file."""

    path: str
    """Where it stands below the root of the site."""
    label: str
    """Name of its format."""
    media: str
    make: Callable[[], bytes]
    sources: tuple[Path, ...] = ()
    """Of what is slow to make and worth keeping between builds: the files that it is made of."""


def available(form: str) -> bool:
    """Tell whether the library that a format needs is installed."""
    return form not in _LIBRARIES or importlib.util.find_spec(_LIBRARIES[form]) is not None


def of_text(text: Text, *, pdf: bool = True) -> tuple[Download, ...]:
    """Return the files of one text; those whose library is missing are left out."""
    page = text.page
    found = [
        Download(f"{page}.xml", "Akoma Ntoso", "application/akn+xml", text.path.read_bytes),
        Download(f"{page}.json", "JSON", "application/json", lambda: _json(text)),
        Download(f"{page}.txt", "TXT", "text/plain", lambda: _plain(text)),
    ]
    if available("docx"):
        found.append(Download(f"{page}.docx", "DOCX", _DOCX, lambda: _sheet(text, "docx"), (text.path,)))
    if pdf and available("pdf"):
        found.append(Download(f"{page}.pdf", "PDF", "application/pdf", lambda: _sheet(text, "pdf"), (text.path,)))
    if text.reading is not None:
        path = f"{page}.commands.json"
        found.append(Download(path, _("Commands (JSON)"), "application/json", lambda: _commands(text)))
    scan = facsimile(text)
    if scan is not None:
        found.append(scan)
    if text.report is not None:
        report = text.path.with_suffix(".report.json")
        found.append(Download(f"{page}.report.json", _("Report (JSON)"), "application/json", report.read_bytes))
    return tuple(found)


def facsimile(text: Text) -> Download | None:
    """Return the PDF that a text was read from, where the corpus has it."""
    path = text.path.parents[2] / "corpus" / text.id / f"{text.lang}.pdf"
    if text.date is not None or not path.is_file():
        return None
    return Download(f"{text.page}.source.pdf", _("Source (PDF)"), "application/pdf", path.read_bytes)


def of_step(step: ExpressionStep) -> tuple[Download, ...]:
    """Return the files of a change: documents for legal staff, and data. Of an outline there is no text to compare."""
    found = []
    if available("docx"):
        made: list[tuple[str, str, Callable[[], bytes]]] = [
            ("changes", _("List of changes (DOCX)"), lambda: _changes_docx(step))
        ]
        if not step.before.outline:
            made.append(("redline", _("Tracked changes (DOCX)"), lambda: _redline_docx(step)))
            made.append(("compare", _("Comparative table (DOCX)"), lambda: _comparative_docx(step)))
        report = step.after.path.with_suffix(".report.json")
        files = (step.amending.path, step.before.path, step.after.path, report)
        found += [Download(f"{step.name}.{kind}.docx", said, _DOCX, make, files) for kind, said, make in made]
    report_json = f"{step.after.page}.report.json"
    commands_json = f"{step.amending.page}.commands.json"
    # These stand beside the pages of the acts.
    found.append(Download(report_json, _("Report (JSON)"), "application/json", lambda: _report(step)))
    found.append(Download(commands_json, _("Commands (JSON)"), "application/json", lambda: _commands(step.amending)))
    return tuple(found)


def of_table(text: Text, table: AnnexTable) -> tuple[Download, ...]:
    """Return the files of a table of ``text``."""
    page = table_page(text.id, text.lang, table.id)
    found = [
        Download(f"{page}.csv", "CSV", "text/csv", lambda: _csv(text, table)),
        Download(f"{page}.json", "JSON", "application/json", lambda: _table_json(text, table)),
    ]
    if available("xlsx"):
        media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        found.append(Download(f"{page}.xlsx", "XLSX", media, lambda: _xlsx(text, table)))
    return tuple(found)


def of_form(text: Text, form: Form) -> tuple[Download, ...]:
    """Return the files of a form of ``text``: its schema, and the blank to be filled in by hand."""
    page = form_page(text.id, text.lang, form.id)
    found = [
        Download(f"{page}.schema.json", "JSON Schema", "application/schema+json", lambda: _schema(form)),
        Download(f"{page}.json", "JSON", "application/json", lambda: _form_json(text, form)),
        Download(f"{page}.blank.html", "HTML", "text/html", lambda: _blank_html(form)),
    ]
    if available("docx"):
        found.append(Download(f"{page}.blank.docx", "DOCX", _DOCX, lambda: _blank_docx(text, form)))
    return tuple(found)


def all_downloads(workspace: Workspace, *, pdf: bool = True) -> Iterator[Download]:
    """Give the files of all texts of a workspace, and of what was changed in them; tables and forms as their newest
    text in each language has them."""
    texts = library(workspace)
    for text in texts.texts:
        yield from of_text(text, pdf=pdf)
        if text is texts.newest(text.id, text.lang):
            yield from (one for table in text.tables for one in of_table(text, table))
            yield from (one for form in text.forms for one in of_form(text, form))
        if text.reading is not None:
            yield from (one for step in steps(text, texts) for one in of_step(step) if one.sources)


def write_downloads(app: "Sphinx", exception: Exception | None) -> None:
    """Write the files into a site that was built, those that changed; what is slow to make comes from the cache."""
    if exception is not None or app.builder.format != "html":
        return
    import logging

    from sphinx.util.display import status_iterator

    from lexkz.workspace.site.extension import wants_pdf, workspace_of

    # Sphinx listens to all loggers, and would print each page that WeasyPrint lays out.
    logging.getLogger("weasyprint.progress").disabled = True
    cache = Path(app.config.lexkz_cache) if app.config.lexkz_cache else Path(app.doctreedir) / "lexkz"
    program = manifest.program_digest()
    found = list(all_downloads(workspace_of(app), pdf=wants_pdf(app.config)))
    out = Path(app.outdir)
    for one in status_iterator(found, "writing downloads... ", length=len(found), stringify_func=_name):
        path = out / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, _made(one, cache, program))


def _name(one: Download) -> str:
    return one.path


def _made(one: Download, cache: Path, program: str) -> bytes:
    if not one.sources:
        return one.make()
    # Of two files from the same sources the end of the name tells which: "redline.docx", "docx".
    kind = one.path.rpartition("/")[2].partition(".")[2]
    kept = cache / f"{manifest.digest(program, kind, *(path.read_bytes() for path in one.sources))}.{kind}"
    if kept.is_file():
        return kept.read_bytes()
    data = one.make()
    cache.mkdir(parents=True, exist_ok=True)
    atomic.write(kept, data)
    return data


def _json(text: Text) -> bytes:
    from lexkz.publication import act_json

    return act_json(text.act).encode()


def _plain(text: Text) -> bytes:
    from lexkz.publication import export_text

    return export_text(text.act).encode()


def _commands(text: Text) -> bytes:
    from lexkz.publication import reading_json

    return reading_json(text.reading).encode() if text.reading is not None else b""


def _report(step: ExpressionStep) -> bytes:
    return step.after.path.with_suffix(".report.json").read_bytes()


def _changes_docx(step: ExpressionStep) -> bytes:
    from lexkz.publication.changes import changes_sheet
    from lexkz.publication.document import write

    assert step.amending.reading is not None
    return write(changes_sheet(step.after.act, ((step.amending.act, step.amending.reading),), step.report), "docx")


def _redline_docx(step: ExpressionStep) -> bytes:
    from lexkz.publication.document import write
    from lexkz.publication.redline import redline_sheet

    return write(redline_sheet(step.before.act, step.after.act), "docx")


def _comparative_docx(step: ExpressionStep) -> bytes:
    from lexkz.publication.comparative import comparative_sheet
    from lexkz.publication.document import write

    assert step.amending.reading is not None
    by = ((step.amending.act, step.amending.reading),)
    return write(comparative_sheet(step.before.act, step.after.act, amending=by, report=step.report), "docx")


def _sheet(text: Text, form: str) -> bytes:
    from lexkz.publication.document import write
    from lexkz.publication.sheet.act import act_sheet

    return write(act_sheet(text.act), "pdf" if form == "pdf" else "docx")


def _csv(text: Text, table: AnnexTable) -> bytes:
    from lexkz.publication.tables_csv import table_csv

    return table_csv(table, text.lang).encode()


def _table_json(text: Text, table: AnnexTable) -> bytes:
    from lexkz.publication.tables_json import tables_json

    return tables_json((table,), text.act).encode()


def _xlsx(text: Text, table: AnnexTable) -> bytes:
    from lexkz.publication.tables_xlsx import tables_xlsx

    return tables_xlsx((table,), text.act, _day(text))


def _schema(form: Form) -> bytes:
    import json

    from lexkz.publication.form_schema import form_schema

    return (json.dumps(form_schema(form), ensure_ascii=False, indent=2) + "\n").encode()


def _form_json(text: Text, form: Form) -> bytes:
    from lexkz.publication.forms_json import forms_json

    return forms_json((form,), text.act).encode()


def _blank_html(form: Form) -> bytes:
    from lexkz.publication.filled import fill
    from lexkz.publication.filled_html import filled_html

    return filled_html(fill(form, {})).encode()


def _blank_docx(text: Text, form: Form) -> bytes:
    from lexkz.publication.filled import fill
    from lexkz.publication.filled_docx import filled_docx

    return filled_docx(fill(form, {}), _day(text))


def _day(text: Text) -> str | None:
    from lexkz.akn.meta import read_identity

    identity = read_identity(text.act.root)
    return identity.expression_date or identity.date
