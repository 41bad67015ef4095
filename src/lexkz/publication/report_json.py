"""The report of a consolidation as published data: the contract of ``*.report.json``."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from pydantic import Field

from lexkz.consolidation.report import Outcome, Proofs, Report
from lexkz.findings import Finding
from lexkz.publication.data import Data, Day, Document, known_iri
from lexkz.publication.finding_json import FindingData, findings_data


class InForceData(Data):
    """When the version is in force from, reckoned from the clause of the amending act that comes into force last."""

    from_: Day | None = Field(
        serialization_alias="from", description="ISO day of entry into force; null while unknown."
    )
    published: Day | None = Field(description="ISO day of first official publication, as the user or the card gave it.")
    rule: str = Field(description="The clause of the amending act, as printed.")
    reaches_back: Day | None = Field(None, description="ISO day from which earlier relations are covered.")
    not_before: Day | None = Field(
        None, description="While `from` is unknown: ISO day before which the version cannot be in force."
    )
    until: Day | None = Field(
        None, description="ISO day on which the version is no longer in force: part of it holds for a time only."
    )


class OutcomeData(Data):
    """What became of one command."""

    command: str = Field(description="Id of the command in its amending act.")
    by: str | None = Field(description="FRBR work IRI of the amending act; null for a fragment.")
    targets: tuple[str, ...] = Field(description="eIds of the units changed, or that would be changed.")
    outcome: Outcome = Field(description="What became of it.")
    note: str | None = Field(None, description="Why nothing was to be done, where there was nothing.")
    in_force: Day | None = Field(
        None,
        description="ISO day on which it enters into force, with its act or the part that holds it; else null.",
    )


class ProofsData(Data):
    """The proofs of the consolidation, each true where it holds."""

    untouched: bool = Field(description="What lies outside the targets is identical before and after.")
    once: bool = Field(description="Each command was applied once and only once.")
    replay: bool = Field(description="The same commands from the same base give the same bytes.")
    text_balance: bool = Field(description="Text before, less what was removed, plus what was set, is the text after.")
    content: bool = Field(
        False, description="What was written is what the amending acts say, done again by other code."
    )


class ReportData(Document):
    """The report of one consolidation: `*.report.json`."""

    SCHEMA = "report/1"

    base: str | None = Field(description="FRBR expression IRI of the text that was given; null for a fragment.")
    expression: str | None = Field(description="FRBR expression IRI of the text that came out; null for a fragment.")
    in_force: InForceData = Field(description="Entry into force.")
    commands: tuple[OutcomeData, ...] = Field(description="Every command of every amending act, in order.")
    proofs: ProofsData = Field(description="What was proved.")
    findings: tuple[FindingData, ...] = Field(description="Why commands were not applied, and other problems.")


def report_data(report: Report) -> ReportData:
    """Return a report as published data."""
    in_force = report.in_force
    return ReportData(
        base=known_iri(report.base),
        expression=known_iri(report.expression),
        in_force=InForceData(
            from_=_iso(in_force.from_),
            published=_iso(in_force.published),
            rule=in_force.rule,
            **{
                name: day.isoformat()
                for name in ("reaches_back", "not_before", "until")
                if (day := getattr(in_force, name)) is not None
            },
        ),
        commands=tuple(_outcomes(report)),
        proofs=_proofs(report.proofs),
        findings=findings_data(report.findings),
    )


def report_json(report: Report) -> str:
    """Return a report as JSON text."""
    return report_data(report).json_text()


class ProvedData(Document):
    """The proofs of a consolidated text, run again: `lexkz prove --json`."""

    SCHEMA = "proofs/1"

    proofs: ProofsData = Field(description="What was proved.")
    findings: tuple[FindingData, ...] = Field(description="One for each proof that fails.")


def proofs_json(proofs: Proofs, findings: Iterable[Finding]) -> str:
    """Return proofs that were run again as JSON text."""
    return ProvedData(proofs=_proofs(proofs), findings=findings_data(findings)).json_text()


def _proofs(proofs: Proofs) -> ProofsData:
    return ProofsData(
        untouched=proofs.untouched,
        once=proofs.once,
        replay=proofs.replay,
        text_balance=proofs.text_balance,
        content=proofs.content,
    )


def _outcomes(report: Report) -> list[OutcomeData]:
    made: list[OutcomeData] = []
    for one in report.commands:
        note: dict[str, Any] = {} if one.note is None else {"note": one.note}
        made.append(
            OutcomeData(
                command=one.command,
                by=known_iri(one.by),
                targets=one.targets,
                outcome=one.outcome,
                in_force=_iso(one.day),
                **note,
            )
        )
    return made


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
