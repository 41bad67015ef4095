"""What the tools take: models whose schemas an assistant is given, and by which what it sends is checked."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

LONGEST_DRAFT = 200_000
"""Characters of a draft."""


def _day(said: object) -> object:
    from lexkz.workspace.decided import day_said

    if not isinstance(said, str) or not said:
        return said or None
    day = day_said(said)
    if day is None:
        raise PydanticCustomError("day", "is no day: write it as 2024-11-20")
    return day.isoformat()


Act = Annotated[
    str,
    Field(
        description="The act: its folder (`V2300032875`), or its IRI, as answers give them.",
        min_length=1,
        max_length=300,
    ),
]
Lang = Annotated[
    Literal["kaz", "rus"] | None,
    Field(description="Language of the text, `kaz` or `rus`; needed where the act is there in both."),
]
Day = Annotated[
    str | None, BeforeValidator(_day), Field(description="ISO day whose text is wanted, `2024-11-20`; else the newest.")
]
Offset = Annotated[
    int, Field(description="Where the page begins: what `next` of the page before says.", ge=0, le=10**7)
]


class ToolArguments(BaseModel):
    """Base of what tools take: a name that is not known is refused, since it would change what is asked."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SearchArguments(ToolArguments):
    """What is looked for, and where."""

    words: str = Field(
        description='Words in Kazakh or Russian, in any of their forms; "in quotes" as they stand. Also the number of '
        "an act (`№ 391`), or a unit («31-тармақ», «пункт 31»).",
        min_length=1,
        max_length=1000,
    )
    day: Day = None
    lang: Lang = None
    act: Annotated[str | None, Field(description="Only this act: folder or IRI.", max_length=300)] = None
    kind: Annotated[
        str | None, Field(description="Only units of this kind: `article`, `paragraph`, `row` …", max_length=40)
    ] = None
    limit: Annotated[int, Field(description="Hits on a page.", ge=1, le=20)] = 5
    offset: Annotated[int, Field(description="Hits before this page: what `next` says.", ge=0, le=1000)] = 0


class UnitArguments(ToolArguments):
    """A unit of an act."""

    act: Act
    unit: Annotated[
        str | None,
        Field(
            description="The unit: its eId (`att_1__para_31`), as answers give it, or words («31-тармақ», «подпункт 2) "
            "пункта 4»); not needed where `act` is the IRI of a unit.",
            max_length=300,
        ),
    ] = None
    lang: Lang = None


class ReadUnitArguments(UnitArguments):
    """A unit on a day."""

    day: Day = None
    limit: Annotated[int, Field(description="Characters of a page.", ge=200, le=20_000)] = 6_000
    offset: Offset = 0


class HistoryArguments(UnitArguments):
    """A unit from its first wording on."""

    limit: Annotated[int, Field(description="Wordings on a page.", ge=1, le=20)] = 5
    offset: Offset = 0


class ChangesArguments(ToolArguments):
    """From which day to which, or of which act."""

    since: Annotated[str | None, BeforeValidator(_day), Field(description="First ISO day.")] = None
    until: Annotated[str | None, BeforeValidator(_day), Field(description="Last ISO day, itself included.")] = None
    act: Annotated[str | None, Field(description="Only the changes of this act: folder or IRI.", max_length=300)] = None
    unit: Annotated[
        str | None, Field(description="Only changes of this unit of `act`: eId or words.", max_length=300)
    ] = None
    lang: Lang = None
    limit: Annotated[int, Field(description="Changes on a page.", ge=1, le=50)] = 10
    after: Annotated[
        str | None, Field(description="Where the page before ended: what `next` says.", max_length=300)
    ] = None


class CommandArguments(ToolArguments):
    """A command of an amending act."""

    act: Act
    command: str = Field(
        description="Id of the command in that act, `cmd_5`, as answers give it, or its number, `5`.",
        min_length=1,
        max_length=40,
    )
    lang: Lang = None


class DraftArguments(ToolArguments):
    """A draft of an amending act."""

    text: str = Field(
        description="The draft as plain text, a paragraph a line, with its title and requisites where it has them.",
        min_length=1,
        max_length=LONGEST_DRAFT,
    )
    lang: Annotated[Literal["kaz", "rus"] | None, Field(description="Language of the draft; else it is detected.")] = (
        None
    )
    bases: Annotated[
        tuple[Annotated[str, Field(min_length=1, max_length=300)], ...],
        Field(
            description="Acts of the workspace that it amends, by folder or IRI: units and words that are not there "
            "are told as well.",
            max_length=5,
        ),
    ] = ()
    limit: Annotated[int, Field(description="Defects on a page.", ge=1, le=100)] = 20
    offset: Offset = 0


class TableArguments(ToolArguments):
    """A table of an act."""

    act: Act
    table: Annotated[
        str | None, Field(description="Id of the table; without it, all tables are listed.", max_length=300)
    ] = None
    day: Day = None
    lang: Lang = None
    limit: Annotated[int, Field(description="Rows on a page.", ge=1, le=200)] = 20
    offset: Offset = 0


class FormArguments(ToolArguments):
    """A form of an act."""

    act: Act
    form: Annotated[
        str | None, Field(description="Id of the form; without it, all forms are listed.", max_length=300)
    ] = None
    day: Day = None
    lang: Lang = None
    limit: Annotated[int, Field(description="Lines of the form's wording on a page.", ge=0, le=200)] = 20
    offset: Offset = 0
