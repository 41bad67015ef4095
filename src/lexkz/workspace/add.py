"""What comes into the corpus: a source in the folder of its act, with a card of what it says."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lexkz.akn import iris
from lexkz.publication import identity
from lexkz.reading import SourceError
from lexkz.reading.blocks import Lang
from lexkz.structure import load
from lexkz.workspace import atomic
from lexkz.workspace.layout import CARD, Workspace

if TYPE_CHECKING:
    from lexkz.publication.act_data import IdentityData

ASKED = ("title", "type", "author", "author_name", "number", "date", "registration_number", "registration_date")
"""What a source can say of its act."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was put into the corpus."""

    id: str
    files: tuple[Path, ...]
    unknown: tuple[str, ...]
    """Keys of the card that the source does not say."""


def add(root: Path, file: Path, *, act_id: str | None = None, lang: Lang | None = None) -> Added:
    """Put a source into the corpus of the workspace at ``root``; ``act.toml`` is written unless the folder has one.

    The folder is ``act_id``, or the id of a registered act, or a name made of its type, date and number. Raises
    SourceError where the source cannot be read, where it does not say enough to name its folder, and where the folder
    holds another source of the same language and format: nothing is ever overwritten.
    """
    known = identity(load(file, lang=lang))
    name = _checked(act_id) if act_id is not None else folder_of(known, file.name)
    folder = Workspace(root).corpus / name
    source = folder / f"{lang or known.language}{file.suffix.lower() or '.txt'}"
    data = file.read_bytes()
    if source.exists() and source.read_bytes() != data:
        there = source.relative_to(root).as_posix()
        raise SourceError(f"{there} is there already and is another text: remove it first, or name a folder with --id.")
    atomic.write(source, data)
    files = [source]
    card = folder / CARD
    said = _recorded(source, data, known) | {key: value for key in ASKED if (value := getattr(known, key)) is not None}
    if not card.exists():
        atomic.write(card, card_text({"id": name, **said}).encode())
        files.append(card)
    return Added(name, tuple(files), tuple(key for key in ASKED if key not in said))


def _recorded(source: Path, data: bytes, known: "IdentityData") -> dict[str, str]:
    """Return what the record of a control bank's edition says of the act beside its text."""
    if source.suffix != ".json":
        return {}
    from lexkz.reading.bank import card

    record = card(data, source.name, "rus" if known.language == "rus" else "kaz")
    values = {key: getattr(record, key) for key in ASKED}
    return {key: value if isinstance(value, str) else value.isoformat() for key, value in values.items() if value}


def _checked(act_id: str) -> str:
    if not act_id or act_id.startswith(".") or any(letter in act_id for letter in "/\\\0"):
        raise SourceError(f"{act_id!r} cannot be the name of a folder: give an id such as V2400035172.")
    return act_id


def folder_of(known: "IdentityData", name: str) -> str:
    """Return the name of the folder of an act by what it says: its id in the state information system where it is
    registered, else its type, date and number. Raises SourceError where it does not say enough; ``name`` is its file's.
    """
    day = known.registration_date or known.date
    if known.registration_number is not None and day is not None:
        try:
            return iris.act_folder(known.registration_number, int(day[:4]))
        except ValueError:
            pass
    if known.work is not None:
        return iris.iri_folder(known.work)
    raise SourceError(f"{name} does not say its date and number: name its folder with --id.")


def card_text(values: Mapping[str, str | Mapping[str, str]]) -> str:
    """Return the text of a card, ``act.toml``; what is said in two languages is a table of both, below the rest."""
    plain = "".join(f"{key} = {_value(key, value)}\n" for key, value in values.items() if isinstance(value, str))
    tables = ((key, value) for key, value in values.items() if not isinstance(value, str))
    worded = (
        f"\n[{key}]\n" + "".join(f"{lang} = {_value(key, words)}\n" for lang, words in table.items())
        for key, table in tables
    )
    return plain + "".join(worded)


def _value(key: str, value: str) -> str:
    if key.endswith("date") or key == "published":
        return date.fromisoformat(value).isoformat()
    # A JSON string is a TOML basic string, but for DEL, which no source holds.
    return json.dumps(value, ensure_ascii=False)
