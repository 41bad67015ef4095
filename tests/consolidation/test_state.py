"""What changes no words: an act that loses force, a unit that stands still, units that change numbers or places."""

import lexkz
from lexkz.akn import meta, schema, semantics
from lexkz.akn.canonical import parse, serialise
from lexkz.akn.meta import Identity
from lexkz.akn.namespace import LEXKZ, q
from lexkz.consolidation import Consolidation, consolidate, prove
from lexkz.structure import Act
from tests.consolidation.acts import Item, act, amending, command, eids, point, sub, text, to


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


def test_a_line_that_stands_still_keeps_its_text_and_a_points_first_line_is_refused() -> None:
    old = lexkz.read_text(LINES, lang="rus")
    made = lexkz.consolidate(old, lexkz.read_text(STANDING.format(line="второго"), lang="rus"))
    assert ([one.outcome for one in made.report.commands], made.to_text()) == (["applied"], old.to_text())
    state = next(made.tree.root.iter(f"{{{LEXKZ}}}state"))
    assert (state.get("is"), state.get("href")) == ("suspended", "#para_1__al_2")
    assert (made.proofs.hold, lexkz.validate(made)) == (True, ())
    first = lexkz.consolidate(old, lexkz.read_text(STANDING.format(line="первого"), lang="rus"))
    assert [one.outcome for one in first.report.commands] == ["refused"]


LINES = "О картах\n\nПриказ Министра финансов от 5 мая 2016 года № 40\n\nПРИКАЗЫВАЮ:\n\n1. Текст.\n\nЕщё."
STANDING = """О приостановлении (вымышленный приказ)

Приказ Министра финансов от 6 июня 2025 года № 50

ПРИКАЗЫВАЮ:

1. Приостановить действие абзаца {line} пункта 1 приказа Министра финансов от 5 мая 2016 года № 40.
"""


def test_what_is_in_effect_again_no_longer_stands_still_in_the_file_and_all_else_does() -> None:
    still = run(
        command("suspend", to(("paragraph", "2"))),
        command("suspend", to(("paragraph", "3"))),
        command("suspend", ()),
    )
    stored = Act(parse(serialise(still.act.root)))
    later = amending(
        command("resume", to(("paragraph", "2"))),
        command("resume", to(("paragraph", "1"))),
        identity=Identity("rus", "order", "mz", "2025-01-20", "12", "Тестовый приказ о возобновлении", "2025-01-20"),
    )
    made = consolidate(stored, [later])
    assert [one.outcome for one in made.report.commands] == ["applied", "refused"]
    assert "consolidate.not_suspended" in {found.code for found in made.report.findings}
    states = [(state.get("is"), state.get("href")) for state in made.act.root.iter(f"{{{LEXKZ}}}state")]
    assert sorted(states, key=str) == [("suspended", "#para_3"), ("suspended", None)]
    whole = amending(
        command("resume", ()),
        identity=Identity("rus", "order", "mz", "2025-02-20", "13", "Тестовый приказ о возобновлении", "2025-02-20"),
    )
    after = consolidate(Act(parse(serialise(made.act.root))), [whole])
    states = [(state.get("is"), state.get("href")) for state in after.act.root.iter(f"{{{LEXKZ}}}state")]
    assert states == [("suspended", "#para_3")]


def test_what_has_lost_force_does_not_stand_still() -> None:
    gone = run(command("repeal_act", ()))
    later = amending(
        command("resume", ()),
        identity=Identity("rus", "order", "mz", "2025-01-20", "12", "Тестовый приказ о возобновлении", "2025-01-20"),
    )
    made = consolidate(Act(parse(serialise(gone.act.root))), [later])
    assert [one.outcome for one in made.report.commands] == ["refused"]
    assert [state.get("is") for state in made.act.root.iter(f"{{{LEXKZ}}}state")] == ["repealed"]


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


def test_the_repeal_of_a_point_whose_number_another_one_gets_is_told_there() -> None:
    repeal = command("repeal", to(("paragraph", "2")))
    renumber = command("renumber", to(("paragraph", "3")), renumber_to=(to(("paragraph", "2")),))
    one_act = run(repeal, renumber)
    later = amending(
        renumber, identity=meta.Identity("rus", "order", "mz", "2024-10-30", "392", "Тестовый приказ", "2024-10-30")
    )
    at_once = consolidate(base(), [amending(repeal), later])
    one_by_one = consolidate(run(repeal).act, [later])
    for made in (one_act, at_once, one_by_one):
        assert schema.errors(made.act.root) + semantics.errors(made.act.root) == ()
        assert made.report.proofs.hold, made.report.findings
        assert text(made.act) == ("1. Один.", "2. Три.")
        notes = ["".join(map(str, found.itertext())) for found in made.act.root.iter(q("note"))]
        assert any(one.startswith("Сноска. Пункт 2 исключен") for one in notes), notes
        places = [
            place.get("href", "")
            for found in made.act.root.iter(q("textualMod"))
            if found.get("type") == "repeal"
            for place in found.iter(q("destination"))
        ]
        assert [place.startswith("#") for place in places] == [False], places


def test_a_number_stays_taken_where_the_repeal_waits() -> None:
    repeal = command("repeal", to(("paragraph", "2")))
    words = command("replace_words", to(("paragraph", "2"), ("subparagraph", "1")), old=("раз",), new=("один",))
    renumber = command("renumber", to(("paragraph", "3")), renumber_to=(to(("paragraph", "2")),))
    made = run(repeal, words, renumber, (command("insert", to(("paragraph", "3"))), [point("3", "Новый.")]))
    assert text(made.act) == text(base())
    assert {outcome.outcome for outcome in made.report.commands} == {"refused"}
    assert made.report.proofs.hold, made.report.findings


def test_a_moved_point_keeps_number_and_eid() -> None:
    made = run(command("move", to(("paragraph", "1")), anchor=to(("paragraph", "2")), position="after"))
    assert text(made.act) == ("2. Два:", "1) раз;", "2) два.", "1. Один.", "3. Три.")
    assert eids(made.act, "paragraph") == ["para_2", "para_1", "para_3"]
