"""No lost work: what a command may not write over, and what names of files it takes."""

import functools
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

_TEXT = (".txt", ".text", ".log")
_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "akn": (".xml", ".akn"),
    "json": (".json",),
    "ndjson": (".ndjson", ".jsonl"),
    "text": _TEXT,
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "docx": (".docx",),
    "pdf": (".pdf",),
    "toml": (".toml",),
    "atom": (".atom", ".xml"),
    "csv": (".csv",),
    "xlsx": (".xlsx",),
    "datapackage": (),
    "sarif": (".sarif", ".json"),
    "sqlite": (".sqlite", ".sqlite3", ".db"),
    "pack": (".zip",),
}


def _paper(given: Mapping[str, Any], plain: str) -> str:
    """The format of a command that writes papers by the ending of their file, and ``plain`` under other names."""
    output = given.get("output")
    ending = output.suffix.lower().removeprefix(".") if isinstance(output, Path) else ""
    return ending if ending in ("docx", "html", "pdf") else plain


def _of_draft(given: Mapping[str, Any]) -> str:
    """The format of ``draft`` by the ending of its file: Word, Akoma Ntoso or JSON; text under other names."""
    if given.get("as_json"):
        return "json"
    output = given.get("output")
    ending = output.suffix.lower() if isinstance(output, Path) else ""
    return {".docx": "docx", ".xml": "akn", ".akn": "akn", ".json": "json"}.get(ending, "text")


_FORM: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "consolidate": lambda _given: "akn",
    "parse": lambda given: "json" if given.get("as_json") else "akn",
    "export": lambda given: str(given["form"]),
    "diff": lambda given: "json" if given.get("as_json") else str(given["form"]),
    "commands": lambda given: "json" if given.get("as_json") else "text",
    "check": lambda given: "json" if given.get("as_json") else str(given.get("form") or "text"),
    "verify": lambda given: "json" if given.get("as_json") else _paper(given, "text"),
    "witness": lambda given: "json" if given.get("as_json") else "text",
    "forms": lambda given: "json" if given.get("as_json") else "text",
    "history": lambda given: "json" if given.get("as_json") else "text",
    "changed": lambda given: "json" if given.get("as_json") else "atom" if given.get("atom") else "text",
    "explain": lambda given: "json" if given.get("as_json") else "text",
    "build": lambda given: "json" if given.get("as_json") else "text",
    "validate": lambda given: "json" if given.get("as_json") else "text",
    "tables": lambda given: "json" if given.get("as_json") else str(given["form"] or "text"),
    "index": lambda _given: "sqlite",
    "new": lambda _given: "toml",
    "finding": lambda given: "json" if given.get("as_json") else "text",
    "schema": lambda _given: "json",
    "pack": lambda _given: "pack",
    "draft": _of_draft,
}
"""Command to the format that it writes; the others choose theirs by the ending themselves."""


_FOLDERS = frozenset({"csv", "xlsx", "datapackage", "pack"})
"""Formats that are written into a folder as well, whose name may have a full stop in it."""
_KNOWN = frozenset(ending for endings in _ENDINGS.values() for ending in endings) | {".doc", ".odt", ".rtf", ".xls"}


def guarded(command: click.Command) -> click.Command:
    """Return ``command``, which now refuses to write over what it reads, or under the name of another format."""
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            guarded(inner)
        return command
    run = command.callback
    if run is None or getattr(run, "guards", False) or not any(one.name == "output" for one in command.params):
        return command
    inputs = tuple(one.name for one in command.params if isinstance(one.type, click.Path) and one.name != "output")
    name = command.name or ""

    @functools.wraps(run)
    def checked(*args: Any, **given: Any) -> Any:
        output = given.get("output")
        if isinstance(output, Path):
            _check_ending(name, output, given)
            for key in inputs:
                if not (name == "new" and key == "rulings"):
                    _check_inputs(name, output, given.get(key or ""))
        return run(*args, **given)

    checked.guards = True  # type: ignore[attr-defined]
    command.callback = checked
    return command


def _check_ending(name: str, output: Path, given: Mapping[str, Any]) -> None:
    form = _FORM.get(name)
    ending = output.suffix.lower()
    if output.name == "act.toml":
        raise click.UsageError("act.toml is the card of an act: name another file.")
    if form is None or not ending:
        return
    made = form(given)
    wanted = _ENDINGS[made]
    if ending in wanted or (made in _FOLDERS and ending not in _KNOWN):
        return
    if not wanted:
        raise click.UsageError(f"What is written is a folder of files: name it so, not {output.name}.")
    raise click.UsageError(f"What is written ends in {wanted[0]}: name it so, not {output.name}.")


def _check_inputs(name: str, output: Path, given: Any) -> None:
    written = (output, output.with_suffix(".report.json")) if name == "consolidate" else (output,)
    for source in given if isinstance(given, tuple) else (given,):
        for path in written:
            if isinstance(source, Path) and _same(source, path):
                raise click.UsageError(f"{path.name} is read by this command: it would be lost. Name another file.")


def _same(one: Path, two: Path) -> bool:
    try:
        return one.resolve() == two.resolve() or os.path.samefile(one, two)
    except (OSError, RuntimeError):  # one of them is not there, or leads to itself
        return os.path.abspath(one) == os.path.abspath(two)
