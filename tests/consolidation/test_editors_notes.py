"""What the editors' notes say of each kind of change, in the form of official editions; tables in editors_notes/."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from lexkz.akn.namespace import q
from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Reading
from lexkz.consolidation import consolidate
from lexkz.languages.edition_notes import noted_changes
from lexkz.publication.sheet.act import act_sheet
from lexkz.publication.sheet.model import SheetLine
from lexkz.reading.blocks import Lang
from lexkz.structure import Act
from tests.consolidation.written import Case, case

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


class Several(NamedTuple):
    """One row of a table of several changes."""

    lang: Lang
    base: str
    text: str
    orders: dict[str, str]
    """The commands of each order."""
    notes: tuple[str, ...]


def _blocks(name: str) -> dict[str, str]:
    parts = re.split(r"^--- (.+)$", (TABLES / f"{name}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _changes(lang: Lang) -> Iterator[Change]:
    blocks = _blocks(lang)
    for name in ("base", "law", "rules"):
        for row in re.findall(r"((?:[^→\n].*\n|\n)+)((?:→ .*\n)+)", blocks[f"commands {name}"]):
            command, notes = row[0].strip("\n"), tuple(row[1].replace("→ ", "").splitlines())
            yield Change(lang, "rules" if name == "rules" else "base", blocks[name].strip(), command, notes)


def _several(lang: Lang) -> Iterator[Several]:
    bases = _blocks(lang)
    for name, text in _blocks(f"several.{lang}").items():
        for row in re.findall(r"((?:[^→\n].*\n)+)((?:→ .*\n)+)", text):
            parts = re.split(r"^([AB]) ", row[0], flags=re.MULTILINE)
            orders = {key: said.strip("\n") for key, said in zip(parts[1::2], parts[2::2], strict=True)}
            notes = tuple(row[1].replace("→ ", "").splitlines())
            yield Several(lang, "rules" if name == "rules" else "base", bases[name].strip(), orders, notes)


CHANGES = [*_changes("rus"), *_changes("kaz")]


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_the_tables_have_sixty_changes_and_more_in_each_language(lang: Lang) -> None:
    assert sum(len(change.notes) for change in CHANGES if change.lang == lang) > 60


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change.lang}: {change.command[:60]}")
def test_a_change_has_the_note_that_official_editions_have(change: Change) -> None:
    written = f"{change.command}\n--- {change.base}\n{change.text}\n--- after\n{change.text}\n"
    made, _ = case("note", change.lang, written).consolidated()
    notes = [" ".join("".join(map(str, note.itertext())).split()) for note in made.act.root.iter(q("note"))]
    assert [_ACT[change.lang].split(note)[0] for note in notes] == list(change.notes)
    for note in notes:
        assert noted_changes(note, change.lang), "what we write we can read"


@pytest.mark.parametrize(
    ("said", "units"),
    [
        ("Последний абзац пункта 1 исключен", [("paragraph", "1"), ("alinea", "last")]),
        ("Второе предложение части первой статьи 2 исключено", [("article", "2"), ("part", "1"), ("sentence", "2")]),
    ],
)
def test_a_part_that_is_counted_before_its_noun_is_not_taken_for_the_whole_unit(
    said: str, units: list[tuple[str, str]]
) -> None:
    (change,) = noted_changes(f"Сноска. {said} приказом Министра лесов РК от 05.03.2021 № 11.", "rus")
    assert [[(unit.kind, unit.number) for unit in way] for way in change.units] == [units]


SEVERAL = [*_several("rus"), *_several("kaz")]
_SHORT = (
    (re.compile(r"(?<=\()(?:вводится в действие|қол қойылған күнінен)[^)]*(?=\))"), "…"),
    (re.compile(r"(?:Министра здравоохранения )?РК(?= от)|(?<=ҚР )(?:Денсаулық сақтау министрінің )?(?=\d)"), "… "),
)
_SECOND = (
    ("5 марта 2021 года № 11", "7 апреля 2022 года № 15"),
    ("9 марта 2021 года", "11 апреля 2022 года"),
    ("2021 жылғы 9 наурызда", "2022 жылғы 11 сәуірде"),
    ("2021 жылғы 5 наурыздағы № 11", "2022 жылғы 7 сәуірдегі № 15"),
)
"""What the head of the second order says in place of the first one's."""


@pytest.mark.parametrize("several", SEVERAL, ids=lambda row: f"{row.lang}: {' | '.join(row.orders.values())[:70]}")
def test_several_changes_of_a_point_are_one_note_at_its_end(several: Several) -> None:
    made = _applied(several)
    flow = act_sheet(made).flow
    printed = [block.text for block in flow if isinstance(block, SheetLine) and block.role == "editors_note"]
    assert [_short(note) for note in printed] == list(several.notes)
    for note in printed:
        changes = noted_changes(note, several.lang)
        assert {act.number for change in changes for act in change.acts} == set(re.findall(r"№ (\d+)", note))
        assert all(change.units or place for place, change in enumerate(changes)), "the unit is told"
        assert len({act.author for change in changes for act in change.acts}) == 1


def test_the_note_on_a_point_stands_below_its_last_line() -> None:
    row = next(row for row in SEVERAL if row.lang == "rus" and "подпункт 1) пункта 2 исключить" in row.orders["A"])
    lines = [block.text for block in act_sheet(_applied(row)).flow if isinstance(block, SheetLine)]
    place = next(place for place, line in enumerate(lines) if line.startswith("Сноска. Пункт 2 "))
    assert lines[place - 1 : place + 2 : 2] == ["3) справка.", "3. Осмотр проводится дважды."]


def _applied(several: Several) -> Act:
    written = f"{several.orders['A']}\n--- {several.base}\n{several.text}\n--- after\n"
    first = case("A", several.lang, written)
    acts = first.amending()
    if "B" in several.orders:
        second = replace(first, commands=several.orders["B"])
        acts = [*acts, *_as_of_the_second(second)]
    made = consolidate(first.base, acts)
    assert not [found for found in made.report.findings if found.severity == "error"]
    return made.act


def _as_of_the_second(written: Case) -> list[tuple[Act, Reading]]:
    text = written.order(written.commands)
    for one, other in _SECOND:
        text = text.replace(one, other)
    return [annotate(written.act(text))]


def _short(note: str) -> str:
    for pattern, short in _SHORT:
        note = pattern.sub(short, note)
    return " ".join(note.split())
