"""The house stands as it was drawn: who may import whom, how large files may be, how the language packs mirror."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.own_code import PACKAGE, nodes_of, paths, text_of, tree_of

ORDER = (
    {"reading"},
    {"structure"},
    {"amendment"},
    {"consolidation"},
    {"annex"},
    {"comparison"},
    {"checks"},
    {"drafting"},
    {"publication"},
    {"api"},
    {"workspace"},
)
"""Each package imports those before it, never one after it nor one that stands beside it."""
KNOWN_TO_ALL = {"akn", "findings", "languages"}
VAGUE = {"common", "core", "helper", "helpers", "manager", "misc", "tools", "util", "utils"}
LONGEST = 600
"""Lines of a module: 500 when its idea needs them; what is near the limit is looked at, not split for its sake."""

FILES = paths()


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _imported(path: Path, *, for_typing: bool = True) -> Iterator[str]:
    """Give the packages of lexkz that a file imports, wherever in the file it does; or only what it runs with."""
    left_out = () if for_typing else [node for node in tree_of(path).body if _is_for_typing(node)]
    typing = {inner for node in left_out for inner in ast.walk(node)}
    for node in nodes_of(path):
        if node in typing:
            continue
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{_name(path)} has a relative import"
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            parts = name.split(".")
            if parts[0] == "lexkz" and len(parts) > 1 and (PACKAGE / parts[1]).is_dir():
                yield parts[1]


def _is_for_typing(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _allowed(package: str) -> set[str]:
    if package in {"akn", "languages"}:
        return {package, "findings"}
    if package == "findings":
        return {"findings"}
    for place, level in enumerate(ORDER):
        if package in level:
            return KNOWN_TO_ALL.union({package}, *ORDER[:place])
    raise AssertionError(f"lexkz.{package} has no place in the order of packages")


def test_a_file_imports_only_what_stands_before_its_package() -> None:
    inner = [path for path in FILES if path.parent != PACKAGE]
    foreign = {_name(path): set(_imported(path)) - _allowed(path.relative_to(PACKAGE).parts[0]) for path in inner}
    assert foreign
    assert {name: found for name, found in foreign.items() if found} == {}


def test_a_file_has_one_idea_and_fits_the_eye() -> None:
    lines = {_name(path): len(text_of(path).splitlines()) for path in FILES}
    assert {name: count for name, count in lines.items() if count >= LONGEST} == {}


def test_a_file_says_in_its_name_and_its_first_line_what_it_holds() -> None:
    assert [_name(path) for path in FILES if path.stem in VAGUE] == []
    silent = [_name(path) for path in FILES if text_of(path).strip() and not ast.get_docstring(tree_of(path))]
    assert silent == []


@pytest.mark.parametrize("path", sorted((PACKAGE / "workspace" / "cli").glob("*.py")), ids=lambda path: path.stem)
def test_the_command_line_is_built_on_what_a_python_user_imports(path: Path) -> None:
    assert set(_imported(path, for_typing=False)) <= {"api", "findings", "workspace"}


def test_the_language_packs_are_mirror_images() -> None:
    kaz, rus = (
        {path.relative_to(pack).as_posix() for path in pack.rglob("*.py")}
        for pack in (PACKAGE / "languages" / "kaz", PACKAGE / "languages" / "rus")
    )
    assert kaz == rus


def test_what_all_know_imports_nothing_heavy_at_the_start() -> None:
    """The models, and the command line's own module, are imported by every start."""
    heavy = {"cobalt", "docx", "lark", "lxml", "pdfplumber", "pydantic", "rich"}
    light = [PACKAGE / "findings" / "model.py", PACKAGE / "reading" / "blocks.py", PACKAGE / "amendment" / "model.py"]
    light += sorted((PACKAGE / "workspace" / "cli").glob("*.py"))
    for path in light:
        tree = tree_of(path)
        at_once = {
            (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name) or ""
            for node in tree.body
            if isinstance(node, ast.Import | ast.ImportFrom)
        }
        assert not {name.split(".")[0] for name in at_once} & heavy, _name(path)
