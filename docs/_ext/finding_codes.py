"""The codes of findings, collected from the code that raises them: each with its severities and its sentences.

A finding is written in one of two ways: as an entry of a catalogue, ``"code": (severity, kaz, rus, eng)``, or as a call
that gets the code, the severity and a ``Message(kaz, rus, eng)``. Both are read from the syntax tree, so that the page
cannot drift from the code, and nothing is imported.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lexkz.findings import catalogue, retold

SEVERITIES = ("error", "warning", "info")
_CODE = re.compile(r"[a-z]+(?:\.[a-z_]+)+")


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a finding."""

    name: str
    severity: str
    kaz: str
    rus: str
    eng: str
    """Sentences; what changes from case to case stands as ``{name}``."""


def collect(package: Path) -> tuple[Code, ...]:
    """Return the codes of findings in all modules under ``package``, by name."""
    kept = {
        Code(e.code, e.severity, e.message.kaz, e.message.rus, e.message.eng)
        for e in catalogue()
        if (package / "findings" / "catalogue").is_dir()
    }
    found: set[Code] = set()
    renamed: dict[tuple[str, str], str] = {}
    for path in sorted(package.rglob("*.py")):
        prefix = path.relative_to(package).parts[0]
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Dict):
                found.update(_entries(node, prefix))
                renamed.update(_renamed(node))
            elif isinstance(node, ast.Call):
                found.update(_calls(node, tree))
    renamed |= {(old, new): severity for old, (new, severity) in retold("check").items()}
    for (old, new), severity in renamed.items():
        if not any(code.name == new for code in found):
            found.update(replace(code, name=new, severity=severity) for code in tuple(found) if code.name == old)
    own = {code.name for code in kept}
    found = kept | {code for code in found if code.name not in own}
    return tuple(sorted(found, key=lambda code: (code.name, SEVERITIES.index(code.severity), code.eng)))


def _entries(node: ast.Dict, prefix: str) -> Iterator[Code]:
    for key, value in zip(node.keys, node.values, strict=True):
        if isinstance(key, ast.Constant) and isinstance(key.value, str) and isinstance(value, ast.Tuple):
            words = [_text(part) for part in value.elts]
            if len(words) == 4 and words[0] in SEVERITIES and all(words):
                name = key.value if "." in key.value else f"{prefix}.{key.value}"
                severity, kaz, rus, eng = (word or "" for word in words)
                yield Code(name, severity, kaz, rus, eng)


def _renamed(node: ast.Dict) -> Iterator[tuple[tuple[str, str], str]]:
    """Give the findings that one package tells again under a code of its own: ``"old": ("new", severity)``."""
    for key, value in zip(node.keys, node.values, strict=True):
        if isinstance(key, ast.Constant) and isinstance(value, ast.Tuple) and len(value.elts) == 2:
            new, severity = (_text(part) or "" for part in value.elts)
            if severity in SEVERITIES and _CODE.fullmatch(new):
                yield (str(key.value), new), severity


def _calls(node: ast.Call, tree: ast.Module) -> Iterator[Code]:
    given = [*node.args, *(keyword.value for keyword in node.keywords)]
    texts = [text for part in given for text in _texts(part, tree)]
    codes = [text for text in texts if _CODE.fullmatch(text)]
    if not codes:
        return
    # The checks of XML say nothing of severity where it is "error".
    severities = [text for text in texts if text in SEVERITIES] or ["error"]
    triples = [
        [_text(part) for part in (*call.args, *(keyword.value for keyword in call.keywords))]
        for part in (*given, *_body(node, tree))
        for call in _messages(part)
    ]
    if not any(all(words) for words in triples):
        triples = [[_text(part) for part in given if (_text(part) or "").count(" ")][:3]]
    for words in triples:
        if len(words) == 3 and all(words):
            kaz, rus, eng = (word or "" for word in words)
            yield from (Code(code, severities[0], kaz, rus, eng) for code in codes)


def _body(node: ast.Call, tree: ast.Module) -> Iterator[ast.expr]:
    """Give the messages that a function of the module makes for the code that it is called with."""
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    for part in tree.body:
        if isinstance(part, ast.FunctionDef) and part.name == name:
            yield from (inner for inner in ast.walk(part) if isinstance(inner, ast.Call))


def _messages(node: ast.expr) -> Iterator[ast.Call]:
    if isinstance(node, ast.IfExp):
        yield from _messages(node.body)
        yield from _messages(node.orelse)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message":
        yield node


def _texts(node: ast.expr, tree: ast.Module) -> Iterator[str]:
    """Give what a word of a call can be: itself, either side of a condition, or the module's constant of that name."""
    if isinstance(node, ast.IfExp):
        yield from _texts(node.body, tree)
        yield from _texts(node.orelse, tree)
    elif isinstance(node, ast.Name):
        for part in tree.body:
            if isinstance(part, ast.Assign) and any(getattr(t, "id", "") == node.id for t in part.targets):
                yield from _texts(part.value, tree)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _text(node: ast.expr) -> str | None:
    """Return a written text with its blanks as ``{name}``; None where it is no text."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(
            part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else "{…}"
            for part in node.values
        )
    return None
