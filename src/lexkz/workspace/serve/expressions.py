"""Routes of expressions: the text of a day as JSON and Akoma Ntoso, its tables and forms, two days compared."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from lexkz.publication.act_data import ActData
from lexkz.publication.comparison_json import ComparisonData
from lexkz.publication.contents_json import ContentsData
from lexkz.publication.forms_json import FormsData
from lexkz.publication.report_json import ReportData
from lexkz.publication.tables_json import TablesData
from lexkz.workspace.serve import texts
from lexkz.workspace.serve.answers import Answer
from lexkz.workspace.serve.apart import Apart
from lexkz.workspace.serve.described import akn_too, errors
from lexkz.workspace.serve.names import BOTH, MAIN, ORIGINAL, TEXT, THEN, At, Format, Lang, With
from lexkz.workspace.serve.negotiation import ALL_OF_A_TEXT, form
from lexkz.workspace.serve.served import Served
from lexkz.workspace.store import Store


def router(served: Served) -> APIRouter:
    """Return the routes of expressions."""
    made = APIRouter(tags=["texts"], responses=errors())
    for prefix, naming in BOTH:
        _texts(made, served, prefix, Depends(naming))
        _parts(made, served, prefix, Depends(naming))
    return made


def _texts(made: APIRouter, served: Served, prefix: str, naming: object) -> None:
    newest_text, text_then = akn_too("The newest text that is known."), akn_too("The text of that day.")

    async def text(request: Request, name: str, lang: str, at: str | None, asked: str | None) -> Response:
        said, media = form(request, asked, ALL_OF_A_TEXT)

        def make(store: Store) -> Answer:
            return texts.act_answer(store, texts.expression_at(store, name, lang, at), said, media)

        return await served.give(request, make, key=f"text {name} {lang} {at} {media}")

    @made.get(prefix + TEXT, response_model=ActData, responses=newest_text, summary="The newest expression")
    async def newest(
        request: Request,
        name: Annotated[str, naming],
        lang: Lang,
        format: Format = None,  # noqa: A002
    ) -> Response:
        """The newest text that is known, as JSON, Akoma Ntoso, HTML, Markdown or units a line."""
        return await text(request, name, lang, None, format)

    @made.get(prefix + THEN, response_model=ActData, responses=text_then, summary="The expression that stands on a day")
    async def then(
        request: Request,
        name: Annotated[str, naming],
        lang: Lang,
        at: At,
        format: Format = None,  # noqa: A002
    ) -> Response:
        """The text of that day, in one of its forms; `Content-Location` names the expression."""
        return await text(request, name, lang, at, format)

    @made.get(prefix + THEN + ".{ending:akn_ending}", include_in_schema=False)
    async def then_as(request: Request, name: Annotated[str, naming], lang: Lang, at: At, ending: str) -> Response:
        return await text(request, name, lang, at, "json" if ending == "json" else "xml")

    @made.get(prefix + TEXT + ".{ending:akn_ending}", include_in_schema=False)
    async def newest_as(request: Request, name: Annotated[str, naming], lang: Lang, ending: str) -> Response:
        return await text(request, name, lang, None, "json" if ending == "json" else "xml")

    # A component's document is the file of the whole act: who follows ``…/!main#para_5`` gets it.
    @made.get(prefix + THEN + MAIN, include_in_schema=False)
    async def main_then(request: Request, name: Annotated[str, naming], lang: Lang, at: At) -> Response:
        return await text(request, name, lang, at, None)

    @made.get(prefix + TEXT + MAIN, include_in_schema=False)
    async def main_newest(request: Request, name: Annotated[str, naming], lang: Lang) -> Response:
        return await text(request, name, lang, None, None)

    @made.get(prefix + ORIGINAL, include_in_schema=False)
    async def original(
        request: Request,
        name: Annotated[str, naming],
        lang: Lang,
        format: Format = None,  # noqa: A002
    ) -> Response:
        """The first text, as the naming convention has it for a day that is left empty."""
        said, media = form(request, format, ALL_OF_A_TEXT)

        def make(store: Store) -> Answer:
            return texts.act_answer(store, texts.original(store, name, lang), said, media)

        return await served.give(request, make, key=f"original {name} {lang} {media}")


def _parts(made: APIRouter, served: Served, prefix: str, naming: object) -> None:

    @made.get(prefix + THEN + "/compare", response_model=ComparisonData, summary="What changed from one day to another")
    async def compare(request: Request, name: Annotated[str, naming], lang: Lang, at: At, other: With) -> Response:
        """The units and cells that differ between the texts of the two days, word by word."""
        form(request, None)

        def make(store: Store) -> Answer | Apart:
            old, new = (texts.expression_at(store, name, lang, day) for day in (at, other))
            return texts.comparison_answer(store, old, new)

        return await served.give(request, make, key=f"compare {name} {lang} {at} {other}")

    async def part(request: Request, make: Callable[[Store], Answer]) -> Response:
        form(request, None)
        return await served.give(request, make)

    @made.get(prefix + THEN + "/tables", response_model=TablesData, summary="The tables of an expression")
    async def tables(request: Request, name: Annotated[str, naming], lang: Lang, at: At) -> Response:
        """The tables of the text of that day, as data."""
        return await part(request, lambda store: texts.tables_answer(store, texts.expression_at(store, name, lang, at)))

    @made.get(prefix + TEXT + "/tables", response_model=TablesData, summary="The tables of the newest expression")
    async def newest_tables(request: Request, name: Annotated[str, naming], lang: Lang) -> Response:
        """The tables of the newest text, as data."""
        return await part(
            request, lambda store: texts.tables_answer(store, texts.expression_at(store, name, lang, None))
        )

    @made.get(prefix + THEN + "/forms", response_model=FormsData, summary="The forms of an expression")
    async def forms(request: Request, name: Annotated[str, naming], lang: Lang, at: At) -> Response:
        """The forms of the text of that day, each with the JSON Schema of the data that fills it in."""
        return await part(request, lambda store: texts.forms_answer(store, texts.expression_at(store, name, lang, at)))

    @made.get(prefix + TEXT + "/forms", response_model=FormsData, summary="The forms of the newest expression")
    async def newest_forms(request: Request, name: Annotated[str, naming], lang: Lang) -> Response:
        """The forms of the newest text, each with the JSON Schema of the data that fills it in."""
        return await part(
            request, lambda store: texts.forms_answer(store, texts.expression_at(store, name, lang, None))
        )

    @made.get(prefix + THEN + "/contents", response_model=ContentsData, summary="The contents of an expression")
    async def contents(request: Request, name: Annotated[str, naming], lang: Lang, at: At) -> Response:
        """The units of the text of that day that have a number or a heading, without their words."""
        return await part(
            request, lambda store: texts.contents_answer(store, texts.expression_at(store, name, lang, at))
        )

    @made.get(prefix + TEXT + "/contents", response_model=ContentsData, summary="The contents of the newest expression")
    async def newest_contents(request: Request, name: Annotated[str, naming], lang: Lang) -> Response:
        """The units of the newest text that have a number or a heading, without their words."""
        return await part(
            request, lambda store: texts.contents_answer(store, texts.expression_at(store, name, lang, None))
        )

    @made.get(prefix + THEN + "/report", response_model=ReportData, summary="How an expression was made")
    async def report(request: Request, name: Annotated[str, naming], lang: Lang, at: At) -> Response:
        """What became of each command in the text of that day, its day of entry into force, and the proofs of it."""
        return await part(request, lambda store: texts.report_answer(store, texts.expression_at(store, name, lang, at)))
