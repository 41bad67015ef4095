"""Routes of units, by eId behind ``~``: ``…/kaz@2024-12-01/~att_1__para_31``, as the AKN naming convention has it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from lexkz.akn import iris
from lexkz.publication import store_json as data
from lexkz.workspace.serve.answers import Answer, answer
from lexkz.workspace.serve.described import errors
from lexkz.workspace.serve.names import BOTH, COMPONENT, ORIGINAL, TEXT, THEN, At, Eid, Lang
from lexkz.workspace.serve.negotiation import form
from lexkz.workspace.serve.problems import missing, there
from lexkz.workspace.serve.served import Served
from lexkz.workspace.serve.texts import first_day, unit_answer
from lexkz.workspace.store import Store
from lexkz.workspace.store.no_such_text import Missing

_EID = "/~{eid:akn_eid}"


def router(served: Served) -> APIRouter:
    """Return the routes of units."""
    made = APIRouter(tags=["units"], responses=errors())
    for prefix, naming in BOTH:
        _routes(made, served, prefix, Depends(naming))
    return made


def _routes(made: APIRouter, served: Served, prefix: str, naming: object) -> None:

    async def unit(request: Request, name: str, lang: str, eid: str, at: str | None) -> Response:
        form(request, None)
        return await served.give(request, lambda store: unit_answer(there(store.unit(name, lang, eid, at))))

    @made.get(prefix + THEN + _EID, response_model=data.UnitTextData, summary="A unit on a day")
    async def unit_then(request: Request, name: Annotated[str, naming], lang: Lang, at: At, eid: Eid) -> Response:
        """A unit with all that stands below it, as the text of that day has it."""
        return await unit(request, name, lang, eid, at)

    @made.get(prefix + TEXT + _EID, response_model=data.UnitTextData, summary="A unit, newest text")
    async def unit_newest(request: Request, name: Annotated[str, naming], lang: Lang, eid: Eid) -> Response:
        """A unit with all that stands below it, as the newest text has it."""
        return await unit(request, name, lang, eid, None)

    @made.get(prefix + ORIGINAL + _EID, include_in_schema=False)
    async def unit_original(request: Request, name: Annotated[str, naming], lang: Lang, eid: Eid) -> Response:
        """A unit as the first text has it."""
        form(request, None)
        return await served.give(
            request, lambda store: unit_answer(there(store.unit(name, lang, eid, first_day(store, name, lang))))
        )

    @made.get(prefix + THEN + COMPONENT + _EID, include_in_schema=False)
    async def component_then(
        request: Request, name: Annotated[str, naming], lang: Lang, at: At, component: str, eid: Eid
    ) -> Response:
        """The same under the name of the component that the unit stands in: ``…/!annex_1/~att_1__para_31``."""
        _stands_in(eid, component)
        return await unit(request, name, lang, eid, at)

    @made.get(prefix + TEXT + COMPONENT + _EID, include_in_schema=False)
    async def component_newest(
        request: Request, name: Annotated[str, naming], lang: Lang, component: str, eid: Eid
    ) -> Response:
        _stands_in(eid, component)
        return await unit(request, name, lang, eid, None)

    @made.get(prefix + THEN + COMPONENT, include_in_schema=False)
    async def whole_then(
        request: Request, name: Annotated[str, naming], lang: Lang, at: At, component: str
    ) -> Response:
        """A component itself, as its attachment has it: ``…/!annex_1``."""
        return await unit(request, name, lang, _attachment(component), at)

    @made.get(prefix + TEXT + COMPONENT, include_in_schema=False)
    async def whole_newest(request: Request, name: Annotated[str, naming], lang: Lang, component: str) -> Response:
        return await unit(request, name, lang, _attachment(component), None)

    @made.get(prefix + TEXT + _EID + "/history", response_model=data.UnitHistoryData, summary="The history of a unit")
    async def history(request: Request, name: Annotated[str, naming], lang: Lang, eid: Eid) -> Response:
        """All wordings of a unit, and all commands that changed it, what holds it or what it holds."""
        form(request, None)

        def make(store: Store) -> Answer:
            return answer(there(store.unit_history(name, lang, eid)).as_json())

        return await served.give(request, make)


def _stands_in(eid: str, component: str) -> None:
    if iris.unit("", eid) != iris.component("", component, eid):
        raise missing(Missing("unit"))


def _attachment(component: str) -> str:
    """The eId of a component's attachment; the main one is answered by the routes of texts, or is none."""
    return "__".join(step.replace("annex", "att", 1) for step in component.split("/"))
