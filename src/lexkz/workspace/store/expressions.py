"""The expressions of an act as they lie in its files: what each is dated by, and in what order they stand."""

import json
import zlib
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from lexkz.akn import canonical
from lexkz.akn import meta as akn_meta
from lexkz.akn.meta import Identity, is_outline, read_identity
from lexkz.akn.namespace import LEXKZ
from lexkz.publish.data import known_iri
from lexkz.workspace.manifest import digest
from lexkz.workspace.store.files import Files
from lexkz.workspace.store.rows import ExpressionRow


@dataclass(frozen=True, slots=True)
class Read:
    """One expression, parsed."""

    root: etree._Element
    identity: Identity
    row: ExpressionRow


def read_expressions(files: Files) -> tuple[Read, ...]:
    """Return the expressions of one act in one language, oldest first; those without a date before all.

    Raises ValueError where a file is no Akoma Ntoso, OSError where it cannot be read.
    """
    paths = [(path, False) for path in (files.base,) if path is not None]
    paths += [(path, True) for path in files.consolidated]
    found = [(_read(path, files, consolidated), consolidated, path.name) for path, consolidated in paths]
    found.sort(key=lambda one: (one[0].row.date or "", one[1], one[2]))
    return tuple(read for read, _, _ in found)


def _read(path: Path, files: Files, consolidated: bool) -> Read:
    data = path.read_bytes()
    root = canonical.parse(data)
    identity = read_identity(root)
    meta = akn_meta.of(root)
    entries = meta.findall(f".//{{{LEXKZ}}}entry")
    date = identity.expression_date
    in_force = _in_force(entries, date) if consolidated else None
    if date is None:
        dated_by = "unknown"
    elif consolidated:
        dated_by = "in_force" if in_force else "amended"
    else:
        dated_by = "adopted" if date == identity.date else "edition"
    row = ExpressionRow(
        iri=known_iri(identity.expression) if identity.known else None,
        date=date,
        dated_by=dated_by,
        in_force=in_force,
        rule=entries[-1].get("rule") if entries else None,
        outline=is_outline(meta),
        states=tuple(
            (state.get("is", ""), (state.get("href") or "").removeprefix("#"), state.get("by", ""))
            for state in meta.iterfind(f".//{{{LEXKZ}}}state")
        ),
        findings=_findings(files.data(path)),
        digest=digest(data),
        size=len(data),
        xml=zlib.compress(data, 6),
    )
    return Read(root, identity, row)


def _findings(path: Path) -> str | None:
    if not path.is_file():
        return None
    try:
        found = json.loads(path.read_bytes())["findings"]
    except (ValueError, KeyError, TypeError):
        raise ValueError(f"{path.name} is not what a build writes: run lexkz build.") from None
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _in_force(entries: list[etree._Element], date: str | None) -> str | None:
    """The date, where all amending acts that the text holds say that they were in force by then.

    Parts of an act whose day is still to come are held by a later expression, so only days up to the date count.
    """
    days = [entry.get("from") for entry in entries]
    if date is None or not days or any(day is None for day in days):
        return None
    return date if date in days or date in [entry.get("until") for entry in entries] else None
