"""The expressions of an act as they lie in its files: what each is dated by, and in what order they stand."""

import json
import zlib
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from lexkz.akn import canonical, iris
from lexkz.akn import meta as akn_meta
from lexkz.akn.meta import Identity, is_outline, read_identity
from lexkz.akn.namespace import LEXKZ
from lexkz.consolidation.standing import standing
from lexkz.publication.act_json import standing_data
from lexkz.publication.data import known_iri
from lexkz.publication.dating import dating
from lexkz.structure import stored
from lexkz.workspace.manifest import digest
from lexkz.workspace.store.files import Files, report
from lexkz.workspace.store.rows import ExpressionRow


@dataclass(frozen=True, slots=True)
class ParsedExpression:
    """One expression, parsed."""

    root: etree._Element
    identity: Identity
    row: ExpressionRow


def read_expressions(files: Files) -> tuple[ParsedExpression, ...]:
    """Return the expressions of one act in one language, oldest first; those without a date before all.

    Raises ValueError where a file is no Akoma Ntoso, OSError where it cannot be read.
    """
    paths = [(path, False) for path in (files.base,) if path is not None]
    paths += [(path, True) for path in files.consolidated]
    found = [(_read(path, files), consolidated, path.name) for path, consolidated in paths]
    found.sort(key=lambda one: (one[0].row.date or "", one[1], one[2]))
    return tuple(read for read, _, _ in found)


def _read(path: Path, files: Files) -> ParsedExpression:
    data = path.read_bytes()
    root = canonical.parse(data)
    identity = read_identity(root)
    meta = akn_meta.of(root)
    dated, stands = dating(root), standing_data(stored(root))
    row = ExpressionRow(
        iri=known_iri(identity.expression) if identity.known else None,
        date=dated.date,
        dated_by=dated.dated_by,
        in_force=dated.in_force,
        rule=dated.rule,
        outline=is_outline(meta),
        states=tuple(
            (state.get("is", ""), (state.get("href") or "").removeprefix("#"), state.get("by", ""))
            for state in meta.iterfind(f".//{{{LEXKZ}}}state")
        ),
        whole=stands.whole,
        standing=stands.json_line().strip(),
        findings=_findings(files.data(path)),
        digest=digest(data),
        size=len(data),
        xml=zlib.compress(data, 6),
        not_before=dated.not_before,
        made_by=tuple(iri for work in dated.by if (iri := known_iri(work))),
        told=max(filter(None, (dated.date, *map(iris.day_of_work, _told_of(root)))), default=None),
        report=zlib.compress(beside.read_bytes(), 9) if (beside := report(path)).is_file() else None,
    )
    return ParsedExpression(root, identity, row)


def _told_of(root: etree._Element) -> set[str]:
    """The acts of which a text says that something of them is not in it."""
    stands = standing(root)
    return {*stands.acts, *(one.by for one in stands.open)}


def _findings(path: Path) -> str | None:
    if not path.is_file():
        return None
    try:
        found = json.loads(path.read_bytes())["findings"]
    except (ValueError, KeyError, TypeError):
        raise ValueError(f"{path.name} is not what a build writes: run lexkz build.") from None
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
