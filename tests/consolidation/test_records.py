"""What ties a ruling and an applied command to what was said: a hash of published values."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Command
from lexkz.consolidation import consolidate
from lexkz.consolidation.applied_records import digest, said
from lexkz.publication.reading_json import command_data
from lexkz.structure import load
from tests.consolidation.acts import act, amending, command, point, to

CORPUS = Path(__file__).parents[2] / "corpus"
WORDS = command(
    "replace_words",
    to(("paragraph", "7"), ("alinea", "2")),
    id="cmd_1",
    old=("раз",),
    new=("два",),
    instruction="в абзаце втором пункта 7 слово «раз» заменить словом «два»;",
)


def _published(command: Command) -> Any:
    """The published JSON of a command without its id, place, base and findings, and without what is empty."""
    values = command_data(command).as_json()
    for name in ("id", "base", "source", "findings"):
        del values[name]
    values["instruction"] = " ".join(values["instruction"].split())
    if isinstance(values["annex"], str):
        values["annex"] = [values["annex"]]
    return _full(values)


def _full(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _full(each) for key, each in value.items() if each}
    return [_full(each) for each in value] if isinstance(value, list) else value


def _all() -> list[Command]:
    _, reading = annotate(load(CORPUS / "V2400035172" / "kaz.txt"))
    return [
        *reading.commands,
        WORDS,
        replace(WORDS, position="after", everywhere=True, annex=("1", "2")),
        command("renumber", to(("paragraph", "7")), renumber_to=(to(("paragraph", "8")),)),
        command("insert", to(("paragraph", "7-1")), anchor=to(("paragraph", "7"))),
    ]


def test_what_is_hashed_is_what_is_published() -> None:
    for each in _all():
        assert said(each) == _published(each)


def test_the_digest_of_a_command_stays_what_it_was_when_the_program_changes() -> None:
    # Set by hand from the JSON: python -c 'import hashlib, json; …'. It changes only where published fields do.
    assert digest(WORDS) == "a987839ce95beaac"


@pytest.mark.parametrize(
    "other",
    [
        replace(WORDS, action="delete_words"),
        replace(WORDS, targets=(to(("paragraph", "7"), ("alinea", "3")),)),
        replace(WORDS, old=("три",)),
        replace(WORDS, new=("три",)),
        replace(WORDS, content=("три",)),
        replace(WORDS, annex=("1",)),
        replace(WORDS, everywhere=True),
        replace(WORDS, position="after"),
        replace(WORDS, anchor=to(("paragraph", "7"))),
        replace(WORDS, renumber_to=(to(("paragraph", "8")),)),
        replace(WORDS, instruction="иначе"),
    ],
)
def test_a_command_that_says_something_else_has_another_digest(other: Command) -> None:
    assert digest(other) != digest(WORDS)


def test_id_and_place_and_white_space_are_not_part_of_what_a_command_says() -> None:
    other = replace(WORDS, id="cmd_9", instruction=WORDS.instruction.replace(" ", "\n "))
    assert digest(other) == digest(WORDS)


def test_a_command_that_the_text_records_as_applied_is_not_applied_again() -> None:
    given = act(point("7", "раз и раз"))
    by = amending(command("insert_words", to(("paragraph", "7")), new=("и три",), position="end"))
    once = consolidate(given, [by])
    again = consolidate(once.act, [by])
    assert [outcome.outcome for outcome in again.report.commands] == ["already"]
    assert {found.code for found in again.report.findings} == {"consolidate.already_applied"}
