"""Why a command was not applied, in the words of its findings; and the sentences that were not understood."""

from lexkz.amendment.model import Command
from lexkz.consolidation.report import CommandOutcome, Report
from lexkz.findings import Finding
from lexkz.languages.detect import Lang


def why(command: Command, outcome: CommandOutcome, report: Report, lang: Lang) -> str:
    """Return why a command is not in the text: the sentences of the errors that hold it back, each once, or the
    decision of the person who left it out; empty where nothing is to be said."""
    if outcome.outcome == "skipped":
        # The word of the file of rulings is none of a paper's.
        return (outcome.note or "").removeprefix("skip: ")
    if outcome.outcome != "refused":
        return ""
    told = [one for one in report.findings if one.command == command.id and one.of in (outcome.by, None)]
    errors = [one for one in (*command.findings, *told) if one.severity == "error"]
    return " ".join(dict.fromkeys(said(one, lang) for one in errors))


def unread(report: Report, work: str) -> tuple[Finding, ...]:
    """Return the errors about sentences of the act ``work`` in which no command could be read."""
    return tuple(
        one
        for one in report.findings
        if one.of == work and one.severity == "error" and one.command is None and one.code.startswith("amend.")
    )


def said(finding: Finding, lang: Lang) -> str:
    """Return the sentence of a finding in ``lang``, with its full stop."""
    sentence = finding.message.kaz if lang == "kaz" else finding.message.rus
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."
