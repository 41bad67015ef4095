"""One name, one thing: classes and modules have names of their own, and what is too small to stand alone does not.

What still shares a name stands in shared_names.txt, which only gets shorter: what has a name of its own leaves it.
"""

import ast
from collections import defaultdict
from pathlib import Path

from tests.own_code import PACKAGE, nodes_of, paths, tree_of

FILES = {
    ".".join(("lexkz", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in paths()
}
MIRRORED = ("lexkz.languages.kaz.", "lexkz.languages.rus.")
"""The packs of the two languages are mirror images, and fill what the module of that name above them asks for."""
_SHARED = (Path(__file__).parent / "shared_names.txt").read_text(encoding="utf-8").partition("modules:")
SHARED_CLASSES = frozenset(_SHARED[0].partition("classes:")[2].split())
SHARED_MODULES = frozenset(_SHARED[2].split())
SMALLEST = 30
"""Lines of a module that only one other imports; below, it stands better in that one."""
SMALL = frozenset({"amendment/own_clauses.py", "amendment/source.py", "api/limits.py"})


def _importers() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, path in FILES.items():
        for node in nodes_of(path):
            if isinstance(node, ast.Import):
                aims = {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                aims = {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
                aims -= {node.module} if any(f"{node.module}.{alias.name}" in FILES for alias in node.names) else set()
            else:
                continue
            for aim in aims & set(FILES) - {name}:
                found[aim].add(name)
    return found


def test_no_two_classes_have_one_name() -> None:
    where: dict[str, list[str]] = defaultdict(list)
    for name, path in FILES.items():
        for node in tree_of(path).body:
            if isinstance(node, ast.ClassDef) and not name.startswith(MIRRORED):
                where[node.name].append(name)
    assert {name for name, found in where.items() if len(found) > 1} <= SHARED_CLASSES


def test_a_module_is_known_by_its_name_without_its_folder() -> None:
    where: dict[str, list[str]] = defaultdict(list)
    for name, path in FILES.items():
        if path.stem not in ("__init__", "__main__") and not name.startswith(MIRRORED):
            where[path.stem].append(name)
    assert {name for name, found in where.items() if len(found) > 1} <= SHARED_MODULES


def test_what_one_module_alone_needs_in_a_few_lines_stands_in_it() -> None:
    importers = _importers()
    small = {
        path.relative_to(PACKAGE).as_posix()
        for name, path in FILES.items()
        if len(importers[name]) == 1
        and path.stem != "__init__"
        and path.parent.name != "phrases"
        and len(path.read_text(encoding="utf-8").splitlines()) < SMALLEST
    }
    assert small <= SMALL
