"""What is doubtful in an act amending another: said of its commands, in a build and where a proof is run again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lexkz.akn.meta import Identity
from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Reading
from lexkz.comparison.witness.second_language import other_language, witnessed
from lexkz.consolidation.standing import lacks
from lexkz.findings import Finding
from lexkz.structure import load as load_act
from lexkz.workspace import bases
from lexkz.workspace.building.graph import Graph, graph
from lexkz.workspace.layout import Workspace
from lexkz.workspace.manifest import load


def doubted(reading: Reading, act_id: str, known: Mapping[str, str], doubt: Finding) -> Reading:
    """Return the reading of an amending act whose commands about the base act ``act_id`` carry the finding ``doubt``.

    One of severity ``error`` keeps them from being applied without a ruling; another stands with the first of them.
    ``known`` maps work IRIs of the corpus to their folders.
    """
    commands, told = list(reading.commands), False
    for place, command in enumerate(commands):
        if bases.folder(command.base, known) == act_id and not (told and doubt.severity != "error"):
            found = replace(doubt, command=command.id)
            commands[place], told = replace(command, findings=(*command.findings, found)), True
    return replace(reading, commands=tuple(commands))


@dataclass(frozen=True, slots=True)
class Doubts:
    """The doubts of the last build of a workspace about the acts that amend one base act."""

    workspace: Workspace | None
    base: tuple[str, str]
    """Folder of the base act, and language."""
    found: Graph
    known: Mapping[str, str]

    @classmethod
    def of(cls, root: Path | None, file: Path, base: Identity) -> "Doubts":
        """Look up the doubts for a consolidated ``file`` of ``base``; none where nothing was built in ``root``."""
        workspace = Workspace(root.resolve()) if root is not None else None
        records = load(workspace.manifest).values() if workspace is not None else ()
        found, known = graph(record for record in records if record.kind == "act")
        act_id = known.get(base.work) or file.resolve().parent.name
        return cls(workspace, (act_id, base.lang), found, known)

    def amending(self, file: Path) -> tuple[Path, ...]:
        """Return the acts that the build applied to the base of ``file``, where that is one of its texts: also those of
        which the text holds nothing, since they are not in force yet or their commands wait."""
        if self.workspace is None or file.resolve().parent != self.workspace.root / "consolidated" / self.base[0]:
            return ()
        paths = tuple(self.workspace.act(*key) for key in self.found.amended.get(self.base, ()))
        return paths if all(path.is_file() for path in paths) else ()

    def lacking(self, day: date | None) -> tuple[Finding, ...]:
        """Return what the base's text of a day (None: the newest) says of acts that are in the other language only."""
        return lacks([act.said for act in self.found.elsewhere(self.base)], day)

    def upon(self, reading: Reading, path: Path) -> Reading:
        """Return the reading of the amending act at ``path`` with the doubts of the build, where it is one of it."""
        amending = (path.parent.name, self.base[1])
        if self.workspace is None or amending not in self.found.acts:
            return reading
        if path.resolve() != self.workspace.act(*amending):
            return reading
        for doubt in self.found.doubts(self.base, amending):
            reading = doubted(reading, self.base[0], self.known, doubt)
        return self._witnessed(reading, amending)

    def _witnessed(self, reading: Reading, amending: tuple[str, str]) -> Reading:
        """The reading as the build had it, held against the act's text in the other language."""
        assert self.workspace is not None
        twin = (amending[0], other_language(amending[1]))
        path = self.workspace.act(*twin)
        if twin not in self.found.acts or not path.is_file():
            return reading
        one, other = (annotate(load_act(each)) for each in (self.workspace.act(*amending), path))
        return witnessed((one[0], reading), other)
