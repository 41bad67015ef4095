"""Words in a line: where they stand, and what a command makes of the line, by what applies and by what proves.

``words.txt``: cases parted by empty lines. The line and the words, parted by "|"; below it where the words stand, in
brackets; where "по всему тексту" means them; and the line after the first of them is taken out, gets another word
before, after, in its place, and after a word was added to the line's end. The two sides agree but for spaces beside
punctuation.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from lexkz.amendment.model import BaseAct, Command
from lexkz.consolidation.content_proof.addressed import Spot
from lexkz.consolidation.content_proof.text_tree import PrintedLine, PrintedUnit, Unjudged
from lexkz.consolidation.content_proof.words_again import do_words, nearest, settle, squeezed
from lexkz.consolidation.tree import block_words as applying

_BASE = BaseAct("order", None, None, None)
NEW = "узел"


def bracketed(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with its spans in brackets."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def done(text: str, words: str) -> dict[str, str]:
    """What applies commands makes of a line."""
    found = applying.occurrences(text, words)
    out = {
        "stands": bracketed(text, [(one.start, one.end) for one in found]),
        "everywhere": bracketed(text, [(one.start, one.end) for one in applying.occurrences_everywhere(text, words)]),
    }
    if found:
        first = found[0]
        edits = {
            "deleted": applying.deletion(text, first),
            "before": applying.insertion(first, NEW, "before"),
            "after": applying.insertion(first, NEW, "after"),
            "replaced": applying.replacement(text, first, words, NEW),
        }
        out |= {name: applying.edited(text, [edit]) for name, edit in edits.items()}
    end = applying.at_end(text, NEW)
    return out | {"at the end": applying.edited(text, [end]) if end is not None else "already"}


def _again(text: str, action: str, **fields: Any) -> str:
    line = PrintedLine(text)
    PrintedUnit("paragraph").add(line)
    command = Command("", action, _BASE, ((),), "", **fields)  # type: ignore[arg-type]
    assert line.unit is not None
    settle(do_words(command, [Spot(line.unit, (line,))], ("occurrence", 1)))
    return line.words


def proved(text: str, words: str) -> dict[str, str]:
    """What the proof of the content makes of a line."""
    line = PrintedLine(text)
    found = [(start, end) for _, start, end in nearest([line], words)]
    out = {"stands": bracketed(text, found)}
    if found:
        for name, action, fields in (
            ("deleted", "delete_words", {}),
            ("before", "insert_words", {"new": (NEW,), "position": "before"}),
            ("after", "insert_words", {"new": (NEW,), "position": "after"}),
            ("replaced", "replace_words", {"new": (NEW,)}),
        ):
            out[name] = _again(text, action, old=(words,), **fields)
    out["at the end"] = _again(text, "insert_words", new=(NEW,), position="end")
    return out


def _cases() -> list[Any]:
    written = (Path(__file__).parent / "words.txt").read_text(encoding="utf-8")
    out = []
    for part in written.strip("\n").split("\n\n"):
        head, *below = part.split("\n")
        text, _, words = head.partition(" | ")
        out.append(pytest.param(text, words, dict(line.split(": ", 1) for line in below), id=head))
    return out


@pytest.mark.parametrize(("text", "words", "wanted"), _cases())
def test_words_stand_there_and_the_line_becomes_this(text: str, words: str, wanted: dict[str, str]) -> None:
    assert done(text, words) == wanted
    again = proved(text, words)
    assert again.pop("stands") == wanted["stands"]
    assert {name: squeezed(line) for name, line in again.items()} == {name: squeezed(wanted[name]) for name in again}


@pytest.mark.parametrize(("text", "words"), [("раз и раз", "раз"), ("раз", "два"), ("раз", " ")])
def test_words_that_are_not_found_once_are_not_judged(text: str, words: str) -> None:
    line = PrintedLine(text)
    PrintedUnit("paragraph").add(line)
    assert line.unit is not None
    command = Command("", "replace_words", _BASE, ((),), "", old=(words,), new=(NEW,))
    with pytest.raises(Unjudged):
        do_words(command, [Spot(line.unit, (line,))], ("", 0))


def test_a_choice_of_one_or_all_occurrences_is_kept() -> None:
    for chosen, wanted in (
        (("occurrence", 2), "раз и узел"),
        (("times", 2), "узел и узел"),
        (("occurrence", 1), "узел и раз"),
    ):
        line = PrintedLine("раз и раз")
        PrintedUnit("paragraph").add(line)
        assert line.unit is not None
        command = Command("", "replace_words", _BASE, ((),), "", old=("раз",), new=(NEW,))
        settle(do_words(command, [Spot(line.unit, (line,))], chosen))
        assert line.words == wanted
    for chosen in (("occurrence", 3), ("times", 3), ("occurrence", 0)):
        with pytest.raises(Unjudged):
            do_words(command, [Spot(PrintedUnit("paragraph"), (PrintedLine("раз и раз"),))], chosen)


def test_changes_of_words_that_meet_are_not_judged() -> None:
    line = PrintedLine("раз два")
    line.edits = [(0, 3, "a"), (2, 5, "b")]
    with pytest.raises(Unjudged):
        settle([line])
    line.edits = [(3, 3, "a"), (3, 3, "b")]
    with pytest.raises(Unjudged):
        settle([line])
    line.edits = [(0, 3, "a"), (3, 3, "b")]
    settle([line])
    assert line.words == "ab два"
