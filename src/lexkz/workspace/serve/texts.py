"""The text of an expression as an answer: the act as JSON or Akoma Ntoso, its tables and forms, comparisons."""

import json
from collections.abc import Callable
from dataclasses import replace

from lexkz.akn import canonical
from lexkz.publication.contents_json import contents_data
from lexkz.publication.forms_json import FormsData
from lexkz.publication.store_json import ExpressionInfoData, UnitTextData
from lexkz.publication.tables_json import TablesData
from lexkz.structure import Act, stored
from lexkz.workspace.serve.answers import Answer, answer
from lexkz.workspace.serve.apart import SMALL, Apart, comparison
from lexkz.workspace.serve.problems import ProblemError, there
from lexkz.workspace.store import Store

LARGEST = 16 * 1024 * 1024
"""Bytes of XML of two texts that are compared on request."""


def expression_at(store: Store, name: str, lang: str, at: str | None) -> ExpressionInfoData:
    """Return the expression of a day, the newest for None. Raises ProblemError where there is none."""
    return there(store.expression(name, lang, at))


def original(store: Store, name: str, lang: str) -> ExpressionInfoData:
    """Return the first expression that is known. Raises ProblemError where there is no such act."""
    return there(store.expressions(name, lang))[0]


def first_day(store: Store, name: str, lang: str) -> str | None:
    """Return the day of the first expression; None where the act's text has no date."""
    return original(store, name, lang).date


def unit_answer(found: UnitTextData) -> Answer:
    """Return a unit (``unit-text/1``)."""
    exact = f"{found.expression.iri}/~{found.eId}" if found.expression.iri else None
    return answer(found.as_json(), location=exact)


def act_answer(store: Store, expression: ExpressionInfoData, form: str, media: str) -> Answer:
    """Return an expression: its XML as the build wrote it, or its JSON (``act/1``)."""
    data = store.xml(expression)
    links = ((expression.iri, "canonical"),) if expression.iri else ()
    if form == "xml":
        return answer(data, media, links=links, location=expression.iri)
    act = stored(canonical.parse(data))
    if form != "json":
        made = answer(_WRITTEN[form](act), media, links=links, location=expression.iri)
        return replace(made, headers=_OF_PAGES) if form == "html" else made
    from lexkz.publication import act_data

    said = act_data(act).as_json()
    found = store.findings(expression)
    if found is not None:
        said["findings"] = json.loads(found)
    return answer(said, links=links, location=expression.iri)


def _page(act: Act) -> str:
    from lexkz.publication.document import write
    from lexkz.publication.sheet.act import act_sheet

    return write(act_sheet(act), "html").decode()


def _markdown(act: Act) -> str:
    from lexkz.publication.markdown import export_markdown

    return export_markdown(act)


def _lines(act: Act) -> str:
    from lexkz.publication.unit_json import units_ndjson

    return units_ndjson(act)


_WRITTEN: dict[str, Callable[[Act], str]] = {"html": _page, "markdown": _markdown, "ndjson": _lines}
_OF_PAGES = (("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),)
"""A page has its styles in itself, and loads nothing."""


def contents_answer(store: Store, expression: ExpressionInfoData) -> Answer:
    """Return the contents of an expression (``contents/1``)."""
    act = stored(canonical.parse(store.xml(expression)))
    return answer(contents_data(act).as_json(), location=f"{expression.iri}/contents" if expression.iri else None)


def report_answer(store: Store, expression: ExpressionInfoData) -> Answer:
    """Return how an expression was made (``report/1``). Raises ProblemError (404) where it is as it was published."""
    found = store.report(expression)
    if found is None:
        raise ProblemError(404, "No act was applied in this text: it has no report.", "urn:lexkz:problem:report")
    return answer(found, location=f"{expression.iri}/report" if expression.iri else None)


def tables_answer(store: Store, expression: ExpressionInfoData) -> Answer:
    """Return the tables of an expression (``tables/1``)."""
    return _listed(store, expression, "table", "tables", TablesData.schema_id())


def forms_answer(store: Store, expression: ExpressionInfoData) -> Answer:
    """Return the forms of an expression (``forms/1``)."""
    return _listed(store, expression, "form", "forms", FormsData.schema_id())


def comparison_answer(store: Store, old: ExpressionInfoData, new: ExpressionInfoData) -> Answer | Apart:
    """Return what differs between two expressions (``comparison/1``), or that it is to be made apart.

    Raises ProblemError for very large ones.
    """
    if old.size + new.size > LARGEST:
        raise ProblemError(503, "The texts are too large to be compared on request: use lexkz diff.")
    if old.size + new.size > SMALL:
        return Apart(store.xml(old), store.xml(new), comparison_place(old, new))
    return answer(comparison(store.xml(old), store.xml(new)), location=comparison_place(old, new))


def comparison_place(old: ExpressionInfoData, new: ExpressionInfoData) -> str | None:
    """Return the path of the comparison of two expressions under their exact days."""
    return f"{old.iri}/compare?with={new.date}" if old.iri and old.date and new.date else None


def _listed(store: Store, expression: ExpressionInfoData, kind: str, name: str, schema: str) -> Answer:
    from lexkz.publication.act_json import text_data

    found = ",".join(store.extracts(expression, kind))
    text = text_data(stored(canonical.parse(store.xml(expression)))).json_line().strip()
    return answer(
        f'{{"schema":"{schema}","text":{text},"{name}":[{found}]}}\n',
        location=f"{expression.iri}/{name}" if expression.iri else None,
    )
