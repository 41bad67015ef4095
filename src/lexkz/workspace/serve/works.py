"""Routes of works: an act in its languages and versions, who cites it, who amends it, whom it amends."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from lexkz.publication import store_json as data
from lexkz.workspace.serve.answers import Answer, answer
from lexkz.workspace.serve.described import errors
from lexkz.workspace.serve.names import BOTH, COMPONENT, TEXT, WORK_PATH, Folder, Lang, LangQuery, Work
from lexkz.workspace.serve.negotiation import form
from lexkz.workspace.serve.problems import missing, there
from lexkz.workspace.serve.served import Served
from lexkz.workspace.store import Store
from lexkz.workspace.store.no_such_text import Missing


def router(served: Served) -> APIRouter:
    """Return the routes of works."""
    made = APIRouter(tags=["acts"], responses=errors())

    @made.get(
        "/acts/{folder}",
        response_model=data.WorkData,
        summary="An act by its folder",
    )
    async def folder(request: Request, folder: Folder) -> Response:
        """The act in each language and the versions of its text; also where its IRI is not known."""
        form(request, None)
        return served.at_once(request, lambda store: _work(store, folder))

    @made.get(WORK_PATH, response_model=data.WorkData, summary="A work and its expressions")
    async def work(request: Request, work: Work) -> Response:
        """The act in each language, and the versions of its text, oldest first."""
        form(request, None)
        return served.at_once(request, lambda store: _work(store, f"/akn/{work}"))

    @made.get(WORK_PATH + COMPONENT, include_in_schema=False)
    async def component(request: Request, work: Work, component: str) -> Response:  # noqa: ARG001 (any of them)
        form(request, None)
        return served.at_once(request, lambda store: _work(store, f"/akn/{work}"))

    @made.get(WORK_PATH + "/citations", response_model=data.CitationsData, summary="Who cites an act or a unit of it")
    async def citations(
        request: Request,
        work: Work,
        unit: Annotated[str | None, Query(description="eId of a unit of the act.", max_length=300)] = None,
    ) -> Response:
        """The references in the texts of all acts that mean this one; it need not be in the store itself."""
        form(request, None)
        name = f"/akn/{work}"
        return await served.give(
            request, lambda store: answer(data.CitationsData(work=name, citations=store.citing(name, unit)).as_json())
        )

    @made.get(
        WORK_PATH + "/amendments", response_model=data.CommandsOutcomeData, summary="The commands that amend an act"
    )
    async def amendments(request: Request, work: Work, lang: LangQuery = None) -> Response:
        """The commands of all acts that amend this one, each with what became of it."""
        form(request, None)
        name = f"/akn/{work}"
        return await served.give(
            request, lambda store: answer(data.CommandsOutcomeData(commands=store.amending(name, lang)).as_json())
        )

    for prefix, naming in BOTH:
        _of_texts(made, served, prefix, Depends(naming))
    return made


def _of_texts(made: APIRouter, served: Served, prefix: str, naming: object) -> None:

    @made.get(prefix + TEXT + "/changes", response_model=data.ChangesData, summary="What amending acts did to an act")
    async def changes(request: Request, name: Annotated[str, naming], lang: Lang) -> Response:
        """Each change of the text with the command that made it, in the order of the versions."""
        form(request, None)

        def make(store: Store) -> Answer:
            return answer(data.ChangesData(changes=there(store.changes(name, lang))).as_json())

        return await served.give(request, make)

    @made.get(
        prefix + TEXT + "/commands", response_model=data.CommandsOutcomeData, summary="The commands of an amending act"
    )
    async def commands(request: Request, name: Annotated[str, naming], lang: Lang) -> Response:
        """The commands in the order of the act's text, each with what became of it."""
        form(request, None)

        def make(store: Store) -> Answer:
            return answer(data.CommandsOutcomeData(commands=there(store.commands(name, lang))).as_json())

        return await served.give(request, make)


def _work(store: Store, name: str) -> Answer:
    acts = store.act(name)
    folders = tuple(dict.fromkeys(one.act for one in acts))
    if len(folders) != 1:
        raise missing(Missing("several", acts=folders) if folders else Missing("act"))
    expressions: list[data.ExpressionInfoData] = []
    for one in acts:
        expressions += there(store.expressions(one.act, one.lang))
    links = ((acts[0].work, "canonical"),) if acts[0].work else ()
    return answer(data.WorkData(work=acts[0].work, acts=acts, expressions=tuple(expressions)).as_json(), links=links)
