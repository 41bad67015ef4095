"""Where the findings of structure stand: in the source, and in the act that was made of it."""

from lexkz.findings import FindingPlace
from lexkz.reading.blocks import Place as SourcePlace


def at(origin: SourcePlace | None, eid: str = "") -> FindingPlace:
    """Return the place of a finding; ``eid``: eId of the unit, ``""`` where it has none yet."""
    return FindingPlace(origin.page, origin.line, eid or None) if origin is not None else FindingPlace(eid=eid or None)
