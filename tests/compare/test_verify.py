"""Our text held against an official edition: each difference has its state."""

from pathlib import Path

import pytest

from lexkz.amend.annotate import annotate
from lexkz.compare.diff import diff
from lexkz.compare.verify import differences, verify
from lexkz.consolidate.consolidation import consolidate
from lexkz.read import read_text
from lexkz.structure import Act, build, load

GOLD = Path(__file__).parents[3] / "shared" / "gold"
TRIPLES = sorted(path.parent for path in GOLD.glob("*/*/before.txt"))
EDITORS_SLIPS = {"microcredit_orgs": {"art_12__subpara_2", "art_17"}}
"""Units where ``triple.json`` names slips of the official editors."""

BASE = """Тестовый закон о проверках
Статья 1. Предмет
1. Закон регулирует проверки.
2. Срок – 3 дня.
Статья 2. Порядок
1) подача заявления;
2) рассмотрение.
"""


def act(text: str) -> Act:
    return build(read_text(text, lang="rus"))


def states(ours: str, official: str) -> dict[str, str]:
    return {unit.eid: unit.state for unit in differences(verify(act(ours), act(official)).units)}


def test_the_same_text_is_the_same_in_every_unit() -> None:
    found = verify(act(BASE), act(BASE))
    assert found.exact
    assert set(found.summary) == {"same"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Срок – 3 дня.", "Срок – 5 дней.", {"art_1__para_2": "differs"}),
        (
            "2) рассмотрение.\n",
            "2) рассмотрение;\n3) решение.\n",
            {"art_2__subpara_2": "differs", "art_2__subpara_3": "missing"},
        ),
        ("2. Срок – 3 дня.\n", "", {"art_1__para_2": "extra"}),
    ],
)
def test_each_difference_has_its_state(old: str, new: str, expected: dict[str, str]) -> None:
    assert states(BASE, BASE.replace(old, new)) == expected


def test_spaces_and_look_alike_letters_are_no_difference() -> None:
    official = BASE.replace("рассмотрение", "paccмотрение").replace("Срок – 3", "Срок  –  3")
    found = verify(act(BASE), act(official))
    assert found.exact
    assert found.summary["look_alike"] == 1


def test_the_editors_choose_the_words_of_a_repealed_unit() -> None:
    ours = BASE.replace("2) рассмотрение.", "2) исключен.")
    official = BASE.replace("2) рассмотрение.", "2) Исключен Законом РК от 01.02.2020 № 5.")
    assert verify(act(ours), act(official)).summary.get("editors_words") == 1


@pytest.mark.skipif(not TRIPLES, reason="the gold acts are not at hand")
@pytest.mark.parametrize("folder", TRIPLES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_gold_act_consolidated_is_its_official_edition(folder: Path) -> None:
    base = load(folder / "before.txt")
    made = consolidate(base, [annotate(load(folder / "amending.txt"))])
    found = verify(made.act, load(folder / "after.txt"))
    assert {unit.eid for unit in differences(found.units)} == EDITORS_SLIPS.get(folder.parent.name, set())
    assert {outcome.outcome for outcome in made.report.commands} == {"applied"}


@pytest.mark.skipif(not TRIPLES, reason="the gold acts are not at hand")
def test_each_change_of_a_gold_act_names_the_command_that_made_it() -> None:
    folder = GOLD / "microcredit_orgs" / "kaz"
    base = load(folder / "before.txt")
    made = consolidate(base, [annotate(load(folder / "amending.txt"))])
    hunks = diff(base, made.act)
    assert [hunk.eid for hunk in hunks] == [
        "art_1__subpara_1",
        "art_3__para_1",
        "art_9__para_2",
        "art_15__para_3__subpara_6",
    ]
    assert all(hunk.command is not None and "__mod_" in hunk.command for hunk in hunks)
