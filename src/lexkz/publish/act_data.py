"""The models of one act as published data: its identity, its units as a tree, its tables and its annexes."""

from pydantic import Field

from lexkz.publish.data import Data
from lexkz.publish.finding_json import FindingData


class CellData(Data):
    """One cell of a table; a merged cell stands once, where it begins."""

    text: str = Field(description="The cell's text; its paragraphs parted by newlines.")
    colspan: int = Field(description="Columns that it spans.")
    rowspan: int = Field(description="Rows that it spans.")
    header: bool = Field(description="True in the head of the table.")


class RowData(Data):
    """One row of a table."""

    eId: str | None = Field(description="eId of the row, null where it has none.")  # noqa: N815 (the contract's name)
    cells: tuple[CellData, ...] = Field(description="Cells from left to right.")


class TableData(Data):
    """A table as it is printed."""

    eId: str | None = Field(description="eId of the table.")  # noqa: N815 (the contract's name)
    caption: str | None = Field(description="Caption within the table, null where it has none.")
    rows: tuple[RowData, ...] = Field(description="Rows from top to bottom.")


class UnitData(Data):
    """One unit of the text: its own words in `num`, `heading`, `text`; the rest in `children`, `tables`, `quoted`."""

    eId: str | None = Field(description="eId of the unit.")  # noqa: N815 (the contract's name)
    kind: str = Field(description="Name of the Akoma Ntoso element: article, paragraph, alinea, p, table …")
    number: str | None = Field(description="Bare number (`29-1`), null for units without one.")
    num: str | None = Field(description="Number as printed (`29-1.`).")
    heading: str | None = Field(description="Heading as printed.")
    text: tuple[str, ...] = Field(description="The unit's own paragraphs, without quoted new text.")
    status: str | None = Field(None, description="Akoma Ntoso status where it has one: removed, omissis …")
    children: tuple["UnitData", ...] = Field(description="Units below it, in the order of the text.")
    tables: tuple[TableData, ...] = Field(description="Tables in its own text.")
    quoted: tuple["QuotedData", ...] = Field(description="New text that an amending act quotes here.")


class QuotedData(Data):
    """New text between its quotes, as an amending act has it."""

    eId: str | None = Field(description="eId of the quoted structure; commands name it.")  # noqa: N815 (the contract's name)
    start: str | None = Field(description="Opening quote as printed, null where the source has none.")
    end: str | None = Field(description="Closing quote as printed, null where the source has none.")
    units: tuple[UnitData, ...] = Field(description="The new text.")


class AttachmentData(Data):
    """An annex, a form or an approved act."""

    eId: str | None = Field(description="eId of the attachment.")  # noqa: N815 (the contract's name)
    name: str | None = Field(description="What it is: annex, form, rules …")
    preface: tuple[str, ...] = Field(description="Corner mark, word for a form, title: the paragraphs before the text.")
    title: str | None = Field(description="Title, null where it has none.")
    units: tuple[UnitData, ...] = Field(description="The text.")
    conclusions: tuple[str, ...] = Field(description="Paragraphs after the text.")
    attachments: tuple["AttachmentData", ...] = Field(description="Its own annexes.")


class IdentityData(Data):
    """What the act is: taken from its metadata, null where that says nothing."""

    work: str | None = Field(description="FRBR work IRI.")
    expression: str | None = Field(description="FRBR expression IRI.")
    date: str | None = Field(description="ISO date of the act.")
    expression_date: str | None = Field(description="ISO date of this expression.")
    language: str | None = Field(description="`kaz` or `rus`.")
    type: str | None = Field(description="Slug of the kind of act.")
    author: str | None = Field(description="Slug of the body that made it.")
    author_name: str | None = Field(description="Full name of that body.")
    number: str | None = Field(description="Number of the act.")
    registration_number: str | None = Field(description="Number in the register of state registration.")
    registration_date: str | None = Field(description="ISO date of the registration.")
    title: str | None = Field(description="Title as printed.")
    outline: bool = Field(description="True where the act's text is known only as far as amending acts tell it.")


class ActData(Data):
    """One act, whole."""

    metadata: IdentityData = Field(description="What the act is.")
    preface: tuple[str, ...] = Field(description="Title and requisites, one paragraph a string.")
    preamble: tuple[str, ...] = Field(description="Preamble and enacting formula.")
    units: tuple[UnitData, ...] = Field(description="The operative part.")
    conclusions: tuple[str, ...] = Field(description="Signature and approvals.")
    attachments: tuple[AttachmentData, ...] = Field(description="Annexes, forms and approved acts.")
    notes: tuple[str, ...] = Field(description="Editors' notes; no part of the law's text.")
    findings: tuple[FindingData, ...] = Field(description="Problems found in reading the act.")
