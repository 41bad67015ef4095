"""The proof that each command was applied once: what is said of a command is borne out by what was done for it."""

from typing import Any, cast

import pytest

from lexkz.consolidation.ledger import AmendingSource, Done, Ledger
from lexkz.consolidation.messages import finding
from lexkz.consolidation.proofs.verdict import _not_once
from lexkz.consolidation.report import CommandOutcome, Outcome
from tests.consolidation.written import case

_NAME = "cmd_1"


def _ledger(outcomes: list[Outcome], *, steps: int, changes: int, error: bool = False) -> Ledger:
    ((_, reading),) = case("", "rus", "пункт 1 исключить.\n--- base\n1. Раз.\n--- after\n1.").amending()
    (command,) = reading.commands
    source = cast(AmendingSource, object())
    done = [Done(source, command, (), "repealed", cast(Any, None)) for _ in range(changes)]
    return Ledger(
        done=done,
        outcomes=[(source, CommandOutcome(_NAME, "/a", (), outcome)) for outcome in outcomes],
        findings=[finding("target_missing", "", command=command)] if error else [],
        steps={(source, _NAME): steps} if steps else {},
    )


@pytest.mark.parametrize(
    ("outcomes", "steps", "changes", "error", "holds"),
    [
        (["applied"], 1, 1, False, True),
        (["applied"], 2, 3, False, True),
        (["applied"], 0, 0, False, False),
        (["ruled"], 0, 1, False, False),
        (["applied"], 2, 1, False, False),
        (["applied", "applied"], 1, 1, False, False),
        (["already"], 0, 0, False, True),
        (["already"], 1, 1, False, False),
        (["already"], 0, 1, False, False),
        (["refused"], 0, 0, True, True),
        (["refused"], 0, 0, False, False),
        (["refused"], 1, 0, True, False),
        (["skipped"], 0, 0, False, True),
    ],
)
def test_a_command_has_one_outcome_and_was_done_as_it_says(
    outcomes: list[Outcome], steps: int, changes: int, error: bool, holds: bool
) -> None:
    assert _not_once(_ledger(outcomes, steps=steps, changes=changes, error=error)) == (
        () if holds else tuple(_NAME for _ in outcomes)
    )
