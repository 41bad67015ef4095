"""Findings as SARIF 2.1.0, the format in which code hosts and editors take defects with their lines."""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any, Literal
from urllib.parse import quote

from lexkz.findings import Finding, Message, Severity, entries

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_TAGS = {"kaz": "kk", "rus": "ru", "eng": "en"}
_NUMBERED = re.compile(r"\s*[\"«“]?\d+[.)-]")
_BLANK = re.compile(r"\{\w+\}")
Tongue = Literal["kaz", "rus", "eng"]


def sarif(
    findings: Iterable[Finding],
    source: PurePath,
    text: str | None = None,
    *,
    tongue: Tongue = "eng",
    version: str,
) -> str:
    """Return findings about one file as a SARIF log of one run.

    ``source`` is the file as its user named it; ``text`` what stands in it, where it is plain text: then a defect has
    the line, and the columns of its words (from 1, in code points) where these occur once in that line. Elsewhere it
    has the line alone, or, in a format without lines, the page and the unit. Sentences are in ``tongue``.
    """
    found = tuple(findings)
    codes = tuple(dict.fromkeys(finding.code for finding in found))
    lines = text.split("\n") if text is not None else []
    driver = {
        "name": "lexkz",
        "version": version,
        "language": _TAGS[tongue],
        "rules": [_rule(code, tongue) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_told(finding, codes.index(finding.code), _address(source), lines, tongue) for finding in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, tongue: Tongue) -> dict[str, Any]:
    said = entries(code)
    return {
        "id": code,
        "shortDescription": {
            "text": " / ".join(dict.fromkeys(_BLANK.sub("…", _in(entry.message, tongue)) for entry in said))
        },
        "help": {"text": " ".join(dict.fromkeys(_in(entry.advice, tongue) for entry in said))},
        "defaultConfiguration": {"level": _LEVELS[said[0].severity]},
    }


def _told(finding: Finding, rule: int, address: str, lines: Sequence[str], tongue: Tongue) -> dict[str, Any]:
    place = finding.place
    physical: dict[str, Any] = {"artifactLocation": {"uri": address}}
    region = _region(finding, lines)
    if region:
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.eid:
        location["logicalLocations"] = [{"fullyQualifiedName": place.eid}]
    told: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _in(finding.message, tongue)},
        "locations": [location],
        # By the words and the unit, not by the line: a defect is the same one when lines above it come or go.
        "partialFingerprints": {"lexkz/1": _print(finding)},
    }
    more = {"page": place.page, "words": finding.text, "candidates": list(finding.meant or finding.candidates)}
    told["properties"] = {name: value for name, value in more.items() if value}
    return told


def _region(finding: Finding, lines: Sequence[str]) -> dict[str, int]:
    """The line, with columns where the words stand in the paragraph that begins there exactly once, in its lines: a
    column that is guessed shows other words."""
    line = finding.place.line
    if line is None:
        return {}
    paragraph = "\n".join(_paragraph(lines[line - 1 :]))
    words = (finding.text or "").split()
    found = list(re.finditer(r"\s+".join(map(re.escape, words)), paragraph)) if words else []
    if len(found) != 1:
        return {"startLine": line}
    (first, start), (last, end) = (_at(paragraph, place) for place in found[0].span())
    return {"startLine": line + first, "startColumn": start, "endLine": line + last, "endColumn": end}


def _paragraph(lines: Sequence[str]) -> Sequence[str]:
    """The lines from the first to the next blank one, to one that is indented more, or to one with a number."""
    indent = len(lines[0]) - len(lines[0].lstrip()) if lines else 0
    for place, line in enumerate(lines[1:], 1):
        if not line.strip() or len(line) - len(line.lstrip()) > indent or _NUMBERED.match(line):
            return lines[:place]
    return lines


def _at(text: str, place: int) -> tuple[int, int]:
    """The line of a place in ``text``, from 0, and its column, from 1."""
    return text.count("\n", 0, place), place - text.rfind("\n", 0, place)


def _address(source: PurePath) -> str:
    """A path from where the command ran stays one, as code hosts want it; an absolute one is an address of a file.

    Standard input has no address: the file that it was laid down in is gone when the log is read.
    """
    if source.name == "-":
        return "-"
    return source.as_uri() if source.is_absolute() else quote(source.as_posix())


def _print(finding: Finding) -> str:
    return hashlib.sha256("\n".join((finding.code, finding.place.eid or "", finding.text or "")).encode()).hexdigest()


def _in(message: Message, tongue: Tongue) -> str:
    return str(getattr(message, tongue))
