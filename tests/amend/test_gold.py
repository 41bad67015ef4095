"""The amending acts that were labelled by hand: every command right in action, targets, words and content."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from lexkz.amend.annotate import annotate
from lexkz.amend.model import Address, Command
from lexkz.structure import load

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "commands"
CASES = sorted(GOLD.glob("*/*.json"))


def _address(address: Address) -> list[str]:
    return [
        step.kind
        if step.number is None and step.kind in ("title", "heading", "preamble")
        else f"{step.kind}:{step.number or ''}"
        for step in address
    ]


def _shown(command: Command) -> dict[str, Any]:
    content = command.content
    return {
        "action": command.action,
        "targets": [_address(target) for target in command.targets],
        "old": list(command.old),
        "new": list(command.new),
        "everywhere": command.everywhere,
        "lines": len(content) or None,
    }


def _fits(content: Sequence[str], label: dict[str, Any]) -> bool:
    if not content:
        return not label["first"]
    return content[0].startswith(label["first"]) and content[-1].endswith(label["last"])


@pytest.mark.skipif(not CASES, reason="the labelled acts are not at hand")
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_labelled_command_is_read_exactly(path: Path) -> None:
    labels = json.loads(path.read_text(encoding="utf-8"))["commands"]
    _, reading = annotate(load(path.with_suffix(".txt"), lang="kaz" if path.parent.name == "kaz" else "rus"))
    found = [_shown(command) for command in reading.commands]
    expected = [
        {key: label[key] for key in ("action", "targets", "old", "new", "everywhere", "lines")} for label in labels
    ]
    assert found == expected
    assert all(_fits(command.content, label) for command, label in zip(reading.commands, labels, strict=True))
    assert reading.coverage.claimed == reading.coverage.characters
