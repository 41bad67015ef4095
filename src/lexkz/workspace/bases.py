"""Which base acts a reading names, and in which folders they belong."""

from collections.abc import Mapping

from lexkz.akn import iris
from lexkz.amend.model import BaseAct, Reading


def folder(base: BaseAct, known: Mapping[str, str]) -> str | None:
    """Return the folder of a base act, or None where the text does not say enough to tell.

    ``known`` maps work IRIs of the corpus to their folders. Else the folder is the id under which the state information
    system has a registered act (by its registration number and the year of the act), else it is made from the IRI.
    """
    if base.iri is not None and base.iri in known:
        return known[base.iri]
    if base.registration is not None and base.date is not None:
        try:
            return iris.act_folder(base.registration, int(base.date[:4]))
        except ValueError:
            pass
    return iris.iri_folder(base.iri) if base.iri is not None else None


def named(reading: Reading) -> tuple[BaseAct, ...]:
    """Return the base acts that the commands of a reading name, each once, in the order of the text."""
    found = dict.fromkeys(command.base for command in reading.commands)
    return tuple(base for base in found if folder(base, {}) is not None)


def homeless(reading: Reading) -> tuple[str, ...]:
    """Return the ids of the commands whose base act cannot be told."""
    return tuple(command.id for command in reading.commands if folder(command.base, {}) is None)
