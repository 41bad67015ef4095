"""What changes no words: an act that loses force, a unit that stands still, units that change numbers or places."""

from lexkz.akn import schema, semantics
from lexkz.akn.canonical import parse, serialise
from lexkz.akn.namespace import LEXKZ, q
from lexkz.consolidate import Consolidation, consolidate, prove
from lexkz.structure import Act
from tests.consolidate.acts import Item, act, amending, command, eids, point, sub, text, to


def base() -> Act:
    return act(point("1", "Один."), point("2", "Два:", sub("1", "раз;"), sub("2", "два.")), point("3", "Три."))


def run(*items: Item) -> Consolidation:
    given, pair = base(), amending(*items)
    made = consolidate(given, [pair])
    assert made.report.proofs.hold, made.report.findings
    assert schema.errors(made.act.root) + semantics.errors(made.act.root) == ()
    assert prove(Act(parse(serialise(made.act.root))), given, [pair])[0].hold
    again = consolidate(made.act, [pair])
    assert serialise(again.act.root) == serialise(made.act.root)
    return made


def note(made: Consolidation) -> str:
    return "".join(map(str, next(made.act.root.iter(q("note"))).itertext()))


def test_an_act_that_loses_force_keeps_its_text() -> None:
    made = run(command("repeal_act", ()))
    assert text(made.act) == text(base())
    assert [event.get("type") for event in made.act.root.iter(q("eventRef"))] == ["generation", "repeal"]
    assert next(made.act.root.iter(q("textualMod"))).get("type") == "repeal"
    assert next(made.act.root.iter(f"{{{LEXKZ}}}state")).get("is") == "repealed"
    assert note(made).startswith("Сноска. Приказ утратил силу приказом Министра тестов РК от 30.09.2024 № 391")


def test_a_point_that_stands_still_keeps_its_text() -> None:
    made = run(command("suspend", to(("paragraph", "2"))))
    assert text(made.act) == text(base())
    state = next(made.act.root.iter(f"{{{LEXKZ}}}state"))
    assert (state.get("is"), state.get("href")) == ("suspended", "#para_2")
    assert note(made).startswith("Сноска. Действие пункта 2 приостановлено приказом")


def test_renumbered_points_keep_their_former_eids_as_wid() -> None:
    made = run(
        command(
            "renumber",
            to(("paragraph", "2")),
            to(("paragraph", "3")),
            renumber_to=(to(("paragraph", "3")), to(("paragraph", "4"))),
        ),
        (command("insert", to(("paragraph", "2"))), [point("2", "Новый.")]),
    )
    assert text(made.act) == ("1. Один.", "2. Новый.", "3. Два:", "1) раз;", "2) два.", "4. Три.")
    assert eids(made.act, "paragraph") == ["para_1", "para_2", "para_3", "para_4"]
    former = {found.get("eId"): found.get("wId") for found in made.act.root.iter(q("paragraph"), q("subparagraph"))}
    assert former["para_3"] == "para_2"
    assert former["para_3__subpara_1"] == "para_2__subpara_1"
    assert former["para_4"] == "para_3"


def test_a_number_that_does_not_fit_between_its_neighbours_is_said() -> None:
    made = run(command("renumber", to(("paragraph", "1")), renumber_to=(to(("paragraph", "9")),)))
    assert text(made.act)[0] == "9. Один."
    assert "consolidate.order_broken" in {found.code for found in made.report.findings}


def test_a_number_that_is_taken_is_not_given() -> None:
    made = run(command("renumber", to(("paragraph", "1")), renumber_to=(to(("paragraph", "3")),)))
    assert made.report.commands[0].outcome == "refused"
    assert "consolidate.number_taken" in {found.code for found in made.report.findings}


def test_a_moved_point_keeps_number_and_eid() -> None:
    made = run(command("move", to(("paragraph", "1")), anchor=to(("paragraph", "2")), position="after"))
    assert text(made.act) == ("2. Два:", "1) раз;", "2) два.", "1. Один.", "3. Три.")
    assert eids(made.act, "paragraph") == ["para_2", "para_1", "para_3"]
