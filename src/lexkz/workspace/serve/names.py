"""The parts of the addresses: FRBR IRIs as paths. What does not look like one is answered 404 by the router."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Literal

from fastapi import Path, Query
from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError
from starlette.convertors import Convertor, register_url_convertor

from lexkz.workspace.store import is_day

WORK = r"[a-z]{2}/act/(?:[^/@~!]+/){0,2}[0-9]{4}-[0-9]{2}-[0-9]{2}/[^/@~!]+"
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

WORK_PATH = "/akn/{work:akn_work}"
FOLDER_PATH = "/acts/{folder}"
TEXT = "/{lang:akn_lang}"
THEN = TEXT + "@{at:akn_day}"
ORIGINAL = TEXT + "@"
"""By the naming convention: no day is the newest text, an empty one the original."""
MAIN = "/!main"
COMPONENT = "/!{component:akn_component}"
EID_LONGEST = 300


def _convertor(pattern: str) -> Convertor[str]:
    class Part(Convertor[str]):
        regex = pattern

        def convert(self, value: str) -> str:
            return value

        def to_string(self, value: str) -> str:
            return value

    return Part()


def register() -> None:
    """Teach the router the parts of IRIs: it keeps them under names, once for the whole program."""
    register_url_convertor("akn_work", _convertor(WORK))
    register_url_convertor("akn_lang", _convertor("[a-z]{3}"))
    register_url_convertor("akn_day", _convertor("[^/@~!.]+"))
    register_url_convertor("akn_ending", _convertor("json|xml|akn"))
    register_url_convertor("akn_eid", _convertor("[^/]+"))
    register_url_convertor("akn_component", _convertor("(?:main|annex[^/]*)(?:/annex[^/]*)*"))


Work = Annotated[
    str,
    Path(
        description="The work IRI behind `/akn/`: country, `act`, kind and body where they are known, date, number.",
        pattern=f"^{WORK}$".replace("(?:", "("),
        examples=["kz/act/order/enbek/2023-06-22/230"],
    ),
]
Lang = Annotated[Literal["kaz", "rus"], Path(description="Language of the text.", examples=["kaz"])]


def _day(value: str) -> str:
    if not is_day(value):
        raise PydanticCustomError("day", "This is no day: write it as 2024-12-01")
    return value


DAY_SAID = (BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"}))
At = Annotated[str, *DAY_SAID, Path(description="The day whose text is asked for, ISO.", examples=["2024-12-01"])]
Eid = Annotated[
    str,
    Path(
        description="eId of the unit, unique in the whole act: annexes and approved acts prefix theirs.",
        max_length=EID_LONGEST,
        pattern="^[^/]+$",
        examples=["att_1__para_31"],
    ),
]
Folder = Annotated[
    str,
    Path(
        description="Folder of the act: its id in the state information system where it has one.",
        max_length=200,
        pattern="^[^/]+$",
        examples=["V2300032875"],
    ),
]
Format = Annotated[
    Literal["json", "xml", "html", "markdown", "ndjson"] | None,
    Query(description="The form of the answer, whatever `Accept` says: `xml` is Akoma Ntoso, `ndjson` a unit a line."),
]
Day = Annotated[Annotated[str, *DAY_SAID] | None, Query(description="An ISO day.", examples=["2024-12-01"])]
With = Annotated[
    str,
    *DAY_SAID,
    Query(alias="with", description="The other day, ISO; mostly the later one.", examples=["2024-12-01"]),
]
LangQuery = Annotated[Literal["kaz", "rus"] | None, Query(description="Only acts in this language.")]


async def _by_work(work: Work) -> str:
    return f"/akn/{work}"


async def _by_folder(folder: Folder) -> str:
    return folder


BOTH: tuple[tuple[str, Callable[..., Awaitable[str]]], ...] = ((WORK_PATH, _by_work), (FOLDER_PATH, _by_folder))
"""The two ways to name an act, its work IRI and its folder, and what makes the store's name of them."""
