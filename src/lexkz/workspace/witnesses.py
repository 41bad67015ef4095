"""Other sources of the same act: the richest is read, the others are held against it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lexkz.comparison.verify import VerifiedUnit, differences, verify
from lexkz.findings import Finding, FindingPlace, Message, finding
from lexkz.reading.blocks import SourceError
from lexkz.structure import Act, load
from lexkz.workspace.failures import why

_SHOWN = 10
"""Units of one other source that are told one by one; the rest is counted."""
_STATES = {
    "differs": Message("мәтіні басқа", "иной текст", "differs"),
    "extra": Message("онда жоқ", "в нём её нет", "extra"),
    "missing": Message("тек сонда бар", "она есть только в нём", "missing"),
    "moved": Message("орны басқа", "стоит в другом месте", "moved"),
}
"""States of a unit, as findings call them."""


def differing(act: Act, others: Sequence[Path]) -> tuple[Finding, ...]:
    """Return a finding for each unit in which another source of the act says something else than ``act``.

    ``others`` are files of the act's folder in the same language. A source that cannot be read is a finding, too: it
    does not stop the act, which was read from a better one.
    """
    return tuple(found for path in others for found in _held_against(act, path))


def _held_against(act: Act, path: Path) -> Iterator[Finding]:
    try:
        other = load(path)
    except SourceError as error:
        yield finding("workspace.source_unreadable", text=path.name, why=why(error))
        return
    units = differences(verify(act, other).units)
    for unit in units[:_SHOWN]:
        yield _differs(path.name, unit)
    if len(units) > _SHOWN:
        yield finding("workspace.sources_differ", case="more", name=path.name, count=len(units) - _SHOWN)


def _differs(name: str, unit: VerifiedUnit) -> Finding:
    return finding(
        "workspace.sources_differ",
        FindingPlace(eid=unit.eid or None),
        case="unit",
        text=unit.ours if unit.ours is not None else unit.official,
        candidates=(unit.official,) if unit.official is not None and unit.ours is not None else (),
        name=name,
        state=_STATES.get(unit.state, unit.state),
    )
