"""The faults: one comparison, connective, number, negation or condition of a module, turned into its opposite."""

import ast
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

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
    name: str
    """Module, function, the source's line and what is changed there: the same as long as that line is.

    "consolidation/gaps.py row_gap: if columns > 1: [Gt → GtE]"; a second one alike ends with "#2".
    """


def faults(path: Path, module: str) -> Iterator[Fault]:
    """Yield the faults that the file at ``path`` can have; ``module`` is how their names begin."""
    source = path.read_text(encoding="utf-8")
    lines = source.split("\n")
    seen: Counter[str] = Counter()
    for place, (within, node) in enumerate(_places(ast.parse(source))):
        told = _told(node)
        if told is None:
            continue
        line: int = getattr(node, "lineno", 0)
        name = f"{module} {within or 'module'}: {lines[line - 1].strip()} [{told}]"
        seen[name] += 1
        yield Fault(path, line, place, name + (f" #{seen[name]}" if seen[name] > 1 else ""))


def sample(found: Iterable[Fault], count: int, seed: int) -> list[Fault]:
    """Return ``count`` of the faults, drawn by ``seed`` and each fault's name.

    A fault's luck is its own: a change elsewhere in the sources leaves the rest of the sample as it was.
    """

    def lot(fault: Fault) -> str:
        return hashlib.sha256(f"{seed} {fault.name}".encode()).hexdigest()

    return sorted(found, key=lot)[:count]


def mutated(fault: Fault) -> CodeType:
    """Return the code of the module with the fault in it."""
    tree = ast.parse(fault.path.read_text(encoding="utf-8"))
    node = next(node for place, (_, node) in enumerate(_places(tree)) if place == fault.place)
    if isinstance(node, ast.Compare):
        node.ops[0] = _COMPARISONS[type(node.ops[0])]()
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.UnaryOp):
        node.operand = ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.Constant):
        assert isinstance(node.value, int)
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1
    elif isinstance(node, ast.If | ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    return compile(ast.fix_missing_locations(tree), str(fault.path), "exec")


def _places(tree: ast.AST, within: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Yield the nodes of a module, each with the name of the function or class around it.

    Annotations and decorators are left out: they say how a thing is declared, not what it does; so is ``strict`` of
    ``zip``, which asserts what holds anyway.
    """
    for field, value in ast.iter_fields(tree):
        if field in ("annotation", "returns", "decorator_list") or getattr(tree, "arg", "") == "strict":
            continue
        for node in value if isinstance(value, list) else [value]:
            if not isinstance(node, ast.AST):
                continue
            own = within
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                own = f"{within}.{node.name}" if within else node.name
            yield own, node
            yield from _places(node, own)


def _told(node: ast.AST) -> str | None:
    """What becomes of a node that can have a fault."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARISONS:
        return f"{type(node.ops[0]).__name__} → {_COMPARISONS[type(node.ops[0])].__name__}"
    if isinstance(node, ast.BoolOp):
        return "and → or" if isinstance(node.op, ast.And) else "or → and"
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return "not dropped"
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return f"{node.value!r} → {(not node.value) if isinstance(node.value, bool) else node.value + 1!r}"
    if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
        return None
    # A condition that is a comparison, a connective or a negation has its fault already.
    if isinstance(node, ast.If | ast.IfExp) and not isinstance(node.test, ast.Compare | ast.BoolOp | ast.UnaryOp):
        return "if → if not"
    return None
