"""An act that the first stage read, loaded again for the second: from ``xml/`` and the kept reading, else its source.

So no build holds the acts of a corpus in memory; and each amending act is understood once, however many acts it amends.
"""

from collections.abc import Mapping, Sequence

from lexkz.akn import canonical
from lexkz.amendment.model import Reading
from lexkz.structure import Act, stored
from lexkz.workspace import jobs
from lexkz.workspace.building import values
from lexkz.workspace.layout import CorpusEntry, Workspace
from lexkz.workspace.manifest import digest


def product_again(workspace: Workspace, entry: CorpusEntry, files: Sequence[tuple[str, str]]) -> jobs.Product:
    """Return an amending act as the first stage had it; ``files`` are its outputs with their digests.

    A file that is missing, or that holds other bytes than were written, is not believed: the source is read again.
    Raises SourceError where that cannot be read.
    """
    outputs = dict(files)
    data = _held(workspace, workspace.act(entry.id, entry.lang).relative_to(workspace.root).as_posix(), outputs)
    kept = _held(workspace, workspace.reading(entry.id, entry.lang).relative_to(workspace.root).as_posix(), outputs)
    if data is None or kept is None:
        return jobs.act(entry, witnessed=False)
    return jobs.Product(
        stored(canonical.bare(canonical.parse(data))), values.load(Reading, kept), jobs.published(entry)
    )


def act_again(workspace: Workspace, entry: CorpusEntry, files: Sequence[tuple[str, str]]) -> Act:
    """Return an act as the first stage had it, without its reading; else as :func:`product_again`."""
    name = workspace.act(entry.id, entry.lang).relative_to(workspace.root).as_posix()
    data = _held(workspace, name, dict(files))
    return stored(canonical.bare(canonical.parse(data))) if data is not None else jobs.act(entry, witnessed=False).act


def _held(workspace: Workspace, name: str, outputs: Mapping[str, str]) -> bytes | None:
    if name not in outputs:
        return None
    try:
        data = (workspace.root / name).read_bytes()
    except OSError:
        return None
    return data if digest(data) == outputs[name] else None
