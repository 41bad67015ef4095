"""The contract of ``*.report.json``."""

import json
from datetime import date

from lexkz.consolidation.report import CommandOutcome, InForce, Proofs, Report
from lexkz.publication import report_json

REPORT = Report(
    base="/akn/kz/act/order/x/2023-06-22/230/kaz@2023-06-22",
    expression="/akn/kz/act/order/x/2023-06-22/230/kaz@2024-09-30",
    in_force=InForce(None, date(2024, 10, 1), "он күн өткен соң"),
    commands=(
        CommandOutcome("cmd_1", "/akn/a", ("para_1",), "applied"),
        CommandOutcome("cmd_2", "/akn/a", (), "applied", "no change in this language"),
    ),
    proofs=Proofs(untouched=True, once=True, replay=True, text_balance=False, content=True),
    findings=(),
)


def test_a_report_has_exactly_the_fields_of_the_contract() -> None:
    assert json.loads(report_json(REPORT)) == {
        "schema": "urn:lexkz:schema/report/1",
        "base": REPORT.base,
        "expression": REPORT.expression,
        "in_force": {"from": None, "published": "2024-10-01", "rule": "он күн өткен соң"},
        "commands": [
            {"command": "cmd_1", "by": "/akn/a", "targets": ["para_1"], "outcome": "applied", "in_force": None},
            {
                "command": "cmd_2",
                "by": "/akn/a",
                "targets": [],
                "outcome": "applied",
                "note": "no change in this language",
                "in_force": None,
            },
        ],
        "proofs": {"untouched": True, "once": True, "replay": True, "text_balance": False, "content": True},
        "findings": [],
    }
