"""Problems as values: what was found, how grave it is, where it stands, and what could have been meant."""

from lexkz.findings.entries import CatalogueEntry, Example, catalogue, entries, finding, quoting, retold, usual_severity
from lexkz.findings.model import Finding, FindingPlace, Message, Severity
from lexkz.findings.refusals import refusal

__all__ = [
    "CatalogueEntry",
    "Example",
    "Finding",
    "FindingPlace",
    "Message",
    "Severity",
    "catalogue",
    "entries",
    "finding",
    "quoting",
    "refusal",
    "retold",
    "usual_severity",
]
