"""Rows into the tables and out of them; one document at a time, within the caller's transaction."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from lexkz.languages.writing import writer
from lexkz.workspace.store.rows import DocumentRows, UnitRow
from lexkz.workspace.store.terms import folded, indexed, typed
from lexkz.workspace.store.units import is_division

_WORDS = "INSERT INTO words (rowid, heading, own, below, around) VALUES (?, ?, ?, ?, ?)"
_NO_WORDS = "INSERT INTO words (words, rowid, heading, own, below, around) VALUES ('delete', ?, ?, ?, ?, ?)"
_LETTERS = "INSERT INTO letters (rowid, folded) VALUES (?, ?)"
_NO_LETTERS = "INSERT INTO letters (letters, rowid, folded) VALUES ('delete', ?, ?)"
_OF_DOCUMENT = ("expressions", "units", "changes", "citations", "commands", "outcomes", "extracts")


def searched(
    *,
    act: str,
    title: str,
    kind: str,
    heading: str | None,
    name: str,
    path: str,
    text: str,
    whole: str | None,
    lang: str,
) -> tuple[tuple[str, str, str, str], str]:
    """Return what a unit is found by: the stems in the columns of ``words``, and the text in ``letters``.

    ``act`` is how the act is cited (:func:`cited`): its title is found by it. All is told from what ``units`` and
    ``documents`` keep, so that what was indexed can be told again when it goes.
    """
    below = whole or "" if not is_division(kind) else ""
    own = "\n".join(part for part in (heading if kind == "attachment" else "", text) if part)
    around = " ".join(indexed(part, lang) for part in (title, path, name))
    head = act if kind == "longTitle" else heading or ""
    return (indexed(head, lang), indexed(text, lang), indexed(below, lang), around), typed(folded(own))


def cited(
    lang: str, kind: str | None, date: str | None, number: str | None, registration: str | None, folder: str
) -> str:
    """Return kind, day and numbers of an act in words, as people cite it: «приказ от 30 сентября 2024 года № 391»."""
    try:
        said = writer(lang).cited_act(None, kind or "", date, number)
    except (KeyError, ValueError, IndexError):  # a kind that has no word, a date that is none
        said = number or ""
    return " ".join(part for part in (said, registration, folder) if part)


def remove(connection: sqlite3.Connection, doc: int) -> None:
    """Take a document out, its entries in the indexes with it."""
    lang, title, *of = connection.execute(
        "SELECT lang, title, type, date, number, registration, act FROM documents WHERE id = ?", (doc,)
    ).fetchone()
    act = cited(lang, *of)
    columns = "id, kind, heading, name, path, text, whole"
    for unit in connection.execute(f"SELECT {columns} FROM units WHERE doc = ?", (doc,)).fetchall():
        words, letters = searched(
            act=act,
            title=title or "",
            kind=unit[1],
            heading=unit[2],
            name=unit[3],
            path=unit[4],
            text=unit[5],
            whole=unit[6],
            lang=lang,
        )
        connection.execute(_NO_WORDS, (unit[0], *words))
        connection.execute(_NO_LETTERS, (unit[0], letters))
    for table in _OF_DOCUMENT:
        connection.execute(f"DELETE FROM {table} WHERE doc = ?", (doc,))
    connection.execute("DELETE FROM documents WHERE id = ?", (doc,))


def insert(connection: sqlite3.Connection, rows: DocumentRows) -> None:
    """Put a document in."""
    doc = connection.execute(
        _insertion("documents", 17),
        (
            None,
            rows.act,
            rows.lang,
            rows.digest,
            rows.work,
            rows.type,
            rows.author,
            rows.author_name,
            rows.date,
            rows.number,
            rows.registration,
            rows.registration_date,
            rows.title,
            folded(rows.title or ""),
            rows.outline,
            len(rows.expressions) - 1,
            bool(rows.commands),
        ),
    ).lastrowid
    assert doc is not None
    expressions = (
        (
            *(doc, seq, one.iri, one.date, one.dated_by, one.in_force, one.rule, one.outline, _json(one.states)),
            *(one.whole, one.standing, one.findings, one.digest, one.size, one.xml),
            *(one.not_before, _json(one.made_by), one.report, one.told),
        )
        for seq, one in enumerate(rows.expressions)
    )
    _all(connection, "expressions", 19, expressions)
    for unit in rows.units:
        _unit(connection, doc, unit)
    changes = ((doc, one.seq, one.eid, one.type, one.by, one.mod, one.previous) for one in rows.changes)
    _all(connection, "changes", 7, changes)
    cited = ((doc, one.first, one.last, one.ord, one.eid, one.work, one.target, one.text) for one in rows.citations)
    _all(connection, "citations", 8, cited)
    commands = (
        (
            *(doc, place, one.command, one.action, one.base, one.base_title, one.instruction, one.address, one.page),
            *(one.eid, _json(one.codes), one.data),
        )
        for place, one in enumerate(rows.commands)
    )
    _all(connection, "commands", 12, commands)
    outcomes = (
        (doc, one.by, one.command, one.outcome, _json(one.targets), one.note, _json(one.codes)) for one in rows.outcomes
    )
    _all(connection, "outcomes", 7, outcomes)
    extracts = ((doc, one.kind, one.ord, one.first, one.last, one.eid, one.title, one.data) for one in rows.extracts)
    _all(connection, "extracts", 8, extracts)


def _unit(connection: sqlite3.Connection, doc: int, unit: UnitRow) -> None:
    values = (
        *(None, doc, unit.first, unit.last, unit.ord, unit.eid, unit.anchor, unit.kind, unit.number, unit.heading),
        *(unit.name, unit.path, unit.text, unit.whole, unit.removed, unit.gaps),
        *(unit.from_date, unit.to_date, unit.newest),
    )
    row = connection.execute(_insertion("units", 19), values).lastrowid
    connection.execute(_WORDS, (row, *unit.words))
    connection.execute(_LETTERS, (row, unit.letters))


def _all(connection: sqlite3.Connection, table: str, columns: int, values: Iterable[Sequence[object]]) -> None:
    connection.executemany(_insertion(table, columns), values)


def _insertion(table: str, columns: int) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
