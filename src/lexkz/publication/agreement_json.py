"""The agreement of two languages as published data: the contract of ``lexkz agree --json``."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pydantic import Field

from lexkz.akn.meta import read_identity
from lexkz.publication.data import Data, Document, known_iri
from lexkz.publication.finding_json import FindingData, finding_data
from lexkz.structure.model import Act

if TYPE_CHECKING:
    from lexkz.comparison.witness.disagreement import Disagreement, WitnessSide


class WitnessData(Data):
    """Where one of the texts says it, and how."""

    eId: str | None = Field(  # noqa: N815 (the contract's name)
        description="eId in this text; of the unit around, where it lacks the unit; null where nothing is there."
    )
    text: str = Field(description="Its words, cut where they are long; empty for a unit that the text lacks.")
    command: str | None = Field(None, description="Id of the command that it is about.")


class DisagreementData(Data):
    """One point in which the two texts do not say the same."""

    finding: FindingData = Field(description="What is the matter; its place is the eId in the Kazakh text.")
    unit: str = Field(
        description="The unit, the same in both languages: its eId; of quoted text, its command's action and target."
    )
    kaz: WitnessData = Field(description="What the Kazakh text says.")
    rus: WitnessData = Field(description="What the Russian text says.")


class AgreementData(Document):
    """The two languages of an act held against each other: `lexkz agree --json`."""

    SCHEMA = "agreement/1"

    kaz: str | None = Field(description="FRBR expression IRI of the Kazakh text; null where it is not known.")
    rus: str | None = Field(description="FRBR expression IRI of the Russian text; null where it is not known.")
    agrees: bool = Field(description="True where no disagreement is an error.")
    disagreements: tuple[DisagreementData, ...] = Field(description="In the order of the Kazakh text.")


def agreement_json(kaz: Act, rus: Act, found: "Iterable[Disagreement]") -> str:
    """Return where two texts of an act disagree as JSON text."""
    listed = tuple(
        DisagreementData(finding=finding_data(one.finding), unit=one.unit, kaz=_side(one.kaz), rus=_side(one.rus))
        for one in found
    )
    return AgreementData(
        kaz=known_iri(read_identity(kaz.root).expression),
        rus=known_iri(read_identity(rus.root).expression),
        agrees=all(one.finding.severity != "error" for one in listed),
        disagreements=listed,
    ).json_text()


def _side(side: "WitnessSide") -> WitnessData:
    known = {"command": side.command} if side.command is not None else {}
    return WitnessData(eId=side.eid, text=side.text, **known)
