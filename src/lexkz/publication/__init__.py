"""Publish: acts, commands and reports as JSON and text. Functions of values; nothing is read or written here."""

from lexkz.publication.act_json import act_data, act_json, identity
from lexkz.publication.finding_json import finding_json, findings_json
from lexkz.publication.reading_json import reading_data, reading_json
from lexkz.publication.report_json import proofs_json, report_data, report_json
from lexkz.publication.text import export_text

__all__ = [
    "act_data",
    "act_json",
    "export_text",
    "finding_json",
    "findings_json",
    "identity",
    "proofs_json",
    "reading_data",
    "reading_json",
    "report_data",
    "report_json",
]
