"""Directives of the reference: what they show is made from the code at each build, so that it cannot drift from it.

``lexkz-findings`` lists the codes of findings, ``lexkz-cli`` the commands with their options, ``lexkz-schemas`` the
published JSON documents with their fields, ``lexkz-measured`` the numbers that the measuring scripts wrote.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from finding_codes import Code, collect  # type: ignore[import-not-found]  # beside this file, see conf.py
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    import click
    from sphinx.application import Sphinx

import lexkz

PACKAGES = {
    "read": "Reading of sources",
    "structure": "Structure of an act",
    "amend": "Commands of an amending act",
    "consolidate": "Consolidation",
    "check": "Checks of a draft",
    "agree": "The two languages of an act",
    "akn": "Akoma Ntoso files",
    "workspace": "The workspace",
}
"""Packages whose findings are listed, in the order of the work; one that is not here is an error."""


class _Generated(SphinxDirective):
    """A directive that gives reStructuredText."""

    has_content = False

    def lines(self) -> Iterator[str]:
        """Give the lines."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """Parse the lines where the directive stands, sections and all."""
        return self.parse_text_to_nodes("\n".join(self.lines()), allow_section_headings=True)


class Findings(_Generated):
    """All codes, a section for each package."""

    def lines(self) -> Iterator[str]:
        """Give a section for each package, an entry for each code."""
        codes = collect(Path(lexkz.__file__).parent)
        for package in dict.fromkeys((*PACKAGES, *(code.name.partition(".")[0] for code in codes))):
            yield from _title(PACKAGES[package], "-")
            mine = [code for code in codes if code.name.partition(".")[0] == package]
            for name in dict.fromkeys(code.name for code in mine):
                yield from _finding(name, [code for code in mine if code.name == name])


def _finding(name: str, codes: Sequence[Code]) -> Iterator[str]:
    severities = " or ".join(dict.fromkeys(code.severity for code in codes))
    yield f".. _finding-{name.replace('.', '-').replace('_', '-')}:"
    yield ""
    yield f"``{name}`` : {severities}"
    for code in codes:
        for lang, words in (("kk", code.kaz), ("ru", code.rus), ("en", code.eng)):
            yield f"   | {lang}: {_plain(words)}"
        yield ""
    yield ""


class Commands(_Generated):
    """All commands of the command line."""

    def lines(self) -> Iterator[str]:
        """Give a section for each command."""
        import click

        from lexkz.workspace.cli import main

        context = click.Context(main, info_name="lexkz")
        for name in main.list_commands(context):
            command = main.get_command(context, name)
            if command is not None:
                yield from _command(
                    click.Context(command, info_name=name, parent=context), command, f"lexkz {name}", "-"
                )


def _command(context: "click.Context", command: "click.Command", name: str, line: str) -> Iterator[str]:
    import click

    yield from _title(name, line)
    for paragraph in (command.help or "").split("\n\n"):
        if paragraph.startswith("\b"):
            yield from ("::", "", *("   " + each for each in paragraph.splitlines()[1:]), "")
        else:
            yield from (_plain(" ".join(paragraph.split())), "")
    yield from ("::", "", "   " + " ".join([name, *command.collect_usage_pieces(context)]), "")
    for option in command.params:
        record = option.get_help_record(context) if isinstance(option, click.Option) else None
        if record is not None:
            yield from (f"``{record[0]}``", f"   {_plain(' '.join(record[1].split())) or '–'}", "")
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            inner = command.get_command(context, below)
            if inner is not None:
                yield from _command(
                    click.Context(inner, info_name=below, parent=context), inner, f"{name} {below}", "~"
                )


class Schemas(_Generated):
    """All published JSON documents."""

    def lines(self) -> Iterator[str]:
        """Give a section for each document and a definition for each of its fields."""
        from lexkz.publish.schemas import documents, schema

        for model in documents():
            described = schema(model)
            yield from _title(model.schema_id(), "-")
            yield from (_plain(str(described.get("description", "")).strip()), "")
            required = set(described.get("required", ()))
            for name, field in described["properties"].items():
                kind = _kind(field) + ("" if name in required else ", where it applies")
                yield from (f"``{name}`` : {_plain(kind)}", f"   {_plain(_sentence(field)) or '–'}", "")


def _kind(field: dict[str, Any]) -> str:
    if "$ref" in field:
        return str(field["$ref"]).rpartition("/")[2]
    if "anyOf" in field:
        return " or ".join(_kind(each) for each in field["anyOf"])
    if "const" in field:
        return json.dumps(field["const"])
    if "enum" in field:
        return " or ".join(json.dumps(each) for each in field["enum"])
    if field.get("type") == "array":
        return f"list of {_kind(field.get('items', {}))}"
    return str(field.get("type", "any"))


def _sentence(field: dict[str, Any]) -> str:
    return " ".join(str(field.get("description", "")).split())


class Measured(_Generated):
    """The numbers of ``measured.json``, beside the page."""

    required_arguments = 1

    def lines(self) -> Iterator[str]:
        """Give a table of one part of the file."""
        path = Path(self.env.doc2path(self.env.docname)).parent / "measured.json"
        self.env.note_dependency(str(path))
        rows = json.loads(path.read_text(encoding="utf-8"))[self.arguments[0]]
        yield from (".. list-table::", "   :header-rows: 1", "")
        for number, row in enumerate([list(rows[0]), *(row.values() for row in rows)]):
            for place, cell in enumerate(row):
                yield ("   * - " if place == 0 else "     - ") + _plain(str(cell) if number else str(cell).capitalize())
        yield ""


def _title(text: str, line: str) -> tuple[str, ...]:
    return ("", text, line * max(len(text), 3), "")


def _plain(text: str) -> str:
    """Return ``text`` as reStructuredText that shows it letter by letter; what stands in backticks, as code."""
    parts = re.split(r"``?([^`]+)``?", text)
    shown = ["".join(f"\\{char}" if char in "\\*`|_<>" else char for char in part) for part in parts]
    code = [f"\\ ``{part}``\\ " for part in parts]
    return "".join(code[place] if place % 2 else shown[place] for place in range(len(parts))).strip()


def setup(app: "Sphinx") -> dict[str, Any]:
    """Add the directives."""
    app.add_directive("lexkz-findings", Findings)
    app.add_directive("lexkz-cli", Commands)
    app.add_directive("lexkz-schemas", Schemas)
    app.add_directive("lexkz-measured", Measured)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
