"""A folder of files as a source: one folder an act, or files saved one by one. No link is followed."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from lexkz.findings import finding
from lexkz.reading.blocks import SourceError
from lexkz.reading.limits import MEGABYTE, limits
from lexkz.workspace.intake.file_names import is_safe, said_by
from lexkz.workspace.intake.offered import RECORDS, NotOffered, Offered, Offers

_DEEPEST = 32
"""Folders in one another."""


def offers_of_folder(top: Path) -> Offers:
    """Return what a folder offers. Where there are folders of acts, other files (a README) are passed over."""
    texts: list[Offered] = []
    refused: list[NotOffered] = []
    records: dict[str, Callable[[], bytes]] = {}
    passed = 0
    for path in _files(top, PurePosixPath(), refused):
        if path.name in RECORDS:
            records.setdefault(path.parent.as_posix(), _reader(top, path))
            continue
        said = said_by(path)
        if said is None:
            passed += 1
        elif not is_safe(path):
            refused.append(NotOffered(shown(path), finding("workspace.import_name", name=shown(path))))
        else:
            texts.append(
                Offered(shown(path), said.ending, _reader(top, path), said.folder, said.act, said.lang, said.day)
            )
    return only_acts(Offers("folder", tuple(texts), tuple(refused), passed, records))


def only_acts(offers: Offers) -> Offers:
    """Return offers without the files that lie outside of folders of acts, where there is any such folder."""
    own = tuple(one for one in offers.texts if one.folder is not None)
    if not own:
        return offers
    passed = offers.passed + len(offers.texts) - len(own)
    return replace(offers, texts=own, passed=passed)


def shown(path: PurePosixPath) -> str:
    """Return a path as a report can print it."""
    return "".join(letter if letter.isprintable() else "?" for letter in path.as_posix())


def _files(folder: Path, below: PurePosixPath, refused: list[NotOffered], deep: int = 0) -> Iterator[PurePosixPath]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        why = error.strerror or "?"
        refused.append(
            NotOffered(shown(below) or ".", finding("workspace.import_unreadable", name=shown(below), why=why))
        )
        return
    for entry in found:
        path = below / entry.name
        if entry.is_symlink():
            refused.append(NotOffered(shown(path), finding("workspace.import_link", name=shown(path))))
        elif entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") and deep < _DEEPEST:
                yield from _files(Path(entry.path), path, refused, deep + 1)
        elif entry.is_file(follow_symlinks=False):
            yield path


def _reader(top: Path, path: PurePosixPath) -> Callable[[], bytes]:
    def read() -> bytes:
        file = top / path
        most = limits().bytes
        if file.stat().st_size > most:
            raise SourceError(
                f"{path.name} is larger than {most / MEGABYTE:.3g} MB: give the text of one act, or allow more with "
                "--max-size."
            )
        return file.read_bytes()

    return read
