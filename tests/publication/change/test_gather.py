"""Each command is there with its units before and after, and with what became of it."""

from pathlib import Path

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.consolidation import consolidate
from lexkz.publication.change import ActChange, ChangeEntry, gather
from lexkz.structure import load
from tests.publication.change.made import change

ROOT = Path(__file__).parent.parent.parent.parent
GOLD = ROOT.parent / "shared" / "gold"
TRIPLES = sorted(path.parent for path in GOLD.glob("*/*/before.txt"))


@pytest.fixture(scope="module")
def made() -> ActChange:
    return change()


def entry(made: ActChange, command: str) -> ChangeEntry:
    return next(one for one in made.entries if one.id == command)


def test_each_command_about_the_act_is_there_in_its_order(made: ActChange) -> None:
    assert [one.id for one in made.entries] == [f"cmd_{number}" for number in range(1, 7)]
    assert [one.outcome for one in made.entries] == ["applied"] * 5 + ["refused"]


def test_a_new_wording_has_the_unit_before_and_after(made: ActChange) -> None:
    (found,) = entry(made, "cmd_1").lines
    assert found.old == "2. Срок рассмотрения заявления составляет три рабочих дня."
    assert found.new == "2. Срок рассмотрения ходатайства составляет пять рабочих дней."
    assert found.types == ("wording", "number")


def test_of_a_command_about_words_the_units_that_did_not_change_are_there_unchanged(made: ActChange) -> None:
    found = entry(made, "cmd_2")
    changed = [one.eid for one in found.lines if one.types]
    assert changed == ["para_3__subpara_3"]


def test_a_new_unit_has_no_text_before_and_its_neighbours_are_known(made: ActChange) -> None:
    found = entry(made, "cmd_3")
    assert [one.old for one in found.lines] == [None]
    assert found.types == ("added",)
    assert not found.unknown


def test_a_row_is_a_row_with_its_cells(made: ActChange) -> None:
    (found,) = entry(made, "cmd_5").lines
    assert found.row
    assert found.new == "1\tВрач-терапевт\t1,5"
    assert ("-", "0,5") in found.words


def test_a_refused_command_has_no_lines_but_why_it_was_refused(made: ActChange) -> None:
    found = entry(made, "cmd_6")
    assert found.lines == ()
    assert [one.severity for one in found.findings] == ["error"]
    assert found.findings[0].candidates


def test_of_an_outline_the_text_before_is_not_at_hand_and_nothing_is_said_to_be_new() -> None:
    order, reading = annotate(load(ROOT / "xml" / "V2400035172" / "kaz.xml"))
    base = load(ROOT / "xml" / "V2300032941" / "kaz.xml")
    done = consolidate(base, [(order, reading)])
    made = gather(order, reading, base, done.act, done.report)
    assert made.outline
    replaced = [one for one in made.entries if one.action == "replace" and one.outcome == "applied"]
    assert replaced
    assert all(one.unknown and one.lines and one.types == () for one in replaced)
    rows = entry(made, "cmd_18")
    assert not rows.unknown
    assert [one.new is not None and one.row for one in rows.lines] == [True, True]
    assert entry(made, "cmd_27").outcome == "refused"
    assert entry(made, "cmd_8").page == 3


@pytest.mark.skipif(not TRIPLES, reason="the gold acts are not at hand")
@pytest.mark.parametrize("folder", TRIPLES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_command_of_a_gold_act_shows_a_change_with_the_text_before(folder: Path) -> None:
    base = load(folder / "before.txt")
    pair = annotate(load(folder / "amending.txt"))
    done = consolidate(base, [pair])
    made = gather(*pair, base, done.act, done.report)
    assert len(made.entries) == len(done.report.commands)
    for found in made.entries:
        if found.action == "none":
            assert found.lines == ()
            continue
        assert any(one.types for one in found.lines)
        assert found.action == "insert" or any(one.old is not None for one in found.lines)
        assert not found.unknown


def test_of_an_outline_a_command_about_lines_does_not_show_what_others_set_below() -> None:
    base, order = (load(ROOT / "xml" / name / "kaz.xml") for name in ("V2300032941", "V2400035172"))
    order, reading = annotate(order)
    done = consolidate(base, [(order, reading)])
    made = gather(order, reading, base, done.act, done.report)
    first, seventh = entry(made, "cmd_16"), entry(made, "cmd_17")
    # «20-тармақтың бірінші абзацы …» and «20-тармақтың 7) тармақшасы …»: neither changed the other's text.
    assert len(first.lines) == 1
    assert not any(line.new and line.new.startswith("7)") for line in first.lines)
    assert "cmd_16" not in seventh.also
    assert any(line.new and line.new.startswith("7)") for line in seventh.lines)
    # What stands next to a unit is not known either.
    assert {one.around for one in made.entries} == {(None, None)}
