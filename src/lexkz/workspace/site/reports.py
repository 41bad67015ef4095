"""A report of a consolidation, read back from its file."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from lexkz.consolidation.report import CommandOutcome, InForce, Proofs, Report
from lexkz.findings import Finding
from lexkz.findings.model import FindingPlace, Message


def read_report(found: Mapping[str, Any]) -> Report:
    """Return the report that ``*.report.json`` holds. Raises KeyError where the file is not by the contract."""
    in_force = found["in_force"]
    proofs = found["proofs"]
    return Report(
        base=found["base"] or "",
        expression=found["expression"] or "",
        in_force=InForce(
            _day(in_force["from"]),
            _day(in_force["published"]),
            in_force["rule"],
            _day(in_force.get("reaches_back")),
            _day(in_force.get("not_before")),
            _day(in_force.get("until")),
        ),
        commands=tuple(
            CommandOutcome(
                one["command"],
                one["by"] or "",
                tuple(one["targets"]),
                one["outcome"],
                one.get("note"),
                _day(one.get("in_force")),
            )
            for one in found["commands"]
        ),
        proofs=Proofs(
            proofs["untouched"], proofs["once"], proofs["replay"], proofs["text_balance"], proofs.get("content", False)
        ),
        findings=tuple(_finding(one) for one in found["findings"]),
    )


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _finding(found: Mapping[str, Any]) -> Finding:
    message, source = found["message"], found["source"]
    return Finding(
        found["code"],
        found["severity"],
        Message(message["kaz"], message["rus"], message["eng"]),
        FindingPlace(source.get("page"), source.get("line"), source.get("eId")),
        found["text"],
        found["command"],
        tuple(found["candidates"]),
        of=found.get("act"),
        meant=tuple(found.get("meant", ())),
    )
