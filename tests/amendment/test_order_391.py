"""The real order: every command right in action, targets and content, every slip found."""

from pathlib import Path

import pytest

from lexkz.akn import schema, semantics
from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Address, Command, Reading
from lexkz.structure import Act, load

ORDER = Path(__file__).parents[2] / "corpus" / "V2400035172" / "kaz.txt"
RULES = "Арнаулы әлеуметтік қызметтер көрсететін ұйымдар қызметінің қағидалары"
SHELTER = "Халықты әлеуметтік қорғау саласында уақытша болу жағдайында арнаулы әлеуметтік қызметтер көрсету стандарты"
TRAFFICKING = (
    "Халықты әлеуметтік қорғау саласында адам саудасының құрбандарына арнаулы әлеуметтік қызметтер көрсету стандарты"
)
VIOLENCE = (
    "Халықты әлеуметтік қорғау саласында тұрмыстық зорлық-зомбылық құрбандарына арнаулы әлеуметтік қызметтер көрсету "
    "стандарты"
)
NORMS = (
    "Уақытша болу ұйымдарына арналған төсек-орын және ішкиім, жеке гигиеналық құралдар, сондай-ақ олардың тозу "
    "мерзімдерінің ең төмен нормалары"
)
SHEET = "Бағалау парағы"

EXPECTED: tuple[tuple[str, str, tuple[str, ...], int, tuple[str, ...]], ...] = (
    # number of the base, action, targets, paragraphs of content, annex
    ("230", "none", ("preamble",), 0, ()),
    ("230", "replace", (f"instrument={RULES}/paragraph:2/alinea:2",), 1, ()),
    ("230", "replace", (f"instrument={RULES}/paragraph:29",), 3, ()),
    ("230", "replace", (f"instrument={RULES}/paragraph:31",), 1, ()),
    ("230", "replace", (f"instrument={RULES}/paragraph:33",), 10, ()),
    ("230", "replace", (f"instrument={RULES}/paragraph:37/subparagraph:3",), 9, ()),
    ("230", "replace", (f"instrument={RULES}/annex:8",), 0, ("1",)),
    ("263", "replace", (f"instrument={SHELTER}/paragraph:8",), 1, ()),
    ("263", "replace", (f"instrument={SHELTER}/paragraph:18/alinea:9",), 1, ()),
    ("263", "replace", (f"instrument={SHELTER}/paragraph:29/alinea:4",), 1, ()),
    ("263", "replace", (f"instrument={SHELTER}/annex:2",), 0, ("2",)),
    ("263", "replace", (f"instrument={SHELTER}/annex:3/table={NORMS}/row:18",), 1, ()),
    ("263", "replace", (f"instrument={TRAFFICKING}/paragraph:3",), 4, ()),
    ("263", "replace", (f"instrument={TRAFFICKING}/paragraph:12/alinea:2",), 1, ()),
    ("263", "replace", (f"instrument={TRAFFICKING}/paragraph:19/alinea:1",), 1, ()),
    ("263", "replace", (f"instrument={TRAFFICKING}/paragraph:20/alinea:1",), 1, ()),
    ("263", "replace", (f"instrument={TRAFFICKING}/paragraph:20/subparagraph:7",), 7, ()),
    (
        "263",
        "insert",
        tuple(f"instrument={TRAFFICKING}/annex:2/table={SHEET}/row:{number}" for number in ("6-1", "6-2")),
        2,
        (),
    ),
    (
        "263",
        "replace",
        tuple(f"instrument={TRAFFICKING}/annex:2/table={SHEET}/row:{number}" for number in ("9", "10")),
        2,
        (),
    ),
    ("263", "replace", (f"instrument={TRAFFICKING}/annex:2/table={SHEET}/row:12",), 1, ()),
    ("263", "replace", (f"instrument={TRAFFICKING}/annex:4",), 0, ("3",)),
    ("263", "replace", (f"instrument={VIOLENCE}/paragraph:5",), 1, ()),
    ("263", "replace", (f"instrument={VIOLENCE}/paragraph:6", f"instrument={VIOLENCE}/paragraph:7"), 2, ()),
    ("263", "replace", (f"instrument={VIOLENCE}/paragraph:16/alinea:2",), 1, ()),
    ("263", "replace", (f"instrument={VIOLENCE}/paragraph:18/alinea:2",), 1, ()),
    ("263", "replace", (f"instrument={VIOLENCE}/annex:1",), 0, ("4",)),
    ("263", "replace", (f"instrument={VIOLENCE}/annex:4",), 0, ("5",)),
)


