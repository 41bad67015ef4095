"""What the OpenAPI description says of all routes alike: errors, the second form of texts, examples."""

from typing import Any

from lexkz.workspace.serve import examples
from lexkz.workspace.serve.answers import AKN
from lexkz.workspace.serve.problems import TYPE

_PROBLEM = {"$ref": "#/components/schemas/ProblemData"}
_SAID = {
    404: "There is no such act, text or unit; the sentence says which.",
    400: "The request is not for a host that is served here.",
    405: "Everything here is only read.",
    406: "The resource is not offered in what the client accepts.",
    409: "Several acts have this IRI.",
    412: "What is there now is not what `If-Match` names.",
    413: "The request has a body.",
    414: "The address is too long.",
    422: "A part of the address or of the query is not what it must be.",
    503: "The answer takes too long, or the store is not there at the moment.",
}


def errors() -> dict[int | str, dict[str, Any]]:
    """Return the errors that every route can give, as ``application/problem+json``."""
    found: dict[int | str, dict[str, Any]] = {304: {"description": "What the client has is what there is."}}
    for status, sentence in _SAID.items():
        found[status] = {"description": sentence, "content": {TYPE: {"schema": _PROBLEM}}}
    return found


def akn_too(sentence: str) -> dict[int | str, dict[str, Any]]:
    """Return what is said of a text that is offered as Akoma Ntoso as well."""
    xml = {"schema": {"type": "string", "description": "Akoma Ntoso 3.0, as the build wrote it."}}
    others: dict[str, Any] = {
        "text/html": {"schema": {"type": "string", "description": "A page that needs nothing else."}},
        "text/markdown": {"schema": {"type": "string", "description": "Headings, lists, tables; an anchor a unit."}},
        "application/x-ndjson": {"schema": {"type": "string", "description": "A unit a line, by `unit/1`."}},
    }
    content = {AKN: xml, "application/xml": xml, "text/xml": xml, **others}
    return {200: {"description": sentence, "content": content}}


def atom_too() -> dict[int | str, dict[str, Any]]:
    """Return what is said of a list that is offered as a feed as well."""
    feed = {"schema": {"type": "string", "description": "Atom (RFC 4287), an entry a change."}}
    return {200: {"description": "A page of changes.", "content": {"application/atom+xml": feed}}}


def problem_schema() -> dict[str, Any]:
    """Return the schema of problems."""
    from lexkz.workspace.serve.problems import ProblemData

    return ProblemData.model_json_schema(mode="serialization")


def show(description: dict[str, Any]) -> None:
    """Put examples of answers into the description; FastAPI itself would leave out their nulls."""
    shown = {
        "WorkData": examples.WORK,
        "ActsData": examples.ACTS,
        "UnitTextData": examples.UNIT,
        "FoundData": examples.FOUND,
    }
    for path in description["paths"].values():
        content = path["get"]["responses"]["200"]["content"]["application/json"]
        name = content["schema"]["$ref"].rpartition("/")[2]
        if name in shown:
            content["example"] = shown[name]
