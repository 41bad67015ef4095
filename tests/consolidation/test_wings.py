"""The wings of consolidation: the tree knows no action, an action knows the plan alone, the way asks for planners."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import lexkz.consolidation
from lexkz.consolidation.plan import Plan, Setting
from lexkz.consolidation.planners import Planners, inserts, plans_command, plans_targets, repeals, replaces
from lexkz.consolidation.tree_step import TreeStep
from lexkz.languages.notes import NoteKind
from tests.consolidation.acts import command, to

ROOM = Path(lexkz.consolidation.__file__).parent
HERE = "lexkz.consolidation"
SHARED = {"messages"}
"""What all wings may use: the findings of the package."""
TO_PLAN = {"plan", "planners", "tree_step", "new_content"}
MEETING = {"applying", "conflicts", "same_day"}
"""Of the modules of the way, those in which steps of several commands meet."""


def _own_imports(path: Path) -> Iterator[str]:
    """Give the modules of the package that a file imports, from the package on."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{HERE}."):
            yield (node.module or "").removeprefix(f"{HERE}.")
        elif isinstance(node, ast.ImportFrom) and node.module == HERE:
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", sorted((ROOM / "tree").glob("*.py")), ids=lambda path: path.stem)
def test_the_tree_knows_itself_alone(path: Path) -> None:
    assert {name.partition(".")[0] for name in _own_imports(path)} <= {"tree", *SHARED}


@pytest.mark.parametrize("path", sorted((ROOM / "actions").glob("*.py")), ids=lambda path: path.stem)
def test_an_action_knows_the_tree_and_the_plan(path: Path) -> None:
    assert {name.partition(".")[0] for name in _own_imports(path)} <= {"tree", "actions", *TO_PLAN, *SHARED}


def test_the_way_names_steps_only_where_commands_meet() -> None:
    naming = {
        path.stem for path in ROOM.glob("*.py") if any(name.startswith("actions.") for name in _own_imports(path))
    }
    assert naming == MEETING


def test_each_action_has_a_planner() -> None:
    tables: tuple[Planners[object], ...] = (inserts, replaces, repeals, plans_command, plans_targets)  # type: ignore[assignment]
    planning = {planner.__module__.rpartition(".")[2] for table in tables for _, _, planner in table._entered}
    assert planning == {path.stem for path in (ROOM / "actions").glob("on_*.py")}


def test_each_kind_of_step_has_a_rank_of_its_own_and_a_note() -> None:
    # A class with slots is made twice; the first goes when it is collected.
    kinds = {kind.__name__: kind for kind in TreeStep.__subclasses__()}
    assert len({kind.rank for kind in kinds.values()}) == len(kinds) > 10
    assert {kind.note for kind in kinds.values()} <= set(get_args(NoteKind))


def test_two_planners_for_one_case_are_a_mistake_of_the_house() -> None:
    table: Planners[object] = Planners()

    @table("row", when=lambda _plan, _setting, _subject: True)
    def first(_plan: Plan, _setting: Setting, _subject: object) -> None: ...

    @table("row")
    def plain(_plan: Plan, _setting: Setting, _subject: object) -> None: ...

    plan, setting = Plan(command("replace", to(("row", "1")))), None
    assert table.find("row", plan, setting, None) is first  # type: ignore[arg-type]
    assert table.find("table", plan, setting, None) is None  # type: ignore[arg-type]
    table("row", when=lambda _plan, _setting, _subject: True)(plain)
    with pytest.raises(ValueError, match="first, plain: both plan row"):
        table.find("row", plan, setting, None)  # type: ignore[arg-type]
