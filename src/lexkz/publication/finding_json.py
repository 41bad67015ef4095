"""Findings as published data."""

from collections.abc import Iterable

from pydantic import Field

from lexkz.findings import Finding, Severity
from lexkz.publication.data import Data, Document, known_iri


class SourceData(Data):
    """Where something stands in the source, as its reader recorded it."""

    page: int | None = Field(description="Page of the source, from 1; null where it has no pages or is not known.")
    line: int | None = Field(None, description="First line in a text source, from 1.")
    eId: str | None = Field(None, description="eId of the element in the act's XML.")  # noqa: N815 (the contract's name)


class MessageData(Data):
    """One sentence in three languages."""

    kaz: str = Field(description="The sentence in Kazakh.")
    rus: str = Field(description="The sentence in Russian.")
    eng: str = Field(description="The sentence in English.")


class FindingData(Data):
    """One problem with a reading, a target or a text."""

    code: str = Field(description="Stable dotted name of the kind of problem.")
    severity: Severity = Field(
        description="`error`: not applied without a ruling; `warning`: look at it; `info`: a slip."
    )
    message: MessageData = Field(description="What is the matter.")
    command: str | None = Field(description="Id of the command concerned; null where no command could be read.")
    text: str | None = Field(description="The source's words that it is about.")
    source: SourceData = Field(description="Where they stand.")
    candidates: tuple[str, ...] = Field(description="What could have been meant, nearest first.")
    act: str | None = Field(None, description="FRBR work IRI of the act that it is about, where several are at work.")
    meant: tuple[str, ...] = Field(
        (), description="The candidates that are eIds, by number and words in the language of their act, in that order."
    )


def finding_data(finding: Finding) -> FindingData:
    """Return a finding as published data; of its place, only what is known (the page always, null where unknown)."""
    place = finding.place
    known: dict[str, int | str | None] = {"page": place.page}
    if place.line is not None:
        known["line"] = place.line
    if place.eid is not None:
        known["eId"] = place.eid
    message = finding.message
    return FindingData(
        code=finding.code,
        severity=finding.severity,
        message=MessageData(kaz=message.kaz, rus=message.rus, eng=message.eng),
        command=finding.command,
        text=finding.text,
        source=SourceData.model_validate(known),
        candidates=finding.candidates,
        **({"act": known_iri(finding.of)} if finding.of is not None else {}),
        **({"meant": finding.meant} if finding.meant else {}),
    )


def findings_data(findings: Iterable[Finding]) -> tuple[FindingData, ...]:
    """Return findings as published data, in the order given."""
    return tuple(finding_data(finding) for finding in findings)


class FindingsData(Document):
    """A list of findings by itself, as `validate` gives one for each file."""

    SCHEMA = "findings/1"

    findings: tuple[FindingData, ...] = Field(description="The findings, in the order of the text.")


def finding_json(finding: Finding) -> str:
    """Return one finding as JSON text."""
    return finding_data(finding).json_text()


def findings_json(findings: Iterable[Finding]) -> str:
    """Return findings as JSON text: ``{"findings": […]}``."""
    return FindingsData(findings=findings_data(findings)).json_text()


class CheckData(Document):
    """The drafting defects of one act: `lexkz check --json`."""

    SCHEMA = "check/1"

    findings: tuple[FindingData, ...] = Field(description="The defects, in the order of the text.")


def check_json(findings: Iterable[Finding]) -> str:
    """Return the findings of a check as JSON text."""
    return CheckData(findings=findings_data(findings)).json_text()
