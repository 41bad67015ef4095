"""The proof of the content: what it judges, what it does not, and that it shares nothing with what writes."""

import ast
from itertools import product
from pathlib import Path

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Address, Command
from lexkz.consolidation import consolidate
from lexkz.consolidation.content_proof.ground import Order
from lexkz.consolidation.content_proof.new_text import Bringing
from lexkz.consolidation.content_proof.redoing import Redone, redo
from lexkz.consolidation.content_proof.text_tree import read_tree
from lexkz.structure import load
from tests.breadth import some
from tests.consolidation.acts import Item, act, amending, command, line, point, sub, text, to, unit
from tests.consolidation.written import case

ROOT = Path(__file__).parents[2]
ROOM = ROOT / "src" / "lexkz" / "consolidation" / "content_proof"
HERE = "lexkz.consolidation.content_proof"
SHARED = ("lexkz.akn", "lexkz.amendment.model", "lexkz.languages")
"""What the proof may know besides itself: the document, the commands as data, the languages."""


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if name.startswith("lexkz")}


@pytest.mark.parametrize("path", sorted(ROOM.glob("*.py")), ids=lambda path: path.stem)
def test_the_proof_shares_nothing_with_what_it_proves(path: Path) -> None:
    foreign = {
        name
        for name in _imports(path)
        if not any(name == room or name.startswith(f"{room}.") for room in (HERE, *SHARED))
    }
    assert not foreign


def test_what_applies_does_not_know_the_proof() -> None:
    outside = (path for path in ROOM.parent.rglob("*.py") if ROOM not in path.parents)
    knowing = {path.stem for path in outside if any(name.startswith(HERE) for name in _imports(path))}
    assert knowing == {"verdict"}


def _unjudged(report: object) -> list[str]:
    return [found.message.eng for found in report.findings if found.code == "consolidate.content_unjudged"]  # type: ignore[attr-defined]


def test_every_command_of_order_391_is_judged() -> None:
    order = annotate(load(ROOT / "corpus" / "V2400035172" / "kaz.txt"))
    for base in ("V2300032875", "V2300032941"):
        done = consolidate(load(ROOT / "xml" / base / "kaz.xml"), [order])
        assert done.report.proofs.content
        assert not _unjudged(done.report)


def test_what_the_proof_cannot_do_again_is_not_judged() -> None:
    made, order = BASE, amending(command("split", to(("paragraph", "1"))))
    out = Redone()
    redo(read_tree(made.root), Bringing(order[0].root), [Order(order[1].commands[0], name="cmd_1")], "rus", out)
    assert out.unjudged == {"cmd_1": "what split does"}


BASE = act(
    unit(
        "chapter",
        "Глава 1.",
        "",
        point("1", "Точка один."),
        point(
            "2",
            "Точка два:",
            sub("1", "под один;"),
            sub("2", "под два:", line("строка в подпункте;")),
            sub("3", "под три."),
            line("Часть вторая. Ещё предложение."),
            line("Часть третья."),
        ),
        point("3", "Точка три."),
        heading="Первая",
    ),
    unit("chapter", "Глава 2.", "", point("4", "Точка четыре."), heading="Вторая"),
)
PLACES: tuple[Address, ...] = (
    to(("chapter", "1")),
    to(("chapter", "1"), ("heading", None)),
    to(("paragraph", "1")),
    to(("paragraph", "2")),
    to(("paragraph", "2"), ("subparagraph", "1")),
    to(("paragraph", "2"), ("subparagraph", "2")),
    *(to(("paragraph", "2"), ("alinea", str(number))) for number in range(1, 8)),
    to(("paragraph", "2"), ("subparagraph", "2"), ("alinea", "2")),
    *(to(("paragraph", "2"), ("part", str(number))) for number in range(1, 4)),
    to(("paragraph", "2"), ("part", "2"), ("sentence", "1")),
    to(("paragraph", "2"), ("part", "2"), ("sentence", "2")),
    to(("title", None)),
    to(),
)


def _pairs(one: Address, two: Address) -> list[list[Item]]:
    """Commands on two places, in one act."""
    new = [line("Совсем новое.")]
    return [
        [command("repeal", one), command("replace_words", two, old=("точка",), new=("узел",), everywhere=True)],
        [(command("replace", one), new), command("repeal", two)],
        [command("repeal", one, two)],
        [(command("replace", one, two), [line("Совсем новое."), line("Другое новое.")])],
        [command("move", one, anchor=two, position="after")],
        [command("insert_words", one, new=("и прочее",), position="end"), command("repeal", two)],
    ]


@pytest.mark.combined
@pytest.mark.parametrize("one", PLACES, ids=str)
def test_commands_on_any_two_places_are_refused_or_proved(one: Address) -> None:
    applied = 0
    for two in PLACES:
        for items in _pairs(one, two):
            done = consolidate(BASE, [amending(*items)])
            outcomes = {each.outcome for each in done.report.commands}
            assert done.report.proofs.hold, (items, done.report.findings, text(done.act))
            assert not _unjudged(done.report)
            if outcomes == {"refused"}:
                assert text(done.act) == text(BASE)
            applied += "applied" in outcomes
    assert applied


@pytest.mark.combined
def test_words_changed_in_any_place_are_refused_or_proved() -> None:
    actions = ("replace_words", "insert_words", "delete_words")
    applied = 0
    ways = product(PLACES, actions, ("точка", "Ещё", "под", "часть"), (False, True))
    for place, action, old, everywhere in some(ways):
        item = command(action, place, old=(old,), new=("узел",), everywhere=everywhere)
        done = consolidate(BASE, [amending(item)])
        assert done.report.proofs.hold, (item, done.report.findings)
        assert not _unjudged(done.report)
        applied += done.report.commands[0].outcome == "applied"
    assert applied > 20


_MARK = "Приложение {}\nк приказу Министра здравоохранения\nот 10 января 2020 года № 7\n"
_BODY = "ПРИКАЗЫВАЮ:\n1. Утвердить перечни.\nМинистр А. Тестов\n"
_TWO = f"{_BODY}{_MARK.format(1)}Один\n1. Раз.\n{_MARK.format(2)}Два\n1. Два.\n"
ANNEXES = case("annexes", "rus", f"\n--- base\n{_TWO}--- after\n-\n").base


@pytest.mark.parametrize("made", [command("replace", to(("annex", "all"))), command("insert", to(("annex", "all")))])
def test_all_annexes_at_once_get_no_new_wording_and_none_is_inserted(made: Command) -> None:
    done = consolidate(ANNEXES, [amending((made, [line("Новое.")]))])
    assert [one.outcome for one in done.report.commands] == ["refused"]


def test_that_all_annexes_fall_is_done_again() -> None:
    order, out = amending(command("repeal", to(("annex", "all")))), Redone()
    redo(read_tree(ANNEXES.root), Bringing(order[0].root), [Order(order[1].commands[0], name="cmd_1")], "rus", out)
    assert out.unjudged == {}
