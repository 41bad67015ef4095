"""The files of a workspace that the store is made from, one group an act and language, told apart by content."""

import re
from dataclasses import dataclass
from pathlib import Path

from lexkz.workspace.layout import LANGUAGES, Workspace
from lexkz.workspace.manifest import digest

_EXPRESSION = re.compile(rf"(?P<lang>{'|'.join(LANGUAGES)})@[0-9-]+\.xml")


@dataclass(frozen=True, slots=True)
class Files:
    """What is there of one act in one language."""

    act: str
    """Name of its folder."""
    lang: str
    base: Path | None
    """The act as adopted, or its outline."""
    consolidated: tuple[Path, ...]
    """Later expressions, by name, that is by date; beside each its report."""
    commands: Path
    """Its commands as published data, where there are such."""

    @property
    def key(self) -> str:
        """Name of the group."""
        return f"{self.act}/{self.lang}"

    def data(self, expression: Path) -> Path:
        """Return where the published data of one of its expressions lie, where there are such."""
        return self.commands.with_name(f"{expression.stem}.json")

    def digest(self) -> str:
        """Return a digest of the bytes and names of all its files. Raises OSError where one cannot be read."""
        parts: list[str | bytes] = []
        expressions = [path for path in (self.base, *self.consolidated) if path is not None]
        data = map(self.data, expressions)
        for path in (*expressions, *map(report, self.consolidated), *data, self.commands):
            if path.is_file():
                parts += [path.name, path.read_bytes()]
        return digest(*parts)


def report(expression: Path) -> Path:
    """Return where the report of a consolidated expression lies."""
    return expression.with_suffix(".report.json")


def groups(root: Path) -> tuple[Files, ...]:
    """Return the acts of the workspace at ``root``, by name of folder and language."""
    workspace = Workspace(root)
    later: dict[tuple[str, str], list[Path]] = {}
    for path in sorted((root / "consolidated").glob("*/*@*.xml")):
        match = _EXPRESSION.fullmatch(path.name)
        if match:
            later.setdefault((path.parent.name, match["lang"]), []).append(path)
    there = {(path.parent.name, lang) for lang in LANGUAGES for path in workspace.all_acts(lang)}
    found = []
    for act, lang in sorted(there | set(later)):
        base = workspace.act(act, lang) if (act, lang) in there else None
        commands = workspace.published(act, f"{lang}.commands.json")
        found.append(Files(act, lang, base, tuple(later.get((act, lang), ())), commands))
    return tuple(found)
