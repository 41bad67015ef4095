"""Drafting defects as published data: the contract of ``lexkz check --json``, ``{"findings": []}``."""

from collections.abc import Iterable

from pydantic import Field

from lexkz.findings import Finding
from lexkz.publication.data import Document
from lexkz.publication.finding_json import FindingData, findings_data


class CheckData(Document):
    """The drafting defects of one act: `lexkz check --json`."""

    SCHEMA = "check/1"

    findings: tuple[FindingData, ...] = Field(description="The defects, in the order of the text.")


def check_json(findings: Iterable[Finding]) -> str:
    """Return the findings of a check as JSON text."""
    return CheckData(findings=findings_data(findings)).json_text()
