"""The accuracy of consolidated texts as published data: the contract of ``lexkz witness --json``."""

from pydantic import Field

from lexkz.publication.comparison_json import VerifiedActData, VerifiedUnitData
from lexkz.publication.data import Data, Document
from lexkz.publication.finding_json import FindingData


class TellingData(Data):
    """Changes of units, by who tells of them: notes of official editions, commands that our texts record."""

    both: int = Field(description="Notes name them, and our texts record a command there.")
    note_without_command: int = Field(description="Only notes name them, and the unit does not read the same.")
    in_base: int = Field(description="Only notes name them, but the unit reads the same: our base has the change.")
    command_without_note: int = Field(description="Our texts record a command, and no note tells of it.")


class WitnessedTextData(Data):
    """One consolidated text and the official edition of its day."""

    id: str = Field(description="Name of the act's folder.")
    lang: str = Field(description="`kaz` or `rus`.")
    day: str = Field(description="ISO date of our text, as its file is named.")
    file: str = Field(description="Our text, as a path below the workspace.")
    edition: str | None = Field(description="The official edition, as a path below the workspace; null: none.")
    edition_day: str | None = Field(description="ISO day of the edition.")
    by: tuple[str, ...] = Field(description="Codes of the acts that made the edition.")
    units: int = Field(description="Units of both texts together.")
    same: int = Field(description="Units that read the same.")
    told: TellingData | None = Field(description="Who tells of the changes; null where the edition has no notes.")
    differences: tuple[VerifiedUnitData, ...] = Field(description="The units that do not read the same.")
    untold: tuple[VerifiedActData, ...] = Field(description="Changes of which only the notes, or only our text, tell.")
    finding: FindingData | None = Field(description="Why the two could not be held against each other.")


class EditionAloneData(Data):
    """An official edition of a day from which on there is no text of ours."""

    id: str = Field(description="Name of the act's folder.")
    lang: str = Field(description="`kaz` or `rus`.")
    day: str = Field(description="ISO day of the edition.")
    file: str = Field(description="The edition, as a path below the workspace.")
    by: tuple[str, ...] = Field(description="Codes of the acts that made it.")


class AccuracyData(Document):
    """All consolidated texts held against official editions: `lexkz witness --json`."""

    SCHEMA = "witness/1"

    held: int = Field(description="Texts that were held against an edition.")
    units: int = Field(description="Units of these texts.")
    same: int = Field(description="Those that read the same.")
    share: float | None = Field(description="Their share, from 0 to 1; null where nothing was held.")
    told: TellingData = Field(description="Who tells of the changes, over all texts.")
    texts: tuple[WitnessedTextData, ...] = Field(description="The texts, by act, language and day.")
    editions_alone: tuple[EditionAloneData, ...] = Field(description="Editions for whose day there is no text of ours.")
