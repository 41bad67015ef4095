"""Routes of units, by eId behind ``~``: ``…/kaz@2024-12-01/~att_1__para_31``, as the AKN naming convention has it."""

from fastapi import APIRouter, Request, Response

from lexkz.akn import iris
from lexkz.publish import store_json as data
from lexkz.workspace.serve.answers import Answer, answer
from lexkz.workspace.serve.described import errors
from lexkz.workspace.serve.names import TEXT, THEN, At, Eid, Lang, Work
from lexkz.workspace.serve.negotiation import form
from lexkz.workspace.serve.problems import missing
from lexkz.workspace.serve.served import LaterError, Served
from lexkz.workspace.serve.works import there
from lexkz.workspace.store import HeavyError, Store, published
from lexkz.workspace.store.model import Missing


def router(served: Served) -> APIRouter:
    """Return the routes of units."""
    made = APIRouter(tags=["units"], responses=errors())

    async def unit(request: Request, work: str, lang: str, eid: str, at: str | None) -> Response:
        form(request, None)
        name = f"/akn/{work}"
        quick = True

        def make(store: Store) -> Answer:
            nonlocal quick
            light, quick = quick, False
            try:
                found = there(store.unit(name, lang, eid, at, light=light))
            except HeavyError:
                raise LaterError from None
            exact = f"{found.expression.iri}/~{eid}" if found.expression.iri else None
            return answer(published.unit_json(found), location=exact)

        return await served.give(request, make, quick=True)

    @made.get(THEN + "/~{eid:akn_eid}", response_model=data.UnitTextData, summary="A unit on a day")
    async def unit_then(request: Request, work: Work, lang: Lang, at: At, eid: Eid) -> Response:
        """A unit with all that stands below it, as the text of that day has it."""
        return await unit(request, work, lang, eid, at)

    @made.get(TEXT + "/~{eid:akn_eid}", response_model=data.UnitTextData, summary="A unit, newest text")
    async def unit_newest(request: Request, work: Work, lang: Lang, eid: Eid) -> Response:
        """A unit with all that stands below it, as the newest text has it."""
        return await unit(request, work, lang, eid, None)

    @made.get(THEN + "/!{component:akn_component}/~{eid:akn_eid}", include_in_schema=False)
    async def component_then(request: Request, work: Work, lang: Lang, at: At, component: str, eid: Eid) -> Response:
        """The same under the name of the component that the unit stands in: ``…/!annex_1/~att_1__para_31``."""
        if iris.unit("", eid) != iris.component("", component, eid):
            raise missing(Missing("unit"))
        return await unit(request, work, lang, eid, at)

    @made.get(TEXT + "/~{eid:akn_eid}/history", response_model=data.UnitHistoryData, summary="The history of a unit")
    async def history(request: Request, work: Work, lang: Lang, eid: Eid) -> Response:
        """All wordings of a unit, and all commands that changed it, what holds it or what it holds."""
        form(request, None)

        def make(store: Store) -> Answer:
            return answer(published.history_data(there(store.unit_history(f"/akn/{work}", lang, eid))).as_json())

        return await served.give(request, make)

    return made
