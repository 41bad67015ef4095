"""Files beside the pages: each text, table and form in the formats that machines and word processors read."""

import importlib.util
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lexkz.annex import forms, tables
from lexkz.annex.form_model import Form
from lexkz.annex.table_model import Table
from lexkz.workspace import atomic, manifest
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site.library import Text, library
from lexkz.workspace.site.names import form_page, table_page

if TYPE_CHECKING:
    from sphinx.application import Sphinx

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
    slow: bool = False
    """Worth keeping between builds."""


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
        media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        found.append(Download(f"{page}.docx", "DOCX", media, lambda: _sheet(text, "docx"), slow=True))
    if pdf and available("pdf"):
        found.append(Download(f"{page}.pdf", "PDF", "application/pdf", lambda: _sheet(text, "pdf"), slow=True))
    if text.reading is not None:
        path = f"{page}.commands.json"
        found.append(Download(path, "JSON: commands", "application/json", lambda: _commands(text)))
    if text.report is not None:
        report = text.path.with_suffix(".report.json")
        found.append(Download(f"{page}.report.json", "JSON: report", "application/json", report.read_bytes))
    return tuple(found)


def of_table(text: Text, table: Table) -> tuple[Download, ...]:
    """Return the files of a table of ``text``."""
    page = table_page(text.id, text.lang, table.id)
    found = [
        Download(f"{page}.csv", "CSV", "text/csv", lambda: _csv(text, table)),
        Download(f"{page}.json", "JSON", "application/json", lambda: _table_json(table)),
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
        Download(f"{page}.json", "JSON", "application/json", lambda: _form_json(form)),
        Download(f"{page}.blank.html", "HTML", "text/html", lambda: _blank_html(form)),
    ]
    if available("docx"):
        media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        found.append(Download(f"{page}.blank.docx", "DOCX", media, lambda: _blank_docx(text, form)))
    return tuple(found)


def all_downloads(workspace: Workspace, *, pdf: bool = True) -> Iterator[tuple[Text, Download]]:
    """Give the files of all texts of a workspace; tables and forms as their newest text in each language has them."""
    texts = library(workspace)
    for text in texts.texts:
        yield from ((text, one) for one in of_text(text, pdf=pdf))
        if text is texts.newest(text.id, text.lang):
            yield from ((text, one) for table in tables(text.act) for one in of_table(text, table))
            yield from ((text, one) for form in forms(text.act) for one in of_form(text, form))


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
    for text, one in status_iterator(found, "writing downloads... ", length=len(found), stringify_func=_name):
        path = out / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, _made(text, one, cache, program))


def _name(pair: tuple[Text, Download]) -> str:
    return pair[1].path


def _made(text: Text, one: Download, cache: Path, program: str) -> bytes:
    if not one.slow:
        return one.make()
    ending = one.path.rpartition(".")[2]
    kept = cache / f"{manifest.digest(program, ending, text.path.read_bytes())}.{ending}"
    if kept.is_file():
        return kept.read_bytes()
    data = one.make()
    cache.mkdir(parents=True, exist_ok=True)
    atomic.write(kept, data)
    return data


def _json(text: Text) -> bytes:
    from lexkz.publish import act_json

    return act_json(text.act).encode()


def _plain(text: Text) -> bytes:
    from lexkz.publish import export_text

    return export_text(text.act).encode()


def _commands(text: Text) -> bytes:
    from lexkz.publish import reading_json

    return reading_json(text.reading).encode() if text.reading is not None else b""


def _sheet(text: Text, form: str) -> bytes:
    from lexkz.publish.document import write
    from lexkz.publish.sheet.act import act_sheet

    return write(act_sheet(text.act), "pdf" if form == "pdf" else "docx")


def _csv(text: Text, table: Table) -> bytes:
    from lexkz.publish.tables_csv import table_csv

    return table_csv(table, text.lang).encode()


def _table_json(table: Table) -> bytes:
    from lexkz.publish.tables_json import tables_json

    return tables_json((table,)).encode()


def _xlsx(text: Text, table: Table) -> bytes:
    from lexkz.publish.tables_xlsx import tables_xlsx

    return tables_xlsx((table,), _day(text))


def _schema(form: Form) -> bytes:
    import json

    from lexkz.publish.form_schema import form_schema

    return (json.dumps(form_schema(form), ensure_ascii=False, indent=2) + "\n").encode()


def _form_json(form: Form) -> bytes:
    from lexkz.publish.forms_json import forms_json

    return forms_json((form,)).encode()


def _blank_html(form: Form) -> bytes:
    from lexkz.publish.filled import fill
    from lexkz.publish.filled_html import filled_html

    return filled_html(fill(form, {})).encode()


def _blank_docx(text: Text, form: Form) -> bytes:
    from lexkz.publish.filled import fill
    from lexkz.publish.filled_docx import filled_docx

    return filled_docx(fill(form, {}), _day(text))


def _day(text: Text) -> str | None:
    from lexkz.akn.meta import read_identity

    identity = read_identity(text.act.root)
    return identity.expression_date or identity.date
