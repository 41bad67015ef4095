"""The faults: one comparison, one connective, one number or one negation of a module, turned into its opposite."""

import ast
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that a module can have."""

    path: Path
    line: int
    place: int
    """Which of the module's places it is, in the order of the syntax tree."""
    what: str


def faults(path: Path) -> Iterator[Fault]:
    """Yield the faults that the module at ``path`` can have."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for place, node in enumerate(_places(tree)):
        told = _told(node)
        if told is not None:
            yield Fault(path, getattr(node, "lineno", 0), place, told)


def mutated(fault: Fault) -> str:
    """Return the source of the module with the fault in it."""
    tree = deepcopy(ast.parse(fault.path.read_text(encoding="utf-8")))
    node = list(_places(tree))[fault.place]
    if isinstance(node, ast.Compare):
        node.ops[0] = _COMPARISONS[type(node.ops[0])]()
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.UnaryOp):
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.Constant):
        assert isinstance(node.value, int)
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1
    elif isinstance(node, ast.If | ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    return ast.unparse(ast.fix_missing_locations(tree))


def _places(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a module but for what stands in annotations and in docstrings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare | ast.BoolOp | ast.UnaryOp | ast.Constant | ast.If | ast.IfExp):
            yield node


def _told(node: ast.AST) -> str | None:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARISONS:
        return f"{type(node.ops[0]).__name__} → {_COMPARISONS[type(node.ops[0])].__name__}"
    if isinstance(node, ast.BoolOp):
        return "and → or" if isinstance(node.op, ast.And) else "or → and"
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return "not dropped"
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return f"{node.value!r} → {(not node.value) if isinstance(node.value, bool) else node.value + 1!r}"
    if isinstance(node, ast.If | ast.IfExp):
        return "if → if not"
    return None
