"""The contents of an act as published data: its units by number and heading, without their words."""

from pydantic import Field

from lexkz.publication.act_data import TextData
from lexkz.publication.act_json import text_data
from lexkz.publication.data import Data, Document
from lexkz.publication.unit_list import unit_list
from lexkz.structure import Act


class ContentData(Data):
    """One line of the contents."""

    eId: str | None = Field(description="eId of the unit; null where it has none.")  # noqa: N815 (the contract's name)
    iri: str | None = Field(description="Work IRI of the unit, the same in every version; null where unknown.")
    kind: str = Field(description="Name of its Akoma Ntoso element: article, paragraph, attachment …")
    number: str | None = Field(description="Bare number; null where it has none.")
    heading: str | None = Field(description="Heading as printed; of an annex, its title.")
    label: str = Field(description="What it is called: its printed number and heading, else the last step of its eId.")
    level: int = Field(description="In how many units of the contents it stands.")
    status: str | None = Field(description="Akoma Ntoso `status` where it has one: removed, omissis …")


class ContentsData(Document):
    """The contents of an expression, in the order of the text."""

    SCHEMA = "contents/1"

    text: TextData = Field(description="Which text this is, and how it stands.")
    units: tuple[ContentData, ...] = Field(
        description="Annexes, divisions, articles, points and subpoints that have a number or a heading."
    )


def contents_data(act: Act) -> ContentsData:
    """Return the contents of an act; new text for other acts, which it quotes, is none of them."""
    levels: dict[object, int] = {}
    made = []
    for unit in unit_list(act):
        above = levels.get(unit.parent, 0) if unit.parent is not None else 0
        shown = not unit.quoted and unit.kind != "tr" and bool(unit.number or unit.heading)
        levels[unit] = above + 1 if shown else above
        if shown:
            made.append(
                ContentData(
                    eId=unit.eid,
                    iri=unit.iri,
                    kind=unit.kind,
                    number=unit.number,
                    heading=unit.heading,
                    label=unit.label,
                    level=above,
                    status=unit.element.get("status"),
                )
            )
    return ContentsData(text=text_data(act), units=tuple(made))
