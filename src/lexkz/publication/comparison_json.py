"""Comparisons as published data: the contract of ``lexkz diff --json`` and ``lexkz verify --json``."""

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from lexkz.comparison.cells import CellChange
from lexkz.comparison.diff import Hunk
from lexkz.comparison.told import ToldAct
from lexkz.comparison.types import HunkType
from lexkz.comparison.verify import VerifiedText, VerifiedUnit
from lexkz.comparison.words import Words
from lexkz.publication.act_data import TextData
from lexkz.publication.act_json import text_data
from lexkz.publication.data import Data, Day, Document
from lexkz.structure import Act

Run = tuple[Literal["=", "-", "+"], str]


class HunkData(Data):
    """One unit that is not the same in both texts."""

    eId: str = Field(description="eId of the unit in the new text, in the old one where it fell away.")  # noqa: N815
    kind: Literal["added", "removed", "changed", "moved", "layout"] = Field(description="What became of it.")
    old: str | None = Field(description="Its own lines before; null where it is new.")
    new: str | None = Field(description="Its own lines after; null where it fell away.")
    words: tuple[Run, ...] = Field(description="Runs of words kept (=), gone (-) and come (+), in reading order.")
    command: str | None = Field(description="IRI of the mod that made the change; null where the text names none.")
    unit: str | None = Field(
        None, description="eId of the unit in the text of `side`, or of the nearest around it that has one."
    )
    side: Literal["old", "new"] | None = Field(
        None, description="Which text `eId` and `unit` are of: `new`, or `old` where the unit fell away."
    )
    types: tuple[HunkType, ...] = Field(
        (), description="What is changed in it: a change can be of several types; `layout`: nothing that is read."
    )


class CellChangeData(Data):
    """One cell of a table that is not the same in both texts."""

    table: str = Field(description="Id of the table, as lexkz tables gives it.")
    row: str = Field(description="Number of the row, or its place where rows have none.")
    column: str = Field(description="Key of the column, as lexkz tables gives it.")
    head: tuple[str, ...] = Field(description="Heads above the column, outermost first.")
    old: str | None = Field(description="Its text before; null where it is new.")
    new: str | None = Field(description="Its text after; null where it fell away.")


class ComparisonData(Document):
    """Two expressions compared: `lexkz diff --json`."""

    SCHEMA = "comparison/1"

    old: TextData | None = Field(None, description="The text before; null where it is not known.")
    new: TextData | None = Field(None, description="The text after; null where it is not known.")
    hunks: tuple[HunkData, ...] = Field(description="The units that differ, in the order of the new text.")
    cells: tuple[CellChangeData, ...] = Field(description="The cells of tables that differ, table by table.")


class VerifiedActData(Data):
    """One act that changed a unit, by the notes of the official edition or by what our text records."""

    eId: str | None = Field(  # noqa: N815
        description="eId of the unit that it changed; null for the act itself."
    )
    type: str | None = Field(description="Slug of the kind of act: `order`; null where neither text says it.")
    date: Day = Field(description="ISO date of the act.")
    number: str = Field(description="Its number, as the note prints it; where there is no note, as in its IRI.")
    state: Literal["both", "official", "unrecorded", "ours"] = Field(
        description="`both`: the notes name it and our text records it; `official`: only the notes do, and the unit "
        "does not read the same; `unrecorded`: only the notes do, but the unit reads the same; `ours`: no note does."
    )
    note: str | None = Field(description="The note; null where there is none.")


class VerifiedUnitData(Data):
    """One unit of our text or of the official edition."""

    eId: str = Field(description="eId of the unit.")  # noqa: N815
    state: Literal["same", "differs", "look_alike", "editors_words", "missing", "extra", "moved"] = Field(
        description="How the two texts stand to each other in it."
    )
    ours: str | None = Field(description="Its own lines in our text; null where we have it not.")
    official: str | None = Field(description="Its own lines in the official edition; null where it has it not.")
    words: tuple[Run, ...] = Field(description="Word differences from the official text to ours.")
    told: tuple[VerifiedActData, ...] = Field(
        (), description="The acts that changed it, where the official edition has notes that tell of its history."
    )


class VerificationData(Document):
    """Our text held against an official edition: `lexkz verify --json`."""

    SCHEMA = "verification/1"

    ours: TextData | None = Field(None, description="Our text; null where it is not known.")
    official: TextData | None = Field(None, description="The official edition; null where it is not known.")
    units: tuple[VerifiedUnitData, ...] = Field(description="All units, in the order of our text.")
    summary: dict[str, int] = Field(description="How many units are in each state.")
    told: tuple[VerifiedActData, ...] = Field(
        (), description="The acts that changed the act itself, or a unit that neither text has."
    )


def diff_json(old: Act, new: Act, hunks: tuple[Hunk, ...], cells: tuple[CellChange, ...] = ()) -> str:
    """Return a comparison of two texts as JSON text."""
    return ComparisonData(
        old=text_data(old),
        new=text_data(new),
        hunks=tuple(_hunk(hunk) for hunk in hunks),
        cells=tuple(_cell(cell) for cell in cells),
    ).json_text()


def _cell(cell: CellChange) -> CellChangeData:
    return CellChangeData(
        table=cell.table, row=cell.row, column=cell.column, head=cell.head, old=cell.old, new=cell.new
    )


def verify_json(ours: Act, official: Act, found: VerifiedText) -> str:
    """Return a verification of our text by an official edition as JSON text."""
    return VerificationData(
        ours=text_data(ours),
        official=text_data(official),
        units=verified_units(found.units),
        summary=dict(sorted(found.summary.items())),
        told=told_data(found.told),
    ).json_text()


def verified_units(units: Iterable[VerifiedUnit]) -> tuple[VerifiedUnitData, ...]:
    """Return units of two texts as published data."""
    return tuple(
        VerifiedUnitData(
            eId=unit.eid,
            state=unit.state,
            ours=unit.ours,
            official=unit.official,
            words=_runs(unit.words),
            told=told_data(unit.told),
        )
        for unit in units
    )


def told_data(acts: Iterable[ToldAct]) -> tuple[VerifiedActData, ...]:
    """Return acts that changed units as published data."""
    return tuple(
        VerifiedActData(eId=one.eid, type=one.type, date=one.date, number=one.number, state=one.state, note=one.note)
        for one in acts
    )


def _hunk(hunk: Hunk) -> HunkData:
    words = _runs(hunk.words)
    return HunkData(
        eId=hunk.eid,
        kind=hunk.kind,
        old=hunk.old,
        new=hunk.new,
        words=words,
        command=hunk.command,
        unit=hunk.unit,
        side=hunk.side,
        types=hunk.types,
    )


def _runs(words: Words) -> tuple[Run, ...]:
    return tuple((mark, text) for mark, text in words)
