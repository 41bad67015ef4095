"""The history that an official edition tells, as published data: the contract of ``lexkz changes OFFICIAL --json``."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from lexkz.akn import iris
from lexkz.akn.meta import read_identity
from lexkz.languages.notes import NoteKind
from lexkz.publication.data import Data, Day, Document, known_iri
from lexkz.structure.model import Act

if TYPE_CHECKING:
    from lexkz.languages.edition_notes import NotedAct
    from lexkz.structure.edition_history import ToldChange


class ToldStepData(Data):
    """One unit on the way to what a note speaks of."""

    kind: str = Field(
        description="Kind of unit: `paragraph`, `annex`, `heading`; `instrument` for an approved document."
    )
    number: str | None = Field(description="Its number; null where it has none.")
    name: str | None = Field(description="Its name, where the note says it in place of a number.")


class ToldActData(Data):
    """The act that made a change, as the note names it."""

    iri: str = Field(description="FRBR work IRI, as far as the note says what it is made of.")
    type: str | None = Field(description="Slug of the kind of act: `order`.")
    author: str | None = Field(description="Slug of the body that made it.")
    date: Day = Field(description="ISO date of the act.")
    number: str = Field(description="Its number.")
    entry: str | None = Field(description="What the note says of its entry into force.")


class ToldChangeData(Data):
    """One change that a note tells of."""

    kind: NoteKind = Field(
        description="A new wording, a new unit, a repeal, a change of words, a new number or place, a suspension."
    )
    eId: str | None = Field(  # noqa: N815 (the contract's name)
        description="eId of the changed unit; null where it is not in the text, or the act itself is meant."
    )
    unit: tuple[ToldStepData, ...] = Field(
        description="Its address as the note says it, outermost first; empty for the unit that the note stands at."
    )
    acts: tuple[ToldActData, ...] = Field(description="The acts that made it, in the order of the note.")
    only: Literal["kaz", "rus"] | None = Field(
        description="The one language whose text was changed, if the note says so."
    )
    note: str = Field(description="The note.")


class HistoryData(Document):
    """The history that an official edition tells of itself: `lexkz changes OFFICIAL --json`."""

    SCHEMA = "told-changes/1"

    act: str | None = Field(description="FRBR expression IRI of the text; null where it is not known.")
    changes: tuple[ToldChangeData, ...] = Field(description="In the order of the notes.")


def history_json(act: Act, told: "Sequence[ToldChange]") -> str:
    """Return what the notes of an act tell as JSON text."""
    return HistoryData(
        act=known_iri(read_identity(act.root).expression),
        changes=tuple(
            ToldChangeData(
                kind=one.change.kind,
                eId=one.eid,
                unit=tuple(ToldStepData(kind=step.kind, number=step.number, name=step.name) for step in one.unit),
                acts=tuple(_act(act) for act in one.change.acts),
                only=one.change.only,
                note=one.text,
            )
            for one in told
        ),
    ).json_text()


def _act(act: "NotedAct") -> ToldActData:
    iri = iris.work(type=act.type, author=act.author, date=act.date, number=act.number)
    return ToldActData(iri=iri, type=act.type, author=act.author, date=act.date, number=act.number, entry=act.entry)
