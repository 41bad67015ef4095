"""A drafted order as published data: the contract of ``lexkz draft --json``."""

from collections.abc import Iterable

from pydantic import Field

from lexkz.amendment.model import Reading
from lexkz.consolidation.report import Proofs
from lexkz.findings import Finding
from lexkz.publication.data import Document
from lexkz.publication.finding_json import FindingData, findings_data
from lexkz.publication.reading_json import CommandData, command_data
from lexkz.publication.report_json import ProofsData
from lexkz.publication.text import export_text
from lexkz.structure import Act


class DraftData(Document):
    """An amending order that makes one text into another: `lexkz draft --json`."""

    SCHEMA = "draft/1"

    exact: bool = Field(description="The order applied gives the edited text in every unit, and all proofs hold.")
    text: tuple[str, ...] = Field(description="The order, one string a paragraph, cells of a row parted by tabs.")
    commands: tuple[CommandData, ...] = Field(description="Its commands, as they were read back from it.")
    proofs: ProofsData = Field(description="The proofs of the text in force with the order applied.")
    differs: tuple[str, ...] = Field(
        description="eIds of units that are not as they were edited once the order is applied; none where it says all."
    )
    findings: tuple[FindingData, ...] = Field(
        description="What no command can say, what is cited and goes, and what reading and applying the order found."
    )


def draft_json(
    act: Act, reading: Reading, proofs: Proofs, differs: tuple[str, ...], findings: Iterable[Finding]
) -> str:
    """Return a drafted order as JSON text, by the contract of ``lexkz draft --json``."""
    return DraftData(
        exact=not differs and proofs.hold,
        text=tuple(export_text(act).rstrip("\n").split("\n")),
        commands=tuple(map(command_data, reading.commands)),
        proofs=ProofsData(
            untouched=proofs.untouched,
            once=proofs.once,
            replay=proofs.replay,
            text_balance=proofs.text_balance,
            content=proofs.content,
        ),
        differs=differs,
        findings=findings_data(findings),
    ).json_text()
