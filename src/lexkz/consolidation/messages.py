"""The findings of consolidation, each placed at the command that it is about."""

from collections.abc import Sequence

from lexkz import findings
from lexkz.amendment.model import Command
from lexkz.findings import Finding, FindingPlace, Message


def finding(
    name: str,
    what: str | Message = "",
    *,
    command: Command | None = None,
    candidates: Sequence[str] = (),
    text: str | None = None,
) -> Finding:
    """Return the finding ``consolidate.<name>`` about ``what``, placed at ``command`` where there is one.

    ``what`` is a text, or what is said of it in each language. Raises KeyError for a name that the catalogue lacks.
    """
    place = FindingPlace(page=command.source.page, eid=command.source.eid or None) if command else FindingPlace()
    return findings.finding(
        f"consolidate.{name}",
        place,
        text=text if text is not None or command is None else command.instruction,
        command=command.id if command else None,
        candidates=tuple(candidates),
        what=what,
    )
