"""Rulings in files: those given, else those beside the base act's source."""

from datetime import date
from pathlib import Path

from lexkz.api import read_rulings as read
from lexkz.consolidation import Ruling
from lexkz.consolidation.rulings import day_in_words, read_day
from lexkz.reading.blocks import SourceError

__all__ = ["beside", "day_said", "read", "written"]

NAME = "rulings.toml"


def beside(base: Path, given: Path | None) -> tuple[Ruling, ...]:
    """Return the decisions in ``given``, or else in the file beside ``base``, where there is one.

    Raises SourceError where the file cannot be read or is no such file.
    """
    if given is not None:
        return read(given)
    found = base.parent / NAME
    return read(found) if found.is_file() else ()


def day_said(text: str) -> date | None:
    """Return a day that a person writes in one of the usual ways, as in a decision; None where it is none."""
    return read_day(text, day_in_words)


def written(path: Path) -> str:
    """Return what stands in a file of rulings already, empty where there is none. Raises SourceError if unreadable."""
    try:
        return path.read_text(encoding="utf-8-sig") if path.exists() else ""
    except (OSError, UnicodeDecodeError):
        raise SourceError(f"{path.name} cannot be read: nothing is written over it.") from None
