"""What structure and amend found already: the same defects under the codes of drafting. Nothing is computed again."""

from collections.abc import Iterator
from dataclasses import replace

from lexkz.amend.content import annex, corner_mark
from lexkz.check.draft import Draft
from lexkz.findings import Finding, Severity

CODES: dict[str, tuple[str, Severity]] = {
    "amend.alinea_numbered": ("check.number_mismatch", "error"),
    "amend.annex_missing": ("check.annex_absent", "error"),
    "amend.base_unknown": ("check.base_unknown", "warning"),
    "amend.case_slip": ("check.case_ending", "info"),
    "amend.content_missing": ("check.content_missing", "error"),
    "amend.content_unclaimed": ("check.content_unclaimed", "error"),
    "amend.context_of_several": ("check.context_of_several", "warning"),
    "amend.context_unread": ("check.unread", "error"),
    "amend.corner_mark": ("check.corner_mark", "error"),
    "amend.hyphen_missing": ("check.hyphen", "info"),
    "amend.instrument_ambiguous": ("check.instrument_ambiguous", "error"),
    "amend.line_broken": ("check.line_broken", "info"),
    "amend.mark_missing": ("check.command_mark", "info"),
    "amend.name_shortened": ("check.name_shortened", "info"),
    "amend.number_mismatch": ("check.number_mismatch", "error"),
    "amend.pairs_unequal": ("check.pairs_unequal", "error"),
    "amend.partly_read": ("check.unread", "warning"),
    "amend.quote_unclosed": ("check.quote_unclosed", "error"),
    "amend.range_unfilled": ("check.range_unfilled", "error"),
    "amend.range_unreadable": ("check.range_unreadable", "error"),
    "amend.spelling": ("check.spelling", "info"),
    "amend.unread": ("check.unread", "error"),
    "structure.numbering": ("check.numbering", "warning"),
    "structure.quote_unclosed": ("check.quote_unclosed", "error"),
    "structure.quote_unopened": ("check.quote_unopened", "error"),
}
"""Code of the finding that is there to the code and severity that a drafter sees."""


_TOLD = frozenset({"amend.conflict", "amend.corner_name"})
"""Codes of the reading for which there are rules of drafting that say more, or say it in milder cases as well."""


_OF_THE_SOURCE = ("read.", "structure.")
"""Codes of what was found in reading the file itself."""


def known(draft: Draft) -> Iterator[Finding]:
    """Yield the findings of the reading that are defects of the draft; an unknown error is never passed over."""
    for finding in draft.reading.findings:
        if finding.code in _TOLD:
            continue
        code, severity = CODES.get(finding.code, ("", "info"))
        if not code and finding.severity == "error":
            code, severity = f"check.{finding.code.partition('.')[2]}", "error"
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


def _both(draft: Draft, finding: Finding) -> tuple[str, ...]:
    """Return the numbers that command and corner mark give the annex: one of the two is meant."""
    command = next((each for each in draft.reading.commands if each.id == finding.command), None)
    if command is None:
        return ()
    marks = [
        corner_mark(found, draft.lang) for number in command.annex if (found := annex(draft.root, number)) is not None
    ]
    numbers = [step.number for target in command.targets for step in target if step.kind == "annex"]
    return tuple(dict.fromkeys(number for number in (*numbers, *(mark.target for mark in marks if mark)) if number))
