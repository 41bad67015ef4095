"""Who amends whom: circles and missing acts are findings; an act amended before it is in force waits for a person."""

from pathlib import Path

from lexkz.amendment.model import BaseAct
from lexkz.workspace.build import build
from lexkz.workspace.building.graph import graph
from lexkz.workspace.manifest import JobRecord


def act(number: int, *amends: int, day: str | None = None, in_force: str | None = None) -> JobRecord:
    """An act of the corpus that amends others."""
    bases = tuple(BaseAct("order", "Synthetic", "2020-01-01", str(one), _iri(one)) for one in amends)
    date = day or f"2021-01-{number:02}"
    return JobRecord(f"A{number}", "rus", "act", "", work=_iri(number), date=date, in_force=in_force, bases=bases)


def _iri(number: int) -> str:
    return f"/akn/kz/act/order/mz/2020-01-01/{number}"


def test_a_base_act_comes_before_the_acts_that_amend_it_and_the_earlier_first() -> None:
    found, _ = graph([act(1), act(4, 3, 1), act(3, 1), act(2, 1), act(5, 4)])
    assert found.order == (("A1", "rus"), ("A3", "rus"), ("A4", "rus"))
    assert found.amended["A1", "rus"] == (("A2", "rus"), ("A3", "rus"), ("A4", "rus"))
    assert found.findings == ()


def test_a_circle_is_told_from_its_first_act_and_stops_nothing() -> None:
    found, _ = graph([act(1, 3), act(2, 1), act(3, 2), act(9, 9)])
    assert [(one.code, one.candidates) for one in found.findings] == [
        ("workspace.cycle", ("A1/rus", "A3/rus", "A2/rus")),
        ("workspace.cycle", ("A9/rus",)),
    ]
    assert set(found.order) == set(found.amended) == {(f"A{number}", "rus") for number in (1, 2, 3, 9)}


def test_a_base_act_that_is_not_there_and_an_act_that_is_there_twice_are_findings() -> None:
    twice = JobRecord("B", "rus", "act", "", work=_iri(1))
    found, known = graph([act(1), twice, act(2, 7)])
    assert [one.code for one in found.findings] == ["workspace.same_act", "workspace.base_missing"]
    assert known[_iri(1)] == "A1"


def test_an_act_amended_before_it_was_in_force_is_doubted() -> None:
    late = act(2, 1, in_force="2022-01-01")
    base, amending = ("A1", "rus"), ("A2", "rus")
    for in_force, code in (
        ("2021-06-01", ["workspace.amended_before_force"]),
        ("2022-01-01", ["workspace.amended_before_force"]),
        ("2022-01-02", []),
        (None, ["workspace.amending_act_amended"]),
    ):
        found, _ = graph([act(1), late, act(3, 2, in_force=in_force)])
        assert [one.code for one in found.doubts(base, amending)] == code


HEAD = "Приказ Министра здравоохранения Республики Казахстан от {day} № {number}\nПРИКАЗЫВАЮ:\n"
CITED = 'приказ Министра здравоохранения Республики Казахстан от {day} № {number} "{title}"'
TITLES = ("Об утверждении тестовых правил", "О внесении изменения в тестовый приказ")


def overtaken_acts(root: Path) -> None:
    """A workspace with an act, one that amends it, and one that amends that before it is in force."""
    first = CITED.format(day="10 января 2020 года", number=7, title=TITLES[0])
    second = CITED.format(day="5 марта 2021 года", number=11, title=TITLES[1])
    texts = {
        "first": (TITLES[0], "10 января 2020 года", 7, "1. Журнал ведётся три года.\n2. Приказ исполнить."),
        "second": (
            TITLES[1],
            "5 марта 2021 года",
            11,
            f'1. Внести в {first} следующее изменение:\nпункт 1 изложить в следующей редакции:\n"1. Журнал ведётся '
            'пять лет.".\n2. Настоящий приказ вводится в действие с 1 января 2022 года.',
        ),
        "third": (
            TITLES[1],
            "6 апреля 2021 года",
            12,
            f'1. Внести в {second} следующее изменение:\nпункт 2 изложить в следующей редакции:\n"2. Настоящий приказ '
            'вводится в действие с 1 января 2023 года.".\n2. Настоящий приказ вводится в действие со дня подписания.',
        ),
    }
    for name, (title, day, number, body) in texts.items():
        folder = root / "corpus" / name
        folder.mkdir(parents=True)
        (folder / "rus.txt").write_text(f"{title}\n{HEAD.format(day=day, number=number)}{body}\n", encoding="utf-8")


def test_commands_of_an_act_that_was_amended_before_it_was_in_force_are_refused(tmp_path: Path) -> None:
    overtaken_acts(tmp_path)
    done = {item.id: item for item in build(tmp_path).items if item.kind == "consolidated"}
    assert dict(done["first"].outcomes) == {"refused": 1}
    assert "workspace.amended_before_force" in [found.code for found in done["first"].findings]
    assert dict(done["second"].outcomes) == {"applied": 1}
    assert {item.state for item in build(tmp_path).items} == {"unchanged"}


def test_acts_that_amend_each_other_are_each_consolidated(tmp_path: Path) -> None:
    overtaken_acts(tmp_path)
    second = CITED.format(day="5 марта 2021 года", number=11, title=TITLES[1])
    source = tmp_path / "corpus" / "first" / "rus.txt"
    command = f"2. Внести в {second} следующее изменение:\nпункт 2 исключить."
    source.write_text(source.read_text(encoding="utf-8").replace("2. Приказ исполнить.", command), encoding="utf-8")
    result = build(tmp_path)
    assert [found.code for found in result.graph] == ["workspace.cycle"]
    assert {item.id for item in result.items if item.kind == "consolidated"} == {"first", "second"}
    assert all(item.state == "built" for item in result.items)
