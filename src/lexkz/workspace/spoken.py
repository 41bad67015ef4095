"""In which language the files on a command line are written: it is that of their user where nothing else tells."""

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from lexkz.languages.detect import SAMPLE, Lang, detect
from lexkz.reading.blocks import SourceError

_WRITTEN = ("-o", "--output")
_LANGS: dict[str, Lang] = {"kaz": "kaz", "rus": "rus"}
_CYRILLIC = re.compile(r"[Ѐ-ӿ][Ѐ-ӿ \n\r\t.,;:«»\"()–-]{11,}")
"""Words in a file of any kind; bytes that are none seldom make so many letters in a row."""
_TAGS = re.compile(r"<[^>]*>")
_BODIES = ("word/document.xml", "content.xml")
"""Where Word and OpenDocument keep the text."""
_MOST = 4 * SAMPLE
_SMALL = 1_000_000
"""Bytes of a PDF that is read twice for the sake of its language."""


def language_of(words: Sequence[str]) -> Lang | None:
    """Return the language of a command line's words: what ``--lang`` says, else that of the first file that shows it.

    A file that cannot be read as an act may show it all the same, by its letters. What a command writes is no source.
    """
    before = ""
    files: list[Path] = []
    for word in words:
        name, _, value = word.partition("=") if word.startswith("--") else (before, "", word)
        if name == "--lang" and value in _LANGS:
            return _LANGS[value]
        if value and name not in _WRITTEN:
            files.append(Path(value))
        before = word if word.startswith("-") else ""
    return next((found for path in files if (found := _of_file(path)) is not None), None)


def _of_file(path: Path) -> Lang | None:
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            data = file.read(_MOST)
        return _LANGS.get(path.stem) or (_of_pdf(path) if data.startswith(b"%PDF-") else detect(_letters(path, data)))
    except (OSError, ValueError, SourceError, zipfile.BadZipFile):
        return None


def _of_pdf(path: Path) -> Lang | None:
    """Its letters are packed, so that it must be read, within the limits of all reading; a large one takes too long."""
    from lexkz.reading.source import read_source

    return read_source(path).lang if path.stat().st_size <= _SMALL else None


def _letters(path: Path, data: bytes) -> str:
    if data.startswith(b"PK"):
        return " ".join(_CYRILLIC.findall(_TAGS.sub(" ", _zipped(path))))
    texts = (data.decode(encoding, errors="replace") for encoding in ("utf-8", "utf-16-le", "cp1251"))
    return max((" ".join(_CYRILLIC.findall(text)) for text in texts), key=len)


def _zipped(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        name = next((one for one in _BODIES if one in archive.namelist()), None)
        if name is None:
            return ""
        with archive.open(name) as body:
            return body.read(_MOST).decode("utf-8", errors="replace")
