"""What structure and amend found already: the same defects under the codes of drafting. Nothing is computed again."""

from collections.abc import Iterator
from dataclasses import replace

from lexkz.amendment.content import annex, corner_mark
from lexkz.checks.draft import DraftAct
from lexkz.findings import Finding, retold

_TOLD = frozenset({"amend.conflict", "amend.corner_name"})
"""Codes of the reading for which there are rules of drafting that say more, or say it in milder cases as well."""
_OF_THE_SOURCE = ("read.", "structure.")
"""Codes of what was found in reading the file itself."""


def known(draft: DraftAct) -> Iterator[Finding]:
    """Yield the findings of the reading that are defects of the draft; an unknown error is never passed over."""
    again = retold("check")
    for finding in draft.reading.findings:
        if finding.code in _TOLD:
            continue
        code, severity = again.get(finding.code, ("", "info"))
        if finding.severity == "warning" and finding.code.startswith("read."):
            # Only what could not be read at all is a defect of the draft; some codes of reading are milder elsewhere.
            code = ""
        if not code and finding.severity == "error":
            code, severity = finding.code, "error"
        if not code and finding.severity == "warning" and finding.code.startswith(_OF_THE_SOURCE):
            # What stands in the source and was left out, or is not certain, is for the drafter to see as well.
            code, severity = finding.code, "warning"
        if not code or (code == "check.unread" and finding.severity != "error"):
            continue
        place = finding.place
        if place.line is None and place.eid in draft.places:
            place = replace(draft.places[place.eid], eid=place.eid)
        candidates = finding.candidates
        if not candidates and code == "check.hyphen" and finding.text:
            candidates = (draft.words.hyphenated(finding.text),)
        if code == "check.corner_mark":
            candidates = _both(draft, finding)
        yield replace(finding, code=code, severity=severity, place=place, candidates=candidates)


def _both(draft: DraftAct, finding: Finding) -> tuple[str, ...]:
    """Return the numbers that command and corner mark give the annex: one of the two is meant."""
    command = next((each for each in draft.reading.commands if each.id == finding.command), None)
    if command is None:
        return ()
    marks = [
        corner_mark(found, draft.lang)
        for number in command.annex
        if (found := annex(draft.root, number, command.annex_of)) is not None
    ]
    numbers = [step.number for target in command.targets for step in target if step.kind == "annex"]
    return tuple(dict.fromkeys(number for number in (*numbers, *(mark.target for mark in marks if mark)) if number))
