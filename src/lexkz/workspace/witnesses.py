"""Other sources of the same act: the richest is read, the others are held against it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lexkz.compare.verify import VerifiedUnit, differences, verify
from lexkz.findings import Finding, Message, Place
from lexkz.read.blocks import SourceError
from lexkz.structure import Act, load

_SHOWN = 10
"""Units of one other source that are told one by one; the rest is counted."""


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
        yield _unreadable(path.name, str(error))
        return
    units = differences(verify(act, other).units)
    for unit in units[:_SHOWN]:
        yield _differs(path.name, unit)
    if len(units) > _SHOWN:
        yield _more(path.name, len(units) - _SHOWN)


def _differs(name: str, unit: VerifiedUnit) -> Finding:
    return Finding(
        code="workspace.sources_differ",
        severity="warning",
        message=Message(
            kaz=f"{name} дереккөзінде бұл бірлік басқаша ({unit.state}).",
            rus=f"В источнике {name} эта единица иная ({unit.state}).",
            eng=f"The source {name} says something else in this unit ({unit.state}).",
        ),
        place=Place(eid=unit.eid or None),
        text=unit.ours if unit.ours is not None else unit.official,
        candidates=(unit.official,) if unit.official is not None and unit.ours is not None else (),
    )


def _more(name: str, count: int) -> Finding:
    return Finding(
        code="workspace.sources_differ",
        severity="warning",
        message=Message(
            kaz=f"{name} дереккөзінде тағы {count} бірлік басқаша.",
            rus=f"В источнике {name} иначе ещё в {count} единицах.",
            eng=f"The source {name} differs in {count} more units.",
        ),
    )


def _unreadable(name: str, sentence: str) -> Finding:
    return Finding(
        code="workspace.source_unreadable",
        severity="warning",
        message=Message(
            kaz=f"Салыстыруға арналған дереккөз оқылмады: {sentence}",
            rus=f"Источник для сверки не прочитан: {sentence}",
            eng=f"The source to check against cannot be read: {sentence}",
        ),
        text=name,
    )
