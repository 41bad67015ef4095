"""The floor of coverage and the faults of the mutants do what they say."""

from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from mutants.faults import faults, mutated, sample
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
    assert shares(_report(akn__one=(90, 100, 5, 10), reading__two=(0, 10, 0, 0)))[0] == pytest.approx(95 / 110 * 100)


def test_a_weak_module_and_a_weak_whole_are_named() -> None:
    assert below(_report(akn__one=(100, 100, 0, 0), amendment__two=(99, 100, 0, 0))) == []
    assert below(_report(akn__one=(1000, 1000, 0, 0), amendment__two=(7, 10, 0, 0))) == [
        "amendment/two.py: 70.0 % (floor 80 %)"
    ]
    assert below(_report(akn__one=(91, 100, 0, 0))) == ["together: 91.0 % (floor 92 %)"]
    assert below({"files": {}}) == ["together: 0.0 % (floor 92 %)"]


SOURCE = """
def f(a, b):
    '''Text of 1 line.'''
    if a < b and not a == 3:
        return True
    x = 1 if a else b
    return x if b is None else b or a
"""


def _answers(code: CodeType | str) -> list[Any]:
    there: dict[str, Any] = {}
    exec(code, there)
    return [there["f"](a, b) for a in (0, 1, 2, 3, 4) for b in (0, 1, 3, 4, 5, None) if b is not None or a >= 3]


def test_every_fault_changes_what_the_module_does(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(SOURCE.replace("a < b", "b is not None and a < b"), encoding="utf-8")
    found = list(faults(path, "module"))
    assert {one.name.partition("[")[2].partition("]")[0] for one in found} == {
        "if → if not",
        "and → or",
        "Lt → LtE",
        "not dropped",
        "Eq → NotEq",
        "3 → 4",
        "1 → 2",
        "True → False",
        "Is → IsNot",
        "IsNot → Is",
        "or → and",
    }
    assert len({one.name for one in found}) == len(found)
    right = _answers(path.read_text(encoding="utf-8"))
    for one in found:
        try:
            assert _answers(mutated(one)) != right, one.name
        except TypeError:
            continue


def test_a_fault_is_known_by_its_function_and_line_and_drawn_whatever_stands_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(SOURCE, encoding="utf-8")
    before = list(faults(path, "module"))
    assert "module f: if a < b and not a == 3: [Lt → LtE]" in {one.name for one in before}
    path.write_text(f"{SOURCE}\n\ndef g(a):\n    return a == 5\n", encoding="utf-8")
    after = list(faults(path, "module"))
    drawn = [one.name for one in sample(before, 5, seed=1)]
    assert drawn != [one.name for one in sample(before, 5, seed=2)]
    assert [one.name for one in sample(after, len(after), seed=1) if " g:" not in one.name][:5] == drawn
