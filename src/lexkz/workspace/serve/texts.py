"""The text of an expression as an answer: the act as JSON or Akoma Ntoso, its tables and forms, comparisons."""

import json

from lexkz.akn import canonical
from lexkz.publish.comparison_json import ComparisonData
from lexkz.publish.forms_json import FormsData
from lexkz.publish.tables_json import TablesData
from lexkz.structure import Act
from lexkz.workspace.serve.answers import Answer, answer
from lexkz.workspace.serve.problems import ProblemError, missing
from lexkz.workspace.store import Store
from lexkz.workspace.store.model import ExpressionInfo, Missing

LARGEST = 16 * 1024 * 1024
"""Bytes of XML of two texts that are compared on request."""


def expression_at(store: Store, name: str, lang: str, at: str | None) -> ExpressionInfo:
    """Return the expression of a day, the newest for None. Raises ProblemError where there is none."""
    found = store.expression(name, lang, at)
    if isinstance(found, Missing):
        raise missing(found)
    return found


def act_answer(store: Store, expression: ExpressionInfo, form: str, media: str) -> Answer:
    """Return an expression: its XML as the build wrote it, or its JSON (``act/1``)."""
    data = store.xml(expression)
    links = ((expression.iri, "canonical"),) if expression.iri else ()
    if form == "xml":
        return answer(data, media, links=links, location=expression.iri)
    from lexkz.publish import act_data

    said = act_data(Act(canonical.parse(data))).as_json()
    found = store.findings(expression)
    if found is not None:
        said["findings"] = json.loads(found)
    return answer(said, links=links, location=expression.iri)


def tables_answer(store: Store, expression: ExpressionInfo) -> Answer:
    """Return the tables of an expression (``tables/1``)."""
    return _listed(store, expression, "table", "tables", TablesData.schema_id())


def forms_answer(store: Store, expression: ExpressionInfo) -> Answer:
    """Return the forms of an expression (``forms/1``)."""
    return _listed(store, expression, "form", "forms", FormsData.schema_id())


def comparison_answer(store: Store, old: ExpressionInfo, new: ExpressionInfo) -> Answer:
    """Return what differs between two expressions (``comparison/1``). Raises ProblemError for very large ones."""
    if old.size + new.size > LARGEST:
        raise ProblemError(503, "The texts are too large to be compared on request: use lexkz diff.")
    if old.digest == new.digest:
        return answer({"schema": ComparisonData.schema_id(), "hunks": [], "cells": []})
    from lexkz.compare.cells import cell_changes
    from lexkz.compare.diff import diff
    from lexkz.publish.comparison_json import diff_json

    before, after = (Act(canonical.parse(store.xml(one))) for one in (old, new))
    return answer(json.loads(diff_json(diff(before, after), cell_changes(before, after))))


def _listed(store: Store, expression: ExpressionInfo, kind: str, name: str, schema: str) -> Answer:
    found = ",".join(one.data for one in store.extracts(expression, kind))
    return answer(f'{{"schema":"{schema}","{name}":[{found}]}}\n', location=None)
