"""Each fixture sentence says in an act what it says alone: no phrase that the grammar knows is lost on the way."""

import re
from collections.abc import Iterator

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Command
from lexkz.languages.detect import Lang
from lexkz.reading import read_text
from lexkz.structure import build
from tests.amendment.test_places import HEADS
from tests.languages.meaning import address_in_words
from tests.languages.test_phrases import cases

_NEW_TEXT = re.compile(r"^(?:replace|insert|suspend) (?!.*(?:annex|old|new))")
BLOCK = {"kaz": '"Мәтін.";', "rus": '"Текст.";'}


def _commanding() -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for lang, said, expected in cases():
        commands = tuple(line for line in expected if not line.startswith(("context", "doubt", "unread")))
        if commands and not any(line.startswith(("context", "unread")) for line in expected):
            yield lang, said, commands


@pytest.mark.parametrize(("lang", "said", "expected"), list(_commanding()))
def test_a_fixture_sentence_says_the_same_in_an_act(
    lang: Lang, said: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    head, tail = HEADS[lang]["@act"]
    block = [BLOCK[lang]] if said[-1].endswith(":") and any(map(_NEW_TEXT.match, expected)) else []
    text = head + "\n".join((*said, *block)) + "\n" + tail
    found = annotate(build(read_text(text, lang=lang)))[1].commands
    assert [_said(command) for command in found] == [_bare(line) for line in expected]


def _bare(line: str) -> str:
    """What of a fixture's line an act with a header of its own leaves as it is: all but the base."""
    return line.partition(" | base ")[0]


def _said(command: Command) -> str:
    parts = [f"{command.action} {', '.join(address_in_words(target) for target in command.targets)}"]
    if command.position:
        parts.append(command.position + (f" {address_in_words(command.anchor)}" if command.anchor else ""))
    if command.old:
        parts.append("old " + ", ".join(f"[{words}]" for words in command.old))
    if command.new:
        parts.append("new " + ", ".join(f"[{words}]" for words in command.new))
    if command.renumber_to:
        parts.append("to " + ", ".join(address_in_words(target) for target in command.renumber_to))
    if command.annex:
        parts.append("annex " + ", ".join(number or "-" for number in command.annex))
    if command.everywhere:
        parts.append("everywhere")
    if command.action != "suspend" and command.since:
        parts.append(f"since {command.since}")
    return " | ".join(parts)
