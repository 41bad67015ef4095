"""The models of one act as published data: its identity, its units as a tree, its tables and its annexes."""

from typing import Literal

from pydantic import Field

from lexkz.publication.data import Data, Day, Document
from lexkz.publication.finding_json import FindingData
from lexkz.publication.source_page import SOURCE_PAGE

DatedBy = Literal["in_force", "adopted", "edition", "amended", "unknown"]
DATED_BY = (
    "What the date is: `in_force`, the day of entry into force; `adopted`, the day of the act itself; `edition`, the "
    "day of the edition that is the source; `amended`, the day of the last amending act, since the day of entry into "
    "force is not known; `unknown`."
)


class CellData(Data):
    """One cell of a table (`td` or `th`); a merged cell stands once, where it begins."""

    text: str = Field(description="The cell's text as printed; its paragraphs parted by newlines.")
    colspan: int = Field(description="Columns that it spans (`colspan`).")
    rowspan: int = Field(description="Rows that it spans (`rowspan`).")
    header: bool = Field(description="True in the head of the table (`th`).")


class RowData(Data):
    """One row of a table (`tr`)."""

    eId: str | None = Field(description="eId of the row in the act's XML, null where it has none.")  # noqa: N815 (the contract's name)
    cells: tuple[CellData, ...] = Field(description="Cells from left to right, as printed.")


class TableData(Data):
    """A table as it is printed (`table`); `lexkz tables` gives it as data."""

    eId: str | None = Field(description="eId of the table in the act's XML.")  # noqa: N815 (the contract's name)
    caption: str | None = Field(description="Caption within the table (`caption`), null where it has none.")
    rows: tuple[RowData, ...] = Field(description="Rows from top to bottom.")


class UnitData(Data):
    """One unit of the text: its own words in `num`, `heading`, `text`; the rest in `children`, `tables`, `quoted`."""

    eId: str | None = Field(description="eId of the unit in the act's XML, the same from version to version.")  # noqa: N815 (the contract's name)
    iri: str | None = Field(
        None, description="Work IRI with the eId, the same in every version; null where date or number is not known."
    )
    kind: str = Field(description="Name of the Akoma Ntoso element: article, paragraph, alinea, p, table …")
    number: str | None = Field(description="Bare number (`29-1`), of `num`; null for units without one.")
    num: str | None = Field(description="Number as printed (`29-1.`), of `num`.")
    heading: str | None = Field(description="Heading as printed, of `heading`.")
    text: tuple[str, ...] = Field(description="The unit's own paragraphs as printed, without quoted new text.")
    status: str | None = Field(None, description="Akoma Ntoso `status` where it has one: removed, omissis …")
    children: tuple["UnitData", ...] = Field(description="Units below it, in the order of the text.")
    tables: tuple[TableData, ...] = Field(description="Tables in its own text.")
    quoted: tuple["QuotedData", ...] = Field(description="New text that an amending act quotes here.")


class QuotedData(Data):
    """New text between its quotes, as an amending act has it (`quotedStructure`)."""

    eId: str | None = Field(description="eId of the quoted structure in the act's XML; commands name it.")  # noqa: N815 (the contract's name)
    start: str | None = Field(description="Opening quote as printed (`startQuote`), null where the source has none.")
    end: str | None = Field(description="Closing quote as printed (`endQuote`), null where the source has none.")
    units: tuple[UnitData, ...] = Field(description="The new text, in its order.")


class AttachmentData(Data):
    """An annex, a form or an approved act (`attachment`)."""

    eId: str | None = Field(description="eId of the attachment in the act's XML.")  # noqa: N815 (the contract's name)
    iri: str | None = Field(
        None, description="Work IRI with the eId, the same in every version; null where date or number is not known."
    )
    name: str | None = Field(description="What it is (`doc/@name`): annex, form, rules …")
    preface: tuple[str, ...] = Field(description="Corner mark, word for a form, title: the paragraphs before the text.")
    title: str | None = Field(description="Title as printed (`docTitle`), null where it has none.")
    units: tuple[UnitData, ...] = Field(description="The text (`mainBody`), in its order.")
    conclusions: tuple[str, ...] = Field(description="Paragraphs after the text (`conclusions`).")
    attachments: tuple["AttachmentData", ...] = Field(description="Its own annexes, in the order of the text.")


