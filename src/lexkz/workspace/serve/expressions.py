"""Routes of expressions: the text of a day as JSON and Akoma Ntoso, its tables and forms, two days compared."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from lexkz.publish.act_data import ActData
from lexkz.publish.comparison_json import ComparisonData
from lexkz.publish.forms_json import FormsData
from lexkz.publish.tables_json import TablesData
from lexkz.workspace.serve import texts
from lexkz.workspace.serve.answers import Answer
from lexkz.workspace.serve.described import akn_too, errors
from lexkz.workspace.serve.names import DAY, TEXT, THEN, At, Folder, Format, Lang, Work
from lexkz.workspace.serve.negotiation import form
from lexkz.workspace.serve.served import Served
from lexkz.workspace.store import Store

With = Annotated[
    str,
    Query(alias="with", description="The other day, ISO; mostly the later one.", pattern=DAY, examples=["2024-12-01"]),
]


def router(served: Served) -> APIRouter:
    """Return the routes of expressions."""
    made = APIRouter(tags=["texts"], responses=errors())
    newest_text, text_then = akn_too("The newest text that is known."), akn_too("The text of that day.")

    async def text(request: Request, name: str, lang: str, at: str | None, asked: str | None) -> Response:
        said, media = form(request, asked, xml=True)

        def make(store: Store) -> Answer:
            return texts.act_answer(store, texts.expression_at(store, name, lang, at), said, media)

        return await served.give(request, make, key=f"text {name} {lang} {at} {media}")

    @made.get(
        "/acts/{folder}/{lang}", response_model=ActData, responses=newest_text, summary="The newest text, by folder"
    )
    async def by_folder(request: Request, folder: Folder, lang: Lang, format: Format = None) -> Response:  # noqa: A002
        """The newest text of an act, also where its IRI is not known."""
        return await text(request, folder, lang, None, format)

    @made.get(TEXT, response_model=ActData, responses=newest_text, summary="The newest expression")
    async def newest(request: Request, work: Work, lang: Lang, format: Format = None) -> Response:  # noqa: A002
        """The newest text that is known, as JSON or as Akoma Ntoso."""
        return await text(request, f"/akn/{work}", lang, None, format)

    @made.get(THEN, response_model=ActData, responses=text_then, summary="The expression that stands on a day")
    async def then(request: Request, work: Work, lang: Lang, at: At, format: Format = None) -> Response:  # noqa: A002
        """The text of that day, as JSON or as Akoma Ntoso; `Content-Location` names the expression."""
        return await text(request, f"/akn/{work}", lang, at, format)

    @made.get(THEN + ".{ending:akn_ending}", include_in_schema=False)
    async def then_as(request: Request, work: Work, lang: Lang, at: At, ending: str) -> Response:
        return await text(request, f"/akn/{work}", lang, at, "json" if ending == "json" else "xml")

    @made.get(THEN + "/compare", response_model=ComparisonData, summary="What changed from one day to another")
    async def compare(request: Request, work: Work, lang: Lang, at: At, other: With) -> Response:
        """The units and cells that differ between the texts of the two days, word by word."""
        form(request, None)

        def make(store: Store) -> Answer:
            old, new = (texts.expression_at(store, f"/akn/{work}", lang, day) for day in (at, other))
            return texts.comparison_answer(store, old, new)

        return await served.give(request, make, key=f"compare {work} {lang} {at} {other}")

    @made.get(THEN + "/tables", response_model=TablesData, summary="The tables of an expression")
    async def tables(request: Request, work: Work, lang: Lang, at: At) -> Response:
        """The tables of the text of that day, as data."""
        form(request, None)
        return await served.give(
            request, lambda store: texts.tables_answer(store, texts.expression_at(store, f"/akn/{work}", lang, at))
        )

    @made.get(THEN + "/forms", response_model=FormsData, summary="The forms of an expression")
    async def forms(request: Request, work: Work, lang: Lang, at: At) -> Response:
        """The forms of the text of that day, each with the JSON Schema of the data that fills it in."""
        form(request, None)
        return await served.give(
            request, lambda store: texts.forms_answer(store, texts.expression_at(store, f"/akn/{work}", lang, at))
        )

    return made