@pytest.fixture(scope="module")
def annotated() -> tuple[Act, Reading]:
    return annotate(load(ORDER))


def _address(address: Address) -> str:
    return "/".join(
        step.kind + (f"={step.name}" if step.name else f":{step.number}" if step.number else "") for step in address
    )


def _row(command: Command) -> tuple[str | None, str, tuple[str, ...], int, tuple[str, ...]]:
    targets = tuple(_address(target) for target in command.targets)
    return command.base.number, command.action, targets, len(command.content), command.annex


def test_every_command_has_its_action_targets_and_content(annotated: tuple[Act, Reading]) -> None:
    assert tuple(_row(command) for command in annotated[1].commands) == EXPECTED


def test_every_character_of_the_operative_part_is_claimed(annotated: tuple[Act, Reading]) -> None:
    coverage = annotated[1].coverage
    assert coverage.claimed == coverage.characters > 10_000


def test_the_own_clauses_are_told_from_the_commands(annotated: tuple[Act, Reading]) -> None:
    kinds = [(clause.eid, clause.kind) for clause in annotated[1].clauses]
    assert kinds == [("para_3", "execution"), ("para_4", "control"), ("para_5", "entry_into_force")]


def test_the_slips_that_leave_two_readings_are_errors(annotated: tuple[Act, Reading]) -> None:
    errors = {
        command.id: tuple(found.code for found in command.findings if found.severity == "error")
        for command in annotated[1].commands
        if command.refused
    }
    assert errors == {"cmd_25": ("amend.alinea_numbered",), "cmd_27": ("amend.corner_mark",)}


def test_the_slip_of_a_corner_mark_says_which_annex_each_of_the_two_names(annotated: tuple[Act, Reading]) -> None:
    found = next(each for each in annotated[1].findings if each.code == "amend.corner_mark")
    assert found.candidates == ("4-қосымша", "3-қосымша")
    assert all("4-қосымша ≠ 3-қосымша" in words for words in (found.message.kaz, found.message.rus, found.message.eng))


def test_the_base_acts_are_known_by_their_registration(annotated: tuple[Act, Reading]) -> None:
    bases = {command.base.iri: command.base.registration for command in annotated[1].commands}
    assert bases == {
        "/akn/kz/act/order/enbek/2023-06-22/230": "32875",
        "/akn/kz/act/order/enbek/2023-06-29/263": "32941",
    }


def test_the_marked_up_order_is_valid_and_has_one_change_for_each_unit(annotated: tuple[Act, Reading]) -> None:
    root, reading = annotated[0].root, annotated[1]
    assert schema.errors(root) == ()
    assert [found for found in semantics.errors(root) if found.severity == "error"] == []
    changes = root.findall(".//{*}activeModifications/{*}textualMod")
    assert len(changes) == sum(len(command.targets) for command in reading.commands if command.action != "none")


def test_each_command_names_an_element_of_the_marked_up_tree(annotated: tuple[Act, Reading]) -> None:
    eids = {element.get("eId") for element in annotated[0].root.iter()}
    assert all(command.source.eid in eids for command in annotated[1].commands)


def test_marking_up_twice_gives_the_same_tree(annotated: tuple[Act, Reading]) -> None:
    from lexkz.akn.canonical import serialise

    again, reading = annotate(annotated[0])
    assert serialise(again.root) == serialise(annotated[0].root)
    assert reading.commands == annotated[1].commands
