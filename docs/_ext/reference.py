"""Directives of the reference: what they show is made from the code at each build, so that it cannot drift from it.

``lexkz-findings`` lists the codes of findings, ``lexkz-cli`` the commands with their options, ``lexkz-schemas`` the
published JSON documents with their fields, ``lexkz-measured`` the numbers that the measuring scripts wrote.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    import click
    from sphinx.application import Sphinx

from lexkz.findings import CatalogueEntry, Message, catalogue

PACKAGES = {
    "read": "Reading of sources",
    "structure": "Structure of an act",
    "amend": "Commands of an amending act",
    "consolidate": "Consolidation",
    "check": "Checks of a draft",
    "draft": "An order drafted from an edited text",
    "agree": "The two languages of an act",
    "akn": "Akoma Ntoso files",
    "publish": "Papers",
    "workspace": "The workspace",
}
"""Packages whose findings are listed, in the order of the work; one that is not here is an error."""
LANGUAGES: dict[str, Literal["kaz", "rus", "eng"]] = {"kk": "kaz", "ru": "rus", "en": "eng"}
"""Language of the page to that of its findings."""
WORDS = {
    "error": Message("қате", "ошибка", "error"),
    "warning": Message("ескерту", "предупреждение", "warning"),
    "info": Message("мәлімет", "сведения", "info"),
    "advice": Message("Не істеу керек:", "Что делать:", "What to do:"),
    "example": Message("Мысал:", "Пример:", "Example:"),
}


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
    """All codes in the language of the page, a section for each package."""

    def lines(self) -> Iterator[str]:
        """Give a section for each package, an entry for each code."""
        lang = LANGUAGES.get(self.env.config.language, "eng")
        found = catalogue()
        for package in dict.fromkeys((*PACKAGES, *(entry.code.partition(".")[0] for entry in found))):
            yield from _title(PACKAGES[package], "-")
            mine = [entry for entry in found if entry.code.partition(".")[0] == package]
            for code in dict.fromkeys(entry.code for entry in mine):
                yield from _finding([entry for entry in mine if entry.code == code], lang)


def _finding(entries: Sequence[CatalogueEntry], lang: Literal["kaz", "rus", "eng"]) -> Iterator[str]:
    code = entries[0].code
    yield f".. _finding-{code.replace('.', '-').replace('_', '-')}:"
    yield ""
    yield f"``{code}``"
    for entry in entries:
        example = _plain(entry.example.text) if entry.example.form != "file" else f"``{entry.example.text}``"
        yield f"   | {getattr(WORDS[entry.severity], lang)}: {_plain(getattr(entry.message, lang))}"
        yield f"   | *{getattr(WORDS['advice'], lang)}* {_plain(getattr(entry.advice, lang))}"
        yield f"   | *{getattr(WORDS['example'], lang)}* {example}"
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
        from lexkz.publication.schemas import documents, schema

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