class IdentityData(Data):
    """What the act is: taken from its metadata (`identification`), null where that says nothing."""

    work: str | None = Field(description="FRBR work IRI (`FRBRWork/FRBRuri`): the act in all versions and languages.")
    expression: str | None = Field(description="FRBR expression IRI (`FRBRExpression/FRBRuri`): this text of it.")
    date: Day | None = Field(description="ISO date of the act (`FRBRWork/FRBRdate`).")
    expression_date: Day | None = Field(description="ISO date of this expression (`FRBRExpression/FRBRdate`).")
    language: str | None = Field(description="`kaz` or `rus` (`FRBRlanguage`).")
    type: str | None = Field(description="Slug of the kind of act (`FRBRsubtype`): order, law, resolution, code.")
    author: str | None = Field(description="Slug of the body that made it (`FRBRauthor`).")
    author_name: str | None = Field(description="Full name of that body, of the card or the reference to it.")
    number: str | None = Field(description="Number of the act (`FRBRnumber`).")
    registration_number: str | None = Field(
        description="Number in the register of state registration, of the card or the text."
    )
    registration_date: Day | None = Field(description="ISO date of the registration, of the card or the text.")
    title: str | None = Field(description="Title as printed (`docTitle`), or as the metadata have it.")
    outline: bool = Field(description="True where the act's text is known only as far as amending acts tell it.")
    dated_by: DatedBy | None = Field(None, description=DATED_BY)
    in_force: Day | None = Field(
        None, description="ISO day from which this text is in force, of the amending acts in it; null while unknown."
    )
    not_before: Day | None = Field(
        None, description="While `in_force` is not known: ISO day before which this text cannot be in force."
    )
    rule: str | None = Field(
        None, description="Clause on entry into force of the last amending act in it, as printed; null without one."
    )
    by: tuple[str, ...] = Field((), description="Work IRIs of the amending acts whose changes are in this text.")
    source_page: str | None = Field(None, description=SOURCE_PAGE)


class OpenData(Data):
    """A command of an amending act that the text does not contain."""

    by: str | None = Field(description="FRBR work IRI of the amending act; null where it is not known.")
    command: str = Field(description="Id of the command in its amending act.")
    outcome: Literal["refused", "skipped"] = Field(
        description="`refused`: it waits for a person; `skipped`: a person decided to leave it out."
    )
    units: tuple[str, ...] = Field(description="eIds of the units that it addresses, as far as they were found.")
    instruction: str = Field(description="The sentence that commands, as printed.")


class LaterData(Data):
    """A command that enters into force after the day of the text, of an act other commands of which are in it."""

    by: str | None = Field(description="FRBR work IRI of the amending act; null where it is not known.")
    command: str = Field(description="Id of the command in its amending act.")
    in_force: Day | None = Field(description="ISO day on which it enters into force; null while unknown.")


class StandingData(Data):
    """What is known to be wrong or missing in a text, as its own file carries it."""

    whole: bool = Field(description="True where nothing waits and nothing is known to be wrong.")
    open: tuple[OpenData, ...] = Field(description="Commands of amending acts that the text does not contain.")
    unread: tuple[str, ...] = Field(description="Sentences of amending acts that were not understood.")
    unread_by: tuple[str | None, ...] = Field(
        (), description="Work IRIs of the acts that these sentences are of, in the same order; null where not known."
    )
    said: tuple[str, ...] = Field(description="The same in lines for people, in the language of the text.")
    later: tuple[LaterData, ...] = Field(
        (), description="Commands for a later day of the acts whose changes are in the text; nothing is wrong there."
    )


class TextData(Data):
    """Which text an answer is taken from, and how that text stands."""

    metadata: IdentityData = Field(description="Which act and which expression of it, and what its date is.")
    standing: StandingData = Field(description="What is known to be wrong or missing in the text.")


class ActData(Document):
    """One act, whole: `lexkz export --to json`, `published/ID/LANG.json`; made of the act's Akoma Ntoso tree."""

    SCHEMA = "act/1"

    metadata: IdentityData = Field(description="What the act is, by the metadata of its XML.")
    preface: tuple[str, ...] = Field(description="Title and requisites (`preface`), one paragraph a string.")
    preamble: tuple[str, ...] = Field(description="Preamble and enacting formula (`preamble`).")
    units: tuple[UnitData, ...] = Field(description="The operative part (`body`), in its order.")
    conclusions: tuple[str, ...] = Field(description="Signature and approvals (`conclusions`).")
    attachments: tuple[AttachmentData, ...] = Field(description="Annexes, forms and approved acts.")
    notes: tuple[str, ...] = Field(description="Editors' notes (`meta/notes`); no part of the law's text.")
    findings: tuple[FindingData, ...] = Field(description="Problems found in reading the act.")
    standing: StandingData | None = Field(None, description="What is known to be wrong or missing in the text.")
