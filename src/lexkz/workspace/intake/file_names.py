"""What the name of a file in a public corpus says: of which act it is, in which language, of which day.

``V2300032875/kaz.md`` and ``V2300032875/2024-10-11/kaz.md`` and ``V2300032875/kaz@2024-10-11.md`` lie in the folder of
their act; ``V2300032875_rus_11.10.2024.html`` is a saved file.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from lexkz.reading.blocks import Lang
from lexkz.reading.front_matter import LANGUAGE_NAMES
from lexkz.workspace.layout import FORMATS

ENDINGS = {**{ending: ending for ending in FORMATS}, "markdown": "md"}
"""Endings of files that are read, and that under which the corpus keeps them."""
ACT_ID = re.compile(r"[A-Z]{1,4}[0-9]{6,20}_?")
"""An id of the state information system."""
_AN_ID = re.compile(rf"(?<![A-Za-z0-9])(?P<id>{ACT_ID.pattern})(?![A-Za-z0-9])")
_A_DAY = re.compile(r"(?<!\d)(?:(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)|(?P<D>\d\d)[.-](?P<M>\d\d)[.-](?P<Y>\d{4}))(?!\d)")
_A_LANGUAGE = re.compile(r"(?<![a-z])(?P<lang>kaz|rus|kk|kz|ru)(?![a-z])", re.IGNORECASE)
_LONGEST = 100
"""Letters of a folder's name; file systems take 255 bytes, Kazakh letters are two each."""
_OF_WINDOWS = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True)
class FileSays:
    """What the name of a file says of the text in it."""

    ending: str
    folder: str | None
    """The folder of its act, as a path; None where it lies in none."""
    act: str | None
    lang: Lang | None
    day: date | None


def said_by(path: PurePosixPath) -> FileSays | None:
    """Return what the name and the folders of a file say; None where it is of no kind that is read.

    ``path`` begins at the top of the source.
    """
    ending = ENDINGS.get(path.suffix.lower().removeprefix("."))
    if ending is None or path.name.startswith("."):
        return None
    head, at, dated = path.stem.partition("@")
    lang = LANGUAGE_NAMES.get(head.lower())
    if lang is not None and len(path.parts) > 1:
        folder, day = path.parent, day_said(dated) if at else None
        if day is None and len(folder.parts) > 1 and (above := _whole_day(folder.name)) is not None:
            folder, day = folder.parent, above
        return FileSays(ending, folder.as_posix(), folder.name, lang, day)
    found = _AN_ID.search(path.stem)
    rest = path.stem.replace(found["id"], " ", 1) if found else path.stem
    spoken = _A_LANGUAGE.search(rest)
    own = LANGUAGE_NAMES.get((spoken["lang"] if spoken else path.parent.name).lower())
    return FileSays(ending, None, found["id"] if found else None, own, day_said(rest))


def day_said(text: str) -> date | None:
    """Return the day in a name, ``2024-10-11`` or ``11.10.2024``; None where there is none, or no such day."""
    found = _A_DAY.search(text)
    if found is None:
        return None
    try:
        return date(int(found["y"] or found["Y"]), int(found["m"] or found["M"]), int(found["d"] or found["D"]))
    except ValueError:
        return None


def _whole_day(name: str) -> date | None:
    return day_said(name) if _A_DAY.fullmatch(name) else None


def is_safe(path: PurePosixPath) -> bool:
    """True for a path that stays below where it begins: not absolute, without steps up, of printable names."""
    return (
        not path.is_absolute()
        and bool(path.parts)
        and all(
            part not in (".", "..") and part.isprintable() and "\\" not in part and part.lower() != ".git"
            for part in path.parts
        )
    )


def is_folder_name(name: str) -> bool:
    """True for what can be the name of an act's folder on every system."""
    return (
        0 < len(name) <= _LONGEST
        and name == name.strip(" .")
        and not name.startswith(("-", "."))
        and name.isprintable()
        and _NO_NAME.search(name) is None
        and _OF_WINDOWS.fullmatch(name) is None
    )


def same_name(name: str) -> str:
    """Return a name as disks compare it that know no capitals, or write letters with marks in two ways."""
    return unicodedata.normalize("NFC", name).casefold()
