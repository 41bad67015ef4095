"""Errors as ``application/problem+json`` (RFC 9457)."""

from http import HTTPStatus
from typing import TypeVar

from pydantic import Field
from starlette.responses import Response

from lexkz.publication.data import Data
from lexkz.workspace.store.no_such_text import Missing

T = TypeVar("T")
TYPE = "application/problem+json"


class ProblemData(Data):
    """Why a request was not answered."""

    type: str = Field(description="Name of the kind of problem: `urn:lexkz:problem:unit`, `about:blank` …")
    title: str = Field(description="The status in words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="One sentence: what is the matter, and what to do.")


class ProblemError(Exception):
    """A request cannot be answered; the server says so in this status and sentence."""

    def __init__(self, status: int, detail: str, kind: str = "about:blank") -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.kind = kind


def problem(status: int, detail: str, kind: str = "about:blank", headers: dict[str, str] | None = None) -> Response:
    """Return a problem as a response; nothing of it is kept by caches."""
    said = ProblemData(type=kind, title=HTTPStatus(status).phrase, status=status, detail=detail)
    known = {"Cache-Control": "no-store", **(headers or {})}
    return Response(said.json_line(), status, known, TYPE)


def missing(found: Missing) -> ProblemError:
    """Return the problem that a text is not there."""
    kind = f"urn:lexkz:problem:{found.why}"
    if found.why == "several":
        which = ", ".join(f"/acts/{act}" for act in found.acts)
        return ProblemError(409, f"Several acts have this IRI: {which}.", kind)
    periods = "; ".join(f"{first or '?'} to {until or 'now'}" for first, until in found.periods)
    sentence = {
        "act": "There is no act of this name.",
        "language": "The act is not there in this language.",
        "before": f"No text of the act is known that is as old as this day; the first is of {found.first}.",
        "undated": "The act's text has no date: ask for the newest one, without a day.",
        "unit": "No version of the act has a unit of this eId.",
        "unit_then": f"The unit is not there on this day; it is there from {periods}.",
    }[found.why]
    return ProblemError(404, sentence, kind)


def there(found: T | Missing) -> T:
    """Return what was found. Raises ProblemError (404, 409) where it is missing."""
    if isinstance(found, Missing):
        raise missing(found)
    return found
