"""What a build did, as values."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from lexkz.findings import Finding

Kind = Literal["act", "consolidated"]
State = Literal["built", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class Built:
    """One act, or one consolidated text, of a build."""

    id: str
    """Folder of the act."""
    lang: str
    kind: Kind
    state: State
    outline: bool = False
    """True where the base act is not at hand, and its outline was consolidated."""
    commands: int = 0
    """Commands that were read in the act, or that address the base act."""
    outcomes: tuple[tuple[str, int], ...] = ()
    """Of a consolidated text: outcome and number of commands with it."""
    outputs: tuple[str, ...] = ()
    """Files, as paths below the workspace."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildResult:
    """All that a build did: the acts by name of folder, then the consolidated texts."""

    items: tuple[Built, ...]
    removed: tuple[str, ...] = ()
    """Files of an earlier build that nothing gives any more, and that were deleted."""
    stray: tuple[str, ...] = ()
    """Files in ``xml/`` and ``consolidated/`` that no build gave; they are left alone."""
    graph: tuple[Finding, ...] = ()
    """What was found in who amends whom: circles, base acts that are missing, acts that are there twice."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, those of items and of the graph, each once."""
        return tuple(dict.fromkeys((*(found for item in self.items for found in item.findings), *self.graph)))


def decided(items: Iterable[Built]) -> tuple[Built, ...]:
    """Return the items with what waits for nobody any more told as an info: an error of an amending act on which
    persons have ruled in each consolidated text that has it."""
    built = tuple(items)
    told = {replace(found, of=None) for item in built if item.kind == "consolidated" for found in item.findings}

    def now(found: Finding) -> Finding:
        plain = replace(found, of=None)
        answered = replace(plain, severity="info")
        return replace(found, severity="info") if answered in told and plain not in told else found

    return tuple(
        replace(item, findings=tuple(map(now, item.findings))) if item.kind == "act" else item for item in built
    )


class Progress(Protocol):
    """What is told how a build goes on."""

    def __call__(self, stage: str, label: str, done: int, known: int) -> object:
        """Take the stage, what was done last, how many of its jobs are done, and how many there are."""


def untold(stage: str, label: str, done: int, known: int) -> None:
    """Tell no one."""
