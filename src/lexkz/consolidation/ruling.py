"""A ruling: one decision of a person on a finding, as plain data."""

from dataclasses import dataclass
from typing import Literal, cast

from lexkz.amendment.model import Kind
from lexkz.amendment.model import Step as AddressStep

Decision = Literal["apply", "target", "times", "occurrence", "skip"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision."""

    act: str
    """Work IRI of the amending act."""
    command: str
    digest: str
    """What the command says, hashed: a ruling on a command that now reads otherwise does not fit."""
    decision: Decision
    reason: str
    name: str
    """Who decided."""
    date: str
    """ISO date of the decision."""
    finding: str = ""
    target: str = ""
    times: int = 0
    occurrence: int = 0

    @property
    def address(self) -> tuple[AddressStep, ...]:
        """The unit that ``target`` names, as an address: its eId, then steps below it."""
        eid, *rest = self.target.split()
        pairs = zip(rest[::2], rest[1::2], strict=False)
        steps = tuple(AddressStep(cast("Kind", kind), number) for kind, number in pairs)
        return (AddressStep("annex", None, f"#{eid}"), *steps)
