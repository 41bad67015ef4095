"""Rulings in files: those given, else those beside the base act's source."""

from pathlib import Path

from lexkz.consolidate import Ruling, read_rulings
from lexkz.read.blocks import SourceError

NAME = "rulings.toml"


def read(path: Path) -> tuple[Ruling, ...]:
    """Return the decisions in the file ``path``. Raises SourceError where it cannot be read or is no such file."""
    try:
        return read_rulings(path.read_text(encoding="utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SourceError(f"{path.name} cannot be read: {reason}.") from None


def beside(base: Path, given: Path | None) -> tuple[Ruling, ...]:
    """Return the decisions in ``given``, or else in the file beside ``base``, where there is one."""
    if given is not None:
        return read(given)
    found = base.parent / NAME
    return read(found) if found.is_file() else ()
