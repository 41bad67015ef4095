"""Acts and their expressions, as the store has them."""

import json
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from lexkz.workspace.store.model import ActInfo, DatedBy, ExpressionInfo, Missing
from lexkz.workspace.store.terms import folded

_ACT = """SELECT d.act, d.lang, d.work, d.type, d.author, d.author_name, d.date, d.number, d.registration,
    d.registration_date, d.title, d.outline, d.newest + 1,
    (SELECT min(e.date) FROM expressions e WHERE e.doc = d.id),
    (SELECT e.date FROM expressions e WHERE e.doc = d.id AND e.seq = d.newest),
    (SELECT e.whole FROM expressions e WHERE e.doc = d.id AND e.seq = d.newest) FROM documents d"""
_EXPRESSION = """SELECT d.act, d.lang, e.seq, e.iri, e.date, e.dated_by, e.in_force, e.rule, e.outline, e.states,
    e.standing,
    (SELECT x.date FROM expressions x WHERE x.doc = e.doc AND x.seq = e.seq + 1), e.digest, e.size
    FROM expressions e JOIN documents d ON d.id = e.doc"""


@dataclass(frozen=True, slots=True)
class ActFilters:
    """Which acts; all where nothing is asked for."""

    lang: str | None = None
    type: str | None = None
    """Slug of the kind of act: ``order``, ``law``."""
    author: str | None = None
    """Slug of the body."""
    year: int | None = None
    number: str | None = None
    title: str | None = None
    """Part of the title, look-alike letters folded."""
    outline: bool | None = None


def acts(
    connection: sqlite3.Connection, filters: ActFilters, limit: int, after: tuple[str, str] | None
) -> tuple[ActInfo, ...]:
    """Return up to ``limit`` acts behind ``after`` (folder, language), by folder and language."""
    conditions, values = _conditions(filters)
    if after is not None:
        conditions.append("(d.act, d.lang) > (?, ?)")
        values += list(after)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = connection.execute(f"{_ACT}{where} ORDER BY d.act, d.lang LIMIT ?", [*values, limit])
    return tuple(_act(row) for row in rows)


def count(connection: sqlite3.Connection, filters: ActFilters) -> int:
    """Return how many acts there are."""
    conditions, values = _conditions(filters)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return int(connection.execute(f"SELECT count(*) FROM documents d{where}", values).fetchone()[0])


def named(connection: sqlite3.Connection, name: str) -> tuple[ActInfo, ...]:
    """Return the languages of the act with this folder or work IRI; more than one folder where an IRI is doubled."""
    column = "work" if name.startswith("/") else "act"
    rows = connection.execute(f"{_ACT} WHERE d.{column} = ? ORDER BY d.act, d.lang", [name])
    return tuple(_act(row) for row in rows)


def document(connection: sqlite3.Connection, name: str, lang: str) -> int | Missing:
    """Return the row of an act in a language, by folder or work IRI."""
    column = "work" if name.startswith("/") else "act"
    found = connection.execute(
        f"SELECT id, lang, act FROM documents WHERE {column} = ? ORDER BY act", [name]
    ).fetchall()
    there = [row for row in found if row[1] == lang]
    if len(there) == 1:
        return cast(int, there[0][0])
    if there:
        return Missing("several", acts=tuple(str(row[2]) for row in there))
    return Missing("language" if found else "act")


def expressions(connection: sqlite3.Connection, doc: int) -> tuple[ExpressionInfo, ...]:
    """Return the expressions of a document, oldest first."""
    rows = connection.execute(f"{_EXPRESSION} WHERE e.doc = ? ORDER BY e.seq", [doc])
    return tuple(expression_of(row) for row in rows)


def expression_at(connection: sqlite3.Connection, doc: int, at: str | None) -> ExpressionInfo | Missing:
    """Return the expression that stands on the ISO day ``at``; the newest for None."""
    where, values = ("", [doc]) if at is None else (" AND e.date <= ?", [doc, at])
    row = connection.execute(f"{_EXPRESSION} WHERE e.doc = ?{where} ORDER BY e.seq DESC LIMIT 1", values).fetchone()
    if row is not None:
        return expression_of(row)
    first = connection.execute("SELECT min(date) FROM expressions WHERE doc = ?", [doc]).fetchone()[0]
    return Missing("before" if first else "undated", first)


def whole(connection: sqlite3.Connection, doc: int) -> dict[int, bool]:
    """Return of each expression of a document whether nothing waits and nothing is known to be wrong in it."""
    rows = connection.execute("SELECT seq, whole FROM expressions WHERE doc = ?", [doc])
    return {seq: bool(there) for seq, there in rows}


def findings(connection: sqlite3.Connection, doc: int, seq: int) -> str | None:
    """Return what the build found in an expression, as published JSON; None where that is not known."""
    row = connection.execute("SELECT findings FROM expressions WHERE doc = ? AND seq = ?", [doc, seq]).fetchone()
    return None if row[0] is None else str(row[0])


def xml(connection: sqlite3.Connection, doc: int, seq: int) -> bytes:
    """Return the Akoma Ntoso file of an expression, byte by byte as the build wrote it."""
    row = connection.execute("SELECT xml FROM expressions WHERE doc = ? AND seq = ?", [doc, seq]).fetchone()
    return zlib.decompress(row[0])


def _conditions(filters: ActFilters) -> tuple[list[str], list[object]]:
    conditions: list[str] = []
    values: list[object] = []
    for column in ("lang", "type", "author", "number"):
        value = getattr(filters, column)
        if value is not None:
            conditions.append(f"d.{column} = ?")
            values.append(value)
    if filters.year is not None:
        conditions.append("substr(d.date, 1, 4) = ?")
        values.append(f"{filters.year:04d}")
    if filters.title is not None:
        conditions.append("instr(d.folded_title, ?)")
        values.append(folded(filters.title.encode("utf-8", "replace").decode()))
    if filters.outline is not None:
        conditions.append("d.outline = ?")
        values.append(filters.outline)
    return conditions, values


def _act(row: tuple[object, ...]) -> ActInfo:
    values = list(row)
    values[11], values[-1] = bool(values[11]), bool(values[-1])
    return ActInfo(*values)  # type: ignore[arg-type]


def expression_of(row: Sequence[object]) -> ExpressionInfo:
    """Return the expression that a row with the columns of ``_EXPRESSION`` tells of."""
    act, lang, seq, iri, date, dated_by, in_force, rule, outline, states, standing, until, digest, size = row
    return ExpressionInfo(
        act=str(act),
        lang=str(lang),
        seq=cast(int, seq),
        iri=cast("str | None", iri),
        date=cast("str | None", date),
        dated_by=cast(DatedBy, dated_by),
        in_force=cast("str | None", in_force),
        rule=cast("str | None", rule),
        outline=bool(outline),
        states=tuple((str(one[0]), str(one[1]), str(one[2])) for one in json.loads(str(states)))
        if states != "[]"
        else (),
        standing=str(standing),
        until=cast("str | None", until),
        digest=str(digest),
        size=cast(int, size),
    )
