"""The application: all routes, errors as problems, and one description of it all."""

import difflib
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fastapi import Depends, FastAPI, Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

import lexkz
from lexkz.workspace.serve import expressions, lists, names, units, works
from lexkz.workspace.serve.described import problem_schema, show
from lexkz.workspace.serve.guard import Guard
from lexkz.workspace.serve.problems import ProblemError, problem
from lexkz.workspace.serve.quick import Quick
from lexkz.workspace.serve.served import Served
from lexkz.workspace.store import SlowQueryError

_ABOUT = """Legal acts of Kazakhstan as they stand on any day: texts as JSON and Akoma Ntoso, units by eId, what changed
and by which command, tables, forms and search.

Paths are FRBR IRIs: `/akn/kz/act/order/enbek/2023-06-22/230` is a work, `…/kaz@2024-12-01` its Kazakh text on that day,
`…/kaz@2024-12-01/~att_1__para_31` a unit of it. Everything is only read. Errors are `application/problem+json`.
"""


def application(store: Path, *, seconds: float = 10.0, cors: Sequence[str] = (), hosts: Sequence[str] = ()) -> ASGIApp:
    """Return the ASGI application that serves ``store``; a store put in its place is served from then on.

    A request may take ``seconds``; pages of the origins ``cors`` may read answers (``*``: all), those of no other. Only
    requests for the ``hosts`` are answered, where some are told.
    """
    served = Served.of(store, seconds)
    made: ASGIApp = Quick(described(served), served)
    if cors:
        made = CORSMiddleware(
            made,
            allow_origins=list(cors),
            allow_methods=["GET", "HEAD"],
            allow_headers=["If-Match", "If-None-Match", "If-Modified-Since"],
            expose_headers=["ETag", "Link", "Content-Location"],
        )
    return Guard(made, options=bool(cors), hosts=hosts)


def described(served: Served) -> FastAPI:
    """Return the application without what stands before it: routes and description."""
    names.register()
    # FastAPI's own pages of documentation load scripts from elsewhere.
    made = FastAPI(
        title="lexkz",
        version=lexkz.__version__,
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(_only_known)],
    )
    made.router.redirect_slashes = False
    # What is more exact stands first: the router takes the first that fits.
    for part in (lists, expressions, units, works):
        made.include_router(part.router(served))
    _errors(made)
    _description(made)
    return made


def _parameters(dependant: Dependant) -> set[str]:
    own = {str(parameter.alias) for parameter in dependant.query_params}
    return own.union(*map(_parameters, dependant.dependencies))


async def _only_known(request: Request) -> None:
    """Refuse a query with a parameter that the route does not have: a slip in a name would widen the answer."""
    route = request.scope.get("route")
    if not isinstance(route, APIRoute):
        return
    known = _parameters(route.dependant)
    for name in request.query_params:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f", did you mean {near[0]}?" if near else "."
            kind = "urn:lexkz:problem:parameter"
            raise ProblemError(422, f"This address has no parameter {name[:80]}{hint}", kind)


def _errors(made: FastAPI) -> None:
    @made.exception_handler(ProblemError)
    async def told(_request: Request, error: ProblemError) -> Response:
        return problem(error.status, error.detail, error.kind)

    @made.exception_handler(SlowQueryError)
    async def slow(_request: Request, error: SlowQueryError) -> Response:
        return problem(503, str(error))

    @made.exception_handler(sqlite3.DatabaseError)
    async def torn(_request: Request, _error: sqlite3.DatabaseError) -> Response:
        return problem(503, "The store is being replaced at the moment: try again.")

    @made.exception_handler(RequestValidationError)
    async def wrong(_request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:])
        return problem(422, f"{where}: {first['msg']}.", "urn:lexkz:problem:parameter")

    @made.exception_handler(HTTPException)
    async def http(_request: Request, error: HTTPException) -> Response:
        sentence = "There is nothing at this address." if error.status_code == 404 else str(error.detail)
        return problem(error.status_code, sentence)

    @made.exception_handler(Exception)
    async def broken(_request: Request, _error: Exception) -> Response:
        return problem(500, "This is a fault of lexkz, please report it with the address.")


def _description(made: FastAPI) -> None:
    def openapi() -> dict[str, Any]:
        if made.openapi_schema is None:
            said = get_openapi(title=made.title, version=made.version, description=made.description, routes=made.routes)
            schemas = said.setdefault("components", {}).setdefault("schemas", {})
            schemas["ProblemData"] = problem_schema()
            show(said)
            made.openapi_schema = said
        return made.openapi_schema

    made.openapi = openapi  # type: ignore[method-assign]
