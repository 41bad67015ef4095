"""Findings that a file carries: what is wrong or uncertain about its text, for all who read the file later.

Errors and warnings only: a slip that leaves the meaning alone (``info``) is told once, to who made the file.
"""

import re
from collections.abc import Iterable

from lxml import etree

from lexkz.akn.meta.sections import ensure
from lexkz.akn.namespace import LEXKZ, local, q
from lexkz.findings import Finding, FindingPlace, Message, Severity

_FINDING = f"{{{LEXKZ}}}finding"
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file can hold; a finding may quote them."""
_SEVERITIES: dict[str, Severity] = {"error": "error", "warning": "warning"}


def record_findings(meta: etree._Element, findings: Iterable[Finding]) -> None:
    """Record the errors and warnings among ``findings``, each once; of an ``info`` nothing is recorded."""
    known = set(_all(meta))
    for finding in findings:
        if finding.severity in _SEVERITIES and finding not in known:
            known.add(finding)
            _record(meta, finding)


def _record(meta: etree._Element, finding: Finding) -> None:
    record = etree.SubElement(ensure(meta, "proprietary"), _FINDING, nsmap={"lexkz": LEXKZ})
    place = finding.place
    said = {
        "code": finding.code,
        "severity": finding.severity,
        "by": finding.of,
        "command": finding.command,
        "page": place.page,
        "line": place.line,
        "unit": place.eid,
    }
    for key, value in said.items():
        if value is not None:
            record.set(key, _legal(str(value)))
    message = finding.message
    for name, text in (("kaz", message.kaz), ("rus", message.rus), ("eng", message.eng), ("text", finding.text)):
        if text is not None:
            _child(record, name, text)
    for candidate in finding.candidates:
        _child(record, "candidate", candidate)
    for words in finding.meant:
        _child(record, "meant", words)


def recorded_findings(element: etree._Element) -> tuple[Finding, ...]:
    """Return the findings that a file carries, in their order: from its root, its ``act`` or its ``meta``."""
    document = element[0] if local(element) == "akomaNtoso" and len(element) else element
    meta = document if local(document) == "meta" else document.find(q("meta"))
    return _all(meta) if meta is not None else ()


def replace_findings(meta: etree._Element, findings: Iterable[Finding]) -> None:
    """Let the file carry these findings and no others, in this order."""
    section = meta.find(q("proprietary"))
    for record in list(section.iterchildren(_FINDING)) if section is not None else []:
        section.remove(record)  # type: ignore[union-attr]
    record_findings(meta, findings)


def _all(meta: etree._Element) -> tuple[Finding, ...]:
    section = meta.find(q("proprietary"))
    return tuple(map(_read, section.iterchildren(_FINDING))) if section is not None else ()


def _read(record: etree._Element) -> Finding:
    return Finding(
        code=record.get("code", ""),
        severity=_SEVERITIES.get(record.get("severity", ""), "warning"),
        message=Message(*(_text(record, name) or "" for name in ("kaz", "rus", "eng"))),
        place=FindingPlace(_number(record, "page"), _number(record, "line"), record.get("unit")),
        text=_text(record, "text"),
        command=record.get("command"),
        candidates=tuple(child.text or "" for child in record.iterchildren(f"{{{LEXKZ}}}candidate")),
        of=record.get("by"),
        meant=tuple(child.text or "" for child in record.iterchildren(f"{{{LEXKZ}}}meant")),
    )


def _child(record: etree._Element, name: str, text: str) -> None:
    etree.SubElement(record, f"{{{LEXKZ}}}{name}").text = _legal(text)


def _text(record: etree._Element, name: str) -> str | None:
    found = record.find(f"{{{LEXKZ}}}{name}")
    return None if found is None else found.text or ""


def _number(record: etree._Element, name: str) -> int | None:
    value = record.get(name, "")
    return int(value) if value.isdecimal() else None


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
