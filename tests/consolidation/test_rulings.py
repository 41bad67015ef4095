"""A person's ruling decides what lexkz refuses, and is shown in what it decided."""

from dataclasses import replace

import pytest

from lexkz.akn import schema, semantics
from lexkz.akn.canonical import parse, serialise
from lexkz.akn.namespace import LEXKZ, q
from lexkz.amendment.model import Command
from lexkz.consolidation import Consolidation, Ruling, consolidate, prove, read_rulings, stubs
from lexkz.consolidation.applied_records import digest
from lexkz.findings import Finding, Message
from lexkz.reading.blocks import SourceError
from lexkz.structure import Act
from tests.consolidation.acts import Item, act, amending, command, line, point, sub, text, to

WORK = "/akn/kz/act/order/mz/2024-09-30/391"
SLIP = Finding("amend.slip", "error", Message("–", "–", "–"), command="cmd_1")


def ruling(decision: str, **fields: object) -> Ruling:
    made = Ruling(WORK, "cmd_1", "", decision, "так решено", "А. Тестов", "2025-01-15")  # type: ignore[arg-type]
    return replace(made, **fields)  # type: ignore[arg-type]


def base() -> Act:
    return act(
        point("7", "Раз и раз."),
        point("8", "Восемь:", sub("1", "один;"), sub("2", "два."), line("Вторая часть.")),
    )


def decide(item: Item, *rulings: Ruling) -> Consolidation:
    given = base()
    pair = amending(item)
    made = consolidate(given, [pair], rulings=rulings)
    assert made.report.proofs.hold, made.report.findings
    assert schema.errors(made.act.root) + semantics.errors(made.act.root) == ()
    again = consolidate(made.act, [pair], rulings=rulings)
    assert text(again.act) == text(made.act)
    return made


def slipped(item: Command) -> Command:
    return replace(item, findings=(SLIP,))


def test_a_command_that_waits_is_applied_as_read() -> None:
    item = slipped(command("repeal", to(("paragraph", "7"))))
    made = decide(item, ruling("apply"))
    assert text(made.act)[0] == "7. исключен"
    (outcome,) = made.report.commands
    assert (outcome.outcome, outcome.note) == ("ruled", "apply: так решено (А. Тестов, 2025-01-15)")
    note = "".join(map(str, next(made.act.root.iter(q("note"))).itertext()))
    assert note.endswith("Применено по решению (А. Тестов, 15.01.2025): так решено.")
    record = next(made.act.root.iter(f"{{{LEXKZ}}}ruling"))
    assert (record.get("by"), record.get("command"), record.get("name")) == (WORK, "cmd_1", "А. Тестов")


@pytest.mark.parametrize(
    ("target", "place", "expected"),
    [
        ("para_8__subpara_2", 3, "2) исключен"),
        ("para_8__al_4", 4, "исключен"),
        ("para_8 alinea 3", 3, "2) исключен"),
        ("para_8 subparagraph 1", 2, "1) исключен"),
    ],
)
def test_a_command_is_applied_to_another_target(target: str, place: int, expected: str) -> None:
    item = command("repeal", to(("paragraph", "77")))
    made = decide(item, ruling("target", target=target))
    assert text(made.act)[place] == expected


def test_a_new_unit_goes_into_another_unit() -> None:
    item = (command("insert", to(("paragraph", "9"), ("subparagraph", "3"))), [sub("3", "три.")])
    made = decide(item, ruling("target", target="para_8"))
    assert "3) три." in text(made.act)


