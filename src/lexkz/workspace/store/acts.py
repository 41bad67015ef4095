"""Acts and their expressions, as the store has them."""

import json
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from lexkz.publication.act_data import OpenData, StandingData
from lexkz.publication.act_json import within
from lexkz.publication.source_page import page_of_id
from lexkz.publication.store_json import ActInfoData, ExpressionInfoData, StateData
from lexkz.workspace.store.no_such_text import Missing
from lexkz.workspace.store.terms import folded

_ACT = """SELECT d.act, d.lang, d.work, d.type, d.author, d.author_name, d.date, d.number, d.registration,
    d.registration_date, d.title, d.outline, d.newest + 1,
    (SELECT min(e.date) FROM expressions e WHERE e.doc = d.id),
    (SELECT e.date FROM expressions e WHERE e.doc = d.id AND e.seq = d.newest),
    (SELECT e.whole FROM expressions e WHERE e.doc = d.id AND e.seq = d.newest) FROM documents d"""
_EXPRESSION = """SELECT d.act, d.lang, e.seq, e.iri, e.date, e.dated_by, e.in_force, e.rule, e.outline, e.states,
    e.standing,
    (SELECT x.date FROM expressions x WHERE x.doc = e.doc AND x.seq = e.seq + 1), e.digest, e.size,
    e.not_before, e.made_by
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
) -> tuple[ActInfoData, ...]:
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


def named(connection: sqlite3.Connection, name: str) -> tuple[ActInfoData, ...]:
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


def expressions(
    connection: sqlite3.Connection, doc: int, between: tuple[int, int] = (0, 1_000_000)
) -> dict[int, ExpressionInfoData]:
    """Return the expressions of a document by their place, oldest first; those of the places ``between``, both in."""
    where = "WHERE e.doc = ? AND e.seq BETWEEN ? AND ? ORDER BY e.seq"
    rows = connection.execute(f"{_EXPRESSION} {where}", [doc, *between])
    return {row[2]: expression_of(row) for row in rows}


def expression_at(connection: sqlite3.Connection, doc: int, at: str | None) -> tuple[int, ExpressionInfoData] | Missing:
    """Return the expression that stands on the ISO day ``at``, the newest for None, and its place."""
    where, values = ("", [doc]) if at is None else (" AND e.date <= ?", [doc, at])
    row = connection.execute(f"{_EXPRESSION} WHERE e.doc = ?{where} ORDER BY e.seq DESC LIMIT 1", values).fetchone()
    if row is not None:
        return row[2], expression_of(row)
    first = connection.execute("SELECT min(date) FROM expressions WHERE doc = ?", [doc]).fetchone()[0]
    return Missing("before" if first else "undated", first)


def place(connection: sqlite3.Connection, doc: int, expression: ExpressionInfoData) -> int:
    """Return the place of an expression of a document."""
    row = connection.execute(
        "SELECT seq FROM expressions WHERE doc = ? AND date IS ? AND digest = ?",
        [doc, expression.date, expression.digest],
    ).fetchone()
    return int(row[0])


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


def report(connection: sqlite3.Connection, doc: int, seq: int) -> bytes | None:
    """Return how an expression was made, as the build wrote it; None where there is no report of it."""
    row = connection.execute("SELECT report FROM expressions WHERE doc = ? AND seq = ?", [doc, seq]).fetchone()
    return zlib.decompress(row[0]) if row[0] is not None else None


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


_ACT_FIELDS = tuple(name for name in ActInfoData.model_fields if name != "source_page")


def _act(row: tuple[object, ...]) -> ActInfoData:
    page = page_of_id(str(row[0]), str(row[1]))
    return ActInfoData.model_validate({**dict(zip(_ACT_FIELDS, row, strict=True)), "source_page": page})


def expression_of(row: Sequence[object]) -> ExpressionInfoData:
    """Return the expression that a row with the columns of ``_EXPRESSION`` tells of."""
    act, lang, _seq, iri, date, dated_by, in_force, rule, outline, states, standing, until, digest, size, *last = row
    not_before, made_by = last
    said = json.loads(str(states)) if states != "[]" else ()
    return ExpressionInfoData.model_validate(
        {
            "act": act,
            "lang": lang,
            "iri": iri,
            "date": date,
            "dated_by": dated_by,
            "in_force": in_force,
            "rule": rule,
            "outline": outline,
            "states": tuple(StateData(state=state, eId=eid, by=by) for state, eid, by in said),
            "standing": standing_of(str(standing)),
            "until": until,
            "digest": digest,
            "size": size,
            "not_before": not_before,
            "by": json.loads(str(made_by)),
            "source_page": page_of_id(str(act), str(lang)),
        }
    )


@lru_cache(maxsize=64)
def standing_of(said: str) -> StandingData:
    """Return what is known to be wrong or missing in a text, from its JSON in one line."""
    return StandingData.model_validate_json(said)


def open_at(standing: StandingData | None, eid: str) -> tuple[OpenData, ...]:
    """Return the commands of a standing that address a unit, what holds it or what it holds; of the act itself: all."""
    found = standing.open if standing is not None else ()
    return tuple(one for one in found if not eid or any(within(eid, unit) for unit in one.units))
