"""Why a command was not applied, in the words of its findings."""

from lexkz.amend.model import Command
from lexkz.consolidate.report import Report
from lexkz.findings import Finding
from lexkz.languages.detect import Lang


def why(command: Command, report: Report, lang: Lang) -> str:
    """Return the sentences of the errors that hold a command back, each once; empty where there are none."""
    found = [*command.findings, *(finding for finding in report.findings if finding.command == command.id)]
    errors = [finding for finding in found if finding.severity == "error"]
    return " ".join(dict.fromkeys(_sentence(finding, lang) for finding in errors))


def _sentence(finding: Finding, lang: Lang) -> str:
    said = finding.message.kaz if lang == "kaz" else finding.message.rus
    return said if said.endswith((".", "!", "?")) else f"{said}."
