"""Routes of lists: acts by what they are, units by their words; page by page, with ``Link`` headers."""

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

import lexkz
from lexkz.publication import store_json as data
from lexkz.publication.changed_json import UnitChangesData
from lexkz.publication.data import Data
from lexkz.workspace.cli.changing import changes_feed
from lexkz.workspace.cli.tongue import speaking
from lexkz.workspace.serve.answers import Answer, answer
from lexkz.workspace.serve.described import atom_too, errors
from lexkz.workspace.serve.names import DAY_SAID, EID_LONGEST, Day, LangQuery
from lexkz.workspace.serve.negotiation import form
from lexkz.workspace.serve.problems import missing
from lexkz.workspace.serve.served import Served
from lexkz.workspace.store import ActFilters, Missing, Store

_SLUG = "^[a-z0-9-]+$"
_PLACE = "^[0-9-]{1,10}/[^/]{1,200}/(kaz|rus)/[0-9]{1,9}$"
_CURSOR = "^[^/]+/(kaz|rus)$"


class HealthData(Data):
    """That the server answers, and of what."""

    status: Literal["ok"] = Field(description="`ok`; where the store cannot be read, the answer is a problem, 503.")
    version: str = Field(description="Version of lexkz.")
    acts: int = Field(description="Acts in the store, each language counted.")


class ServiceData(Data):
    """What this server offers."""

    acts: str = Field(description="Path of the list of acts.")
    search: str = Field(description="Path of the search.")
    changes: str = Field(description="Path of what changed over all acts.")
    health: str = Field(description="Path that tells whether the server answers.")
    openapi: str = Field(description="Path of this description.")


