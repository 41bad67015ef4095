"""What a build did, as values."""

from dataclasses import dataclass
from typing import Literal

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
    """All that a build did, in the order in which it was done."""

    items: tuple[Built, ...]
    removed: tuple[str, ...] = ()
    """Files of an earlier build that nothing gives any more, and that were deleted."""
    stray: tuple[str, ...] = ()
    """Files in ``xml/`` and ``consolidated/`` that no build gave; they are left alone."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of all items, each once."""
        return tuple(dict.fromkeys(finding for item in self.items for finding in item.findings))
