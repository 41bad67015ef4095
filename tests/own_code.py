"""The code of lexkz as trees, for tests that hold it to its rules: parsed once for all of them, and when one runs.

Every process of pytest-xdist imports every file of tests; a walk through all modules as one is imported costs each of
them seconds, whichever runs the test.
"""

import ast
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "src" / "lexkz"


@cache
def paths() -> tuple[Path, ...]:
    """Return the files of all modules."""
    return tuple(sorted(PACKAGE.rglob("*.py")))


@cache
def text_of(path: Path) -> str:
    """Return the text of a module."""
    return path.read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the tree of a module."""
    return ast.parse(text_of(path))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Return all nodes of a module, outer ones first."""
    return tuple(ast.walk(tree_of(path)))