def router(served: Served) -> APIRouter:
    """Return the routes of lists."""
    made = APIRouter(tags=["lists"], responses=errors())

    @made.get("/", response_model=ServiceData, summary="Where things are")
    async def service(request: Request) -> Response:
        """The paths to begin with."""
        form(request, None)
        said = ServiceData(
            acts="/acts", search="/search", changes="/changes", health="/health", openapi="/openapi.json"
        )
        return served.at_once(request, lambda _store: answer(said.as_json()))

    @made.get("/health", response_model=HealthData, summary="Whether the server answers")
    async def health(request: Request) -> Response:
        """Asks the store one small question, for whoever watches the server."""
        form(request, None)
        return served.at_once(
            request,
            lambda store: answer(HealthData(status="ok", version=lexkz.__version__, acts=store.count()).as_json()),
        )

    @made.get("/acts", response_model=data.ActsData, summary="Acts, page by page")
    async def acts(
        request: Request,
        lang: LangQuery = None,
        type: Annotated[  # noqa: A002
            str | None, Query(description="Slug of the kind of act: `order`, `law`.", pattern=_SLUG, max_length=60)
        ] = None,
        author: Annotated[
            str | None, Query(description="Slug of the body that made it.", pattern=_SLUG, max_length=60)
        ] = None,
        year: Annotated[int | None, Query(description="Year of the act.", ge=1, le=9999)] = None,
        number: Annotated[str | None, Query(description="Number of the act, as printed.", max_length=60)] = None,
        title: Annotated[
            str | None, Query(description="A part of the title; look-alike letters are folded.", max_length=200)
        ] = None,
        outline: Annotated[bool | None, Query(description="Only outlines, or only acts whose text is known.")] = None,
        limit: Annotated[int, Query(description="Acts on a page.", ge=1, le=200)] = 50,
        after: Annotated[
            str | None,
            Query(description="Last act of the page before, as `next` says it.", pattern=_CURSOR, max_length=200),
        ] = None,
    ) -> Response:
        """The acts of the store, each in each language, by folder."""
        form(request, None)
        filters = ActFilters(lang, type, author, year, number, title, outline)

        def make(store: Store) -> Answer:
            folder, _, of = (after or "").partition("/")
            found = store.acts(filters, limit=limit + 1, after=(folder, of) if after else None)
            page = found[:limit]
            more = len(found) > limit
            following = _path(request, after=f"{page[-1].act}/{page[-1].lang}") if more else None
            said = data.ActsData(items=page, total=store.count(filters), next=following)
            links = [(_path(request, after=None), "first"), *([(following, "next")] if following else [])]
            return answer(said.as_json(), links=tuple(links))

        return await served.give(request, make)

    @made.get("/search", response_model=data.FoundData, summary="Units by their words")
    async def search(
        request: Request,
        q: Annotated[
            str,
            Query(
                description="Words in any of their forms; in quotes, as they stand.",
                min_length=1,
                max_length=1000,
                examples=["уақытша болу"],
            ),
        ],
        at: Day = None,
        lang: LangQuery = None,
        act: Annotated[
            str | None, Query(description="Only this act: its folder or its work IRI.", max_length=200)
        ] = None,
        kind: Annotated[
            str | None, Query(description="Only units of this kind: `article`, `row` …", max_length=40)
        ] = None,
        limit: Annotated[int, Query(description="Units on a page.", ge=1, le=100)] = 20,
        offset: Annotated[int, Query(description="Units before this page.", ge=0, le=1000)] = 0,
    ) -> Response:
        """The units that hold all the words, best first: in the texts of a day, or in the newest ones."""
        form(request, None)

        def make(store: Store) -> Answer:
            found = store.search(q, at=at, lang=lang, act=act, kind=kind, limit=limit, offset=offset)
            further = found.more and offset + limit <= 1000
            links = ((_path(request, offset=str(offset + limit)), "next"),) if further else ()
            return answer(found.as_json(), links=links)

        return await served.give(request, make)

    @made.get("/changes", response_model=UnitChangesData, responses=atom_too(), summary="What changed over all acts")
    async def changes(
        request: Request,
        since: Annotated[
            str | None, *DAY_SAID, Query(alias="from", description="The first day, ISO.", examples=["2021-01-01"])
        ] = None,
        until: Annotated[
            str | None, *DAY_SAID, Query(alias="to", description="The last day, ISO.", examples=["2024-12-01"])
        ] = None,
        lang: LangQuery = None,
        act: Annotated[
            str | None, Query(description="Only this act: its folder or its work IRI.", max_length=200)
        ] = None,
        unit: Annotated[
            str | None, Query(description="Only this unit of `act`, by eId.", max_length=EID_LONGEST)
        ] = None,
        limit: Annotated[int, Query(description="Changes on a page.", ge=1, le=200)] = 50,
        after: Annotated[
            str | None,
            Query(description="Where the page before ended, as `next` says it.", pattern=_PLACE),
        ] = None,
        format: Annotated[  # noqa: A002
            Literal["json", "atom"] | None,
            Query(description="The form of the answer, whatever `Accept` says: `atom` is a feed."),
        ] = None,
    ) -> Response:
        """Units by the day from which they read so, each with its text before and after and its command.

        What waits for a person and what was not understood stands among them. Follow `next` to harvest all.
        """
        said_as, media = form(request, format, ("json", "atom"))

        def make(store: Store) -> Answer:
            if act is not None and not store.act(act):
                raise missing(Missing("act"))
            found = store.changed(since, until, lang=lang, act=act, unit=unit, limit=limit, after=after)
            following = _path(request, after=found.next) if found.next else None
            if said_as == "atom":
                with speaking(lang or "eng"):
                    return answer(
                        changes_feed(found, here=_path(request)),
                        media,
                        links=((following, "next"),) if following else (),
                    )
            said = found.model_copy(update={"next": following})
            return answer(said.as_json(), links=((following, "next"),) if following else ())

        return await served.give(request, make)

    return made


def _path(request: Request, **changed: str | None) -> str:
    """The path of the request with parts of its query changed, or left out for None."""
    kept = {name: value for name, value in request.query_params.items() if name not in changed}
    query = urlencode({**kept, **{name: value for name, value in changed.items() if value is not None}})
    return request.url.path + (f"?{query}" if query else "")
