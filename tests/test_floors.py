"""The floor of coverage and the faults of the mutants do what they say."""

import ast
from pathlib import Path
from typing import Any

import pytest

from mutants.faults import faults, mutated
from tests.coverage_floor import below, shares


def _report(**modules: tuple[int, int, int, int]) -> dict[str, Any]:
    names = ("covered_lines", "num_statements", "covered_branches", "num_branches")
    return {
        "files": {
            f"src/lexkz/{name.replace('__', '/')}.py": {"summary": dict(zip(names, numbers, strict=True))}
            for name, numbers in modules.items()
        }
    }


def test_statements_and_branches_count_together() -> None:
    assert shares(_report(akn__one=(90, 100, 5, 10), read__two=(0, 10, 0, 0)))[0] == pytest.approx(95 / 110 * 100)


def test_a_weak_module_and_a_weak_whole_are_named() -> None:
    assert below(_report(akn__one=(100, 100, 0, 0), amend__two=(99, 100, 0, 0))) == []
    assert below(_report(akn__one=(1000, 1000, 0, 0), amend__two=(7, 10, 0, 0))) == [
        "amend/two.py: 70.0 % (floor 80 %)"
    ]
    assert below(_report(akn__one=(91, 100, 0, 0))) == ["together: 91.0 % (floor 92 %)"]
    assert below({"files": {}}) == ["together: 0.0 % (floor 92 %)"]


def test_every_fault_changes_the_module_and_leaves_it_python(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    text = "def f(a, b):\n    if a < b and not a == 3:\n        return True\n    return a if b is None else b or a\n"
    path.write_text(text, encoding="utf-8")
    found = list(faults(path))
    assert {one.what for one in found} == {
        "if → if not",
        "and → or",
        "Lt → LtE",
        "not dropped",
        "Eq → NotEq",
        "3 → 4",
        "True → False",
        "Is → IsNot",
        "or → and",
    }
    made = [mutated(one) for one in found]
    assert len(set(made)) == len(made)
    assert all(ast.unparse(ast.parse(text)) != one and ast.parse(one) for one in made)
