"""Tidying up after a build: what nothing gives any more, what killed builds began, what no build gave."""

import os
from collections.abc import Iterator
from pathlib import Path

from lexkz.workspace.atomic import BUILDING
from lexkz.workspace.layout import Workspace
from lexkz.workspace.manifest import Manifest

_KEPT = ("xml", "consolidated")
_BUILT = "published"


def remove(path: Path) -> None:
    """Delete a file, and its folder where that is empty then."""
    path.unlink(missing_ok=True)
    if path.parent.is_dir() and not any(path.parent.iterdir()):
        path.parent.rmdir()


def sweep(workspace: Workspace, manifest: Manifest) -> tuple[str, ...]:
    """Delete what killed builds began to write; return the files that no build gave, which are left alone.

    Only the holder of the workspace's lock may call it: no other build writes then.
    """
    stray: list[str] = []
    for top in (*_KEPT, _BUILT):
        for folder, name in _files(workspace.root / top):
            if name.endswith(BUILDING) and name.startswith("."):
                remove(folder / name)
            elif top in _KEPT:
                path = f"{top}/{folder.name}/{name}"
                if not manifest.gives(path):
                    stray.append(path)
    return tuple(sorted(stray))


def _files(top: Path) -> Iterator[tuple[Path, str]]:
    """The files of the folders of ``top``; what is deeper is none of ours, but for the kept readings."""
    if not top.is_dir():
        return
    folders = [folder.path for folder in os.scandir(top) if folder.is_dir()]
    readings = top / ".build" / "readings"
    if readings.is_dir():
        folders += [folder.path for folder in os.scandir(readings) if folder.is_dir()]
    for folder in folders:
        names = [file.name for file in os.scandir(folder) if file.is_file()]
        yield from ((Path(folder), name) for name in names)
