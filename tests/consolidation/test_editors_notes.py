"""What the editors' notes say of each kind of change, in the form of official editions; tables in editors_notes/."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from lexkz.akn.namespace import q
from lexkz.languages.edition_notes import noted_changes
from lexkz.reading.blocks import Lang
from tests.consolidation.written import case

TABLES = Path(__file__).parent / "editors_notes"
_ACT = {"rus": re.compile(r" (?:приказом|приказа|Законом|Закона) (?:Министра|РК)"), "kaz": re.compile(" – ҚР")}
"""Where in a note the act begins that made the change."""


class Change(NamedTuple):
    """One row of a table."""

    lang: Lang
    base: str
    text: str
    command: str
    notes: tuple[str, ...]


def _changes(lang: Lang) -> Iterator[Change]:
    parts = re.split(r"^--- (.+)$", (TABLES / f"{lang}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
    blocks = dict(zip(parts[1::2], parts[2::2], strict=True))
    for name in ("base", "law", "rules"):
        for row in re.findall(r"((?:[^→\n].*\n|\n)+)((?:→ .*\n)+)", blocks[f"commands {name}"]):
            command, notes = row[0].strip("\n"), tuple(row[1].replace("→ ", "").splitlines())
            yield Change(lang, "rules" if name == "rules" else "base", blocks[name].strip(), command, notes)


CHANGES = [*_changes("rus"), *_changes("kaz")]


def test_the_tables_have_sixty_changes_and_more() -> None:
    assert len(CHANGES) > 60


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change.lang}: {change.command[:60]}")
def test_a_change_has_the_note_that_official_editions_have(change: Change) -> None:
    written = f"{change.command}\n--- {change.base}\n{change.text}\n--- after\n{change.text}\n"
    made, _ = case("note", change.lang, written).consolidated()
    notes = [" ".join("".join(map(str, note.itertext())).split()) for note in made.act.root.iter(q("note"))]
    assert [_ACT[change.lang].split(note)[0] for note in notes] == list(change.notes)
    for note in notes:
        assert noted_changes(note, change.lang), "what we write we can read"
