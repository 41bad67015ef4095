"""What changed over all acts, as published data: each unit with its words before and after, its command and its day."""

from typing import Literal

from pydantic import Field

from lexkz.publication.act_data import DATED_BY, DatedBy, OpenData
from lexkz.publication.data import Data, Day, Document
from lexkz.publication.source_page import SOURCE_PAGE

ChangeState = Literal["made", "waits", "skipped", "unread"]


class OrderData(Data):
    """The amending act that a change is by."""

    iri: str = Field(description="FRBR work IRI.")
    type: str | None = Field(description="Slug of the kind of act: `order`; null where the act is not in the store.")
    date: Day | None = Field(description="ISO date of the act.")
    number: str | None = Field(
        description="Its number, as printed where the act is in the store, else as the IRI writes it."
    )
    title: str | None = Field(description="Its title; null where the act is not in the store.")
    eId: str | None = Field(description="eId of what commands this change in it.")  # noqa: N815 (the contract's name)


class UnitChangeData(Data):
    """One unit that one command of an amending act changed, or is to change."""

    id: str = Field(description="Name of this change, the same as long as unit, command and day are.")
    act: str = Field(description="Folder of the act that is changed.")
    lang: str = Field(description="`kaz` or `rus`.")
    title: str | None = Field(description="Title of the act.")
    work: str | None = Field(description="FRBR work IRI of the act; null where date or number are not known.")
    expression: str | None = Field(description="IRI of the version that tells of the change.")
    previous: str | None = Field(description="IRI of the version before it; null where none is known.")
    date: Day | None = Field(description="ISO date of that version.")
    dated_by: DatedBy = Field(description=DATED_BY)
    in_force: Day | None = Field(description="ISO day of entry into force; null while unknown.")
    rule: str | None = Field(description="Clause on entry into force of the last amending act, as printed.")
    outline: bool = Field(description="True where the act is known only as far as amending acts tell it.")
    whole: bool = Field(description="False where something waits or is known to be wrong in that version.")
    source_page: str | None = Field(None, description=SOURCE_PAGE)
    state: ChangeState = Field(
        description="`made`: it is in the text; `waits`: its command waits for a person; `skipped`: a person left it "
        "out; `unread`: a sentence of an amending act that was not understood, of which nobody knows what it changes."
    )
    type: str | None = Field(
        description="Akoma Ntoso type of the modification: substitution, insertion, repeal …; null where none was made."
    )
    eId: str | None = Field(  # noqa: N815 (the contract's name)
        description="eId of the unit; empty for the act itself, null where it is not known which unit is meant."
    )
    name: str | None = Field(description="Its address in words, outermost first.")
    kind: str | None = Field(description="Name of its Akoma Ntoso element, `row` for a table row.")
    number: str | None = Field(description="Its bare number.")
    permalink: str | None = Field(description="IRI of the unit in that version; a path of `lexkz serve`.")
    before: str | None = Field(
        description="Its text in the version before, a paragraph a line; null where it was not there or is not known."
    )
    after: str | None = Field(
        description="Its text in that version; null where it is gone, or where the change was not made."
    )
    removed: bool = Field(description="True where the unit is repealed and keeps its number only.")
    gaps: bool = Field(description="True where some of its text is not known, since the act is an outline.")
    command: str | None = Field(description="Id of the command in the amending act; null where it is not in the store.")
    instruction: str | None = Field(description="The sentence that commands, as printed; what was not understood.")
    order: OrderData | None = Field(description="The amending act; null where it is not known whose a sentence is.")
    open: tuple[OpenData, ...] = Field(
        description="Commands that the text does not contain and that address this unit, what holds it or what it "
        "holds."
    )


class UnitChangesData(Document):
    """What changed from one day to another: `lexkz changed --json`."""

    SCHEMA = "changed/1"

    since: Day | None = Field(description="ISO day from which on, itself included; null for all that is known.")
    until: Day | None = Field(description="ISO day until which, itself included; null for all that is known.")
    items: tuple[UnitChangeData, ...] = Field(
        description="By day, act and language; of one version what was made first, then what waits."
    )
    next: str | None = Field(
        description="Where the next page begins, null on the last: over HTTP its path, in Python what `after` takes."
    )
    undated: int = Field(description="Versions left out that tell of changes, since they have no date.")
