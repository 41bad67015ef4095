"""Official editions in the corpus: an act as it was published to read from a day on, ``corpus/ID/LANG@DAY.md``.

They are witnesses: consolidated texts are held against them, none is made from them. ``editions.toml`` beside them
says of each file the day and the acts that made it, and of which day the source itself is.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lexkz.reading.blocks import Lang
from lexkz.workspace import atomic
from lexkz.workspace.layout import EDITION_DAYS, EDITION_NAME, LANGUAGES, Workspace, own


@dataclass(frozen=True, slots=True)
class EditionDay:
    """What is known of a text of the corpus beside its words."""

    day: date
    by: tuple[str, ...] = ()
    """Codes of the acts that made it read so."""


@dataclass(frozen=True, slots=True)
class OfficialEdition:
    """One official edition."""

    id: str
    """Folder of its act."""
    lang: Lang
    day: date
    file: Path
    by: tuple[str, ...] = ()


def edition_days(folder: Path) -> dict[str, EditionDay]:
    """Return what ``editions.toml`` of an act's folder says, by the name of the file; nothing where it is not there or
    says nothing that can be read."""
    try:
        said = tomllib.loads((folder / EDITION_DAYS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    found = {}
    for name, one in said.items():
        day = one.get("day") if isinstance(one, dict) else None
        by = one.get("by", []) if isinstance(one, dict) else []
        if isinstance(day, date) and isinstance(by, list):
            found[name] = EditionDay(day, tuple(code for code in by if isinstance(code, str)))
    return found


def write_edition_days(folder: Path, known: Mapping[str, EditionDay]) -> bool:
    """Write ``editions.toml`` of an act's folder; False where it said the same."""
    lines = []
    for name, one in sorted(known.items()):
        by = f"by = [{', '.join(json.dumps(code) for code in one.by)}]\n" if one.by else ""
        lines.append(f"[{json.dumps(name)}]\nday = {one.day.isoformat()}\n{by}")
    return atomic.write(folder / EDITION_DAYS, "\n".join(lines).encode(), ending=atomic.IMPORTING)


def official_editions(workspace: Workspace) -> tuple[OfficialEdition, ...]:
    """Return the official editions in the corpus, by act, language and day."""
    found: list[OfficialEdition] = []
    for folder in sorted(path for path in workspace.corpus.iterdir() if path.is_dir()):
        names = [(match, path) for path in sorted(folder.iterdir()) if (match := EDITION_NAME.fullmatch(path.name))]
        known = edition_days(folder) if names else {}
        for match, path in names:
            lang: Lang = next(one for one in LANGUAGES if one == match["lang"])
            try:
                day = date.fromisoformat(match["day"])
            except ValueError:
                continue
            by = known[path.name].by if path.name in known else ()
            found.append(OfficialEdition(folder.name, lang, day, own(path, workspace.root), by))
    return tuple(sorted(found, key=lambda one: (one.id, one.lang, one.day)))
