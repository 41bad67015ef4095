"""The forms of an act as published data: the contract of ``lexkz forms --json``."""

from collections.abc import Iterable
from typing import Any

from pydantic import Field

from lexkz.annex import form_model as model
from lexkz.languages.fields import Role
from lexkz.publication.act_data import TextData
from lexkz.publication.act_json import text_data
from lexkz.publication.data import Data, Document
from lexkz.publication.form_schema import form_schema
from lexkz.structure import Act


class PartData(Data):
    """A blank that a field is written at."""

    eId: str = Field(description="eId of the blank; of an empty cell, its row's eId and column.")  # noqa: N815
    role: Role | None = Field(description="Which part of a date it holds; null for the value itself.")
    option: str | None = Field(
        None, description="Of boxes of which one is ticked: the value that ticks this one; else null or left out."
    )


class FormColumnData(Data):
    """A column of a journal."""

    key: str = Field(description="Key of the column in each row of the data.")
    label: str = Field(description="Its heads, outermost first.")


class FieldData(Data):
    """Something to be filled in."""

    name: str = Field(description="Key of the value in the data for the form.")
    label: str = Field(description="What is to be written, by the words of the form.")
    kind: model.Kind = Field(description="What the field holds.")
    required: bool = Field(description="Whether a value must be given.")
    eId: str = Field(description="eId of its first blank.")  # noqa: N815 (the contract's name)
    context: str = Field(description="The line that it stands in, blanks as printed.")
    section: tuple[str, ...] = Field(description="The numbered clauses that it stands under, outermost first.")
    parts: tuple[PartData, ...] = Field(description="The blanks that it is written at, in order.")
    columns: tuple[FormColumnData, ...] = Field((), description="Columns of the rows of a journal.")
    values: tuple[str, ...] = Field((), description="Of a `choice`: the values to choose from, as the file lists them.")
    other: bool = Field(False, description="Of a `choice`: whether a value outside the list can be given.")
    value: str | bool | None = Field(
        None, description="What the file has in the field already; null, or left out, where it is empty."
    )


class BlockData(Data):
    """A line of the wording, or a table of it."""

    style: str = Field(description="`text`, `title`, `heading`, `corner`, `mark`, `addressee`, `note` or `table`.")
    number: str | None = Field(description="Number of the clause that begins here.")
    depth: int = Field(description="How deep it stands in numbered clauses.")
    text: str = Field(description="Words and blanks as printed; of a table, a row a line, cells parted by tabs.")
    eId: str | None = Field(description="eId in the act's XML.")  # noqa: N815 (the contract's name)


class FormData(Data):
    """One form."""

    id: str = Field(description="eId of the form in the act's XML; `main` for an act that is itself a form.")
    title: str | None = Field(description="Its title as printed; null where it has none.")
    fields: tuple[FieldData, ...] = Field(description="What is to be filled in, in order.")
    schema_: dict[str, Any] = Field(
        serialization_alias="schema", description="JSON Schema (2020-12) of the data that fills it in."
    )
    blocks: tuple[BlockData, ...] = Field(description="The whole wording, in order.")


class FormsData(Document):
    """All forms of an act: `lexkz forms --json`."""

    SCHEMA = "forms/1"

    text: TextData | None = Field(None, description="The text that the forms are of; null where it is not known.")
    forms: tuple[FormData, ...] = Field(description="In the order of the text.")


def form_data(form: model.Form) -> FormData:
    """Return one form as published data."""
    return FormData(
        id=form.id,
        title=form.title,
        fields=tuple(_field(field) for field in form.fields),
        schema_=form_schema(form),
        blocks=tuple(_block(block) for block in form.blocks),
    )


def forms_data(forms: Iterable[model.Form], of: Act) -> FormsData:
    """Return forms of an act as published data, in the order given."""
    return FormsData(text=text_data(of), forms=tuple(form_data(form) for form in forms))


def forms_json(forms: Iterable[model.Form], of: Act) -> str:
    """Return forms of an act as JSON text: ``{"text": …, "forms": […]}``."""
    return forms_data(forms, of).json_text()


def _field(field: model.Field) -> FieldData:
    columns = tuple(FormColumnData(key=one.key, label=one.label) for one in field.columns)
    known: dict[str, Any] = {"columns": columns} if columns else {}
    told = {"values": field.values, "other": field.other, "value": field.value}
    known.update(
        (key, value) for key, value in told.items() if value is not None and value != () and value is not False
    )
    if field.kind == "check":
        known["value"] = bool(field.value)
    return FieldData(
        name=field.name,
        label=field.label,
        kind=field.kind,
        required=field.required,
        eId=field.eid,
        context=field.context,
        section=field.section,
        parts=tuple(map(_part, field.parts)),
        **known,
    )


def _part(part: model.BlankPart) -> PartData:
    if part.option is None:
        return PartData(eId=part.blank, role=part.role)
    return PartData(eId=part.blank, role=part.role, option=part.option)


def _block(block: model.Block) -> BlockData:
    if isinstance(block, model.FormLine):
        return BlockData(style=block.style, number=block.number, depth=block.depth, text=block.text, eId=block.eid)
    rows = ("\t".join(" ".join(cell.text.split("\n")) for cell in row) for row in block.rows)
    return BlockData(style="table", number=None, depth=0, text="\n".join(rows), eId=block.id)