def test_words_are_replaced_as_often_as_the_ruling_counts() -> None:
    item = command("replace_words", to(("paragraph", "7")), old=("раз",), new=("два",))
    words = command("replace_words", to(("paragraph", "8")), old=("а",), new=("б",))
    assert decide(words).report.commands[0].outcome == "refused"
    given = act(point("7", "раз и раз"))
    both = consolidate(given, [amending(item)], rulings=[ruling("times", times=2)])
    assert text(both.act) == ("7. два и два",)
    second = consolidate(given, [amending(item)], rulings=[ruling("occurrence", occurrence=2)])
    assert text(second.act) == ("7. раз и два",)
    wrong = consolidate(given, [amending(item)], rulings=[ruling("times", times=3)])
    assert text(wrong.act) == ("7. раз и раз",)
    assert wrong.report.commands[0].outcome == "refused"
    assert all(one.report.proofs.hold for one in (both, second, wrong))


def test_a_command_is_skipped() -> None:
    made = decide(command("repeal", to(("paragraph", "7"))), ruling("skip"))
    assert text(made.act) == text(base())
    assert made.report.commands[0].outcome == "skipped"


def test_a_number_that_a_person_left_out_names_no_unit_unless_a_person_says_so() -> None:
    gives = command("renumber", to(("paragraph", "8")), renumber_to=(to(("paragraph", "7")),))
    words = command("replace_words", to(("paragraph", "7")), old=("Раз",), new=("Два",))
    pair = amending(gives, words)
    made = consolidate(base(), [pair], rulings=[ruling("skip")])
    assert [one.outcome for one in made.report.commands] == ["skipped", "refused"]
    assert text(made.act) == text(base())
    both = [ruling("skip"), ruling("apply", command="cmd_2")]
    made = consolidate(base(), [pair], rulings=both)
    assert [one.outcome for one in made.report.commands] == ["skipped", "ruled"]
    assert "7. Два и раз." in text(made.act)


def test_a_ruling_that_fits_nothing_is_a_finding() -> None:
    item = command("repeal", to(("paragraph", "7")))
    for unfit in (ruling("apply", command="cmd_9"), ruling("apply", act="/akn/x"), ruling("apply", digest="0" * 16)):
        assert "consolidate.ruling_unfit" in {found.code for found in decide(item, unfit).report.findings}
    fitting = ruling("apply", digest=digest(amending(item)[1].commands[0]))
    assert "consolidate.ruling_needless" in {found.code for found in decide(item, fitting).report.findings}


def test_proofs_are_run_again_with_the_rulings() -> None:
    pair = amending(slipped(command("repeal", to(("paragraph", "7")))))
    made = consolidate(base(), [pair], rulings=[ruling("apply")])
    read = Act(parse(serialise(made.act.root)))
    assert prove(read, base(), [pair], rulings=[ruling("apply")])[0].hold
    assert not prove(read, base(), [pair])[0].replay


def test_a_stub_is_written_for_each_open_finding_and_decides_nothing() -> None:
    act_, reading = amending(
        slipped(command("repeal", to(("paragraph", "7")))), command("repeal", to(("paragraph", "9")))
    )
    made = consolidate(base(), [(act_, reading)])
    written = stubs(made.report.findings, [(WORK, reading)])
    assert written.count("[[ruling]]") == 2
    assert read_rulings(written) == ()
    decided = written.replace('decision = ""', 'decision = "apply"', 1)
    for name in ("reason", "name", "date"):
        decided = decided.replace(f'{name} = ""', f'{name} = "2025-01-15"', 1)
    (found,) = read_rulings(decided)
    assert consolidate(base(), [(act_, reading)], rulings=[found]).report.commands[0].outcome == "ruled"


def decided(**values: str) -> str:
    """A ruling that is whole, but for these values."""
    given = {
        "act": '"/a"',
        "command": '"cmd_1"',
        "decision": '"apply"',
        "reason": '"r"',
        "name": '"n"',
        "date": "2024-11-20",
    }
    return "[[ruling]]\n" + "".join(f"{name} = {value}\n" for name, value in {**given, **values}.items())


