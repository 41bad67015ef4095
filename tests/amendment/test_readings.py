"""What sentences of an order command, and what a careful reader finds wrong with them, in both languages.

``fixtures/readings/LANG.txt``: cases parted by empty lines. The sentences as printed; then a line "→" for each command:
what it does, where, with what, the codes of what is doubtful in it in brackets; last, what is found beside commands.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lexkz.amendment.model import Address, Command, Reading
from lexkz.reading.blocks import Lang
from tests.consolidation.written import case

_FOLDER = Path(__file__).parent / "fixtures" / "readings"
_LANGS: tuple[Lang, ...] = ("rus", "kaz")
_BASE = {"rus": "1. Раз.", "kaz": "1. Бір."}


def _cases() -> list[Any]:
    out = []
    for lang in _LANGS:
        for written in (_FOLDER / f"{lang}.txt").read_text(encoding="utf-8").strip("\n").split("\n\n"):
            sentences, arrow, wanted = written.partition("\n→ ")
            name = f"{lang}: {' '.join(sentences.split())[:90]}"
            out.append(pytest.param(lang, sentences, f"{arrow[1:]}{wanted}".split("\n"), id=name))
    return out


def _place(address: Address) -> str:
    return "/".join(f"{step.kind} {step.number or step.name or ''}".strip() for step in address) or "act"


def _said(command: Command) -> str:
    out = f"→ {command.action}: {'; '.join(map(_place, command.targets))}"
    if command.old or command.new:
        out += f" {'|'.join(command.old)} → {'|'.join(command.new)}"
    out += f" [{command.position}]" if command.position else ""
    out += f" of {command.beside}" if command.beside is not None else ""
    out += " everywhere" if command.everywhere else ""
    out += f" but {'; '.join(map(_place, command.excepted))}" if command.excepted else ""
    out += f" ×{command.times}" if command.times else ""
    out += f" beside {_place(command.anchor)}" if command.anchor else ""
    out += f" to {'; '.join(map(_place, command.renumber_to))}" if command.renumber_to else ""
    out += f" annex {command.annex}" if command.annex else ""
    out += f" «{' ¶ '.join(command.content)}»" if command.content else ""
    out += f" {command.since}–{command.until}" if command.since or command.until else ""
    codes = ", ".join(sorted({found.code for found in command.findings}))
    return out + (f" ({codes})" if codes else "")


def _read(reading: Reading) -> Iterator[str]:
    yield from (_said(command).rstrip() for command in reading.commands)
    own = [found for command in reading.commands for found in command.findings]
    beside = sorted({f"{found.severity} {found.code}" for found in reading.findings if found not in own})
    if beside:
        yield f"→ {', '.join(beside)}"


@pytest.mark.parametrize(("lang", "sentences", "wanted"), _cases())
def test_sentences_command_this_and_these_doubts_are_told(lang: Lang, sentences: str, wanted: list[str]) -> None:
    made = case("readings", lang, f"{sentences}\n--- base\n{_BASE[lang]}\n--- after\n-\n")
    assert list(_read(made.amending()[0][1])) == wanted