@pytest.mark.parametrize(
    "written",
    [
        "2024-11-20",
        '"2024-11-20"',
        "20.11.2024",
        "20.11.2024 # вчера",
        '"20.11.2024 г."',
        '"20.11.2024 жылы"',
        "20 ноября 2024 года",
        '"20 ноября 2024"',
        '"2024 жылғы 20 қараша"',
    ],
)
def test_the_day_of_a_ruling_is_read_as_persons_write_it(written: str) -> None:
    (found,) = read_rulings("\ufeff" + decided(date=written))
    assert (found.date, found.act, found.times) == ("2024-11-20", "/a", 0)


@pytest.mark.parametrize("written", ["2024-11-20", "2024-11-20T10:00:00"])
def test_the_day_of_a_ruling_in_one_line_is_one_of_toml(written: str) -> None:
    line = decided(date=written).removeprefix("[[ruling]]\n").strip().replace("\n", ", ")
    assert read_rulings(f"ruling = [{{{line}}}]")[0].date == "2024-11-20"


def test_rulings_on_two_states_of_one_command_stand_side_by_side_and_empty_ones_decide_nothing() -> None:
    two = decided(digest='"x"') + decided(digest='"y"', decision='"times"', times="2") + decided(decision='""')
    assert [(one.digest, one.times) for one in read_rulings(two)] == [("x", 0), ("y", 2)]
    months = ["мая", "марта", "июня", "июля"]
    days = [found.date for month in months for found in read_rulings(decided(date=f'"3 {month} 2024 года"'))]
    assert days == ["2024-05-03", "2024-03-03", "2024-06-03", "2024-07-03"]


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("[[ruling]", "not valid TOML"),
        ('[[ruling]]\ndecision = "guess"', "use one of"),
        ('[[ruling]]\nact = "a"\ncommand = "c"\ndecision = "apply"', "reason"),
        (
            '[[ruling]]\nact = "a"\ncommand = "c"\ndecision = "target"\nreason = "r"\nname = "n"\ndate = 2025-01-01',
            "needs a value",
        ),
        ("color = 1", "'color' is not known; decisions stand under"),
        ("ruling = 1", "has no .*ruling.* tables"),
        ("ruling = [1]", "has no .*ruling.* tables"),
        ('[[ruling]]\ncolor = "red"', "Ruling 1 of rulings.toml: 'color' is not known"),
        ('[[ruling]]\nreason = "a\\u0007"', "'reason' holds a control character"),
        ('[[ruling]]\nname = "a\\u202eb"', "'name' holds a control character"),
        (decided(decision='"times"'), "needs a value 'times'"),
        (decided(decision='"times"', times="0"), "needs a value 'times'"),
        (decided(decision='"times"', times="true"), "needs a value 'times'"),
        (decided(decision='"occurrence"', occurrence='"2"'), "needs a value 'occurrence'"),
        (decided(times="-1"), "'times' is a number"),
        (decided(occurrence="true"), "'occurrence' is a number"),
        (decided(act="5"), "'act' is no text"),
        (decided(date='"вчера"'), "'вчера' is no date"),
        (decided(date='"2024-13-01"'), "is no date"),
        (decided(date='"31 февраля 2024 года"'), "is no date"),
        (decided(date="9999-01-01"), "still to come"),
        (decided() + decided(), "decides twice on cmd_1, /a: ruling 1 .*«apply»; ruling 2 .*«apply»"),
        (decided(digest='"x"') + decided(decision='"skip"'), "decides twice on cmd_1, /a: .*«apply»; .*«skip»"),
    ],
)
def test_a_ruling_that_lacks_what_it_needs_is_refused_in_one_sentence(said: str, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        read_rulings(said)


@pytest.mark.parametrize("day", ["2999-01-01", "2024-09-29"])
def test_a_decision_of_the_future_or_from_before_its_act_is_not_used(day: str) -> None:
    made = decide(slipped(command("repeal", to(("paragraph", "7")))), ruling("apply", date=day))
    assert text(made.act)[0] == "7. Раз и раз."
    assert "consolidate.ruling_misdated" in {found.code for found in made.report.findings if found.severity == "error"}
